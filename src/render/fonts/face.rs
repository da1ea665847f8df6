//! One font file, read.

use std::io::Read;
use std::sync::Arc;

use flate2::read::GzDecoder;
use krilla::text::Font;
use skrifa::FontRef;
use skrifa::raw::{FileRef, ReadError, TableProvider};

use super::{FontError, FontFile, FontRole};

/// A packed file that unpacks to more than this is not one of ours; the largest is 11 MB.
const LARGEST_UNPACKED: u64 = 64 << 20;
/// `fsType`: the lower four bits say how the font may be embedded, 2 alone that it may not at all.
const USAGE: u16 = 0x000f;
const RESTRICTED: u16 = 0x0002;
/// `fsType`: may only be embedded whole, which would put megabytes into every file.
const NO_SUBSETTING: u16 = 0x0100;

/// A font that can set characters.
#[derive(Debug, Clone)]
pub(super) struct Face {
    pub(super) role: FontRole,
    pub(super) font: Font,
    bytes: Arc<Vec<u8>>,
    index: u32,
}

impl Face {
    pub(super) fn read(file: FontFile) -> Result<Self, FontError> {
        let FontFile { role, bytes, index } = file;
        let bytes = Arc::new(unpacked(bytes).ok_or(FontError::NotAFont(role))?);
        judge(&bytes, index, role)?;
        let font = Font::new(Arc::clone(&bytes).into(), index).ok_or(FontError::NotAFont(role))?;
        Ok(Self { role, font, bytes, index })
    }

    /// The tables of the font; `None` cannot be, for the file was read before.
    pub(super) fn tables(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.bytes, self.index).ok()
    }
}

/// The font itself out of a file that may be packed by gzip. Some hosts unpack `.gz` on the way, some do not.
pub(super) fn unpacked(bytes: Vec<u8>) -> Option<Vec<u8>> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Some(bytes);
    }
    let mut font = Vec::with_capacity(bytes.len() * 2);
    GzDecoder::new(bytes.as_slice()).take(LARGEST_UNPACKED).read_to_end(&mut font).ok()?;
    Some(font)
}

/// Whether the font can be read and may be embedded.
fn judge(bytes: &[u8], index: u32, role: FontRole) -> Result<(), FontError> {
    FileRef::new(bytes).map_err(|_| FontError::NotAFont(role))?;
    let font = FontRef::from_index(bytes, index).map_err(|error| match error {
        ReadError::InvalidCollectionIndex(_) => FontError::NoSuchIndex { role, index },
        _ => FontError::NotAFont(role),
    })?;
    if !has_sound_names(&font) {
        return Err(FontError::NotAFont(role));
    }
    if font.head().is_err() || font.cmap().is_err() || font.hmtx().is_err() || font.maxp().is_err() {
        return Err(FontError::NotAFont(role));
    }
    if font.glyf().is_err() && font.cff().is_err() && font.cff2().is_err() {
        return Err(FontError::NoOutlines(role));
    }
    let usage = font.os2().map(|table| table.fs_type()).unwrap_or_default();
    if usage & USAGE == RESTRICTED || usage & NO_SUBSETTING != 0 {
        return Err(FontError::MayNotBeEmbedded(role));
    }
    Ok(())
}

/// Whether every name of the font stands within what its table can reach, and what is kept of them fits into a new one:
/// the library that takes characters out of a font reckons with 16 bits.
fn has_sound_names(font: &FontRef) -> bool {
    let Ok(names) = font.name() else { return true };
    let reach = usize::from(u16::MAX);
    let mut kept = 0;
    names.name_record().iter().all(|record| {
        let length = usize::from(record.length());
        if matches!(record.platform_id(), 0 | 3) {
            kept += length;
        }
        record.string_offset().to_u32() as usize + length <= reach && kept <= reach
    })
}
