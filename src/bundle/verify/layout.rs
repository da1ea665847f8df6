//! Whether an archive is byte for byte what this program writes for the files in it.

use std::io::{Read, Seek, SeekFrom};

use chrono::{NaiveDate, NaiveTime};

use super::inventory::Inventory;
use crate::bundle::container::Stretch;
use crate::bundle::{Bundle, Content, Piece, archive};

/// Whether nothing but our own headers stands around the files, which were summed already and are not read again.
pub fn is_as_packed(file: &mut (impl Read + Seek), inventory: &Inventory, date: NaiveDate) -> bool {
    let content = |path: &String| {
        let held = inventory.files.get(path)?;
        let (size, crc32) = (held.entry.size, held.entry.crc32);
        Some(Content::Attachment { id: path.clone(), size, crc32, sha256: held.sum()?.to_owned() })
    };
    let files = inventory.files.keys().filter_map(|path| Some((path.clone(), content(path)?))).collect();
    let bundle = Bundle { file_name: String::new(), dated: date.and_time(NaiveTime::MIN), files };
    let Ok(pieces) = archive(bundle) else { return false };
    let mut position = 0;
    for piece in pieces {
        let next = match piece {
            Piece::Bytes(bytes) => same(file, position, &bytes).then_some(position + bytes.len() as u64),
            Piece::Attachment { id } => inventory.files.get(&id).and_then(|held| match held.entry.stretch() {
                Ok(Stretch::Stored(place)) if place.start == position => Some(place.end),
                _ => None,
            }),
        };
        match next {
            Some(next) => position = next,
            None => return false,
        }
    }
    file.seek(SeekFrom::End(0)).is_ok_and(|length| length == position)
}

fn same(file: &mut (impl Read + Seek), position: u64, expected: &[u8]) -> bool {
    let mut found = Vec::new();
    let read =
        file.seek(SeekFrom::Start(position)).and_then(|_| file.take(expected.len() as u64).read_to_end(&mut found));
    read.is_ok() && found == expected
}
