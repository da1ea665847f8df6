//! Article 16(五): the resources and means that setting up takes.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-5-resources",
    citation: Citation::item(16, 5),
    weight: Weight::Must,
    question: label("具有联盟设立所必须的资源和投入吗？", "Are the resources and means for setting up there?"),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let alliance = &case.dossier.alliance;
    if judgement.needs(FactPath::new("alliance/resources"), None, &alliance.resources) {
        judgement.favours(message!("已说明设立所必需的资源和投入。", "The resources and means are described."));
    }
    judgement.uses(FactPath::new("alliance/budget"));
    match alliance.budget.given() {
        Some(budget) if budget.is_zero() => judgement.hints(message!(
            "首年经费预算是0，受理部门可能会问联盟靠什么开展工作。",
            "The first year’s budget is 0; the office may ask what the alliance works with."
        )),
        Some(budget) => judgement
            .favours(message!("首年经费预算{budget}万元。", "The first year’s budget is {budget} (in 10,000 yuan).")),
        None => judgement.hints(message!(
            "建议写明首年经费预算，便于说明投入。",
            "Give the first year’s budget: it shows the means."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown};
    use crate::checks::testing::holds;

    #[test]
    fn resources_are_described() {
        holds(
            RULE.id,
            &[
                ("the sample's are", &[], Met, "首年经费预算150万元"),
                ("not described, they are not known", &["alliance/resources ="], Unknown, "资源和投入"),
                ("a budget that is missing is only a hint", &["alliance/budget ="], Met, "建议写明"),
                ("so is one of nothing", &["alliance/budget = 0"], Met, "预算是0"),
            ],
        );
    }
}
