//! The days that the Measures count: working days, the days for filing a change, the end of a year.
//!
//! Working days follow the State Council's yearly notices, kept as a dated table. A year whose notice is not in the table
//! is an error, never guessed from the weekdays. This room reads no clock: every date is handed in.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use thiserror::Error;

use crate::language::Message;
use crate::measures::numbers::{CHANGE_FILING_DAYS, PUBLICATION_WORKING_DAYS};
use crate::message;

mod state_council;

pub use state_council::{Break, NOTICES, Notice};

/// The year's holidays are not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub struct UnknownYear {
    /// The year.
    pub year: i32,
}

impl UnknownYear {
    /// What is missing and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        let year = self.year;
        message!(
            "尚无{year}年的放假调休安排，不推算工作日；请以国务院办公厅公布的通知为准。",
            "The holidays of {year} are not known here, so working days are not counted; go by the notice of the General Office of the State Council."
        )
    }
}

/// 工作日: whether offices work on `date`.
///
/// # Errors
/// If the notice of the year is not in [`NOTICES`].
pub fn is_working_day(date: NaiveDate) -> Result<bool, UnknownYear> {
    let year = date.year();
    let notice = NOTICES.iter().find(|notice| notice.year == year).ok_or(UnknownYear { year })?;
    let day = (date.month(), date.day());
    let is_weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    Ok(notice.working_weekends.contains(&day)
        || !is_weekend && !notice.breaks.iter().any(|holiday| (holiday.first..=holiday.last).contains(&day)))
}

/// The `count`th working day after `start`, which is not counted itself; `start` for none.
///
/// # Errors
/// If a day on the way lies in a year whose notice is not in [`NOTICES`].
pub fn working_day_after(start: NaiveDate, count: u32) -> Result<NaiveDate, UnknownYear> {
    let mut day = start;
    let mut left = count;
    while left > 0 {
        day = day.succ_opt().ok_or(UnknownYear { year: day.year() })?;
        if is_working_day(day)? {
            left -= 1;
        }
    }
    Ok(day)
}

/// 公示期: the last day of the five working days for which a filing is published (Article 22), for a publication that
/// begins on `start`. The first day is not counted, as 《民法典》第二百零一条 has it; the Measures do not say, and an office that
/// counts it ends one working day earlier.
///
/// # Errors
/// If a day on the way lies in a year whose notice is not in [`NOTICES`].
pub fn publication_end(start: NaiveDate) -> Result<NaiveDate, UnknownYear> {
    working_day_after(start, PUBLICATION_WORKING_DAYS.value)
}

/// The last day for filing a change that happened on `change` (Article 32): ten days on, the day of the change not
/// counted. The Measures do not say of which kind of days; these are calendar days, and a deadline on a day off is not put
/// off, which is the stricter reading and no rule.
#[must_use]
pub fn change_filing_deadline(change: NaiveDate) -> NaiveDate {
    change.checked_add_days(Days::new(CHANGE_FILING_DAYS.value.into())).unwrap_or(NaiveDate::MAX)
}

/// The last day of `year`, by which the year-end report is due (Article 33, 每年年底). `None` for a year outside the calendar.
#[must_use]
pub fn year_end_report_due(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// Counted from another table of the same notices (the Python package chinesecalendar 1.11.0).
    #[test]
    fn each_month_has_the_working_days_that_another_table_counts() {
        for (year, months) in [
            (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
            (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
        ] {
            for (month, expected) in (1..).zip(months) {
                let working = day(year, month, 1)
                    .iter_days()
                    .take_while(|date| date.month() == month)
                    .filter(|date| is_working_day(*date).unwrap())
                    .count();
                assert_eq!(working, expected, "{year}-{month}");
            }
        }
    }

    #[test]
    fn weekends_that_are_worked_and_weekdays_off_follow_the_notice() {
        assert_eq!(is_working_day(day(2026, 2, 14)), Ok(true));
        assert_eq!(is_working_day(day(2026, 2, 16)), Ok(false));
        assert_eq!(is_working_day(day(2026, 3, 2)), Ok(true));
        assert_eq!(is_working_day(day(2026, 3, 1)), Ok(false));
    }

    #[test]
    fn five_working_days_pass_over_weekends_holidays_and_worked_weekends() {
        let table = [
            ("an ordinary week", day(2026, 3, 2), day(2026, 3, 9)),
            ("a start on a day off", day(2026, 3, 7), day(2026, 3, 13)),
            // 12–13 worked, 14 a worked Saturday, 15–23 off, 24 and 25 worked.
            ("the Spring Festival", day(2026, 2, 11), day(2026, 2, 25)),
            // 30 September, then off to 7 October; 8, 9, the worked Saturday 10, and 12.
            ("the National Day", day(2026, 9, 29), day(2026, 10, 12)),
            ("the turn of the year 2025", day(2025, 12, 29), day(2026, 1, 6)),
        ];
        for (case, start, end) in table {
            assert_eq!(publication_end(start), Ok(end), "{case}");
        }
    }

    #[test]
    fn a_year_without_a_notice_is_unknown_and_not_guessed() {
        assert_eq!(is_working_day(day(2024, 12, 31)), Err(UnknownYear { year: 2024 }));
        assert_eq!(publication_end(day(2026, 12, 28)), Err(UnknownYear { year: 2027 }));
        assert_eq!(publication_end(day(2026, 12, 24)), Ok(day(2026, 12, 31)));
        assert_eq!(working_day_after(NaiveDate::MAX, 1), Err(UnknownYear { year: NaiveDate::MAX.year() }));
        assert!(UnknownYear { year: 2027 }.message().zh.contains("2027年"));
    }

    #[test]
    fn a_change_is_filed_within_ten_calendar_days() {
        assert_eq!(change_filing_deadline(day(2026, 3, 5)), day(2026, 3, 15));
        assert_eq!(change_filing_deadline(day(2026, 12, 25)), day(2027, 1, 4));
        assert_eq!(change_filing_deadline(NaiveDate::MAX), NaiveDate::MAX);
    }

    #[test]
    fn the_year_end_report_is_due_on_the_last_day() {
        assert_eq!(year_end_report_due(2026), Some(day(2026, 12, 31)));
        assert_eq!(year_end_report_due(i32::MAX), None);
    }

    #[test]
    fn every_day_of_every_notice_exists_and_every_worked_day_is_a_weekend_outside_the_breaks() {
        for notice in NOTICES {
            let date = |(month, dom): (u32, u32)| day(notice.year, month, dom);
            for holiday in notice.breaks {
                assert!(date(holiday.first) <= date(holiday.last), "{}", holiday.name);
            }
            for worked in notice.working_weekends {
                assert!(matches!(date(*worked).weekday(), Weekday::Sat | Weekday::Sun), "{worked:?}");
                assert!(!notice.breaks.iter().any(|holiday| (holiday.first..=holiday.last).contains(worked)));
            }
        }
    }
}
