//! What somebody may hand over to do harm: refused with its cause and a way out, or taken as the plain words it is.

#![cfg(test)]

use std::io::{Cursor, Read};

use chrono::{NaiveDate, NaiveDateTime};
use jiemeng::bundle::{self, Piece, Press};
use jiemeng::checks::assess;
use jiemeng::dossier::{Dossier, FactPath, Holder, MOST_MEMBERS, Member, sample};
use jiemeng::render::book::NotAtHand;
use jiemeng::{charter, documents, render, spreadsheet};
use quick_xml::events::Event;

/// Words that mean something to some program, were they not taken for words.
const WORDS: [(&str, &str); 12] = [
    ("a script", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    ("the end of a part of DOCX", "]]></w:t></w:r></w:p><w:p/>&lt;&amp;&#x41;"),
    ("a formula", "=HYPERLINK(\"http://example.com\",\"甲\")"),
    ("a formula by another sign", "+1+cmd|' /C calc'!A0"),
    ("a formula after a tab", "\t=1+1"),
    ("the at sign", "@SUM(A1:A9)"),
    ("control characters", "甲\u{0}\u{1}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}\u{85}乙"),
    ("marks that turn letters around", "甲\u{202e}fdp.exe\u{2066}乙\u{200f}\u{200b}"),
    ("no characters of Unicode", "甲\u{fffe}\u{ffff}\u{1fffe}\u{e000}\u{f8ff}乙"),
    ("a path", "../../..\\..\\windows\\system32\\..\u{2215}con"),
    ("a template", "{alliance/name}{ref name}{{[each member]\n[end]"),
    ("a file name", "CON.pdf\r\nContent-Disposition: x"),
];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn now() -> NaiveDateTime {
    today().and_hms_opt(9, 0, 0).unwrap()
}

/// The sample with these words in every fact, clause and file name.
fn full_of(words: &str) -> Dossier {
    let mut dossier = sample();
    dossier.members.truncate(3);
    let ids: Vec<String> = dossier.members.iter().map(|member| member.id.clone()).collect();
    for (id, question) in ids.iter().flat_map(|id| Member::QUESTIONS.iter().map(move |question| (id, question))) {
        dossier.fact_mut(&FactPath::member(id.as_str(), question.key)).unwrap().put(words);
    }
    let parts = ["alliance", "secretariat", "setup", "materials"];
    let json: serde_json::Value = serde_json::from_str(&sample().to_json()).unwrap();
    for (part, key) in parts.iter().flat_map(|part| json[part].as_object().unwrap().keys().map(move |key| (part, key)))
    {
        dossier.fact_mut(&FactPath::new(format!("{part}/{key}"))).unwrap().put(words);
    }
    charter::edit::add(&mut dossier, "own".into(), 1);
    charter::edit::reword(&mut dossier, "own", words);
    charter::edit::reword(&mut dossier, "basis", words);
    dossier
}

/// The parts of an Office file.
fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// The names of the elements of a part, which is well formed.
fn elements(part: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(part);
    reader.config_mut().check_end_names = true;
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => names.push(tag.name().as_ref().to_owned()),
            Event::Eof => return names,
            _ => {}
        }
    }
}

#[test]
fn words_are_words_in_every_document_that_is_written() {
    for (what, words) in WORDS {
        let dossier = full_of(words);
        assert_eq!(assess(&dossier, today()), assess(&dossier, today()), "{what}");
        for file in documents::FILES {
            let plain = render::docx(&(file.compose)(&sample(), today())).unwrap();
            let document = (file.compose)(&dossier, today());
            render::lay_out(&document, 1).unwrap();
            let known: Vec<String> = parts(&plain).iter().flat_map(|(_, part)| elements(part)).collect();
            for (name, part) in parts(&render::docx(&document).unwrap()) {
                let foreign: Vec<String> = elements(&part)
                    .into_iter()
                    .filter(|element| !known.contains(element) && !element.starts_with("w:"))
                    .collect();
                assert_eq!(foreign, [""; 0], "{what}: {} has foreign elements in {name}", file.stem);
                assert!(!part.contains("TargetMode=\"External\""), "{what}: {} leads outside", file.stem);
            }
        }
    }
}

#[test]
fn words_are_words_in_every_cell_and_come_back() {
    for (what, words) in WORDS {
        let dossier = full_of(words);
        let file = render::xlsx(&documents::roster(&dossier)).unwrap();
        for (name, part) in parts(&file) {
            let made: Vec<String> = elements(&part)
                .into_iter()
                .filter(|element| ["f", "hyperlink", "script"].contains(&element.as_str()))
                .collect();
            assert_eq!(made, [""; 0], "{what} in {name}");
        }
        assert!(spreadsheet::read(&file).is_ok(), "{what}");
    }
}

#[test]
fn words_never_lead_out_of_a_folder() {
    for (what, words) in WORDS {
        let mut dossier = full_of(words);
        let sums = |bytes: &[u8]| {
            let mut intake = jiemeng::dossier::Intake::default();
            intake.read(bytes);
            intake.finish()
        };
        dossier
            .attach("a1".into(), Holder::Member("m01".into()), format!("{words}.pdf"), sums(b"%PDF-1.4 one"))
            .unwrap();
        let press = Press { fonts: None, read: &mut |_| Err(NotAtHand), progress: &mut |_, _| () };
        let bundle = bundle::compose(&dossier, today(), press).unwrap().bundle;
        let draft = bundle::draft(&dossier, now());
        for name in bundle.files.keys().chain(draft.files.keys()).chain([&bundle.file_name, &draft.file_name]) {
            let steps: Vec<&str> = name.split('/').collect();
            assert!(
                steps.len() <= 2 && !steps.iter().any(|step| step.is_empty() || step.starts_with('.')),
                "{what}: {name:?}"
            );
            let risky = |c: char| c.is_control() || "\\:*?\"<>|\u{202e}\u{2066}\u{200f}\u{200b}".contains(c);
            assert!(!name.contains(risky), "{what}: {name:?}");
        }
        let bytes = |piece| match piece {
            Piece::Bytes(bytes) => bytes,
            Piece::Attachment { .. } => b"%PDF-1.4 one".to_vec(),
        };
        let file: Vec<u8> = bundle::archive(draft).unwrap().into_iter().flat_map(bytes).collect();
        let opened = bundle::open(&mut Cursor::new(file)).unwrap();
        assert_eq!((opened.dossier, opened.missing), (dossier, Vec::new()), "{what}");
    }
}

#[test]
fn a_text_of_a_hundred_thousand_characters_is_judged_laid_out_and_written() {
    let mut dossier = sample();
    for path in ["alliance/purpose", "alliance/name", "members/m01/scope"] {
        dossier.fact_mut(&path.into()).unwrap().put(&"长".repeat(100_000));
    }
    assert!(!assess(&dossier, today()).findings.is_empty());
    for file in documents::FILES {
        let document = (file.compose)(&dossier, today());
        assert!(render::lay_out(&document, 1).is_ok() && render::docx(&document).is_ok(), "{}", file.stem);
    }
    assert_eq!(Dossier::from_json(&dossier.to_json()), Ok(dossier));
}

/// A dossier.json around some members.
fn with_members(count: usize) -> Vec<u8> {
    let members: Vec<String> = (0..count).map(|number| format!("{{\"id\":\"m{number}\"}}")).collect();
    format!("{{\"format\":\"jiemeng-dossier\",\"version\":1,\"members\":[{}]}}", members.join(",")).into_bytes()
}

#[test]
fn a_file_that_is_refused_says_why_and_what_to_do_and_that_nothing_was_changed() {
    let around =
        |value: &str| format!("{{\"format\":\"jiemeng-dossier\",\"version\":1,\"later\":{value}}}").into_bytes();
    let rows: [(&str, Vec<u8>, &str); 10] = [
        ("nothing", Vec::new(), "空的"),
        ("bytes that are no text", vec![0xFF, 0xFE, 0x7B, 0x00], "不是结盟的草稿"),
        (
            "text in GB18030",
            b"{\"format\":\"jiemeng-dossier\",\"version\":1,\"a\":\"\xBA\xA3\xC4\xCF\"}".to_vec(),
            "不是结盟的草稿",
        ),
        ("values nested 200 deep", around(&format!("{}{}", "[".repeat(200), "]".repeat(200))), "嵌套"),
        ("values nested without end", around(&"[".repeat(2_000_000)), "嵌套"),
        ("half of a character", around("\"\\ud83c\""), "不是完整的 JSON"),
        ("a control character in a text", around("\"\u{1}\""), "不是完整的 JSON"),
        ("a number beyond all numbers", around("1e999"), "不是完整的 JSON"),
        ("10,001 members", with_members(MOST_MEMBERS + 1), "10001 家成员单位，最多读取 10000 家"),
        ("members that are no members", around("1,\"members\":[7]"), "已损坏"),
    ];
    for (what, bytes, cause) in rows {
        let error = bundle::open(&mut Cursor::new(bytes)).unwrap_err();
        let words = error.message();
        assert!(words.zh.contains(cause), "{what}: {}", words.zh);
        assert!(words.zh.contains("没有改动"), "{what}: {}", words.zh);
        assert!(["请", "核对"].iter().any(|advice| words.zh.contains(advice)), "{what} has no way out: {}", words.zh);
        assert!(words.en.contains("othing was changed"), "{what}: {}", words.en);
    }
    assert_eq!(bundle::open(&mut Cursor::new(with_members(MOST_MEMBERS))).unwrap().dossier.members.len(), MOST_MEMBERS);
}
