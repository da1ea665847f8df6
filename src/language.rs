//! The two languages of the interface.
//!
//! Every sentence a user reads is written once, in Chinese and English side by side, so that neither can be forgotten:
//! the pair is one value, and parity is a matter of types, not of a test over two files. Documents are Chinese only and
//! do not come through here.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Simplified Chinese, the default.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// What stands between the members of a list in a sentence.
    #[must_use]
    pub const fn comma(self) -> &'static str {
        match self {
            Self::Zh => "、",
            Self::En => ", ",
        }
    }
}

/// The same words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Bilingual<S> {
    /// Simplified Chinese.
    pub zh: S,
    /// English.
    pub en: S,
}

/// Words that were composed with facts in them.
pub type Message = Bilingual<String>;
/// Words that are fixed.
pub type Label = Bilingual<&'static str>;

/// A fixed pair: `label("联盟名称", "Alliance name")`.
#[must_use]
pub const fn label(zh: &'static str, en: &'static str) -> Label {
    Bilingual { zh, en }
}

impl<S: AsRef<str>> Bilingual<S> {
    /// The words in `language`.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Zh => self.zh.as_ref(),
            Language::En => self.en.as_ref(),
        }
    }

    /// The pair with its own copies of the words.
    #[must_use]
    pub fn to_message(&self) -> Message {
        Bilingual { zh: self.zh.as_ref().to_owned(), en: self.en.as_ref().to_owned() }
    }
}

impl Label {
    /// The words in `language`, which outlive the pair.
    #[must_use]
    pub const fn words(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }
}

/// Composes a [`Message`] from two format strings over the same arguments in scope:
/// `message!("共{n}家", "{n} in all")`.
#[macro_export]
macro_rules! message {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::language::Bilingual { zh: ::std::format!($zh), en: ::std::format!($en) }
    };
}
