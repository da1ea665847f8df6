//! The text cut into chapters, articles and items. Nothing is lost: the parts join to the text again.

use super::english;
use crate::language::{Label, label};

/// 章.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// From 1.
    pub number: u8,
    /// As printed: 第一章.
    pub label: &'static str,
    /// As printed: 总则.
    pub title: &'static str,
    /// The title in English, unofficial.
    pub english: &'static str,
    /// Its articles in order.
    pub articles: Vec<Article>,
}

/// 条.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// From 1, through all chapters.
    pub number: u8,
    /// As printed, slips of the source included: 第一条. For the right name, print its [`Citation`](super::Citation).
    pub label: &'static str,
    /// The line beside the label, where it is a caption (第十八条, 第十九条).
    pub caption: Option<&'static str>,
    /// 款: the paragraphs before the items, verbatim.
    pub paragraphs: Vec<&'static str>,
    /// 项, in order; most articles have none.
    pub items: Vec<Item>,
    /// One or two sentences in English, unofficial ([`ENGLISH_NOTE`](super::ENGLISH_NOTE)).
    pub english: &'static str,
    /// What is amiss in the source here.
    pub note: Option<Label>,
}

/// 项.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// From 1.
    pub number: u8,
    /// As printed: （一）.
    pub marker: &'static str,
    /// What follows the marker, verbatim.
    pub text: &'static str,
}

impl Article {
    /// Caption, paragraphs and items, each on a line of its own, without the label.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines: Vec<String> = self.caption.into_iter().map(str::to_owned).collect();
        lines.extend(self.paragraphs.iter().map(|paragraph| (*paragraph).to_owned()));
        lines.extend(self.items.iter().map(|item| format!("{}{}", item.marker, item.text)));
        lines.join("\n")
    }
}

/// Between the label of a chapter or an article and its words.
const GAP: &str = "  ";

/// The chapters of the text. Chapters and articles are numbered as they come, not by their labels, for one label is
/// misprinted.
pub(super) fn chapters(text: &'static str) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut last_article = 0;
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.split_once(GAP) {
            Some((label, title)) if label.ends_with('章') => {
                let number = chapters.last().map_or(1, |chapter| chapter.number + 1);
                chapters.push(Chapter {
                    number,
                    label,
                    title,
                    english: english::chapter(number),
                    articles: Vec::new(),
                });
            }
            Some((label, first)) if label.ends_with('条') => {
                last_article += 1;
                if let Some(chapter) = chapters.last_mut() {
                    chapter.articles.push(article(last_article, label, first));
                }
            }
            _ => {
                // The title stands before the first article and is the edition's.
                if let Some(article) = chapters.last_mut().and_then(|chapter| chapter.articles.last_mut()) {
                    match item(line, article.items.len()) {
                        Some(item) => article.items.push(item),
                        None => article.paragraphs.push(line),
                    }
                }
            }
        }
    }
    chapters
}

/// An article as far as its first line goes: a line without a closing mark is a caption.
fn article(number: u8, label: &'static str, first: &'static str) -> Article {
    let is_caption = !first.ends_with(['。', '：']);
    Article {
        number,
        label,
        caption: is_caption.then_some(first),
        paragraphs: if is_caption { Vec::new() } else { vec![first] },
        items: Vec::new(),
        english: english::article(number),
        note: note(number),
    }
}

/// The item on a line that begins with （一） or its like.
fn item(line: &'static str, before: usize) -> Option<Item> {
    let end = line.strip_prefix('（')?.find('）')? + "（".len() + "）".len();
    let (marker, text) = line.split_at_checked(end)?;
    Some(Item { number: u8::try_from(before).ok()? + 1, marker, text })
}

/// The two slips of the source.
const fn note(article: u8) -> Option<Label> {
    match article {
        9 => Some(label(
            "原文印作“条九条”，应为第九条；此处照录原文。",
            "The source prints 条九条 where 第九条 (Article 9) is meant; it is kept as printed.",
        )),
        22 => Some(label(
            "原文本条前有“[bookmark: _GoBack]”字样，系文档书签残留；此处照录原文。",
            "The source has a stray word-processor bookmark, [bookmark: _GoBack], before this article; it is kept as printed.",
        )),
        _ => None,
    }
}
