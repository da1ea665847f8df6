//! Prints the sheets of a workbook as they are read, as JSON: `cargo run --example read_workbook -- FILE.xlsx`.

use std::error::Error;

use jiemeng::spreadsheet;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a workbook")?;
    let sheets = spreadsheet::read(&std::fs::read(path)?)?;
    Ok(serde_json::to_writer(std::io::stdout(), &sheets)?)
}
