use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const RELATIONSHIPS: &str =
    r#"<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const OF_WORKBOOK: &str = r#"<Relationships>
  <Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
  <Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/>
  <Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/>
  <Relationship Id="r4" Type="x/styles" Target="./styles.xml"/>
</Relationships>"#;
const STRINGS: &str = r#"<sst><si><t>单位</t></si><si><r><t>甲</t></r><r><t xml:space="preserve"> 公司</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></si>
  <si><t>A&amp;B&#10;_x005F_x0041_</t></si></sst>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook of two sheets, the second of this state; `data` are the rows of the first.
fn workbook_with(data: &str, state: &str) -> Vec<u8> {
    let book = format!(
        r#"<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr/><x:sheets><x:sheet name="名单" r:id="r1"/><x:sheet name="二" state="{state}" r:id="r2"/></x:sheets></x:workbook>"#
    );
    let sheet = format!("<worksheet><sheetData>{data}</sheetData><extra><c r=\"A1\"><v>1</v></c></extra></worksheet>");
    packed(&[
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", OF_WORKBOOK.as_bytes()),
        ("xl/sharedStrings.xml", STRINGS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/worksheets/Sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData/></worksheet>"),
    ])
}

fn workbook(data: &str) -> Vec<u8> {
    workbook_with(data, "hidden")
}

fn rows(data: &str) -> Vec<Vec<String>> {
    let mut sheets = read(&workbook(data)).unwrap();
    assert_eq!((sheets.len(), sheets[0].name.as_str()), (1, "名单"));
    sheets.remove(0).rows
}

#[test]
fn a_cell_gives_the_words_that_stand_for_it() {
    let cases = [
        ("a shared text", r#"<c r="A1" t="s"><v>0</v></c>"#, "单位"),
        ("a text of several runs, without how it is pronounced", r#"<c t="s"><v>1</v></c>"#, "甲 公司"),
        ("escapes of XML and of the format", r#"<c t="s"><v>2</v></c>"#, "A&B\n_x0041_"),
        ("words within the cell", r#"<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>"#, "甲乙"),
        ("a formula by its last result", r#"<c t="str"><f>A2&amp;"司"</f><v>公司</v></c>"#, "公司"),
        ("a formula that gave a number", "<c><f>1+1</f><v>2</v></c>", "2"),
        ("a number that was a telephone", "<c><v>1.3876E10</v></c>", "13876000000"),
        ("a code that lost its end", "<c><v>9.14601E+17</v></c>", "9.14601E+17"),
        ("a day by a code of its own", r#"<c s="1"><v>46188</v></c>"#, "2026-06-15"),
        ("a day by a built-in code", r#"<c s="2"><v>46188</v></c>"#, "2026-06-15"),
        ("a day in ISO form", r#"<c t="d"><v>2026-06-15T00:00:00</v></c>"#, "2026-06-15"),
        ("yes", r#"<c t="b"><v>1</v></c>"#, "TRUE"),
        ("a fault", r#"<c t="e"><v>#REF!</v></c>"#, "#REF!"),
        ("characters kept as they are", "<c t=\"inlineStr\"><is><t><![CDATA[=1+1 <b>]]></t></is></c>", "=1+1 <b>"),
    ];
    for (sentence, cell, words) in cases {
        assert_eq!(rows(&format!("<row>{cell}</row>")), [[words]], "{sentence}");
    }
}

#[test]
fn cells_stand_where_they_say_or_follow_the_one_before() {
    let one = |cells: &str| format!("<row>{cells}</row>");
    assert_eq!(rows(&one(r#"<c r="C1"><v>1</v></c><c><v>2</v></c>"#)), [["", "", "1", "2"]]);
    assert_eq!(rows(r#"<row r="3"><c r="B3"><v>1</v></c></row>"#), [vec![], vec![], vec!["".to_owned(), "1".into()]]);
    assert_eq!(rows("<row/><row><c><v>1</v></c></row>"), [vec![], vec!["1".to_owned()]]);
    assert_eq!(
        rows(r#"<row r="9"><c r="XFD9" s="1"/><c r="A9" t="inlineStr"><is><t> </t></is></c></row>"#),
        [[""; 0]; 0]
    );
}

#[test]
fn hidden_sheets_are_read_only_where_all_are() {
    let names = |file: &[u8]| read(file).unwrap().into_iter().map(|sheet| sheet.name).collect::<Vec<_>>();
    assert_eq!(names(&workbook_with("", "veryHidden")), ["名单"]);
    assert_eq!(names(&workbook_with("", "visible")), ["名单", "二"]);
}

#[test]
fn a_sheet_beyond_the_limits_says_so_and_keeps_its_first_rows() {
    let head = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    let cases = [
        ("too many rows", r#"<row r="1048576"><c r="A1048576"><v>1</v></c></row>"#, "5000 行"),
        ("too many columns", r#"<row r="2"><c r="XFD2"><v>1</v></c></row>"#, "200 列"),
        ("a column that no sheet has", r#"<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>"#, "200 列"),
    ];
    for (sentence, row, words) in cases {
        let sheet = read(&workbook(&format!("{head}{row}"))).unwrap().remove(0);
        assert_eq!(sheet.rows, [["单位"]], "{sentence}");
        assert!(sheet.refused.as_ref().is_some_and(|refused| refused.zh.contains(words)), "{sentence}: {sheet:?}");
    }
}

#[test]
fn a_long_text_that_all_cells_share_is_taken_so_far_and_no_further() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "长".repeat(300_000));
    let cells = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(100);
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let book = r#"<workbook><sheets><sheet name="一" id="r1"/></sheets></workbook>"#;
    let file = packed(&[
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", OF_WORKBOOK.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ]);
    let sheet = read(&file).unwrap().remove(0);
    assert_eq!(sheet.rows.len(), MOST_TEXT / 900_000);
    assert!(sheet.refused.is_some_and(|refused| refused.zh.contains("文字过多")));
}

#[test]
fn what_cannot_be_read_is_refused_by_its_cause() {
    let broken = |part: &str| SpreadsheetError::Broken(part.to_owned());
    let cases = [
        ("nothing", vec![], SpreadsheetError::Empty),
        ("words", b"a,b".to_vec(), SpreadsheetError::NoWorkbook),
        ("a PDF", b"%PDF-1.7".to_vec(), SpreadsheetError::Pdf),
        ("a photograph", b"\xFF\xD8\xFF\xE0".to_vec(), SpreadsheetError::Picture),
        ("a picture of the screen", b"\x89PNG\r\n\x1A\n".to_vec(), SpreadsheetError::Picture),
        ("a picture of a web page", b"RIFF....WEBPVP8 ".to_vec(), SpreadsheetError::Picture),
        ("a photograph of an iPhone", b"\0\0\0\x18ftypheic".to_vec(), SpreadsheetError::Picture),
        ("a text document", packed(&[("word/document.xml", b"w")]), SpreadsheetError::TextDocument),
        ("an old workbook", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....".to_vec(), SpreadsheetError::OldFormat),
        ("a workbook cut short", workbook("<row/>")[..400].to_vec(), broken("ZIP")),
        ("an archive of something else", packed(&[("a.txt", b"a")]), SpreadsheetError::NoWorkbook),
        ("an OpenDocument file", packed(&[("mimetype", b"m"), ("content.xml", b"c")]), SpreadsheetError::OpenDocument),
        ("a text that is not there", workbook(r#"<row><c t="s"><v>9</v></c></row>"#), broken("名单")),
        ("a number of a text that is none", workbook(r#"<row><c t="s"><v>x</v></c></row>"#), broken("名单")),
    ];
    for (sentence, file, error) in cases {
        assert_eq!(read(&file), Err(error), "{sentence}");
    }
    let too_large = vec![0; LARGEST_FILE as usize + 1];
    assert_eq!(read(&too_large), Err(SpreadsheetError::TooLarge(LARGEST_FILE + 1)));
}

#[test]
fn whoever_chose_no_table_is_told_which_files_are_tables_and_that_rows_can_be_pasted() {
    for error in
        [SpreadsheetError::Pdf, SpreadsheetError::Picture, SpreadsheetError::TextDocument, SpreadsheetError::NoWorkbook]
    {
        let words = error.message();
        for wanted in [".xlsx", ".csv", "没有改动", "粘贴名单"] {
            assert!(words.zh.contains(wanted), "{error:?}: {wanted}");
        }
        for wanted in [".xlsx", ".csv", "Nothing was changed", "Paste a list"] {
            assert!(words.en.contains(wanted), "{error:?}: {wanted}");
        }
    }
}

#[test]
fn a_part_that_becomes_too_large_is_not_unpacked() {
    let zeros = vec![b' '; 40 << 20];
    let file = packed(&[("_rels/.rels", &zeros), ("xl/workbook.xml", b"<workbook/>")]);
    assert!(file.len() < 1 << 20);
    assert_eq!(read(&file), Err(SpreadsheetError::Bomb("_rels/.rels".to_owned())));
}

#[test]
fn a_workbook_is_known_by_what_it_holds() {
    let cases = [
        ("XLSX", workbook(""), true),
        ("an old one", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), true),
        ("OpenDocument", packed(&[("mimetype", b"m"), ("content.xml", b"c")]), true),
        ("a draft", packed(&[("data/dossier.json", b"{}"), ("attachments/a.xlsx", b"PK")]), false),
        ("JSON", b"{}".to_vec(), false),
        ("nothing", vec![], false),
    ];
    for (sentence, file, known) in cases {
        assert_eq!(is_workbook(&file), known, "{sentence}");
    }
}

proptest! {
    #[test]
    fn no_sheet_is_too_odd(data in any::<String>(), cells in prop::collection::vec("[<>/crvt=\"0-9A-Z&;# ]{0,12}", 0..12)) {
        let _ = read(&workbook(&data));
        let _ = read(&workbook(&format!("<row>{}</row>", cells.concat())));
    }

    #[test]
    fn no_file_is_too_odd(cut in 0usize..1500, noise in any::<[u8; 4]>()) {
        let mut file = workbook("<row><c><v>1</v></c></row>");
        let at = cut.min(file.len() - 4);
        file[at..at + 4].copy_from_slice(&noise);
        let _ = read(&file).map_err(|error| error.message());
    }
}
