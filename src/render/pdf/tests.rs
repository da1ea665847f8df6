//! Small pages made by hand, written as PDF. What other programs read in the files is for tests/judges.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::render::fonts::tests::{file, font_of, shipped, table_of};
use crate::render::{Bookmark, Element, ElementKind, FontFile, FontRole, Glyph, Mark, Page, Run, Typeface};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

fn run(typeface: Typeface, size: f32, at: [f32; 2], words: &str, element: Option<usize>, link: Option<usize>) -> Mark {
    let [mut x, baseline] = at;
    let mut glyphs = Vec::new();
    for character in words.chars() {
        glyphs.push(Glyph { character, x });
        x += typeface.advance(character) * size;
    }
    Mark::Text(Run { typeface, size, baseline, glyphs, end: x, element, link })
}

fn element(kind: ElementKind, parent: Option<usize>) -> Element {
    Element { kind, parent, block: 0 }
}

/// A title, a contents list, two headings, a table, a missing fact, on two pages.
fn sample() -> Pages {
    use ElementKind::{Cell, Contents, ContentsEntry, Heading, Paragraph, Row, Table, Title};
    let cell = |head| Cell { head, columns: 1, rows: 1 };
    let elements = vec![
        element(Title, None),
        element(Contents, None),
        element(ContentsEntry, Some(1)),
        element(ContentsEntry, Some(1)),
        element(Heading(1), None),
        element(Paragraph, None),
        element(Heading(2), None),
        element(Table, None),
        element(Row, Some(7)),
        element(cell(true), Some(8)),
        element(cell(true), Some(8)),
        element(Row, Some(7)),
        element(cell(false), Some(11)),
        element(cell(false), Some(11)),
    ];
    let bookmark =
        |level, words: &str, page, top, element| Bookmark { level, words: words.to_owned(), page, top, element };
    let outline = vec![
        bookmark(0, "海南南药产业知识产权联盟章程", 0, 100.0, 0),
        bookmark(1, "第一章　总则", 0, 300.0, 4),
        bookmark(2, "（一）成员", 1, 100.0, 6),
    ];
    let first = Page {
        number: 1,
        marks: vec![
            run(Typeface::XiaoBiaoSong, 22.0, [120.0, 140.0], "海南南药产业知识产权联盟章程", Some(0), None),
            run(Typeface::FangSong, 16.0, [80.0, 200.0], "第一章　总则", Some(2), Some(1)),
            run(Typeface::FangSong, 16.0, [480.0, 200.0], "1", Some(2), Some(1)),
            run(Typeface::FangSong, 16.0, [80.0, 228.0], "（一）成员", Some(3), Some(2)),
            run(Typeface::FangSong, 16.0, [480.0, 228.0], "2", Some(3), Some(2)),
            run(Typeface::Hei, 16.0, [80.0, 312.0], "第一章　总则", Some(4), None),
            Mark::Shade { at: [176.0, 326.0], size: [96.0, 18.0] },
            run(Typeface::FangSong, 16.0, [112.0, 340.0], "“联盟”——〔待填：住所〕，2026年6月15日。", Some(5), None),
            run(Typeface::Song, 14.0, [460.0, 780.0], "— 1 —", None, None),
        ],
    };
    let second = Page {
        number: 2,
        marks: vec![
            run(Typeface::Kai, 16.0, [80.0, 112.0], "（一）成员“甲”——乙", Some(6), None),
            Mark::Line { from: [80.0, 130.0], to: [500.0, 130.0], width: 0.5 },
            Mark::Line { from: [80.0, 150.0], to: [500.0, 150.0], width: 0.5 },
            Mark::Line { from: [80.0, 130.0], to: [80.0, 150.0], width: 1.0 },
            run(Typeface::Hei, 12.0, [90.0, 144.0], "单位", Some(9), None),
            run(Typeface::Hei, 12.0, [300.0, 144.0], "代码", Some(10), None),
            run(Typeface::Song, 12.0, [90.0, 170.0], "喆堃龘🌴", Some(12), None),
            run(Typeface::Song, 14.0, [80.0, 780.0], "— 2 —", None, None),
        ],
    };
    Pages {
        title: "海南南药产业知识产权联盟章程".to_owned(), pages: vec![first, second], elements, outline
    }
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// The standards a file says it keeps.
fn promises(bytes: &[u8]) -> [bool; 2] {
    ["<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"].map(|it| contains(bytes, it))
}

#[test]
fn a_document_keeps_to_the_strongest_standards() {
    let bytes = pdf(&sample(), shipped(), day()).unwrap();
    assert!(contains(&bytes, "<pdfaid:part>2</pdfaid:part>"));
    assert_eq!(promises(&bytes), [true, true]);
}

#[test]
fn what_people_type_never_costs_a_standard() {
    let odd = "\u{e000}\u{f0001}\u{0}\u{feff}\u{fffe}\u{202e}🌴𠮷";
    let long = "长".repeat(40_000);
    type Change = fn(&mut Pages, &str);
    let cases: [(&str, Change); 6] = [
        ("no heading at all", |pages, _| pages.outline.clear()),
        ("no structure at all", |pages, _| pages.elements.clear()),
        ("a title of nothing that can be seen", |pages, _| "\u{200b} ".clone_into(&mut pages.title)),
        ("a title as long as a book", |pages, long| long.clone_into(&mut pages.title)),
        ("a bookmark as long as a book", |pages, long| long.clone_into(&mut pages.outline[1].words)),
        ("a bookmark beyond the last page", |pages, _| pages.outline[1].page = 9),
    ];
    for (sentence, change) in cases {
        let mut pages = sample();
        pages.pages[0].marks.push(run(Typeface::Song, 12.0, [80.0, 400.0], odd, Some(5), Some(7)));
        change(&mut pages, &long);
        assert_eq!(promises(&pdf(&pages, shipped(), day()).unwrap()), [true, true], "{sentence}");
    }
}

#[test]
fn a_users_damaged_font_does_not_cost_the_document() {
    let mut glyphs = font_of("kai.ttf.gz");
    let table = table_of(&glyphs, b"glyf");
    glyphs[table.clone()].fill(0xff);
    let mut places = font_of("kai.ttf.gz");
    let table = table_of(&places, b"loca");
    places[table].fill(0xff);
    for bytes in [glyphs, places] {
        let own = FontFile { role: FontRole::Own(Typeface::FangSong), bytes, index: 0 };
        let fonts = Fonts::new([file(FontRole::Shipped(Typeface::Song), "song.ttf.gz"), own]).unwrap();
        assert_eq!(promises(&pdf(&sample(), &fonts, day()).unwrap()), [true, true]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// A font file that was damaged on the way is refused or serves; it never stops the program.
    #[test]
    fn any_damaged_font_is_refused_or_serves(places in prop::collection::vec((0.0..1.0_f64, any::<u8>(), 0..12_usize), 1..24)) {
        let mut bytes = font_of("kai.ttf.gz");
        let tables: Vec<_> = [b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"loca", b"glyf", b"OS/2", b"name", b"post"]
            .map(|tag| table_of(&bytes, tag)).into_iter().chain([0..172, 0..172]).collect();
        for (place, value, table) in places {
            let range = tables[table].clone();
            let length = range.len().min(4_000) as f64;
            bytes[range.start + (place * length) as usize] = value;
        }
        let own = FontFile { role: FontRole::Own(Typeface::FangSong), bytes, index: 0 };
        if let Ok(fonts) = Fonts::new([file(FontRole::Shipped(Typeface::Song), "song.ttf.gz"), own]) {
            prop_assert!(pdf(&sample(), &fonts, day()).is_ok());
        }
    }
}

#[test]
fn the_same_pages_and_date_give_the_same_bytes() {
    let again = Fonts::clone(shipped());
    assert_eq!(pdf(&sample(), shipped(), day()).unwrap(), pdf(&sample(), &again, day()).unwrap());
}
