//! Where the blanks get their words from.

use crate::dossier::FactPath;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words on one line.
    Words {
        /// As documents print them.
        words: String,
        /// As conditions compare them: a choice's code, a count's digits.
        code: String,
    },
    /// Words in paragraphs, at least one.
    Paragraphs(Vec<String>),
    /// Not known.
    Missing(Missing),
}

/// A fact that a text needs and nobody has given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What it is called, in documents: 〔待填：label〕.
    pub label: String,
    /// Where it is to be given.
    pub fact: FactPath,
}

impl Value {
    /// Words that are compared as they are printed.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        let words = words.into();
        Self::Words { code: words.clone(), words }
    }
}

/// The names a text may use, and what they stand for.
pub trait Facts {
    /// What a name stands for; `None` where there is no such name. A name of a group's member is answered outside the
    /// group too, as missing, so that a text can be checked whoever the members are.
    fn value(&self, name: &str) -> Option<Value>;

    /// The codes that a choice's value may have; `None` where the name is no choice.
    fn codes(&self, name: &str) -> Option<Vec<&str>>;

    /// Each one of a group, which answers the names `group/…`; `None` where there is no such group.
    fn each(&self, group: &str) -> Option<Vec<Box<dyn Facts + '_>>>;
}
