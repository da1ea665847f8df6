//! A workbook: whatever its parts hold, it is refused in words or gives rows, which become members and come back the same.
//!
//! An input that begins with `PK` is the file itself. Any other one holds the parts, cut at NUL: the sheet, the texts it
//! shares, the looks of its cells, the workbook's own part.

#![no_main]

use std::io::{Cursor, Write};

use jiemeng::dossier::roster::from_rows;
use jiemeng::dossier::{Dossier, sample};
use jiemeng::{bundle, spreadsheet};
use jiemeng_fuzz::{comes_back, is_chosen};
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONSHIPS: &str =
    r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="1" r:id="a"/></sheets></workbook>"#;
const LEADS_TO: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="shared.xml"/><Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>"#;

fuzz_target!(|input: &[u8]| {
    let file = if input.starts_with(b"PK") { input.to_vec() } else { packed(input) };
    let is_workbook = spreadsheet::is_workbook(&file);
    match spreadsheet::read(&file) {
        Ok(sheets) => {
            assert!(is_workbook || !sheets.is_empty());
            for sheet in sheets {
                let read = from_rows(sheet.rows);
                let plan = read.preview(&Dossier::default());
                assert_eq!(plan.rows.len(), read.len(), "a row is told of nowhere");
                let mut dossier = if is_chosen(input) { sample() } else { Dossier::default() };
                let before = dossier.members.len();
                let plan = read.preview(&dossier);
                let mut ids = (1..).map(|number| format!("t{number}"));
                plan.apply(&mut dossier, || ids.next().unwrap_or_default());
                assert_eq!(dossier.members.len(), before + plan.totals().new);
                comes_back(&dossier);
            }
        }
        Err(error) => assert!(!error.message().zh.is_empty()),
    }
    if is_chosen(input) {
        let _no_draft_but_no_panic = bundle::open(&mut Cursor::new(file));
    }
});

/// A workbook of the parts.
fn packed(input: &[u8]) -> Vec<u8> {
    let mut parts = input.split(|byte| *byte == 0);
    let mut part = |default: &'static str| parts.next().filter(|part| !part.is_empty()).unwrap_or(default.as_bytes());
    let files: [(&str, &[u8]); 6] = [
        ("xl/sheet.xml", part("<sheetData/>")),
        ("xl/shared.xml", part("<sst/>")),
        ("xl/styles.xml", part("<styleSheet/>")),
        ("xl/workbook.xml", part(WORKBOOK)),
        ("_rels/.rels", part(RELATIONSHIPS)),
        ("xl/_rels/workbook.xml.rels", part(LEADS_TO)),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in files {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(name, stored).expect("the names differ");
        writer.write_all(contents).expect("a vector takes all");
    }
    writer.finish().expect("a vector takes all").into_inner()
}
