//! What must hold of a dossier, wherever it came from. The targets say how it comes about.

use std::io::{Cursor, Write};

use chrono::NaiveDate;
use jiemeng::bundle::{self, Piece};
use jiemeng::dossier::Dossier;
use jiemeng::{checks, documents, render};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// One input in so many is taken through the slow steps as well; which one depends on the input alone.
const SLOWLY: u32 = 2048;

/// The day of all verdicts and documents.
#[must_use]
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar")
}

/// Whether this input is one of those that are taken through the slow steps.
#[must_use]
pub fn is_chosen(input: &[u8]) -> bool {
    mix(input) % SLOWLY == 0
}

/// A number that follows from an input, as good as any other: FNV-1a (32 bits).
#[must_use]
pub fn mix(input: &[u8]) -> u32 {
    let mix = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    input.iter().fold(0x811c_9dc5, mix)
}

/// What was read comes back the same from what is written.
pub fn comes_back(dossier: &Dossier) {
    let json = dossier.to_json();
    let again = Dossier::from_json(&json).expect("what was written is read");
    assert_eq!(&again, dossier, "the dossier has changed on its way through JSON");
    assert_eq!(again.to_json(), json, "the same dossier, other bytes");
}

/// The verdicts are told and every document is composed, laid out and written.
pub fn is_served(dossier: &Dossier) {
    let assessment = checks::assess(dossier, today());
    assert_eq!(assessment, checks::assess(dossier, today()));
    for file in documents::FILES {
        let document = (file.compose)(dossier, today());
        let pages = render::lay_out(&document, 1).expect("any text can be laid out");
        assert!(!pages.pages.is_empty(), "{} has no page", file.stem);
        render::docx(&document).expect("any text can be written as DOCX");
    }
    // A text beyond a cell or a number beyond what it keeps is refused in words.
    let _refused_in_words = render::xlsx(&documents::roster(dossier));
}

/// A draft of a dossier without attachments is opened again as the same dossier.
pub fn is_kept_by_a_draft(dossier: &Dossier) {
    let mut dossier = dossier.clone();
    dossier.attachments.clear();
    let now = today().and_hms_opt(9, 0, 0).expect("a time of day");
    let pieces = bundle::archive(bundle::draft(&dossier, now)).expect("one file fits into an archive");
    let bytes = |piece| match piece {
        Piece::Bytes(bytes) => bytes,
        Piece::Attachment { .. } => Vec::new(),
    };
    let file: Vec<u8> = pieces.into_iter().flat_map(bytes).collect();
    assert_eq!(bundle::open(&mut Cursor::new(file)).expect("a draft opens").dossier, dossier);
}

/// The files of a ZIP as an input names them: cut at blank lines, the first line of each the name, the rest the contents.
/// Before them stands a line of orders: which are deflated, and after a bar what is damaged once they are packed.
pub struct Parts<'a> {
    orders: &'a [u8],
    /// The files in order, names with contents.
    pub files: Vec<(String, Vec<u8>)>,
}

impl<'a> Parts<'a> {
    /// Reads them; any bytes name some.
    #[must_use]
    pub fn of(input: &'a [u8]) -> Self {
        let (orders, mut rest) = split(input, b"\n");
        let mut files = Vec::new();
        while !rest.is_empty() {
            let (file, after) = split(rest, b"\n\n");
            let (name, contents) = split(file, b"\n");
            files.push((String::from_utf8_lossy(name).into_owned(), contents.to_vec()));
            rest = after;
        }
        Self { orders, files }
    }

    /// Packs them with right sums, and then damages the archive where that is ordered.
    ///
    /// # Panics
    /// Never: what is written to is memory.
    #[must_use]
    pub fn packed(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (place, (name, contents)) in self.files.iter().enumerate() {
            let deflated = self.orders.get(place).is_some_and(|order| order & 1 == 1);
            let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
            let options = SimpleFileOptions::default().compression_method(method);
            // The writer refuses a second file of one name; such archives are among the raw seeds.
            if writer.start_file(name.as_str(), options).is_ok() {
                writer.write_all(contents).expect("a vector takes all");
            }
        }
        let mut file = writer.finish().expect("a vector takes all").into_inner();
        // Pairs after a bar: which byte, counted from the end, becomes what.
        let (_, damages) = split(self.orders, b"|");
        for damage in damages.chunks_exact(2) {
            let at = file.len().checked_sub(usize::from(damage[0]) + 1);
            if let Some(byte) = at.and_then(|at| file.get_mut(at)) {
                *byte = damage[1];
            }
        }
        file
    }
}

/// What stands before and after the first mark.
fn split<'a>(bytes: &'a [u8], mark: &[u8]) -> (&'a [u8], &'a [u8]) {
    let at = bytes.windows(mark.len()).position(|window| window == mark);
    at.map_or((bytes, &[]), |at| (&bytes[..at], &bytes[at + mark.len()..]))
}
