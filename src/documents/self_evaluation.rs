//! 自评报告: what the checks say, as a document for the founders' own use.

use chrono::NaiveDate;

use super::blocks::{cell, cell_of, head_row, heading, paragraph, row, table, then, words};
use super::facts::DocumentFacts;
use super::prose::{blocks, numbered, of_alliance};
use super::representation::{Block, Document, Role, Words};
use super::texts::SELF_EVALUATION;
use crate::checks::{MaterialItem, Outcome, Verdict, Weight};
use crate::dossier::{Dossier, FactPath, Member};
use crate::language::Message;

/// Verdict by verdict, the findings and the state of the materials.
#[must_use]
pub fn self_evaluation(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let mut report = of_alliance(blocks(SELF_EVALUATION, &facts), &facts);
    let mut sections = vec![heading(1, "总体结论")];
    sections.extend(conclusion(&facts).into_iter().map(|words| paragraph(Role::Body, words)));
    sections.push(heading(1, "逐项核对"));
    for (weight, label) in [
        (Weight::Must, "必须满足的条件"),
        (Weight::Advisory, "一般应当满足的条件"),
        (Weight::Bonus, "鼓励和支持的情形"),
    ] {
        let outcomes: Vec<&Outcome> =
            facts.assessment.outcomes.iter().filter(|outcome| outcome.rule.weight == weight).collect();
        if !outcomes.is_empty() {
            sections.extend([heading(2, label), outcome_table(&facts, &outcomes)]);
        }
    }
    sections.push(heading(1, "需要核对的问题"));
    sections.push(findings(&facts));
    sections.push(heading(1, "备案材料准备情况"));
    sections.push(materials(&facts));
    report.extend(numbered(sections));
    Document { title: "备案条件自评报告".to_owned(), blocks: report }
}

fn conclusion(facts: &DocumentFacts) -> Vec<Words> {
    let musts = || facts.assessment.outcomes.iter().filter(|outcome| outcome.rule.weight == Weight::Must);
    let count = |verdict: Verdict| musts().filter(|outcome| outcome.verdict == verdict).count();
    let overall = match facts.assessment.eligible() {
        Verdict::Met => "必须满足的条件均已符合",
        Verdict::Unmet => "有必须满足的条件不符合，现有情况下不宜申请备案",
        Verdict::Unknown => "尚有事实待补充，不能得出结论",
    };
    let figures = format!(
        "必须满足的条件共{}项：符合{}项，不符合{}项，待补充{}项。",
        musts().count(),
        count(Verdict::Met),
        count(Verdict::Unmet),
        count(Verdict::Unknown)
    );
    vec![then(words("自评日期："), facts.words("today")), words(format!("自评结论：{overall}。")), words(figures)]
}

fn outcome_table(facts: &DocumentFacts, outcomes: &[&Outcome]) -> Block {
    let mut rows = vec![head_row(&["依据", "核对事项", "结论", "理由和所依据的事实"])];
    for outcome in outcomes {
        rows.push(row(vec![
            cell(words(outcome.rule.citation.words().zh)).centred(),
            cell(words(outcome.rule.question.zh)),
            cell(words(outcome.verdict.label().zh)).centred(),
            cell_of(explained(facts, outcome)),
        ]));
    }
    table(&[26, 34, 16, 80], 1, rows)
}

fn explained(facts: &DocumentFacts, outcome: &Outcome) -> Vec<Words> {
    let mut told: Vec<Words> = outcome.reasons.iter().map(|reason| words(&reason.zh)).collect();
    let listed = |label: &str, paths: &[FactPath]| words(format!("{label}：{}。", fact_names(facts.dossier, paths)));
    match outcome.verdict {
        Verdict::Unknown => told.push(listed("待补充的事实", &outcome.missing)),
        Verdict::Met | Verdict::Unmet => told.push(listed("所依据的事实", &outcome.facts)),
    }
    if outcome.verdict == Verdict::Unmet {
        told.extend(outcome.remedies.iter().map(|remedy| labelled("改进办法", remedy)));
    }
    told.extend(outcome.hints.iter().map(|hint| labelled("提示", hint)));
    told
}

fn labelled(label: &str, message: &Message) -> Words {
    words(format!("{label}：{}", message.zh))
}

/// What facts are called: those of the alliance, then those of members, gathered by whose they are.
fn fact_names(dossier: &Dossier, paths: &[FactPath]) -> String {
    let mut alliance = Vec::new();
    let mut owned: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for path in paths {
        let Some(question) = Dossier::question(path) else {
            alliance.extend(path.section().map(|section| section.label().zh));
            continue;
        };
        let fact = question.label.zh.trim_end_matches('吗');
        if path.member_id().is_none() {
            alliance.push(fact);
        } else if !told.contains(&question.key) {
            told.push(question.key);
            let same = paths.iter().filter(|other| other.key() == question.key);
            let owners: Vec<&str> = same.filter_map(FactPath::member_id).collect();
            match owned.iter_mut().find(|(others, _)| *others == owners) {
                Some((_, facts)) => facts.push(fact),
                None => owned.push((owners, vec![fact])),
            }
        }
    }
    let mut groups: Vec<String> = (!alliance.is_empty()).then(|| alliance.join("、")).into_iter().collect();
    groups.extend(owned.iter().map(|(ids, facts)| format!("{}的{}", owners_name(dossier, ids), facts.join("、"))));
    groups.join("；")
}

/// Some members, by their ids: 各成员单位 where it is all of them.
fn owners_name(dossier: &Dossier, ids: &[&str]) -> String {
    if dossier.members.len() > 1 && dossier.members.iter().all(|member| ids.contains(&member.id.as_str())) {
        return "各成员单位".to_owned();
    }
    let name = |(place, member): (usize, &Member)| match member.name.given() {
        Some(name) => name.as_str().to_owned(),
        None => format!("第{}家成员单位", place + 1),
    };
    let named = dossier.members.iter().enumerate().filter(|(_, member)| ids.contains(&member.id.as_str()));
    named.map(name).collect::<Vec<_>>().join("、")
}

fn findings(facts: &DocumentFacts) -> Block {
    if facts.assessment.findings.is_empty() {
        return paragraph(Role::Body, words("没有发现前后不一致或者需要核对的问题。"));
    }
    let mut rows = vec![head_row(&["序号", "程度", "问题", "处理办法"])];
    for (number, finding) in (1..).zip(&facts.assessment.findings) {
        rows.push(row(vec![
            cell(words(number.to_string())).centred(),
            cell(words(finding.severity.label().zh)).centred(),
            cell_of(vec![words(&finding.message.zh)]),
            cell(words(&finding.remedy.zh)),
        ]));
    }
    table(&[14, 24, 62, 56], 1, rows)
}

fn materials(facts: &DocumentFacts) -> Block {
    let mut rows = vec![head_row(&["依据", "材料", "状态", "待办事项"])];
    for item in &facts.assessment.materials {
        rows.push(row(vec![
            cell(words(item.citation.words().zh)).centred(),
            cell(words(item.title.zh)),
            cell(words(item.state.label().zh)).centred(),
            cell_of(open_needs(item)),
        ]));
    }
    table(&[26, 44, 18, 68], 1, rows)
}

fn open_needs(item: &MaterialItem) -> Vec<Words> {
    let open = item.needs.iter().filter(|need| !need.done);
    let told: Vec<Words> = open
        .map(|need| match need.hint {
            true => labelled("提示", &need.what),
            false => words(&need.what.zh),
        })
        .collect();
    if told.is_empty() { vec![words("无")] } else { told }
}
