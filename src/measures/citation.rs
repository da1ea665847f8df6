//! Citations: an article, or one item of it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{Article, Item, article, articles, chinese_number, read_chinese_number};
use crate::language::Message;
use crate::message;

/// A place in the Measures: an article, or an item of one. `第十六条（二）`, `Art. 16(2)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The article, 1 to 36.
    pub article: u8,
    /// The item, from 1; the whole article if there is none.
    pub item: Option<u8>,
}

/// What a citation leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provision {
    /// The article.
    pub article: &'static Article,
    /// The item, if one is cited.
    pub item: Option<&'static Item>,
}

/// Why a text is no citation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum CitationError {
    /// Nothing but blanks.
    Empty,
    /// Not the number of an article, or of an article and an item.
    Unreadable {
        /// The text.
        text: String,
    },
    /// The Measures have no such article.
    NoSuchArticle {
        /// Its number.
        article: u32,
    },
    /// The article has no such item.
    NoSuchItem {
        /// The article's number.
        article: u8,
        /// The item's number.
        item: u32,
    },
}

impl CitationError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!("请填写条款，如第十六条（二）。", "Enter a provision, such as 16(2)."),
            Self::Unreadable { text } => message!(
                "未识别条款“{text}”，请写作第十六条（二）或16-2。",
                "“{text}” cannot be read as a provision. Write 16(2) or 16-2."
            ),
            Self::NoSuchArticle { article } => message!(
                "没有第{article}条，本办法共36条，请核对。",
                "There is no Article {article}; the Measures have 36. Check the number."
            ),
            Self::NoSuchItem { article, item } => message!(
                "第{article}条没有第（{item}）项，请核对。",
                "Article {article} has no item ({item}). Check the number."
            ),
        }
    }
}

/// Every place that the Measures have, in order: each article, then its items.
pub fn citations() -> impl Iterator<Item = Citation> {
    articles().flat_map(|article| {
        let items = article.items.iter().map(|item| Citation::item(article.number, item.number));
        std::iter::once(Citation::article(article.number)).chain(items)
    })
}

impl Citation {
    /// A whole article.
    #[must_use]
    pub const fn article(article: u8) -> Self {
        Self { article, item: None }
    }

    /// An item of an article.
    #[must_use]
    pub const fn item(article: u8, item: u8) -> Self {
        Self { article, item: Some(item) }
    }

    /// What it leads to, or `None` if the Measures have no such place.
    #[must_use]
    pub fn resolve(self) -> Option<Provision> {
        let article = article(self.article)?;
        let item = match self.item {
            Some(number) => Some(article.items.iter().find(|item| item.number == number)?),
            None => None,
        };
        Some(Provision { article, item })
    }

    /// Both languages: `第十六条（二）`, `Art. 16(2)`.
    #[must_use]
    pub fn words(self) -> Message {
        let Self { article, item } = self;
        let en = match item {
            Some(item) => format!("Art. {article}({item})"),
            None => format!("Art. {article}"),
        };
        Message { zh: self.to_string(), en }
    }

    /// As official writing cites within a sentence: `第十六条第（二）项`.
    #[must_use]
    pub fn in_full(self) -> String {
        let article = format!("第{}条", chinese_number(self.article.into()));
        self.item.map_or_else(|| article.clone(), |item| format!("{article}第（{}）项", chinese_number(item.into())))
    }

    /// The short form for addresses and names of things: `16-2`, `23`.
    #[must_use]
    pub fn anchor(self) -> String {
        match self.item {
            Some(item) => format!("{}-{item}", self.article),
            None => self.article.to_string(),
        }
    }
}

impl Provision {
    /// The words of the item, or of the whole article, verbatim and without label or marker.
    #[must_use]
    pub fn text(&self) -> String {
        self.item.map_or_else(|| self.article.text(), |item| item.text.to_owned())
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "第{}条", chinese_number(self.article.into()))?;
        match self.item {
            Some(item) => write!(formatter, "（{}）", chinese_number(item.into())),
            None => Ok(()),
        }
    }
}

impl FromStr for Citation {
    type Err = CitationError;

    /// Takes `第十六条（二）`, `第十六条第（二）项`, `第16条第2项`, `16（二）`, `Art. 16(2)`, `16-2` and `16`. What is read
    /// resolves.
    fn from_str(text: &str) -> Result<Self, CitationError> {
        let plain: String = text.chars().filter(|character| !character.is_whitespace()).collect();
        if plain.is_empty() {
            return Err(CitationError::Empty);
        }
        let unreadable = || CitationError::Unreadable { text: text.trim().to_owned() };
        let lower = plain.to_ascii_lowercase();
        let digits = ["article", "art.", "art", "第"]
            .into_iter()
            .find_map(|prefix| lower.strip_prefix(prefix))
            .unwrap_or(lower.as_str());
        let (article, item) = match digits.split_once(['条', '-', '(', '（']) {
            Some((article, item)) => {
                let item = item.trim_matches(['第', '项', '(', '（', ')', '）']);
                (article, (!item.is_empty()).then_some(item))
            }
            None => (digits, None),
        };
        let article = read_chinese_number(article).ok_or_else(unreadable)?;
        let item = item.map(|item| read_chinese_number(item).ok_or_else(unreadable)).transpose()?;
        let found = u8::try_from(article).ok().and_then(super::article);
        let number = found.ok_or(CitationError::NoSuchArticle { article })?.number;
        let Some(item) = item else {
            return Ok(Self::article(number));
        };
        u8::try_from(item)
            .ok()
            .map(|item| Self::item(number, item))
            .filter(|citation| citation.resolve().is_some())
            .ok_or(CitationError::NoSuchItem { article: number, item })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SECRETARIAT: Citation = Citation::article(23);
    const MEMBERS: Citation = Citation::item(16, 2);

    #[test]
    fn a_citation_is_written_in_both_languages_and_as_an_anchor() {
        assert_eq!(MEMBERS.to_string(), "第十六条（二）");
        assert_eq!(MEMBERS.words().en, "Art. 16(2)");
        assert_eq!(MEMBERS.anchor(), "16-2");
        assert_eq!(SECRETARIAT.to_string(), "第二十三条");
        assert_eq!(SECRETARIAT.words().en, "Art. 23");
        assert_eq!(SECRETARIAT.anchor(), "23");
    }

    #[test]
    fn a_citation_leads_to_the_words_it_names() {
        let provision = MEMBERS.resolve().unwrap();
        assert!(provision.text().starts_with("联盟成员单位不少于10家"));
        assert_eq!(provision.article.number, 16);
        let whole = Citation::article(16).resolve().unwrap().text();
        assert!(whole.starts_with("联盟的设立条件：\n（一）联盟理事长单位"));
        assert!(whole.contains("\n（五）具有联盟章程"));
        for (article, item) in [(16, 0), (16, 6), (23, 1), (37, 1)] {
            assert_eq!(Citation::item(article, item).resolve(), None);
        }
    }

    #[test]
    fn every_place_of_the_measures_reads_back_from_each_form() {
        assert_eq!(citations().count(), 36 + 5 + 2 + 9 + 8 + 6);
        for citation in citations() {
            for form in [citation.to_string(), citation.in_full(), citation.words().en, citation.anchor()] {
                assert_eq!(form.parse(), Ok(citation), "{form}");
            }
        }
    }

    #[test]
    fn usual_ways_of_citing_are_read() {
        for form in ["第十六条第（二）项", "第16条第2项", "16（二）", " 第 16 条（2）", "Article 16(2)", "16(2)"]
        {
            assert_eq!(form.parse(), Ok(MEMBERS), "{form}");
        }
    }

    #[test]
    fn each_cause_has_its_own_error() {
        let error = |text: &str| text.parse::<Citation>().unwrap_err();
        assert_eq!(error(" "), CitationError::Empty);
        assert_eq!(error("总则"), CitationError::Unreadable { text: "总则".to_owned() });
        assert_eq!(error("16-x"), CitationError::Unreadable { text: "16-x".to_owned() });
        assert_eq!(error("第三十七条"), CitationError::NoSuchArticle { article: 37 });
        assert_eq!(error("0"), CitationError::NoSuchArticle { article: 0 });
        assert_eq!(error("16-6"), CitationError::NoSuchItem { article: 16, item: 6 });
        assert_eq!(error("23-1"), CitationError::NoSuchItem { article: 23, item: 1 });
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(\\PC{0,10}|第?[一二十百0-9]{0,4}条?[（(-]?[一二0-9]{0,3}[）)]?)") {
            let _ = text.parse::<Citation>().map_err(|error| error.message());
        }
    }
}
