//! Article 20(四): a copy of every member's licence; universities and institutes hand in the public institution
//! certificate. For other classes the text names none, and theirs is asked for by analogy.

use super::need::Demand;
use super::needs::Needs;
use crate::checks::case::Case;
use crate::dossier::{FactPath, Member, YesNo};
use crate::language::Message;
use crate::message;

pub(super) fn needs(case: &Case, needs: &mut Needs) {
    needs.members(case);
    needs.of_units(case, &[Demand::Certificate]);
    stamped(case, needs);
}

/// The copies marked and sealed by their holders: one need for all members, who are told apart where they are ticked off.
fn stamped(case: &Case, needs: &mut Needs) {
    let is_stamped = |row: &Member| row.copy_stamped.given() == Some(&YesNo::Yes);
    let (all, done) = (case.units.len(), case.units.iter().filter(|row| is_stamped(row)).count());
    let next = case.units.iter().find(|row| !is_stamped(row)).or(case.units.first());
    let count = if all > 0 { message!("（{done}/{all}）", " ({done}/{all})") } else { message!("", "") };
    let Message { zh, en } = count;
    needs.thing(
        message!(
            "复印件注明“与原件一致”并加盖持证单位公章{zh}",
            "The copies marked “与原件一致” and sealed by their holders{en}"
        ),
        all > 0 && done == all,
        vec![next.map_or_else(|| FactPath::new("members"), |row| row.path("copy_stamped"))],
        None,
    );
    needs.as_hint();
}

/// The copy that one member hands in.
pub(super) fn copy(member: &Member, called: &Message) -> Message {
    let Message { zh, en } = called;
    match member.certificate() {
        Some(certificate) => {
            let (name_zh, name_en) = (certificate.label().zh, certificate.label().en);
            let (by_analogy_zh, by_analogy_en) = match certificate.is_named_in_measures() {
                true => ("", ""),
                false => ("（办法没有列明，比照提供）", " (not named in the text, asked for by analogy)"),
            };
            message!("{zh}的{name_zh}复印件{by_analogy_zh}", "Copy of the {name_en} of {en}{by_analogy_en}")
        }
        None => message!(
            "{zh}的证照复印件（填写代码后确定种类）",
            "Copy of the licence of {en} (its code will tell which kind)"
        ),
    }
}
