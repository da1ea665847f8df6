//! Bundles that somebody or something has been at: none of them may be taken for intact.
//!
//! `cargo test` tries some hundreds, `script/mutations` ten thousand, and some with PDF files. The changes follow from their
//! number, so that one that slips through can be had again.

#![cfg(test)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use jiemeng::bundle::{Bundle, Composed, Content, Piece, Press, Verdict, archive, compose, verify};
use jiemeng::dossier::{Dossier, Holder, Intake, sample};
use jiemeng::render::book::NotAtHand;
use jiemeng::render::{FontFile, Fonts, SHIPPED};
use sha2::{Digest, Sha256};

const MANIFEST: &str = "data/manifest.json";
const SUMS: &str = "SHA256SUMS";
const ATTACHED: &[u8] = include_bytes!("attached/two-pages.pdf");

type Files = BTreeMap<String, Vec<u8>>;

/// Numbers that follow from a first one (xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

fn dossier() -> Dossier {
    let mut dossier = sample();
    let member = dossier.members[0].id.clone();
    let mut intake = Intake::default();
    intake.read(ATTACHED);
    dossier.attach("a1".into(), Holder::Member(member), "执照.pdf".into(), intake.finish()).unwrap();
    dossier
}

fn packed(bundle: Bundle) -> Vec<u8> {
    let bytes = |piece| match piece {
        Piece::Bytes(bytes) => bytes,
        Piece::Attachment { .. } => ATTACHED.to_vec(),
    };
    archive(bundle).unwrap().into_iter().flat_map(bytes).collect()
}

fn downloaded(fonts: Option<&Fonts>) -> Vec<u8> {
    let mut read = |_: &str| if fonts.is_some() { Ok(ATTACHED.to_vec()) } else { Err(NotAtHand) };
    let press = Press { fonts, read: &mut read, progress: &mut |_, _| () };
    let Composed { bundle, .. } = compose(&dossier(), day(), press).unwrap();
    packed(bundle)
}

fn unpacked(file: &[u8]) -> Files {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut files = Files::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        files.insert(name, bytes);
    }
    files
}

/// As this program packs them: whoever forges a bundle can do that.
fn packed_alike(files: Files) -> Vec<u8> {
    let files = files.into_iter().map(|(path, bytes)| (path, Content::made(bytes))).collect();
    packed(Bundle { file_name: String::new(), dated: day().and_time(NaiveTime::MIN), files })
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts other bytes in a file's place and its new sum wherever the old one stood, in the words that were there.
fn forged(files: &mut Files, path: &str, bytes: Vec<u8>) {
    let Some(old) = files.insert(path.to_owned(), bytes.clone()) else { return };
    let sizes = (format!("\"bytes\": {},", old.len()), format!("\"bytes\": {},", bytes.len()));
    let (from, to) = (sha256(&old), sha256(&bytes));
    if path != MANIFEST && path != SUMS {
        let manifest = String::from_utf8_lossy(&files[MANIFEST]).into_owned();
        let before = manifest.clone();
        // The size stands in the line before the sum.
        let new = match manifest.find(&from).and_then(|at| manifest[..at].rfind(&sizes.0)) {
            Some(at) => {
                format!("{}{}{}", &manifest[..at], sizes.1, &manifest[at + sizes.0.len()..]).replace(&from, &to)
            }
            None => manifest,
        };
        files.insert(MANIFEST.into(), new.clone().into_bytes());
        let sums = String::from_utf8_lossy(&files[SUMS]).replace(&sha256(before.as_bytes()), &sha256(new.as_bytes()));
        files.insert(SUMS.into(), sums.into_bytes());
    }
    if path != SUMS {
        let sums = String::from_utf8_lossy(&files[SUMS]).replace(&from, &to);
        files.insert(SUMS.into(), sums.into_bytes());
    }
}

fn scrambled(mut bytes: Vec<u8>, numbers: &mut Numbers) -> Vec<u8> {
    for _ in 0..=numbers.below(3) {
        if bytes.is_empty() {
            bytes.push(0);
        }
        let place = numbers.below(bytes.len());
        match numbers.below(4) {
            0 => bytes[place] ^= 1 << numbers.below(8),
            1 => bytes[place] = numbers.byte(),
            2 => bytes.insert(place, numbers.byte()),
            _ => drop(bytes.remove(place)),
        }
    }
    bytes
}

/// Changes a bundle in one of the ways in which bundles are changed.
fn mutated(original: &[u8], files: &Files, numbers: &mut Numbers) -> Vec<u8> {
    let paths: Vec<&String> = files.keys().collect();
    let one = paths[numbers.below(paths.len())].clone();
    let other = paths[numbers.below(paths.len())].clone();
    let mut file = original.to_vec();
    let mut files = files.clone();
    let place = numbers.below(file.len());
    // Headers and directory are a small part of a bundle and the more interesting one.
    let near_the_end = file.len() - 1 - numbers.below(4_000.min(file.len()));
    match numbers.below(16) {
        0 => file[place] ^= 1 << numbers.below(8),
        1 => file[near_the_end] ^= 1 << numbers.below(8),
        2 => file[near_the_end] = numbers.byte(),
        3 => file.truncate(place),
        4 => drop(file.drain(place..(place + 1 + numbers.below(64)).min(original.len()))),
        5 => file.insert(place, numbers.byte()),
        6 => file.insert(near_the_end, numbers.byte()),
        7 => file.push(numbers.byte()),
        8 => {
            let (first, second) = (files[&one].clone(), files[&other].clone());
            files.insert(one, second);
            files.insert(other, first);
            return packed_alike(files);
        }
        9 => {
            let bytes = files.remove(&one).unwrap();
            files.insert(format!("{one}x"), bytes);
            return packed_alike(files);
        }
        10 => {
            // Twice under one name: packed under one that is as long, then named alike.
            let twin = format!("{}~", &one[..one.len() - 1]);
            let bytes = scrambled(files[&one].clone(), numbers);
            files.insert(twin.clone(), bytes);
            let mut file = packed_alike(files);
            for at in 0..file.len() - twin.len() {
                if file[at..].starts_with(twin.as_bytes()) {
                    file[at..at + one.len()].copy_from_slice(one.as_bytes());
                }
            }
            return file;
        }
        11 => {
            files.remove(&one);
            let line = |line: &&str| !line.ends_with(&format!("  {one}"));
            if let Some(sums) = files.get(SUMS).map(|sums| String::from_utf8_lossy(sums).into_owned()) {
                let kept: String = sums.lines().filter(line).map(|line| format!("{line}\n")).collect();
                files.insert(SUMS.into(), kept.into_bytes());
            }
            return packed_alike(files);
        }
        12 => {
            let path = format!("{one}-2.pdf");
            let line = format!("{}  {path}\n", sha256(b"%PDF-"));
            files.insert(path, b"%PDF-".to_vec());
            files.get_mut(SUMS).unwrap().extend(line.into_bytes());
            return packed_alike(files);
        }
        13 => {
            let bytes = scrambled(files[MANIFEST].clone(), numbers);
            forged(&mut files, MANIFEST, bytes);
            return packed_alike(files);
        }
        _ => {
            let bytes = scrambled(files[&one].clone(), numbers);
            forged(&mut files, &one, bytes);
            return packed_alike(files);
        }
    }
    file
}

/// Tries so many, and says how many of each verdict there were.
fn try_out(count: u64, fonts: Option<&Fonts>) -> BTreeMap<&'static str, u32> {
    let original = downloaded(fonts);
    let verdict = |file: &[u8]| verify(&mut Cursor::new(file), day(), fonts, &mut |_, _| ()).verdict;
    assert_eq!(verdict(&original), Verdict::Intact);
    let files = unpacked(&original);
    let mut verdicts = BTreeMap::new();
    for number in 1..=count {
        let file = mutated(&original, &files, &mut Numbers(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        let verdict = verdict(&file);
        if file != original {
            assert_ne!(verdict, Verdict::Intact, "change number {number} was not seen");
        }
        *verdicts.entry(verdict.code()).or_default() += 1;
    }
    println!("{count} changed bundles: {verdicts:?}");
    verdicts
}

/// How many are tried: as many as `JIEMENG_MUTATIONS` says.
fn wanted(otherwise: u64) -> u64 {
    std::env::var("JIEMENG_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn no_changed_bundle_is_taken_for_intact() {
    let verdicts = try_out(wanted(200), None);
    let count = |verdict| verdicts.get(verdict).copied().unwrap_or_default();
    assert!(count("changed") > count("unverifiable"), "{verdicts:?}");
}

#[test]
#[ignore = "makes PDF files and the book for every one of them: script/mutations"]
fn no_changed_bundle_with_pdf_files_is_taken_for_intact() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let font = |(role, name)| FontFile {
        role,
        bytes: fs::read(folder.join(name)).expect("script/setup makes the fonts"),
        index: 0,
    };
    let fonts = Fonts::new(SHIPPED.map(font)).unwrap();
    try_out(wanted(10_000) / 20, Some(&fonts));
}
