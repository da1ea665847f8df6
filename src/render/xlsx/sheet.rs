//! One sheet: its cells, what stays in view, and how it is printed (ECMA-376 part 1, 18.3).

use std::borrow::Cow;

use super::super::xml::{Xml, legal};
use super::strings::Strings;
use super::{LAST_ROW, MAIN, columns, units};
use crate::documents::{CellValue, ColumnKind, Sheet};

/// In points, for the sheet's font of 11 points.
const LINE_HEIGHT: usize = 16;
/// The format's limit, in points.
const HIGHEST_ROW: usize = 409;
/// The longest header of a printed page, in UTF-16 units, marks included.
const LONGEST_HEADER: usize = 255;

/// What stands in a cell's markup before and after its value. `s` is how it looks, by the number in `parts/styles.xml`.
type Look = (&'static str, &'static str);
const HEAD: Look = ("\" s=\"2\" t=\"s\"><v>", "</v></c>");
const COUNT: Look = ("\" s=\"4\"><v>", "</v></c>");
const TEXT: Look = ("\" s=\"5\" t=\"s\"><v>", "</v></c>");
const MISSING: Look = ("\" s=\"6\" t=\"s\"><v>", "</v></c>");
const EMPTY_COUNT: Look = ("\" s=\"4", "\"/>");
const EMPTY_TEXT: Look = ("\" s=\"5", "\"/>");

/// The part of a sheet. `title` is the workbook's; the sheet that is `first` is in view when the workbook opens.
pub fn worksheet<'w>(title: &str, sheet: &'w Sheet, strings: &mut Strings<'w>, first: bool) -> String {
    let mut xml = Xml::document();
    xml.element("worksheet", &[("xmlns", MAIN)], |xml| {
        xml.element("sheetPr", &[], |xml| xml.empty("pageSetUpPr", &[("fitToPage", "1")]));
        if let Some(range) = filled(sheet) {
            xml.empty("dimension", &[("ref", &range.plain())]);
        }
        view(xml, sheet, first);
        xml.empty("sheetFormatPr", &[("defaultRowHeight", "15")]);
        columns::widths(xml, &sheet.columns);
        xml.element("sheetData", &[], |xml| rows(xml, sheet, strings));
        if let Some(range) = filled(sheet) {
            xml.empty("autoFilter", &[("ref", &range.plain())]);
        }
        columns::validations(xml, &sheet.columns);
        print_setup(xml, title, &sheet.name);
        if let Some(range) = filled(sheet) {
            let below = Range { from: 2, to: LAST_ROW, ..range };
            xml.element("ignoredErrors", &[], |xml| {
                xml.empty("ignoredError", &[("sqref", &below.plain()), ("numberStoredAsText", "1")]);
            });
        }
    });
    xml.finish()
}

/// Some rows of all columns.
pub struct Range {
    from: usize,
    to: usize,
    last_column: String,
}

impl Range {
    /// As it is written in the sheet itself.
    fn plain(&self) -> String {
        format!("A{}:{}{}", self.from, self.last_column, self.to)
    }

    /// As it is written in the workbook.
    pub fn fixed(&self) -> String {
        format!("$A${}:${}${}", self.from, self.last_column, self.to)
    }
}

/// Where the sheet's cells stand, the heads among them; `None` where it has no column.
pub fn filled(sheet: &Sheet) -> Option<Range> {
    let last_column = letters(sheet.columns.len().checked_sub(1)?);
    Some(Range { from: 1, to: sheet.rows.len() + 1, last_column })
}

/// The name of a column, from 0: A to Z, AA and so on.
pub fn letters(place: usize) -> String {
    let letter = char::from(b'A' + (place % 26) as u8);
    match place / 26 {
        0 => letter.to_string(),
        rest => letters(rest - 1) + letter.encode_utf8(&mut [0; 4]),
    }
}

/// The head and the naming columns stay in view.
fn view(xml: &mut Xml, sheet: &Sheet, first: bool) {
    let naming = usize::from(sheet.naming).min(sheet.columns.len().saturating_sub(1));
    let corner = format!("{}2", letters(naming));
    let pane = if naming > 0 { "bottomRight" } else { "bottomLeft" };
    let kept = naming.to_string();
    let mut attributes = vec![("ySplit", "1"), ("topLeftCell", &corner), ("activePane", pane), ("state", "frozen")];
    if naming > 0 {
        attributes.insert(0, ("xSplit", &kept));
    }
    xml.element("sheetViews", &[], |xml| {
        let selected = if first { "1" } else { "0" };
        xml.element("sheetView", &[("tabSelected", selected), ("workbookViewId", "0")], |xml| {
            xml.empty("pane", &attributes);
            xml.empty("selection", &[("pane", pane), ("activeCell", &corner), ("sqref", &corner)]);
        });
    });
}

fn rows<'w>(xml: &mut Xml, sheet: &'w Sheet, strings: &mut Strings<'w>) {
    let names: Vec<String> = (0..sheet.columns.len()).map(letters).collect();
    let heads: Vec<Cow<str>> = sheet.columns.iter().map(|column| Cow::Borrowed(column.title.as_str())).collect();
    open_row(xml, "1", sheet, &heads);
    for (name, head) in names.iter().zip(heads) {
        cell(xml, name, "1", HEAD, strings.place(head));
    }
    xml.raw("</row>");
    for (number, values) in (2..).zip(&sheet.rows) {
        let number = number.to_string();
        let words: Vec<Cow<str>> = values.iter().map(CellValue::plain_text).collect();
        open_row(xml, &number, sheet, &words);
        for (((name, column), value), words) in names.iter().zip(&sheet.columns).zip(values).zip(words) {
            match value {
                CellValue::Count(_) => cell(xml, name, &number, COUNT, &words),
                CellValue::Blank(_) => cell(xml, name, &number, MISSING, strings.place(words)),
                CellValue::Text(_) if !words.is_empty() => cell(xml, name, &number, TEXT, strings.place(words)),
                CellValue::Text(_) | CellValue::Empty => {
                    let look = if column.kind == ColumnKind::Count { EMPTY_COUNT } else { EMPTY_TEXT };
                    cell(xml, name, &number, look, "");
                }
            }
        }
        xml.raw("</row>");
    }
}

/// Begins a row, raised where its words take several lines: not every program does so by itself.
fn open_row(xml: &mut Xml, number: &str, sheet: &Sheet, words: &[Cow<str>]) {
    let taken = sheet.columns.iter().zip(words).map(|(column, words)| lines(words, column.width));
    let lines = taken.max().unwrap_or(1);
    xml.raw("<row r=\"");
    xml.raw(number);
    if lines > 1 {
        xml.raw("\" ht=\"");
        xml.raw(&(lines * LINE_HEIGHT).min(HIGHEST_ROW).to_string());
        xml.raw("\" customHeight=\"1");
    }
    xml.raw("\">");
}

/// How many lines the words take: in the sheet's font a Chinese character is a little wider than two Latin ones.
fn lines(words: &str, width: u16) -> usize {
    let room = usize::from(width.max(1)) * 20;
    // No character is as wide as its bytes are many.
    if words.len() * 21 <= room && !words.contains('\n') {
        return 1;
    }
    let line = |line: &str| {
        let taken: usize = line.chars().map(|character| if character.is_ascii() { 21 } else { 42 }).sum();
        taken.div_ceil(room).max(1)
    };
    words.split('\n').map(line).sum()
}

/// A cell, written by hand: there are many. `value` is a number, or the place of a text.
fn cell(xml: &mut Xml, column: &str, row: &str, (look, end): Look, value: &str) {
    xml.raw("<c r=\"");
    xml.raw(column);
    xml.raw(row);
    xml.raw(look);
    xml.raw(value);
    xml.raw(end);
}

/// A4 across, as wide as the page; the title above and the page number below. The workbook says which rows are repeated.
fn print_setup(xml: &mut Xml, title: &str, name: &str) {
    xml.empty("printOptions", &[("horizontalCentered", "1")]);
    let sides =
        [("left", "0.4"), ("right", "0.4"), ("top", "0.8"), ("bottom", "0.6"), ("header", "0.4"), ("footer", "0.3")];
    xml.empty("pageMargins", &sides);
    xml.empty("pageSetup", &[("paperSize", "9"), ("fitToHeight", "0"), ("orientation", "landscape")]);
    xml.element("headerFooter", &[("scaleWithDoc", "0")], |xml| {
        xml.element("oddHeader", &[], |xml| xml.words(&header(title, name)));
        xml.element("oddFooter", &[], |xml| xml.words("&C第 &P 页，共 &N 页"));
    });
}

/// The workbook's title, and the sheet's name where the title does not say it. Marks of the format begin with `&`. A
/// title that is too long for the format gives way to the sheet's name.
fn header(title: &str, name: &str) -> String {
    let words = if title.contains(name) { title.to_owned() } else { format!("{title}　{name}") };
    let set = |words: &str| format!("&C&14&\"黑体,Regular\"{}", legal(words).replace('&', "&&"));
    Some(set(&words)).filter(|header| units(header) <= LONGEST_HEADER).unwrap_or_else(|| set(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_words_need() {
        let cases = [
            ("no words take one line", "", 10, 1),
            ("four characters stand in ten", "海南示例", 10, 1),
            ("five do not", "海南示例种", 10, 2),
            ("Latin letters are half as wide", "abcdefghi", 10, 1),
            ("a column without width is no fault", "海", 0, 3),
            ("a line break begins a line", "一\n海南示例种", 10, 3),
        ];
        for (sentence, words, width, expected) in cases {
            assert_eq!(lines(words, width), expected, "{sentence}");
        }
    }

    #[test]
    fn columns_are_named_in_letters() {
        let names = [0, 25, 26, 51, 52, 701, 702, 16_383].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn the_header_is_the_title_with_nothing_taken_for_a_mark() {
        let cases = [
            ("a title that says what the sheet is", "甲联盟成员单位名单", "成员单位名单", "甲联盟成员单位名单"),
            ("one that does not", "甲联盟成员单位名单", "统计", "甲联盟成员单位名单　统计"),
            ("an ampersand", "A&P联盟", "A", "A&&P联盟"),
            ("a title too long for the format", &"长".repeat(250), "名单", "名单"),
        ];
        for (sentence, title, name, expected) in cases {
            assert_eq!(header(title, name), format!("&C&14&\"黑体,Regular\"{expected}"), "{sentence}");
        }
    }
}
