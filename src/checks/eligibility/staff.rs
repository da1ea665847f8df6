//! Article 23: the secretariat has full-time staff. How many is not said.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "23-staff",
    citation: Citation::article(23),
    weight: Weight::Must,
    question: label("秘书处配备专职工作人员了吗？", "Has the secretariat full-time staff?"),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let staff = &case.dossier.secretariat.full_time_staff;
    judgement.needs(FactPath::new("secretariat/full_time_staff"), None, staff);
    match staff.given().map(|staff| staff.get()) {
        Some(0) => judgement.forbids(
            message!("秘书处没有专职工作人员。", "The secretariat has no full-time staff."),
            message!(
                "由秘书处承担单位至少配备1名专职工作人员。",
                "Let the unit that bears the secretariat assign at least one."
            ),
        ),
        Some(count) => judgement
            .favours(message!("秘书处有{count}名专职工作人员。", "The secretariat’s full-time staff: {count}.")),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::holds;

    #[test]
    fn somebody_works_there_full_time() {
        holds(
            RULE.id,
            &[
                ("four do", &[], Met, "4名"),
                ("one is enough", &["secretariat/full_time_staff = 1"], Met, "1名"),
                ("none is not", &["secretariat/full_time_staff = 0"], Unmet, "至少配备1名"),
                ("not answered", &["secretariat/full_time_staff ="], Unknown, "尚未回答"),
                ("not a number", &["secretariat/full_time_staff = 若干"], Unknown, "无法识别"),
            ],
        );
    }
}
