//! What the renderers write, taken apart again.

#![cfg(test)]

#[path = "specimen/mod.rs"]
mod specimen;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use jiemeng::documents::{
    Alignment, Block, Cell, CellValue, Column, ColumnKind, Document, Role, Row, Sheet, SheetColumn, Span, Table,
    Workbook,
};
use jiemeng::render::{self, RenderError};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The parts of an Office file.
fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        parts.insert(entry.name().unwrap().into_owned(), text);
    }
    parts
}

/// Every element with its parent, its attributes and, for text, its words; an error where the XML is not well formed.
fn walk(xml: &str, mut seen: impl FnMut(&[String], &BytesStart)) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                seen(&open, &tag);
                open.push(tag.name().as_ref().to_owned());
            }
            Event::Empty(tag) => seen(&open, &tag),
            Event::End(_) => drop(open.pop()),
            Event::Eof if open.is_empty() => return Ok(()),
            Event::Eof => return Err(format!("not closed: {open:?}")),
            _ => {}
        }
    }
}

/// The text of a DOCX's body, paragraphs by line.
fn body_text(file: &[u8]) -> String {
    let parts = parts(file);
    let mut reader = Reader::from_str(&parts["word/document.xml"]);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(words) => text.push_str(&words),
            Event::GeneralRef(name) => {
                let reference = format!("&{};", &*name);
                text.push_str(&quick_xml::escape::unescape(&reference).unwrap());
            }
            Event::Empty(tag) if tag.name().as_ref() == "w:br" => text.push('\n'),
            Event::Empty(tag) if tag.name().as_ref() == "w:tab" => text.push('\t'),
            Event::End(tag) if tag.name().as_ref() == "w:p" => text.push('\n'),
            Event::Eof => return text,
            _ => {}
        }
    }
}

/// Children in the order that ECMA-376 part 1 (transitional) gives them; what is not listed is not written.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
        ],
    ),
    ("w:rPr", &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:kern", "w:sz", "w:szCs", "w:highlight", "w:lang"]),
    ("w:tblPr", &["w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:vAlign"]),
    ("w:sectPr", &["w:footerReference", "w:pgSz", "w:pgMar", "w:cols"]),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
        ],
    ),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    ("w:font", &["w:altName", "w:charset", "w:family", "w:pitch"]),
    (
        "w:settings",
        &["w:mirrorMargins", "w:defaultTabStop", "w:evenAndOddHeaders", "w:characterSpacingControl", "w:compat"],
    ),
    (
        "w:compat",
        &[
            "w:balanceSingleByteDoubleByteWidth",
            "w:doNotExpandShiftReturn",
            "w:adjustLineHeightInTable",
            "w:doNotUseHTMLParagraphAutoSpacing",
            "w:compatSetting",
        ],
    ),
];

#[test]
fn only_the_paragraphs_before_a_table_and_a_signature_are_kept_with_them() {
    let paragraph = |text: &str| Block::Paragraph { role: Role::Body, words: vec![Span::Text(text.into())] };
    let cell = Cell { paragraphs: Vec::new(), columns: 1, rows: 1, alignment: Alignment::Start, head: false };
    let row = Row { cells: vec![cell], height: 0 };
    let table = Block::Table(Table { columns: vec![Column { share: 1 }], head_rows: 0, rows: vec![row] });
    let signature = Block::Signature { party: None, lines: vec![vec![Span::Text("sign".into())]] };
    let blocks =
        vec![paragraph("before"), paragraph("kept 1"), table, paragraph("after"), paragraph("kept 2"), signature];
    let file = render::docx(&Document { title: String::new(), blocks }).unwrap();
    let body = &parts(&file)["word/document.xml"];
    let kept = body.split("<w:p>").filter(|paragraph| paragraph.contains("<w:keepNext/>"));
    let kept: Vec<bool> = kept.map(|paragraph| paragraph.contains("kept")).collect();
    assert_eq!(kept, [true, true], "{body}");
}

#[test]
fn the_last_row_of_a_table_is_kept_with_what_closes_the_text_and_with_nothing_else() {
    let words = |text: &str| vec![Span::Text(text.into())];
    let row = |text: &str| {
        let cell =
            Cell { paragraphs: vec![words(text)], columns: 1, rows: 1, alignment: Alignment::Start, head: false };
        Row { cells: vec![cell], height: 0 }
    };
    let signature = Block::Signature { party: None, lines: vec![words("sign")] };
    let day = Block::Paragraph { role: Role::Right, words: words("day") };
    let after = Block::Paragraph { role: Role::Body, words: words("after") };
    for (next, is_kept) in [(signature, true), (day, true), (after, false)] {
        let rows = ["first", "middle", "last"].map(row).to_vec();
        let table = Block::Table(Table { columns: vec![Column { share: 1 }], head_rows: 0, rows });
        let file = render::docx(&Document { title: String::new(), blocks: vec![table, next] }).unwrap();
        let body = &parts(&file)["word/document.xml"];
        let kept = body.split("<w:p>").filter(|paragraph| paragraph.contains("<w:keepNext/>"));
        let kept: Vec<bool> = kept.map(|paragraph| paragraph.contains("last")).collect();
        assert_eq!(kept, if is_kept { vec![false, true] } else { vec![false] }, "{body}");
    }
}

#[test]
fn children_stand_in_the_order_of_the_standard() {
    for document in [specimen::document(), specimen::hostile()] {
        for (name, part) in parts(&render::docx(&document).unwrap()) {
            let mut last: Vec<usize> = Vec::new();
            walk(&part, |open, tag| {
                last.resize(open.len(), 0);
                last.push(0);
                let Some(parent) = open.last() else { return };
                let child = tag.name().as_ref().to_owned();
                if let Some((_, order)) = ORDERS.iter().find(|(element, _)| element == parent) {
                    let place = order.iter().position(|known| *known == child);
                    let place = place.unwrap_or_else(|| panic!("{name}: {child} is not expected in {parent}"));
                    let before = &mut last[open.len() - 1];
                    assert!(*before <= place, "{name}: {child} comes too late in {parent}");
                    *before = place;
                }
            })
            .unwrap();
        }
    }
}

#[test]
fn styles_bookmarks_and_relationships_that_are_named_are_there() {
    let parts = parts(&render::docx(&specimen::document()).unwrap());
    let values = |part: &str, element: &str, attribute: &str| {
        let mut values = Vec::new();
        walk(&parts[part], |_, tag| {
            if tag.name().as_ref() == element {
                let value = tag.attributes().flatten().find(|found| found.key.as_ref() == attribute);
                values.extend(value.map(|found| found.value.into_owned()));
            }
        })
        .unwrap();
        values
    };
    let body = "word/document.xml";
    let styles = values("word/styles.xml", "w:style", "w:styleId");
    let relationships = values("word/_rels/document.xml.rels", "Relationship", "Id");
    let bookmarks = values(body, "w:bookmarkStart", "w:name");
    let pairs = [
        (values(body, "w:pStyle", "w:val"), &styles),
        (values(body, "w:rStyle", "w:val"), &styles),
        (values(body, "w:tblStyle", "w:val"), &styles),
        (values("word/footer-odd.xml", "w:pStyle", "w:val"), &styles),
        (values("word/styles.xml", "w:basedOn", "w:val"), &styles),
        (values(body, "w:footerReference", "r:id"), &relationships),
        (values(body, "w:hyperlink", "w:anchor"), &bookmarks),
    ];
    for (named, defined) in pairs {
        assert!(!named.is_empty());
        assert!(named.iter().all(|name| defined.contains(name)), "{named:?} in {defined:?}");
    }
    for target in values("word/_rels/document.xml.rels", "Relationship", "Target") {
        assert!(parts.contains_key(&format!("word/{target}")), "{target}");
    }
    for target in values("[Content_Types].xml", "Override", "PartName") {
        assert!(parts.contains_key(target.trim_start_matches('/')), "{target}");
    }
}

#[test]
fn the_body_of_the_specimen() {
    let parts = parts(&render::docx(&specimen::document()).unwrap());
    let mut reader = Reader::from_str(&parts["word/document.xml"]);
    let mut writer = quick_xml::Writer::new_with_indent(Vec::new(), b' ', 1);
    let mut rows = 0;
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => break,
            Event::Start(tag) if tag.name().as_ref() == "w:tr" => rows += 1,
            _ => {}
        }
        // The roster's forty rows are alike.
        if !(8..46).contains(&rows) {
            writer.write_event(event).unwrap();
        }
    }
    insta::assert_snapshot!(String::from_utf8(writer.into_inner()).unwrap());
}

#[test]
fn a_table_without_cells_is_left_out() {
    for rows in [vec![], vec![Row { cells: vec![], height: 0 }]] {
        let table = Block::Table(Table { columns: vec![], head_rows: 1, rows });
        let file = render::docx(&Document { title: String::new(), blocks: vec![table] }).unwrap();
        assert!(!parts(&file)["word/document.xml"].contains("<w:tbl>"));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(render::docx(&specimen::document()), render::docx(&specimen::document()));
    assert_eq!(render::xlsx(&specimen::workbook()), render::xlsx(&specimen::workbook()));
}

#[test]
fn a_missing_fact_is_printed_and_highlighted() {
    let blank = Document {
        title: String::new(),
        blocks: vec![Block::Paragraph { role: Role::Body, words: vec![Span::Blank("联盟名称".into())] }],
    };
    let file = render::docx(&blank).unwrap();
    assert_eq!(body_text(&file), "〔待填：联盟名称〕\n");
    assert!(parts(&file)["word/document.xml"].contains("<w:highlight w:val=\"yellow\"/>"));
}

#[test]
fn the_contents_list_has_every_heading_down_to_its_level_with_the_number_of_its_page() {
    let document = specimen::document();
    let text = body_text(&render::docx(&document).unwrap());
    let list: Vec<&str> = text.lines().skip_while(|line| *line != "目　　录").skip(1).take(4).collect();
    let page = |words: &str| " PAGEREF _Toc00000000".to_owned() + words;
    assert_eq!(
        list,
        [
            format!(" TOC \\o \"1-2\" \\h \\z \\u 第一章　总则\t{}", page("1 \\h 2")),
            format!("一、一级标题\t{}", page("2 \\h 2")),
            format!("（一）二级标题\t{}", page("3 \\h 2")),
            "第一章　总则".to_owned(),
        ]
    );
    let pages = render::lay_out(&document, 1).unwrap();
    let headings = pages.outline.iter().filter(|heading| (1..=2).contains(&heading.level));
    assert_eq!(headings.map(|heading| pages.pages[heading.page].number).collect::<Vec<_>>(), [2, 2, 2]);
}

#[test]
fn nothing_in_a_sheet_becomes_a_formula_or_a_link() {
    for (name, part) in parts(&render::xlsx(&specimen::workbook()).unwrap()) {
        walk(&part, |_, tag| assert!(!["f", "hyperlink"].contains(&tag.name().as_ref()), "{name}")).unwrap();
        assert_eq!(part.contains("<t>=1+1</t>"), name == "xl/sharedStrings.xml", "{name}");
    }
}

#[test]
fn what_a_cell_cannot_hold_is_refused_not_cut() {
    let with = |rows| Workbook {
        title: String::new(),
        sheets: vec![Sheet {
            name: "名单".into(),
            naming: 0,
            columns: vec![SheetColumn {
                title: "单位".into(), width: 10, kind: ColumnKind::Text, hint: String::new()
            }],
            rows,
        }],
    };
    let (sheet, column) = (String::from("名单"), String::from("单位"));
    let long = |units: usize| vec![vec![CellValue::Text("𠮷".repeat(units / 2))]];
    assert!(render::xlsx(&with(long(32_766))).is_ok());
    assert_eq!(
        render::xlsx(&with(long(32_768))),
        Err(RenderError::CellTooLong { sheet: sheet.clone(), row: 1, column: column.clone() })
    );
    assert_eq!(
        render::xlsx(&with(vec![vec![CellValue::Count(u64::MAX)]])),
        Err(RenderError::CountTooLarge { sheet: sheet.clone(), row: 1, column })
    );
    assert_eq!(
        render::xlsx(&with(vec![vec![], vec![CellValue::Empty, CellValue::Empty]])),
        Err(RenderError::ValuesBeyondSheet { sheet, row: 2 })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_words_anywhere_give_a_well_formed_document_that_keeps_them(words in any::<String>()) {
        let text = || vec![Span::Text(words.clone())];
        let cell = Cell { paragraphs: vec![text()], columns: 1, rows: 1, alignment: Alignment::Centre, head: true };
        let document = Document {
            title: words.clone(),
            blocks: vec![
                Block::Chapter(text()),
                Block::Heading { level: 1, words: vec![Span::Strong(words.clone()), Span::Blank(words.clone())] },
                Block::Contents { level: 1 },
                Block::Article { label: words.clone(), paragraphs: vec![text(), text()] },
                Block::Table(Table {
                    columns: vec![Column { share: 1 }],
                    head_rows: 1,
                    rows: vec![Row { cells: vec![cell], height: 0 }],
                }),
                Block::Signature { party: Some(text()), lines: vec![text()] },
            ],
        };
        let file = render::docx(&document).unwrap();
        for part in parts(&file).values() {
            prop_assert_eq!(walk(part, |_, _| {}), Ok(()));
        }
        let illegal = |c: char| c < ' ' && !"\t\n\r".contains(c) || "\u{fffe}\u{ffff}".contains(c);
        let kept = words.replace(illegal, "").replace("\r\n", "\n").replace('\r', "\n");
        prop_assert_eq!(body_text(&file).matches(&kept).count() >= 9, true);
    }

    #[test]
    fn any_words_in_a_sheet_give_well_formed_parts(words in any::<String>()) {
        let workbook = Workbook {
            title: words.clone(),
            sheets: vec![Sheet {
                name: "名单".into(),
                naming: u16::MAX,
                columns: vec![SheetColumn {
                    title: words.clone(),
                    width: 10,
                    kind: ColumnKind::Choice(vec![words.clone()]),
                    hint: words.clone(),
                }],
                rows: vec![vec![CellValue::Text(words)]],
            }],
        };
        for part in parts(&render::xlsx(&workbook).unwrap()).values() {
            prop_assert_eq!(walk(part, |_, _| {}), Ok(()));
        }
    }
}
