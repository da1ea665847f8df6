//! Article 20(六): the report on the need and feasibility of the alliance.

use super::needs::{Needs, facts};
use crate::checks::case::Case;
use crate::dossier::{Alliance, Fact, FactPath};
use crate::language::{Label, Message, label};
use crate::message;

/// The parts of the report and the facts each is written from.
const PARTS: [(Label, &[&str]); 5] = [
    (label("组建背景", "Background"), &["background"]),
    (label("必要性", "Need"), &["necessity", "common_interests"]),
    (
        label("可行性：产业条件和知识产权基础", "Feasibility: the industry and its IP"),
        &["ip_intensive", "industry_conditions", "ip_advantage"],
    ),
    (label("可行性：资源、投入和经费", "Feasibility: resources, means and funds"), &["resources", "funds", "budget"]),
    (label("宗旨和工作目标", "Purpose and aims"), &["purpose", "aims"]),
];

pub(super) fn needs(case: &Case, needs: &mut Needs) {
    let alliance = &case.dossier.alliance;
    let of = |keys: &'static [&'static str]| -> Vec<(FactPath, &dyn Fact)> {
        keys.iter().filter_map(|key| Some((FactPath::new(format!("alliance/{key}")), alliance.fact(key)?))).collect()
    };
    for (part, keys) in PARTS {
        let Label { zh, en } = part;
        needs.answers(message!("{zh}", "{en}"), None, of(keys));
    }
    needs.answers(message!("主要风险与对策", "Main risks and answers"), None, of(&["risks"]));
    needs.as_hint();
    let tasks = Alliance::QUESTIONS.iter().filter(|question| question.key.starts_with("task_"));
    let tasks = facts("alliance", tasks, |key| alliance.fact(key));
    let planned = tasks.iter().any(|(_, fact)| !fact.text().is_empty());
    let paths: Vec<FactPath> = tasks.into_iter().map(|(path, _)| path).collect();
    let what: Message = message!(
        "至少一项主要任务的工作安排（第五条至第十三条）",
        "Plans for at least one of the tasks (Articles 5 to 13)"
    );
    needs.thing(what, planned, paths, None);
    needs.as_hint();
    needs.done(
        message!("报告定稿", "The report final"),
        FactPath::new("materials/report_final"),
        &case.dossier.materials.report_final,
        None,
    );
}
