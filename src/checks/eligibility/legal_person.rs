//! Article 16(一): the chair and the secretary-general unit are independent legal persons (独立法人).
//!
//! The class of the code proves it for some, rules it out for others, and for the rest (companies, partnerships and
//! branches are all 91) the word printed on the licence decides.

use super::judgement::Judgement;
use crate::checks::case::{Case, Lead};
use crate::checks::{Rule, Weight};
use crate::dossier::LicenceWord;
use crate::identifiers::LegalPerson;
use crate::language::{Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-1-legal-person",
    citation: Citation::item(16, 1),
    weight: Weight::Must,
    question: label(
        "理事长单位和秘书长单位都是独立法人单位吗？",
        "Are the chair and the secretary-general unit independent legal persons?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    judgement.awaits_absent_leads(case);
    for Lead { member, who } in &case.leads {
        let Message { zh, en } = who;
        let (code, word) = (member.path("uscc"), member.path("licence_word"));
        judgement.uses(member.path("role"));
        judgement.uses(code.clone());
        let class = member.uscc.given().map(|uscc| uscc.class());
        let (class_zh, class_en) = class.map_or(("", ""), |class| (class.label().zh, class.label().en));
        let remedy = message!(
            "改由独立法人单位担任；分支机构可以改由其所属法人单位担任（该法人也须在海南省内注册）。",
            "Let an independent legal person take the role; a branch may be replaced by the legal person it belongs to, if that is registered in Hainan."
        );
        match class.map(|class| class.legal_person()) {
            Some(LegalPerson::Yes) => {
                judgement.favours(message!(
                    "{zh}是{class_zh}，属独立法人。",
                    "The {en} is a {class_en}, and so a legal person."
                ));
                continue;
            }
            Some(LegalPerson::No) => {
                judgement.forbids(
                    message!(
                        "{zh}是{class_zh}，不是法人。",
                        "The {en} is of the class “{class_en}”, which is no legal person."
                    ),
                    remedy,
                );
                continue;
            }
            Some(LegalPerson::AskLicence) | None => judgement.uses(word.clone()),
        }
        match (member.licence_word.given(), class) {
            (Some(LicenceWord::LegalRepresentative), _) => judgement.favours(message!(
                "{zh}的证照印有“法定代表人”，属独立法人。",
                "The licence of the {en} prints “法定代表人”, the mark of a legal person."
            )),
            // Without a code it may still be of a class whose certificates print another word, such as a 机关.
            (Some(_), None) if !member.is_foreign() => judgement.awaits(code, Some(who), &member.uscc),
            (Some(printed), _) => {
                let printed = printed.label().zh;
                judgement.forbids(
                    message!(
                        "{zh}的证照印的是“{printed}”，不是“法定代表人”，不属独立法人（分支机构、合伙企业、个人独资企业等）。",
                        "The licence of the {en} prints “{printed}”, not “法定代表人”: a branch, partnership or sole proprietorship is no legal person."
                    ),
                    remedy,
                );
            }
            (None, _) => {
                judgement.awaits(word, Some(who), &member.licence_word);
                if class.is_none() && !member.is_foreign() {
                    judgement.awaits(code, Some(who), &member.uscc);
                }
            }
        }
        if class.is_some() {
            judgement.hints(message!(
                "{zh}的代码类别是{class_zh}，这一类别不能单独证明法人资格，以证照上印的称谓为准。",
                "The class of the {en} ({class_en}) does not by itself prove a legal person; the word on the licence does."
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
    fn class_and_licence_tell_a_legal_person() {
        holds(
            RULE.id,
            &[
                ("a company by its licence, an institution by its class", &[], Met, "事业单位，属独立法人"),
                ("a branch prints 负责人", &["members/m01/licence_word = person-in-charge"], Unmet, "印的是“负责人”"),
                (
                    "a partnership prints 执行事务合伙人",
                    &["members/m01/licence_word = managing-partner"],
                    Unmet,
                    "执行事务合伙人",
                ),
                ("a sole proprietorship prints 投资人", &["members/m01/licence_word = investor"], Unmet, "投资人"),
                (
                    "an individual business is none, whatever is said of its licence",
                    &["members/m11/role = secretary", "members/m11/licence_word = legal-representative"],
                    Unmet,
                    "个体工商户，不是法人",
                ),
                ("a law firm is none", &["members/m06/role = chair"], Unmet, "律师事务所，不是法人"),
                (
                    "a society is one, though it cannot bear the secretariat",
                    &["members/m02/role = council", "members/m07/role = secretary"],
                    Met,
                    "社会团体，属独立法人",
                ),
                (
                    "an institution is one even if the word is not answered",
                    &["members/m02/licence_word ="],
                    Met,
                    "属独立法人",
                ),
                ("the class 91 alone proves nothing", &["members/m01/licence_word ="], Unknown, "证照上印的负责人称谓"),
                ("without a code the word 法定代表人 will do", &["members/m01/uscc ="], Met, "印有“法定代表人”"),
                (
                    "without a code another word leaves it open",
                    &["members/m01/uscc =", "members/m01/licence_word = person-in-charge"],
                    Unknown,
                    "统一社会信用代码",
                ),
                (
                    "a unit from outside the mainland goes by the word alone",
                    &["members/m01/uscc =", "members/m01/foreign = yes", "members/m01/licence_word = person-in-charge"],
                    Unmet,
                    "负责人",
                ),
            ],
        );
    }

    #[test]
    fn without_code_and_word_both_are_asked_for() {
        let missing = outcome(RULE.id, &["members/m01/uscc =", "members/m01/licence_word ="]).missing;
        assert_eq!(missing.iter().map(|path| path.key()).collect::<Vec<_>>(), ["licence_word", "uscc"]);
    }
}
