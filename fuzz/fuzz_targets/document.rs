//! A charter that somebody else wrote: whatever the parts of its file hold, it is refused in words or gives paragraphs, in
//! which each matter is looked for.
//!
//! An input that begins with `PK` is the file itself. Any other one holds the parts, cut at NUL: the body, the lists it
//! counts by, the styles.

#![no_main]

use std::io::{Cursor, Write};

use jiemeng::checks::charter::existing;
use jiemeng::wordprocessing;
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONSHIPS: &str =
    r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;
const LEADS_TO: &str = r#"<Relationships><Relationship Id="a" Type="x/numbering" Target="numbering.xml"/><Relationship Id="b" Type="x/styles" Target="styles.xml"/></Relationships>"#;

fuzz_target!(|input: &[u8]| {
    let file = if input.starts_with(b"PK") { input.to_vec() } else { packed(input) };
    match wordprocessing::read(&file) {
        Ok(paragraphs) => {
            assert!(paragraphs.iter().all(|paragraph| !paragraph.trim().is_empty()), "a blank paragraph is told");
            is_read(&paragraphs.join("\n"));
        }
        Err(error) => assert!(!error.message().zh.is_empty()),
    }
    is_read(&String::from_utf8_lossy(input));
});

/// Every matter has its places where it was found, and none where it was not.
fn is_read(text: &str) {
    let reading = existing::read(text);
    for matter in &reading.matters {
        assert_eq!(matter.places.is_empty(), matter.sureness == existing::Sureness::NotFound, "{}", matter.what.zh);
    }
    assert_eq!(reading.items().iter().sum::<usize>(), 9);
}

/// A document of the parts.
fn packed(input: &[u8]) -> Vec<u8> {
    let mut parts = input.split(|byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let files: [(&str, &[u8]); 5] = [
        ("word/document.xml", part()),
        ("word/numbering.xml", part()),
        ("word/styles.xml", part()),
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("word/_rels/document.xml.rels", LEADS_TO.as_bytes()),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in files {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(name, stored).expect("the names differ");
        writer.write_all(contents).expect("a vector takes all");
    }
    writer.finish().expect("a vector takes all").into_inner()
}
