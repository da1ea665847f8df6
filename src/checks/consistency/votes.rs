//! No more votes than units present; each unit present has a vote. Where the charter gives some units one more vote, those
//! count too.

use super::{Case, Findings};
use crate::charter::additional_votes;
use crate::checks::Severity;
use crate::dossier::{Answer, FactPath};
use crate::identifiers::Count;
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "votes";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let setup = &case.dossier.setup;
    let votes = [
        (
            label("联盟章程", "charter"),
            "charter",
            [&setup.charter_for, &setup.charter_against, &setup.charter_abstained],
        ),
        (
            label("设立联盟的决定", "founding decision"),
            "founding",
            [&setup.founding_for, &setup.founding_against, &setup.founding_abstained],
        ),
    ];
    let Some(present) = setup.units_present.given().map(|present| present.get()) else { return };
    let more = additional_votes(case.dossier);
    for (on, key, cast) in votes {
        let known: Vec<u32> =
            cast.iter().filter_map(|votes: &&Answer<Count>| votes.given()).map(|votes| votes.get()).collect();
        let (sum, zh, en) = (known.iter().sum::<u32>(), on.zh, on.en);
        let (severity, words) = if sum > present.saturating_add(more) {
            (
                Severity::Error,
                message!(
                    "表决{zh}的票数合计{sum}票，多于实到{present}家。",
                    "The votes on the {en} are {sum} in all, more than the {present} units present."
                ),
            )
        } else if more == 0 && sum < present && known.len() == cast.len() {
            (
                Severity::Caution,
                message!(
                    "表决{zh}的票数合计{sum}票，少于实到{present}家。",
                    "The votes on the {en} are {sum} in all, fewer than the {present} units present."
                ),
            )
        } else {
            continue;
        };
        findings.add(
            severity,
            (
                words,
                message!(
                    "对照会议的计票结果改正；没有投票的计入弃权。",
                    "Correct the numbers from the count; who did not vote abstained."
                ),
            ),
            [
                format!("setup/{key}_for"),
                format!("setup/{key}_against"),
                format!("setup/{key}_abstained"),
                "setup/units_present".to_owned(),
            ]
            .into_iter()
            .map(FactPath::new)
            .collect(),
            Citation::item(17, 2),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::{Caution, Error};

    #[test]
    fn votes_agree_with_attendance() {
        holds(
            ID,
            &[
                ("more votes than units", &["setup/charter_for = 13"], Some((Error, "合计13票，多于实到12家"))),
                (
                    "fewer votes than units",
                    &["setup/founding_for = 10"],
                    Some((Caution, "设立联盟的决定的票数合计10票，少于")),
                ),
                (
                    "too many even while one number is missing",
                    &["setup/charter_for = 13", "setup/charter_abstained ="],
                    Some((Error, "多于实到")),
                ),
                ("too few while one number is missing", &["setup/charter_for = 10", "setup/charter_abstained ="], None),
                (
                    "units of rank have one more vote where the charter says so",
                    &["choose voting weighted", "setup/charter_for = 16", "setup/founding_for = 16"],
                    None,
                ),
                (
                    "but no more than that",
                    &["choose voting weighted", "setup/charter_for = 17"],
                    Some((Error, "合计17票")),
                ),
                (
                    "abstentions count",
                    &["setup/charter_for = 9", "setup/charter_against = 1", "setup/charter_abstained = 2"],
                    None,
                ),
            ],
        );
    }
}
