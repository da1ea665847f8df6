//! Article 20(八): the list of members, each with its person in charge and its contact: name, post, telephone.

use super::need::Demand;
use super::needs::Needs;
use crate::checks::case::Case;
use crate::dossier::{Fact, FactPath, Member};
use crate::language::Message;
use crate::message;

/// What a row of the list says. "联系方式等" leaves open which; telephone and e-mail are asked.
pub(super) fn row(member: &Member) -> [(&'static str, &dyn Fact); 8] {
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

pub(super) fn members(case: &Case, needs: &mut Needs) {
    needs.members(case);
    needs.of_units(case, &[Demand::People]);
}

pub(super) fn checked(case: &Case, needs: &mut Needs) {
    needs.done(
        message!("名单逐一核对", "The list checked unit by unit"),
        FactPath::new("materials/list_checked"),
        &case.dossier.materials.list_checked,
        None,
    );
}

/// What the row of one member holds.
pub(super) fn people(called: &Message) -> Message {
    let Message { zh, en } = called;
    message!(
        "{zh}的负责人和联系人（姓名、职务、联系方式）",
        "Person in charge and contact of {en}: name, post, telephone"
    )
}
