//! Article 17(一): preparation (筹建): intention, preparatory meeting, working group with a plan, draft charter and rules.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::chronology;
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "17-1-preparation",
    citation: Citation::item(17, 1),
    weight: Weight::Must,
    question: label("筹建的各个步骤都完成了吗？", "Are the steps of preparation done?"),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let setup = &case.dossier.setup;
    let steps = chronology::preparation(setup);
    for step in &steps {
        judgement.needs(step.path.clone(), None, step.answer);
        let Some(on) = step.on() else { continue };
        let (zh, en, day, iso) = (step.what.zh, step.what.en, on.chinese(), on.to_string());
        if on.date() > case.today {
            judgement.forbids(
                message!("{zh}定在{day}，还没有到。", "The {en} is set for {iso}, which is still to come."),
                message!(
                    "完成这一步以后再申请备案；日期写错的，请改正。",
                    "Apply when this step is done; correct the date if it is wrong."
                ),
            );
        } else {
            judgement.favours(message!("{zh}：{day}。", "The {en}: {iso}."));
        }
    }
    for (earlier, later) in chronology::inversions(&steps) {
        let (first, second, first_en, second_en) = (earlier.what.zh, later.what.zh, earlier.what.en, later.what.en);
        judgement.forbids(
            message!(
                "按填写的日期，{second}早于{first}，顺序不对。",
                "By the dates given, the {second_en} came before the {first_en}."
            ),
            message!(
                "核对{first}和{second}的日期；{first}应在先。",
                "Check the dates of the {first_en} and of the {second_en}; the {first_en} comes first."
            ),
        );
    }
    judgement.asks(
        FactPath::new("setup/plan_made"),
        None,
        &setup.plan_made,
        message!("制定了组建计划和方案。", "A plan was drawn up."),
        (
            message!("还没有制定组建计划和方案。", "No plan has been drawn up yet."),
            message!("由筹建工作组制定组建计划和方案。", "Let the working group draw up the plan."),
        ),
    );
    judgement.asks(
        FactPath::new("setup/rules_drafted"),
        None,
        &setup.rules_drafted,
        message!("起草了相关工作及管理制度。", "The working rules were drafted."),
        (
            message!("还没有起草相关工作及管理制度。", "The working rules have not been drafted yet."),
            message!(
                "由筹建工作组起草工作及管理制度，可以用本页提供的范本。",
                "Let the working group draft the rules; the models offered here will do."
            ),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::holds;

    #[test]
    fn preparation_goes_step_by_step() {
        holds(
            RULE.id,
            &[
                ("the sample went through all", &[], Met, "2026年2月4日"),
                ("two steps on one day are in order", &["setup/intent_on = 2026-02-04"], Met, "制定了组建计划"),
                (
                    "a working group before the preparatory meeting is not",
                    &["setup/working_group_on = 2026-02-03"],
                    Unmet,
                    "顺序不对",
                ),
                (
                    "nor is a draft before the intention, the steps between unknown",
                    &[
                        "setup/preparatory_meeting_on =",
                        "setup/working_group_on =",
                        "setup/charter_drafted_on = 2026-01-01",
                    ],
                    Unmet,
                    "顺序不对",
                ),
                ("a step not dated leaves it open", &["setup/intent_on ="], Unknown, "提出组建意向或要约的日期"),
                ("a date that does not exist leaves it open", &["setup/intent_on = 2026-02-30"], Unknown, "无法识别"),
                ("a step still to come is not done", &["setup/charter_drafted_on = 2026-12-01"], Unmet, "还没有到"),
                ("no plan", &["setup/plan_made = no"], Unmet, "组建计划和方案"),
                ("no rules", &["setup/rules_drafted = no"], Unmet, "管理制度"),
                ("nothing known", &["empty"], Unknown, "尚未回答"),
            ],
        );
    }
}
