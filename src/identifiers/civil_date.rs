//! Dates as they are typed.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

use super::typed;
use crate::language::Message;
use crate::message;

/// 日期: a day of the civil calendar from 1900 to 2100. Shown as `2026-03-05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate(NaiveDate);

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum CivilDateError {
    /// Nothing but blanks.
    Empty,
    /// Not a year, a month and a day.
    Unreadable {
        /// The text without blanks.
        text: String,
    },
    /// The calendar has no such day.
    NoSuchDay {
        /// The year.
        year: u32,
        /// The month.
        month: u32,
        /// The day.
        day: u32,
    },
    /// Before 1900 or after 2100.
    OutOfRange {
        /// The year.
        year: u32,
    },
}

impl CivilDateError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!("请填写日期，如2026-03-05。", "Enter a date, such as 2026-03-05."),
            Self::Unreadable { text } => message!(
                "未识别日期“{text}”，请按年、月、日填写，如2026-03-05或2026年3月5日。",
                "“{text}” cannot be read as a date. Give year, month and day, such as 2026-03-05 or 2026年3月5日."
            ),
            Self::NoSuchDay { year, month, day } => message!(
                "{year}年{month}月{day}日不存在，请核对。",
                "There is no day {year}-{month:02}-{day:02}. Check it."
            ),
            Self::OutOfRange { year } => message!(
                "年份{year}不在1900年至2100年之间，请核对。",
                "The year {year} is not between 1900 and 2100. Check it."
            ),
        }
    }
}

impl CivilDate {
    /// The day.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// The day as documents write it: 2026年3月5日.
    #[must_use]
    pub fn chinese(self) -> String {
        chinese_date(self.0)
    }
}

/// A day as documents write it: 2026年3月5日, in Arabic numerals without leading zeros (GB/T 9704-2012, 7.3.5.4).
#[must_use]
pub fn chinese_date(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

impl TryFrom<NaiveDate> for CivilDate {
    type Error = CivilDateError;

    fn try_from(date: NaiveDate) -> Result<Self, CivilDateError> {
        match date.year() {
            1900..=2100 => Ok(Self(date)),
            year => Err(CivilDateError::OutOfRange { year: year.unsigned_abs() }),
        }
    }
}

impl FromStr for CivilDate {
    type Err = CivilDateError;

    /// Takes 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日 and 20260305, half- or full-width, with blanks anywhere.
    fn from_str(typed: &str) -> Result<Self, CivilDateError> {
        let text = typed::compact(typed);
        if text.is_empty() {
            return Err(CivilDateError::Empty);
        }
        let Some((year, month, day)) = parts(&text) else {
            return Err(CivilDateError::Unreadable { text });
        };
        if !(1900..=2100).contains(&year) {
            return Err(CivilDateError::OutOfRange { year });
        }
        i32::try_from(year)
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
            .map(Self)
            .ok_or(CivilDateError::NoSuchDay { year, month, day })
    }
}

/// Year, month and day of a text without blanks, if it is written in one of the usual ways.
fn parts(text: &str) -> Option<(u32, u32, u32)> {
    let (year, month, day) = if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        (text.get(..4)?, text.get(4..6)?, text.get(6..)?)
    } else if let Some((year, rest)) = text.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        (year, month, day.strip_suffix(['日', '号'])?)
    } else {
        let separator = text.chars().find(|character| !character.is_ascii_digit())?;
        let same =
            |character: char| character == separator || (typed::is_hyphen(character) && typed::is_hyphen(separator));
        if !(typed::is_hyphen(separator) || matches!(separator, '/' | '.' | '。' | '．')) {
            return None;
        }
        let mut fields = text.split(same);
        let fields = (fields.next()?, fields.next()?, fields.next()?, fields.next());
        match fields {
            (year, month, day, None) => (year, month, day),
            _ => return None,
        }
    };
    let number = |digits: &str, lengths: std::ops::RangeInclusive<usize>| {
        (lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.parse().ok())
            .flatten()
    };
    Some((number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?))
}

impl fmt::Display for CivilDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_usual_form_gives_the_same_day() {
        for typed in [
            "2026-03-05",
            "2026-3-5",
            "2026/3/5",
            "2026.3.5",
            "2026。3。5",
            "２０２６－０３－０５",
            "2026年3月5日",
            " 2026 年 03 月 05 号 ",
            "20260305",
            "2026–3—5",
        ] {
            let date: CivilDate = typed.parse().unwrap_or_else(|error| panic!("{typed}: {error}"));
            assert_eq!(date.to_string(), "2026-03-05");
            assert_eq!(date.chinese(), "2026年3月5日");
        }
    }

    #[test]
    fn each_cause_has_its_own_error() {
        let error = |text: &str| text.parse::<CivilDate>().unwrap_err();
        assert_eq!(error(" "), CivilDateError::Empty);
        for text in
            ["明天", "2026年3月", "26-3-5", "3/5/2026", "2026-3/5", "2026-3-5-1", "2026-+3-5", "2026032", "2026"]
        {
            assert_eq!(error(text), CivilDateError::Unreadable { text: text.to_owned() });
        }
        assert_eq!(error("2026-02-29"), CivilDateError::NoSuchDay { year: 2026, month: 2, day: 29 });
        assert_eq!(error("2026-13-01"), CivilDateError::NoSuchDay { year: 2026, month: 13, day: 1 });
        assert_eq!(error("1899-12-31"), CivilDateError::OutOfRange { year: 1899 });
        assert_eq!(error("2101-01-01"), CivilDateError::OutOfRange { year: 2101 });
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(days in 0u64..73_000) {
            let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
            let date = CivilDate::try_from(first + chrono::Days::new(days)).unwrap();
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            prop_assert_eq!(date.chinese().parse(), Ok(date));
        }

        #[test]
        fn no_text_panics(text in "(\\PC{0,12}|[0-9年月日/.-]{0,12})") {
            let _ = text.parse::<CivilDate>().map_err(|error| error.message());
        }
    }
}
