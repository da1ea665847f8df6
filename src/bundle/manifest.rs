//! What a bundle says of itself: `data/manifest.json` for programs, `SHA256SUMS` for anyone with a shell.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::Content;
use crate::measures::EDITION;

/// The value of `format` in every manifest.
pub const FORMAT: &str = "jiemeng-bundle";
/// The version of the manifest that this program writes.
const VERSION: u64 = 1;

/// A file of a bundle and what it is for.
pub struct Entry {
    /// The file.
    pub content: Content,
    /// What it is, in Chinese.
    pub what: String,
    /// The item of Article 20 that asks for it, from 1.
    pub item: Option<u8>,
}

#[derive(Serialize)]
struct Manifest<'a> {
    format: &'static str,
    version: u64,
    date: String,
    program: Program,
    measures: Measures,
    alliance: &'a str,
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct Program {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Measures {
    title: &'static str,
    status: &'static str,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    bytes: u64,
    sha256: String,
    what: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_20_item: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attachment: Option<&'a str>,
}

/// The manifest of these files: all but itself and the sums, which are made after it.
pub fn manifest(alliance: &str, today: NaiveDate, entries: &BTreeMap<String, Entry>) -> String {
    let files = entries.iter().map(|(path, entry)| File {
        path,
        bytes: entry.content.size(),
        sha256: entry.content.sha256().to_owned(),
        what: &entry.what,
        article_20_item: entry.item,
        attachment: match &entry.content {
            Content::Attachment { id, .. } => Some(id),
            Content::Made { .. } => None,
        },
    });
    let manifest = Manifest {
        format: FORMAT,
        version: VERSION,
        date: today.to_string(),
        program: Program { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        measures: Measures { title: EDITION.title, status: EDITION.status },
        alliance,
        files: files.collect(),
    };
    // Only text and numbers under fixed keys, which JSON always takes.
    serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n"
}

/// The sums of all files, as `sha256sum -c` reads them.
pub fn sums(files: &BTreeMap<String, Content>) -> String {
    files.iter().map(|(path, content)| format!("{}  {path}\n", content.sha256())).collect()
}
