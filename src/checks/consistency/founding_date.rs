//! An alliance is founded on the day its first members' congress votes so (Article 17(二)).

use super::{Case, Findings};
use crate::checks::Severity;
use crate::dossier::FactPath;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "founding-date";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let (founded, held) = (case.dossier.alliance.founded_on.given(), case.dossier.setup.meeting_on.given());
    // A founding before the congress is a matter of the order of dates.
    let (Some(founded), Some(held)) = (founded, held.filter(|held| founded.is_some_and(|founded| founded > held)))
    else {
        return;
    };
    let (zh, en, held_zh, held_en) = (founded.chinese(), founded.to_string(), held.chinese(), held.to_string());
    findings.add(
        Severity::Caution,
        (
            message!(
                "联盟成立日期（{zh}）与首次联盟成员代表大会日期（{held_zh}）不一致。",
                "The date of founding ({en}) is not that of the first members’ congress ({held_en})."
            ),
            message!(
                "成立日期一般就是表决通过设立决定的日期，请核对。",
                "The founding is usually the day of the vote; check both."
            ),
        ),
        vec![FactPath::new("alliance/founded_on"), FactPath::new("setup/meeting_on")],
        Citation::item(17, 2),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Caution;

    #[test]
    fn the_founding_is_the_day_of_the_congress() {
        holds(
            ID,
            &[
                (
                    "a founding ten days after the congress",
                    &["alliance/founded_on = 2026-06-01"],
                    Some((Caution, "不一致")),
                ),
                ("a founding not dated", &["alliance/founded_on ="], None),
                (
                    "a founding before the congress is reported as out of order",
                    &["alliance/founded_on = 2026-05-01"],
                    None,
                ),
            ],
        );
    }
}
