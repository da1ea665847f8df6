//! Article 16(四): the members have means, a good name in business and act in good faith.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::language::{Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-4-good-faith",
    citation: Citation::item(16, 4),
    weight: Weight::Must,
    question: label(
        "各成员单位有一定经济实力、良好商业信誉和诚信精神吗？",
        "Do the members have means, a good name in business and good faith?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    judgement.asks_every_unit(
        case,
        &["good_faith"],
        |member| &member.good_faith,
        |count| {
            message!(
                "{count}家成员单位都有一定经济实力，商业信誉良好。",
                "All {count} members have means and a good name in business."
            )
        },
        |Message { zh, en }| {
            (
                message!("{zh}不具备经济实力或者良好商业信誉。", "Without means or a good name in business: {en}."),
                message!(
                    "核实{zh}的情况；确实不具备的，暂缓加入。",
                    "Look into the case of {en}; who really lacks these joins later."
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
    fn every_member_is_in_good_faith() {
        holds(
            RULE.id,
            &[
                ("all of the sample's are", &[], Met, "12家成员单位都有"),
                ("one that is not is named", &["members/m10/good_faith = no"], Unmet, "乐东示例南繁制种农民专业合作社"),
                ("not sure leaves it open", &["members/m10/good_faith = unsure"], Unknown, "还没有明确回答"),
                (
                    "many are counted",
                    &[
                        "members/m01/good_faith =",
                        "members/m02/good_faith =",
                        "members/m03/good_faith =",
                        "members/m04/good_faith =",
                        "members/m05/good_faith =",
                        "members/m06/good_faith =",
                    ],
                    Unknown,
                    "等6家",
                ),
                ("no member leaves it open", &["empty"], Unknown, "还没有填写成员单位"),
            ],
        );
    }
}
