//! Drafts and bundles: a ZIP of whatever kind is refused in words or opens, and what it gives is what it holds.
//!
//! An input that begins with `PK` is the ZIP itself. Of any other one is made: see [`Parts`].

#![no_main]

use std::io::Cursor;

use jiemeng::bundle::open;
use jiemeng_fuzz::{Parts, comes_back};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let mut file = Cursor::new(if input.starts_with(b"PK") { input.to_vec() } else { Parts::of(input).packed() });
    match open(&mut file) {
        Ok(opened) => {
            comes_back(&opened.dossier);
            let told = opened.attachments.len() + opened.missing.len();
            assert_eq!(told, opened.dossier.attachments.len(), "an attachment is neither found nor missing");
            for found in &opened.attachments {
                let mut size = 0;
                found.stretch.copy(&mut file, &mut |piece| size += piece.len() as u64).expect("what was found is read");
                assert_eq!(size, found.record.size);
            }
        }
        Err(error) => assert!(!error.message().zh.is_empty()),
    }
});
