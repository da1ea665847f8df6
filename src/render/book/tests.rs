//! Whole books out of small parts. What other programs read in one is for tests/judges.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hayro_syntax::Pdf;
use proptest::prelude::*;

use super::arrange::{Content, Leaf};
use super::*;
use crate::documents::{Block, Role, Span};
use crate::render::fonts::tests::shipped;
use crate::render::{Mark, Pages};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

fn words(text: &str) -> Vec<Span> {
    vec![Span::Text(text.to_owned())]
}

/// A document of so many pages.
fn document(title: &str, pages: usize) -> Document {
    let mut blocks = vec![Block::Title(words(title))];
    for page in 1..pages {
        blocks.extend([Block::PageBreak, Block::Paragraph { role: Role::Body, words: words(&page.to_string()) }]);
    }
    Document { title: title.to_owned(), blocks }
}

fn own(title: &str, pages: usize) -> Part {
    let listed = Listed { level: 0, title: title.to_owned() };
    Part { listed: Some(listed), body: Body::Document(document(title, pages)) }
}

fn file(key: &str, kind: AttachedKind) -> Part {
    let file = Attached {
        key: key.to_owned(),
        file: key.to_owned(),
        title: format!("甲公司{key}"),
        kind,
        turn: 0,
        sealed: true,
    };
    Part { listed: Some(Listed { level: 1, title: file.title.clone() }), body: Body::Attached(file) }
}

fn cover(volume: Volume) -> Document {
    document(&format!("{volume:?}"), 1)
}

fn a_book(parts: Vec<Part>, most_in_a_volume: u64) -> Book<'static> {
    Book { title: "汇编".to_owned(), date: day(), cover: &cover, parts, most_in_a_volume }
}

/// The words of a page, lines apart.
fn text(pages: &Pages, page: usize) -> String {
    let runs = pages.pages[page].marks.iter().filter_map(|mark| match mark {
        Mark::Text(run) => Some(run.glyphs.iter().map(|glyph| glyph.character).collect::<String>()),
        _ => None,
    });
    runs.collect::<Vec<_>>().join("\n")
}

/// Holds every number of an arranged book: leaves follow on without a gap, and the contents of each volume give the
/// true page of every part that is listed.
fn hold_numbers(book: &Book, leaves: &[Leaf]) -> Result<(), TestCaseError> {
    let mut end = 1;
    let mut begun = Vec::new();
    for leaf in leaves {
        prop_assert!(leaf.first == end || (leaf.first == end + 1 && leaf.first % 2 == 1));
        prop_assert!(leaf.sides > 0);
        end = leaf.first + leaf.sides;
        match &leaf.content {
            Content::Cover(pages) | Content::Contents(pages, _) | Content::Own(_, pages) => {
                prop_assert!(leaf.first % 2 == 1 || matches!(leaf.content, Content::Own(..)));
                prop_assert!(pages.pages.len() as u32 <= leaf.sides);
                for (number, page) in (leaf.first..).zip(&pages.pages) {
                    prop_assert_eq!(page.number, number);
                }
            }
            Content::Attached(_, _, _, survey) => prop_assert_eq!(survey.sides(), leaf.sides),
        }
        if let Content::Own(part, _) | Content::Attached(_, part, ..) = &leaf.content
            && let Some(listed) = &part.listed
        {
            begun.push((listed.title.clone(), leaf.first));
        }
    }
    prop_assert_eq!(begun.len(), book.parts.len());
    for leaf in leaves {
        if let Content::Contents(pages, targets) = &leaf.content {
            prop_assert_eq!(targets, &begun);
            let printed: String = (0..pages.pages.len()).map(|page| text(pages, page) + "\n").collect();
            let lines: Vec<&str> = printed.lines().collect();
            for (title, first) in &begun {
                let at = lines.iter().position(|line| line.trim_start_matches('　') == title);
                let after = &lines[at.expect(title)..];
                // The number stands in the last cell of the row.
                let number = after.iter().take(3).find(|line| **line == first.to_string());
                prop_assert!(number.is_some(), "{title}: {first} in {after:?}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_parts_have_numbers_without_a_gap_and_contents_that_are_true(
        kinds in prop::collection::vec((any::<bool>(), 1usize..5, 1u64..90), 0..60),
        most in prop_oneof![Just(u64::MAX), 50u64..400],
    ) {
        let mut parts = Vec::new();
        let mut surveys: Surveys = Vec::new();
        for (index, (is_own, pages, bytes)) in kinds.into_iter().enumerate() {
            if is_own {
                parts.push(own(&format!("文{index}"), pages));
                surveys.push(None);
            } else {
                parts.push(file(&format!("件{index}"), AttachedKind::Pdf));
                let survey = Survey { bytes, pages: vec![[595.0, 842.0]; pages], newest: false };
                surveys.push(Some(if bytes % 7 == 0 { Err(Unplaced::Locked) } else { Ok(survey) }));
            }
        }
        let book = a_book(parts, most);
        let leaves = arrange(&book, &surveys).unwrap();
        hold_numbers(&book, &leaves)?;
    }
}

/// Files by their keys.
fn files() -> BTreeMap<&'static str, (AttachedKind, Vec<u8>)> {
    macro_rules! attached {
        ($kind:ident, $name:literal) => {
            ($name, (AttachedKind::$kind, include_bytes!(concat!("../../../tests/attached/", $name)).to_vec()))
        };
    }
    let picture = include_bytes!("../../../tests/attached/picture.png");
    BTreeMap::from([
        attached!(Pdf, "two-pages.pdf"),
        attached!(Pdf, "turned.pdf"),
        attached!(Pdf, "stamped.pdf"),
        attached!(Pdf, "newer.pdf"),
        attached!(Pdf, "restricted.pdf"),
        attached!(Pdf, "locked.pdf"),
        attached!(Jpeg, "turned.jpg"),
        attached!(Png, "picture.png"),
        ("cut.png", (AttachedKind::Png, picture[..picture.len() / 2].to_vec())),
        ("cut.pdf", (AttachedKind::Pdf, b"%PDF-1.7".to_vec())),
    ])
}

fn bind(keys: &[&str], most_in_a_volume: u64) -> Bound {
    let files = files();
    let kind = |key: &str| files.get(key).map_or(AttachedKind::Pdf, |(kind, _)| *kind);
    let parts = keys.iter().map(|key| file(key, kind(key)));
    let parts = std::iter::once(own("（一）", 3)).chain(parts).collect();
    let mut read = |key: &str| files.get(key).map(|(_, bytes)| bytes.clone()).ok_or(NotAtHand);
    book(&a_book(parts, most_in_a_volume), shipped(), &mut read, &mut || ()).unwrap()
}

fn pages_of(volume: &[u8]) -> usize {
    Pdf::new(volume.to_vec()).unwrap().pages().len()
}

#[test]
fn every_page_of_every_file_has_a_sheet() {
    let keys = ["two-pages.pdf", "turned.pdf", "turned.jpg", "picture.png", "newer.pdf", "restricted.pdf"];
    let bound = bind(&keys, MOST_IN_A_VOLUME);
    assert_eq!(bound.unplaced, []);
    let [volume] = bound.volumes.as_slice() else { panic!("one volume") };
    // Cover and contents with their empty backs, three pages and an empty one, then the files, with two pages twice.
    assert_eq!(pages_of(volume), 4 + 4 + 8);
    assert_eq!(bound, bind(&keys, MOST_IN_A_VOLUME), "the same parts give the same bytes");
}

#[test]
fn a_file_that_cannot_be_placed_has_a_page_that_says_so() {
    let cases = [
        ("locked.pdf", Unplaced::Locked),
        ("cut.pdf", Unplaced::Damaged),
        // Its head is whole: the fault shows when the book is written.
        ("cut.png", Unplaced::Damaged),
        ("gone.pdf", Unplaced::NotAtHand),
    ];
    for (key, why) in cases {
        let bound = bind(&["picture.png", key, "turned.pdf"], MOST_IN_A_VOLUME);
        let refused: Vec<_> = bound.unplaced.iter().map(|(file, why)| (file.key.as_str(), *why)).collect();
        assert_eq!(refused, [(key, why)]);
        assert_eq!(pages_of(&bound.volumes[0]), 4 + 4 + 3, "{key}");
    }
}

#[test]
fn large_files_are_spread_over_volumes() {
    let one = bind(&["two-pages.pdf", "turned.pdf", "stamped.pdf"], MOST_IN_A_VOLUME);
    let each = bind(&["two-pages.pdf", "turned.pdf", "stamped.pdf"], 1);
    assert_eq!((one.volumes.len(), each.volumes.len()), (1, 3));
    // A cover and contents with their backs each; the sides after the last even out only before a front.
    let sides: Vec<usize> = each.volumes.iter().map(|volume| pages_of(volume)).collect();
    assert_eq!(sides, [4 + 4 + 2, 4 + 1, 4 + 1]);
}

#[test]
fn a_book_of_nothing_is_a_cover_and_an_empty_list() {
    let bound = book(&a_book(Vec::new(), 1), shipped(), &mut |_| Err(NotAtHand), &mut || ()).unwrap();
    assert_eq!(pages_of(&bound.volumes[0]), 3);
}
