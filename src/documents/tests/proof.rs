//! Proofreading: what a careful clerk would strike out, whatever the text says.

use std::collections::BTreeSet;

use crate::documents::plain_words;
use crate::documents::representation::Span;
use crate::measures::{Citation, EDITION, chinese_number, read_chinese_number};
use crate::template::{Paragraph, Style};

/// A paragraph as it is read.
pub(super) struct Line {
    style: Style,
    text: String,
}

impl From<Paragraph> for Line {
    fn from(paragraph: Paragraph) -> Self {
        let words: Vec<Span> = paragraph.words.into_iter().map(Span::from).collect();
        Self { style: paragraph.style, text: plain_words(&words) }
    }
}

/// The places for composed pieces, which are no words.
const PLACE: &str = "【插入：";

/// What is wrong with a text of several paragraphs, each slip with its words. Paragraphs that were found clean before are
/// kept in `clean` and not read again.
pub(super) fn slips(lines: &[Line], clean: &mut BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines {
        if clean.contains(&line.text) {
            continue;
        }
        match slips_in(&line.text) {
            none if none.is_empty() => _ = clean.insert(line.text.clone()),
            slips => found.extend(slips),
        }
    }
    found.extend(lines.iter().filter(|line| !ends_well(line)).map(|line| format!("does not end: {}", line.text)));
    for (place, line) in lines.iter().enumerate() {
        let next = lines.get(place + 1);
        if let Style::Heading(level) = line.style {
            let empty = next.is_none_or(|next| matches!(next.style, Style::Heading(below) if below <= level));
            found.extend(empty.then(|| format!("nothing stands under: {}", line.text)));
        }
        if line.text.ends_with('：') && next.is_none_or(|next| matches!(next.style, Style::Heading(_) | Style::Right))
        {
            found.push(format!("nothing follows: {}", line.text));
        }
    }
    found.extend(miscounted(lines));
    found
}

/// What is wrong within one run of words.
pub(super) fn slips_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut slip = |what: &str| found.push(format!("{what}: {text}"));
    if text.trim().is_empty() {
        slip("an empty paragraph");
    }
    for mark in ["{", "}", "[if", "[else", "[end", "[each", "〔待填：〕", "\u{FFFF}"] {
        if text.contains(mark) {
            slip(mark);
        }
    }
    let characters: Vec<char> = text.chars().collect();
    for pair in characters.windows(2) {
        let [first, second] = pair else { continue };
        if is_stop(*first) && is_stop(*second) {
            slip("doubled punctuation");
        }
        if is_half_width(*first) && is_chinese(*second) || is_chinese(*first) && is_half_width(*second) {
            slip("half-width punctuation");
        }
        if first == second && "的了和在与为是或及对将".contains(*first) && !text.contains("目的的") {
            slip("a doubled word");
        }
    }
    for length in 2..=8 {
        let doubled = |twice: &[char]| {
            let (first, second) = twice.split_at(length);
            first == second && first.iter().all(|character| is_chinese(*character))
        };
        if characters.windows(2 * length).any(doubled) {
            slip("a doubled word");
        }
    }
    if !is_balanced(text) {
        slip("unbalanced marks");
    }
    found.extend(wrong_citations(text));
    found
}

fn is_stop(character: char) -> bool {
    "，。；：、！？".contains(character)
}

fn is_half_width(character: char) -> bool {
    ",;:!?()\"' ".contains(character)
}

fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

fn is_balanced(text: &str) -> bool {
    const PAIRS: [(char, char); 6] = [('（', '）'), ('“', '”'), ('‘', '’'), ('《', '》'), ('〔', '〕'), ('【', '】')];
    let mut open = Vec::new();
    for character in text.chars() {
        if let Some((_, closing)) = PAIRS.iter().find(|(opening, _)| *opening == character) {
            open.push(*closing);
        } else if PAIRS.iter().any(|(_, closing)| *closing == character) && open.pop() != Some(character) {
            return false;
        }
    }
    open.is_empty()
}

/// A sentence ends; a heading, a title and a line at the right do not; nor does a line of a form, `会议地点：…`, a blank or
/// a composed piece that stands alone.
fn ends_well(line: &Line) -> bool {
    let text = line.text.as_str();
    match line.style {
        Style::Title | Style::Heading(_) | Style::Right => !text.ends_with(is_stop),
        Style::Body | Style::Note => {
            let form_line = text.chars().take(12).any(|character| character == '：') && !text.contains('。');
            let alone = text.starts_with(PLACE) || text.starts_with("〔待填：") && text.matches('〕').count() == 1;
            text.ends_with(['。', '；', '：', '！', '？']) || form_line || alone
        }
    }
}

/// （一）、（二）… and 1．2．… within a list, 第一条… and 第一章… through the whole text: without a gap. An item that another
/// follows ends in ；, or all end in 。; the last ends in 。.
fn miscounted(lines: &[Line]) -> Vec<String> {
    let mut found = Vec::new();
    for number in [article_number as fn(&str) -> Option<u32>, chapter_number] {
        let numbers: Vec<u32> = lines.iter().filter_map(|line| number(&line.text)).collect();
        if numbers != (1..=numbers.len() as u32).collect::<Vec<_>>() {
            found.push(format!("numbered {numbers:?}"));
        }
    }
    for number in [item_number as fn(&str) -> Option<u32>, point_number] {
        let items: Vec<(u32, &str)> =
            lines.iter().filter_map(|line| Some((number(&line.text)?, line.text.as_str()))).collect();
        for (place, (number, text)) in items.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|before| items.get(before)).map_or(0, |(number, _)| *number);
            if *number != 1 && *number != before + 1 {
                found.push(format!("follows number {before}: {text}"));
            }
            let last = items.get(place + 1).is_none_or(|(next, _)| *next == 1);
            if last && text.ends_with('；') {
                found.push(format!("the last item ends in ；: {text}"));
            }
        }
    }
    found
}

fn article_number(text: &str) -> Option<u32> {
    read_chinese_number(text.split_once('　')?.0.strip_prefix('第')?.strip_suffix('条')?)
}

fn chapter_number(text: &str) -> Option<u32> {
    read_chinese_number(text.split_once('　')?.0.strip_prefix('第')?.strip_suffix('章')?)
}

fn item_number(text: &str) -> Option<u32> {
    read_chinese_number(text.strip_prefix('（')?.split_once('）')?.0)
}

fn point_number(text: &str) -> Option<u32> {
    text.split_once('．')?.0.parse().ok()
}

/// Citations of the Measures that lead nowhere, and words quoted after one that do not stand there.
fn wrong_citations(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let named =
        [format!("{}（以下简称《办法》）第", EDITION.cited), format!("{}第", EDITION.cited), "《办法》第".to_owned()];
    for name in named {
        for after in text.split(name.as_str()).skip(1) {
            let Some((article, mut rest)) = after.split_once('条') else { continue };
            let article = read_chinese_number(article).and_then(|number| u8::try_from(number).ok()).unwrap_or(0);
            let mut place = Citation::article(article);
            let mut cited = vec![place];
            while let Some((item, after)) =
                rest.trim_start_matches(['、', '和']).strip_prefix("第（").and_then(|rest| rest.split_once("）项"))
            {
                place = Citation::item(article, read_chinese_number(item).map_or(0, |number| number as u8));
                cited.push(place);
                rest = after;
            }
            found.extend(
                cited.iter().filter(|place| place.resolve().is_none()).map(|place| format!("{place} is not: {text}")),
            );
            let head: String = rest.chars().take(6).collect();
            let quoted = head.contains('“').then(|| rest.split_once('“')?.1.split_once('”')).flatten();
            if let Some((quoted, _)) = quoted
                && !place.resolve().is_some_and(|provision| provision.text().contains(quoted))
            {
                found.push(format!("{place} does not say “{quoted}”"));
            }
        }
    }
    found
}

#[test]
fn the_proof_reader_sees_each_kind_of_slip() {
    let line = |style, text: &str| Line { style, text: text.to_owned() };
    let slips = |lines: &[Line]| slips(lines, &mut BTreeSet::new());
    for clean in
        ["甲公司（乙）的“丙”。", "参照《办法》第十六条第（二）项“联盟成员单位不少于10家”的规定。", "〔待填：甲〕家。"]
    {
        assert_eq!(slips(&[line(Style::Body, clean)]), Vec::<String>::new());
    }
    for slipped in [
        "",
        "甲，，乙。",
        "甲、。",
        "甲。。",
        "联盟联盟设理事会。",
        "联盟的的。",
        "甲(乙)。",
        "甲，乙",
        "（甲。",
        "“甲’。",
        "有{alliance/name}。",
        "〔待填：〕。",
        "《办法》第四十条。",
        "《办法》第十六条第（九）项。",
        "《办法》第十六条第（二）项“不少于12家”。",
        "下列：",
    ] {
        assert!(!slips(&[line(Style::Body, slipped)]).is_empty(), "{slipped}");
    }
    let two = |first: &str, second: &str| slips(&[line(Style::Body, first), line(Style::Body, second)]);
    assert!(two("（一）甲；", "（二）乙。").is_empty());
    assert!(!two("（一）甲；", "（三）乙。").is_empty());
    assert!(!two("（一）甲；", "（二）乙；").is_empty());
    assert!(!two("第一条　甲。", "第三条　乙。").is_empty());
    assert!(
        !slips(&[line(Style::Heading(1), "甲"), line(Style::Heading(1), "乙"), line(Style::Body, "丙。")]).is_empty()
    );
    assert_eq!(chinese_number(3), "三");
}
