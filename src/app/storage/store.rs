//! What is kept, and where: the layout of the database.
//!
//! A dossier has an id, and everything of it lies under keys that begin with it: two slots that are written in turn, a line
//! of the list, its earlier states, and what was found damaged. The bytes of attachments lie under their SHA-256, so that
//! copies and earlier states of a dossier share them; they go when no state of any dossier names them any more.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::database::{Database, StoreShape, Transaction};
use super::records;
use super::trouble::Trouble;
use jiemeng::checks::assess;
use jiemeng::dossier::Dossier;
use jiemeng::keeping::{Entry, Past, Reason, Slot, choose, is_due, surplus};

/// The layout of the stores. A layout of a higher number may add stores; [`super::moving`] fills them.
pub const LAYOUT: u32 = 2;
/// The database's name. Everything this page keeps in its browser bears a name that begins with `jiemeng`.
pub const NAME: &str = "jiemeng";
pub(super) const SLOTS: &str = "slots";
pub(super) const ENTRIES: &str = "entries";
pub(super) const HISTORY: &str = "history";
pub(super) const DAMAGED: &str = "damaged";
pub(super) const ATTACHMENTS: &str = "attachments";
/// Where layout 1 kept its one dossier.
pub(super) const DRAFTS: &str = "drafts";
const STORES: &[StoreShape] = &[
    (DRAFTS, None),
    (ATTACHMENTS, None),
    (SLOTS, Some(records::BLOBS)),
    (ENTRIES, None),
    (HISTORY, Some(records::BLOBS)),
    (DAMAGED, None),
];
const PROBE: &str = "probe";

/// Where the dossiers and the attachments are kept.
#[derive(Clone)]
pub struct Store(pub(super) Database);

/// A state to be saved.
pub struct Saving {
    /// The dossier's id.
    pub id: String,
    /// Its JSON.
    pub text: String,
    /// What the list says of it.
    pub entry: Entry,
    /// The turn that this page saved or read last.
    pub known: u64,
    /// This page.
    pub writer: String,
    /// Earlier states to be kept whatever the time.
    pub earlier: Vec<(Past, String)>,
}

/// What came of saving.
pub enum Outcome {
    /// It is saved, as this turn.
    Saved(u64),
    /// Another page has saved this meanwhile. Nothing was written.
    Overtaken(Slot),
}

/// The dossiers that are kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shelf {
    /// All of them, last saved first; deleted ones among them.
    pub entries: Vec<Entry>,
    /// States that were found damaged.
    pub damaged: Vec<Damage>,
}

/// A state that was not as it was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Where what is left of it lies.
    pub key: String,
    /// The dossier.
    pub id: String,
    /// When it had been saved, as far as that can be read.
    pub saved_at: i64,
}

impl Store {
    /// Opens the database.
    ///
    /// # Errors
    /// The browser keeps nothing, or a newer version was here.
    pub async fn open(blocked: impl FnOnce() + 'static) -> Result<Self, Trouble> {
        Database::open(NAME, LAYOUT, STORES, blocked).await.map(Self)
    }

    /// Whether there is a connection: not after all was wiped, until something is written again.
    pub fn is_connected(&self) -> bool {
        self.0.is_connected()
    }

    /// Writes something and reads it back.
    ///
    /// # Errors
    /// The disk is full, or the browser does not keep what it says it keeps.
    pub async fn try_out(&self) -> Result<(), Trouble> {
        let transaction = self.0.write(&[DRAFTS]).await?;
        transaction.put(DRAFTS, PROBE, &PROBE.into())?;
        transaction.commit().await?;
        let transaction = self.0.write(&[DRAFTS]).await?;
        let kept = transaction.get(DRAFTS, PROBE).await?;
        transaction.delete(DRAFTS, PROBE)?;
        transaction.commit().await?;
        // Another page may be trying at the same moment, and have taken the probe away.
        match kept {
            Some(kept) if kept.as_string().as_deref() != Some(PROBE) => Err(Trouble::Damaged),
            _ => Ok(()),
        }
    }

    /// Saves a state, unless another page has saved one that this page has not seen.
    ///
    /// # Errors
    /// No room, or the database refused. What was kept is as before.
    pub async fn save(&self, saving: Saving) -> Result<Outcome, Trouble> {
        let Saving { id, text, entry, known, writer, earlier } = saving;
        let now = entry.saved_at;
        let transaction = self.0.write(&[SLOTS, ENTRIES, HISTORY]).await?;
        let newest = newest(slots(&transaction, &id).await?);
        if let Some((_, slot)) = &newest
            && slot.turn != known
            && slot.writer != writer
        {
            return Ok(Outcome::Overtaken(slot.clone()));
        }
        let (place, turn) = newest.as_ref().map_or((0, 1), |(place, slot)| (1 - place, slot.turn + 1));
        let before = transaction.get(ENTRIES, &id).await?.as_ref().and_then(records::entry);
        let mut past = history(&transaction, &id).await?;
        let mut kept: Vec<(Past, Slot)> =
            earlier.into_iter().map(|(past, text)| (past, Slot::seal(turn, &writer, past.saved_at, text))).collect();
        if let Some((_, previous)) = newest
            && previous.text != text
            && is_due(past.iter().map(|past| past.saved_at).max(), previous.saved_at, now)
        {
            kept.push((Past { saved_at: previous.saved_at, reason: Reason::Typing }, previous));
        }
        transaction.put(SLOTS, &place_key(&id, place), &records::of_slot(&Slot::seal(turn, &writer, now, text)))?;
        transaction.put(ENTRIES, &id, &records::of_entry(&entry.after(before)))?;
        for (moment, slot) in kept {
            transaction.put(HISTORY, &past_key(&id, moment), &records::of_slot(&slot))?;
            past.push(moment);
        }
        for gone in surplus(&past, now) {
            transaction.delete(HISTORY, &past_key(&id, gone))?;
        }
        transaction.commit().await?;
        Ok(Outcome::Saved(turn))
    }

    /// The state of a dossier to go on from: the newest whole one of its slots, else of its history; `None` where nothing
    /// was ever saved. Damaged slots are put aside.
    ///
    /// # Errors
    /// Nothing whole is left, or the database refused.
    pub async fn load(&self, id: &str) -> Result<Option<Slot>, Trouble> {
        let transaction = self.0.write(&[SLOTS, HISTORY, DAMAGED]).await?;
        let chosen = choose(slots(&transaction, id).await?);
        for (place, slot) in chosen.damaged {
            transaction.put(DAMAGED, &format!("{id}/{:014}-{place}", slot.saved_at), &records::of_slot(&slot))?;
            transaction.delete(SLOTS, &place_key(id, place))?;
        }
        let mut best = chosen.best.map(|(_, slot)| slot);
        for past in history(&transaction, id).await?.into_iter().rev() {
            if best.is_some() {
                break;
            }
            let record = transaction.get(HISTORY, &past_key(id, past)).await?;
            best = record.map(|record| records::slot(&record)).filter(Slot::is_whole);
        }
        let put_aside = !transaction.keys(DAMAGED, &format!("{id}/")).await?.is_empty();
        transaction.commit().await?;
        match best {
            None if put_aside => Err(Trouble::Damaged),
            best => Ok(best),
        }
    }

    /// The dossiers that are kept.
    ///
    /// # Errors
    /// The database refused.
    pub async fn shelf(&self) -> Result<Shelf, Trouble> {
        let transaction = self.0.read(&[SLOTS, ENTRIES, DAMAGED]).await?;
        let mut entries: Vec<Entry> = transaction.all(ENTRIES).await?.iter().filter_map(records::entry).collect();
        // A line that cannot be read hides no dossier.
        let listed: BTreeSet<String> = entries.iter().map(|entry| entry.id.clone()).collect();
        let kept = transaction.keys(SLOTS, "").await?;
        let ids: BTreeSet<&str> = kept.iter().filter_map(|key| key.split_once('/')).map(|(id, _)| id).collect();
        let unlisted = ids.into_iter().filter(|id| !listed.contains(*id));
        entries.extend(unlisted.map(|id| Entry { id: id.to_owned(), ..Entry::default() }));
        entries.sort_by_key(|entry| (std::cmp::Reverse(entry.saved_at), entry.id.clone()));
        let damaged = transaction.keys(DAMAGED, "").await?.into_iter().filter_map(damage).collect();
        Ok(Shelf { entries, damaged })
    }

    /// The earlier states of a dossier, newest first.
    ///
    /// # Errors
    /// The database refused.
    pub async fn history(&self, id: &str) -> Result<Vec<Past>, Trouble> {
        let transaction = self.0.read(&[HISTORY]).await?;
        let mut past = history(&transaction, id).await?;
        past.reverse();
        Ok(past)
    }

    /// An earlier state of a dossier.
    ///
    /// # Errors
    /// It is gone or damaged, or the database refused.
    pub async fn past(&self, id: &str, past: Past) -> Result<Dossier, Trouble> {
        let transaction = self.0.read(&[HISTORY]).await?;
        let record = transaction.get(HISTORY, &past_key(id, past)).await?;
        let slot = record.map(|record| records::slot(&record)).filter(Slot::is_whole).ok_or(Trouble::Damaged)?;
        Dossier::from_json(&slot.text).map_err(|error| Trouble::Unreadable(error.message()))
    }

    /// Changes the line of a dossier in the list; of one that was never saved there is none.
    ///
    /// # Errors
    /// No room, or the database refused.
    pub async fn note(&self, id: &str, change: impl FnOnce(&mut Entry)) -> Result<(), Trouble> {
        let transaction = self.0.write(&[SLOTS, ENTRIES]).await?;
        if transaction.keys(SLOTS, &format!("{id}/")).await?.is_empty() {
            return Ok(());
        }
        let entry = transaction.get(ENTRIES, id).await?.as_ref().and_then(records::entry);
        let mut entry = entry.unwrap_or_else(|| Entry { id: id.to_owned(), ..Entry::default() });
        change(&mut entry);
        transaction.put(ENTRIES, id, &records::of_entry(&entry))?;
        transaction.commit().await
    }

    /// 复制: a dossier once more, under an id of its own. Its earlier states stay with the first.
    ///
    /// # Errors
    /// No room, nothing whole to copy, or the database refused.
    pub async fn copy(&self, id: &str, copy: &str, writer: &str, now: i64) -> Result<(), Trouble> {
        let Some(slot) = self.load(id).await? else { return Ok(()) };
        let transaction = self.0.write(&[SLOTS, ENTRIES]).await?;
        let entry = transaction.get(ENTRIES, id).await?.as_ref().and_then(records::entry).unwrap_or_default();
        let sealed = Slot::seal(1, writer, slot.saved_at, slot.text);
        transaction.put(SLOTS, &place_key(copy, 0), &records::of_slot(&sealed))?;
        transaction.put(ENTRIES, copy, &records::of_entry(&entry.copied(copy, now)))?;
        transaction.commit().await
    }

    /// Forgets a dossier for good.
    ///
    /// # Errors
    /// The database refused.
    pub async fn forget(&self, id: &str) -> Result<(), Trouble> {
        let transaction = self.0.write(&[SLOTS, ENTRIES, HISTORY, DAMAGED]).await?;
        for store in [SLOTS, HISTORY, DAMAGED] {
            transaction.delete_all(store, &format!("{id}/"))?;
        }
        transaction.delete(ENTRIES, id)?;
        transaction.commit().await
    }

    /// What is left of a damaged state, as it was found.
    ///
    /// # Errors
    /// The database refused.
    pub async fn damaged_text(&self, key: &str) -> Result<String, Trouble> {
        let transaction = self.0.read(&[DAMAGED]).await?;
        Ok(transaction.get(DAMAGED, key).await?.map(|record| records::slot(&record).text).unwrap_or_default())
    }

    /// Forgets a damaged state.
    ///
    /// # Errors
    /// The database refused.
    pub async fn forget_damaged(&self, key: &str) -> Result<(), Trouble> {
        let transaction = self.0.write(&[DAMAGED]).await?;
        transaction.delete(DAMAGED, key)?;
        transaction.commit().await
    }

    /// Keeps the bytes of an attachment under their SHA-256.
    ///
    /// # Errors
    /// No room, or the database refused.
    pub async fn put_blob(&self, sha256: &str, bytes: &Blob) -> Result<(), Trouble> {
        let transaction = self.0.write(&[ATTACHMENTS]).await?;
        transaction.put(ATTACHMENTS, sha256, bytes)?;
        transaction.commit().await
    }

    /// The bytes with this SHA-256; `None` where none are kept.
    ///
    /// # Errors
    /// The database refused.
    pub async fn get_blob(&self, sha256: &str) -> Result<Option<Blob>, Trouble> {
        let transaction = self.0.read(&[ATTACHMENTS]).await?;
        Ok(transaction.get(ATTACHMENTS, sha256).await?.and_then(|value| value.dyn_into().ok()))
    }

    /// Forgets the bytes among these that no state of any dossier names, and gives the sums of all that none names. All
    /// bytes are looked at where `among` is `None`.
    ///
    /// # Errors
    /// The database refused.
    pub async fn sweep(&self, among: Option<Vec<String>>) -> Result<Vec<String>, Trouble> {
        let transaction = self.0.write(&[ATTACHMENTS, SLOTS, HISTORY]).await?;
        let candidates = match &among {
            Some(candidates) => candidates.clone(),
            None => transaction.keys(ATTACHMENTS, "").await?,
        };
        let mut unnamed = Vec::new();
        for sha256 in candidates {
            let named = transaction.count(SLOTS, records::BLOBS, &sha256).await?
                + transaction.count(HISTORY, records::BLOBS, &sha256).await?;
            if named == 0 {
                if among.is_some() {
                    transaction.delete(ATTACHMENTS, &sha256)?;
                }
                unnamed.push(sha256);
            }
        }
        transaction.commit().await?;
        Ok(unnamed)
    }

    /// Puts what a page left behind when it was closed into the database, where nothing newer is there.
    ///
    /// # Errors
    /// No room, or the database refused.
    pub async fn take_in(&self, left: &super::parting::Left, today: NaiveDate) -> Result<(), Trouble> {
        let newest = self.load(&left.id).await.ok().flatten().unwrap_or_default();
        let is_newer = newest.turn == left.turn || newest.writer == left.writer;
        let Ok(dossier) = Dossier::from_json(&left.text) else { return Ok(()) };
        if newest.text == left.text || (is_newer && left.moment <= newest.saved_at) {
            return Ok(());
        }
        // What another page has saved since then stands; what was left becomes an earlier state.
        let (text, standing) = if is_newer {
            (left.text.clone(), dossier)
        } else {
            let Ok(standing) = Dossier::from_json(&newest.text) else { return Ok(()) };
            (newest.text.clone(), standing)
        };
        let moment = if is_newer { left.moment } else { newest.saved_at };
        let past = Past { saved_at: left.moment, reason: Reason::OtherPage };
        let earlier = if is_newer { Vec::new() } else { vec![(past, left.text.clone())] };
        let entry = Entry::of(&left.id, &standing, &assess(&standing, today), moment);
        let saving =
            Saving { id: left.id.clone(), text, entry, known: newest.turn, writer: left.writer.clone(), earlier };
        match self.save(saving).await? {
            Outcome::Saved(_) => Ok(()),
            // Some page is saving just now: at the next start it is clearer what is newer.
            Outcome::Overtaken(_) => Err(Trouble::Refused("overtaken".to_owned())),
        }
    }
}

pub(super) fn place_key(id: &str, place: usize) -> String {
    format!("{id}/{place}")
}

fn past_key(id: &str, past: Past) -> String {
    format!("{id}/{past}")
}

fn damage(key: String) -> Option<Damage> {
    let (id, rest) = key.split_once('/')?;
    let saved_at = rest.split('-').next().and_then(|moment| moment.parse().ok()).unwrap_or_default();
    Some(Damage { id: id.to_owned(), saved_at, key })
}

async fn slots(transaction: &Transaction, id: &str) -> Result<[Option<Slot>; 2], Trouble> {
    let first = transaction.get(SLOTS, &place_key(id, 0)).await?;
    let second = transaction.get(SLOTS, &place_key(id, 1)).await?;
    Ok([first, second].map(|record| record.map(|record| records::slot(&record))))
}

/// The slot that was written last, and its place. That it is whole was seen when the dossier was opened.
fn newest(slots: [Option<Slot>; 2]) -> Option<(usize, Slot)> {
    let slots = slots.into_iter().enumerate().filter_map(|(place, slot)| Some((place, slot?)));
    slots.max_by_key(|(_, slot)| slot.turn)
}

/// The earlier states of a dossier, oldest first.
async fn history(transaction: &Transaction, id: &str) -> Result<Vec<Past>, Trouble> {
    let beginning = format!("{id}/");
    let keys = transaction.keys(HISTORY, &beginning).await?;
    Ok(keys.iter().filter_map(|key| key.strip_prefix(&beginning)?.parse().ok()).collect())
}
