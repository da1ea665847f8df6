//! Article 23: the secretary-general comes, as a rule (原则上), from the unit that bears the secretariat.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::words::quoted;
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "23-secretary-general",
    citation: Citation::article(23),
    weight: Weight::Advisory,
    question: label(
        "秘书长由秘书处承担单位的人员担任吗？",
        "Is the secretary-general of the staff of the unit that bears the secretariat?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let secretariat = &case.dossier.secretariat;
    judgement.needs(FactPath::new("secretariat/secretary_general"), None, &secretariat.secretary_general);
    if let Some(name) = secretariat.secretary_general.given() {
        let name = quoted(name.as_str());
        judgement.favours(message!("秘书长：{name}。", "The secretary-general: {name}."));
    }
    judgement.asks(
        FactPath::new("secretariat/from_unit"),
        None,
        &secretariat.from_unit,
        message!("秘书长是秘书处承担单位的人员。", "The secretary-general is of that unit’s staff."),
        (
            message!(
                "秘书长不是秘书处承担单位的人员。条文用“原则上应当”，不是绝对条件。",
                "The secretary-general is not of that unit’s staff. The text says “as a rule”, so this is no absolute condition."
            ),
            message!(
                "改由秘书处承担单位的人员担任；确有理由的，在会议纪要中写明由成员单位协商确定。",
                "Let somebody of that unit take the office, or record in the minutes that the members agreed on the choice, and why."
            ),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{assessed, holds};

    #[test]
    fn the_secretary_general_comes_from_the_unit_as_a_rule() {
        holds(
            RULE.id,
            &[
                ("from the unit", &[], Met, "蔡示例"),
                ("from elsewhere, which wants a reason", &["secretariat/from_unit = no"], Unmet, "原则上应当"),
                ("nobody named yet", &["secretariat/secretary_general ="], Unknown, "秘书长姓名"),
                ("not answered", &["secretariat/from_unit ="], Unknown, "尚未回答"),
            ],
        );
    }

    #[test]
    fn one_from_elsewhere_keeps_nobody_from_registration() {
        assert_eq!(assessed(&["secretariat/from_unit = no"]).eligible(), Met);
    }
}
