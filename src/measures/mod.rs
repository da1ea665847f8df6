//! 《海南省知识产权联盟管理办法（暂行）（征求意见稿）》: the regulation as data.
//!
//! [`text`] is the regulation word for word, and everything else here is cut out of it: [`chapters`], [`articles`] with
//! their paragraphs and items, [`Citation`]s that must resolve, and in [`numbers`] the few numbers it sets. It is a draft
//! for comment ([`EDITION`]); two slips of its source stay in the text and are noted at their articles.
//!
//! This room never rewords the regulation, and holds no reading of it but the English summaries, which are marked as
//! unofficial. What the text does not state has no place here.

use std::sync::LazyLock;

use crate::language::{Label, label};

mod citation;
mod english;
mod numeral;
mod parse;
mod search;

pub mod numbers;

pub use citation::{Citation, CitationError, Provision, citations};
pub use numeral::{chinese_number, read_chinese_number};
pub use parse::{Article, Chapter, Item};
pub use search::{Hit, search};

const TEXT: &str = include_str!("measures.txt");

static CHAPTERS: LazyLock<Vec<Chapter>> = LazyLock::new(|| parse::chapters(TEXT));

/// Which text of the regulation this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// The title as printed: 海南省知识产权联盟管理办法（暂行）.
    pub title: &'static str,
    /// The state of the text as printed under the title, without its brackets: 征求意见稿.
    pub status: &'static str,
    /// Title and state as documents cite them, in 《》.
    pub cited: &'static str,
    /// The title and state in English, unofficial.
    pub english: &'static str,
    /// What a reader has to know about this text, wherever it is cited.
    pub note: Label,
}

/// The edition that [`text`] holds.
pub const EDITION: Edition = Edition {
    title: "海南省知识产权联盟管理办法（暂行）",
    status: "征求意见稿",
    cited: "《海南省知识产权联盟管理办法（暂行）（征求意见稿）》",
    english: "Measures of Hainan Province for Intellectual Property Alliances (Interim), draft for comment",
    note: label(
        "所依据的是征求意见稿，不是正式文本；正式文本发布后，以正式文本为准。",
        "This is a draft for comment, not the final text; once that is published, it prevails.",
    ),
};

/// What the English summaries are worth.
pub const ENGLISH_NOTE: Label = label(
    "英文摘要仅供阅读参考，不是官方译文；以中文原文为准。",
    "The English summaries are a reading aid, not an official translation; the Chinese text alone counts.",
);

/// The regulation, word for word.
#[must_use]
pub const fn text() -> &'static str {
    TEXT
}

/// The seven chapters in order.
#[must_use]
pub fn chapters() -> &'static [Chapter] {
    &CHAPTERS
}

/// The number of the last article. It stands here so that an address can be read without the text.
pub const LAST_ARTICLE: u8 = 36;

/// The 36 articles in order.
pub fn articles() -> impl Iterator<Item = &'static Article> {
    chapters().iter().flat_map(|chapter| &chapter.articles)
}

/// Article `number`, 1 to 36.
#[must_use]
pub fn article(number: u8) -> Option<&'static Article> {
    articles().find(|article| article.number == number)
}

/// The chapter that article `number` stands in.
#[must_use]
pub fn chapter_of(number: u8) -> Option<&'static Chapter> {
    chapters().iter().find(|chapter| chapter.articles.iter().any(|article| article.number == number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_chapters_hold_the_articles_one_to_thirty_six() {
        let ranges: Vec<_> = chapters()
            .iter()
            .map(|chapter| {
                (chapter.number, chapter.title, chapter.articles[0].number, chapter.articles.last().unwrap().number)
            })
            .collect();
        assert_eq!(
            ranges,
            [
                (1, "总则", 1, 4),
                (2, "联盟的主要任务", 5, 13),
                (3, "联盟的组建", 14, 19),
                (4, "联盟的备案", 20, 22),
                (5, "联盟的运行", 23, 27),
                (6, "联盟的管理和考核", 28, 34),
                (7, "附则", 35, 36),
            ]
        );
        assert!(articles().map(|article| article.number).eq(1..=36));
    }

    #[test]
    fn joining_the_parts_gives_the_text_back_byte_for_byte() {
        let mut joined = format!("\n{}\n（{}）\n", EDITION.title, EDITION.status);
        for chapter in chapters() {
            joined.push_str(&format!("\n{}  {}\n\n", chapter.label, chapter.title));
            for article in &chapter.articles {
                let lines: Vec<String> = article
                    .caption
                    .into_iter()
                    .chain(article.paragraphs.iter().copied())
                    .map(str::to_owned)
                    .chain(article.items.iter().map(|item| format!("{}{}", item.marker, item.text)))
                    .collect();
                joined.push_str(&format!("{}  {}\n", article.label, lines.join("\n")));
            }
        }
        assert_eq!(joined, text());
    }

    #[test]
    fn five_articles_have_items_and_two_have_captions() {
        let items: Vec<_> = articles()
            .filter(|article| !article.items.is_empty())
            .map(|article| (article.number, article.items.len()))
            .collect();
        assert_eq!(items, [(16, 5), (17, 2), (18, 9), (20, 8), (28, 6)]);
        for article in articles() {
            for (item, number) in article.items.iter().zip(1..) {
                assert_eq!(item.number, number);
                assert_eq!(item.marker, format!("（{}）", chinese_number(number.into())));
            }
        }
        let captions: Vec<_> = articles().filter_map(|article| Some((article.number, article.caption?))).collect();
        assert_eq!(captions, [(18, "联盟章程的内容"), (19, "联盟采用合作组织式")]);
    }

    #[test]
    fn every_label_names_its_article_but_for_the_two_noted_slips() {
        for article in articles() {
            let right = format!("第{}条", chinese_number(article.number.into()));
            assert_eq!(article.label != right, article.note.is_some(), "{}", article.label);
        }
        assert_eq!(article(9).unwrap().label, "条九条");
        assert_eq!(article(22).unwrap().label, "[bookmark: _GoBack]第二十二条");
    }

    #[test]
    fn there_is_no_article_before_the_first_or_after_the_last() {
        assert_eq!(article(0), None);
        assert_eq!(article(37), None);
        assert_eq!(chapter_of(16).map(|chapter| chapter.number), Some(3));
        assert_eq!(chapter_of(37), None);
    }

    #[test]
    fn the_edition_is_what_the_text_says_of_itself() {
        assert_eq!(EDITION.cited, format!("《{}（{}）》", EDITION.title, EDITION.status));
    }
}
