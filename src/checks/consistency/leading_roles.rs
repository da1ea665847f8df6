//! One 理事长单位 and one 秘书长单位, perhaps the same unit; neither may be of a class that is no legal person.

use std::sync::Arc;

use super::{Case, Findings, Row};
use crate::checks::Severity;
use crate::checks::words::names;
use crate::dossier::{FactPath, Role};
use crate::identifiers::LegalPerson;
use crate::language::{Label, Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "leading-roles";

const SOURCE: Citation = Citation::item(16, 1);

pub(super) fn find(case: &Case, findings: &mut Findings) {
    once(case, findings, label("理事长单位", "chair"), Role::is_chair);
    once(case, findings, label("秘书长单位", "secretary-general unit"), Role::is_secretary);
    for lead in &case.leads {
        let Some(class) = lead.member.uscc.given().map(|uscc| uscc.class()) else { continue };
        if class.legal_person() == LegalPerson::No {
            let (Message { zh, en }, class) = (&lead.who, class.label());
            let (class_zh, class_en) = (class.zh, class.en);
            findings.add(
                Severity::Error,
                (
                    message!(
                        "{zh}是{class_zh}，不是法人，不能担任这一职务。",
                        "The {en} is of the class “{class_en}”, no legal person, and cannot hold this role."
                    ),
                    message!(
                        "改由独立法人单位担任；该单位可以作为普通成员加入。",
                        "Let a legal person take the role; this unit can join as an ordinary member."
                    ),
                ),
                vec![lead.member.path("role"), lead.member.path("uscc")],
                SOURCE,
            );
        }
    }
}

/// Exactly one member has the role; while roles are unanswered, none is no contradiction yet.
fn once(case: &Case, findings: &mut Findings, title: Label, has: fn(Role) -> bool) {
    let has_it = |row: &&Arc<Row>| row.role.given().is_some_and(|role| has(*role));
    let holders: Vec<_> = case.rows.iter().filter(has_it).collect();
    let (title_zh, title_en) = (title.zh, title.en);
    if holders.len() > 1 {
        let (count, Message { zh, en }) = (holders.len(), names(&holders));
        findings.add(
            Severity::Error,
            (
                message!(
                    "有{count}家单位都是{title_zh}：{zh}。",
                    "The role of {title_en} is given to {count} units: {en}."
                ),
                message!(
                    "只保留一家{title_zh}，其余改为副理事长单位、理事单位或者成员单位。",
                    "Keep one {title_en}; make the others vice-chair, council or member units."
                ),
            ),
            holders.iter().map(|member| member.path("role")).collect(),
            SOURCE,
        );
    } else if holders.is_empty()
        && !case.rows.is_empty()
        && case.rows.iter().all(|member| member.role.given().is_some())
    {
        findings.add(
            Severity::Error,
            (
                message!("没有一家成员单位是{title_zh}。", "No member is {title_en}."),
                message!("在成员名单中指定一家{title_zh}。", "Name one member as {title_en}."),
            ),
            vec![FactPath::new("members")],
            SOURCE,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Error;

    #[test]
    fn one_unit_chairs_and_one_is_secretary_general() {
        holds(
            ID,
            &[
                ("two chairs", &["members/m03/role = chair"], Some((Error, "有2家单位都是理事长单位"))),
                (
                    "two secretaries-general",
                    &["members/m03/role = secretary"],
                    Some((Error, "有2家单位都是秘书长单位")),
                ),
                (
                    "one unit as both beside another chair",
                    &["members/m02/role = chair-and-secretary"],
                    Some((Error, "理事长单位")),
                ),
                ("one unit as both", &["remove m01", "members/m02/role = chair-and-secretary"], None),
                ("no chair", &["members/m01/role = council"], Some((Error, "没有一家成员单位是理事长单位"))),
                ("no chair while a role is open", &["members/m01/role ="], None),
                (
                    "a law firm as chair",
                    &["members/m01/role = council", "members/m06/role = chair"],
                    Some((Error, "律师事务所，不是法人")),
                ),
            ],
        );
    }
}
