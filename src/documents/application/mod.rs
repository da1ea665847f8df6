//! 01-备案申请表, Article 20(一). The Measures publish no form; this one is a 参考样式 in the manner of such forms: a cover,
//! how to fill it in, twelve sections of bordered tables under numbered heads, so that a long form can be found one's way
//! in, and two annexes.

mod closing;
mod sections;

use chrono::NaiveDate;

use super::blocks::{cell, head, heading, high_row, paragraph, table, then, title, words};
use super::enclosures::{certificates, materials};
use super::facts::DocumentFacts;
use super::member_list::list;
use super::prose::{blocks, numbered};
use super::representation::{Block, Document, Role, Words};
use super::texts::APPLICATION_GUIDE;
use crate::dossier::Dossier;

const TITLE: &str = "海南省知识产权联盟备案申请表";

/// The application form: cover, guide, twelve sections, and as annexes what is handed in with it and the member list.
#[must_use]
pub fn application(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let mut form = form(&facts);
    form.extend(annex("附件1", "附件清单", vec![materials(&facts), certificates(&facts)]));
    form.extend(annex("附件2", "成员单位名单", vec![list(&facts)]));
    Document { title: TITLE.to_owned(), blocks: form }
}

/// The form itself, without its annexes.
pub(super) fn form(facts: &DocumentFacts) -> Vec<Block> {
    let mut form = cover(facts);
    form.push(Block::PageBreak);
    form.extend(blocks(APPLICATION_GUIDE, facts));
    form.push(Block::PageBreak);
    form.extend(numbered(sections(facts)));
    form
}

/// The title stands about a third down the page, the particulars below the middle.
fn cover(facts: &DocumentFacts) -> Vec<Block> {
    let line = |label: &str, answer: Words| high_row(16, vec![head(label), cell(answer)]);
    let particulars = vec![
        line("联盟名称", facts.words("alliance/name")),
        line("联盟类型", facts.words("alliance/kind")),
        line("申请单位", applicants(facts)),
        line("受理部门", facts.words("office")),
        line("填报日期", facts.words("today")),
    ];
    let mut cover = space(4);
    cover.extend([title(words(TITLE)), Block::Subtitle(words("（参考样式）"))]);
    cover.extend(space(4));
    cover.push(table(&[40, 116], 0, particulars));
    cover
}

/// So many empty lines.
fn space(lines: usize) -> Vec<Block> {
    vec![paragraph(Role::Centred, Words::new()); lines]
}

/// The lead units, who apply for the alliance.
fn applicants(facts: &DocumentFacts) -> Words {
    let chair = then(facts.words("chair/name"), words("（理事长单位"));
    if facts.one_lead() {
        then(chair, words("兼秘书长单位）"))
    } else {
        let secretary = then(facts.words("secretary/name"), words("（秘书长单位）"));
        then(then(chair, words("）、")), secretary)
    }
}

fn sections(facts: &DocumentFacts) -> Vec<Block> {
    let mut form = Vec::new();
    for (head, section) in [
        ("联盟基本情况", sections::basics(facts)),
        ("理事长单位情况", sections::chair(facts)),
        ("秘书长单位和秘书处情况", sections::secretary(facts)),
        ("成员单位构成", sections::membership(facts)),
        ("知识产权积累情况", sections::holdings(facts)),
        ("宗旨、业务范围和工作目标", sections::aims(facts)),
        ("组织机构和管理制度", sections::bodies(facts)),
        ("经费和资源保障", sections::means(facts)),
        ("主要任务和工作计划", sections::plan(facts)),
        ("必要性和可行性摘要", sections::summary(facts)),
    ] {
        form.push(heading(1, head));
        form.extend(section);
    }
    // Nobody signs a page that does not say what is promised, and the departments have a page of their own.
    for (head, section) in [("申请单位承诺", closing::promise(facts)), ("审核意见", closing::opinions())] {
        form.extend([Block::PageBreak, heading(1, head), section]);
    }
    form
}

/// An annex on pages of its own.
fn annex(number: &str, name: &str, tables: Vec<Block>) -> Vec<Block> {
    let mut annex = vec![Block::PageBreak, paragraph(Role::Flush, words(number)), title(words(name))];
    annex.extend(tables);
    annex
}
