//! Article 20(八): the list of members, each with its person in charge and its contact: name, post, telephone.

use super::needs::Needs;
use crate::checks::case::Case;
use crate::dossier::{Fact, FactPath, Member};
use crate::language::Message;
use crate::message;

/// What a row of the list says. "联系方式等" leaves open which; telephone and e-mail are asked.
fn row(member: &Member) -> [(&'static str, &dyn Fact); 8] {
    [
        ("name", &member.name),
        ("head_name", &member.head_name),
        ("head_post", &member.head_post),
        ("head_phone", &member.head_phone),
        ("contact_name", &member.contact_name),
        ("contact_post", &member.contact_post),
        ("contact_phone", &member.contact_phone),
        ("contact_email", &member.contact_email),
    ]
}

pub(super) fn needs(case: &Case, needs: &mut Needs) {
    needs.members(case);
    case.units.iter().for_each(|row| needs.of(&row.needs.listed));
    needs.done(
        message!("名单逐一核对", "The list checked unit by unit"),
        FactPath::new("materials/list_checked"),
        &case.dossier.materials.list_checked,
        None,
    );
}

/// The row of one member.
pub(super) fn of_member(member: &Member, called: &Message) -> Needs {
    let mut needs = Needs::default();
    let Message { zh, en } = called;
    let facts = row(member).map(|(key, fact)| (FactPath::member(&member.id, key), fact));
    needs.answers(
        message!(
            "{zh}的负责人和联系人（姓名、职务、联系方式）",
            "Person in charge and contact of {en}: name, post, telephone"
        ),
        Some(member),
        facts,
    );
    needs
}
