//! What a chosen file holds, and taking it.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{Blob, File};

use super::Way;
use crate::app::state::State;
use crate::app::transfer::blobs;
use crate::app::transfer::table::{self, Brought};
use crate::app::{browser, clerk};
use jiemeng::comparing::supplement;
use jiemeng::dossier::{Attachment, Dossier, MOST_MEMBERS, too_many_members};
use jiemeng::keeping::Reason;
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};

/// What was found in a file and waits for an answer.
#[derive(Clone)]
pub struct Found {
    /// The file's name.
    pub file: String,
    /// When the file was written, in milliseconds since 1970.
    pub written_at: i64,
    /// The dossier, without the attachments that are lost.
    pub dossier: Dossier,
    /// Attachments that the file names and whose bytes are nowhere: they cannot come along.
    pub lost: Vec<Attachment>,
    /// The bytes of its attachments by their SHA-256.
    bytes: BTreeMap<String, Blob>,
}

/// What a chosen file turned out to be.
pub enum Content {
    /// A draft, a bundle or a dossier.json.
    Dossier(Box<Found>),
    /// A table of members.
    Table(Brought),
}

/// Reads a file and sees where the bytes of its attachments are: in it, or here already.
pub async fn look_into(state: State, file: &File) -> Result<Content, Message> {
    if table::is_text(file) {
        return table::bring_text(file).await.map(Content::Table);
    }
    let reply = clerk::ask(&Request::Open, &[file.into()], |_, _| ()).await?;
    let (dossier, attachments, missing) = match reply.answer {
        Answer::Opened { dossier, attachments, missing } => (dossier, attachments, missing),
        Answer::Rows(sheets) => return Ok(Content::Table(Brought::of(file, sheets))),
        _ => return Err(clerk::broken()),
    };
    let mut dossier = Dossier::from_json(&dossier).map_err(|error| error.message())?;
    let blobs = reply.parts.into_iter().filter_map(|part| part.dyn_into::<Blob>().ok());
    let by_id: BTreeMap<String, Blob> = attachments.into_iter().zip(blobs).collect();
    let mut bytes = BTreeMap::new();
    for record in &dossier.attachments {
        if let Some(blob) = by_id.get(&record.id) {
            bytes.insert(record.sha256.clone(), blob.clone());
        }
    }
    let mut lost = Vec::new();
    for record in missing {
        match blobs::find(state, &record.sha256).await {
            Some(blob) => drop(bytes.insert(record.sha256.clone(), blob)),
            None => lost.push(record),
        }
    }
    dossier.attachments.retain(|record| lost.iter().all(|lost| lost.id != record.id));
    let written_at = file.last_modified() as i64;
    Ok(Content::Dossier(Box::new(Found { file: file.name(), written_at, dossier, lost, bytes })))
}

/// What would stand here, were only what is missing taken.
pub fn supplemented(here: &Dossier, found: &Found) -> Dossier {
    supplement(here, &found.dossier, browser::fresh_id)
}

/// Takes what was found: first all bytes, then the dossier, so that a full store changes nothing.
pub async fn take(state: State, found: Found, way: Way) -> Result<Message, Message> {
    if way == Way::Supplement {
        let members = state.peek(|here| supplemented(here, &found).members.len());
        if members > MOST_MEMBERS {
            return Err(too_many_members(members));
        }
    }
    for (sha256, blob) in &found.bytes {
        blobs::keep(state, sha256, blob).await?;
    }
    let (members, files) = (found.dossier.members.len(), found.dossier.attachments.len());
    let name = found.dossier.alliance.name.given().map(|name| name.as_str().to_owned()).unwrap_or_default();
    let Message { zh, en } = lost_words(&found.lost).unwrap_or_else(|| message!("", ""));
    match way {
        Way::Apart => {
            state.saver().take_up(found.dossier).await?;
            Ok(message!(
                "已导入为新的卷宗“{name}”：{members} 家成员单位，{files} 个附件。原来的卷宗没有改动，在本页的列表里。{zh}",
                "Imported as a dossier of its own, “{name}”: {members} members, {files} attachments. The one before is unchanged, in the list on this page. {en}"
            ))
        }
        Way::Replace => {
            state.replace(found.dossier, Reason::Import);
            Ok(message!(
                "已导入：{members} 家成员单位，{files} 个附件。{zh}",
                "Imported: {members} members, {files} attachments. {en}"
            ))
        }
        Way::Supplement => {
            let joined = state.peek(|here| supplemented(here, &found));
            let (before, after) = (state.peek(counts), counts(&joined));
            state.replace(joined, Reason::Import);
            let (members, files) = (after.0 - before.0, after.1 - before.1);
            Ok(message!(
                "已导入缺少的内容：新增 {members} 家成员单位、{files} 个附件，现有内容没有改动。{zh}",
                "Imported what was missing: {members} members and {files} attachments were added, nothing else was changed. {en}"
            ))
        }
    }
}

/// How many members and attachments there are.
fn counts(dossier: &Dossier) -> (usize, usize) {
    (dossier.members.len(), dossier.attachments.len())
}

/// Which attachments cannot come along.
pub fn lost_words(lost: &[Attachment]) -> Option<Message> {
    let names = lost.iter().map(|record| record.name.as_str()).collect::<Vec<_>>();
    let (zh, en, count) = (names.join("、"), names.join(", "), lost.len());
    (count > 0).then(|| {
        message!(
            "文件里没有以下 {count} 个附件的完整内容，导入后需要重新附上：{zh}。",
            "The file lacks the bytes of {count} attachments, to be attached again afterwards: {en}."
        )
    })
}
