use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::bundle::{Bundle, Content, Piece, archive};
use crate::language::Language;

/// One of every kind.
pub fn every_refusal() -> [Refusal; 17] {
    let name = || "甲\u{202e}.pdf".to_owned();
    [
        Refusal::Unreadable(String::new()),
        Refusal::TooLarge(1),
        Refusal::CutShort,
        Refusal::Miscounted,
        Refusal::Split,
        Refusal::TooManyFiles(1),
        Refusal::LargeDirectory(1),
        Refusal::TooMuch,
        Refusal::UnsafeName(name()),
        Refusal::NameNotText(name()),
        Refusal::SameName(name()),
        Refusal::Overlap(name()),
        Refusal::Contradiction(name()),
        Refusal::Encrypted(name()),
        Refusal::Method(name(), 99),
        Refusal::Bomb(name()),
        Refusal::WrongSum(name()),
    ]
}

/// An archive as another program packs it.
fn packed(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(*path, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    packed(files, CompressionMethod::Stored)
}

/// Two files of ten bytes under names of five.
fn two() -> Vec<u8> {
    stored(&[("a.txt", b"0123456789"), ("b.txt", b"abcdefghij")])
}

/// Where a mark stands, counted from the beginning of the archive.
fn place_of(file: &[u8], mark: &[u8], number: usize) -> usize {
    let places = file.windows(mark.len()).enumerate().filter(|(_, window)| *window == mark);
    places.map(|(place, _)| place).nth(number).unwrap()
}

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";

/// Writes bytes over those that begin so far behind a mark.
fn with(mut file: Vec<u8>, (mark, number): (&[u8], usize), behind: usize, bytes: &[u8]) -> Vec<u8> {
    let place = place_of(&file, mark, number) + behind;
    file[place..place + bytes.len()].copy_from_slice(bytes);
    file
}

/// The same in a file's own header and in the directory.
fn with_both(file: Vec<u8>, number: usize, (local, central): (usize, usize), bytes: &[u8]) -> Vec<u8> {
    with(with(file, (LOCAL, number), local, bytes), (CENTRAL, number), central, bytes)
}

/// Under another name in both places.
fn renamed(file: Vec<u8>, number: usize, name: &[u8; 5]) -> Vec<u8> {
    with_both(file, number, (30, 46), name)
}

fn read(file: &[u8]) -> Result<Container, Refusal> {
    Container::read(&mut Cursor::new(file))
}

fn read_through(file: &[u8]) -> Result<Vec<Vec<u8>>, Refusal> {
    let mut cursor = Cursor::new(file);
    let container = Container::read(&mut cursor)?;
    container.files().map(|entry| entry.bytes(&mut cursor, 1 << 24)).collect()
}

#[test]
fn a_directory_that_cannot_be_trusted_is_refused_by_its_cause() {
    let second = |bytes: &[u8]| with(two(), (CENTRAL, 1), 42, bytes);
    let cases: Vec<(&str, Vec<u8>, Refusal)> = vec![
        ("nothing", vec![], Refusal::CutShort),
        ("no archive", b"PK\x03\x04 and so on for longer than the record".to_vec(), Refusal::CutShort),
        ("cut short", two()[..two().len() - 1].to_vec(), Refusal::CutShort),
        ("something behind its end", [two(), vec![0]].concat(), Refusal::CutShort),
        ("cut at its beginning", two()[1..].to_vec(), Refusal::CutShort),
        ("a directory that lies behind the end", with(two(), (END, 0), 16, &[0xf0, 0, 0, 0]), Refusal::CutShort),
        ("more files counted than are there", with(two(), (END, 0), 8, &[3, 0, 3, 0]), Refusal::CutShort),
        ("fewer files counted than are there", with(two(), (END, 0), 8, &[1, 0, 1, 0]), Refusal::Miscounted),
        ("one part of several", with(two(), (END, 0), 4, &[1, 0]), Refusal::Split),
        ("a file on another part", with(two(), (CENTRAL, 0), 34, &[1, 0]), Refusal::Split),
        ("a way out of the folder", renamed(two(), 0, b"../ab"), Refusal::UnsafeName("../ab".into())),
        ("the same with Windows' slash", renamed(two(), 0, b"..\\ab"), Refusal::UnsafeName("../ab".into())),
        ("an absolute path", renamed(two(), 0, b"/abcd"), Refusal::UnsafeName("/abcd".into())),
        ("a path on a drive", renamed(two(), 0, b"C:/ab"), Refusal::UnsafeName("C:/ab".into())),
        ("a name with a zero in it", renamed(two(), 0, b"ab\0cd"), Refusal::UnsafeName("ab\0cd".into())),
        ("no name for a folder", renamed(two(), 0, b"a//bc"), Refusal::UnsafeName("a//bc".into())),
        (
            "a name that is no UTF-8 and says it is",
            renamed(with_both(two(), 0, (6, 8), &[0, 8]), 0, b"\xff\xfeabc"),
            Refusal::NameNotText("\u{fffd}\u{fffd}abc".into()),
        ),
        ("two files under one name", renamed(two(), 0, b"b.txt"), Refusal::SameName("b.txt".into())),
        (
            "two under one name but for the slash",
            {
                let file = stored(&[("a/xyz", b""), ("b/xyz", b"")]);
                renamed(renamed(file, 0, b"c/xyz"), 1, b"c\\xyz")
            },
            Refusal::SameName("c/xyz".into()),
        ),
        ("two names for one file's bytes", second(&[0; 4]), Refusal::Contradiction("b.txt".into())),
        ("a header inside another file", nested(), Refusal::Overlap("b.txt".into())),
        (
            "another size in the directory",
            with(two(), (CENTRAL, 0), 20, &[9, 0, 0, 0, 9]),
            Refusal::Contradiction("a.txt".into()),
        ),
        ("another sum in the directory", with(two(), (CENTRAL, 0), 16, &[9]), Refusal::Contradiction("a.txt".into())),
        ("another name in the directory", with(two(), (CENTRAL, 0), 46, b"x"), Refusal::Contradiction("x.txt".into())),
        (
            "another method in the directory",
            with(two(), (CENTRAL, 0), 10, &[8]),
            Refusal::Contradiction("a.txt".into()),
        ),
        ("no header where the directory says", second(&[1, 0, 0, 0]), Refusal::Contradiction("b.txt".into())),
        ("a header behind the directory", second(&[0xff, 0xff, 0, 0]), Refusal::CutShort),
        ("stored with two sizes", with_both(two(), 0, (22, 24), &[9]), Refusal::Contradiction("a.txt".into())),
        (
            "a file that reaches into the directory",
            with_both(two(), 1, (18, 20), &[200, 0, 0, 0, 200]),
            Refusal::CutShort,
        ),
        ("a mark for wide numbers without them", with(two(), (END, 0), 8, &[0xff; 4]), Refusal::CutShort),
    ];
    for (sentence, file, refusal) in cases {
        assert_eq!(read(&file), Err(refusal), "{sentence}");
    }
}

/// A file that holds another with its header, both of them in the directory.
fn nested() -> Vec<u8> {
    let inner = two();
    let inner = &inner[place_of(&inner, LOCAL, 1)..place_of(&inner, CENTRAL, 0)];
    let mut file = stored(&[("a.txt", inner), ("b.txt", b"abcdefghij")]);
    let place = u32::try_from(place_of(&file, LOCAL, 1)).unwrap();
    file = with(file, (CENTRAL, 1), 42, &place.to_le_bytes());
    file
}

#[test]
fn a_file_that_cannot_be_trusted_is_refused_by_its_cause() {
    let deflated = packed(&[("a.txt", &[b'a'; 4_000])], CompressionMethod::Deflated);
    let wide = packed(&[("a.txt", &vec![0; 2 << 20])], CompressionMethod::Deflated);
    let size = |size: u32| with_both(deflated.clone(), 0, (22, 24), &size.to_le_bytes());
    let cases: Vec<(&str, Vec<u8>, Refusal)> = vec![
        ("other bytes", with(two(), (LOCAL, 0), 35, b"x"), Refusal::WrongSum("a.txt".into())),
        ("locked", with_both(two(), 0, (6, 8), &[1]), Refusal::Encrypted("a.txt".into())),
        ("another way of packing", with_both(deflated.clone(), 0, (8, 10), &[14]), Refusal::Method("a.txt".into(), 14)),
        ("more bytes than announced", size(3_999), Refusal::Contradiction("a.txt".into())),
        ("fewer bytes than announced", size(4_001), Refusal::Contradiction("a.txt".into())),
        ("no deflated data", with(deflated.clone(), (LOCAL, 0), 35, &[0xff; 4]), Refusal::WrongSum("a.txt".into())),
        ("a thousandfold", wide, Refusal::Bomb("a.txt".into())),
    ];
    for (sentence, file, refusal) in cases {
        assert_eq!(read_through(&file), Err(refusal), "{sentence}");
    }
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let many: Vec<(String, &[u8])> = (0..=MOST_FILES).map(|number| (number.to_string(), &b""[..])).collect();
    let bundle = Bundle {
        file_name: String::new(),
        dated: chrono::NaiveDateTime::default(),
        files: many.iter().map(|(path, _)| (path.clone(), Content::made(Vec::new()))).collect(),
    };
    let bytes = |piece| match piece {
        Piece::Bytes(bytes) => bytes,
        Piece::Attachment { id } => panic!("{id} is attached"),
    };
    let many: Vec<u8> = archive(bundle).unwrap().into_iter().flat_map(bytes).collect();
    assert_eq!(read(&many), Err(Refusal::TooManyFiles(MOST_FILES + 1)));

    let mut half = packed(&[("a.txt", b"a"), ("b.txt", b"b")], CompressionMethod::Deflated);
    for number in 0..2 {
        half = with_both(half, number, (22, 24), &(u32::MAX - 1).to_le_bytes());
    }
    assert_eq!(read(&half), Err(Refusal::TooMuch));
}

#[test]
fn what_other_programs_pack_is_read() {
    let method = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut streamed = ZipWriter::new_stream(Vec::new());
    streamed.add_directory("data", method).unwrap();
    streamed.start_file("data/甲.txt", method).unwrap();
    streamed.write_all(&[b'a'; 100_000]).unwrap();
    let streamed = streamed.finish().unwrap().into_inner();
    assert_eq!(read_through(&streamed).unwrap(), [vec![b'a'; 100_000]], "sums behind the file, and a folder");

    let mut wide = ZipWriter::new(Cursor::new(Vec::new()));
    wide.start_file("a.txt", method.large_file(true)).unwrap();
    wide.write_all(b"a").unwrap();
    wide.set_comment("a comment").unwrap();
    let wide = wide.finish().unwrap().into_inner();
    assert_eq!(read_through(&wide).unwrap(), [b"a"], "wide numbers where plain ones would do, and a comment");

    let gbk = renamed(two(), 0, b"\xbc\xd7.pd");
    let container = read(&gbk).unwrap();
    let names: Vec<(&str, bool)> = container.files().map(|entry| (entry.name.as_str(), entry.plain_name)).collect();
    assert_eq!(names, [("\u{fffd}\u{fffd}.pd", false), ("b.txt", true)], "a name in the encoding of Windows");
}

/// An archive that exists only as its pieces: attachments are zeros, and take no room.
struct Sparse {
    /// Where each piece begins, and its bytes where it has any.
    pieces: Vec<(u64, Option<Vec<u8>>)>,
    length: u64,
    position: u64,
}

impl Sparse {
    fn new(bundle: Bundle) -> Self {
        let mut sparse = Self { pieces: Vec::new(), length: 0, position: 0 };
        for piece in archive(bundle).unwrap() {
            let (size, bytes) = match piece {
                Piece::Bytes(bytes) => (bytes.len() as u64, Some(bytes)),
                Piece::Attachment { id } => (id.parse().unwrap(), None),
            };
            sparse.pieces.push((sparse.length, bytes));
            sparse.length += size;
        }
        sparse
    }
}

impl Read for Sparse {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let next = self.pieces.iter().position(|(start, _)| *start > self.position).unwrap_or(self.pieces.len());
        let (start, bytes) = &self.pieces[next - 1];
        let end = self.pieces.get(next).map_or(self.length, |(start, _)| *start);
        let count = into.len().min(usize::try_from(end - self.position).unwrap());
        let from = usize::try_from(self.position - start).unwrap();
        match bytes {
            Some(bytes) => into[..count].copy_from_slice(&bytes[from..from + count]),
            None => into[..count].fill(0),
        }
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for Sparse {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.position = match to {
            std::io::SeekFrom::Start(at) => at,
            std::io::SeekFrom::End(by) => self.length.checked_add_signed(by).unwrap(),
            std::io::SeekFrom::Current(by) => self.position.checked_add_signed(by).unwrap(),
        };
        Ok(self.position)
    }
}

/// An attachment of so many zeros.
fn zeros(size: u64) -> Content {
    Content::Attachment { id: size.to_string(), size, crc32: 0, sha256: String::new() }
}

#[test]
fn what_goes_beyond_32_bits_is_written_and_read_back() {
    let largest = u64::from(u32::MAX);
    let cases = [
        ("the largest plain file", vec![("a", zeros(largest - 1)), ("b", Content::made(b"b".to_vec()))]),
        ("the smallest wide file", vec![("a", zeros(largest)), ("b", Content::made(b"b".to_vec()))]),
        ("one file over 4 GiB", vec![("a", zeros(5 << 30)), ("b", Content::made(b"b".to_vec()))]),
        ("several together", vec![("a", zeros(3 << 30)), ("b", zeros(3 << 30)), ("c", Content::made(b"b".to_vec()))]),
        (
            "a wide file at a wide place",
            vec![("a", zeros(5 << 30)), ("b", zeros(6 << 30)), ("c", Content::made(b"b".to_vec()))],
        ),
    ];
    for (sentence, files) in cases {
        let sizes: Vec<u64> = files.iter().map(|(_, content)| content.size()).collect();
        let files = files.into_iter().map(|(path, content)| (path.to_owned(), content)).collect();
        let bundle = Bundle { file_name: String::new(), dated: chrono::NaiveDateTime::default(), files };
        let mut sparse = Sparse::new(bundle);
        let container = Container::read(&mut sparse).unwrap();
        assert_eq!(container.files().map(|entry| entry.size).collect::<Vec<_>>(), sizes, "{sentence}");
        let last = container.files().last().unwrap();
        assert_eq!(last.bytes(&mut sparse, 9).unwrap(), b"b", "{sentence}");
    }
}

#[test]
fn more_files_than_16_bits_count_are_written_and_read_back() {
    for count in [65_534, 65_535, 65_536, 70_000] {
        let files = (0..count).map(|number| (format!("{number:05}"), Content::made(vec![7]))).collect();
        let bundle = Bundle { file_name: String::new(), dated: chrono::NaiveDateTime::default(), files };
        let container = Container::read(&mut Sparse::new(bundle)).unwrap();
        assert_eq!(container.files().count(), count);
    }
}

#[test]
fn names_are_shown_without_characters_that_act() {
    for refusal in every_refusal() {
        let cause = refusal.cause();
        for language in [Language::Zh, Language::En] {
            assert!(!cause.text(language).contains('\u{202e}'), "{refusal}");
        }
        assert!(!cause.zh.ends_with('。') && !cause.en.ends_with('.'), "{refusal}");
    }
}

proptest! {
    #[test]
    fn any_byte_changed_is_refused_or_reads_as_before_or_under_another_name(
        place in any::<prop::sample::Index>(),
        with in any::<u8>(),
    ) {
        let mut file = two();
        let place = place.index(file.len());
        file[place] = with;
        if let Ok(bytes) = read_through(&file) {
            prop_assert_eq!(bytes, [b"0123456789".to_vec(), b"abcdefghij".to_vec()]);
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..256)) {
        prop_assert!(read(&bytes).is_err());
        let _refused = read(&[b"PK\x03\x04".to_vec(), bytes, b"PK\x05\x06".to_vec(), vec![0; 18]].concat());
    }
}
