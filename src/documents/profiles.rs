//! 03-理事长秘书长单位简介, Article 20(三).

use chrono::NaiveDate;

use super::blocks::{heading, paragraph, table, title, words};
use super::facts::DocumentFacts;
use super::form::{PAIRS, line, pair};
use super::prose::numbered;
use super::representation::{Block, Document, Role};
use crate::dossier::Dossier;

/// The profiles of the 理事长单位 and the 秘书长单位; one where a single unit is both.
#[must_use]
pub fn profiles(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let mut blocks = Vec::new();
    if facts.one_lead() {
        blocks.extend(profile(&facts, "理事长单位兼秘书长单位", "chair"));
    } else {
        blocks.extend(profile(&facts, "理事长单位", "chair"));
        blocks.push(Block::PageBreak);
        blocks.extend(profile(&facts, "秘书长单位", "secretary"));
    }
    Document { title: "理事长单位、秘书长单位简介".to_owned(), blocks }
}

/// One unit under the five heads that the item names, with its seal.
fn profile(facts: &DocumentFacts, office: &str, unit: &str) -> Vec<Block> {
    let name = |key: &str| format!("{unit}/{key}");
    let mut blocks = vec![
        title(words(format!("{office}简介"))),
        Block::Subtitle(facts.words("alliance/name")),
        table(
            &PAIRS,
            0,
            vec![
                line(facts, ("单位名称", &name("name")), 4),
                pair(facts, ("统一社会信用代码", &name("uscc")), ("成立日期", &name("established_on"))),
                pair(
                    facts,
                    ("法定代表人（负责人）", &name("legal_representative")),
                    ("注册资本或开办资金", &name("capital")),
                ),
                line(facts, ("住所", &name("address")), 4),
                pair(facts, ("联系人", &name("contact_name")), ("联系电话", &name("contact_phone"))),
            ],
        ),
    ];
    let mut sections = Vec::new();
    for (label, key) in [
        ("所属行业", "industry"),
        ("经营范围", "scope"),
        ("行业中的位置", "standing"),
        ("近三年经营状况", "three_years"),
        ("参与行业标准制定情况", "standards_work"),
    ] {
        sections.push(heading(1, label));
        let told = facts.paragraphs(&name(key));
        sections.extend(told.into_iter().map(|words| paragraph(Role::Body, words)));
    }
    blocks.extend(numbered(sections));
    let lines = ["法定代表人（负责人）（签字）：", "（单位公章）", "　　　　年　　月　　日"];
    blocks.push(Block::Signature { party: Some(facts.words(&name("name"))), lines: lines.map(words).to_vec() });
    blocks
}
