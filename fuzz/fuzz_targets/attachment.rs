//! What is attached: PDF, JPEG and PNG, whole or damaged, are looked into and never break what looks.

#![no_main]

use jiemeng::bundle::inspect;
use jiemeng::dossier::{Inspection, Intake, MediaType};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
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
});
