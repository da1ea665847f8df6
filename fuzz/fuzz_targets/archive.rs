//! Drafts and bundles: a ZIP of whatever kind is refused in words or opens, and what it gives is what it holds.
//!
//! An input that begins with `PK` is the ZIP itself. Of any other one is made: its files are cut at blank lines (first line
//! the name, the rest the contents), packed with right sums, and then damaged where the first line says so.

#![no_main]

use std::io::{Cursor, Write};

use jiemeng::bundle::open;
use jiemeng_fuzz::comes_back;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|input: &[u8]| {
    let mut file = Cursor::new(if input.starts_with(b"PK") { input.to_vec() } else { packed(input) });
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

/// A ZIP of the files that the input names.
fn packed(input: &[u8]) -> Vec<u8> {
    let (orders, rest) = split(input, b"\n");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut rest = rest;
    let mut place = 0_usize;
    while !rest.is_empty() {
        let (file, after) = split(rest, b"\n\n");
        let (name, contents) = split(file, b"\n");
        let deflated = orders.get(place).is_some_and(|order| order & 1 == 1);
        let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options = SimpleFileOptions::default().compression_method(method);
        // The writer refuses a second file of one name; such archives are among the raw seeds.
        if writer.start_file(String::from_utf8_lossy(name), options).is_ok() {
            writer.write_all(contents).expect("a vector takes all");
        }
        rest = after;
        place += 1;
    }
    let mut file = writer.finish().expect("a vector takes all").into_inner();
    // Pairs after a bar: which byte, counted from the end, becomes what.
    let (_, damages) = split(orders, b"|");
    for damage in damages.chunks_exact(2) {
        let at = file.len().checked_sub(usize::from(damage[0]) + 1);
        if let Some(byte) = at.and_then(|at| file.get_mut(at)) {
            *byte = damage[1];
        }
    }
    file
}

/// What stands before and after the first mark.
fn split<'a>(bytes: &'a [u8], mark: &[u8]) -> (&'a [u8], &'a [u8]) {
    let at = bytes.windows(mark.len()).position(|window| window == mark);
    at.map_or((bytes, &[]), |at| (&bytes[..at], &bytes[at + mark.len()..]))
}
