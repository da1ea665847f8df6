//! Writes what the judges read: `cargo run --example write_bundle -- FOLDER`.

#[path = "../tests/specimen/mod.rs"]
mod specimen;

use std::error::Error;
use std::path::PathBuf;

use jiemeng::render;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("specimen.docx"), render::docx(&specimen::document())?)?;
    std::fs::write(folder.join("hostile.docx"), render::docx(&specimen::hostile())?)?;
    std::fs::write(folder.join("specimen.xlsx"), render::xlsx(&specimen::workbook())?)?;
    Ok(())
}
