//! What a page that is being left had not yet saved.
//!
//! A browser may drop what a page still writes to IndexedDB while it closes or reloads; what it puts into local storage
//! it keeps. So a page that is left with something unsaved leaves a copy there, and the next start puts it into the
//! database.

use crate::app::browser;

const KEY: &str = "jiemeng-unsaved";

/// Leaves the dossier's JSON as it is at a moment (milliseconds since 1970).
pub fn leave(json: &str, moment: f64) {
    if let Some(storage) = browser::local_storage() {
        // Where there is no room, the database is still being written to.
        let _refused = storage.set_item(KEY, &format!("{moment}\n{json}"));
    }
}

/// What was left after a moment, and when; nothing where the database has something newer.
pub fn left_after(saved_at: f64) -> Option<(String, f64)> {
    let copy = browser::local_storage()?.get_item(KEY).ok()??;
    let (moment, json) = copy.split_once('\n')?;
    let moment = moment.parse().ok().filter(|moment| *moment > saved_at)?;
    Some((json.to_owned(), moment))
}

/// Forgets what was left up to a moment: the database has it.
pub fn forget_until(saved_at: f64) {
    if let Some(storage) = browser::local_storage()
        && left_after(saved_at).is_none()
    {
        let _never_fails = storage.remove_item(KEY);
    }
}
