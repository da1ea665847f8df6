//! How much a file comes to when it is unpacked and walked through: a few bytes may be made to swell without end, or to
//! branch so often that nobody ever sees the last page.
//!
//! What the reader unpacks by itself are streams of objects (ISO 32000-1, 7.5.7) and tables of objects (7.5.8); what the
//! book unpacks are the contents of pages. What is encrypted cannot be told beforehand, and is let through where it is too
//! short to come to much.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::page::Page;
use memchr::memmem;

use super::value;
use super::values::{Entries, Value, dictionary, plain, references};

/// The most that objects and tables may come to together, in bytes.
const MOST_OBJECTS: u64 = 1 << 28;
/// The most that the contents of all pages may come to together, in bytes.
const MOST_CONTENTS: u64 = 1 << 30;
/// The least that a piece of contents counts for, in bytes: it has to be looked at.
const LEAST_CONTENTS: u64 = 1 << 10;
/// How many bytes a packed byte may become: 1,032 by deflate, some thousands by LZW.
const SWELLS: u64 = 4096;
/// The most nodes that a tree may have, counted as often as one comes to them.
const MOST_NODES: u64 = 1 << 20;
/// The most levels that a tree may have.
const DEEPEST: u32 = 100;

/// What a file comes to before its pages are looked at.
#[derive(Default)]
pub struct Extent {
    /// How much was unpacked, in bytes.
    unpacked: u64,
    /// Whether something swells beyond measure, or may.
    swells: bool,
    /// The objects that each object of this number branches into, as often as it is written: a file that was changed has
    /// the old ones too.
    branches: BTreeMap<u32, Vec<Vec<u32>>>,
    /// Those that are nodes of a tree, and not lists that may belong to one.
    nodes: BTreeSet<u32>,
}

/// A stream that the reader unpacks by itself.
#[derive(Clone, Copy)]
struct Packed {
    packing: Packing,
    /// How far in the first object begins, where it is a stream of objects that says so.
    first: Option<u32>,
}

#[derive(Clone, Copy)]
enum Packing {
    None,
    Deflate,
    /// In another way, or more than once: nobody packs objects so.
    Other,
}

impl Extent {
    /// Looks through the bytes of a file.
    pub fn of(bytes: &[u8]) -> Self {
        let mut extent = Self::default();
        for at in memmem::find_iter(bytes, b"obj") {
            let (before, after) = bytes.split_at(at);
            if let Some(number) = number_at_end(before) {
                extent.read(number, after.get(3..).unwrap_or_default(), true);
            }
            if extent.swells {
                break;
            }
        }
        extent
    }

    /// Whether the file can be unpacked and walked through.
    pub fn is_possible(&self) -> bool {
        let mut told = BTreeMap::new();
        !self.swells && self.nodes.iter().all(|node| self.measure(*node, 0, &mut told).is_some())
    }

    /// The object of this number, which begins here.
    fn read(&mut self, number: u32, bytes: &[u8], may_unpack: bool) {
        let bytes = bytes.trim_ascii_start();
        if let Some(items) = bytes.strip_prefix(b"[") {
            return self.branches.entry(number).or_default().push(references(items));
        }
        let (mut kids, mut packed) = (Vec::new(), None);
        let end = dictionary(bytes, &mut |entries| {
            match value(entries, "Kids") {
                Some(Value::Array(items)) => kids.extend(references(items)),
                Some(Value::Reference(kid)) => kids.extend(plain(kid)),
                _ => {}
            }
            // The outermost is heard last.
            packed = Packed::of(entries);
        });
        if !kids.is_empty() {
            self.nodes.insert(number);
            self.branches.entry(number).or_default().push(kids);
        }
        let stream = end.ok().and_then(|end| contents(bytes.get(end..)?));
        if let (Some(packed), Some(stream), true) = (packed, stream, may_unpack) {
            self.unpack(packed, stream);
        }
    }

    fn unpack(&mut self, packed: Packed, stream: &[u8]) {
        let unpacked = match packed.packing {
            Packing::None => Some(Cow::Borrowed(stream)),
            Packing::Deflate => inflated(stream, MOST_OBJECTS.saturating_sub(self.unpacked)).map(Cow::Owned),
            Packing::Other => None,
        };
        let Some(unpacked) = unpacked else { return self.swells = true };
        self.unpacked = self.unpacked.saturating_add(length(&unpacked));
        if let Some(first) = packed.first {
            self.read_objects(&unpacked, usize::try_from(first).unwrap_or(usize::MAX));
        }
    }

    /// Objects after each other, before which stands the number of each and how far from the first it begins.
    fn read_objects(&mut self, bytes: &[u8], first: usize) {
        let Some((head, objects)) = bytes.split_at_checked(first) else { return };
        let numbers: Vec<u32> = head.split(u8::is_ascii_whitespace).filter_map(plain).collect();
        let starts = |at: usize| numbers.get(2 * at + 1).and_then(|start| usize::try_from(*start).ok());
        for (at, number) in numbers.iter().step_by(2).enumerate() {
            let (Some(start), end) = (starts(at), starts(at + 1).unwrap_or(objects.len())) else { return };
            self.read(*number, objects.get(start..end).unwrap_or_default(), false);
        }
    }

    /// How many nodes and levels there are from a node on; `None` where they are too many, or have no end.
    fn measure(&self, node: u32, depth: u32, told: &mut BTreeMap<u32, Option<(u64, u32)>>) -> Option<(u64, u32)> {
        if let Some(told) = told.get(&node) {
            return *told;
        }
        if depth > DEEPEST {
            return None;
        }
        // Whoever comes here again before it is told goes round in a circle.
        told.insert(node, None);
        let (mut most, mut deepest) = (0_u64, 0);
        for branches in self.branches.get(&node).map(Vec::as_slice).unwrap_or_default() {
            let mut nodes = 0_u64;
            for branch in branches {
                let (more, levels) = self.measure(*branch, depth + 1, told)?;
                nodes = nodes.saturating_add(more);
                deepest = deepest.max(levels);
            }
            most = most.max(nodes);
        }
        let measured = (most.saturating_add(1), deepest + 1);
        let is_possible = measured.0 <= MOST_NODES && measured.1 <= DEEPEST;
        told.insert(node, is_possible.then_some(measured));
        is_possible.then_some(measured)
    }
}

impl Packed {
    /// What a dictionary says of the stream after it, if that is objects (`First`) or a table of them (`W` and `Size`).
    fn of(entries: &Entries<'_>) -> Option<Self> {
        let has = |key| value(entries, key).is_some();
        let first = match value(entries, "First") {
            Some(Value::Number(first)) => plain(first),
            _ => None,
        };
        let is_unpacked = has("First") || (has("W") && has("Size"));
        is_unpacked.then(|| Self { packing: Packing::of(entries), first })
    }
}

impl Packing {
    fn of(entries: &Entries<'_>) -> Self {
        let name = match value(entries, "F").or_else(|| value(entries, "Filter")) {
            None => return Self::None,
            Some(Value::Name(name)) => name,
            Some(Value::Array(items)) => match items.trim_ascii() {
                [] => return Self::None,
                [b'/', name @ ..] => name,
                _ => return Self::Other,
            },
            Some(_) => return Self::Other,
        };
        if matches!(name, b"FlateDecode" | b"Fl") { Self::Deflate } else { Self::Other }
    }
}

/// What the contents of pages come to.
pub struct Contents(u64);

impl Contents {
    /// Unpacks the contents of all pages, without keeping them, until they are too much.
    pub fn of(pages: &[Page<'_>]) -> Self {
        let mut told = BTreeMap::new();
        let mut total = 0_u64;
        for page in pages {
            let several = page.raw().get::<Array<'_>>("Contents").unwrap_or_default();
            for stream in page.raw().get::<Stream<'_>>("Contents").into_iter().chain(several.iter()) {
                let size = *told.entry(stream.obj_id()).or_insert_with(|| unpacked(&stream));
                total = total.saturating_add(size.max(LEAST_CONTENTS));
                if total > MOST_CONTENTS {
                    return Self(total);
                }
            }
        }
        Self(total)
    }

    /// Whether they can be unpacked.
    pub fn are_possible(&self) -> bool {
        self.0 <= MOST_CONTENTS
    }
}

/// What a stream comes to, or at most comes to, in bytes.
fn unpacked(stream: &Stream<'_>) -> u64 {
    let raw = stream.raw_data();
    match stream.filters().as_slice() {
        [Filter::FlateDecode] => inflated(&raw, MOST_CONTENTS).map_or(u64::MAX, |unpacked| length(&unpacked)),
        filters => filters.iter().fold(length(&raw), |size, filter| match filter {
            Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode => size.saturating_mul(SWELLS),
            _ => size,
        }),
    }
}

/// What is packed by deflate, as far as it can be read; `None` where it comes to more than there is room for, or is
/// damaged and may.
fn inflated(packed: &[u8], room: u64) -> Option<Vec<u8>> {
    let mut unpacked = Vec::new();
    let read = ZlibDecoder::new(packed).take(room.saturating_add(1)).read_to_end(&mut unpacked);
    let may_swell = read.is_err() && length(packed).saturating_mul(SWELLS) > room;
    (length(&unpacked) <= room && !may_swell).then_some(unpacked)
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// The bytes of a stream whose dictionary ends here.
fn contents(rest: &[u8]) -> Option<&[u8]> {
    let stream = rest.trim_ascii_start().strip_prefix(b"stream")?;
    let stream = stream.strip_prefix(b"\r").unwrap_or(stream);
    let stream = stream.strip_prefix(b"\n").unwrap_or(stream);
    stream.get(..memmem::find(stream, b"endstream").unwrap_or(stream.len()))
}

/// The number of the object whose `obj` comes after these bytes: the last number but one.
fn number_at_end(bytes: &[u8]) -> Option<u32> {
    let digits = |bytes: &[u8]| bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let bytes = bytes.trim_ascii_end();
    let generation = digits(bytes);
    let before = bytes.get(..bytes.len() - generation).filter(|_| generation > 0)?;
    let number = before.trim_ascii_end();
    let start = number.len() - digits(number);
    if number.len() == before.len() { None } else { plain(number.get(start..)?) }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::super::open_pdf;

    /// A file of these objects, of which the second is the root of the pages.
    fn file(objects: &[u8]) -> Vec<u8> {
        [b"%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n", objects, b"\ntrailer<</Root 1 0 R/Size 99>>\n%%EOF"]
            .concat()
    }

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut packing = ZlibEncoder::new(Vec::new(), Compression::best());
        packing.write_all(bytes).unwrap();
        packing.finish().unwrap()
    }

    fn stream(number: u32, entries: &str, bytes: &[u8]) -> Vec<u8> {
        let head = format!("{number} 0 obj<<{entries}/Length {}>>stream\n", bytes.len());
        [head.as_bytes(), bytes, b"\nendstream endobj\n"].concat()
    }

    const PAGE: &str = "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n";
    const PAGES: &str = "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n";

    /// Levels of pages, each of which has the next one so many times.
    fn levels(count: u32, times: usize) -> String {
        let level =
            |at: u32| format!("{at} 0 obj<</Type/Pages/Kids[{}]>>endobj\n", format!("{} 0 R ", at + 1).repeat(times));
        (2..2 + count).map(level).collect()
    }

    #[test]
    fn pages_that_branch_without_end_are_refused_and_never_walked_through() {
        let leaf = |number: u32| format!("{number} 0 obj<</Type/Page/MediaBox[0 0 9 9]>>endobj\n");
        let list = "2 0 obj<</Type/Pages/Kids 50 0 R>>endobj 50 0 obj[2 0 R]endobj";
        let within = "2 0 obj<</Type/Pages/Kids[<</Type/Pages/Kids[2 0 R]>>]>>endobj";
        let table = [
            ("three levels of ten", levels(3, 10) + &leaf(5), true),
            ("fifty levels of one", levels(50, 1) + &leaf(52), true),
            ("forty levels of two", levels(40, 2) + &leaf(42), false),
            ("two hundred levels of one", levels(200, 1) + &leaf(202), false),
            ("a node that is its own child", "2 0 obj<</Type/Pages/Kids[2 0 R]>>endobj".into(), false),
            ("the same by a list of its own", list.into(), false),
            ("the same by a node in between", within.into(), false),
        ];
        for (sentence, objects, is_taken) in table {
            assert_eq!(open_pdf(file(objects.as_bytes())).is_ok(), is_taken, "{sentence}");
        }
    }

    #[test]
    fn branches_that_are_packed_are_seen_too() {
        let objects = |root: &str| {
            let head = format!("2 0 51 {} ", root.len() + 1);
            let body = format!("{head}{root} [2 0 R]");
            stream(60, &format!("/Type/ObjStm/N 2/First {}/Filter/FlateDecode", head.len()), &deflated(body.as_bytes()))
        };
        let table = |entries: &[[u8; 3]]| {
            let bytes: Vec<u8> = entries.concat();
            stream(61, "/Type/XRef/W[1 1 1]/Size 4/Root 1 0 R/Filter[/FlateDecode]", &deflated(&bytes))
        };
        let whole = |root: &str| file(&[objects(root), table(&[[0, 0, 0], [1, 9, 0], [2, 60, 0]])].concat());
        assert!(open_pdf(whole("<</Type/Pages/Kids[2 0 R]>>")).is_err());
        assert!(open_pdf(whole("<</Type/Pages/Kids 51 0 R>>")).is_err());
    }

    #[test]
    fn what_swells_beyond_measure_is_refused_before_it_is_unpacked() {
        let zeros = deflated(&vec![b' '; 300_000_000]);
        let little = deflated(b"q Q");
        let contents = |entries: &str, bytes: &[u8]| {
            file(&[PAGES.as_bytes(), PAGE.as_bytes(), &stream(4, entries, bytes)].concat())
        };
        let twice = deflated(&deflated(&vec![b' '; 3_000_000]));
        let shared = |times: usize| {
            let page = PAGE.replace("4 0 R", &format!("[{}]", "4 0 R ".repeat(times)));
            file(&[PAGES.as_bytes(), page.as_bytes(), &stream(4, "/Filter/FlateDecode", &zeros)].concat())
        };
        let objects = file(
            &[PAGES.as_bytes(), PAGE.as_bytes(), &stream(5, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &zeros)]
                .concat(),
        );
        let table = [
            ("plain contents", contents("", b"q Q"), true),
            ("packed contents", contents("/Filter/FlateDecode", &little), true),
            ("contents packed twice", contents("/Filter[/FlateDecode/FlateDecode]", &deflated(&little)), true),
            ("contents of 300 MB", shared(1), true),
            ("the same four times", shared(4), false),
            ("contents that may come to more", contents("/Filter[/FlateDecode/FlateDecode]", &twice), true),
            ("objects of 300 MB", objects, false),
        ];
        for (sentence, bytes, is_taken) in table {
            assert_eq!(open_pdf(bytes).is_ok(), is_taken, "{sentence}");
        }
    }
}
