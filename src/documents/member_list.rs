//! 08-成员单位名单, Article 20(八).

use chrono::NaiveDate;

use super::answers::words_of;
use super::blocks::{cell, cell_of, head_row, row, table, words};
use super::facts::{DocumentFacts, NO_CODE, has_no_code};
use super::prose::{blocks_with, of_alliance};
use super::representation::{Block, Document, Row, Words};
use super::texts::MEMBER_LIST;
use crate::dossier::{Dossier, Member};
use crate::template::Facts;

/// The list with the person in charge and the contact of every member.
#[must_use]
pub fn member_list(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let text = blocks_with(MEMBER_LIST, &facts, vec![("成员单位名单", vec![list(&facts)])]);
    let blocks = of_alliance(text, &facts);
    Document { title: "成员单位名单".to_owned(), blocks }
}

/// The table of the list; the application form has it as its annex.
pub(super) fn list(facts: &DocumentFacts) -> Block {
    let mut rows = vec![head_row(&[
        "序号",
        "单位名称、统一社会信用代码",
        "单位类别、联盟职务",
        "负责人（姓名、职务、电话）",
        "联系人（姓名、职务、电话、邮箱）",
    ])];
    for (number, (member, one)) in (1..).zip(facts.members()) {
        rows.push(list_row(number, member, one.as_ref()));
    }
    // A serial number of three digits, an 18-character code and a telephone number each stay on one line.
    table(&[12, 49, 26, 34, 35], 1, rows)
}

fn list_row(number: u32, member: &Member, one: &dyn Facts) -> Row {
    let facts = |keys: &[&str]| keys.iter().map(|key| words_of(one, &format!("member/{key}"))).collect();
    row(vec![
        cell(words(number.to_string())).centred(),
        cell_of(vec![words_of(one, "member/name"), code(member, one)]),
        cell_of(facts(&["category", "role"])).centred(),
        cell_of(facts(&["head_name", "head_post", "head_phone"])),
        cell_of(facts(&["contact_name", "contact_post", "contact_phone", "contact_email"])),
    ])
}

/// The unified social credit code; a unit from outside the mainland has none.
fn code(member: &Member, one: &dyn Facts) -> Words {
    if has_no_code(Some(member)) { words(NO_CODE) } else { words_of(one, "member/uscc") }
}
