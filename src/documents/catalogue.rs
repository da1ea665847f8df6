//! 00-材料目录: what is handed in, in the order of Article 20, and the certificates by member.

use chrono::NaiveDate;

use super::blocks::{blank, cell, empty, head_row, heading, note, paragraph, row, table, then, title, words};
use super::facts::{DocumentFacts, words_of};
use super::prose::numbered;
use super::representation::{Block, Document, Role, Words};
use crate::checks::{ItemState, MaterialItem};
use crate::dossier::Dossier;

/// The list of materials that lies on top of the bundle.
#[must_use]
pub fn catalogue(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let line = |label: &str, name: &str| paragraph(Role::Flush, then(words(label), facts.words(name)));
    let mut blocks = vec![
        title(words("备案材料目录")),
        line("联盟名称：", "alliance/name"),
        line("报送单位：", "chair/name"),
        line("受理部门：", "office"),
        line("编制日期：", "today"),
    ];
    blocks.extend(numbered(vec![
        heading(1, "备案材料"),
        materials(&facts),
        note(words("提示：办法没有规定份数，一般一式三份，以受理部门要求为准。页数在装订后填写。")),
        heading(1, "成员单位证照"),
        certificates(&facts),
    ]));
    if facts.dossier.members.iter().any(|member| member.certificate().is_some_and(|kind| !kind.is_named_in_measures()))
    {
        blocks.push(note(words("提示：办法只列明营业执照和事业单位法人证书，其他类别的成员单位比照提交相应的登记证照，以受理部门要求为准。")));
    }
    Document { title: "备案材料目录".to_owned(), blocks }
}

/// The eight items of Article 20.
fn materials(facts: &DocumentFacts) -> Block {
    let mut rows = vec![head_row(&["序号", "材料名称", "依据", "份数", "页数", "备注"])];
    for item in &facts.assessment.materials {
        rows.push(row(vec![
            cell(words(format!("{:02}", item.number))).centred(),
            cell(words(item.title.zh)),
            cell(words(item.citation.words().zh)).centred(),
            cell(copies(facts)).centred(),
            empty(),
            cell(state(item)),
        ]));
    }
    table(&[13, 50, 34, 13, 13, 33], 1, rows)
}

/// How many copies, where the founders know; else to be filled in by hand.
fn copies(facts: &DocumentFacts) -> Words {
    match facts.dossier.materials.originals.given() {
        Some(_) => facts.words("materials/originals"),
        None => Words::new(),
    }
}

/// Nothing where the item is ready; else what is left to be done.
fn state(item: &MaterialItem) -> Words {
    let open = item.needs.iter().filter(|need| !need.done && !need.hint).count();
    match item.state {
        ItemState::Ready => words("齐备"),
        ItemState::InProgress => words(format!("尚有{open}项待办")),
        ItemState::NotStarted => words("尚未准备"),
    }
}

/// One certificate of each member, in the order of the member list.
fn certificates(facts: &DocumentFacts) -> Block {
    let mut rows = vec![head_row(&["编号", "成员单位", "证照名称", "页数", "电子件"])];
    for (number, (member, one)) in (1..).zip(facts.members()) {
        let kind = member.certificate().map_or_else(
            || blank("证照名称（填写统一社会信用代码后确定）"),
            |kind| words(format!("{}复印件", kind.label().zh)),
        );
        let attached = facts.dossier.attachments.iter().any(|file| file.member.as_ref() == Some(&member.id));
        rows.push(row(vec![
            cell(words(format!("04-{number:02}"))).centred(),
            cell(words_of(one.as_ref(), "member/name")),
            cell(kind),
            empty(),
            cell(words(if attached { "已附" } else { "未附" })).centred(),
        ]));
    }
    table(&[20, 60, 44, 13, 19], 1, rows)
}
