//! Article 16(四): the members share interests and strongly want the alliance.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::{Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-4-interests",
    citation: Citation::item(16, 4),
    weight: Weight::Must,
    question: label(
        "各成员单位有共同利益诉求和组建联盟的强烈意愿吗？",
        "Do the members share interests and strongly want the alliance?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let interests = &case.dossier.alliance.common_interests;
    if judgement.needs(FactPath::new("alliance/common_interests"), None, interests) {
        judgement.favours(message!("已说明共同利益诉求。", "The shared interests are described."));
    }
    judgement.asks_every_unit(
        case,
        &["willing"],
        |member| &member.willing,
        |count| {
            message!(
                "{count}家成员单位都有共同利益诉求和加入意愿。",
                "All {count} members share the interests and want to join."
            )
        },
        |Message { zh, en }| {
            (
                message!("{zh}没有共同利益诉求或者加入意愿。", "Without shared interests or the wish to join: {en}."),
                message!(
                    "与{zh}协商一致；不愿意加入的，从成员名单中移除。",
                    "Come to an agreement with {en}, or take off the list who does not want to join."
                ),
            )
        },
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::holds;

    #[test]
    fn every_member_shares_the_interests() {
        holds(
            RULE.id,
            &[
                ("all of the sample's do", &[], Met, "12家成员单位都有"),
                (
                    "one that does not want to join is named",
                    &["members/m09/willing = no"],
                    Unmet,
                    "深圳市样例农业科技发展基金会",
                ),
                ("one that was not asked leaves it open", &["members/m09/willing ="], Unknown, "还没有明确回答"),
                ("interests not described leave it open", &["alliance/common_interests ="], Unknown, "共同利益诉求"),
                ("no member leaves it open", &["empty"], Unknown, "还没有填写成员单位"),
            ],
        );
    }
}
