//! 07-成立会议纪要, Article 20(七).

use chrono::NaiveDate;

use super::answers::words_of;
use super::blocks::{cell, empty, head_row, high_row, table, words};
use super::facts::DocumentFacts;
use super::prose::{blocks_with, numbered, of_alliance};
use super::representation::{Block, Document};
use super::tables::bodies;
use super::texts::MINUTES;
use crate::dossier::Dossier;

/// The minutes of the first members' congress (Article 17(二)). They say of the congress only what the dossier says.
#[must_use]
pub fn minutes(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let inserts = vec![("联盟工作机构组成表", vec![bodies(&facts)]), ("出席会议签到表", vec![attendance(&facts)])];
    let mut text = of_alliance(numbered(blocks_with(MINUTES, &facts, inserts)), &facts);
    let lines = ["主持人（签字）：", "记录人（签字）：", "　　　　年　　月　　日"];
    text.push(Block::Signature { party: None, lines: lines.map(words).to_vec() });
    Document { title: "成立会议纪要".to_owned(), blocks: text }
}

/// Every member, to be signed by its representative at the congress.
fn attendance(facts: &DocumentFacts) -> Block {
    let mut rows = vec![head_row(&["序号", "单位名称", "在联盟中的职务", "出席代表（签字）"])];
    for (number, (_, one)) in (1..).zip(facts.members()) {
        let cells = vec![
            cell(words(number.to_string())).centred(),
            cell(words_of(one.as_ref(), "member/name")),
            cell(words_of(one.as_ref(), "member/role")).centred(),
            empty(),
        ];
        rows.push(high_row(12, cells));
    }
    table(&[12, 66, 34, 44], 1, rows)
}
