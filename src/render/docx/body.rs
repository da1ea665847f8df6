//! The body: blocks in order, then the page.

use super::words::{Setting, paragraph, plain, strong, words};
use super::{field, table};
use crate::documents::{Block, Role, Table, Words, announces};
use crate::render::RenderError;
use crate::render::xml::Xml;

const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// Between a numbered article's label and its words, as on official paper.
const AFTER_LABEL: &str = "\u{3000}";

/// The main part; `pages` are the numbers of the pages that the headings stand on, in their order.
pub fn document(blocks: &[Block], pages: &[u32]) -> Result<String, RenderError> {
    let mut xml = Xml::document();
    let mut result = Ok(());
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            let mut body = Body {
                xml,
                headings: headings(blocks),
                pages,
                written: 0,
                new_page: false,
                leads_on: false,
                closes_next: false,
                after_table: false,
            };
            result = (1..).zip(blocks).try_for_each(|(next, block)| {
                body.closes_next = blocks.get(next).is_some_and(Block::closes);
                body.leads_on = body.closes_next || matches!(blocks.get(next), Some(Block::Table(_)));
                body.block(block)
            });
            body.end();
            section(body.xml);
        });
    });
    result.map(|()| xml.finish())
}

/// The headings, in order: each has a bookmark that the contents list leads to.
fn headings(blocks: &[Block]) -> Vec<(u8, &Words)> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Chapter(words) => Some((1, words)),
        Block::Heading { level, words } => Some(((*level).clamp(1, 3), words)),
        _ => None,
    });
    headings.collect()
}

fn bookmark(heading: usize) -> String {
    format!("_Toc{:09}", heading + 1)
}

struct Body<'a> {
    xml: &'a mut Xml,
    headings: Vec<(u8, &'a Words)>,
    /// The numbers of the pages they stand on.
    pages: &'a [u32],
    /// How many headings are written.
    written: usize,
    /// A page break waits for the paragraph that follows.
    new_page: bool,
    /// A table comes next, or what closes the text: the paragraph before stays with it, so that nobody signs an empty page.
    leads_on: bool,
    /// It is what closes the text.
    closes_next: bool,
    /// The last thing written is a table: a second one would grow together with it.
    after_table: bool,
}

impl Body<'_> {
    fn block(&mut self, block: &Block) -> Result<(), RenderError> {
        match block {
            Block::Title(spans) => self.paragraph("Title", |xml| words(xml, spans)),
            Block::Subtitle(spans) => self.paragraph("Subtitle", |xml| words(xml, spans)),
            Block::Chapter(words) => self.heading("Chapter", words),
            Block::Heading { level: 0 | 1, words } => self.heading("Heading1", words),
            Block::Heading { level: 2, words } => self.heading("Heading2", words),
            Block::Heading { words, .. } => self.heading("Heading3", words),
            Block::Paragraph { role, words: spans } => {
                let keep_next = self.leads_on || announces(spans);
                self.set(Setting { style: style(*role), keep_next, ..Setting::default() }, |xml| words(xml, spans));
            }
            Block::Article { label, paragraphs } => self.article(label, paragraphs),
            Block::Table(table) => return self.table(table),
            Block::Signature { party, lines } => self.signature(party.as_ref(), lines),
            Block::Contents { level } => self.contents(*level),
            Block::PageBreak => self.new_page = true,
        }
        Ok(())
    }

    fn paragraph(&mut self, style: &str, inside: impl FnOnce(&mut Xml)) {
        self.set(Setting { style, ..Setting::default() }, inside);
    }

    fn set(&mut self, setting: Setting, inside: impl FnOnce(&mut Xml)) {
        let page_break_before = std::mem::take(&mut self.new_page);
        self.after_table = false;
        paragraph(self.xml, &Setting { page_break_before, ..setting }, inside);
    }

    fn heading(&mut self, style: &str, spans: &Words) {
        let id = self.written.to_string();
        let name = bookmark(self.written);
        self.written += 1;
        self.paragraph(style, |xml| {
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            words(xml, spans);
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
    }

    fn article(&mut self, label: &str, paragraphs: &[Words]) {
        let none = Words::new();
        let paragraphs = if paragraphs.is_empty() { std::slice::from_ref(&none) } else { paragraphs };
        for (index, spans) in paragraphs.iter().enumerate() {
            let keep_next = announces(spans) || self.leads_on && index + 1 == paragraphs.len();
            self.set(Setting { style: "BodyText", keep_next, ..Setting::default() }, |xml| {
                if index == 0 {
                    strong(xml, label);
                    plain(xml, AFTER_LABEL);
                }
                words(xml, spans);
            });
        }
    }

    fn table(&mut self, table: &Table) -> Result<(), RenderError> {
        if table.rows.is_empty() || table.columns.is_empty() && table.rows.iter().all(|row| row.cells.is_empty()) {
            // Readers take a table without cells for a damaged file.
            return Ok(());
        }
        if self.new_page || self.after_table {
            let before = self.after_table.then_some("160");
            self.set(Setting { style: "Gap", before, ..Setting::default() }, |_| {});
        }
        self.after_table = true;
        table::table(self.xml, table, self.closes_next)
    }

    /// All its lines are kept on one page.
    fn signature(&mut self, party: Option<&Words>, lines: &[Words]) {
        let count = lines.len() + usize::from(party.is_some());
        for (index, spans) in party.into_iter().chain(lines).enumerate() {
            let before = (index == 0).then_some("560");
            self.set(
                Setting { style: "Signature", keep_next: index + 1 < count, before, ..Setting::default() },
                |xml| {
                    words(xml, spans);
                },
            );
        }
    }

    /// A field whose result is filled in: readers that do not compute fields show entries and page numbers all the same,
    /// and those that do can bring them up to date. Each entry leads to its heading, and its number is a field of its
    /// own, as Word writes it.
    fn contents(&mut self, deepest: u8) {
        let deepest = deepest.clamp(1, 3);
        let entries: Vec<(usize, (u8, &Words))> =
            self.headings.iter().copied().enumerate().filter(|(_, (level, _))| *level <= deepest).collect();
        let Some(last) = entries.len().checked_sub(1) else { return };
        self.paragraph("TOCHeading", |xml| plain(xml, "目\u{3000}\u{3000}录"));
        for (position, (heading, (level, spans))) in entries.into_iter().enumerate() {
            let number = self.pages.get(heading).map(u32::to_string).unwrap_or_default();
            self.paragraph(&format!("TOC{level}"), |xml| {
                if position == 0 {
                    field::begin(xml, &format!(" TOC \\o \"1-{deepest}\" \\h \\z \\u "));
                }
                entry(xml, &bookmark(heading), spans, &number);
                if position == last {
                    field::end(xml);
                }
            });
        }
    }

    /// A body that ends in a table is no proper one for some readers.
    fn end(&mut self) {
        if self.after_table {
            self.new_page = false;
            self.paragraph("Gap", |_| {});
        }
    }
}

/// An entry of the contents list: the heading's words, a tab with its leader, the number of its page.
fn entry(xml: &mut Xml, anchor: &str, spans: &Words, number: &str) {
    xml.element("w:hyperlink", &[("w:anchor", anchor), ("w:history", "1")], |xml| {
        words(xml, spans);
        xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
        field::begin(xml, &format!(" PAGEREF {anchor} \\h "));
        plain(xml, number);
        field::end(xml);
    });
}

const fn style(role: Role) -> &'static str {
    match role {
        Role::Body => "BodyText",
        Role::Flush => "Normal",
        Role::Centred => "Centred",
        Role::Right => "AtRight",
        Role::Note => "Note",
    }
}

/// A4; margins 37 mm at the top, 35 mm at the foot, 28 mm at the binding side, 26 mm at the other, which leaves
/// 156 mm × 225 mm for the text; the page number 25 mm above the lower edge.
fn section(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId4")]);
        xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", "rId5")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "2098"),
            ("w:right", "1474"),
            ("w:bottom", "1985"),
            ("w:left", "1588"),
            ("w:header", "851"),
            ("w:footer", "1417"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:cols", &[("w:space", "425")]);
    });
}
