use std::io::{Cursor, Write};

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::bundle::{Piece, archive, draft, sums};
use crate::dossier::{FORMAT, FactPath, MediaType, ReadError};
use crate::language::Language;

const PDF: &[u8] = b"%PDF-1.7 one";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n two";

fn record(id: &str, name: &str, media_type: MediaType, bytes: &[u8]) -> Attachment {
    Attachment {
        id: id.to_owned(),
        material: None,
        member: None,
        name: name.to_owned(),
        media_type,
        size: bytes.len() as u64,
        crc32: sums::crc32(bytes),
        sha256: sums::sha256(bytes),
        turn: crate::dossier::Turn::default(),
        inspection: None,
        extra: serde_json::Map::new(),
    }
}

fn dossier() -> Dossier {
    let mut dossier = Dossier::default();
    dossier.fact_mut(&FactPath::new("alliance/name")).unwrap().put("海南㛃𠮷联盟");
    dossier.attachments.push(record("a1", "营业执照.pdf", MediaType::Pdf, PDF));
    dossier.attachments.push(record("a2", "扫描件.PNG", MediaType::Png, PNG));
    dossier
}

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 5, 22).unwrap().and_hms_opt(9, 5, 0).unwrap()
}

/// The file of a draft, its attachments filled in.
fn drafted(dossier: &Dossier) -> Vec<u8> {
    let bytes = |piece| match piece {
        Piece::Bytes(bytes) => bytes,
        Piece::Attachment { id } if id == "a1" => PDF.to_vec(),
        Piece::Attachment { .. } => PNG.to_vec(),
    };
    archive(draft(dossier, now())).unwrap().into_iter().flat_map(bytes).collect()
}

/// An archive as another program would pack it.
fn packed(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(*path, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn open(file: &[u8]) -> Result<Opened, OpenError> {
    super::open(&mut Cursor::new(file))
}

fn bytes_of(found: &Found, file: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    found.stretch.copy(&mut Cursor::new(file), &mut |piece| bytes.extend_from_slice(piece)).unwrap();
    bytes
}

fn bodies(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let opened = open(file).unwrap();
    opened.attachments.iter().map(|found| (found.record.id.clone(), bytes_of(found, file))).collect()
}

fn both() -> Vec<(String, Vec<u8>)> {
    vec![("a1".into(), PDF.to_vec()), ("a2".into(), PNG.to_vec())]
}

#[test]
fn a_draft_opens_as_it_was_with_everything_that_was_attached() {
    let file = drafted(&dossier());
    let opened = open(&file).unwrap();
    assert_eq!(opened.dossier, dossier());
    assert_eq!(opened.missing, []);
    assert!(opened.attachments.iter().all(|found| matches!(found.stretch, Stretch::Stored(_))));
    assert_eq!(bodies(&file), both());
}

#[test]
fn a_draft_is_named_after_the_alliance_and_the_minute() {
    assert_eq!(draft(&dossier(), now()).file_name, "海南㛃𠮷联盟-草稿-20260522-0905.zip");
    assert_eq!(draft(&Dossier::default(), now()).file_name, "未命名联盟-草稿-20260522-0905.zip");
    let paths: Vec<String> = draft(&dossier(), now()).files.into_keys().collect();
    assert_eq!(paths, ["attachments/a1-营业执照.pdf", "attachments/a2-扫描件.png", "data/dossier.json"]);
}

#[test]
fn attachments_are_recognised_whatever_they_are_called_and_however_they_are_packed() {
    let json = dossier().to_json();
    let renamed: [(&str, &[u8]); 5] = [
        ("材料\\data\\dossier.json", json.as_bytes()),
        ("材料/甲.pdf", PDF),
        ("材料/乙.png", PNG),
        ("材料/丙.png", b"else"),
        ("__MACOSX/材料/data/dossier.json", b"shadow"),
    ];
    assert_eq!(bodies(&packed(&renamed, CompressionMethod::Deflated)), both());
    assert_eq!(bodies(&packed(&renamed, CompressionMethod::Stored)), both());
}

#[test]
fn two_records_of_the_same_bytes_share_a_file() {
    let mut dossier = dossier();
    dossier.attachments.push(record("a3", "副本.pdf", MediaType::Pdf, PDF));
    let file = packed(&[("dossier.json", dossier.to_json().as_bytes()), ("x", PDF)], CompressionMethod::Stored);
    assert_eq!(bodies(&file), [("a1".to_owned(), PDF.to_vec()), ("a3".to_owned(), PDF.to_vec())]);
}

#[test]
fn an_attachment_that_is_absent_or_has_other_bytes_is_listed() {
    let json = dossier().to_json();
    let file = packed(&[("data/dossier.json", json.as_bytes()), ("x.pdf", PDF)], CompressionMethod::Stored);
    assert_eq!(open(&file).unwrap().missing, dossier().attachments[1..]);

    let mut damaged = drafted(&dossier());
    let place = damaged.windows(PNG.len()).position(|window| window == PNG).unwrap();
    damaged[place + 9] ^= 1;
    assert_eq!(open(&damaged).unwrap().missing, dossier().attachments[1..]);
}

#[test]
fn a_bare_dossier_opens_with_or_without_a_byte_order_mark() {
    for mark in ["", "\u{feff}"] {
        let opened = open(format!("{mark}{}", dossier().to_json()).as_bytes()).unwrap();
        assert_eq!(opened.dossier, dossier());
        assert_eq!(opened.missing, dossier().attachments);
    }
}

#[test]
fn what_cannot_be_opened_is_refused_by_its_cause() {
    let json = dossier().to_json();
    let whole = drafted(&dossier());
    let twice: [(&str, &[u8]); 2] = [("data/dossier.json", json.as_bytes()), ("b/dossier.json", json.as_bytes())];
    let zeros = vec![b' '; 8 << 20];
    let bomb = packed(&[("data/dossier.json", &zeros)], CompressionMethod::Deflated);
    let large = packed(&[("dossier.json", &vec![b' '; (1 << 26) + 1])], CompressionMethod::Stored);
    let newer = format!(r#"{{"format":"{FORMAT}","version":99}}"#);
    let mut damaged = whole.clone();
    let place = damaged.windows(6).position(|window| window == b"format").unwrap();
    damaged[place] = b'x';

    let cases: Vec<(&str, Vec<u8>, OpenError)> = vec![
        ("an empty file", vec![], OpenError::Empty),
        ("a photograph", b"\xff\xd8\xff\xe0".to_vec(), OpenError::NotText),
        (
            "an archive of something else",
            packed(&[("word/document.xml", b"")], CompressionMethod::Stored),
            OpenError::NoDossier,
        ),
        ("an archive of nothing", packed(&[], CompressionMethod::Stored), OpenError::NoDossier),
        ("two dossiers", packed(&twice, CompressionMethod::Stored), OpenError::TwoDossiers),
        ("a dossier that inflates without end", bomb, Refusal::Bomb("data/dossier.json".into()).into()),
        ("a dossier that is too large", vec![b' '; (1 << 26) + 1], Refusal::TooLarge((1 << 26) + 1).into()),
        ("one that is too large in an archive", large, Refusal::TooLarge((1 << 26) + 1).into()),
        ("an archive that was cut short", whole[..whole.len() - 30].to_vec(), Refusal::CutShort.into()),
        ("a dossier that was changed inside", damaged, Refusal::WrongSum("data/dossier.json".into()).into()),
        ("a foreign JSON", b"{}".to_vec(), ReadError::Foreign.into()),
        ("a newer dossier", newer.into_bytes(), ReadError::Newer(99).into()),
    ];
    for (sentence, file, error) in cases {
        assert_eq!(open(&file), Err(error), "{sentence}");
    }
    assert!(matches!(open(&json.as_bytes()[..99]), Err(OpenError::Dossier(ReadError::NotJson(_)))), "JSON cut short");
}

#[test]
fn every_refusal_says_that_nothing_was_changed() {
    let refusals = crate::bundle::container::every_refusal().into_iter().map(OpenError::Archive);
    let errors = [
        OpenError::Empty,
        OpenError::NoDossier,
        OpenError::TwoDossiers,
        OpenError::NotText,
        OpenError::Dossier(ReadError::Foreign),
        OpenError::Dossier(ReadError::NotJson(String::new())),
        OpenError::Dossier(ReadError::Newer(9)),
        OpenError::Dossier(ReadError::Damaged(String::new())),
    ];
    for error in errors.into_iter().chain(refusals) {
        let message = error.message();
        assert!(message.text(Language::Zh).contains("现有内容没有改动"), "{error}");
        assert!(message.text(Language::En).to_lowercase().contains("nothing was changed"), "{error}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..256)) {
        let mut archive = b"PK\x03\x04".to_vec();
        archive.extend(&bytes);
        prop_assert!(open(&bytes).is_err());
        prop_assert!(open(&archive).is_err());
    }

    #[test]
    fn a_draft_with_any_byte_changed_never_gives_other_bytes_for_an_attachment(
        place in any::<prop::sample::Index>(),
        with in any::<u8>(),
    ) {
        let mut file = drafted(&dossier());
        let place = place.index(file.len());
        file[place] = with;
        if let Ok(opened) = open(&file) {
            for found in opened.attachments {
                prop_assert_eq!(sums::sha256(&bytes_of(&found, &file)), found.record.sha256);
            }
        }
    }
}
