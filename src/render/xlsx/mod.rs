//! XLSX: typed sheets that can be printed, sorted, filtered and filled in further; SpreadsheetML as ECMA-376
//! (transitional) orders it.
//!
//! What never changes from workbook to workbook is kept as files in `parts/`: how cells look, above all. Sheets name looks
//! by their numbers, and texts by their places in one list.

use std::collections::{BTreeMap, BTreeSet};

use super::xml::Xml;
use super::{RenderError, package};
use crate::documents::{CellValue, Sheet, SheetColumn, Workbook};

mod columns;
mod sheet;
mod strings;

use strings::Strings;

/// The longest text a cell may hold, counted as the format counts it: in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// Every whole number up to here is kept exactly.
const LARGEST_COUNT: u64 = 1 << 53;
/// The last row that a sheet has, from 1.
const LAST_ROW: usize = 1_048_576;
/// The last column, from 1.
const LAST_COLUMN: usize = 16_384;
/// The longest name of a sheet, in UTF-16 units.
const LONGEST_NAME: usize = 31;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Renders a workbook as XLSX. The same workbook gives the same bytes.
///
/// Text stays text to the letter: nothing is taken for a number, a formula or an address, and columns of text are
/// formatted so that codes typed in later stay text too. A column of choices offers them, unless one holds a comma or
/// they are longer together than the format takes (255 characters).
///
/// # Errors
/// A text or a number that a cell cannot hold is refused, never cut; see [`RenderError`].
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>, RenderError> {
    check_names(&workbook.sheets)?;
    let mut strings = Strings::new();
    let mut sheets = Vec::new();
    for sheet in &workbook.sheets {
        check(sheet)?;
        sheets.push(sheet::worksheet(&workbook.title, sheet, &mut strings, sheets.is_empty()));
    }
    let names: Vec<String> = (1..=sheets.len()).map(|number| format!("xl/worksheets/sheet{number}.xml")).collect();
    let mut parts = BTreeMap::from([
        ("[Content_Types].xml", content_types(&names)),
        ("_rels/.rels", include_str!("parts/relationships.xml").to_owned()),
        ("docProps/app.xml", include_str!("../docx/parts/app.xml").to_owned()),
        ("docProps/core.xml", package::properties(&workbook.title)),
        ("xl/_rels/workbook.xml.rels", relationships(sheets.len())),
        ("xl/sharedStrings.xml", strings.finish()),
        ("xl/styles.xml", include_str!("parts/styles.xml").to_owned()),
        ("xl/workbook.xml", contents(&workbook.sheets)),
    ]);
    parts.extend(names.iter().map(String::as_str).zip(sheets));
    package::pack(&parts)
}

/// Whether the format takes the names of the sheets.
fn check_names(sheets: &[Sheet]) -> Result<(), RenderError> {
    let mut taken = BTreeSet::new();
    for Sheet { name, .. } in sheets {
        let marks =
            name.contains(['[', ']', ':', '*', '?', '/', '\\']) || name.starts_with('\'') || name.ends_with('\'');
        if marks || !(1..=LONGEST_NAME).contains(&units(name)) || !taken.insert(name.to_lowercase()) {
            return Err(RenderError::Workbook(format!("a sheet cannot be named {name:?}")));
        }
    }
    Ok(())
}

/// Whether a sheet holds its values, and each cell its own.
fn check(sheet: &Sheet) -> Result<(), RenderError> {
    if sheet.rows.len() >= LAST_ROW || sheet.columns.len() > LAST_COLUMN {
        return Err(RenderError::Workbook(format!("the sheet {:?} has too many rows or columns", sheet.name)));
    }
    for (row, values) in (1..).zip(&sheet.rows) {
        if values.len() > sheet.columns.len() {
            return Err(RenderError::ValuesBeyondSheet { sheet: sheet.name.clone(), row });
        }
        for (column, value) in sheet.columns.iter().zip(values) {
            check_cell(sheet, row, column, value)?;
        }
    }
    Ok(())
}

fn check_cell(sheet: &Sheet, row: usize, column: &SheetColumn, value: &CellValue) -> Result<(), RenderError> {
    let place = || (sheet.name.clone(), column.title.clone());
    match value {
        CellValue::Count(count) if *count > LARGEST_COUNT => {
            let (sheet, column) = place();
            Err(RenderError::CountTooLarge { sheet, row, column })
        }
        // A text has at least as many bytes as units.
        CellValue::Text(text) if text.len() > LONGEST_TEXT && units(text) > LONGEST_TEXT => {
            let (sheet, column) = place();
            Err(RenderError::CellTooLong { sheet, row, column })
        }
        _ => Ok(()),
    }
}

/// A length as the format counts it.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What each part is.
fn content_types(sheets: &[String]) -> String {
    let office = |kind: &str| format!("application/vnd.openxmlformats-officedocument.{kind}+xml");
    let package = |kind: &str| format!("application/vnd.openxmlformats-package.{kind}+xml");
    let mut parts = vec![
        ("docProps/app.xml", office("extended-properties")),
        ("docProps/core.xml", package("core-properties")),
        ("xl/sharedStrings.xml", office("spreadsheetml.sharedStrings")),
        ("xl/styles.xml", office("spreadsheetml.styles")),
        ("xl/workbook.xml", office("spreadsheetml.sheet.main")),
    ];
    parts.extend(sheets.iter().map(|name| (name.as_str(), office("spreadsheetml.worksheet"))));
    let namespace = [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")];
    let mut xml = Xml::document();
    xml.element("Types", &namespace, |xml| {
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", &package("relationships"))]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for (name, kind) in parts {
            xml.empty("Override", &[("PartName", &format!("/{name}")), ("ContentType", &kind)]);
        }
    });
    xml.finish()
}

/// The name by which the workbook refers to the sheet of this number.
fn reference(number: usize) -> String {
    format!("rId{number}")
}

/// What the workbook consists of: the sheets first, then what they share.
fn relationships(sheets: usize) -> String {
    let own = (1..=sheets).map(|number| ("worksheet", format!("worksheets/sheet{number}.xml")));
    let shared = [("styles", "styles.xml".to_owned()), ("sharedStrings", "sharedStrings.xml".to_owned())];
    let mut xml = Xml::document();
    let namespace = [("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")];
    xml.element("Relationships", &namespace, |xml| {
        for (number, (kind, target)) in (1..).zip(own.chain(shared)) {
            let kind = format!("{RELATIONSHIPS}/{kind}");
            xml.empty("Relationship", &[("Id", &reference(number)), ("Type", &kind), ("Target", &target)]);
        }
    });
    xml.finish()
}

/// The workbook: its sheets in order, and what each of them filters and repeats on every page.
fn contents(sheets: &[Sheet]) -> String {
    let mut xml = Xml::document();
    xml.element("workbook", &[("xmlns", MAIN), ("xmlns:r", RELATIONSHIPS)], |xml| {
        xml.element("bookViews", &[], |xml| xml.empty("workbookView", &[]));
        xml.element("sheets", &[], |xml| {
            for (number, sheet) in (1..).zip(sheets) {
                let id =
                    [("name", sheet.name.as_str()), ("sheetId", &number.to_string()), ("r:id", &reference(number))];
                xml.empty("sheet", &id);
            }
        });
        xml.element("definedNames", &[], |xml| {
            for (place, sheet) in sheets.iter().enumerate() {
                let (place, name) = (place.to_string(), sheet.name.replace('\'', "''"));
                if let Some(range) = sheet::filled(sheet) {
                    let filter = [("name", "_xlnm._FilterDatabase"), ("localSheetId", place.as_str()), ("hidden", "1")];
                    xml.element("definedName", &filter, |xml| xml.words(&format!("'{name}'!{}", range.fixed())));
                }
                let titles = [("name", "_xlnm.Print_Titles"), ("localSheetId", place.as_str())];
                xml.element("definedName", &titles, |xml| xml.words(&format!("'{name}'!$1:$1")));
            }
        });
    });
    xml.finish()
}
