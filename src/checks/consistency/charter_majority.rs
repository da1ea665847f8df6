//! The founding congress, by the rules that the charter sets for later ones. The Measures set neither attendance nor
//! majority, and the charter does not bind the congress that adopts it; but an office will ask.

use super::{Case, Findings};
use crate::charter::choices;
use crate::checks::Severity;
use crate::dossier::FactPath;
use crate::language::{Label, label};
use crate::message;

pub(super) const ID: &str = "charter-majority";

/// The alternative that is chosen, by the choice's id.
pub(super) fn chosen(case: &Case, choice: &str) -> Option<(&'static str, Label)> {
    let choice = choices().iter().find(|one| one.id == choice)?;
    let chosen = choice.chosen(&case.dossier.charter);
    Some((chosen.id, chosen.label))
}

/// Whether `part` of `whole` is what an alternative asks for: two thirds or more, or more than half.
fn reaches(alternative: &str, part: u32, whole: u32) -> bool {
    let (part, whole) = (u64::from(part), u64::from(whole));
    if alternative.ends_with("two-thirds") { part * 3 >= whole * 2 } else { part * 2 > whole }
}

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let setup = &case.dossier.setup;
    let (Some(expected), Some(present)) = (setup.units_expected.given(), setup.units_present.given()) else { return };
    let (expected, present) = (expected.get(), present.get());
    if let Some((_, words)) = chosen(case, "attendance").filter(|(id, _)| !reaches(id, present, expected)) {
        let (zh, en) = (words.zh, words.en.to_lowercase());
        findings.add(
            Severity::Caution,
            (
                message!(
                    "应到{expected}家，实到{present}家，未达到章程所选的“{zh}成员单位出席”。",
                    "{present} of {expected} units were present; the charter asks for {en}."
                ),
                message!(
                    "办法没有规定到会比例；核对人数，或者补开会议，或者在章程中改选。",
                    "The Measures set no attendance; check the numbers, meet again, or choose otherwise in the charter."
                ),
            ),
            vec![FactPath::new("setup/units_present"), FactPath::new("charter/attendance")],
            None,
        );
    }
    // With weighted votes the numbers of units do not tell a majority.
    if chosen(case, "voting").is_none_or(|(id, _)| id != "one-unit") {
        return;
    }
    let Some((id, words)) = chosen(case, "quorum") else { return };
    let votes = [
        (label("联盟章程", "charter"), "setup/charter_for", &setup.charter_for),
        (label("设立联盟的决定", "founding decision"), "setup/founding_for", &setup.founding_for),
    ];
    for (on, path, votes_for) in votes {
        let Some(votes_for) = votes_for.given().map(|votes| votes.get()) else { continue };
        let whole = if id.starts_with("all") { expected } else { present };
        if reaches(id, votes_for, whole) {
            continue;
        }
        let (zh, en, rule_zh, rule_en) = (on.zh, on.en, words.zh, words.en.to_lowercase());
        findings.add(
            Severity::Caution,
            (
                message!(
                    "表决{zh}：赞成{votes_for}票，未达到章程所选的“{rule_zh}”。",
                    "The vote on the {en}: {votes_for} for, short of the charter’s own rule, {rule_en}."
                ),
                message!(
                    "办法没有规定表决比例；核对票数，或者重新表决，或者在章程中改选。",
                    "The Measures set no majority; check the votes, vote again, or choose otherwise in the charter."
                ),
            ),
            vec![FactPath::new(path), FactPath::new("charter/quorum")],
            None,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Caution;

    #[test]
    fn the_congress_keeps_the_rules_it_votes() {
        holds(
            ID,
            &[
                (
                    "less than two thirds present",
                    &["setup/units_present = 7"],
                    Some((Caution, "未达到章程所选的“三分之二以上的成员单位出席”")),
                ),
                (
                    "two thirds present",
                    &["setup/units_present = 8", "setup/charter_for = 8", "setup/founding_for = 8"],
                    None,
                ),
                (
                    "a majority will do if it is chosen",
                    &["choose attendance majority", "setup/units_present = 7"],
                    None,
                ),
                ("half the votes present", &["setup/charter_for = 6"], Some((Caution, "表决联盟章程：赞成6票"))),
                ("more than half", &["setup/founding_for = 7"], None),
                (
                    "two thirds, if they are chosen",
                    &["choose quorum present-two-thirds", "setup/founding_for = 7"],
                    Some((Caution, "三分之二")),
                ),
                (
                    "weighted votes are not counted by units",
                    &["choose voting weighted", "setup/founding_for = 5"],
                    None,
                ),
            ],
        );
    }
}
