//! What stands in an archive that should be a bundle: every file with its sum, under the path it has in the bundle.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use crate::bundle::DOSSIER;
use crate::bundle::compose::{MANIFEST, SUMS};
use crate::bundle::container::{Container, Entry, Refusal};
use crate::bundle::sums::Sha;
use crate::language::Message;
use crate::message;

/// A file in the archive.
#[derive(Debug)]
pub struct Held {
    /// The archive's entry.
    pub entry: Entry,
    /// Its SHA-256, or why its bytes cannot be had.
    pub sha256: Result<String, Refusal>,
}

impl Held {
    /// Its sum, where its bytes can be had.
    pub fn sum(&self) -> Option<&str> {
        self.sha256.as_deref().ok()
    }
}

/// The files of an archive.
#[derive(Debug, Default)]
pub struct Inventory {
    /// The files by their paths in the bundle.
    pub files: BTreeMap<String, Held>,
    /// The folder around the bundle, where somebody packed it with one; empty where there is none.
    pub folder: String,
    /// What systems leave in archives of their own accord, by name.
    pub debris: Vec<String>,
    /// Files beside the folder.
    pub outside: Vec<String>,
}

/// Takes the sums of all files. `progress` hears how many bytes of how many are done.
///
/// # Errors
/// What the archive is, where it is no bundle.
pub fn take(file: &mut (impl Read + Seek), progress: &mut dyn FnMut(u64, u64)) -> Result<Inventory, Message> {
    let container = Container::read(file).map_err(|refusal| refusal.cause())?;
    let folder = folder(&container)?;
    let total: u64 = container.files().map(|entry| entry.size).fold(0, u64::saturating_add);
    let mut done = 0_u64;
    let mut inventory = Inventory { folder, ..Inventory::default() };
    for entry in container.files() {
        if is_debris(&entry.name) {
            inventory.debris.push(entry.name.clone());
            continue;
        }
        let Some(path) = entry.name.strip_prefix(&inventory.folder) else {
            inventory.outside.push(entry.name.clone());
            continue;
        };
        let held = Held { sha256: sum(entry, file, &mut |read| progress(done + read, total)), entry: entry.clone() };
        done += entry.size;
        if let Err(Refusal::Unreadable(why)) = &held.sha256 {
            return Err(Refusal::Unreadable(why.clone()).cause());
        }
        inventory.files.insert(path.to_owned(), held);
    }
    Ok(inventory)
}

/// The folder in which the bundle stands, by the file that only bundles have.
fn folder(container: &Container) -> Result<String, Message> {
    let folders = |name: &str| {
        let inside = |entry: &Entry| entry.name.strip_suffix(name).map(str::to_owned);
        let whole = |folder: &String| folder.is_empty() || folder.ends_with('/');
        container.files().filter(|entry| !is_debris(&entry.name)).filter_map(inside).filter(whole).collect::<Vec<_>>()
    };
    let mut found = folders(SUMS);
    if found.is_empty() {
        found = folders(MANIFEST);
    }
    match found.as_slice() {
        [folder] => Ok(folder.clone()),
        [] if folders(DOSSIER).is_empty() => Err(message!(
            "这个压缩包里没有 SHA256SUMS 和 data/manifest.json，不是结盟的备案材料包",
            "This archive has neither SHA256SUMS nor data/manifest.json: it is no Jiemeng filing bundle"
        )),
        [] => Err(message!(
            "这是一份草稿，不是备案材料包；草稿没有可以核对的清单",
            "This is a draft and no filing bundle; a draft has no sums to be held to"
        )),
        _ => Err(message!(
            "这个压缩包里不止一个备案材料包，请分开后逐个核验",
            "There is more than one bundle in this archive; take them apart and verify each"
        )),
    }
}

/// What macOS and Windows leave in folders.
fn is_debris(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&last)
}

fn sum(entry: &Entry, file: &mut (impl Read + Seek), progress: &mut dyn FnMut(u64)) -> Result<String, Refusal> {
    let mut sha = Sha::default();
    let mut read = 0_u64;
    entry.copy(file, &mut |piece| {
        sha.update(piece);
        read += piece.len() as u64;
        progress(read);
    })?;
    Ok(sha.finish())
}
