//! 自评报告: what the checks say, as a document for the founders' own use.

use chrono::NaiveDate;

use super::blocks::{cell, cell_of, head_row, heading, row, table, words};
use super::enclosures::blanks_of;
use super::fact_names::fact_names;
use super::facts::DocumentFacts;
use super::prose::{blocks_with, numbered, of_alliance};
use super::representation::{Block, Document, Words};
use super::texts::SELF_EVALUATION;
use crate::checks::{MaterialItem, Outcome, Verdict, Weight};
use crate::dossier::{Dossier, FactPath};
use crate::language::Message;

/// Verdict by verdict, the findings and the state of the materials.
#[must_use]
pub fn self_evaluation(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let inserts = vec![
        ("逐项核对", outcomes(&facts)),
        ("需要核对的问题", vec![findings(&facts)]),
        ("备案材料准备情况", vec![materials(&facts)]),
    ];
    let text = numbered(blocks_with(SELF_EVALUATION, &facts, inserts));
    Document { title: "备案条件自评报告".to_owned(), blocks: of_alliance(text, &facts) }
}

/// The requirements by weight, each weight under its heading.
fn outcomes(facts: &DocumentFacts) -> Vec<Block> {
    let mut sections = Vec::new();
    for (weight, label) in [
        (Weight::Must, "必须满足的条件"),
        (Weight::Advisory, "一般应当满足的条件"),
        (Weight::Bonus, "鼓励和支持的情形"),
    ] {
        let outcomes: Vec<&Outcome> =
            facts.assessment.outcomes.iter().filter(|outcome| outcome.rule.weight == weight).collect();
        if !outcomes.is_empty() {
            sections.extend([heading(2, label), outcome_table(facts, &outcomes)]);
        }
    }
    sections
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
        Verdict::Met | Verdict::Unmet => told.push(listed("所依据的事实", &outcome.facts.iter().collect::<Vec<_>>())),
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

fn findings(facts: &DocumentFacts) -> Block {
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
            cell_of(open_needs(facts, item)),
        ]));
    }
    table(&[26, 44, 18, 68], 1, rows)
}

fn open_needs(facts: &DocumentFacts, item: &MaterialItem) -> Vec<Words> {
    let open = item.needs.iter().filter(|need| !need.is_done());
    let mut told: Vec<Words> = open
        .map(|need| match need.is_hint() {
            true => labelled("提示", &need.words()),
            false => words(need.words().zh),
        })
        .collect();
    let blanks = blanks_of(facts, item.number);
    if blanks > 0 {
        told.push(words(format!("文书中有{blanks}处待填")));
    }
    if told.is_empty() { vec![words("无")] } else { told }
}
