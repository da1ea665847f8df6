//! Words that stand in a sentence one after the other.

use std::ops::Range;

/// How many letters are at most between two words that belong together.
const NEAR: usize = 10;
/// How many are between words of which the later may stand in another part of the sentence.
const FAR: usize = 100;
/// How many times the same word is looked at: a text that repeats it without end is no charter.
const MOST: usize = 3;

/// Where the words of a saying stand, in bytes, in their order.
pub(super) type Hit = Vec<Range<usize>>;

/// All places in which a saying stands in a sentence. A saying is words with blanks between, each in several forms with
/// `|` between. A word follows the one before closely and in the same part of the sentence, or anywhere behind it where it
/// begins with `…`.
pub(super) fn hits(saying: &str, sentence: &str) -> Vec<Hit> {
    let mut words = saying.split(' ');
    let first = words.next().unwrap_or_default();
    let mut hits: Vec<Hit> = first
        .split('|')
        .flat_map(|form| sentence.match_indices(form))
        .map(|(at, form)| std::iter::once(at..at + form.len()).collect())
        .collect();
    for word in words {
        hits = hits.into_iter().flat_map(|hit| continued(&hit, word, sentence)).collect();
    }
    hits
}

/// Whether a saying stands in a text.
pub(super) fn is_said(saying: &str, text: &str) -> bool {
    !hits(saying, text).is_empty()
}

fn continued(hit: &Hit, word: &str, sentence: &str) -> Vec<Hit> {
    let from = hit.last().map_or(0, |last| last.end);
    let rest = sentence.get(from..).unwrap_or_default();
    let (word, rest) = match word.strip_prefix('…') {
        Some(word) => (word, beginning(rest, FAR)),
        None => (word, beginning(rest.split('，').next().unwrap_or_default(), NEAR)),
    };
    let found = word.split('|').flat_map(|form| rest.match_indices(form).take(MOST));
    found
        .map(|(at, form)| {
            let mut longer = hit.clone();
            longer.push(from + at..from + at + form.len());
            longer
        })
        .collect()
}

/// The beginning of a text in which a word behind so many letters still stands.
fn beginning(text: &str, letters: usize) -> &str {
    const LONGEST_WORD: usize = 8;
    let end = text.char_indices().nth(letters + LONGEST_WORD).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The parts of the sentence, between commas, in which a saying stands.
pub(super) fn around<'s>(sentence: &'s str, hit: &Hit) -> &'s str {
    let end = hit.last().map_or(0, |last| last.end);
    let end = sentence.get(end..).and_then(|rest| rest.find('，')).map_or(sentence.len(), |at| end + at);
    sentence.get(part_start(sentence, hit)..end).unwrap_or_default()
}

/// Where the part of the sentence begins in which a saying begins.
pub(super) fn part_start(sentence: &str, hit: &Hit) -> usize {
    let before = hit.first().and_then(|first| sentence.get(..first.start)).unwrap_or_default();
    before.rfind('，').map_or(0, |at| at + '，'.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_near_each_other_or_further_on_where_that_is_allowed() {
        for (saying, sentence, is_said_there) in [
            ("统一 价格", "成员单位统一产品价格", true),
            ("统一 价格", "价格由联盟统一", false),
            ("统一 价格", "统一标识，发布价格", false),
            ("统一 价格", "统一组织各成员单位在全省范围内开展的产品价格", false),
            ("对外 …收取|收费", "对外提供培训，每人收取一百元", true),
            ("价格|售价 由 理事会", "售价由常务理事会确定", true),
        ] {
            assert_eq!(is_said(saying, sentence), is_said_there, "{saying}: {sentence}");
        }
    }
}
