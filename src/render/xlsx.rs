//! XLSX: typed sheets that can be printed, sorted, filtered and filled in further.

use rust_xlsxwriter as excel;
use rust_xlsxwriter::{
    ColNum, DataValidation, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, RowNum, Worksheet, XlsxError,
};

use super::RenderError;
use super::xml::legal;
use crate::documents::{CellValue, ColumnKind, Sheet, SheetColumn, Workbook};

/// The longest text a cell may hold, counted as the format counts it: in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// Every whole number up to here is kept exactly.
const LARGEST_COUNT: u64 = 1 << 53;
/// The longest list of choices that the format takes, commas included.
const LONGEST_CHOICES: usize = 255;
const LAST_ROW: RowNum = 1_048_575;
const A4: u8 = 9;
/// In points, for the sheet's font of 11 points.
const LINE_HEIGHT: f64 = 16.0;
/// The format's limit, in points.
const HIGHEST_ROW: f64 = 409.0;

/// The longest header of a printed page, in UTF-16 units, marks included.
const LONGEST_HEADER: usize = 255;
/// The longest title of a hint, in UTF-16 units.
const LONGEST_HINT_TITLE: usize = 32;
/// The longest hint.
const LONGEST_HINT: usize = 255;
/// The ground of a missing fact, as in the documents.
const MISSING: u32 = 0xFFFF00;
/// The ground of the head row.
const HEAD: u32 = 0xF2F2F2;

/// Renders a workbook as XLSX. The same workbook gives the same bytes.
///
/// Text stays text to the letter: nothing is taken for a number, a formula or an address, and columns of text are
/// formatted so that codes typed in later stay text too. A column of choices offers them, unless one holds a comma or
/// they are longer together than the format takes (255 characters).
///
/// # Errors
/// A text or a number that a cell cannot hold is refused, never cut; see [`RenderError`].
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>, RenderError> {
    let mut book = excel::Workbook::new();
    let created = ExcelDateTime::from_ymd(1980, 1, 1).map_err(refused)?;
    let properties = excel::DocProperties::new().set_title(legal(&workbook.title)).set_creation_datetime(&created);
    book.set_properties(&properties);
    for sheet in &workbook.sheets {
        write(book.add_worksheet(), &workbook.title, sheet)?;
    }
    book.save_to_buffer().map_err(refused)
}

fn refused(error: XlsxError) -> RenderError {
    RenderError::Workbook(error.to_string())
}

fn write(page: &mut Worksheet, title: &str, sheet: &Sheet) -> Result<(), RenderError> {
    let looks = Looks::new();
    page.set_name(&sheet.name).map_err(refused)?;
    print_setup(page, title, sheet).map_err(refused)?;
    for (column, definition) in (0..).zip(&sheet.columns) {
        head(page, column, definition).map_err(refused)?;
    }
    let heads: Vec<CellValue> = sheet.columns.iter().map(|column| CellValue::Text(column.title.clone())).collect();
    raise(page, 0, sheet, &heads).map_err(refused)?;
    for (index, values) in sheet.rows.iter().enumerate() {
        let row = index + 1;
        if values.len() > sheet.columns.len() {
            return Err(RenderError::ValuesBeyondSheet { sheet: sheet.name.clone(), row });
        }
        for (column, (definition, value)) in (0..).zip(sheet.columns.iter().zip(values)) {
            check(sheet, row, definition, value)?;
            looks.put(page, row_number(row), column, &definition.kind, value).map_err(refused)?;
        }
        raise(page, row_number(row), sheet, values).map_err(refused)?;
    }
    let last_row = RowNum::try_from(sheet.rows.len()).unwrap_or(LAST_ROW);
    if let Some(last_column) = last_column(sheet) {
        page.autofilter(0, 0, last_row, last_column).map_err(refused)?;
        page.ignore_error_range(1, 0, LAST_ROW, last_column, IgnoreError::NumberStoredAsText).map_err(refused)?;
    }
    Ok(())
}

fn last_column(sheet: &Sheet) -> Option<ColNum> {
    sheet.columns.len().checked_sub(1).and_then(|last| ColNum::try_from(last).ok())
}

/// A row that no sheet has becomes one that the writer refuses.
fn row_number(row: usize) -> RowNum {
    RowNum::try_from(row).unwrap_or(RowNum::MAX)
}

/// Raises a row whose words take several lines: not every program does so by itself.
fn raise(page: &mut Worksheet, row: RowNum, sheet: &Sheet, values: &[CellValue]) -> Result<(), XlsxError> {
    let lines = sheet
        .columns
        .iter()
        .zip(values)
        .map(|(column, value)| value.plain_text().split('\n').map(|line| lines(line, column.width)).sum::<usize>());
    match lines.max() {
        Some(lines) if lines > 1 => {
            let height = (f64::from(u16::try_from(lines).unwrap_or(u16::MAX)) * LINE_HEIGHT).min(HIGHEST_ROW);
            page.set_row_height(row, height).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// How many lines the words take: in the sheet's font a Chinese character is a little wider than two Latin ones.
fn lines(line: &str, width: u16) -> usize {
    let taken: usize = line.chars().map(|character| if character.is_ascii() { 21 } else { 42 }).sum();
    taken.div_ceil(usize::from(width.max(1)) * 20).max(1)
}

/// Whether a cell can hold the value.
fn check(sheet: &Sheet, row: usize, column: &SheetColumn, value: &CellValue) -> Result<(), RenderError> {
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

/// A4 across, as wide as the page; the title above and the page number below; the head on every page; the head and the
/// naming columns always in view.
fn print_setup(page: &mut Worksheet, title: &str, sheet: &Sheet) -> Result<(), XlsxError> {
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    page.set_margins(0.4, 0.4, 0.8, 0.6, 0.4, 0.3);
    page.set_header(header(title, &sheet.name))
        .set_footer("&C第 &P 页，共 &N 页")
        .set_header_footer_scale_with_doc(false);
    let naming = sheet.naming.min(last_column(sheet).unwrap_or_default());
    page.set_repeat_rows(0, 0)?.set_freeze_panes(1, naming)?;
    Ok(())
}

/// The workbook's title, and the sheet's name where the title does not say it. Marks of the format begin with `&`. A
/// title that is too long for the format gives way to the sheet's name.
fn header(title: &str, name: &str) -> String {
    let words = if title.contains(name) { title.to_owned() } else { format!("{title}　{name}") };
    let set = |words: &str| format!("&C&14&\"黑体,Regular\"{}", legal(words).replace('&', "&&"));
    Some(set(&words)).filter(|header| units(header) <= LONGEST_HEADER).unwrap_or_else(|| set(name))
}

fn head(page: &mut Worksheet, column: ColNum, definition: &SheetColumn) -> Result<(), XlsxError> {
    let look = base().set_font_name("黑体").set_align(FormatAlign::Center).set_border(FormatBorder::Thin);
    page.set_column_width(column, definition.width)?;
    page.set_column_format(column, &column_format(&definition.kind))?;
    page.write_string_with_format(0, column, legal(&definition.title), &look.set_background_color(HEAD))?;
    match validation(definition)? {
        Some(validation) => page.add_data_validation(1, column, LAST_ROW, column, &validation).map(|_| ()),
        None => Ok(()),
    }
}

/// What is offered and said at the cells of a column; `None` where there is nothing.
fn validation(column: &SheetColumn) -> Result<Option<DataValidation>, XlsxError> {
    let mut validation = DataValidation::new().allow_any_value();
    let mut some = false;
    if let Some(choices) = offered(&column.kind) {
        some = true;
        validation = DataValidation::new()
            .allow_list_strings(&choices)?
            .set_error_title("请从列表中选择")?
            .set_error_message("这一栏只能填写列表中的值；暂时不知道的请留空。")?;
    }
    let hint = legal(&column.hint);
    if !hint.is_empty() && units(&hint) <= LONGEST_HINT {
        some = true;
        validation = validation.set_input_message(hint)?;
        let title = legal(&column.title);
        if units(&title) <= LONGEST_HINT_TITLE {
            validation = validation.set_input_title(title)?;
        }
    }
    Ok(some.then_some(validation))
}

/// The choices of a column, where the format can hold them.
fn offered(kind: &ColumnKind) -> Option<Vec<String>> {
    let ColumnKind::Choice(choices) = kind else { return None };
    let fit = choices.iter().map(|choice| units(choice) + 1).sum::<usize>() <= LONGEST_CHOICES;
    let plain = !choices.is_empty() && !choices.iter().any(|choice| choice.contains(','));
    (fit && plain).then(|| choices.iter().map(|choice| legal(choice).into_owned()).collect())
}

/// How cells look, made once a sheet: making one takes longer than writing a cell.
struct Looks {
    text: Format,
    missing: Format,
    count: Format,
}

impl Looks {
    fn new() -> Self {
        let text = text_format().set_border(FormatBorder::Thin);
        let missing = text.clone().set_background_color(MISSING);
        Self { text, missing, count: count_format().set_border(FormatBorder::Thin) }
    }

    fn put(
        &self,
        page: &mut Worksheet,
        row: RowNum,
        column: ColNum,
        kind: &ColumnKind,
        value: &CellValue,
    ) -> Result<(), XlsxError> {
        match value {
            CellValue::Empty if *kind == ColumnKind::Count => page.write_blank(row, column, &self.count)?,
            CellValue::Empty => page.write_blank(row, column, &self.text)?,
            CellValue::Text(words) => page.write_string_with_format(row, column, legal(words), &self.text)?,
            CellValue::Blank(_) => {
                page.write_string_with_format(row, column, legal(&value.plain_text()), &self.missing)?
            }
            // Exact: `check` lets no greater number through than the conversion keeps.
            CellValue::Count(count) => page.write_number_with_format(row, column, *count as f64, &self.count)?,
        };
        Ok(())
    }
}

fn base() -> Format {
    Format::new().set_font_name("宋体").set_font_size(11).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

/// `@` is the format's own mark for "text, whatever it looks like".
fn text_format() -> Format {
    base().set_num_format("@")
}

fn count_format() -> Format {
    base().set_num_format("0").set_align(FormatAlign::Center)
}

fn column_format(kind: &ColumnKind) -> Format {
    match kind {
        ColumnKind::Text | ColumnKind::Choice(_) => text_format(),
        ColumnKind::Count => count_format(),
    }
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
        ];
        for (sentence, words, width, expected) in cases {
            assert_eq!(lines(words, width), expected, "{sentence}");
        }
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
