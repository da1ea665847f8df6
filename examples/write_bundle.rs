//! Writes what the judges read: `cargo run --example write_bundle -- FOLDER`.
//!
//! The folder gets the bundles of a complete, an empty and a hostile dossier, the draft of the complete one, and the
//! specimens that use everything the renderers know.

#[path = "../tests/specimen/mod.rs"]
mod specimen;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use jiemeng::bundle::{self, Bundle, Piece};
use jiemeng::documents;
use jiemeng::dossier::{Attachment, Dossier, FactPath, MediaType, sample};
use jiemeng::render;
use sha2::{Digest, Sha256};

/// The smallest picture: one pixel.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
\0\0\0\x0aIDAT\x78\xda\x63\x60\0\0\0\x02\0\x01\xe5\x27\xde\xfc\0\0\0\0IEND\xaeB\x60\x82";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder to write to")?);
    let today = NaiveDate::from_ymd_opt(2026, 6, 15).ok_or("no such day")?;
    let now = today.and_hms_opt(9, 30, 0).ok_or("no such time")?;

    let complete = with_certificates(sample());
    write(&folder.join("complete"), &bundle::compose(&complete, today)?)?;
    write(&folder.join("empty"), &bundle::compose(&Dossier::default(), today)?)?;
    write(&folder.join("hostile"), &bundle::compose(&hostile(), today)?)?;
    write(&folder.join("draft"), &bundle::draft(&complete, now))?;

    let specimens = folder.join("specimens");
    fs::create_dir_all(&specimens)?;
    fs::write(specimens.join("specimen.docx"), render::docx(&specimen::document())?)?;
    fs::write(specimens.join("hostile.docx"), render::docx(&specimen::hostile())?)?;
    fs::write(specimens.join("specimen.xlsx"), render::xlsx(&specimen::workbook())?)?;
    let template = format!("{}.xlsx", documents::TEMPLATE_STEM);
    fs::write(specimens.join(template), render::xlsx(&documents::roster_template())?)?;
    Ok(())
}

/// Writes a bundle as the page does: the pieces one after another.
fn write(folder: &Path, bundle: &Bundle) -> Result<(), Box<dyn Error>> {
    let mut file = Vec::new();
    for piece in bundle::archive(bundle)? {
        match piece {
            Piece::Bytes(bytes) => file.extend(bytes),
            Piece::Attachment { id } => file.extend(picture(&id)),
        }
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join(&bundle.file_name), file)?;
    Ok(())
}

/// A picture that differs by id: readers of PNG ignore what follows its end.
fn picture(id: &str) -> Vec<u8> {
    [PICTURE, id.as_bytes()].concat()
}

fn with_certificates(mut dossier: Dossier) -> Dossier {
    for member in &dossier.members {
        let bytes = picture(&member.id);
        dossier.attachments.push(Attachment {
            id: member.id.clone(),
            member: Some(member.id.clone()),
            name: "营业执照.png".to_owned(),
            media_type: MediaType::Png,
            size: bytes.len() as u64,
            crc32: crc32fast::hash(&bytes),
            sha256: Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
            inspection: None,
            extra: serde_json::Map::new(),
        });
    }
    dossier
}

/// The sample with names that nobody should type.
fn hostile() -> Dossier {
    let mut dossier = sample();
    let long = "知".repeat(5_000);
    let names =
        ["=1+1", &long, "<script>alert('&amp;')</script>]]>", "../../㛃𠮷喆🌴/\u{202e}\u{1b}", "CON", "\"甲\"\n乙\t丙"];
    let ids: Vec<String> = dossier.members.iter().map(|member| member.id.clone()).collect();
    for (id, name) in ids.iter().zip(names) {
        if let Some(fact) = dossier.fact_mut(&FactPath::member(id, "name")) {
            fact.put(name);
        }
    }
    with_certificates(dossier)
}
