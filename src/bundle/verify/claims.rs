//! What a bundle says of itself: the sums of its files, and its manifest.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::bundle::manifest;

/// The sums that a `SHA256SUMS` lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// SHA-256 in lower-case hexadecimal, by path.
    pub by_path: BTreeMap<String, String>,
    /// The lines, from 1, that say nothing or say it twice.
    pub unclear: Vec<usize>,
}

impl Sums {
    /// Reads the lines that `sha256sum` writes and reads.
    pub fn read(text: &str) -> Self {
        let mut sums = Self::default();
        for (number, line) in (1..).zip(text.lines()) {
            let parts = line.split_once("  ").filter(|(sum, path)| is_sum(sum) && !path.is_empty());
            let unclear = match parts {
                Some((sum, path)) => sums.by_path.insert(path.to_owned(), sum.to_owned()).is_some(),
                None => true,
            };
            if unclear {
                sums.unclear.push(number);
            }
        }
        sums
    }
}

fn is_sum(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// What is read of a manifest.
#[derive(Debug, Deserialize)]
pub struct Manifest {
    format: String,
    date: NaiveDate,
    /// The program that made the bundle.
    pub program: Program,
    /// The files that it lists.
    pub files: Vec<File>,
}

/// The program that made a bundle.
#[derive(Debug, Deserialize)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// A file in a manifest.
#[derive(Debug, Deserialize)]
pub struct File {
    /// Its path.
    pub path: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}

/// The years in which a bundle may have been made. Beyond them a day is no day that anybody meant.
const YEARS: std::ops::RangeInclusive<i32> = 2020..=2100;

impl Manifest {
    /// Reads a manifest; none where it is none.
    pub fn read(json: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(json).ok()?;
        (manifest.format == manifest::FORMAT).then_some(manifest)
    }

    /// The day the bundle was made as of, if it can be meant.
    pub fn date(&self) -> Option<NaiveDate> {
        Some(self.date).filter(|date| YEARS.contains(&date.year()))
    }

    /// Whether it was made by this very version of this program.
    pub fn is_ours(&self) -> bool {
        self.program.name == env!("CARGO_PKG_NAME") && self.program.version == env!("CARGO_PKG_VERSION")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_sha256sum_writes_them_and_all_others_are_named() {
        let sum = "0123456789abcdef".repeat(4);
        let text = format!(
            "{sum}  a b.pdf\r\n{sum}  a b.pdf\n{sum} *c.pdf\n\n{}  d.pdf\n{sum}  \n{sum}  04/e.pdf",
            sum.to_uppercase()
        );
        let sums = Sums::read(&text);
        assert_eq!(sums.by_path.keys().collect::<Vec<_>>(), ["04/e.pdf", "a b.pdf"]);
        assert_eq!(sums.unclear, [2, 3, 4, 5, 6]);
    }

    #[test]
    fn a_manifest_is_read_with_fields_that_a_later_version_adds() {
        let manifest = |format: &str, date: &str| {
            let json = format!(
                r#"{{"format":"{format}","version":9,"date":"{date}","program":{{"name":"jiemeng","version":"9.9.9"}},"new":1,"files":[]}}"#
            );
            Manifest::read(json.as_bytes())
        };
        let read = manifest("jiemeng-bundle", "2026-06-15").unwrap();
        assert_eq!(read.date(), NaiveDate::from_ymd_opt(2026, 6, 15));
        assert!(!read.is_ours());
        assert_eq!(manifest("jiemeng-bundle", "9999-12-31").unwrap().date(), None);
        assert!(manifest("jiemeng-bundle", "15.6.2026").is_none());
        assert!(manifest("something-else", "2026-06-15").is_none());
    }
}
