//! What is handed in with the form: the eight materials of Article 20, and the certificates member by member.

use chrono::NaiveDate;

use super::answers::words_of;
use super::blocks::{blank, cell, empty, head, head_row, row, table, words};
use super::facts::DocumentFacts;
use super::representation::{Block, Document, Row, Words};
use super::{FILES, application};
use crate::checks::{ItemState, MaterialItem};
use crate::dossier::{Answer, Attachment, Dossier, Holder, Member, YesNo};

/// The eight materials in the order of the article; how many pages each has is written in by hand.
pub(super) fn materials(facts: &DocumentFacts) -> Block {
    let mut rows = vec![head_row(&["序号", "材料名称", "份数", "页数", "附送情况"])];
    rows.extend(facts.assessment.materials.iter().map(|item| material(facts, item)));
    table(&[12, 56, 13, 13, 62], 1, rows)
}

fn material(facts: &DocumentFacts, item: &MaterialItem) -> Row {
    let of_item = |file: &&Attachment| file.holder() == Holder::Material(item.number);
    let files = facts.dossier.attachments.iter().filter(of_item).count();
    let files = (files > 0).then(|| format!("另附文件{files}个"));
    let told: Vec<String> = enclosed(facts, item.number).into_iter().chain(files).chain([state(facts, item)]).collect();
    row(vec![
        cell(words(format!("{:02}", item.number))).centred(),
        cell(words(item.title.zh)),
        cell(copies(facts)).centred(),
        empty(),
        cell(words(told.join("；"))),
    ])
}

/// How many copies, where the founders know; else to be filled in by hand.
fn copies(facts: &DocumentFacts) -> Words {
    match facts.dossier.materials.originals.given() {
        Some(_) => facts.words("materials/originals"),
        None => Words::new(),
    }
}

/// What a material consists of, as far as the dossier can count it.
fn enclosed(facts: &DocumentFacts, item: u8) -> Option<String> {
    let members = &facts.dossier.members;
    let counted = |wanted: fn(&Member) -> &Answer<YesNo>| {
        members.iter().filter(|member| wanted(member).given() == Some(&YesNo::Yes)).count()
    };
    let all = members.len();
    Some(match item {
        1 => "附成员单位名单和附件清单".to_owned(),
        2 => {
            let (signed, sealed) = (counted(|member| &member.charter_signed), counted(|member| &member.charter_sealed));
            format!("成员单位{all}家，已签署{signed}家、已盖章{sealed}家")
        }
        3 if facts.one_lead() => "理事长单位兼秘书长单位一篇".to_owned(),
        3 => "理事长单位、秘书长单位各一篇".to_owned(),
        4 => {
            let with_file = members.iter().filter(|member| files_of(facts, member) > 0).count();
            let files: usize = members.iter().map(|member| files_of(facts, member)).sum();
            format!("成员单位{all}家，附电子件{with_file}家、共{files}件")
        }
        5 => format!("{}项制度合订", facts.plain("rules/count")),
        7 => "附出席会议签到表".to_owned(),
        8 => format!("成员单位{all}家，附电子表格"),
        _ => return None,
    })
}

fn files_of(facts: &DocumentFacts, member: &Member) -> usize {
    facts.dossier.attachments.iter().filter(|file| file.member.as_ref() == Some(&member.id)).count()
}

/// Nothing is called ready whose document still shows what is missing in it.
fn state(facts: &DocumentFacts, item: &MaterialItem) -> String {
    let blanks = blanks_of(facts, item.number);
    let blanks = (blanks > 0).then(|| format!("文书中有{blanks}处待填"));
    match item.state {
        ItemState::Ready => blanks.unwrap_or_else(|| "齐备".to_owned()),
        ItemState::InProgress => {
            let wanting = item.needs.iter().filter(|need| !need.is_done() && !need.is_hint()).count();
            [format!("尚缺{wanting}项")].into_iter().chain(blanks).collect::<Vec<_>>().join("，")
        }
        ItemState::NotStarted => "尚未准备".to_owned(),
    }
}

/// How many facts are missing in the documents of each of the eight materials, in their order.
#[must_use]
pub fn blanks(dossier: &Dossier, today: NaiveDate) -> Vec<usize> {
    let facts = DocumentFacts::new(dossier, today);
    facts.assessment.materials.iter().map(|item| blanks_of(&facts, item.number)).collect()
}

/// How many facts are missing in the document of an item of Article 20; of the application form, in the form itself, since it
/// tells in its annex how things stand.
pub(super) fn blanks_of(facts: &DocumentFacts, item: u8) -> usize {
    let (dossier, today) = (facts.dossier, facts.today);
    let of_form = || Document { title: String::new(), blocks: application::form(facts) };
    let of_item = || FILES.iter().filter(|file| file.item == Some(item)).map(|file| (file.compose)(dossier, today));
    if item == FORM { of_form().blanks() } else { of_item().map(|document| document.blanks()).sum() }
}

/// The item that the application form answers.
const FORM: u8 = 1;

/// One certificate of each member, in the order of the member list, and how many files of it are attached.
pub(super) fn certificates(facts: &DocumentFacts) -> Block {
    let mut rows = vec![head_row(&["编号", "成员单位", "证照（复印件）", "页数", "电子件"])];
    for (number, (member, one)) in (1..).zip(facts.members()) {
        let kind = member
            .certificate()
            .map_or_else(|| blank("证照名称（填写统一社会信用代码后确定）"), |kind| words(kind.label().zh));
        rows.push(row(vec![
            cell(words(format!("04-{number:02}"))).centred(),
            cell(words_of(one.as_ref(), "member/name")),
            cell(kind),
            empty(),
            cell(words(files_of(facts, member).to_string())).centred(),
        ]));
    }
    if facts.dossier.members.is_empty() {
        rows.push(row(vec![empty(), cell(blank("成员单位")).over(4)]));
    } else {
        let files: usize = facts.dossier.members.iter().map(|member| files_of(facts, member)).sum();
        let sums = vec![head("合计").over(2), empty(), empty(), cell(words(files.to_string())).centred()];
        rows.push(row(sums));
    }
    table(&[19, 63, 45, 13, 16], 1, rows)
}
