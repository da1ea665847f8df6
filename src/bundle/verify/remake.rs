//! Making a bundle once more, out of the dossier in it and the day it was made, to see whether the same comes out.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

use chrono::NaiveDate;
use hayro_syntax::object::{Dict, Name};

use super::inventory::{Held, Inventory};
use crate::bundle::{Content, Press, compose};
use crate::documents::FILES;
use crate::dossier::Dossier;
use crate::language::Message;
use crate::render::book::NotAtHand;
use crate::render::{FontRole, Fonts, open_pdf};

/// The most bytes of a document that are looked into: 64 MiB.
pub const MOST_IN_A_DOCUMENT: u64 = 1 << 26;

/// What the dossier of a bundle makes of it.
pub struct Remade {
    /// The files by their paths; without PDF files where there are no fonts or the bundle has none.
    pub files: BTreeMap<String, Content>,
    /// How its PDF files were made.
    pub prints: Prints,
}

/// How far the PDF files of a bundle could be made once more.
#[derive(Debug, PartialEq, Eq)]
pub enum Prints {
    /// The bundle has none.
    None,
    /// There are no fonts here to make them with.
    NoFonts,
    /// They were made.
    Made,
    /// They were made and differ; these fonts in them do not come with the app, so they cannot be made here.
    OwnFonts(BTreeSet<String>),
}

/// Makes the bundle once more. With several sets of fonts that it may have been printed with, the first that gives the same
/// PDF files counts, else the first.
///
/// # Errors
/// The dossier cannot be made into a bundle; the words say why.
pub fn remake(
    file: &mut (impl Read + Seek),
    inventory: &Inventory,
    (dossier, date): (&Dossier, NaiveDate),
    fonts: Option<&Fonts>,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<Remade, Message> {
    let has_prints = FILES.iter().any(|document| inventory.files.contains_key(&format!("{}.pdf", document.stem)));
    let sets = fonts.filter(|_| has_prints).map(|fonts| candidates(fonts, dossier)).unwrap_or_default();
    let mut first = None;
    for set in &sets {
        let files = make(file, inventory, (dossier, date), Some(set), progress)?;
        let twins = || FILES.iter().map(|document| format!("{}.pdf", document.stem));
        let differ = twins().filter(|path| {
            let held = inventory.files.get(path).and_then(Held::sum);
            files.get(path).is_some_and(|made| held != Some(made.sha256()))
        });
        let differ: Vec<String> = differ.collect();
        if differ.is_empty() {
            return Ok(Remade { files, prints: Prints::Made });
        }
        first.get_or_insert((files, differ));
    }
    if let Some((files, differ)) = first {
        let ours =
            fonts_of(files.iter().filter(|(path, _)| path.ends_with(".pdf")).filter_map(|(_, made)| match made {
                Content::Made { bytes, .. } => Some(bytes.clone()),
                Content::Attachment { .. } => None,
            }));
        let theirs = differ.iter().filter_map(|path| bytes_of(file, inventory.files.get(path)?));
        let own: BTreeSet<String> = fonts_of(theirs).difference(&ours).cloned().collect();
        let prints = if own.is_empty() { Prints::Made } else { Prints::OwnFonts(own) };
        return Ok(Remade { files, prints });
    }
    let files = make(file, inventory, (dossier, date), None, progress)?;
    Ok(Remade { files, prints: if has_prints { Prints::NoFonts } else { Prints::None } })
}

/// The sets of fonts that a bundle may have been printed with: those that come with the app, the same where the rare
/// characters could not be loaded, and with them the user's own.
fn candidates(fonts: &Fonts, dossier: &Dossier) -> Vec<Fonts> {
    let is_own = |role: FontRole| matches!(role, FontRole::Own(_));
    let shipped = fonts.only(|role| !is_own(role));
    let without_rare = shipped.only(|role| role != FontRole::Rare);
    let wants_rare = without_rare.wants_rare(&dossier.to_json());
    let mut sets = vec![shipped];
    if wants_rare {
        sets.push(without_rare);
    }
    if fonts.has(is_own) {
        sets.push(fonts.clone());
    }
    sets
}

fn make(
    file: &mut (impl Read + Seek),
    inventory: &Inventory,
    (dossier, date): (&Dossier, NaiveDate),
    fonts: Option<&Fonts>,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<BTreeMap<String, Content>, Message> {
    let mut read = |id: &str| {
        let record = dossier.attachments.iter().find(|record| record.id == id).ok_or(NotAtHand)?;
        let same = |held: &&Held| held.sum() == Some(record.sha256.as_str());
        let held = inventory.files.values().find(same).ok_or(NotAtHand)?;
        held.entry.bytes(file, held.entry.size).map_err(|_| NotAtHand)
    };
    let composed =
        compose(dossier, date, Press { fonts, read: &mut read, progress }).map_err(|error| error.message())?;
    Ok(composed.bundle.files)
}

/// The bytes of a document in the bundle.
pub fn bytes_of(file: &mut (impl Read + Seek), held: &Held) -> Option<Vec<u8>> {
    held.entry.bytes(file, MOST_IN_A_DOCUMENT).ok()
}

/// The names of the fonts that are in PDF files, without the mark of a subset (ISO 32000-1, 9.6.4).
fn fonts_of(files: impl Iterator<Item = Vec<u8>>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for bytes in files {
        let Ok(pdf) = open_pdf(bytes) else { continue };
        for page in pdf.pages().iter() {
            let resources = page.raw().get::<Dict<'_>>("Resources").unwrap_or_default();
            let fonts = resources.get::<Dict<'_>>("Font").unwrap_or_default();
            for key in fonts.keys() {
                let font = fonts.get::<Dict<'_>>(key.as_ref()).unwrap_or_default();
                if let Some(name) = font.get::<Name<'_>>("BaseFont") {
                    let name = String::from_utf8_lossy(name.as_ref()).into_owned();
                    names.insert(name.split_once('+').map_or(name.clone(), |(_, name)| name.to_owned()));
                }
            }
        }
    }
    names
}
