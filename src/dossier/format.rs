//! The dossier as JSON: `{"format":"jiemeng-dossier","version":1,…}`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Dossier, Fact};
use crate::language::Message;
use crate::message;

/// The value of `format` in every dossier file.
pub const FORMAT: &str = "jiemeng-dossier";
/// The version that this program writes.
pub const VERSION: u64 = 1;

/// Why a file is not a dossier that can be opened. Nothing is changed when it occurs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The bytes are no JSON at all, or cut short.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// JSON whose values lie deeper in each other than is read (128 deep); ours go six deep.
    #[error("JSON nested too deep")]
    TooDeep,
    /// JSON, but of something else.
    #[error("JSON, but no dossier: its format is not {FORMAT}")]
    Foreign,
    /// Written by a later version of this program.
    #[error("written by a newer version ({0}; this one reads up to {VERSION})")]
    Newer(u64),
    /// A dossier by its mark, but its parts are not of the shape they must have.
    #[error("damaged dossier: {0}")]
    Damaged(String),
}

impl ReadError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotJson(_) => message!(
                "这个文件不是完整的 JSON，可能已损坏或选错了文件。现有内容没有改动，请改选“导出草稿”得到的文件",
                "This file is not complete JSON; it may be damaged or the wrong file. Nothing was changed: choose a file made by Export draft"
            ),
            Self::TooDeep => message!(
                "这个文件的内容嵌套过深，不像是结盟写成的，为安全起见没有打开。现有内容没有改动，请改选“导出草稿”得到的文件",
                "The values of this file are nested too deep to be Jiemeng's, so it was not opened. Nothing was changed: choose a file made by Export draft"
            ),
            Self::Foreign => message!(
                "这个文件不是结盟的草稿。现有内容没有改动，请选择“导出草稿”得到的文件、备案材料包或其中的 dossier.json",
                "This is not a Jiemeng draft. Nothing was changed: choose an exported draft, a filing bundle or the dossier.json in one"
            ),
            Self::Newer(version) => message!(
                "这份草稿由更新的版本（格式 {version}）写成，本版本只能读到格式 {VERSION}。请用新版打开；现有内容没有改动",
                "This draft was written by a newer version (format {version}; this one reads up to {VERSION}). Open it with the newer version; nothing was changed"
            ),
            Self::Damaged(cause) => message!(
                "这份草稿的内容已损坏，无法读取（{cause}）。现有内容没有改动，请改用另一份草稿或备案材料包",
                "This draft is damaged and cannot be read ({cause}). Nothing was changed: use another draft or bundle"
            ),
        }
    }
}

impl Dossier {
    /// Reads a dossier of this or an older version. Members and attachments that a file edited by hand gives one id, or
    /// an id that no [`super::FactPath`] can hold, get ids of their own; nothing of them is lost.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn from_json(json: &str) -> Result<Self, ReadError> {
        let text = json.strip_prefix('\u{feff}').unwrap_or(json);
        let mut dossier: Self = serde_json::from_str(text).map_err(|error| why_not(text, &error))?;
        accept(Some(&dossier.format), Some(dossier.version))?;
        dossier.tell_rows_apart();
        dossier.spread_what_was_asked_once();
        Ok(dossier)
    }

    /// Whether the copies of the certificates are marked and sealed was one fact of the whole dossier before it became one
    /// of each member. A yes of that time is every member's; whatever else was said of all stays as it came.
    fn spread_what_was_asked_once(&mut self) {
        const OF_ALL: &str = "copies_stamped";
        if self.materials.extra.get(OF_ALL).and_then(Value::as_str) != Some("yes") {
            return;
        }
        self.materials.extra.remove(OF_ALL);
        for member in self.members.iter_mut().filter(|member| member.copy_stamped.is_blank()) {
            member.copy_stamped.put("yes");
        }
    }

    /// Ids by which each member and each attachment is found. An attachment stays with the first member of its id.
    fn tell_rows_apart(&mut self) {
        let renamed = distinct(self.members.iter_mut().map(|member| &mut member.id).collect(), "m");
        for attachment in &mut self.attachments {
            if let Some(id) = attachment.member.as_ref().and_then(|id| renamed.get(id)) {
                attachment.member = Some(id.clone());
            }
        }
        distinct(self.attachments.iter_mut().map(|attachment| &mut attachment.id).collect(), "a");
    }

    /// The dossier as JSON, indented; the same dossier gives the same bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        // A dossier holds only text, numbers and maps with text keys, which JSON always takes.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// Why a text is not read as JSON.
fn not_json(error: &serde_json::Error) -> ReadError {
    let cause = error.to_string();
    if cause.starts_with("recursion limit exceeded") { ReadError::TooDeep } else { ReadError::NotJson(cause) }
}

/// Whether a file of this format and version is a dossier that can be read.
fn accept(format: Option<&str>, version: Option<u64>) -> Result<(), ReadError> {
    if format != Some(FORMAT) {
        return Err(ReadError::Foreign);
    }
    match version {
        Some(version) if version > VERSION => Err(ReadError::Newer(version)),
        Some(VERSION) => Ok(()),
        _ => Err(ReadError::Damaged("version".into())),
    }
}

/// Why a text could not be read as a dossier: what it is comes before what is wrong with it.
fn why_not(text: &str, error: &serde_json::Error) -> ReadError {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return not_json(&error),
    };
    let format = value.get("format").and_then(Value::as_str);
    let version = value.get("version").and_then(Value::as_u64);
    accept(format, version).err().unwrap_or_else(|| ReadError::Damaged(error.to_string()))
}

/// Makes ids distinct and fit for a path; the first of several that are alike keeps its own if it can. Returns the new ids
/// of those that could not.
fn distinct(ids: Vec<&mut String>, prefix: &str) -> BTreeMap<String, String> {
    let taken: BTreeSet<String> = ids.iter().map(|id| (**id).clone()).collect();
    let mut fresh = (1u32..).map(|number| format!("{prefix}{number}")).filter(|id| !taken.contains(id));
    let mut seen = BTreeSet::new();
    let mut renamed = BTreeMap::new();
    for id in ids {
        let first = seen.insert(id.clone());
        let fits = !id.is_empty() && !id.contains('/');
        if first && fits {
            continue;
        }
        let Some(new) = fresh.next() else { break };
        let old = std::mem::replace(id, new.clone());
        if first {
            renamed.insert(old, new);
        }
    }
    renamed
}
