//! What is chosen in the charter against what is said of the members and the secretariat: the charter would say the opposite of
//! the other documents.

use super::charter_majority::chosen;
use super::{Case, Findings, Row};
use crate::checks::Severity;
use crate::checks::words::names;
use crate::dossier::{FactPath, Role, YesNo};
use crate::language::Message;
use crate::message;

pub(super) const ID: &str = "charter-and-facts";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    // The clause of a choice bears its id; what the founders have worded themselves says what they wanted.
    let draft = &case.dossier.charter;
    let says_so = |clause: &str| !draft.edited.contains_key(clause) && !draft.off.contains(clause);
    let is = |choice, alternative| says_so(choice) && chosen(case, choice).is_some_and(|(id, _)| id == alternative);
    if case.dossier.secretariat.from_unit.given() == Some(&YesNo::No) && is("secretary-general", "unit-staff") {
        findings.add(
            Severity::Caution,
            (
                message!(
                    "秘书长填写为不是秘书处承担单位的人员，章程却选了“由秘书处承担单位的人员担任”。",
                    "The secretary-general is said not to be of the secretariat’s unit, yet the charter wants somebody of that unit."
                ),
                message!(
                    "在章程中改选另一种约定，或者核对秘书长的所在单位。",
                    "Choose otherwise in the charter, or check which unit the secretary-general is of."
                ),
            ),
            vec![FactPath::new("secretariat/from_unit"), FactPath::new("charter/secretary-general")],
            None,
        );
    }
    if is("council", "all") {
        let is_outside = |row: &Row| row.role.given() == Some(&Role::Member);
        let outside: Vec<_> = case.units.iter().copied().filter(|row| is_outside(row)).collect();
        if !outside.is_empty() {
            let Message { zh, en } = names(&outside);
            findings.add(
                Severity::Caution,
                (
                    message!(
                        "章程选了“全体成员单位组成理事会”，{zh}的联盟职务却不是理事单位。",
                        "By the charter every member is of the council; not so by the roles of {en}."
                    ),
                    message!(
                        "把这些单位的联盟职务改为理事单位，或者在章程中改选理事会的组成。",
                        "Give these units the role of a council unit, or choose otherwise in the charter."
                    ),
                ),
                outside.iter().map(|row| row.path("role")).chain([FactPath::new("charter/council")]).collect(),
                None,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Caution;

    #[test]
    fn the_charter_says_nothing_else_than_the_facts() {
        holds(
            ID,
            &[
                (
                    "a secretary-general from elsewhere",
                    &["choose secretary-general unit-staff", "secretariat/from_unit = no"],
                    Some((Caution, "却选了")),
                ),
                (
                    "one from elsewhere, as the charter allows",
                    &["choose secretary-general agreed", "secretariat/from_unit = no"],
                    None,
                ),
                ("a council of all", &["choose council all"], Some((Caution, "却不是理事单位"))),
                ("an elected council", &["choose council elected"], None),
            ],
        );
    }
}
