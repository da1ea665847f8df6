//! Article 15: protection alliances are supported. To be none is no obstacle.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::dossier::{AllianceKind, FactPath};
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "15-protection",
    citation: Citation::article(15),
    weight: Weight::Bonus,
    question: label("是支持成立的知识产权保护联盟吗？", "Is it a protection alliance, which is supported?"),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let kind = &case.dossier.alliance.kind;
    if kind.given() == Some(&AllianceKind::Industry) {
        return judgement.not_concerned();
    }
    if judgement.needs(FactPath::new("alliance/kind"), None, kind) {
        judgement.favours(message!(
            "知识产权保护联盟是第十五条支持成立的联盟，工作内容应包括保护研究、交流合作和维权。",
            "Article 15 supports protection alliances; their work is research into protection, exchange and defence of rights."
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown};
    use crate::checks::testing::{assessed, holds};

    #[test]
    fn a_protection_alliance_is_supported() {
        holds(
            RULE.id,
            &[
                ("a protection alliance is supported", &["alliance/kind = protection"], Met, "第十五条"),
                ("a kind not answered leaves it open", &["alliance/kind ="], Unknown, "联盟类型"),
            ],
        );
    }

    #[test]
    fn it_does_not_concern_an_industry_alliance() {
        assert!(assessed(&[]).outcomes.iter().all(|outcome| outcome.rule.id != RULE.id));
    }
}
