//! What is attached: PDF, JPEG and PNG, whole or damaged, are looked into and never break what looks; what is not refused
//! never breaks what copies its pages into the book.

#![no_main]

use std::sync::Arc;

use jiemeng::bundle::{inspect, scans};
use jiemeng::dossier::{Inspection, Intake, MediaType};
use jiemeng::render::open_pdf;
use jiemeng_fuzz::mix;
use krilla::Document;
use krilla::geom::Size;
use krilla::pdf::PdfDocument;
use libfuzzer_sys::{Corpus, fuzz_target};

/// What is locked by revision 6 takes twenty times as long as anything else, by design: one in so many is tried.
const SLOW: u32 = 32;

fuzz_target!(|input: &[u8]| -> Corpus {
    if input.windows(4).any(|window| window == b"/R 6") && mix(input) % SLOW != 0 {
        return Corpus::Reject;
    }
    let mut intake = Intake::default();
    input.chunks(700).for_each(|piece| intake.read(piece));
    let sums = intake.finish();
    assert_eq!(sums.size, input.len() as u64);
    // What tells the kind stands in the first kilobytes, whatever the pieces.
    assert!(input.len() > 2048 || sums.kind == MediaType::of(input), "pieces change what a file is");
    // The rest is looked into as a PDF: the mark at its beginning decides only what is taken.
    let found = inspect(sums.kind.unwrap_or(MediaType::Pdf), input.to_vec());
    let mut once = found.hazards.clone();
    once.dedup();
    assert_eq!(once, found.hazards, "a hazard is told twice");
    assert!(found.pages.is_some() || found.pixels.is_some() || !found.hazards.is_empty());
    assert_ne!(found, Inspection::default());
    if found.pages.is_some() {
        let _pictures = scans(input.to_vec(), 2);
        is_copied(input);
    }
    Corpus::Keep
});

/// Every page of a PDF that was not refused can be drawn, or is refused in words.
fn is_copied(input: &[u8]) {
    let pdf = open_pdf(input.to_vec()).expect("it was looked into");
    let sizes: Vec<(f32, f32)> = pdf.pages().iter().map(|page| page.render_dimensions()).collect();
    let pdf = PdfDocument::new(Arc::new(pdf));
    let mut document = Document::new();
    for (at, (width, height)) in sizes.into_iter().enumerate() {
        let Some(size) = Size::from_wh(width, height) else { continue };
        let mut page = document.start_page();
        let mut surface = page.surface();
        surface.draw_pdf_page(&pdf, size, at);
        surface.finish();
        page.finish();
    }
    let _newer_than_the_book = document.finish();
}
