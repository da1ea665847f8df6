//! A secretary-general who is said to be of the secretariat's unit, but appears in the list as another unit's person.

use super::{Case, Findings, Row};
use crate::checks::Severity;
use crate::checks::case::comparable;
use crate::checks::words::quoted;
use crate::dossier::{FactPath, YesNo};
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "secretary-general";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let secretariat = &case.dossier.secretariat;
    let (Some(name), Some(YesNo::Yes), Some(unit)) =
        (secretariat.secretary_general.given(), secretariat.from_unit.given(), case.secretary())
    else {
        return;
    };
    let wanted = &comparable(name.as_str());
    let of = |member: &Row| person(member, wanted);
    if of(unit).is_some() {
        return;
    }
    let others = case.rows.iter().filter(|row| row.id != unit.id);
    let Some((member, key)) = others.into_iter().find_map(|member| Some((member, of(member)?))) else { return };
    let (Message { zh, en }, name) = (member.called(), quoted(name.as_str()));
    findings.add(
        Severity::Caution,
        (
            message!("秘书长{name}填写为秘书处承担单位的人员，名单里却是{zh}的人员。", "The secretary-general {name} is said to be of the secretariat’s unit, but is listed as a person of {en}."),
            message!("核对秘书长的所在单位；同名的，不用改动。", "Check which unit the secretary-general is of; if it is a namesake, leave it."),
        ),
        vec![FactPath::new("secretariat/from_unit"), member.path(key)],
        Citation::article(23),
    );
}

/// Where a member's row names this person.
fn person(member: &Row, wanted: &str) -> Option<&'static str> {
    // Most names begin otherwise.
    if !member.initials.contains(&wanted.chars().next()) {
        return None;
    }
    let named = [
        ("head_name", &member.head_name),
        ("contact_name", &member.contact_name),
        ("legal_representative", &member.legal_representative),
    ];
    named
        .into_iter()
        .find(|(_, name)| name.given().is_some_and(|name| comparable(name.as_str()) == wanted))
        .map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Caution;

    #[test]
    fn the_secretary_general_is_of_one_unit() {
        holds(
            ID,
            &[
                (
                    "listed as another unit's contact",
                    &["secretariat/secretary_general = 周示例"],
                    Some((Caution, "海南示例南繁种业科技有限公司")),
                ),
                ("listed as the unit's own head", &["secretariat/secretary_general = 陈乙二"], None),
                (
                    "not from the unit, as is said",
                    &["secretariat/secretary_general = 周示例", "secretariat/from_unit = no"],
                    None,
                ),
            ],
        );
    }
}
