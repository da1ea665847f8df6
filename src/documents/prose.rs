//! From an editable text to the blocks of a document.

use super::facts::DocumentFacts;
use super::representation::{Block, Role, Span, Words};
use crate::measures::chinese_number;
use crate::template::{Facts, Template};

/// The blocks of a text. Numbered articles (`第三条　…`) take in the paragraphs that follow them.
pub(super) fn blocks(text: &str, facts: &dyn Facts) -> Vec<Block> {
    // The texts are part of the program, and a test reads them all.
    let template = Template::parse(text).unwrap_or_default();
    let mut blocks = Vec::new();
    for paragraph in template.render(facts) {
        push(&mut blocks, Block::from(paragraph));
    }
    blocks
}

/// The words of the paragraphs alone, for a text that stands in a table's cell.
pub(super) fn plain_paragraphs(blocks: Vec<Block>) -> Vec<Words> {
    let words = |block| match block {
        Block::Paragraph { words, .. } => Some(words),
        _ => None,
    };
    blocks.into_iter().filter_map(words).collect()
}

fn push(blocks: &mut Vec<Block>, block: Block) {
    match block {
        Block::Paragraph { role: Role::Body, mut words } => {
            if let Some(label) = take_article_label(&mut words) {
                blocks.push(Block::Article { label, paragraphs: vec![words] });
            } else if let Some(Block::Article { paragraphs, .. }) = blocks.last_mut() {
                paragraphs.push(words);
            } else {
                blocks.push(Block::Paragraph { role: Role::Body, words });
            }
        }
        other => blocks.push(other),
    }
}

/// Takes `第三条` off the head of the words, if they begin so.
fn take_article_label(words: &mut Words) -> Option<String> {
    let Some(Span::Text(first)) = words.first_mut() else { return None };
    let (label, rest) = first.split_once('　')?;
    if !(label.starts_with('第') && label.ends_with('条')) {
        return None;
    }
    let label = label.to_owned();
    *first = rest.to_owned();
    Some(label)
}

/// Puts the alliance's name under the title.
pub(super) fn of_alliance(mut blocks: Vec<Block>, facts: &DocumentFacts) -> Vec<Block> {
    if let Some(place) = blocks.iter().position(|block| matches!(block, Block::Title(_))) {
        blocks.insert(place + 1, Block::Subtitle(facts.words("alliance/name")));
    }
    blocks
}

/// Marks a place for a composed piece: a noncharacter, so that no words a founder typed are ever taken for one.
const PLACE: char = '\u{FFFF}';

/// The blocks of a text, with each composed piece where the text says 【插入：its name】.
pub(super) fn blocks_with(text: &str, facts: &dyn Facts, mut inserts: Vec<(&str, Vec<Block>)>) -> Vec<Block> {
    let mut filled = Vec::new();
    for block in blocks(&text.replace("【插入：", &PLACE.to_string()), facts) {
        let place = insert_name(&block).and_then(|name| inserts.iter().position(|(insert, _)| *insert == name));
        match place {
            Some(place) => filled.extend(inserts.swap_remove(place).1),
            None => filled.push(block),
        }
    }
    filled
}

fn insert_name(block: &Block) -> Option<&str> {
    let Block::Paragraph { words, .. } = block else { return None };
    let [Span::Text(text)] = words.as_slice() else { return None };
    text.strip_prefix(PLACE)?.strip_suffix('】')
}

/// Numbers the headings as official documents do: 一、, then （一）, then 1. (GB/T 9704-2012, 7.3.3).
pub(super) fn numbered(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut counts = [0u32; 3];
    for block in &mut blocks {
        let Block::Heading { level, words } = block else { continue };
        let depth = usize::from(level.saturating_sub(1)).min(2);
        for (place, count) in counts.iter_mut().enumerate() {
            match place.cmp(&depth) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => *count += 1,
                std::cmp::Ordering::Greater => *count = 0,
            }
        }
        let [chapter, section, point] = counts;
        let number = match depth {
            0 => format!("{}、", chinese_number(chapter)),
            1 => format!("（{}）", chinese_number(section)),
            _ => format!("{point}．"),
        };
        match words.first_mut() {
            Some(Span::Text(first)) => first.insert_str(0, &number),
            _ => words.insert(0, Span::Text(number)),
        }
    }
    blocks
}
