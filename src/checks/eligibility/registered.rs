//! Article 16(一): the chair and the secretary-general unit are registered in Hainan.

use super::judgement::{Judgement, said};
use crate::checks::case::{Case, Lead};
use crate::checks::consistency::is_elsewhere;
use crate::checks::words::quoted;
use crate::checks::{Rule, Weight};
use crate::language::{Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-1-registered",
    citation: Citation::item(16, 1),
    weight: Weight::Must,
    question: label(
        "理事长单位和秘书长单位都在海南省内注册吗？",
        "Are the chair and the secretary-general unit registered in Hainan?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    judgement.awaits_absent_leads(case);
    for Lead { member, who } in &case.leads {
        let Message { zh, en } = who;
        let path = member.path("in_hainan");
        judgement.uses(member.path("role"));
        let remedy = message!(
            "改由在海南省内注册的独立法人单位担任；或者由{zh}在海南省内注册的独立法人子公司加入并担任。",
            "Let a legal person registered in Hainan take the role, or a subsidiary of the {en} that is one."
        );
        if member.is_foreign() {
            judgement.uses(member.path("foreign"));
            judgement.forbids(
                message!(
                    "{zh}是境外单位，不在海南省内注册。",
                    "The {en} is from outside the mainland, so not registered in Hainan."
                ),
                remedy,
            );
        } else {
            judgement.asks(
                path,
                Some(who),
                &member.in_hainan,
                message!("{zh}在海南省内注册。", "The {en} is registered in Hainan."),
                (message!("{zh}不在海南省内注册。", "The {en} is not registered in Hainan."), remedy),
            );
        }
        let address = member.address.given().map(|address| address.as_str()).filter(|address| is_elsewhere(address));
        if let Some(address) = address.filter(|_| said(&member.in_hainan) == Some(true)) {
            judgement.uses(member.path("address"));
            let address = quoted(address);
            judgement.hints(message!(
                "{zh}的住所填写为{address}，与“在海南省内注册”不一致：以证照所载住所为准，请核对证照。",
                "The {en}’s address is given as {address}, which does not agree: the address on the licence decides. Compare it."
            ));
        }
        if let Some(uscc) = member.uscc.given().filter(|uscc| !uscc.in_hainan())
            && said(&member.in_hainan) == Some(true)
        {
            judgement.uses(member.path("uscc"));
            let region = uscc.region();
            judgement.hints(message!(
                "{zh}的代码第3至8位是{region}，不是海南的46开头：它只表示发码时的登记机关，以证照所载住所为准，请核对证照。",
                "Digits 3 to 8 of the {en}’s code are {region}, not Hainan’s 46…: they only name the registering authority at the time; the address on the licence decides. Compare it."
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{holds, outcome};

    #[test]
    fn both_leading_units_are_registered_in_hainan() {
        holds(
            RULE.id,
            &[
                ("both are", &[], Met, "秘书长单位“海南示例热带作物育种研究院”在海南省内注册"),
                (
                    "a chair from elsewhere is not",
                    &["members/m01/in_hainan = no"],
                    Unmet,
                    "理事长单位“海南示例南繁种业科技有限公司”不在海南省内注册",
                ),
                ("nor is a secretary-general unit", &["members/m02/in_hainan = no"], Unmet, "秘书长单位"),
                ("a unit from outside the mainland never is", &["members/m01/foreign = yes"], Unmet, "境外单位"),
                (
                    "one unit may be both",
                    &["remove m02", "members/m01/role = chair-and-secretary"],
                    Met,
                    "理事长单位兼秘书长单位",
                ),
                ("a code from elsewhere is only a caution", &["members/m01/uscc = 91110108YLDW0004XU"], Met, "110108"),
                (
                    "an address elsewhere is a caution too",
                    &["members/m01/address = 广东省深圳市南山区示例路1号"],
                    Met,
                    "与“在海南省内注册”不一致",
                ),
                ("not answered is not no", &["members/m01/in_hainan ="], Unknown, "尚未回答"),
                ("nor is not sure", &["members/m01/in_hainan = unsure"], Unknown, "不确定"),
                ("nor is what cannot be read", &["members/m01/in_hainan = 在三亚"], Unknown, "无法识别"),
                ("without a chair it is open", &["members/m01/role = council"], Unknown, "还没有确定理事长单位"),
                ("without a secretary-general unit too", &["members/m02/role ="], Unknown, "还没有确定秘书长单位"),
                ("and without members", &["empty"], Unknown, "还没有确定理事长单位"),
                (
                    "one no outweighs what is open",
                    &["members/m01/in_hainan = no", "members/m02/in_hainan ="],
                    Unmet,
                    "不在海南省内注册",
                ),
            ],
        );
    }

    #[test]
    fn a_missing_chair_is_sought_among_the_roles_not_answered_then_in_the_list() {
        let missing =
            |edits: &[&str]| outcome(RULE.id, edits).missing.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(missing(&["members/m01/role =", "members/m07/role ="]), ["members/m01/role", "members/m07/role"]);
        assert_eq!(missing(&["members/m01/role = council"]), ["members"]);
        assert_eq!(missing(&["members/m02/in_hainan ="]), ["members/m02/in_hainan"]);
    }
}
