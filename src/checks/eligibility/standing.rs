//! Article 16(一): the chair and the secretary-general unit have good business and credit standing and no serious breach
//! of trust. The Measures name no proof.

use super::judgement::Judgement;
use crate::checks::case::{Case, Lead};
use crate::checks::{Rule, Weight};
use crate::language::{Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-1-standing",
    citation: Citation::item(16, 1),
    weight: Weight::Must,
    question: label(
        "理事长单位和秘书长单位经营和资信状况良好、无严重失信行为吗？",
        "Are the chair and the secretary-general unit in good standing, without serious breaches of trust?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    judgement.awaits_absent_leads(case);
    for Lead { member, who } in &case.leads {
        let Message { zh, en } = who;
        let path = |key| member.path(key);
        judgement.uses(path("role"));
        let other = message!(
            "改由经营和资信状况良好的单位担任理事长单位、秘书长单位。",
            "Let a unit in good standing take the role."
        );
        judgement.asks(
            path("good_standing"),
            Some(who),
            &member.good_standing,
            message!("{zh}经营和资信状况良好。", "The {en} is in good standing."),
            (message!("{zh}的经营和资信状况不好。", "The {en} is not in good standing."), other),
        );
        judgement.asks(
            path("no_serious_breach"),
            Some(who),
            &member.no_serious_breach,
            message!("{zh}没有严重失信行为。", "The {en} is free of serious breaches of trust."),
            (
                message!("{zh}有严重失信行为。", "The {en} has a serious breach of trust on record."),
                message!(
                    "{zh}依法修复信用、移出名单以后再申请，或者改由没有严重失信行为的单位担任。",
                    "Apply after the {en} has restored its credit and is off the list, or let another unit take the role."
                ),
            ),
        );
        for (key, answer) in
            [("credit_report_on", &member.credit_report_on), ("register_print_on", &member.register_print_on)]
        {
            judgement.uses(path(key));
            if answer.given().is_none() {
                let proof = match key {
                    "credit_report_on" => label("“信用中国”信用报告", "a Credit China report"),
                    _ => label("登记公示信息查询页", "a print from the public register"),
                };
                let (proof_zh, proof_en) = (proof.zh, proof.en);
                judgement.hints(message!(
                    "办法没有规定用什么证明；受理部门可能要看{zh}的{proof_zh}，建议备好。",
                    "The Measures name no proof; the office may want to see {proof_en} on the {en}. Have it ready."
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::holds;

    #[test]
    fn both_leading_units_are_in_good_standing() {
        holds(
            RULE.id,
            &[
                ("both are", &[], Met, "没有严重失信行为"),
                ("a chair in bad standing", &["members/m01/good_standing = no"], Unmet, "经营和资信状况不好"),
                ("a serious breach", &["members/m02/no_serious_breach = no"], Unmet, "信用"),
                ("not answered is not no", &["members/m02/good_standing ="], Unknown, "尚未回答"),
                ("not sure is not no", &["members/m02/no_serious_breach = unsure"], Unknown, "不确定"),
                (
                    "a report that is missing is only a hint",
                    &["members/m01/credit_report_on ="],
                    Met,
                    "办法没有规定用什么证明",
                ),
                ("the other members are not asked", &["members/m03/good_standing = no"], Met, "良好"),
                ("without leading units it is open", &["empty"], Unknown, "还没有确定"),
            ],
        );
    }
}
