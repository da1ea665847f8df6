//! A fact as its founder left it.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::question::Kind;
use crate::identifiers::CivilDate;
use crate::language::Message;

/// A value that a fact can be read into.
pub trait FactValue: Sized + Clone + PartialEq {
    /// How such a value is asked for.
    const KIND: Kind;
    /// Reads what was typed. It is never called with text that is only white space.
    ///
    /// # Errors
    /// The words that tell the user what is wrong and what to do.
    fn read(typed: &str) -> Result<Self, Message>;
    /// The canonical form, which [`FactValue::read`] takes back.
    fn write(&self) -> Cow<'_, str>;
    /// The day, where such a value is one.
    fn day(&self) -> Option<CivilDate> {
        None
    }
}

/// What is known of one fact. It is stored as text, so that whatever was typed comes back as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer<T> {
    /// Not answered. It never counts as "no".
    #[default]
    Blank,
    /// Answered, and read.
    Given(T),
    /// Typed, but not readable as the value that is asked for: kept letter by letter.
    Unread(String),
}

impl<T: FactValue> Answer<T> {
    /// Reads what was typed.
    #[must_use]
    pub fn typed(typed: &str) -> Self {
        if typed.trim().is_empty() {
            return Self::Blank;
        }
        T::read(typed).map_or_else(|_| Self::Unread(typed.to_owned()), Self::Given)
    }

    /// The value, where there is one.
    #[must_use]
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Blank | Self::Unread(_) => None,
        }
    }

    /// Whether nothing was answered.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }
}

impl<T: FactValue> From<T> for Answer<T> {
    fn from(value: T) -> Self {
        Self::Given(value)
    }
}

/// The state of a fact, whatever its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactState {
    /// Not answered.
    Blank,
    /// Answered, and read.
    Given,
    /// Typed, but not readable; the words say why and what to do.
    Unread(Message),
}

/// A fact seen without its type: what a field on the screen, the import and the check-answers page need of it.
pub trait Fact {
    /// The canonical form, or what was typed where it could not be read; empty when blank.
    fn text(&self) -> String {
        self.written().into_owned()
    }
    /// The same, borrowed where it is kept as text.
    fn written(&self) -> Cow<'_, str>;
    /// The day it gives, where it asks for one.
    fn day(&self) -> Option<CivilDate>;
    /// Whether nothing was answered.
    fn is_blank(&self) -> bool;
    /// Whether it was answered, and read.
    fn is_given(&self) -> bool;
    /// Whether it was typed and could not be read.
    fn is_unread(&self) -> bool;
    /// Takes what was typed.
    fn put(&mut self, typed: &str);
    /// Blank, given or unread.
    fn state(&self) -> FactState;
}

impl<T: FactValue> Fact for Answer<T> {
    fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Blank => Cow::Borrowed(""),
            Self::Given(value) => value.write(),
            Self::Unread(typed) => Cow::Borrowed(typed),
        }
    }

    fn day(&self) -> Option<CivilDate> {
        self.given().and_then(FactValue::day)
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    fn is_given(&self) -> bool {
        matches!(self, Self::Given(_))
    }

    fn is_unread(&self) -> bool {
        matches!(self, Self::Unread(_))
    }

    fn put(&mut self, typed: &str) {
        *self = Self::typed(typed);
    }

    fn state(&self) -> FactState {
        match self {
            Self::Blank => FactState::Blank,
            Self::Given(_) => FactState::Given,
            // Read again rather than stored: the words are then always those of the present version.
            Self::Unread(typed) => T::read(typed).map_or_else(FactState::Unread, |_| FactState::Given),
        }
    }
}

impl<T: FactValue> Serialize for Answer<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written())
    }
}

/// Reads a stored answer into its fact.
pub(super) struct Typed<'f>(pub &'f mut dyn Fact);

impl<'de> DeserializeSeed<'de> for Typed<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Typed<'_> {
    type Value = ();
    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("text, a number, true, false or null")
    }
    fn visit_str<E: Error>(self, typed: &str) -> Result<(), E> {
        self.0.put(typed);
        Ok(())
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.visit_str(&number.to_string())
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.visit_str(&number.to_string())
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.visit_str(&number.to_string())
    }
    fn visit_bool<E: Error>(self, yes: bool) -> Result<(), E> {
        self.visit_str(if yes { "yes" } else { "no" })
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_str("")
    }
}
