//! From layout 1, which kept one dossier, to the present one.
//!
//! Layout 1 kept `{json, savedAt}` under `drafts/current`, the bytes of attachments under their ids, and in local storage
//! a copy of what a page had not saved when it was left. All of it moves in one transaction, or nothing does.

use chrono::NaiveDate;

use super::parting;
use super::records::{self, attachments_of, field};
use super::store::{ATTACHMENTS, DRAFTS, ENTRIES, SLOTS, Store, place_key};
use super::trouble::Trouble;
use jiemeng::checks::assess;
use jiemeng::dossier::Dossier;
use jiemeng::keeping::{Entry, Slot};

const CURRENT: &str = "current";

impl Store {
    /// Moves what layout 1 kept under the new id. Does nothing where there is nothing of it.
    ///
    /// # Errors
    /// No room, or the database refused. What layout 1 kept is then where it was.
    pub async fn move_from_layout_1(&self, id: &str, writer: &str, today: NaiveDate) -> Result<(), Trouble> {
        let transaction = self.0.write(&[DRAFTS, ATTACHMENTS, SLOTS, ENTRIES]).await?;
        let Some(kept) = transaction.get(DRAFTS, CURRENT).await? else { return Ok(()) };
        let mut text = field(&kept, "json").as_string().unwrap_or_default();
        let mut saved_at = field(&kept, "savedAt").as_f64().unwrap_or_default() as i64;
        if let Some((moment, left)) = parting::left_by_layout_1().filter(|(moment, _)| *moment > saved_at) {
            (saved_at, text) = (moment, left);
        }
        for (old, sha256) in attachments_of(&text) {
            if let Some(bytes) = transaction.get(ATTACHMENTS, &old).await? {
                transaction.put(ATTACHMENTS, &sha256, &bytes)?;
                transaction.delete(ATTACHMENTS, &old)?;
            }
        }
        // A dossier of a newer version is kept as it is and told of when it is opened.
        let entry = Dossier::from_json(&text).map_or_else(
            |_| Entry { id: id.to_owned(), begun_at: saved_at, saved_at, ..Entry::default() },
            |dossier| Entry::of(id, &dossier, &assess(&dossier, today), saved_at),
        );
        let slot = Slot::seal(1, writer, saved_at, text);
        transaction.put(SLOTS, &place_key(id, 0), &records::of_slot(&slot))?;
        transaction.put(ENTRIES, id, &records::of_entry(&entry))?;
        transaction.delete(DRAFTS, CURRENT)?;
        transaction.commit().await?;
        parting::forget_layout_1();
        Ok(())
    }
}
