//! 邮政编码, the six digits of a postal district.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::typed;
use crate::language::Message;
use crate::message;

/// 邮政编码: six digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(String);

/// Why a text is no postcode.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum PostcodeError {
    /// Nothing but blanks.
    Empty,
    /// Something that is no digit.
    NotADigit {
        /// The character, half-width.
        character: char,
        /// Its place, from 1.
        position: usize,
    },
    /// Not six digits.
    Length {
        /// How many there are.
        found: usize,
    },
}

impl PostcodeError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!("请填写6位邮政编码。", "Enter the postcode, six digits."),
            Self::NotADigit { character, position } => message!(
                "邮政编码应为6位数字，第{position}个字符“{character}”不是数字，请改正。",
                "A postcode is six digits; character {position}, “{character}”, is none. Correct it."
            ),
            Self::Length { found } => message!(
                "邮政编码应为6位数字，现为{found}位，请改正。",
                "A postcode has six digits; this has {found}. Correct it."
            ),
        }
    }
}

impl Postcode {
    /// Whether the district is in Hainan, 57xxxx.
    #[must_use]
    pub fn in_hainan(&self) -> bool {
        self.0.starts_with("57")
    }
}

impl FromStr for Postcode {
    type Err = PostcodeError;

    fn from_str(typed: &str) -> Result<Self, PostcodeError> {
        let text = typed::compact_code(typed);
        if text.is_empty() {
            return Err(PostcodeError::Empty);
        }
        if let Some((character, position)) = text.chars().zip(1..).find(|(character, _)| !character.is_ascii_digit()) {
            return Err(PostcodeError::NotADigit { character, position });
        }
        if text.len() != 6 {
            return Err(PostcodeError::Length { found: text.len() });
        }
        Ok(Self(text))
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::typed::noise::noisy;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hainan_is_57() {
        assert!("570203".parse::<Postcode>().unwrap().in_hainan());
        assert!(!"518129".parse::<Postcode>().unwrap().in_hainan());
    }

    #[test]
    fn each_cause_has_its_own_error() {
        let error = |text: &str| text.parse::<Postcode>().unwrap_err();
        assert_eq!(error("  "), PostcodeError::Empty);
        assert_eq!(error("5702O3"), PostcodeError::NotADigit { character: 'O', position: 5 });
        assert_eq!(error("57020"), PostcodeError::Length { found: 5 });
        assert_eq!(error("5702033"), PostcodeError::Length { found: 7 });
    }

    proptest! {
        #[test]
        fn noise_changes_nothing_and_what_is_shown_reads_back(
            (clean, typed) in "[0-9]{6}".prop_flat_map(|clean| (Just(clean.clone()), noisy(clean, &[" ", "\u{3000}", "\u{200B}"])))
        ) {
            let postcode: Postcode = typed.parse().unwrap();
            prop_assert_eq!(&postcode.to_string(), &clean);
            prop_assert_eq!(clean.parse(), Ok(postcode));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,10}") {
            let _ = text.parse::<Postcode>().map_err(|error| error.message());
        }
    }
}
