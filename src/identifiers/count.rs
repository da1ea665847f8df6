//! Whole numbers of things: staff, patents, votes.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::typed;
use crate::language::Message;
use crate::message;

/// 数量: a whole number from 0 to 9,999,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Count(u32);

/// Why a text is no count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum CountError {
    /// Nothing but blanks.
    Empty,
    /// 无 or a sign for it, where a number is asked for.
    SaysNone,
    /// A number below zero.
    Negative,
    /// A number with a fraction.
    Fraction,
    /// A comma that does not set off three digits.
    MisplacedComma,
    /// Something that is no digit.
    NotADigit {
        /// The character, half-width.
        character: char,
    },
    /// More than 9,999,999.
    TooLarge,
}

impl CountError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!("请填写数量；没有的填0。", "Enter a number; 0 if there is none."),
            Self::SaysNone => message!("没有的填0。", "If there is none, enter 0."),
            Self::Negative => message!("数量不能为负数，请改正。", "A count cannot be negative. Correct it."),
            Self::Fraction => {
                message!("数量应为整数，请去掉小数。", "A count is a whole number. Leave out the fraction.")
            }
            Self::MisplacedComma => message!(
                "逗号只能作千位分隔（如1,234）。请只填写一个数。",
                "Commas may only set off thousands (1,234). Enter a single number."
            ),
            Self::NotADigit { character } => {
                message!("数量只填写数字，请去掉“{character}”。", "A count is digits alone. Take “{character}” away.")
            }
            Self::TooLarge => {
                message!("数量不能超过9,999,999，请核对。", "A count cannot exceed 9,999,999. Check it.")
            }
        }
    }
}

impl Count {
    /// The greatest count.
    pub const MAX: u32 = 9_999_999;

    /// The number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Count {
    type Error = CountError;

    fn try_from(number: u32) -> Result<Self, CountError> {
        if number > Self::MAX { Err(CountError::TooLarge) } else { Ok(Self(number)) }
    }
}

impl FromStr for Count {
    type Err = CountError;

    /// Takes digits, half- or full-width, with or without commas between thousands.
    fn from_str(typed: &str) -> Result<Self, CountError> {
        let text = typed::compact(typed);
        if text.is_empty() {
            return Err(CountError::Empty);
        }
        if typed::says_none(&text) {
            return Err(CountError::SaysNone);
        }
        if text.starts_with(typed::is_hyphen) {
            return Err(CountError::Negative);
        }
        if let Some(character) = text.chars().find(|character| !matches!(character, '0'..='9' | ',' | '.')) {
            return Err(CountError::NotADigit { character });
        }
        if text.contains('.') {
            return Err(CountError::Fraction);
        }
        let digits = typed::ungrouped(&text).ok_or(CountError::MisplacedComma)?;
        match digits.trim_start_matches('0') {
            "" => Ok(Self(0)),
            significant => significant.parse::<u32>().map_err(|_| CountError::TooLarge)?.try_into(),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::super::typed::noise::noisy;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn usual_forms_are_read() {
        for (typed, number) in
            [("0", 0), ("007", 7), ("１２", 12), ("1,234", 1_234), ("1，234，567", 1_234_567), (" 12 345 ", 12_345)]
        {
            assert_eq!(typed.parse::<Count>().map(Count::get), Ok(number), "{typed}");
        }
    }

    #[test]
    fn each_cause_has_its_own_error() {
        let error = |text: &str| text.parse::<Count>().unwrap_err();
        assert_eq!(error(""), CountError::Empty);
        assert_eq!(error("－3"), CountError::Negative);
        for none in ["-", "/", "——", "无", " 没有 "] {
            assert_eq!(error(none), CountError::SaysNone, "{none}");
        }
        assert_eq!(error("3.5"), CountError::Fraction);
        assert_eq!(error("12件"), CountError::NotADigit { character: '件' });
        assert_eq!(error("1,2"), CountError::MisplacedComma);
        assert_eq!(error(",123"), CountError::MisplacedComma);
        assert_eq!(error("1234,567"), CountError::MisplacedComma);
        assert_eq!(error("10,000,000"), CountError::TooLarge);
        assert_eq!(error("99999999999999999999"), CountError::TooLarge);
    }

    proptest! {
        #[test]
        fn noise_changes_nothing_and_what_is_shown_reads_back(
            (number, typed) in (0..=Count::MAX)
                .prop_flat_map(|number| (Just(number), noisy(number.to_string(), &[" ", "\u{3000}", "\u{200B}"])))
        ) {
            let count: Count = typed.parse().unwrap();
            prop_assert_eq!(count.get(), number);
            prop_assert_eq!(count.to_string().parse(), Ok(count));
        }

        #[test]
        fn no_text_panics(text in "(\\PC{0,10}|[0-9,.]{0,20})") {
            let _ = text.parse::<Count>().map_err(|error| error.message());
        }
    }
}
