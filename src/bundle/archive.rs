//! Writing a ZIP without touching the attachments: every file is stored as it is, so all that has to be written is
//! headers (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), and sizes and sums are known beforehand.

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::{Bundle, Content};
use crate::language::Message;
use crate::message;

/// A stretch of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Headers and files of our own.
    Bytes(Vec<u8>),
    /// All the bytes of an attachment.
    Attachment {
        /// The attachment's id.
        id: String,
    },
}

/// Why a bundle cannot be written as a ZIP of the kind every program opens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// More than 65,535 files.
    #[error("{0} files, more than a ZIP holds")]
    TooManyFiles(usize),
    /// Over 4 GiB altogether.
    #[error("more than 4 GiB at {path}")]
    TooLarge {
        /// The file with which the limit is passed.
        path: String,
    },
    /// A path over 65,535 bytes.
    #[error("a path of {0} bytes")]
    PathTooLong(usize),
}

impl ArchiveError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::TooManyFiles(count) => message!(
                "共 {count} 个文件，一个压缩包最多放 65535 个。请减少附件后重试；已填内容没有改动",
                "{count} files; one archive holds 65,535. Attach fewer and try again; nothing was changed"
            ),
            Self::TooLarge { path } => message!(
                "全部文件超过 4 GB（到“{path}”为止），一个压缩包放不下。请压缩或减少附件后重试；已填内容没有改动",
                "The files are over 4 GB (at “{path}”), too much for one archive. Make attachments smaller or fewer; nothing was changed"
            ),
            Self::PathTooLong(bytes) => message!(
                "有文件名过长（{bytes} 字节），无法放进压缩包。请缩短单位名称或附件名后重试；已填内容没有改动",
                "A file name is too long ({bytes} bytes) for an archive. Shorten the unit's or the attachment's name; nothing was changed"
            ),
        }
    }
}

const LOCAL_HEADER: u32 = 0x0403_4b50;
const CENTRAL_HEADER: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Version 2.0: folders.
const VERSION_NEEDED: u16 = 20;
/// Made on Unix, so that the permissions below count; version 2.0.
const VERSION_MADE: u16 = 3 << 8 | VERSION_NEEDED;
/// Bit 11: names are UTF-8.
const UTF_8: u16 = 1 << 11;
const STORED: u16 = 0;
/// An ordinary file that its owner may write and everyone read.
const PERMISSIONS: u32 = 0o100_644 << 16;

/// Lays a bundle out as a ZIP: the pieces one after another are the file.
///
/// # Errors
/// Where the bundle goes beyond what a plain ZIP (without ZIP64) holds; see [`ArchiveError`].
pub fn archive(bundle: &Bundle) -> Result<Vec<Piece>, ArchiveError> {
    let mut layout = Layout::default();
    let mut directory = Vec::new();
    for (path, content) in &bundle.files {
        let too_large = || ArchiveError::TooLarge { path: path.clone() };
        let offset = layout.position().ok_or_else(too_large)?;
        let size = plain(content.size()).ok_or_else(too_large)?;
        let entry = entry(path, content.crc32(), size, bundle.dated)?;

        layout.bytes(&LOCAL_HEADER.to_le_bytes());
        layout.bytes(&entry);
        layout.bytes(path.as_bytes());
        layout.content(content);

        directory.extend(CENTRAL_HEADER.to_le_bytes());
        directory.extend(VERSION_MADE.to_le_bytes());
        directory.extend(&entry);
        directory.extend([0; 6]); // no comment, first disk, no internal attributes
        directory.extend(PERMISSIONS.to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(path.as_bytes());
    }
    let last = || bundle.files.keys().next_back().cloned().unwrap_or_default();
    let count = u16::try_from(bundle.files.len()).ok().filter(|count| *count < u16::MAX);
    let count = count.ok_or(ArchiveError::TooManyFiles(bundle.files.len()))?;
    let start = layout.position().ok_or_else(|| ArchiveError::TooLarge { path: last() })?;
    layout.bytes(&directory);
    let end = layout.position().ok_or_else(|| ArchiveError::TooLarge { path: last() })?;

    layout.bytes(&END.to_le_bytes());
    layout.bytes(&[0; 4]); // first disk, the directory's too
    layout.bytes(&count.to_le_bytes());
    layout.bytes(&count.to_le_bytes());
    layout.bytes(&(end - start).to_le_bytes());
    layout.bytes(&start.to_le_bytes());
    layout.bytes(&[0; 2]); // no comment
    Ok(layout.pieces)
}

/// What a file's local and central headers have in common.
fn entry(path: &str, crc32: u32, size: u32, dated: NaiveDateTime) -> Result<Vec<u8>, ArchiveError> {
    let path_length = u16::try_from(path.len()).map_err(|_| ArchiveError::PathTooLong(path.len()))?;
    let (date, time) = date_and_time(dated);
    let mut entry = Vec::with_capacity(26);
    for short in [VERSION_NEEDED, UTF_8, STORED, time, date] {
        entry.extend(short.to_le_bytes());
    }
    for long in [crc32, size, size] {
        entry.extend(long.to_le_bytes());
    }
    entry.extend(path_length.to_le_bytes());
    entry.extend([0; 2]); // nothing extra
    Ok(entry)
}

/// A size or offset below the mark that stands for "see ZIP64".
fn plain(number: u64) -> Option<u32> {
    u32::try_from(number).ok().filter(|number| *number < u32::MAX)
}

/// MS-DOS date and time: years 1980 to 2107, even seconds. Times beyond become the first or last that can be written.
fn date_and_time(time: NaiveDateTime) -> (u16, u16) {
    let years = time.year() - 1980;
    match u16::try_from(years) {
        Err(_) => (1 << 5 | 1, 0),
        Ok(years) if years > 127 => (127 << 9 | 12 << 5 | 31, 23 << 11 | 59 << 5 | 29),
        Ok(years) => {
            let number = |part: u32| u16::try_from(part).unwrap_or_default();
            let date = years << 9 | number(time.month()) << 5 | number(time.day());
            (date, number(time.hour()) << 11 | number(time.minute()) << 5 | number(time.second()) >> 1)
        }
    }
}

/// The pieces so far and how long they are together.
#[derive(Default)]
struct Layout {
    pieces: Vec<Piece>,
    length: u64,
}

impl Layout {
    fn position(&self) -> Option<u32> {
        plain(self.length)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        if let Some(Piece::Bytes(open)) = self.pieces.last_mut() {
            open.extend_from_slice(bytes);
        } else {
            self.pieces.push(Piece::Bytes(bytes.to_vec()));
        }
    }

    fn content(&mut self, content: &Content) {
        match content {
            Content::Bytes(bytes) => self.bytes(bytes),
            Content::Attachment { id, size, .. } => {
                self.length += size;
                self.pieces.push(Piece::Attachment { id: id.clone() });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::{Cursor, Read};

    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::bundle::sums;

    fn noon(year: i32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(year, 5, 22).unwrap().and_hms_opt(12, 34, 57).unwrap()
    }

    fn bundle(files: BTreeMap<String, Content>) -> Bundle {
        Bundle { file_name: "x.zip".into(), dated: noon(2026), files }
    }

    fn attachment(bytes: &[u8]) -> Content {
        Content::Attachment {
            id: "a1".into(),
            size: bytes.len() as u64,
            crc32: sums::crc32(bytes),
            sha256: sums::sha256(bytes),
        }
    }

    fn joined(pieces: &[Piece], attached: &[u8]) -> Vec<u8> {
        let bytes = |piece: &Piece| match piece {
            Piece::Bytes(bytes) => bytes.clone(),
            Piece::Attachment { .. } => attached.to_vec(),
        };
        pieces.iter().flat_map(bytes).collect()
    }

    #[test]
    fn an_attachment_is_named_between_headers_and_never_copied() {
        let files = [("04-证照/01-甲.pdf", attachment(b"%PDF-")), ("data/b", Content::Bytes(b"b".to_vec()))];
        let pieces = archive(&bundle(files.map(|(path, content)| (path.to_owned(), content)).into())).unwrap();
        let shape: Vec<bool> = pieces.iter().map(|piece| matches!(piece, Piece::Attachment { .. })).collect();
        assert_eq!(shape, [false, true, false]);
        let file = joined(&pieces, b"%PDF-");
        let mut read = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
        let mut entry = read.by_name("04-证照/01-甲.pdf").unwrap();
        let dated = entry.last_modified().unwrap();
        assert_eq!(
            (dated.year(), dated.month(), dated.day(), dated.hour(), dated.minute(), dated.second()),
            (2026, 5, 22, 12, 34, 56)
        );
        assert_eq!(entry.unix_mode(), Some(0o100_644));
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, b"%PDF-");
    }

    #[test]
    fn what_a_plain_zip_cannot_hold_is_refused() {
        let huge = |size| Content::Attachment { id: "a".into(), size, crc32: 0, sha256: String::new() };
        let many = (0..65_535).map(|number| (number.to_string(), Content::Bytes(vec![]))).collect();
        let cases = [
            (
                "a file over 4 GiB",
                BTreeMap::from([("a".into(), huge(1 << 32))]),
                ArchiveError::TooLarge { path: "a".into() },
            ),
            (
                "files over 4 GiB together",
                BTreeMap::from([("a".into(), huge(3 << 30)), ("b".into(), huge(3 << 30))]),
                ArchiveError::TooLarge { path: "b".into() },
            ),
            ("too many files", many, ArchiveError::TooManyFiles(65_535)),
            (
                "a path that is too long",
                BTreeMap::from([("x".repeat(65_536), Content::Bytes(vec![]))]),
                ArchiveError::PathTooLong(65_536),
            ),
        ];
        for (sentence, files, error) in cases {
            assert_eq!(archive(&bundle(files)), Err(error), "{sentence}");
        }
    }

    #[test]
    fn times_that_cannot_be_written_become_the_nearest_that_can() {
        assert_eq!(date_and_time(noon(1979)), (33, 0));
        assert_eq!(date_and_time(noon(2108)), (u16::MAX ^ (3 << 5), 0xbf7d));
    }

    proptest! {
        #[test]
        fn every_archive_is_read_back_as_it_was(
            files in prop::collection::btree_map("[a-z\u{4e00}-\u{4eff}]{1,8}", prop::collection::vec(any::<u8>(), 0..64), 0..8),
        ) {
            let contents = files.iter().map(|(path, bytes)| (path.clone(), Content::Bytes(bytes.clone()))).collect();
            let file = joined(&archive(&bundle(contents)).unwrap(), &[]);
            let mut read = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
            prop_assert_eq!(read.len(), files.len());
            for (path, bytes) in &files {
                let mut back = Vec::new();
                read.by_name(path).unwrap().read_to_end(&mut back).unwrap();
                prop_assert_eq!(&back, bytes);
            }
        }
    }
}
