use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::checks::charter::existing;
use crate::documents;
use crate::dossier::sample;

const RELATIONSHIPS: &str = r#"<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"#;
const OF_DOCUMENT: &str = r#"<Relationships><Relationship Id="a" Type="http://x/numbering" Target="numbering.xml"/><Relationship Id="b" Type="http://x/styles" Target="styles.xml"/></Relationships>"#;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn document(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    packed(&[
        ("_rels/.rels", RELATIONSHIPS),
        ("word/_rels/document.xml.rels", OF_DOCUMENT),
        ("word/document.xml", &format!("<w:document><w:body>{body}</w:body></w:document>")),
        ("word/numbering.xml", &format!("<w:numbering>{numbering}</w:numbering>")),
        ("word/styles.xml", &format!("<w:styles>{styles}</w:styles>")),
    ])
}

#[test]
fn the_words_that_are_seen_are_read() {
    let cases = [
        ("runs are joined", "<w:p><w:r><w:t>第一</w:t></w:r><w:r><w:t>条 名称</w:t></w:r></w:p>", vec!["第一条 名称"]),
        (
            "a blank paragraph says nothing",
            "<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p><w:p><w:r><w:t>甲</w:t></w:r></w:p>",
            vec!["甲"],
        ),
        (
            "deleted words are not seen, inserted ones are",
            "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>",
            vec!["新"],
        ),
        (
            "a row of a table is one line, its cells parted by tabs",
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            vec!["甲\t乙"],
        ),
        (
            "a cell of several paragraphs and a table in a cell keep their lines",
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>戊</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            vec!["甲\t乙", "丙", "丁\t戊"],
        ),
        (
            "the code of a field is not seen",
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1 &lt; 2</w:t></w:r></w:p>",
            vec!["1 < 2"],
        ),
        (
            "a tab and a break part words",
            "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>",
            vec!["甲\t乙 丙"],
        ),
    ];
    for (sentence, body, expected) in cases {
        assert_eq!(read(&document(body, "", "")).unwrap(), expected, "{sentence}");
    }
}

#[test]
fn numbers_that_word_counts_are_counted() {
    let numbering = r#"
        <w:abstractNum w:abstractNumId="7">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="8">
          <w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>"#;
    let styles = r#"<w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>"#;
    let at = |level: u8, words: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#
        )
    };
    let article =
        |words: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="Article"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#);
    let body = [at(0, "总则"), article("名称"), article("住所"), at(1, "甲"), at(1, "乙"), at(0, "成员"), at(1, "丙")]
        .concat();
    let expected = ["第一章 总则", "第九条 名称", "第十条 住所", "1. 甲", "2. 乙", "第二章 成员", "1. 丙"];
    assert_eq!(read(&document(&body, numbering, styles)).unwrap(), expected);
}

#[test]
fn our_own_charter_is_read_and_says_everything() {
    let charter = documents::FILES.iter().find(|file| file.stem == "02-联盟章程").unwrap();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 6, 15).unwrap();
    let file = crate::render::docx(&(charter.compose)(&sample(), today)).unwrap();
    let text = read(&file).unwrap().join("\n");
    let reading = existing::read(&text);
    let missed: Vec<&str> = reading
        .matters
        .iter()
        .filter(|matter| matter.sureness != existing::Sureness::Said)
        .map(|matter| matter.what.zh.as_str())
        .collect();
    assert_eq!((missed, reading.items()), (vec![], [9, 0, 0]));
}

#[test]
fn what_is_no_document_is_refused_with_its_cause() {
    let cases = [
        ("nothing", Vec::new(), WordprocessingError::Empty),
        ("words", b"abc".to_vec(), WordprocessingError::NoDocument),
        ("a PDF", b"%PDF-1.7".to_vec(), WordprocessingError::Pdf),
        ("an old file", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], WordprocessingError::OldFormat),
        ("an archive of something else", packed(&[("a.txt", "a")]), WordprocessingError::NoDocument),
        (
            "an OpenDocument file",
            packed(&[("mimetype", "x"), ("content.xml", "<a/>")]),
            WordprocessingError::OpenDocument,
        ),
        ("no words", document("<w:p/>", "", ""), WordprocessingError::NoText),
    ];
    for (sentence, file, error) in cases {
        assert_eq!(read(&file), Err(error), "{sentence}");
    }
    let cut = document("<w:p>", "", "");
    assert!(matches!(read(&cut), Err(WordprocessingError::Broken(_))), "a part cut short");
}

proptest! {
    #[test]
    fn no_body_panics(body in "(<w:p>|</w:p>|<w:t>|</w:t>|<w:del>|</w:del>|<w:pPr>|</w:pPr>|<w:numId w:val=\"[0-9]\"/>|<w:ilvl w:val=\"[0-9]{1,3}\"/>|甲|&lt;){0,40}") {
        let numbering = r#"<w:abstractNum w:abstractNumId="1"><w:lvl><w:lvlText w:val="%1%2%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#;
        let _read_or_refused = read(&document(&body, numbering, ""));
    }
}
