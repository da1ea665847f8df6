//! Article 23: the secretariat is borne by an enterprise or public institution (企事业单位) registered in Hainan.
//!
//! A society is a legal person and may lead, yet is neither of these: a unit can pass Article 16(一) and fail here.

use super::judgement::{Judgement, said};
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::{Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "23-secretariat-unit",
    citation: Citation::article(23),
    weight: Weight::Must,
    question: label(
        "秘书处由海南省境内注册的企事业单位承担吗？",
        "Is the secretariat borne by an enterprise or public institution registered in Hainan?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let stated = FactPath::new("secretariat/hainan_unit");
    if said(&case.dossier.secretariat.hainan_unit) == Some(false) {
        judgement.forbids(
            message!(
                "已说明秘书处不是由海南省境内注册的企事业单位承担。",
                "By your answer, no enterprise or public institution of Hainan bears the secretariat."
            ),
            message!(
                "改由海南省境内注册的企业或者事业单位承担秘书处。",
                "Let an enterprise or public institution registered in Hainan bear the secretariat."
            ),
        );
    }
    judgement.uses(stated);
    judgement.awaits_absent_secretary(case);
    for lead in case.leads.iter().filter(|lead| lead.member.role.given().is_some_and(|role| role.is_secretary())) {
        let (member, Message { zh, en }) = (lead.member, &lead.who);
        let path = |key| member.path(key);
        judgement.uses(path("role"));
        judgement.uses(path("uscc"));
        match member.uscc.given().map(|uscc| uscc.class()) {
            Some(class) if class.is_enterprise_or_institution() => {
                let (class_zh, class_en) = (class.label().zh, class.label().en);
                judgement.favours(message!("{zh}是{class_zh}。", "The {en} is of the class “{class_en}”."));
            }
            Some(class) => {
                let (class_zh, class_en) = (class.label().zh, class.label().en);
                judgement.forbids(
                    message!(
                        "{zh}是{class_zh}，不是企业，也不是事业单位。",
                        "The {en} is of the class “{class_en}”: neither an enterprise nor a public institution."
                    ),
                    message!(
                        "改由成员中的企业（代码91开头）或者事业单位（代码12开头）担任秘书长单位、承担秘书处。",
                        "Let an enterprise (code 91…) or a public institution (code 12…) among the members take the role."
                    ),
                );
            }
            None if member.is_foreign() => judgement.forbids(
                message!("{zh}是境外单位。", "The {en} is from outside the mainland."),
                message!(
                    "改由海南省境内注册的企业或者事业单位承担秘书处。",
                    "Let an enterprise or public institution registered in Hainan bear the secretariat."
                ),
            ),
            None => judgement.awaits(path("uscc"), Some(&lead.who), &member.uscc),
        }
        judgement.asks(
            path("in_hainan"),
            Some(&lead.who),
            &member.in_hainan,
            message!("{zh}在海南省境内注册。", "The {en} is registered in Hainan."),
            (
                message!("{zh}不在海南省境内注册。", "The {en} is not registered in Hainan."),
                message!(
                    "改由海南省境内注册的企业或者事业单位承担秘书处。",
                    "Let an enterprise or public institution registered in Hainan bear the secretariat."
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{holds, outcome};

    /// The society of the sample as secretary-general unit.
    const SOCIETY: &[&str] = &["members/m02/role = council", "members/m07/role = secretary"];

    #[test]
    fn an_enterprise_or_institution_of_hainan_bears_the_secretariat() {
        holds(
            RULE.id,
            &[
                ("a public institution of Hainan may", &[], Met, "事业单位"),
                ("so may a company", &["remove m02", "members/m01/role = chair-and-secretary"], Met, "企业"),
                ("a society may not", SOCIETY, Unmet, "不是企业，也不是事业单位"),
                (
                    "nor may a private non-enterprise unit",
                    &["members/m02/role = council", "members/m08/role = secretary"],
                    Unmet,
                    "民办非企业单位",
                ),
                ("nor a company from elsewhere", &["members/m02/in_hainan = no"], Unmet, "不在海南省境内注册"),
                (
                    "nor a unit from outside the mainland",
                    &["members/m02/uscc =", "members/m02/foreign = yes", "members/m02/in_hainan = no"],
                    Unmet,
                    "境外单位",
                ),
                ("a plain no is taken at its word", &["secretariat/hainan_unit = no"], Unmet, "已说明"),
                (
                    "a plain yes not given is not needed when the unit is known",
                    &["secretariat/hainan_unit ="],
                    Met,
                    "事业单位",
                ),
                ("a plain yes does not replace the code", &["members/m02/uscc ="], Unknown, "统一社会信用代码"),
                (
                    "without a secretary-general unit it is open",
                    &["members/m02/role = council"],
                    Unknown,
                    "还没有确定秘书长单位",
                ),
                ("without members it is open", &["empty"], Unknown, "还没有确定秘书长单位"),
            ],
        );
    }

    #[test]
    fn a_society_passes_article_16_and_fails_article_23() {
        assert_eq!(outcome("16-1-legal-person", SOCIETY).verdict, Met);
        assert_eq!(outcome(RULE.id, SOCIETY).verdict, Unmet);
    }
}
