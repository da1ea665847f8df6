//! Article 20(三): the profiles of the chair and the secretary-general unit, with the five heads that the item names. One
//! unit in both roles has one profile.

use super::needs::{Needs, member_facts};
use crate::checks::case::Case;
use crate::dossier::{FactPath, Member};
use crate::language::Message;
use crate::message;

/// The five heads, in the item's order: 所属行业, 经营范围, 行业中的位置, 近三年经营状况, 参与行业标准制定.
const HEADS: [&str; 5] = ["industry", "scope", "standing", "three_years", "standards_work"];

pub(super) fn needs(case: &Case, needs: &mut Needs) {
    if case.chair().is_none() {
        needs.thing(message!("确定理事长单位", "A chair"), false, case.open_roles(), None);
    }
    if case.secretary().is_none() {
        needs.thing(message!("确定秘书长单位", "A secretary-general unit"), false, case.open_roles(), None);
    }
    for lead in &case.leads {
        let Message { zh, en } = &lead.who;
        for key in HEADS {
            let label = Member::QUESTIONS.iter().find(|question| question.key == key).map(|question| question.label);
            let (head_zh, head_en) = label.map_or((key, key), |label| (label.zh, label.en));
            let what = message!("{zh}的{head_zh}", "{head_en} of the {en}");
            needs.answers(what, Some(lead.member), member_facts(lead.member, [key]));
        }
    }
    needs.done(
        message!("简介由单位盖章", "The profiles sealed"),
        FactPath::new("materials/profiles_sealed"),
        &case.dossier.materials.profiles_sealed,
        None,
    );
}
