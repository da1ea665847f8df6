//! 1. measures: the regulation as data.

/// A place in the Measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// 1 to 36.
    pub article: u8,
    /// The item （一）…, from 1.
    pub item: Option<u8>,
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
}
