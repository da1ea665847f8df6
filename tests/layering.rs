//! Holds the direction of imports and the absences that ARCHITECTURE.md promises, by reading the sources.
//!
//! Only what is shipped is held: comments and test modules may mention anything.

#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the core, in order: a room uses only the rooms before it.
const ROOMS: [&str; 19] = [
    "language",
    "measures",
    "identifiers",
    "calendar",
    "package",
    "spreadsheet",
    "wordprocessing",
    "dossier",
    "template",
    "charter",
    "checks",
    "documents",
    "render",
    "bundle",
    "protocol",
    "screens",
    "members",
    "keeping",
    "comparing",
];

/// What the crate's root exports that is no room, and the room it belongs to.
const ROOT_MACROS: [(&str, &str); 1] = [("message", "language")];

/// Words that no room of the core may contain, and what is lost if one does.
const ABSENT: [(&str, &str); 20] = [
    ("web_sys", "the core knows no browser"),
    ("js_sys", "the core knows no browser"),
    ("wasm_bindgen", "the core knows no browser"),
    ("leptos", "the core knows no browser"),
    ("gloo", "the core knows no browser"),
    ("Utc::now", "the core reads no clock"),
    ("Local::now", "the core reads no clock"),
    ("SystemTime", "the core reads no clock"),
    ("Instant", "the core reads no clock"),
    ("rand::", "the core draws no random number"),
    ("getrandom", "the core draws no random number"),
    ("HashMap", "the order of what the core makes never differs from run to run"),
    ("HashSet", "the order of what the core makes never differs from run to run"),
    ("static mut", "the core keeps no global state"),
    ("thread_local!", "the core keeps no global state"),
    ("Mutex", "the core keeps no global state"),
    ("RwLock", "the core keeps no global state"),
    ("std::fs", "the core touches no file"),
    ("std::env", "the core reads no environment"),
    ("std::net", "the core opens no connection"),
];

#[test]
fn every_folder_of_the_core_has_its_place_in_the_order() {
    let apart = ["app", "clerk", "cli", "lib", "main"];
    let found: BTreeSet<String> = fs::read_dir(source_root())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| !apart.contains(&name.as_str()))
        .collect();
    let known: BTreeSet<String> = ROOMS.iter().map(|&room| room.to_owned()).collect();
    assert_eq!(found, known);
}

#[test]
fn the_code_map_names_every_room_in_its_order() {
    let architecture = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    let rows = architecture.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let named: Vec<&str> = rows.map(|(name, _)| name).filter(|name| name.chars().all(is_word)).collect();
    assert_eq!(named, ROOMS);
}

#[test]
fn a_room_uses_only_the_rooms_before_it() {
    let mut broken = Vec::new();
    for (place, room) in ROOMS.iter().enumerate() {
        for file in files_of(room) {
            let shipped = shipped_source(&fs::read_to_string(&file).unwrap());
            for name in names_from_the_root(&shipped, depth(&file)) {
                let used = ROOT_MACROS.iter().find(|(made, _)| *made == name).map_or(name.as_str(), |(_, room)| room);
                match ROOMS.iter().position(|other| *other == used) {
                    Some(other) if other <= place => {}
                    Some(_) => broken.push(format!("{}: {room} uses {used}, which comes after it", file.display())),
                    None => broken.push(format!("{}: {room} uses {used}, which is no room", file.display())),
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_core_has_no_browser_clock_chance_or_global_state() {
    let mut broken = Vec::new();
    for room in ROOMS {
        for file in files_of(room) {
            let shipped = shipped_source(&fs::read_to_string(&file).unwrap());
            for (word, because) in ABSENT {
                if contains_word(&shipped, word) {
                    broken.push(format!("{}: {word}: {because}", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn render_never_sees_a_dossier() {
    for file in files_of("render") {
        let shipped = shipped_source(&fs::read_to_string(&file).unwrap());
        for word in ["Dossier", "dossier", "checks", "charter"] {
            assert!(!contains_word(&shipped, word), "{}: {word}", file.display());
        }
    }
}

#[test]
fn nothing_leaves_the_browser() {
    let outward = ["XmlHttpRequest", "WebSocket", "EventSource", "send_beacon", "RtcPeerConnection"];
    for file in files_below(&source_root()) {
        let source = fs::read_to_string(&file).unwrap();
        for word in outward {
            assert!(!contains_word(&source, word), "{}: {word}", file.display());
        }
    }
}

#[test]
fn the_reader_of_imports_sees_through_every_way_to_write_one() {
    let cases: [(&str, usize, &[&str]); 8] = [
        ("use crate::measures::Citation;", 1, &["measures"]),
        ("use crate::{dossier::{Dossier, Member}, measures, message};", 1, &["dossier", "measures", "message"]),
        ("let c = crate::checks::assess(&d, today);", 2, &["checks"]),
        ("use super::documents::Block;", 1, &["documents"]),
        ("use super::super::render;", 2, &["render"]),
        ("use super::sibling::Thing;", 2, &[]),
        ("crate::message!(\"甲\", \"a\")", 1, &["message"]),
        ("$crate::language::label", 0, &["language"]),
    ];
    for (source, depth, expected) in cases {
        let expected: Vec<String> = expected.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(names_from_the_root(source, depth), expected, "{source}");
    }
}

#[test]
fn comments_and_test_modules_are_not_shipped() {
    let source = "//! crate::app\nuse crate::measures; // crate::bundle\n/// [`crate::render`]\nlet s = \"http://x\";\n\
                  #[cfg(test)]\nmod tests {\n    use crate::bundle;\n    fn f() {}\n}\nuse crate::identifiers;\n";
    assert_eq!(names_from_the_root(&shipped_source(source), 1), ["measures", "identifiers"]);
    assert!(shipped_source(source).contains("http://x"));
}

fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The Rust files of a room, test files left out.
fn files_of(room: &str) -> Vec<PathBuf> {
    let single = source_root().join(format!("{room}.rs"));
    let mut files = files_below(&source_root().join(room));
    files.extend(single.exists().then_some(single));
    files.retain(|file| !file.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs"));
    assert!(!files.is_empty(), "the room {room} has no file");
    files
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// How many modules deep a file's own module lies below the crate's root: 1 for `measures/mod.rs`.
fn depth(file: &Path) -> usize {
    let parts = file.strip_prefix(source_root()).unwrap().components().count();
    if file.ends_with("mod.rs") { parts - 1 } else { parts }
}

/// The source without line comments and without the modules that are compiled for tests alone.
fn shipped_source(source: &str) -> String {
    let mut shipped = String::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            skip_item(&mut lines);
            continue;
        }
        shipped.push_str(without_comment(line));
        shipped.push('\n');
    }
    shipped
}

/// Skips the item that follows an attribute: up to its `;`, or to the brace that closes it.
fn skip_item<'a>(lines: &mut impl Iterator<Item = &'a str>) {
    let Some(first) = lines.next() else { return };
    if first.trim_end().ends_with(';') || first.trim_end().ends_with('}') {
        return;
    }
    // Formatted source closes an item where it was opened.
    let closing = format!("{}}}", &first[..first.len() - first.trim_start().len()]);
    for line in lines {
        if line == closing {
            return;
        }
    }
}

fn without_comment(line: &str) -> &str {
    let comment = line
        .match_indices("//")
        .find(|(at, _)| line[..*at].chars().last().is_none_or(|before| before.is_whitespace() || before == ';'));
    comment.map_or(line, |(at, _)| &line[..at])
}

/// The first name of every path that starts at the crate's root, whether by `crate::` or by enough `super::`.
fn names_from_the_root(source: &str, depth: usize) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in source.match_indices("crate::") {
        if !source[..at].ends_with(is_word) {
            names.extend(first_names(&source[at + "crate::".len()..]));
        }
    }
    for (at, _) in source.match_indices("super::") {
        let climbed = source[..at].ends_with("super::");
        let mut rest = &source[at..];
        let mut steps = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            rest = next;
            steps += 1;
        }
        if !climbed && steps >= depth {
            names.extend(first_names(rest));
        }
    }
    names
}

/// `a::b` gives `a`; `{a::{b, c}, d}` gives `a` and `d`.
fn first_names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![path.chars().take_while(|c| is_word(*c)).collect()];
    };
    let mut level = 0_usize;
    let mut names = vec![String::new()];
    let mut reading = true;
    for c in group.chars() {
        match c {
            '}' if level == 0 => break,
            '{' => level += 1,
            '}' => level -= 1,
            ',' if level == 0 => {
                names.push(String::new());
                reading = true;
            }
            c if level == 0 && reading && is_word(c) => names.last_mut().unwrap().push(c),
            c if c.is_whitespace() => {}
            _ => reading = false,
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn contains_word(source: &str, word: &str) -> bool {
    source.match_indices(word).any(|(at, _)| {
        let starts = !source[..at].ends_with(is_word);
        let ends = !word.ends_with(is_word) || !source[at + word.len()..].starts_with(is_word);
        starts && ends
    })
}

fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}
