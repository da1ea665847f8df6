//! 5. documents: from the dossier to a small document representation.
//!
//! One composer a document. What a document says is decided here, the sentences of the long ones in the text files under
//! `texts/`; how it looks on paper is for `render`. A fact that is not known prints as 〔待填：…〕, never silently, and no
//! sentence says more than the dossier does. This room must never judge (that is `checks`) and never reads a clock.

mod answers;
mod application;
mod blocks;
mod book;
mod catalogue;
mod charter;
mod enclosures;
mod fact_names;
mod facts;
mod filled;
mod form;
mod member_list;
mod minutes;
mod plain;
mod profiles;
mod prose;
mod report;
mod representation;
mod roster;
mod rules;
mod self_evaluation;
mod tables;
#[cfg(test)]
mod tests;
mod texts;
mod votes;

use chrono::NaiveDate;

use crate::dossier::Dossier;

pub use application::application;
pub use book::{
    BOOK, BookEntry, Volume, book_contents, book_cover, certificates_to_come, copy_page, divider, item_number,
    place_for,
};
pub use catalogue::catalogue;
pub use charter::charter;
pub use enclosures::blanks;
pub use member_list::member_list;
pub use minutes::minutes;
pub use plain::plain_words;
pub use profiles::profiles;
pub use report::report;
pub use representation::{
    Alignment, Block, Cell, CellValue, Column, ColumnKind, Document, Role, Row, Sheet, SheetColumn, Span, Table, Words,
    Workbook, announces,
};
pub use roster::{TEMPLATE_STEM, roster, roster_template};
pub use rules::rules;
pub use self_evaluation::self_evaluation;

/// A document of the bundle.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Its path in the bundle without the ending: `01-备案申请表`.
    pub stem: &'static str,
    /// The item of Article 20 that it answers, 1 to 8; `None` for what goes with the materials unasked.
    pub item: Option<u8>,
    /// Makes it.
    pub compose: fn(&Dossier, NaiveDate) -> Document,
}

/// The documents of the bundle in their order. Item 4, the certificates, is what the members attach.
pub const FILES: [File; 9] = [
    File { stem: "00-材料目录", item: None, compose: catalogue },
    File { stem: "01-备案申请表", item: Some(1), compose: application },
    File { stem: "02-联盟章程", item: Some(2), compose: charter },
    File { stem: "03-理事长秘书长单位简介", item: Some(3), compose: profiles },
    File { stem: "05-管理制度", item: Some(5), compose: rules },
    File { stem: "06-必要性及可行性分析报告", item: Some(6), compose: report },
    File { stem: "07-成立会议纪要", item: Some(7), compose: minutes },
    File { stem: "08-成员单位名单", item: Some(8), compose: member_list },
    File { stem: "自评报告", item: None, compose: self_evaluation },
];

/// The path of the workbook that [`roster`] makes, without the ending: it lies beside the list on paper.
pub const ROSTER_STEM: &str = "08-成员单位名单";
