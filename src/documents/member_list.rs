//! 08-成员单位名单, Article 20(八): on paper, and as a workbook.

use chrono::NaiveDate;

use super::blocks::{cell, cell_of, head_row, note, row, table, then, title, words};
use super::facts::{DocumentFacts, answer_to, words_of};
use super::plain::plain_words;
use super::representation::{Block, CellValue, ColumnKind, Document, Row, Sheet, SheetColumn, Words, Workbook};
use super::tables::STATISTICS;
use crate::dossier::{Category, Dossier, Member, Role, YesNo};
use crate::language::Label;
use crate::template::{DossierFacts, Facts};

/// The list with the person in charge and the contact of every member.
#[must_use]
pub fn member_list(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let blocks = vec![
        title(words("联盟成员单位名单")),
        Block::Subtitle(facts.words("alliance/name")),
        list(&facts),
        note(then(
            then(words("共"), facts.words("count/members")),
            words("家成员单位。名单中的个人信息仅用于联盟备案和联络工作。"),
        )),
    ];
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
    table(&[11, 49, 24, 32, 40], 1, rows)
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
    if has_no_code(member) { words("无（境外单位）") } else { words_of(one, "member/uscc") }
}

fn has_no_code(member: &Member) -> bool {
    member.is_foreign() && member.uscc.is_blank()
}

/// The same list as a workbook, with a sheet of statistics.
#[must_use]
pub fn roster(dossier: &Dossier) -> Workbook {
    let facts = DossierFacts::of(dossier);
    Workbook {
        title: "成员单位名单".to_owned(),
        sheets: vec![members_sheet(dossier, &facts), statistics_sheet(&facts)],
    }
}

/// The columns of the roster after the number: head, key, width in Latin characters.
pub(super) const COLUMNS: [(&str, &str, u16); 16] = [
    ("单位名称", "name", 24),
    ("统一社会信用代码", "uscc", 21),
    ("境外单位", "foreign", 6),
    ("单位类别", "category", 10),
    ("联盟职务", "role", 11),
    ("证照称谓", "licence_word", 11),
    ("法定代表人（负责人）", "legal_representative", 12),
    ("海南省内注册", "in_hainan", 8),
    ("住所", "address", 26),
    ("负责人姓名", "head_name", 9),
    ("负责人职务", "head_post", 11),
    ("负责人电话", "head_phone", 15),
    ("联系人姓名", "contact_name", 9),
    ("联系人职务", "contact_post", 11),
    ("联系人电话", "contact_phone", 15),
    ("联系人邮箱", "contact_email", 22),
];

fn members_sheet(dossier: &Dossier, facts: &DossierFacts) -> Sheet {
    let mut columns = vec![SheetColumn { title: "序号".to_owned(), width: 6, kind: ColumnKind::Count }];
    columns.extend(COLUMNS.map(|(title, key, width)| SheetColumn { title: title.to_owned(), width, kind: kind(key) }));
    let rows = (1..)
        .zip(dossier.members.iter().zip(facts.each("member").unwrap_or_default()))
        .map(|(number, (member, one))| {
            let mut values = vec![CellValue::Count(number)];
            values.extend(COLUMNS.map(|(_, key, _)| value(member, one.as_ref(), key)));
            values
        })
        .collect();
    Sheet { name: "成员单位名单".to_owned(), columns, rows }
}

/// A fact's cell: empty where there is nothing to be told, 〔待填：…〕 where it is missing.
fn value(member: &Member, one: &dyn Facts, key: &str) -> CellValue {
    let name = format!("member/{key}");
    let nothing_to_tell = match key {
        "foreign" => member.foreign.is_blank(),
        "uscc" => has_no_code(member),
        _ => false,
    };
    if nothing_to_tell { CellValue::Empty } else { CellValue::Text(plain_words(&words_of(one, &name))) }
}

fn kind(key: &str) -> ColumnKind {
    let options = |labels: Vec<Label>| ColumnKind::Choice(labels.iter().map(|label| label.zh.to_owned()).collect());
    match key {
        "category" => options(Category::ALL.iter().map(|value| value.label()).collect()),
        "role" => options(Role::ALL.iter().map(|value| value.label()).collect()),
        "in_hainan" | "foreign" => options(YesNo::ALL.iter().map(|value| value.label()).collect()),
        _ => ColumnKind::Text,
    }
}

fn statistics_sheet(facts: &DossierFacts) -> Sheet {
    let column = |title: &str, width, kind| SheetColumn { title: title.to_owned(), width, kind };
    let figure = |name: &str| {
        let text = plain_words(&answer_to(facts, "数量", name).concat());
        text.parse().map_or(CellValue::Text(text), CellValue::Count)
    };
    let rows = STATISTICS.map(|(item, unit, name)| {
        vec![CellValue::Text(item.to_owned()), figure(name), CellValue::Text(unit.to_owned())]
    });
    Sheet {
        name: "统计".to_owned(),
        columns: vec![
            column("项目", 28, ColumnKind::Text),
            column("数量", 20, ColumnKind::Count),
            column("单位", 8, ColumnKind::Text),
        ],
        rows: rows.to_vec(),
    }
}
