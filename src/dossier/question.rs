//! The row that asks for a fact: its words, its source and how it is answered.

use crate::language::{Label, label};
use crate::measures::Citation;

/// How a value is asked for; one input component a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Text,
    /// Several paragraphs.
    Prose,
    /// A whole number, zero or more.
    Count,
    /// A sum of money in 万元.
    Amount,
    /// A day.
    Date,
    /// One of a few fixed values: code and words.
    Choice(&'static [(&'static str, Label)]),
    /// 统一社会信用代码.
    Uscc,
    /// A mobile or landline number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postcode.
    Postcode,
    /// One of Hainan's cities and counties, or 洋浦经济开发区.
    Division,
}

/// When a question is asked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applies {
    /// Always.
    Always,
    /// Of the 理事长单位 and the 秘书长单位 only (Articles 16(一), 20(三)).
    LeadUnits,
    /// Where the field of Article 14 is "other".
    OtherField,
}

/// A fact's question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The fact's key in its part of the dossier, as in the JSON.
    pub key: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// What it is called, on the screen and in 〔待填：…〕.
    pub label: Label,
    /// What helps to answer it; empty where the label says it all.
    pub hint: Label,
    /// What of the Measures asks for it.
    pub citation: Option<Citation>,
    /// Whether it may stay blank (marked 可选).
    pub optional: bool,
    /// When it is asked at all.
    pub applies: Applies,
}

/// Begins a question; key and kind are added where the fact is declared.
pub(super) const fn ask(zh: &'static str, en: &'static str) -> Question {
    Question {
        key: "",
        kind: Kind::Text,
        label: label(zh, en),
        hint: label("", ""),
        citation: None,
        optional: false,
        applies: Applies::Always,
    }
}

impl Question {
    pub(super) const fn hint(self, zh: &'static str, en: &'static str) -> Self {
        Self { hint: label(zh, en), ..self }
    }

    pub(super) const fn article(self, article: u8) -> Self {
        Self { citation: Some(Citation::article(article)), ..self }
    }

    pub(super) const fn item(self, article: u8, item: u8) -> Self {
        Self { citation: Some(Citation::item(article, item)), ..self }
    }

    pub(super) const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    pub(super) const fn of(self, applies: Applies) -> Self {
        Self { applies, ..self }
    }

    pub(super) const fn declared(self, key: &'static str, kind: Kind) -> Self {
        Self { key, kind, ..self }
    }
}
