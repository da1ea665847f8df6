//! Article 23: the secretariat has fixed premises.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::words::quoted;
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "23-premises",
    citation: Citation::article(23),
    weight: Weight::Must,
    question: label("秘书处有固定的办公场所吗？", "Has the secretariat fixed premises?"),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let secretariat = &case.dossier.secretariat;
    judgement.asks(
        FactPath::new("secretariat/fixed_premises"),
        None,
        &secretariat.fixed_premises,
        message!("秘书处有固定的办公场所。", "The secretariat has fixed premises."),
        (
            message!("秘书处没有固定的办公场所。", "The secretariat has no fixed premises."),
            message!(
                "由秘书处承担单位提供或者租用固定的办公场所。",
                "Let the unit that bears the secretariat provide or rent premises."
            ),
        ),
    );
    judgement.needs(FactPath::new("secretariat/premises"), None, &secretariat.premises);
    if let Some(premises) = secretariat.premises.given() {
        let premises = quoted(premises.as_str());
        judgement.favours(message!("办公地址：{premises}。", "Its address: {premises}."));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::holds;

    #[test]
    fn the_premises_are_fixed_and_have_an_address() {
        holds(
            RULE.id,
            &[
                ("fixed, with an address", &[], Met, "示例路2号"),
                ("not fixed", &["secretariat/fixed_premises = no"], Unmet, "没有固定的办公场所"),
                ("not answered", &["secretariat/fixed_premises ="], Unknown, "尚未回答"),
                ("fixed, but where", &["secretariat/premises ="], Unknown, "秘书处办公地址"),
            ],
        );
    }
}
