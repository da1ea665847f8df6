//! Sections eleven and twelve of the form: what the applicants promise, and what the departments write.

use super::super::blocks::{cell_of, empty, head, high_row, row, table, words};
use super::super::facts::DocumentFacts;
use super::super::prose::{blocks, plain_paragraphs};
use super::super::representation::{Alignment, Block, Cell, Words};
use super::super::texts::APPLICATION_PROMISE;

/// The promises in a box, with room for the signatures and seals of those who make them.
pub(super) fn promise(facts: &DocumentFacts) -> Block {
    let said = plain_paragraphs(blocks(APPLICATION_PROMISE, facts));
    let sign = |office: &str, unit: &str| {
        cell_of(vec![
            words(format!("{office}（公章）：")),
            facts.words(&format!("{unit}/name")),
            words("法定代表人（签字）："),
            Words::new(),
            words("　　　　年　　月　　日"),
        ])
    };
    let signatures = if facts.one_lead() {
        vec![sign("理事长单位兼秘书长单位", "chair").over(2)]
    } else {
        vec![sign("理事长单位", "chair"), sign("秘书长单位", "secretary")]
    };
    table(&[78, 78], 0, vec![row(vec![cell_of(said).over(2)]), high_row(48, signatures)])
}

/// The boxes of the two departments (Articles 21 and 22), left blank.
pub(super) fn opinions() -> Block {
    let opinion = |office: &str| {
        let space = std::iter::repeat_with(Words::new).take(6);
        let lines = ["负责人（签字）：　　　　　　　　（公章）", "　　　　年　　月　　日"].map(words);
        let box_ = Cell { alignment: Alignment::End, ..cell_of(space.chain(lines).collect()) };
        high_row(70, vec![head(office), box_])
    };
    let rows = vec![
        opinion("市县知识产权管理部门推荐意见"),
        opinion("省知识产权局复核意见"),
        row(vec![head("备注"), empty()]),
    ];
    table(&[40, 116], 0, rows)
}
