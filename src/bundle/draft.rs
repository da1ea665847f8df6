//! A draft: the dossier and everything that was attached, to go on elsewhere or to keep.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::names::{Paths, clean, without_ending};
use super::{Bundle, Content, DOSSIER, alliance_name};
use crate::dossier::Dossier;

/// The name of the draft of a given time.
#[must_use]
pub fn draft_name(dossier: &Dossier, now: NaiveDateTime) -> String {
    format!("{}-草稿-{}.zip", alliance_name(dossier), now.format("%Y%m%d-%H%M"))
}

/// The draft of a dossier at a given time. Nothing that is attached is left out.
#[must_use]
pub fn draft(dossier: &Dossier, now: NaiveDateTime) -> Bundle {
    let mut files = BTreeMap::from([(DOSSIER.to_owned(), Content::made(dossier.to_json().into_bytes()))]);
    let mut paths = Paths::default();
    for record in &dossier.attachments {
        let stem = format!("{}-{}", clean(&record.id, "0"), clean(without_ending(&record.name), "附件"));
        let path = paths.take("attachments/", &stem, record.media_type.extension());
        files.insert(path, Content::attachment(record));
    }
    let file_name = draft_name(dossier, now);
    Bundle { file_name, dated: now, files }
}
