//! 申报材料汇编, the printable book: the pages that hold the materials together. What the materials say is composed
//! elsewhere; here are the cover, the contents of the whole book, the sheet before each material, the words around a copy,
//! and the page in place of a file that cannot be printed.

use chrono::NaiveDate;

use super::answers::words_of;
use super::blocks::{blank, cell, head_row, note, paragraph, row, table, then, title, words};
use super::facts::DocumentFacts;
use super::representation::{Block, Document, Role, Span, Words};
use crate::dossier::Dossier;
use crate::measures::chinese_number;

/// What the book is called.
pub const BOOK: &str = "申报材料汇编";
/// A name longer than this many characters is cut over a copy; it stands whole in the list of members.
const LONGEST_NAME: usize = 60;

/// A volume (册) of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Volume {
    /// Which one, from 1.
    pub number: u32,
    /// Of how many.
    pub of: u32,
}

impl Volume {
    /// 第1册（共2册）; nothing where there is only one.
    fn words(self) -> Option<String> {
        (self.of > 1).then(|| format!("第{}册（共{}册）", self.number, self.of))
    }
}

/// The cover of a volume.
#[must_use]
pub fn book_cover(dossier: &Dossier, today: NaiveDate, volume: Volume) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let line = |label: &str, value: Words| paragraph(Role::Flush, then(words(label), value));
    let mut blocks = vec![note(words("参考样式（办法未规定统一格式，以受理部门要求为准）"))];
    blocks.extend(room(4));
    blocks.push(Block::Subtitle(facts.words("alliance/name")));
    blocks.push(title(words(BOOK)));
    blocks.extend(volume.words().map(|volume| Block::Subtitle(words(volume))));
    blocks.extend(room(7));
    blocks.push(line("理事长单位：", facts.words("chair/name")));
    if !facts.one_lead() {
        blocks.push(line("秘书长单位：", facts.words("secretary/name")));
    }
    blocks.push(line("受理部门：", facts.words("office")));
    blocks.push(line("编制日期：", facts.words("today")));
    Document { title: BOOK.to_owned(), blocks }
}

/// A line of the book's contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookEntry {
    /// 0 for a material, 1 for what stands under it.
    pub level: u8,
    /// What it is called.
    pub title: String,
    /// The number of the page on which it begins.
    pub page: u32,
    /// The volume it stands in, where there are several.
    pub volume: Option<u32>,
}

/// The contents of the whole book: a table with one row an entry under one head row.
#[must_use]
pub fn book_contents(entries: &[BookEntry]) -> Document {
    let volumes = entries.iter().any(|entry| entry.volume.is_some());
    let mut heads = vec!["材料名称", "页码"];
    if volumes {
        heads.insert(1, "册");
    }
    let mut rows = vec![head_row(&heads)];
    for BookEntry { level, title, page, volume } in entries {
        let name = match level {
            0 => vec![Span::Strong(title.clone())],
            _ => words(format!("　　{title}")),
        };
        let mut cells = vec![cell(name)];
        if volumes {
            let volume = volume.map(|volume| words(volume.to_string())).unwrap_or_default();
            cells.push(cell(volume).centred());
        }
        cells.push(cell(words(page.to_string())).centred());
        rows.push(row(cells));
    }
    let shares: &[u16] = if volumes { &[124, 14, 18] } else { &[138, 18] };
    Document { title: "目录".to_owned(), blocks: vec![title(words("目　录")), table(shares, 1, rows)] }
}

/// The sheet before a material, by its number in Article 20, or before what goes with the materials.
#[must_use]
pub fn divider(item: Option<u8>, name: &str) -> Document {
    let mut blocks: Vec<Block> = room(6).collect();
    blocks.extend(item.map(|item| title(words(item_number(item)))));
    blocks.push(title(words(name)));
    Document { title: name.to_owned(), blocks }
}

/// （一）: the number of an item of Article 20.
#[must_use]
pub fn item_number(item: u8) -> String {
    format!("（{}）", chinese_number(u32::from(item)))
}

/// The words of a page with a copy: whose it is stands in the first block, over the copy; the others, under it, are the
/// place where its holder confirms and seals it.
#[must_use]
pub fn copy_page(name: &str, page: u32, of: u32, sealed: bool) -> Document {
    let title = match of {
        0 | 1 => shortened(name),
        _ => format!("{}（第{page}页，共{of}页）", shortened(name)),
    };
    let mut blocks = vec![note(vec![Span::Strong(title.clone())])];
    if sealed {
        blocks.push(paragraph(Role::Right, words("与原件一致（盖章）　　　　　")));
        blocks.push(paragraph(Role::Right, words("年　　月　　日　　")));
    }
    Document { title, blocks }
}

/// The page in place of a file that could not be placed.
#[must_use]
pub fn place_for(name: &str, file: &str, reason: &str) -> Document {
    let (name, file) = (shortened(name), shortened(file));
    let blocks = vec![
        title(words(name.clone())),
        paragraph(Role::Body, words(format!("此处放置：{name}。"))),
        paragraph(Role::Body, words(format!("所附文件“{file}”{reason}，未能编入本册。请单独打印后替换本页。"))),
    ];
    Document { title: name, blocks }
}

/// The page that names the members of which no certificate is attached; `None` where there is none.
#[must_use]
pub fn certificates_to_come(dossier: &Dossier, today: NaiveDate) -> Option<Document> {
    let facts = DocumentFacts::new(dossier, today);
    let attached = |id: &str| dossier.attachments.iter().any(|record| record.member.as_deref() == Some(id));
    let mut rows = vec![head_row(&["编号", "成员单位", "待附证照"])];
    for (number, (member, one)) in (1..).zip(facts.members()).filter(|(_, (member, _))| !attached(&member.id)) {
        let kind = member.certificate().map_or_else(
            || blank("证照名称（填写统一社会信用代码后确定）"),
            |kind| words(format!("{}复印件", kind.label().zh)),
        );
        rows.push(row(vec![
            cell(words(format!("04-{number:02}"))).centred(),
            cell(words_of(one.as_ref(), "member/name")),
            cell(kind),
        ]));
    }
    (rows.len() > 1).then(|| Document {
        title: "待附的证照".to_owned(),
        blocks: vec![
            title(words("待附的证照")),
            paragraph(Role::Body, words("下列成员单位的证照没有电子件。请将加盖公章的复印件放在此处，替换本页。")),
            table(&[22, 76, 58], 1, rows),
        ],
    })
}

/// Empty lines.
fn room(lines: usize) -> impl Iterator<Item = Block> {
    std::iter::repeat_with(|| paragraph(Role::Centred, Words::new())).take(lines)
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name)),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Fact, sample};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
    }

    #[test]
    fn the_cover_names_the_alliance_its_applicants_the_office_and_the_day() {
        let only = Volume { number: 1, of: 1 };
        let text = book_cover(&sample(), today(), only).plain_text();
        for wanted in
            ["参考样式", "海南示例南繁育种产业知识产权联盟", BOOK, "理事长单位：", "受理部门：", "2026年6月15日"]
        {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
        assert!(!text.contains("册") && !text.contains("待填"), "{text}");
        let text = book_cover(&Dossier::default(), today(), Volume { number: 2, of: 3 }).plain_text();
        assert!(text.contains("第2册（共3册）") && text.contains("〔待填：联盟名称〕"), "{text}");
    }

    #[test]
    fn a_copy_says_whose_it_is_and_which_page() {
        let cases = [
            ((1, 1, true), "Note: 甲公司营业执照\nRight: 与原件一致"),
            ((2, 3, false), "Note: 甲公司营业执照（第2页，共3页）\n"),
        ];
        for ((page, of, sealed), wanted) in cases {
            let text = copy_page("甲公司营业执照", page, of, sealed).plain_text();
            assert!(text.starts_with(wanted), "{text}");
        }
        assert!(copy_page(&"长".repeat(5_000), 1, 1, true).title.chars().count() < 70);
    }

    #[test]
    fn members_without_a_certificate_are_named_where_it_belongs() {
        let mut dossier = sample();
        assert!(certificates_to_come(&Dossier::default(), today()).is_none());
        let all = certificates_to_come(&dossier, today()).unwrap().plain_text();
        assert_eq!(all.matches("| 04-").count(), dossier.members.len());
        dossier.members[0].uscc.put("");
        let text = certificates_to_come(&dossier, today()).unwrap().plain_text();
        assert!(text.contains("〔待填：证照名称"), "{text}");
    }
}
