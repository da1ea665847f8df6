//! The units expected at the congress are the members, and no more are present than expected.

use super::{Case, Findings};
use crate::checks::Severity;
use crate::dossier::FactPath;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "attendance";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let setup = &case.dossier.setup;
    let (expected, present) = (setup.units_expected.given().copied(), setup.units_present.given().copied());
    if let Some((expected, present)) = expected.zip(present).filter(|(expected, present)| present > expected) {
        findings.add(
            Severity::Error,
            (
                message!(
                    "实到{present}家，多于应到{expected}家。",
                    "{present} units were present, but {expected} expected."
                ),
                message!("对照会议签到表改正。", "Correct the numbers from the attendance list."),
            ),
            vec![FactPath::new("setup/units_present"), FactPath::new("setup/units_expected")],
            Citation::item(20, 7),
        );
    }
    let members = case.units.len();
    if let Some(expected) = expected.map(|expected| expected.get())
        && members > 0
        && expected as usize != members
    {
        findings.add(
            Severity::Caution,
            (
                message!(
                    "应到成员单位{expected}家，名单上有{members}家。",
                    "{expected} units were expected at the congress; the list has {members}."
                ),
                message!(
                    "核对名单；会后有单位加入或者退出的，在会议纪要之外另作说明。",
                    "Check the list; if units joined or left since, explain it beside the minutes."
                ),
            ),
            vec![FactPath::new("setup/units_expected"), FactPath::new("members")],
            Citation::item(20, 7),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::{Caution, Error};

    #[test]
    fn attendance_agrees_with_the_list() {
        holds(
            ID,
            &[
                ("more present than expected", &["setup/units_present = 13"], Some((Error, "实到13家，多于应到12家"))),
                ("other units expected than listed", &["setup/units_expected = 14"], Some((Caution, "名单上有12家"))),
                ("one absent", &["setup/units_present = 11"], None),
            ],
        );
    }
}
