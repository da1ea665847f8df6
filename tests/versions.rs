//! Files of every version of the dossier, as they were written in their day, are still read, and nothing in them is lost.
//!
//! Whoever raises [`VERSION`] stores a file of the version that was, `tests/versions/<number>.json`, before anything else:
//! [`every_version_has_a_file_that_still_opens_with_everything_in_it`] demands it.

#![cfg(test)]

use std::fs;
use std::path::PathBuf;

use jiemeng::bundle::{OpenError, open};
use jiemeng::dossier::{Dossier, FORMAT, ReadError, VERSION};
use jiemeng::language::Language;
use serde_json::Value;

fn stored(version: u64) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/versions/{version}.json"));
    fs::read_to_string(&path).unwrap_or_else(|_| panic!("store a file of version {version} as {}", path.display()))
}

/// Every text and number in a value, wherever it stands.
fn leaves(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => fields.values().flat_map(leaves).collect(),
        Value::Array(rows) => rows.iter().flat_map(leaves).collect(),
        Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}

#[test]
fn every_version_has_a_file_that_still_opens_with_everything_in_it() {
    for version in 1..=VERSION {
        let written = stored(version);
        let value: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(value["version"], version);
        let dossier = Dossier::from_json(&written).unwrap();
        let now: Value = serde_json::from_str(&dossier.to_json()).unwrap();
        assert_eq!((now["format"].as_str(), now["version"].as_u64()), (Some(FORMAT), Some(VERSION)));
        let mut kept = leaves(&now);
        for leaf in leaves(&value).into_iter().filter(|leaf| *leaf != version.to_string()) {
            let place = kept.iter().position(|other| *other == leaf);
            kept.remove(place.unwrap_or_else(|| panic!("version {version}: {leaf:?} is lost")));
        }
        assert_eq!(Dossier::from_json(&dossier.to_json()), Ok(dossier), "version {version}");
    }
}

#[test]
fn the_file_of_the_present_version_is_what_the_program_writes() {
    let written = stored(VERSION);
    let dossier = Dossier::from_json(&written).unwrap();
    assert_eq!(format!("{}\n", dossier.to_json()), written);
}

#[test]
fn what_was_said_once_of_all_copies_is_said_of_each_member() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/versions/1-copies-of-all.json");
    let earlier = fs::read_to_string(path).unwrap();
    assert!(earlier.contains("\"copies_stamped\": \"yes\""));
    assert_eq!(Dossier::from_json(&earlier), Dossier::from_json(&stored(1)));

    let undecided =
        Dossier::from_json(&earlier.replace("\"copies_stamped\": \"yes\"", "\"copies_stamped\": \"no\"")).unwrap();
    assert!(undecided.members.iter().all(|member| member.copy_stamped.is_blank()));
    assert!(undecided.to_json().contains("\"copies_stamped\": \"no\""));
}

#[test]
fn a_file_of_a_version_to_come_is_refused_with_both_numbers_and_a_way_out() {
    let newer =
        stored(VERSION).replacen(&format!("\"version\": {VERSION}"), &format!("\"version\": {}", VERSION + 1), 1);
    let error = open(&mut std::io::Cursor::new(newer.as_bytes())).unwrap_err();
    assert_eq!(error, OpenError::Dossier(ReadError::Newer(VERSION + 1)));
    let words = error.message();
    for language in [Language::Zh, Language::En] {
        let words = words.text(language);
        assert!(words.contains(&VERSION.to_string()) && words.contains(&(VERSION + 1).to_string()), "{words}");
    }
    assert!(words.zh.contains("请用新版打开") && words.zh.contains("没有改动"), "{}", words.zh);
}
