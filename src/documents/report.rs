//! 06-必要性及可行性分析报告, Article 20(六).

use chrono::NaiveDate;

use super::facts::DocumentFacts;
use super::prose::{blocks_with, numbered, of_alliance};
use super::representation::{Block, Document};
use super::tables::{bodies, composition, holdings, standards, task_sections};
use super::texts::REPORT;
use crate::dossier::Dossier;

/// The report on need and feasibility, whose feasibility follows Article 16 item by item.
#[must_use]
pub fn report(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let inserts = vec![
        ("成员单位构成表", vec![composition(&facts)]),
        ("知识产权积累统计表", vec![holdings(&facts)]),
        ("参与制定标准统计表", vec![standards(&facts)]),
        ("联盟工作机构组成表", vec![bodies(&facts)]),
        ("主要任务", task_sections(&facts)),
    ];
    let text = with_contents(numbered(blocks_with(REPORT, &facts, inserts)));
    Document { title: "必要性及可行性分析报告".to_owned(), blocks: of_alliance(text, &facts) }
}

/// The contents under the title, on a page of their own.
fn with_contents(mut blocks: Vec<Block>) -> Vec<Block> {
    if let Some(title) = blocks.iter().position(|block| matches!(block, Block::Title(_))) {
        blocks.splice(title + 1..=title, [Block::Contents { level: 1 }, Block::PageBreak]);
    }
    blocks
}
