//! What stands in a cell, in words.

use chrono::{Datelike, Days, NaiveDate};

use super::look::Look;

/// What the cells of a workbook refer to.
pub struct Workbook {
    /// The texts they share.
    pub strings: Vec<String>,
    /// How their numbers look, by the number of their style.
    pub looks: Vec<Look>,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
}

/// Every whole number of up to so many digits is kept exactly by a spreadsheet; of a longer one the end is lost.
const EXACT_DIGITS: usize = 15;

impl Workbook {
    /// The words of a cell of this type (ECMA-376 part 1, 18.18.11) and style; `None` where its text is not there.
    pub fn words(&self, kind: &str, style: usize, value: &str) -> Option<String> {
        Some(match kind {
            "s" => self.strings.get(value.trim().parse::<usize>().ok()?)?.clone(),
            "b" => if matches!(value.trim(), "1" | "true") { "TRUE" } else { "FALSE" }.to_owned(),
            "d" => iso_day(value),
            "n" => self.number(self.looks.get(style).copied().unwrap_or_default(), value.trim()),
            // Results of formulas, words within the cell, faults such as #REF!.
            _ => value.to_owned(),
        })
    }

    fn number(&self, look: Look, value: &str) -> String {
        let day = || value.parse::<f64>().ok().and_then(|number| self.day(number));
        let shown = match look {
            Look::Number => None,
            Look::Padded(digits) => Some(format!("{:0>digits$}", digits_of(value))),
            Look::Day => day().map(|day| day.format("%Y-%m-%d").to_string()),
            Look::Month => day().map(|day| format!("{}年{}月", day.year(), day.month())),
            Look::Year => day().map(|day| format!("{}年", day.year())),
            Look::Time => time(value),
        };
        shown.unwrap_or_else(|| digits_of(value))
    }

    /// The day of a serial number. The 1900 system has a 29 February 1900 that never was: number 60.
    fn day(&self, number: f64) -> Option<NaiveDate> {
        if !(1.0..2_958_466.0).contains(&number) {
            return None;
        }
        let count = number as u64;
        let (start, count) = match (self.from_1904, count) {
            (true, count) => (NaiveDate::from_ymd_opt(1904, 1, 1)?, count),
            (false, 60) => return None,
            (false, count @ 0..60) => (NaiveDate::from_ymd_opt(1899, 12, 31)?, count),
            (false, count) => (NaiveDate::from_ymd_opt(1899, 12, 30)?, count),
        };
        start.checked_add_days(Days::new(count))
    }
}

/// The day of a moment written as ISO 8601, with its time only where it is not midnight.
fn iso_day(value: &str) -> String {
    match value.trim().split_once('T') {
        Some((day, time)) if time.starts_with("00:00:00") => day.to_owned(),
        _ => value.trim().replace('T', " "),
    }
}

/// A time of day, to the minute.
fn time(value: &str) -> Option<String> {
    let minutes = (value.parse::<f64>().ok()?.fract() * 1440.0).round() as u32 % 1440;
    Some(format!("{:02}:{:02}", minutes / 60, minutes % 60))
}

/// A number's digits, all of those that the file holds and none besides: 1.3876E10 is 13876000000, but 9.146E17 was a
/// longer number whose end is lost, and stays 9.146E+17.
fn digits_of(value: &str) -> String {
    if value.strip_prefix('-').unwrap_or(value).bytes().all(|byte| byte.is_ascii_digit()) {
        return value.to_owned();
    }
    let Ok(number) = value.parse::<f64>() else { return value.to_owned() };
    let plain = format!("{number}");
    let whole = plain.split('.').next().unwrap_or_default().trim_start_matches('-').len();
    if whole <= EXACT_DIGITS { plain } else { format!("{number:E}").replace('E', "E+") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(look: Look, value: &str) -> String {
        Workbook { strings: Vec::new(), looks: vec![look], from_1904: false }.words("n", 0, value).unwrap()
    }

    #[test]
    fn a_number_gives_its_digits_and_none_that_the_file_does_not_hold() {
        let cases = [
            ("13876000000", "13876000000"),
            ("1.3876E10", "13876000000"),
            ("1.3876000000000001E+10", "13876000000.000002"),
            ("120.5", "120.5"),
            ("0.1", "0.1"),
            ("1E-7", "0.0000001"),
            ("-3", "-3"),
            ("914601000000000123", "914601000000000123"),
            ("9.14601234567891E+17", "9.14601234567891E+17"),
            ("9.14601E17", "9.14601E+17"),
            ("999999999999999.0", "999999999999999"),
            ("no number", "no number"),
            ("", ""),
        ];
        for (value, words) in cases {
            assert_eq!(number(Look::Number, value), words, "{value}");
        }
    }

    #[test]
    fn a_day_is_told_as_far_as_it_is_shown() {
        let cases = [
            (Look::Day, "46188", "2026-06-15"),
            (Look::Day, "46188.75", "2026-06-15"),
            (Look::Day, "1", "1900-01-01"),
            (Look::Day, "59", "1900-02-28"),
            (Look::Day, "60", "60"),
            (Look::Day, "61", "1900-03-01"),
            (Look::Day, "-5", "-5"),
            (Look::Day, "1E300", "1E+300"),
            (Look::Month, "46188", "2026年6月"),
            (Look::Year, "46188", "2026年"),
            (Look::Time, "0.3958333333", "09:30"),
            (Look::Padded(12), "89865332211", "089865332211"),
        ];
        for (look, value, words) in cases {
            assert_eq!(number(look, value), words, "{look:?} {value}");
        }
        let macintosh = Workbook { strings: Vec::new(), looks: vec![Look::Day], from_1904: true };
        assert_eq!(macintosh.words("n", 0, "44726").as_deref(), Some("2026-06-15"));
    }

    #[test]
    fn a_moment_in_iso_form_gives_its_day() {
        assert_eq!(iso_day("2026-06-15T00:00:00"), "2026-06-15");
        assert_eq!(iso_day("2026-06-15T09:30:00"), "2026-06-15 09:30:00");
    }
}
