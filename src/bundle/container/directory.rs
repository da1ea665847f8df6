//! The directory at the end of a ZIP (APPNOTE 6.3.10, 4.3.12 to 4.3.16) and the header before each file (4.3.7), which must
//! say the same.

use std::io::{Read, Seek, SeekFrom};

use super::{Entry, LARGEST_DIRECTORY, LARGEST_FILE, MOST_FILES, Refusal};
use crate::bundle::archive::{CENTRAL_HEADER, END, END_64, LOCAL_HEADER, LOCATOR_64, UTF_8, ZIP64};

/// The lengths of the records, in bytes, without what follows them.
const END_LENGTH: u64 = 22;
const END_64_LENGTH: u64 = 56;
const LOCATOR_LENGTH: u64 = 20;
const CENTRAL_LENGTH: usize = 46;
const LOCAL_LENGTH: usize = 30;
/// The longest comment after the end record.
const LONGEST_COMMENT: u64 = 0xffff;
/// Bit 0: encrypted. Bit 3: sizes and sum stand behind the file, not before it.
const ENCRYPTED: u16 = 1;
const SUMS_BEHIND: u16 = 1 << 3;

/// Where the directory is.
struct Directory {
    start: u64,
    size: u64,
    count: u64,
    /// Where the records begin that end the archive.
    end: u64,
}

/// Reads the directory, and holds every file's own header to it.
pub fn read(file: &mut (impl Read + Seek)) -> Result<Vec<Entry>, Refusal> {
    let length = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    if length > LARGEST_FILE {
        return Err(Refusal::TooLarge(length));
    }
    let directory = find(file, length)?;
    if directory.count > MOST_FILES {
        return Err(Refusal::TooManyFiles(directory.count));
    }
    if directory.size > LARGEST_DIRECTORY {
        return Err(Refusal::LargeDirectory(directory.size));
    }
    let after = directory.start.checked_add(directory.size).filter(|after| *after <= directory.end);
    after.ok_or(Refusal::CutShort)?;
    let bytes = bytes_at(file, directory.start, directory.size)?;
    let mut fields = Fields(&bytes);
    let mut found = Vec::new();
    for _ in 0..directory.count {
        found.push(central(&mut fields).ok_or(Refusal::CutShort)??);
    }
    if !fields.0.is_empty() {
        return Err(Refusal::Miscounted);
    }
    // In the order of their places, so that a slow file is read from its beginning to its end.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|place| found.get(*place).map(|named| named.offset));
    let mut entries: Vec<Option<Entry>> = vec![None; found.len()];
    for place in order {
        if let (Some(named), Some(entry)) = (found.get(place), entries.get_mut(place)) {
            *entry = Some(local(file, named, directory.start)?);
        }
    }
    Ok(entries.into_iter().flatten().collect())
}

/// Finds the directory by the record that ends the archive.
fn find(file: &mut (impl Read + Seek), length: u64) -> Result<Directory, Refusal> {
    let start = length.saturating_sub(END_LENGTH + LONGEST_COMMENT);
    let tail = bytes_at(file, start, length - start)?;
    // The record's comment must reach to the very end: what else looks like the record is part of something.
    let ends_here = |at: &usize| {
        let record = tail.get(*at..).unwrap_or_default();
        let comment = Fields(record.get(20..).unwrap_or_default()).short();
        record.starts_with(&END.to_le_bytes()) && comment.is_some_and(|it| record.len() == 22 + usize::from(it))
    };
    let last = tail.len().checked_sub(22).ok_or(Refusal::CutShort)?;
    let at = (0..=last).rev().find(ends_here).ok_or(Refusal::CutShort)?;
    let end = start + at as u64;
    let mut fields = Fields(tail.get(at + 4..).unwrap_or_default());
    let short = |fields: &mut Fields| fields.short().ok_or(Refusal::CutShort);
    let (disk, first_disk) = (short(&mut fields)?, short(&mut fields)?);
    let (here, count) = (short(&mut fields)?, short(&mut fields)?);
    let size = fields.long().ok_or(Refusal::CutShort)?;
    let offset = fields.long().ok_or(Refusal::CutShort)?;
    if count == u16::MAX || size == u32::MAX || offset == u32::MAX {
        return find_64(file, end);
    }
    if disk != 0 || first_disk != 0 || here != count {
        return Err(Refusal::Split);
    }
    Ok(Directory { start: offset.into(), size: size.into(), count: count.into(), end })
}

/// Finds the directory of an archive whose numbers do not fit into the plain record.
fn find_64(file: &mut (impl Read + Seek), end: u64) -> Result<Directory, Refusal> {
    let locator_at = end.checked_sub(LOCATOR_LENGTH).ok_or(Refusal::CutShort)?;
    let locator = bytes_at(file, locator_at, LOCATOR_LENGTH)?;
    let mut fields = Fields(&locator);
    let located = (fields.long(), fields.long(), fields.double(), fields.long());
    let (Some(LOCATOR_64), Some(disk), Some(at), Some(disks)) = located else { return Err(Refusal::CutShort) };
    if disk != 0 || disks > 1 {
        return Err(Refusal::Split);
    }
    if at.checked_add(END_64_LENGTH).is_none_or(|after| after > locator_at) {
        return Err(Refusal::CutShort);
    }
    let record = bytes_at(file, at, END_64_LENGTH)?;
    let mut fields = Fields(&record);
    if fields.long() != Some(END_64) {
        return Err(Refusal::CutShort);
    }
    // Its own size, two versions, two disks.
    let _known = (fields.double(), fields.short(), fields.short());
    let (disk, first_disk) = (fields.long(), fields.long());
    let (here, count, size, start) = (fields.double(), fields.double(), fields.double(), fields.double());
    let (Some(count), Some(size), Some(start)) = (count, size, start) else { return Err(Refusal::CutShort) };
    if disk != Some(0) || first_disk != Some(0) || here != Some(count) {
        return Err(Refusal::Split);
    }
    Ok(Directory { start, size, count, end: at })
}

/// A file as the directory names it.
struct Named {
    raw_name: Vec<u8>,
    flags: u16,
    method: u16,
    crc32: u32,
    packed_size: u64,
    size: u64,
    offset: u64,
}

/// The next file of the directory; `None` where it is cut short.
fn central(fields: &mut Fields) -> Option<Result<Named, Refusal>> {
    let mut header = Fields(fields.take(CENTRAL_LENGTH)?);
    if header.long()? != CENTRAL_HEADER {
        return None;
    }
    let _versions = header.long()?;
    let (flags, method) = (header.short()?, header.short()?);
    let _time = header.long()?;
    let crc32 = header.long()?;
    let (packed_size, size) = (header.long()?, header.long()?);
    let (name, extra, comment) = (header.short()?, header.short()?, header.short()?);
    let disk = header.short()?;
    let _attributes = (header.short()?, header.long()?);
    let offset = header.long()?;
    let raw_name = fields.take(name.into())?.to_vec();
    let extra = fields.take(extra.into())?;
    let _comment = fields.take(comment.into())?;
    let mut wide = Fields(zip64(extra).unwrap_or_default());
    let size = wide.instead_of(size)?;
    let packed_size = wide.instead_of(packed_size)?;
    let offset = wide.instead_of(offset)?;
    if disk != 0 && disk != u16::MAX {
        return Some(Err(Refusal::Split));
    }
    Some(Ok(Named { raw_name, flags, method, crc32, packed_size, size, offset }))
}

/// Reads the header before a file, which must say what the directory says, and finds where the file begins.
fn local(file: &mut (impl Read + Seek), named: &Named, directory: u64) -> Result<Entry, Refusal> {
    let (name, plain_name) = name_of(named)?;
    let contradiction = || Refusal::Contradiction(name.clone());
    if named.offset.checked_add(LOCAL_LENGTH as u64).is_none_or(|after| after > directory) {
        return Err(Refusal::CutShort);
    }
    let bytes = bytes_at(file, named.offset, LOCAL_LENGTH as u64)?;
    let header = Local::read(&bytes).ok_or_else(contradiction)?;
    let after = named.offset + LOCAL_LENGTH as u64;
    let behind = bytes_at(file, after, u64::from(header.name) + u64::from(header.extra))?;
    let (raw_name, extra) = behind.split_at_checked(header.name.into()).ok_or(Refusal::CutShort)?;
    let mut wide = Fields(zip64(extra).unwrap_or_default());
    let size = wide.instead_of(header.size).ok_or_else(contradiction)?;
    let packed_size = wide.instead_of(header.packed_size).ok_or_else(contradiction)?;

    let sums_behind = header.flags & SUMS_BEHIND != 0 && (header.crc32, size, packed_size) == (0, 0, 0);
    let same_sums = (header.crc32, size, packed_size) == (named.crc32, named.size, named.packed_size);
    let same_file = raw_name == named.raw_name && header.method == named.method && header.flags == named.flags;
    let stored_as_it_is = named.method != super::STORED || named.size == named.packed_size || encrypted(named);
    if !(same_file && (same_sums || sums_behind) && stored_as_it_is) {
        return Err(contradiction());
    }
    let start = after + behind.len() as u64;
    let end = start.checked_add(named.packed_size).filter(|end| *end <= directory).ok_or(Refusal::CutShort)?;
    let (size, crc32, method, encrypted) = (named.size, named.crc32, named.method, encrypted(named));
    Ok(Entry { name, plain_name, size, crc32, method, encrypted, header: named.offset, packed: start..end })
}

const fn encrypted(named: &Named) -> bool {
    named.flags & ENCRYPTED != 0
}

/// The name, and whether it is exactly what the archive has.
fn name_of(named: &Named) -> Result<(String, bool), Refusal> {
    match std::str::from_utf8(&named.raw_name) {
        // Written on Windows, a path may have the other slash.
        Ok(name) => Ok((name.replace('\\', "/"), !name.contains('\\'))),
        Err(_) if named.flags & UTF_8 != 0 => {
            Err(Refusal::NameNotText(String::from_utf8_lossy(&named.raw_name).into_owned()))
        }
        Err(_) => Ok((String::from_utf8_lossy(&named.raw_name).replace('\\', "/"), false)),
    }
}

/// The header before a file.
struct Local {
    flags: u16,
    method: u16,
    crc32: u32,
    packed_size: u32,
    size: u32,
    name: u16,
    extra: u16,
}

impl Local {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut fields = Fields(bytes);
        if fields.long()? != LOCAL_HEADER {
            return None;
        }
        let _version = fields.short()?;
        let (flags, method) = (fields.short()?, fields.short()?);
        let _time = fields.long()?;
        let (crc32, packed_size, size) = (fields.long()?, fields.long()?, fields.long()?);
        let (name, extra) = (fields.short()?, fields.short()?);
        Some(Self { flags, method, crc32, packed_size, size, name, extra })
    }
}

/// The numbers of 64 bits among what is extra (APPNOTE 4.5.3).
fn zip64(extra: &[u8]) -> Option<&[u8]> {
    let mut fields = Fields(extra);
    loop {
        let (kind, length) = (fields.short()?, fields.short()?);
        let block = fields.take(length.into())?;
        if kind == ZIP64 {
            return Some(block);
        }
    }
}

/// Numbers one after another, the lowest byte first.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn short(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    fn long(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn double(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    /// The next number of 64 bits, where a plain one says that it did not fit.
    fn instead_of(&mut self, plain: u32) -> Option<u64> {
        if plain == u32::MAX { self.double() } else { Some(plain.into()) }
    }
}

fn bytes_at(file: &mut (impl Read + Seek), at: u64, length: u64) -> Result<Vec<u8>, Refusal> {
    file.seek(SeekFrom::Start(at)).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(Refusal::CutShort) }
}

fn unreadable(error: std::io::Error) -> Refusal {
    Refusal::Unreadable(error.to_string())
}
