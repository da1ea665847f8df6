//! Filled templates as pieces of a document.

use super::{Block, Role, Span};
use crate::template;

impl From<template::Span> for Span {
    fn from(span: template::Span) -> Self {
        match span {
            template::Span::Words(words) => Self::Text(words),
            template::Span::Missing(missing) => Self::Blank(missing.label),
        }
    }
}

impl From<template::Paragraph> for Block {
    fn from(paragraph: template::Paragraph) -> Self {
        let words = paragraph.words.into_iter().map(Span::from).collect();
        let role = match paragraph.style {
            template::Style::Title => return Self::Title(words),
            template::Style::Heading(level) => return Self::Heading { level, words },
            template::Style::Body => Role::Body,
            template::Style::Note => Role::Note,
            template::Style::Right => Role::Right,
        };
        Self::Paragraph { role, words }
    }
}
