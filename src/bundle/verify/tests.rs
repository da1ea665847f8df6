use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use chrono::NaiveDate;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::inventory::Held;
use super::*;
use crate::bundle::{Composed, Piece, Press, archive, compose, draft, manifest, sums};
use crate::dossier::{Attachment, FactPath, MediaType, sample};
use crate::language::Language;
use crate::render::book::NotAtHand;

/// The files of a bundle by their paths.
type Files = BTreeMap<String, Vec<u8>>;

const ATTACHED: &[u8] = b"%PDF-1.7 a licence";
const CHARTER: &str = "02-联盟章程.docx";
const ROSTER: &str = "08-成员单位名单.xlsx";

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, day).unwrap()
}

fn dossier() -> Dossier {
    let mut dossier = sample();
    let member = Some(dossier.members[0].id.clone());
    dossier.attachments.push(Attachment {
        id: "a1".into(),
        material: None,
        member,
        name: "执照.pdf".into(),
        media_type: MediaType::Pdf,
        size: ATTACHED.len() as u64,
        crc32: sums::crc32(ATTACHED),
        sha256: sums::sha256(ATTACHED),
        inspection: None,
        turn: crate::dossier::Turn::default(),
        extra: serde_json::Map::new(),
    });
    dossier
}

/// A bundle without PDF files, as it is downloaded, and its code.
fn downloaded(dossier: &Dossier) -> (Vec<u8>, String) {
    let press = Press { fonts: None, read: &mut |_| Err(NotAtHand), progress: &mut |_, _| () };
    let Composed { bundle, code, .. } = compose(dossier, day(15), press).unwrap();
    let bytes = |piece| match piece {
        Piece::Bytes(bytes) => bytes,
        Piece::Attachment { .. } => ATTACHED.to_vec(),
    };
    (archive(bundle).unwrap().into_iter().flat_map(bytes).collect(), code)
}

fn unpacked(file: &[u8]) -> Files {
    let inventory = inventory::take(&mut Cursor::new(file), &mut |_, _| ()).unwrap();
    let bytes = |held: &Held| held.entry.bytes(&mut Cursor::new(file), 1 << 30).unwrap();
    inventory.files.iter().map(|(path, held)| (path.clone(), bytes(held))).collect()
}

/// Packed as another program packs it.
fn packed(files: &Files) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let method = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(path.as_str(), method).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Packed as this program packs it, on the day of the bundle.
fn packed_alike(files: &Files) -> Vec<u8> {
    let files = files.iter().map(|(path, bytes)| (path.clone(), super::super::Content::made(bytes.clone()))).collect();
    let dated = day(15).and_time(chrono::NaiveTime::MIN);
    let bundle = super::super::Bundle { file_name: String::new(), dated, files };
    let bytes = |piece| match piece {
        Piece::Bytes(bytes) => bytes,
        Piece::Attachment { .. } => Vec::new(),
    };
    archive(bundle).unwrap().into_iter().flat_map(bytes).collect()
}

/// Takes the sums anew, in the manifest and in the list, as a forger would.
fn summed_anew(files: &mut Files) {
    let mut said: serde_json::Value = serde_json::from_slice(&files[MANIFEST]).unwrap();
    let mut listed: Vec<serde_json::Value> = said["files"].as_array().unwrap().clone();
    listed.retain(|file| files.contains_key(file["path"].as_str().unwrap()));
    for path in files.keys().filter(|path| ![MANIFEST, SUMS].contains(&path.as_str())) {
        if listed.iter().all(|file| file["path"] != path.as_str()) {
            listed.push(serde_json::json!({ "path": path, "what": "附件" }));
        }
    }
    listed.sort_by_key(|file| file["path"].as_str().unwrap().to_owned());
    for file in &mut listed {
        let bytes = &files[file["path"].as_str().unwrap()];
        file["sha256"] = sums::sha256(bytes).into();
        file["bytes"] = bytes.len().into();
    }
    said["files"] = listed.into();
    files.insert(MANIFEST.into(), (serde_json::to_string_pretty(&said).unwrap() + "\n").into_bytes());
    files.remove(SUMS);
    let contents = files.iter().map(|(path, bytes)| (path.clone(), super::super::Content::made(bytes.clone())));
    let list = manifest::sums(&contents.collect());
    files.insert(SUMS.into(), list.into_bytes());
}

/// The same charter with other words in it.
fn reworded(docx: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut files = parts_of(docx);
    let body = files.get_mut("word/document.xml").unwrap();
    let text = String::from_utf8(body.clone()).unwrap();
    assert!(text.contains(from));
    *body = text.replacen(from, to, 1).into_bytes();
    packed(&files)
}

fn verified(file: &[u8]) -> Report {
    verify(&mut Cursor::new(file), day(15), None, &mut |_, _| ())
}

/// The grave findings: path and Chinese words.
fn faults(report: &Report) -> Vec<(&str, &str)> {
    let grave = report.findings.iter().filter(|finding| finding.grade != Grade::Note);
    grave.map(|finding| (finding.path.as_deref().unwrap_or_default(), finding.words.zh.as_str())).collect()
}

#[test]
fn a_bundle_as_it_was_downloaded_is_intact_and_bears_its_code() {
    let (file, code) = downloaded(&dossier());
    let report = verified(&file);
    assert_eq!((report.verdict, report.findings.as_slice()), (Verdict::Intact, &[][..]));
    assert_eq!(report.summary.zh, "与下载时完全一致");
    assert_eq!(report.code, Some(code));
    let contents = report.contents.unwrap();
    assert_eq!(contents.alliance, "海南示例南繁育种产业知识产权联盟");
    assert_eq!((contents.date, contents.members, contents.attachments), (Some(day(15)), 12, 1));
    assert_eq!(contents.now, None);
    assert_eq!(contents.then.unwrap().verdict, "met");
}

#[test]
fn a_bundle_that_was_packed_anew_is_named_so_and_keeps_its_code() {
    let (file, code) = downloaded(&dossier());
    let files = unpacked(&file);
    let within: Files = files.iter().map(|(path, bytes)| (format!("材料/{path}"), bytes.clone())).collect();
    let mut littered = within.clone();
    littered.insert("__MACOSX/材料/._SHA256SUMS".into(), vec![1]);
    littered.insert("材料/04-证照/.DS_Store".into(), vec![1]);
    let mut slashed = packed(&files);
    for place in 0..slashed.len() - 12 {
        if slashed[place..].starts_with(b"data/dossier") || slashed[place..].starts_with(b"data/manifes") {
            slashed[place + 4] = b'\\';
        }
    }
    let mut other_date = file.clone();
    // The time of the first file, in its own header and in the directory.
    let end = other_date.len();
    let directory = u32::from_le_bytes(other_date[end - 6..end - 2].try_into().unwrap()) as usize;
    (other_date[10], other_date[directory + 12]) = (2, 2);
    for (sentence, file) in [
        ("by another program", packed(&files)),
        ("in a folder", packed(&within)),
        ("with what systems leave", packed(&littered)),
        ("with Windows' slashes", slashed),
        ("with another time", other_date),
    ] {
        let report = verified(&file);
        assert_eq!((report.verdict, faults(&report)), (Verdict::Repacked, vec![]), "{sentence}");
        assert_eq!(report.code.as_ref(), Some(&code), "{sentence}");
    }
}

#[test]
fn what_was_changed_is_named_by_its_file_and_in_words() {
    let (file, _) = downloaded(&dossier());
    let files = unpacked(&file);
    let change = |change: &dyn Fn(&mut Files)| {
        let mut files = files.clone();
        change(&mut files);
        files
    };
    let set = |path: &'static str, bytes: Vec<u8>| change(&|files| drop(files.insert(path.into(), bytes.clone())));
    let charter = reworded(&files[CHARTER], "理事", "董事");
    let other_dossier = {
        let mut dossier = dossier();
        dossier.fact_mut(&FactPath::new("alliance/name")).unwrap().put("海南另一联盟");
        dossier.to_json().into_bytes()
    };
    let resummed = |mut files: Files| {
        summed_anew(&mut files);
        files
    };
    let certificate = "04-证照/01-海南示例南繁种业科技有限公司.pdf";
    assert!(files.contains_key(certificate), "{:?}", files.keys());
    let cases: Vec<(&str, Files, &str, &str)> = vec![
        ("a document", set(CHARTER, charter.clone()), CHARTER, "打包后被改动（与校验值不符）"),
        ("a document, with new sums", resummed(set(CHARTER, charter)), CHARTER, "与按包内填报数据重新生成的不同"),
        (
            "a document's looks, with new sums",
            resummed(set(CHARTER, reworded(&files[CHARTER], "<w:body>", "<w:body><!-- -->"))),
            CHARTER,
            "与按包内填报数据重新生成的不同；正文文字逐段一致，不同在格式或文件内部",
        ),
        ("the dossier", set(DOSSIER, other_dossier), DOSSIER, "填报数据在打包后被改动（与校验值不符）"),
        ("an attachment", set(certificate, b"%PDF-1.7 another".to_vec()), certificate, "打包后被改动（与校验值不符）"),
        (
            "an attachment, with new sums",
            resummed(set(certificate, b"%PDF-1.7 another".to_vec())),
            certificate,
            "不是填报数据里登记的那个附件（校验值不同）",
        ),
        ("a missing file", change(&|files| drop(files.remove(ROSTER))), ROSTER, "缺少这个文件：清单里有，包里没有"),
        (
            "a missing file, with new sums",
            resummed(change(&|files| drop(files.remove(ROSTER)))),
            ROSTER,
            "缺少这个文件：按填报数据应当有",
        ),
        ("a file more", set("04-证照/99.pdf", vec![1]), "04-证照/99.pdf", "多出的文件：清单里没有它"),
        (
            "a file more, with new sums",
            resummed(set("04-证照/99.pdf", vec![1])),
            "04-证照/99.pdf",
            "多出的文件：清单里有它，但按填报数据不应当有",
        ),
        (
            "another name",
            change(&|files| {
                let bytes = files.remove(ROSTER).unwrap();
                files.insert("名单.xlsx".into(), bytes);
            }),
            ROSTER,
            "被改名为“名单.xlsx”，内容一致",
        ),
        (
            "the manifest",
            change(&|files| files.get_mut(MANIFEST).unwrap().push(b' ')),
            MANIFEST,
            "打包后被改动（与校验值不符）",
        ),
        (
            "the list of sums",
            change(&|files| files.get_mut(SUMS).unwrap().push(b'\n')),
            SUMS,
            "有 1 行无法辨认或重复（第一处在第 14 行）",
        ),
        ("no list of sums", change(&|files| drop(files.remove(SUMS))), SUMS, "缺少这个文件，每个材料包都应当有"),
        ("no dossier", change(&|files| drop(files.remove(DOSSIER))), DOSSIER, "缺少这个文件，每个材料包都应当有"),
        ("no manifest", change(&|files| drop(files.remove(MANIFEST))), MANIFEST, "缺少这个文件，每个材料包都应当有"),
        ("a manifest of nothing", set(MANIFEST, b"{}".to_vec()), MANIFEST, "内容无法辨认"),
    ];
    for (sentence, files, path, words) in cases {
        for file in [packed(&files), packed_alike(&files)] {
            let report = verified(&file);
            assert_eq!(report.verdict, Verdict::Changed, "{sentence}");
            assert!(faults(&report).contains(&(path, words)), "{sentence}: {:#?}", faults(&report));
            assert!(report.summary.zh.starts_with("有改动（"), "{sentence}: {}", report.summary.zh);
        }
    }
}

fn parts_of(docx: &[u8]) -> Files {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut files = Files::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        files.insert(name, bytes);
    }
    files
}

#[test]
fn only_a_bundle_whose_files_are_those_of_its_list_has_a_code_and_other_files_another() {
    let (file, code) = downloaded(&dossier());
    let mut files = unpacked(&file);
    files.insert(CHARTER.into(), reworded(&files[CHARTER], "理事", "董事"));
    assert_eq!(verified(&packed(&files)).code, None, "a document that was changed");
    summed_anew(&mut files);
    let other = verified(&packed(&files)).code;
    assert!(other.is_some() && other != Some(code), "the same with new sums: {other:?}");
    for (sentence, change) in [("missing", None), ("more", Some(vec![1]))] {
        let mut files = unpacked(&file);
        match change {
            None => drop(files.remove(ROSTER)),
            Some(bytes) => drop(files.insert("x.pdf".into(), bytes)),
        }
        assert_eq!(verified(&packed(&files)).code, None, "a file {sentence}");
    }
}

#[test]
fn a_changed_document_is_compared_word_by_word() {
    let (file, _) = downloaded(&dossier());
    let mut files = unpacked(&file);
    let docx = reworded(&files[CHARTER], "理事", "董事");
    files.insert(CHARTER.into(), docx);
    let report = verified(&packed(&files));
    let finding = report.findings.iter().find(|finding| finding.path.as_deref() == Some(CHARTER)).unwrap();
    assert_eq!((finding.differences.len(), finding.more), (1, 0));
    let Difference { there, here, place } = &finding.differences[0];
    assert_eq!(&there.replacen("董事", "理事", 1), here);
    assert!(place.zh.starts_with("第 "), "{}", place.zh);
    assert_eq!(report.summary.zh, "有改动（02-联盟章程.docx）");
}

#[test]
fn a_changed_dossier_shows_in_the_documents_that_it_would_make() {
    let (file, _) = downloaded(&dossier());
    let mut files = unpacked(&file);
    let mut other = dossier();
    let phone = other.members[1].path("name");
    other.fact_mut(&phone).unwrap().put("海南改名单位");
    files.insert(DOSSIER.into(), other.to_json().into_bytes());
    let report = verified(&packed(&files));
    assert_eq!(faults(&report), [(DOSSIER, "填报数据在打包后被改动（与校验值不符）")]);
    let roster = report.findings.iter().find(|finding| finding.path.as_deref() == Some(ROSTER)).unwrap();
    assert_eq!(roster.grade, Grade::Note);
    assert!(roster.differences[0].here.contains("海南改名单位"), "{:?}", roster.differences);
}

#[test]
fn another_version_of_the_program_is_a_reason_for_doubt_and_not_for_blame() {
    let (file, _) = downloaded(&dossier());
    let mut files = unpacked(&file);
    let manifest = String::from_utf8(files[MANIFEST].clone()).unwrap();
    let ours = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    files.insert(MANIFEST.into(), manifest.replacen(&ours, "\"version\": \"9.9.9\"", 1).into_bytes());
    let charter = reworded(&files[CHARTER], "理事", "董事");
    files.insert(CHARTER.into(), charter);
    summed_anew(&mut files);
    let report = verified(&packed_alike(&files));
    assert_eq!(report.verdict, Verdict::Partly);
    assert_eq!(faults(&report), [(CHARTER, "与按包内填报数据重新生成的不同")]);
    assert!(report.findings[0].advice.zh.contains("9.9.9"));
    assert_eq!(report.findings[0].differences.len(), 1);
}

#[test]
fn a_manifest_that_names_another_program_is_never_intact() {
    let (file, _) = downloaded(&dossier());
    for (from, to) in [("\"jiemeng\"", "\"jimeng\""), ("\"version\": \"0", "\"version\": \"1")] {
        let mut files = unpacked(&file);
        let manifest = String::from_utf8(files[MANIFEST].clone()).unwrap();
        assert!(manifest.contains(from));
        let forged = manifest.replacen(from, to, 1).into_bytes();
        let sums_before = String::from_utf8(files[SUMS].clone()).unwrap();
        let sums_after = sums_before.replace(&sums::sha256(manifest.as_bytes()), &sums::sha256(&forged));
        files.insert(MANIFEST.into(), forged);
        files.insert(SUMS.into(), sums_after.into_bytes());
        let report = verified(&packed_alike(&files));
        assert_eq!(report.verdict, Verdict::Partly, "{to}");
        assert_eq!(faults(&report).len(), 1, "{to}: {:?}", faults(&report));
        assert_eq!(report.findings[0].path.as_deref(), Some(MANIFEST), "{to}");
    }
}

#[test]
fn what_is_no_bundle_is_told_from_what_cannot_be_read() {
    let pieces = archive(draft(&Dossier::default(), day(15).and_time(chrono::NaiveTime::MIN))).unwrap();
    let draft: Vec<u8> = pieces
        .into_iter()
        .flat_map(|piece| match piece {
            Piece::Bytes(bytes) => bytes,
            Piece::Attachment { .. } => Vec::new(),
        })
        .collect();
    let (file, _) = downloaded(&dossier());
    let files = unpacked(&file);
    let two = |folder: &'static str| files.iter().map(move |(path, bytes)| (format!("{folder}/{path}"), bytes.clone()));
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", vec![], "无法核验：这个压缩包不完整或已损坏，可能没有下载完"),
        ("a draft", draft, "无法核验：这是一份草稿，不是备案材料包；草稿没有可以核对的清单"),
        (
            "another archive",
            packed(&Files::from([("a.txt".into(), vec![1])])),
            "无法核验：这个压缩包里没有 SHA256SUMS 和 data/manifest.json，不是结盟的备案材料包",
        ),
        (
            "two bundles",
            packed(&two("a").chain(two("b")).collect()),
            "无法核验：这个压缩包里不止一个备案材料包，请分开后逐个核验",
        ),
        ("half a bundle", file[..file.len() / 2].to_vec(), "无法核验：这个压缩包不完整或已损坏，可能没有下载完"),
    ];
    for (sentence, file, words) in cases {
        let report = verified(&file);
        assert_eq!((report.verdict, report.summary.zh.as_str()), (Verdict::Unverifiable, words), "{sentence}");
    }
}

#[test]
fn the_rules_are_asked_again_as_of_today() {
    let (file, _) = downloaded(&dossier());
    let later = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();
    let report = verify(&mut Cursor::new(&file), later, None, &mut |_, _| ());
    let contents = report.contents.unwrap();
    assert_eq!(report.verdict, Verdict::Intact);
    assert_eq!(contents.then.unwrap().date, day(15));
    assert!(contents.now.is_none_or(|now| now.date == later));
}

#[test]
fn progress_rises_to_its_end() {
    let (file, _) = downloaded(&dossier());
    let mut steps = Vec::new();
    verify(&mut Cursor::new(&file), day(15), None, &mut |done, total| steps.push((done, total)));
    assert!(steps.is_sorted() && steps.last() == Some(&(STEPS, STEPS)), "{steps:?}");
}

#[test]
fn a_report_comes_back_from_its_json_and_says_everything_in_both_languages() {
    let (file, _) = downloaded(&dossier());
    let mut files = unpacked(&file);
    files.insert("x.pdf".into(), vec![]);
    let report = verified(&packed(&files));
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    for finding in &report.findings {
        for words in [&finding.words, &finding.advice, &report.summary] {
            assert!(!words.text(Language::En).is_empty() && !words.text(Language::Zh).is_empty());
        }
    }
}
