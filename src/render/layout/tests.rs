//! Whole documents on pages: what holds of every document, and a few pages to look at.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::characters::Class;
use super::paper::{TEXT_FOOT, TEXT_TOP, TEXT_WIDTH, text_left};
use super::*;
use crate::documents::{Alignment, Block, Cell, Column, Role, Row, Span, Table, Words};
use crate::render::{Element, ElementKind, Mark, Page};

/// What lengths may be off: f32 over a sheet, and a line's tolerance.
const CLOSE: f32 = 0.05;

fn text(words: &str) -> Words {
    vec![Span::Text(words.to_owned())]
}

fn body(words: &str) -> Block {
    Block::Paragraph { role: Role::Body, words: text(words) }
}

fn cell(words: &str) -> Cell {
    Cell { paragraphs: vec![text(words)], columns: 1, rows: 1, alignment: Alignment::Start, head: false }
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells, height: 0 }
}

fn table(shares: &[u16], head_rows: usize, rows: Vec<Row>) -> Block {
    Block::Table(Table { columns: shares.iter().map(|&share| Column { share }).collect(), head_rows, rows })
}

fn document(blocks: Vec<Block>) -> Document {
    Document { title: "题".to_owned(), blocks }
}

fn pages(blocks: Vec<Block>) -> Pages {
    lay_out(&document(blocks), 1).unwrap()
}

fn runs(page: &Page) -> impl Iterator<Item = &Run> {
    page.marks.iter().filter_map(|mark| match mark {
        Mark::Text(run) => Some(run),
        _ => None,
    })
}

fn words(run: &Run) -> String {
    run.glyphs.iter().map(|glyph| glyph.character).collect()
}

/// A page in a form to read: a line of the page a line, with the x it begins and ends at, counted from the text's edge.
fn drawn(page: &Page) -> String {
    let left = text_left(page.number);
    let mut drawn = format!("page {}\n", page.number);
    let mut rows: BTreeMap<(u32, u32), (f32, String)> = BTreeMap::new();
    for run in runs(page) {
        let start = run.glyphs[0].x - left;
        let at = ((run.baseline * 10.0).round() as u32, (start * 10.0).round() as u32);
        rows.insert(at, (run.end - left, words(run)));
    }
    for ((y, x), (end, words)) in rows {
        writeln!(drawn, "{:>6.1} {:>6.1}–{end:<6.1} {words}", f64::from(y) / 10.0, f64::from(x) / 10.0).unwrap();
    }
    let borders = page.marks.iter().filter(|mark| matches!(mark, Mark::Line { .. })).count();
    if borders > 0 {
        writeln!(drawn, "{borders} borders").unwrap();
    }
    drawn
}

fn drawn_all(pages: &Pages) -> String {
    pages.pages.iter().map(drawn).collect()
}

/// The printable characters of a document in order of their number, how often each stands in it.
fn expected(document: &Document) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    let mut add = |words: &str| {
        for character in words.chars() {
            if Class::of(character).is_some_and(|class| !matches!(class, Class::LineEnd | Class::Tab)) {
                *counts.entry(character).or_default() += 1;
            }
        }
    };
    let mut spans = |spans: &Words| {
        for span in spans {
            match span {
                Span::Text(words) | Span::Strong(words) => add(words),
                Span::Blank(label) => add(&format!("〔待填：{label}〕")),
            }
        }
    };
    for block in &document.blocks {
        match block {
            Block::Title(words)
            | Block::Subtitle(words)
            | Block::Chapter(words)
            | Block::Heading { words, .. }
            | Block::Paragraph { words, .. } => spans(words),
            Block::Article { label, paragraphs } => {
                spans(&text(label));
                spans(&text("\u{3000}"));
                paragraphs.iter().for_each(&mut spans);
            }
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs).for_each(&mut spans);
            }
            Block::Signature { party, lines } => party.iter().chain(lines).for_each(&mut spans),
            Block::Contents { .. } | Block::PageBreak => {}
        }
    }
    counts
}

/// Where a character's ink may begin: the left half of an opening mark is empty, and others may reach into it.
fn ink(glyph: &Glyph, run: &Run) -> f32 {
    let empty = if Class::of(glyph.character) == Some(Class::Opening) { run.size / 2.0 } else { 0.0 };
    glyph.x + empty
}

/// Whether a piece of the structure, or what it belongs to, is a contents list.
fn in_contents(elements: &[Element], element: usize) -> bool {
    elements[element].kind == ElementKind::ContentsEntry
}

/// Holds of every document, whatever is in it.
fn check(document: &Document, first_page: u32) {
    let pages = lay_out(document, first_page).unwrap();
    assert!(!pages.pages.is_empty());
    let mut found: BTreeMap<char, usize> = BTreeMap::new();
    for (number, page) in (first_page..).zip(&pages.pages) {
        assert_eq!(page.number, number, "pages are numbered from the first on");
        let left = text_left(page.number);
        let mut ends: BTreeMap<(u32, Option<usize>), f32> = BTreeMap::new();
        for run in runs(page) {
            let number = run.baseline > TEXT_FOOT;
            assert!(number || run.baseline > TEXT_TOP, "{run:?} stands in the upper margin");
            assert!(!run.glyphs.is_empty());
            let (first, last) = (run.glyphs[0].x, run.glyphs[run.glyphs.len() - 1].x);
            assert!(first >= left - CLOSE && run.end <= left + TEXT_WIDTH + CLOSE, "{run:?} is outside the text");
            assert!(last <= run.end + CLOSE, "{run:?} ends before its last character");
            let forward = |pair: &[Glyph]| pair[0].x <= ink(&pair[1], run) + CLOSE;
            assert!(run.glyphs.windows(2).all(forward), "{run:?} runs backwards");
            if let Some(element) = run.element {
                let end = ends.insert((run.baseline.to_bits(), run.element), run.end).unwrap_or(0.0);
                assert!(
                    ink(&run.glyphs[0], run) >= end - CLOSE,
                    "{run:?} overlaps the one before, which ends at {end}"
                );
                if !in_contents(&pages.elements, element) {
                    run.glyphs.iter().for_each(|glyph| *found.entry(glyph.character).or_default() += 1);
                }
            }
        }
        for mark in &page.marks {
            if let Mark::Line { from, to, .. } = mark {
                assert!(from[0] <= to[0] && from[1] <= to[1]);
                assert!(from[1] >= TEXT_TOP - CLOSE && to[1] <= TEXT_FOOT + CLOSE, "{mark:?} is outside the text");
            }
        }
    }
    for (index, element) in pages.elements.iter().enumerate() {
        assert!(element.parent.is_none_or(|parent| parent < index) && element.block < document.blocks.len());
    }
    for bookmark in &pages.outline {
        assert!(bookmark.page < pages.pages.len() && (TEXT_TOP - CLOSE..TEXT_FOOT).contains(&bookmark.top));
    }
    let expected = expected(document);
    for (character, count) in &expected {
        // A tabulator prints as a space, and the words 目录 are the contents list's own.
        if !" 目录\u{3000}".contains(*character) {
            assert_eq!(found.get(character), Some(count), "{character:?}");
        }
    }
    assert!(found.keys().all(|character| " 目录\u{3000}".contains(*character) || expected.contains_key(character)));
}

fn awkward() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[联盟知识产权海南省，。、（）《》“”—…]{0,120}",
        4 => "[a-zA-Z0-9@./:% -]{0,80}",
        4 => any::<String>(),
        2 => "[，。）》]{0,60}",
        2 => "[（《“]{0,60}",
        2 => "[\u{3000} \t\r\n联]{0,60}",
        1 => "[a\u{301}\u{200b}\u{feff}\u{0}𠮷🌴👩‍🔬]{0,40}",
        1 => Just("知".repeat(5_000)),
        1 => Just("x".repeat(5_000)),
    ]
}

fn spans() -> impl Strategy<Value = Words> {
    prop::collection::vec(
        prop_oneof![
            awkward().prop_map(Span::Text),
            awkward().prop_map(Span::Strong),
            "[联盟名称]{0,20}".prop_map(Span::Blank)
        ],
        0..3,
    )
}

fn any_table() -> impl Strategy<Value = Block> {
    let cell = (prop::collection::vec(spans(), 0..3), 0u8..4, 0u8..5, any::<bool>()).prop_map(
        |(paragraphs, columns, rows, head)| Cell { paragraphs, columns, rows, alignment: Alignment::Centre, head },
    );
    let row = (prop::collection::vec(cell, 0..3), prop_oneof![Just(0u16), 0u16..60, any::<u16>()])
        .prop_map(|(cells, height)| Row { cells, height });
    (prop::collection::vec(0u16..5, 3..6), 0usize..4, prop::collection::vec(row, 0..12)).prop_map(
        |(shares, head_rows, rows)| {
            Block::Table(Table { columns: shares.into_iter().map(|share| Column { share }).collect(), head_rows, rows })
        },
    )
}

fn any_block() -> impl Strategy<Value = Block> {
    let role =
        prop_oneof![Just(Role::Body), Just(Role::Flush), Just(Role::Centred), Just(Role::Right), Just(Role::Note)];
    prop_oneof![
        spans().prop_map(Block::Title),
        spans().prop_map(Block::Subtitle),
        spans().prop_map(Block::Chapter),
        (any::<u8>(), spans()).prop_map(|(level, words)| Block::Heading { level, words }),
        (role, spans()).prop_map(|(role, words)| Block::Paragraph { role, words }),
        (awkward(), prop::collection::vec(spans(), 0..3))
            .prop_map(|(label, paragraphs)| Block::Article { label, paragraphs }),
        any_table(),
        (prop::option::of(spans()), prop::collection::vec(spans(), 0..4))
            .prop_map(|(party, lines)| Block::Signature { party, lines }),
        (0u8..5).prop_map(|level| Block::Contents { level }),
        Just(Block::PageBreak),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_character_of_any_document_is_printed_once_and_inside_the_text(
        blocks in prop::collection::vec(any_block(), 0..10),
        first_page in 1u32..500,
    ) {
        let document = document(blocks);
        if lay_out(&document, first_page).is_ok() {
            check(&document, first_page);
        }
    }
}

#[test]
fn an_empty_document_is_one_empty_page() {
    for blocks in [vec![], vec![Block::PageBreak], vec![Block::Contents { level: 3 }], vec![table(&[], 1, vec![])]] {
        let pages = pages(blocks);
        assert_eq!(pages.pages.len(), 1);
        assert_eq!(runs(&pages.pages[0]).map(words).collect::<Vec<_>>(), ["— 1 —"]);
    }
}

#[test]
fn a_cell_without_a_column_is_refused_rather_than_lost() {
    let crowded = table(&[], 0, vec![row(vec![cell("a")])]);
    assert_eq!(lay_out(&document(vec![crowded]), 1), Err(RenderError::CellsBeyondTable { row: 1 }));
}

#[test]
fn page_numbers_stand_one_character_from_the_outer_edge_of_the_text() {
    for (number, printed) in [(1, "— 1 —"), (2, "— 2 —"), (1234, "— 1234 —"), (u32::MAX, "— 4294967295 —")]
    {
        let run = page_number(number);
        assert_eq!(words(&run), printed);
        let [left, right] = [run.glyphs[0].x - text_left(number), text_left(number) + TEXT_WIDTH - run.end];
        let outer = if number % 2 == 1 { right } else { left };
        assert!((outer - 14.0).abs() < CLOSE, "{number}: {outer}");
    }
}

#[test]
fn even_pages_are_mirrored() {
    let laid = lay_out(&document(vec![Block::Paragraph { role: Role::Flush, words: text("字") }]), 2).unwrap();
    assert!((runs(&laid.pages[0]).next().unwrap().glyphs[0].x - 26.0 * 72.0 / 25.4).abs() < CLOSE);
}

/// The numbers of the pages on which the lines of these blocks stand, and how many of them.
fn lines_by_page(blocks: Vec<Block>) -> Vec<usize> {
    pages(blocks).pages.iter().map(|page| runs(page).filter(|run| run.element.is_some()).count()).collect()
}

#[test]
fn lines_stay_together_as_they_should() {
    // A page has 22 lines of 28 points; 27 characters fill a line, 25 the first.
    let filler = |lines: usize| body(&"字".repeat(25 + 27 * (lines - 1)));
    let heading = || Block::Heading { level: 1, words: text("一、标题") };
    let signature = || Block::Signature { party: Some(text("甲")), lines: vec![text("签字："), text("年")] };
    let small = || table(&[1], 1, vec![row(vec![cell("头")]), row(vec![cell("甲")]), row(vec![cell("乙")])]);
    let right = || Block::Paragraph { role: Role::Right, words: text("年月日") };
    let endless = || Block::Signature { party: None, lines: vec![text("签字："); 18] };
    let cases: [(&str, Vec<Block>, &[usize]); 12] = [
        ("a page holds 22 lines", vec![filler(23)], &[21, 2]),
        ("the last line is never alone on a page", vec![filler(2), filler(21)], &[21, 2]),
        ("the first line is never alone either", vec![filler(21), filler(4)], &[21, 4]),
        ("two lines may go over", vec![filler(20), filler(4)], &[22, 2]),
        ("a heading goes with two lines of what follows", vec![filler(20), heading(), filler(4)], &[20, 5]),
        (
            "a signature is not broken, and what leads to it comes along",
            vec![filler(16), filler(3), signature()],
            &[16, 6],
        ),
        (
            "nor does one stand on a page without a row of the table before it",
            vec![filler(19), small(), signature()],
            &[21, 4],
        ),
        (
            "where no page can hold the row and the signature, the table stays",
            vec![filler(14), small(), endless()],
            &[21, 14],
        ),
        ("nor do name and day at the right", vec![filler(20), filler(2), right(), right()], &[20, 4]),
        ("where there is room, the table stays", vec![filler(14), small(), signature()], &[20]),
        ("nor is a head left alone", vec![filler(21), filler(1), small()], &[21, 4]),
        ("a new page is begun once", vec![filler(1), Block::PageBreak, Block::PageBreak, filler(1)], &[1, 1]),
    ];
    for (sentence, blocks, expected) in cases {
        assert_eq!(lines_by_page(blocks), expected, "{sentence}");
    }
}

#[test]
fn a_long_table_repeats_its_head_as_an_artifact() {
    let mut rows = vec![row(vec![Cell { head: true, ..cell("单位名称") }])];
    rows.extend((1..=1_000).map(|number| row(vec![cell(&format!("第{number}家"))])));
    let pages = pages(vec![table(&[1], 1, rows)]);
    assert_eq!(pages.pages.len(), 36);
    for (index, page) in pages.pages.iter().enumerate() {
        let head = runs(page).next().unwrap();
        assert_eq!((words(head).as_str(), head.element.is_some()), ("单位名称", index == 0));
    }
}

#[test]
fn a_row_that_is_higher_than_a_page_goes_on_overleaf() {
    let rows = vec![row(vec![cell("头"), cell("头")]), row(vec![cell("意见"), cell(&"字".repeat(3_000))])];
    let pages = pages(vec![table(&[1, 5], 1, rows)]);
    let first: Vec<String> = runs(&pages.pages[0]).map(words).filter(|words| words.contains('意')).collect();
    assert_eq!((pages.pages.len(), first.len()), (3, 1), "{}", drawn_all(&pages));
    check(&document(vec![table(&[1, 5], 1, vec![row(vec![cell("意见"), cell(&"字".repeat(3_000))])])]), 1);
}

#[test]
fn a_cell_over_rows_on_two_pages_is_closed_at_the_foot_and_stands_on_the_first() {
    let mut rows = vec![row(vec![Cell { rows: 60, ..cell("合并") }, cell("1")])];
    rows.extend((2..=60).map(|number| row(vec![cell(&number.to_string())])));
    let pages = pages(vec![table(&[1, 1], 0, rows)]);
    assert_eq!(pages.pages.len(), 3);
    let with: Vec<usize> =
        pages.pages.iter().map(|page| runs(page).filter(|run| words(run) == "合并").count()).collect();
    assert_eq!(with, [1, 0, 0]);
    for page in &pages.pages {
        let widest = |y: fn(f32, f32) -> f32, start: f32| {
            page.marks.iter().fold(start, |found, mark| match mark {
                Mark::Line { from, to, .. } if to[0] - from[0] > TEXT_WIDTH => y(found, from[1]),
                _ => found,
            })
        };
        let rows = runs(page).filter(|run| run.element.is_some() && words(run) != "合并");
        let last = rows.map(|run| run.baseline).fold(0.0, f32::max);
        assert!(widest(f32::max, 0.0) > last, "closed under the last row");
        assert!(widest(f32::min, TEXT_FOOT) < TEXT_TOP + CLOSE, "opened at the top");
    }
}

#[test]
fn a_contents_list_names_the_pages_its_entries_lead_to_even_when_it_needs_several() {
    let mut blocks = vec![Block::Title(text("章程")), Block::Contents { level: 1 }, Block::PageBreak];
    for number in 1..=60 {
        blocks.push(Block::Chapter(text(&format!("第{number}章"))));
        blocks.push(body(&"字".repeat(300)));
    }
    let laid = lay_out(&document(blocks), 9).unwrap();
    let entry = |run: &&Run| run.element.is_some_and(|element| in_contents(&laid.elements, element));
    let entries: Vec<&Run> = laid.pages.iter().flat_map(runs).filter(entry).collect();
    assert_eq!(entries.len(), 120);
    for pair in entries.chunks(2) {
        let bookmark = &laid.outline[pair[0].link.unwrap()];
        assert_eq!((words(pair[0]), pair[1].link), (bookmark.words.clone(), pair[0].link));
        assert_eq!(words(pair[1]), laid.pages[bookmark.page].number.to_string());
        let [first, top] = [&laid.pages[bookmark.page]].map(|page| {
            let run = runs(page).find(|run| run.element == Some(bookmark.element)).unwrap();
            [run.baseline, bookmark.top]
        })[0];
        assert!(top < first && first < top + 28.0);
    }
}

#[test]
fn a_missing_fact_has_a_ground_under_it() {
    let words = vec![Span::Text("住所：".into()), Span::Blank("住所".into())];
    let pages = pages(vec![Block::Paragraph { role: Role::Flush, words }]);
    let Mark::Shade { at, size } = &pages.pages[0].marks[1] else { panic!("{:?}", pages.pages[0].marks) };
    let Mark::Text(run) = &pages.pages[0].marks[2] else { panic!("{:?}", pages.pages[0].marks) };
    assert_eq!((self::words(run).as_str(), run.typeface), ("〔待填：住所〕", Typeface::Hei));
    assert!((at[0] - run.glyphs[0].x).abs() < CLOSE && (at[0] + size[0] - run.end).abs() < CLOSE);
    assert!(at[1] < run.baseline && run.baseline < at[1] + size[1]);
}

#[test]
fn pages_to_look_at() {
    let cells = |words: [&str; 3]| row(words.map(cell).to_vec());
    let pages = pages(vec![
        Block::Title(text("海南省示例产业知识产权联盟章程")),
        Block::Subtitle(text("（草案）")),
        Block::Contents { level: 1 },
        Block::PageBreak,
        Block::Chapter(text("第一章　总则")),
        Block::Article {
            label: "第一条".to_owned(),
            paragraphs: vec![
                vec![
                    Span::Text(
                        "联盟遵循“自愿、开放、互惠、共赢”的原则，依照《海南省知识产权联盟管理办法（暂行）》（以下简称"
                            .into(),
                    ),
                    Span::Strong("《办法》".into()),
                    Span::Text("）成立——以2026年的IPR规划为准……联系邮箱 office@example.com。".into()),
                    Span::Blank("住所".into()),
                ],
                text("（一）促进知识产权的创造、运用与保护；"),
            ],
        },
        Block::Heading { level: 2, words: text("（一）名单") },
        table(
            &[1, 3, 3],
            1,
            vec![
                cells(["序号", "单位名称", "统一社会信用代码"]),
                cells(["1", "海南示例种业有限公司", "91460000MA5T000012"]),
                row(vec![cell("2"), Cell { columns: 2, alignment: Alignment::Centre, ..cell("合并的一格") }]),
            ],
        ),
        Block::Signature { party: Some(text("甲公司（盖章）")), lines: vec![text("年　　月　　日")] },
        Block::Paragraph { role: Role::Right, words: text("2026年1月1日　　") },
    ]);
    insta::assert_snapshot!(drawn_all(&pages));
}
