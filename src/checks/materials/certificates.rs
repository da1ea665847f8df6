//! Article 20(四): a copy of every member's licence; universities and institutes hand in the public institution
//! certificate. For other classes the text names none, and theirs is asked for by analogy.

use super::needs::Needs;
use crate::checks::case::Case;
use crate::dossier::{FactPath, Member};
use crate::language::Message;
use crate::message;

pub(super) fn needs(case: &Case, needs: &mut Needs) {
    needs.members(case);
    case.units.iter().for_each(|row| needs.of(&row.needs.certificate));
    needs.done(
        message!(
            "复印件注明“与原件一致”并加盖持证单位公章",
            "The copies marked “与原件一致” and sealed by their holders"
        ),
        FactPath::new("materials/copies_stamped"),
        &case.dossier.materials.copies_stamped,
        None,
    );
    needs.as_hint();
}

/// The copy that one member hands in.
pub(super) fn of_member(member: &Member, called: &Message, attached: bool) -> Needs {
    let Message { zh, en } = called;
    let what = match member.certificate() {
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
    };
    let mut needs = Needs::default();
    needs.thing(what, attached, vec![FactPath::new("attachments")], Some(member));
    needs
}
