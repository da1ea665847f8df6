//! PDF files of other people, damaged where a reader takes something for granted: they are refused, or else looked into,
//! searched for pictures and copied into a book, and nothing of that breaks. In a browser a panic ends the program.

#![cfg(test)]

use std::sync::Arc;

use jiemeng::bundle::{inspect, scans};
use jiemeng::dossier::MediaType;
use jiemeng::render::open_pdf;
use krilla::Document;
use krilla::geom::Size;
use krilla::pdf::PdfDocument;
use proptest::prelude::*;

const FILES: [&[u8]; 10] = [
    include_bytes!("attached/blank-form.pdf"),
    include_bytes!("attached/filled.pdf"),
    include_bytes!("attached/layered.pdf"),
    include_bytes!("attached/locked.pdf"),
    include_bytes!("attached/newer.pdf"),
    include_bytes!("attached/restricted.pdf"),
    include_bytes!("attached/signed.pdf"),
    include_bytes!("attached/stamped.pdf"),
    include_bytes!("attached/turned.pdf"),
    include_bytes!("attached/two-pages.pdf"),
];

/// What is put among the bytes: values that are none, and words that mean something to a reader.
const PIECES: [&str; 32] = [
    "+ ",
    "-",
    "1-.5",
    "/A#",
    "/A#4x",
    "<<>>\nstream\n\nendstream",
    "<</A ",
    ">>",
    "[",
    "]",
    "[+ ]",
    "{}",
    "(",
    ")",
    "<4",
    "%",
    "nul",
    "true",
    "1 0 R",
    "3 0 R ",
    "99999999999 0 R",
    "/Predictor 2/Columns 0",
    "/DecodeParms<</Predictor 12/Columns 9999999999999>>",
    "/Filter/LZWDecode/DecodeParms<</Predictor 2/Colors 0>>",
    "/Filter/FlateDecode",
    "/Length 4 0 R",
    "/Resources 4 0 R",
    "/Group[1 + ]",
    "endobj 4 0 obj",
    "\nstream\n",
    "trailer<</Root 1 0 R>>",
    "startxref\n0\n",
];

/// Does with a file all that is ever done with it. Says whether it was copied.
fn put_through(bytes: &[u8]) -> bool {
    let found = inspect(MediaType::Pdf, bytes.to_vec());
    let _pictures = scans(bytes.to_vec(), 2);
    let Ok(pdf) = open_pdf(bytes.to_vec()) else { return false };
    let sizes: Vec<(f32, f32)> = pdf.pages().iter().map(|page| page.render_dimensions()).collect();
    assert_eq!(found.pages.unwrap_or_default() as usize, sizes.len());
    let pdf = PdfDocument::new(Arc::new(pdf));
    let mut document = Document::new();
    for (at, (width, height)) in sizes.iter().enumerate() {
        let mut page = document.start_page();
        let mut surface = page.surface();
        surface.draw_pdf_page(&pdf, Size::from_wh(*width, *height).unwrap(), at);
        surface.finish();
        page.finish();
    }
    // One that is newer than the book is refused in words.
    document.finish().is_ok() && !sizes.is_empty()
}

#[test]
fn a_file_that_is_whole_is_put_through() {
    let whole = FILES.iter().filter(|bytes| put_through(bytes)).count();
    assert_eq!(whole, FILES.len() - 2, "all but the locked one and the newer one");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn a_file_damaged_anywhere_breaks_nothing(
        file in prop::sample::select(FILES.to_vec()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(PIECES.to_vec()), 0_usize..12), 1..4),
        bytes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..3),
    ) {
        let mut damaged = file.to_vec();
        for (at, piece, removed) in damage {
            let at = at.index(damaged.len());
            let end = (at + removed).min(damaged.len());
            damaged.splice(at..end, piece.bytes());
        }
        for (at, byte) in bytes {
            *at.get_mut(&mut damaged) = byte;
        }
        put_through(&damaged);
    }
}
