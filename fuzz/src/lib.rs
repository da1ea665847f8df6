//! What must hold of a dossier, wherever it came from. The targets say how it comes about.

use std::io::Cursor;

use chrono::NaiveDate;
use jiemeng::bundle::{self, Piece};
use jiemeng::dossier::Dossier;
use jiemeng::{checks, documents, render};

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
    // FNV-1a (32 bits).
    let mix = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    input.iter().fold(0x811c_9dc5, mix) % SLOWLY == 0
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
