//! Every text, whatever its conditions decide.

use super::combinations::{Supposed, Under, all, dimensions, pairs, pieces};
use super::proof::{Line, slips};
use super::*;
use crate::charter::clauses;
use crate::documents::facts::DocumentFacts;
use crate::documents::prose::{blocks, blocks_with, numbered};
use crate::documents::texts;
use crate::template::Template;

/// Beyond so many combinations a piece is too long to be seen through, and is to be split under headings of its own.
const MOST: usize = 4096;

fn all_the_texts() -> Vec<&'static str> {
    let single = [
        texts::REPORT,
        texts::MINUTES,
        texts::APPLICATION_GUIDE,
        texts::APPLICATION_PROMISE,
        texts::SELF_EVALUATION,
        texts::CATALOGUE,
        texts::MEMBER_LIST,
        texts::CHARTER_SIGNING,
    ];
    single.into_iter().chain(texts::RULES).collect()
}

/// Reads proof of a text with its blanks filled and with its blanks open.
fn proof_read(template: &Template, combinations: &[Supposed], whole: bool) {
    let mut clean = BTreeSet::new();
    for dossier in [sample(), Dossier::default()] {
        let facts = DocumentFacts::new(&dossier, today());
        for supposed in combinations {
            let lines = template.render(&Under { facts: &facts, supposed });
            let lines: Vec<Line> = lines.into_iter().map(Line::from).collect();
            let found: Vec<String> =
                slips(&lines, &mut clean).into_iter().filter(|slip| whole || !slip.starts_with("numbered")).collect();
            assert!(found.is_empty(), "{found:#?} where {supposed:?}");
        }
    }
}

#[test]
fn the_folder_holds_no_text_that_is_not_read_here() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/documents/texts");
    let files = |folder: &std::path::Path| {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>()
    };
    let found = files(&folder).into_iter().chain(files(&folder.join("rules")));
    assert_eq!(found.filter(|path| path.extension().is_some_and(|it| it == "txt")).count(), all_the_texts().len());
}

#[test]
fn parse_and_use_only_names_there_are() {
    let dossier = Dossier::default();
    let facts = DocumentFacts::new(&dossier, today());
    for text in all_the_texts() {
        let template = Template::parse(text).unwrap_or_else(|errors| panic!("{errors:?}\n{text}"));
        assert_eq!(template.faults(&facts), [], "{text}");
    }
}

#[test]
fn each_piece_reads_clean_under_every_combination_of_its_conditions() {
    let empty = Dossier::default();
    let of_empty = DocumentFacts::new(&empty, today());
    for piece in all_the_texts().into_iter().flat_map(pieces) {
        let template = Template::parse(&piece).unwrap();
        let combinations = all(&dimensions(&template, &of_empty));
        assert!(combinations.len() <= MOST, "{} combinations: {piece}", combinations.len());
        // A piece may be a heading over the next one.
        if template.conditions().is_empty() && piece.lines().filter(|line| !line.is_empty()).count() <= 1 {
            continue;
        }
        proof_read(&template, &combinations, false);
    }
}

/// What one condition decides may meet at most the piece before and after: pairs of conditions see every such meeting.
#[test]
fn each_text_reads_clean_as_a_whole_under_every_pair_of_its_conditions() {
    let empty = Dossier::default();
    let of_empty = DocumentFacts::new(&empty, today());
    for text in all_the_texts() {
        let template = Template::parse(text).unwrap();
        proof_read(&template, &pairs(&dimensions(&template, &of_empty)), true);
    }
}

#[test]
fn each_clause_of_the_charter_reads_clean_under_every_combination_of_its_conditions() {
    let empty = Dossier::default();
    let of_empty = DocumentFacts::new(&empty, today());
    for clause in clauses() {
        let template = Template::parse(clause.text).unwrap();
        proof_read(&template, &all(&dimensions(&template, &of_empty)), true);
    }
}

#[test]
fn of_the_rules_have_chapters_and_as_many_articles_as_a_rule_needs() {
    let dossier = sample();
    let facts = DocumentFacts::new(&dossier, today());
    assert_eq!(texts::rule_names().count(), texts::RULES.len());
    for text in texts::RULES {
        let rule = blocks(text, &facts);
        let articles = rule.iter().filter(|block| matches!(block, Block::Article { .. })).count();
        assert!((10..=22).contains(&articles), "{articles} articles");
        assert!(rule.iter().filter(|block| matches!(block, Block::Heading { .. })).count() >= 3, "{text}");
    }
}

#[test]
fn refer_to_parts_there_are() {
    let mut seen = 0;
    for (text, after) in
        all_the_texts().into_iter().flat_map(|text| text.split("见本报告“").skip(1).map(move |it| (text, it)))
    {
        let (part, _) = after.split_once("”部分").unwrap();
        assert!(
            text.lines().any(|line| line.trim_start_matches(['#', ' ']) == part && line.starts_with('#')),
            "{part}"
        );
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn take_in_every_composed_piece_at_its_place_and_nowhere_else() {
    let mut dossier = Dossier::default();
    dossier.alliance.background.put("【插入：甲】");
    let facts = DocumentFacts::new(&dossier, today());
    let text = "{alliance/background}\n【插入：甲】\n【插入：乙】";
    let filled = blocks_with(text, &facts, vec![("甲", vec![Block::PageBreak])]);
    let [Block::Paragraph { words, .. }, Block::PageBreak, Block::Paragraph { .. }] = filled.as_slice() else {
        panic!("{filled:?}")
    };
    assert_eq!(plain_words(words), "【插入：甲】");
}

#[test]
fn number_their_headings_afresh_under_each_higher_one() {
    let heading = |level| Block::Heading { level, words: vec![Span::Text("甲".into())] };
    let text = numbered([1, 2, 2, 3, 1, 2, 3, 3].map(heading).to_vec());
    let plain = Document { title: String::new(), blocks: text }.plain_text();
    let lines: Vec<&str> = plain.lines().map(|line| line.trim_start_matches(['#', ' '])).collect();
    assert_eq!(lines, ["一、甲", "（一）甲", "（二）甲", "1．甲", "二、甲", "（一）甲", "1．甲", "2．甲"]);
}
