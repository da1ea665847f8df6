//! Sums of money in 万元 (10,000 yuan), the unit in which budgets are written.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::typed;
use crate::language::Message;
use crate::message;

/// How many digits there may be after the point: the last is a fen.
const PLACES: usize = 6;
/// A fen in 万元 is one of so many parts.
const PARTS: u64 = 1_000_000;

/// 金额（万元）: a sum from 0 to 9,999,999 times 10,000 yuan, to the fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount {
    fen: u64,
}

/// Why a text is no sum of money.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum AmountError {
    /// Nothing but blanks.
    Empty,
    /// 无 or a sign for it, where a number is asked for.
    SaysNone,
    /// A sum below zero.
    Negative,
    /// More than one point, or one without digits on both sides.
    MisplacedPoint,
    /// Less than a fen.
    TooFine,
    /// A comma that does not set off three digits.
    MisplacedComma,
    /// In another unit than 万元, or in none of numbers.
    NotADigit {
        /// The character, half-width.
        character: char,
    },
    /// More than 9,999,999.
    TooLarge,
}

impl AmountError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!("请填写金额；没有的填0。", "Enter a sum; 0 if there is none."),
            Self::SaysNone => message!("没有的填0。", "If there is none, enter 0."),
            Self::Negative => message!("金额不能为负数，请改正。", "A sum cannot be negative. Correct it."),
            Self::MisplacedPoint => {
                message!("小数点的位置不对，请改正（如12.5）。", "The point is misplaced. Correct it, as in 12.5.")
            }
            Self::TooFine => message!(
                "以万元为单位，小数最多六位（精确到分），请核对。",
                "In 10,000 yuan there are six digits after the point at most (to the fen). Check it."
            ),
            Self::MisplacedComma => message!(
                "逗号只能作千位分隔（如1,234.5）。请只填写一个数。",
                "Commas may only set off thousands (1,234.5). Enter a single number."
            ),
            Self::NotADigit { character } => message!(
                "金额以万元为单位，用数字填写（如12.5），“{character}”无法识别。",
                "A sum is a number of 10,000 yuan, such as 12.5; “{character}” cannot be read."
            ),
            Self::TooLarge => {
                message!(
                    "金额不能超过9,999,999万元，请核对。",
                    "A sum cannot exceed 9,999,999 times 10,000 yuan. Check it."
                )
            }
        }
    }
}

impl Amount {
    /// The greatest sum, in 万元.
    pub const MAX: u64 = 9_999_999;

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.fen == 0
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    /// Takes digits, half- or full-width, with or without commas between thousands, a fraction, and the unit 万元 or 万.
    fn from_str(typed: &str) -> Result<Self, AmountError> {
        let text = typed::compact(typed);
        let text = text.strip_suffix('元').filter(|rest| rest.ends_with('万')).unwrap_or(&text);
        let text = text.strip_suffix('万').unwrap_or(text);
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        if typed::says_none(text) {
            return Err(AmountError::SaysNone);
        }
        if text.starts_with(typed::is_hyphen) {
            return Err(AmountError::Negative);
        }
        if let Some(character) = text.chars().find(|character| !matches!(character, '0'..='9' | ',' | '.')) {
            return Err(AmountError::NotADigit { character });
        }
        let (whole, fraction) = match text.split_once('.') {
            None => (text, ""),
            Some((whole, fraction)) if !whole.is_empty() && !fraction.is_empty() && !fraction.contains(['.', ',']) => {
                (whole, fraction.trim_end_matches('0'))
            }
            Some(_) => return Err(AmountError::MisplacedPoint),
        };
        if fraction.len() > PLACES {
            return Err(AmountError::TooFine);
        }
        let whole = match typed::ungrouped(whole).ok_or(AmountError::MisplacedComma)?.trim_start_matches('0') {
            "" => 0,
            digits => digits.parse::<u64>().map_err(|_| AmountError::TooLarge)?,
        };
        // Six digits at most.
        let parts = format!("{fraction:0<PLACES$}").parse::<u64>().unwrap_or_default();
        let most = Self { fen: Self::MAX * PARTS };
        let amount = Self { fen: whole.saturating_mul(PARTS).saturating_add(parts) };
        if amount > most { Err(AmountError::TooLarge) } else { Ok(amount) }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, parts) = (self.fen / PARTS, self.fen % PARTS);
        let fraction = format!("{parts:0PLACES$}");
        match fraction.trim_end_matches('0') {
            "" => write!(formatter, "{whole}"),
            fraction => write!(formatter, "{whole}.{fraction}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::typed::noise::noisy;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn usual_forms_are_read() {
        let table = [
            ("0", "0"),
            ("007", "7"),
            ("12.5", "12.5"),
            ("１２．５０", "12.5"),
            ("1,000.50", "1000.5"),
            ("1，234，567", "1234567"),
            ("50万", "50"),
            ("50 万元", "50"),
            ("0.000001", "0.000001"),
            ("9999999", "9999999"),
            ("12.0000000", "12"),
        ];
        for (typed, shown) in table {
            assert_eq!(typed.parse::<Amount>().map(|amount| amount.to_string()), Ok(shown.to_owned()), "{typed}");
        }
    }

    #[test]
    fn each_cause_has_its_own_error() {
        let table = [
            (" ", AmountError::Empty),
            ("万元", AmountError::Empty),
            ("－3", AmountError::Negative),
            ("无", AmountError::SaysNone),
            ("—", AmountError::SaysNone),
            ("1.2.3", AmountError::MisplacedPoint),
            (".5", AmountError::MisplacedPoint),
            ("5.", AmountError::MisplacedPoint),
            ("1.234,5", AmountError::MisplacedPoint),
            ("1.0000001", AmountError::TooFine),
            ("1,2", AmountError::MisplacedComma),
            ("500000元", AmountError::NotADigit { character: '元' }),
            ("五十", AmountError::NotADigit { character: '五' }),
            ("9999999.1", AmountError::TooLarge),
            ("99999999999999999999999", AmountError::TooLarge),
        ];
        for (typed, error) in table {
            assert_eq!(typed.parse::<Amount>(), Err(error), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn noise_changes_nothing_and_what_is_shown_reads_back(
            (shown, typed) in (0..=Amount::MAX * PARTS)
                .prop_map(|fen| Amount { fen }.to_string())
                .prop_flat_map(|shown| (Just(shown.clone()), noisy(shown, &[" ", "\u{3000}", "\u{200B}"])))
        ) {
            let amount: Amount = typed.parse().unwrap();
            prop_assert_eq!(amount.to_string(), shown);
        }

        #[test]
        fn no_text_panics(text in "(\\PC{0,10}|[0-9,.万元]{0,20})") {
            let _ = text.parse::<Amount>().map_err(|error| error.message());
        }
    }
}
