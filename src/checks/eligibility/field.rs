//! Article 14: eight fields whose industry alliances are supported above others. To lie outside them is no obstacle.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::dossier::{AllianceKind, FactPath, Field};
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "14-field",
    citation: Citation::article(14),
    weight: Weight::Bonus,
    question: label("所在产业属于重点支持的领域吗？", "Is the industry one of those that are supported above others?"),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let alliance = &case.dossier.alliance;
    if alliance.kind.given() == Some(&AllianceKind::Protection) {
        return judgement.not_concerned();
    }
    judgement.needs(FactPath::new("alliance/kind"), None, &alliance.kind);
    judgement.needs(FactPath::new("alliance/field"), None, &alliance.field);
    match alliance.field.given() {
        Some(Field::Other) => judgement.forbids(
            message!(
                "所在产业不在第十四条点名的八个领域之内。这不影响备案。",
                "The industry is none of the eight fields that Article 14 names. This is no obstacle to registration."
            ),
            message!(
                "不需要改动；如果产业与某一领域密切相关，可以改选该领域，并在申请表中说明。",
                "Nothing need be changed; if the industry is closely tied to one of the fields, choose that one and say why in the form."
            ),
        ),
        Some(field) => {
            let name = field.label();
            let (zh, en) = (name.zh, name.en);
            judgement.favours(message!("“{zh}”是第十四条重点支持的领域。", "“{en}” is a field that Article 14 supports."));
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{assessed, holds};

    #[test]
    fn the_named_fields_are_supported() {
        holds(
            RULE.id,
            &[
                ("Nanfan seed breeding is named", &[], Met, "南繁育种"),
                ("another field is not, which is no obstacle", &["alliance/field = other"], Unmet, "不影响备案"),
                ("a field not answered leaves it open", &["alliance/field ="], Unknown, "所在产业领域"),
                ("a kind not answered leaves it open", &["alliance/kind ="], Unknown, "联盟类型"),
            ],
        );
    }

    #[test]
    fn it_does_not_concern_a_protection_alliance() {
        let outcomes = assessed(&["alliance/kind = protection"]).outcomes;
        assert!(outcomes.iter().all(|outcome| outcome.rule.id != RULE.id));
    }

    #[test]
    fn another_field_keeps_nobody_from_registration() {
        assert_eq!(assessed(&["alliance/field = other", "alliance/field_other = 海洋牧场"]).eligible(), Met);
    }
}
