//! Writing a ZIP without touching the attachments: every file is stored as it is, so all that has to be written is
//! headers (APPNOTE 6.3.10, section 4.3), and sizes and sums are known beforehand.

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

/// Why a bundle cannot be written as a ZIP.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// A path over 65,535 bytes.
    #[error("a path of {0} bytes")]
    PathTooLong(usize),
}

impl ArchiveError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self::PathTooLong(bytes) = self;
        message!(
            "有文件名过长（{bytes} 字节），无法放进压缩包。请缩短单位名称或附件名后重试；已填内容没有改动",
            "A file name is too long ({bytes} bytes) for an archive. Shorten the unit's or the attachment's name; nothing was changed"
        )
    }
}

/// The marks by which records begin, as numbers with the lowest byte first.
pub(super) const LOCAL_HEADER: u32 = 0x0403_4b50;
pub(super) const CENTRAL_HEADER: u32 = 0x0201_4b50;
pub(super) const END: u32 = 0x0605_4b50;
pub(super) const END_64: u32 = 0x0606_4b50;
pub(super) const LOCATOR_64: u32 = 0x0706_4b50;
/// The extra block with numbers of 64 bits.
pub(super) const ZIP64: u16 = 1;
/// Version 2.0: folders.
const VERSION_NEEDED: u16 = 20;
/// Version 4.5: numbers of 64 bits.
const VERSION_NEEDED_64: u16 = 45;
/// Made on Unix, so that the permissions below count.
const MADE_ON_UNIX: u16 = 3 << 8;
/// Bit 11: names are UTF-8.
pub(super) const UTF_8: u16 = 1 << 11;
const STORED: u16 = 0;
/// An ordinary file that its owner may write and everyone read.
const PERMISSIONS: u32 = 0o100_644 << 16;

/// Lays a bundle out as a ZIP: the pieces one after another are the file. Nothing in it is copied. Numbers of 64 bits (ZIP64) are written only where
/// plain ones do not do.
///
/// # Errors
/// See [`ArchiveError`].
pub fn archive(bundle: Bundle) -> Result<Vec<Piece>, ArchiveError> {
    let mut layout = Layout::default();
    let mut directory = Vec::new();
    let count = bundle.files.len() as u64;
    for (path, content) in bundle.files {
        let file = File {
            path: &path,
            path_length: u16::try_from(path.len()).map_err(|_| ArchiveError::PathTooLong(path.len()))?,
            crc32: content.crc32(),
            size: content.size(),
            offset: layout.length,
            dated: bundle.dated,
        };
        file.local_header(&mut layout);
        layout.content(content);
        file.central_header(&mut directory);
    }
    let start = layout.length;
    layout.bytes(&directory);
    end(&mut layout, count, start);
    Ok(layout.finish())
}

/// A file of the archive as its two headers describe it.
struct File<'a> {
    path: &'a str,
    path_length: u16,
    crc32: u32,
    size: u64,
    offset: u64,
    dated: NaiveDateTime,
}

impl File<'_> {
    /// The header before the file, 4.3.7. Where one of the two sizes is wide, both must be.
    fn local_header(&self, layout: &mut Layout) {
        let sizes = if plain(self.size).is_some() { Vec::new() } else { vec![self.size, self.size] };
        layout.bytes(&LOCAL_HEADER.to_le_bytes());
        layout.bytes(&self.common(&sizes));
        layout.bytes(self.path.as_bytes());
        layout.bytes(&extra(&sizes));
    }

    /// The file's header in the directory, 4.3.12.
    fn central_header(&self, directory: &mut Vec<u8>) {
        let is_wide = |number: &u64| plain(*number).is_none();
        let wide: Vec<u64> = [self.size, self.size, self.offset].into_iter().filter(is_wide).collect();
        directory.extend(CENTRAL_HEADER.to_le_bytes());
        directory.extend((MADE_ON_UNIX | needed(&wide)).to_le_bytes());
        directory.extend(self.common(&wide));
        directory.extend([0; 6]); // no comment, first disk, no internal attributes
        directory.extend(PERMISSIONS.to_le_bytes());
        directory.extend(plain(self.offset).unwrap_or(u32::MAX).to_le_bytes());
        directory.extend(self.path.as_bytes());
        directory.extend(extra(&wide));
    }

    /// What both headers have; `wide` are the numbers that stand in the extra block.
    fn common(&self, wide: &[u64]) -> Vec<u8> {
        let (date, time) = date_and_time(self.dated);
        let size = plain(self.size).unwrap_or(u32::MAX);
        let mut common = Vec::with_capacity(26);
        for short in [needed(wide), UTF_8, STORED, time, date] {
            common.extend(short.to_le_bytes());
        }
        for long in [self.crc32, size, size] {
            common.extend(long.to_le_bytes());
        }
        common.extend(self.path_length.to_le_bytes());
        // Three numbers at most.
        common.extend(u16::try_from(extra(wide).len()).unwrap_or_default().to_le_bytes());
        common
    }
}

const fn needed(wide: &[u64]) -> u16 {
    if wide.is_empty() { VERSION_NEEDED } else { VERSION_NEEDED_64 }
}

/// The extra block of numbers that do not fit where they belong, 4.5.3.
fn extra(wide: &[u64]) -> Vec<u8> {
    if wide.is_empty() {
        return Vec::new();
    }
    let mut block = ZIP64.to_le_bytes().to_vec();
    // Three numbers at most.
    block.extend(u16::try_from(8 * wide.len()).unwrap_or_default().to_le_bytes());
    block.extend(wide.iter().flat_map(|number| number.to_le_bytes()));
    block
}

/// The records behind the directory, 4.3.14 to 4.3.16.
fn end(layout: &mut Layout, count: u64, start: u64) {
    let (end, size) = (layout.length, layout.length - start);
    let short_count = u16::try_from(count).ok().filter(|count| *count < u16::MAX);
    if short_count.is_none() || plain(start).is_none() || plain(size).is_none() {
        layout.bytes(&END_64.to_le_bytes());
        layout.bytes(&44_u64.to_le_bytes()); // what follows of this record
        layout.bytes(&(MADE_ON_UNIX | VERSION_NEEDED_64).to_le_bytes());
        layout.bytes(&VERSION_NEEDED_64.to_le_bytes());
        layout.bytes(&[0; 8]); // first disk, the directory's too
        for number in [count, count, size, start] {
            layout.bytes(&number.to_le_bytes());
        }
        layout.bytes(&LOCATOR_64.to_le_bytes());
        layout.bytes(&[0; 4]); // first disk
        layout.bytes(&end.to_le_bytes());
        layout.bytes(&1_u32.to_le_bytes()); // one disk
    }
    layout.bytes(&END.to_le_bytes());
    layout.bytes(&[0; 4]); // first disk, the directory's too
    for _here_and_altogether in 0..2 {
        layout.bytes(&short_count.unwrap_or(u16::MAX).to_le_bytes());
    }
    layout.bytes(&plain(size).unwrap_or(u32::MAX).to_le_bytes());
    layout.bytes(&plain(start).unwrap_or(u32::MAX).to_le_bytes());
    layout.bytes(&[0; 2]); // no comment
}

/// A size or offset below the mark that stands for "see the extra block".
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

/// What there is so far and how long it is.
#[derive(Default)]
struct Layout {
    pieces: Vec<Piece>,
    /// The headers after the last piece.
    headers: Vec<u8>,
    length: u64,
}

impl Layout {
    fn bytes(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        self.headers.extend_from_slice(bytes);
    }

    fn content(&mut self, content: Content) {
        self.length += content.size();
        self.pieces.push(Piece::Bytes(std::mem::take(&mut self.headers)));
        self.pieces.push(match content {
            Content::Made { bytes, .. } => Piece::Bytes(bytes),
            Content::Attachment { id, .. } => Piece::Attachment { id },
        });
    }

    fn finish(mut self) -> Vec<Piece> {
        self.pieces.push(Piece::Bytes(self.headers));
        self.pieces
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
        let files = [("04-证照/01-甲.pdf", attachment(b"%PDF-")), ("data/b", Content::made(b"b".to_vec()))];
        let pieces = archive(bundle(files.map(|(path, content)| (path.to_owned(), content)).into())).unwrap();
        let shape: Vec<bool> = pieces.iter().map(|piece| matches!(piece, Piece::Attachment { .. })).collect();
        assert_eq!(shape, [false, true, false, false, false]);
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
    fn a_path_that_no_zip_can_hold_is_refused() {
        let files = BTreeMap::from([("x".repeat(65_536), Content::made(vec![]))]);
        assert_eq!(archive(bundle(files)), Err(ArchiveError::PathTooLong(65_536)));
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
            let contents = files.iter().map(|(path, bytes)| (path.clone(), Content::made(bytes.clone()))).collect();
            let file = joined(&archive(bundle(contents)).unwrap(), &[]);
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
