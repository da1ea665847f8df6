//! Article 16(三): the industry is, as a rule (一般应为), IP-intensive, and has the conditions for the alliance's work.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-3-industry",
    citation: Citation::item(16, 3),
    weight: Weight::Advisory,
    question: label(
        "所在产业是知识产权密集型产业，并具备组建联盟的产业条件吗？",
        "Is the industry IP-intensive, with the conditions that an alliance needs?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let alliance = &case.dossier.alliance;
    judgement.asks(
        FactPath::new("alliance/ip_intensive"),
        None,
        &alliance.ip_intensive,
        message!("所在产业属于知识产权密集型产业。", "The industry is IP-intensive."),
        (
            message!(
                "所在产业不属于知识产权密集型产业。条文用“一般应为”，不是绝对条件。",
                "The industry is not IP-intensive. The text says “as a rule”, so this is no absolute condition."
            ),
            message!(
                "在必要性及可行性分析报告中说明理由，例如商标、地理标志或者植物新品种密集。",
                "Give the reasons in the report on need and feasibility, such as many trademarks, geographical indications or plant varieties."
            ),
        ),
    );
    if judgement.needs(FactPath::new("alliance/industry_conditions"), None, &alliance.industry_conditions) {
        judgement.favours(message!("已说明产业条件。", "The industry’s conditions are described."));
    }
    judgement.uses(FactPath::new("alliance/ip_intensive_basis"));
    if alliance.ip_intensive_basis.given().is_none() {
        judgement.hints(message!(
            "建议写明依据：国家统计局令第25号列有专利密集型产业；商标、地理标志、种业密集的产业不在其中，可以用数据说明。",
            "State the basis: Order No. 25 of the National Bureau of Statistics lists patent-intensive industries; those rich in trademarks, geographical indications or seeds lie outside it and may be shown by figures."
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{assessed, holds};

    #[test]
    fn the_industry_is_ip_intensive_as_a_rule() {
        holds(
            RULE.id,
            &[
                ("an IP-intensive industry", &[], Met, "属于知识产权密集型产业"),
                ("another wants a reason", &["alliance/ip_intensive = no"], Unmet, "一般应为"),
                ("not sure leaves it open", &["alliance/ip_intensive = unsure"], Unknown, "不确定"),
                ("conditions not described leave it open", &["alliance/industry_conditions ="], Unknown, "产业条件"),
                ("a basis that is missing is only a hint", &["alliance/ip_intensive_basis ="], Met, "第25号"),
            ],
        );
    }

    #[test]
    fn another_industry_keeps_nobody_from_registration() {
        assert_eq!(assessed(&["alliance/ip_intensive = no"]).eligible(), Met);
    }
}
