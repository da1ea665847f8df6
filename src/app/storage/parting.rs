//! What a page that is being left had not yet saved.
//!
//! A browser may drop what a page still writes to IndexedDB while it closes or reloads; what it puts into local storage
//! it keeps. So a page that is left with something unsaved leaves a copy there, and the next start puts it into the
//! database.

use crate::app::browser;

/// What the keys of copies begin with; the dossier's id follows.
const KEY: &str = "jiemeng-unsaved/";
/// Where layout 1 left the copy of its one dossier.
const OLD_KEY: &str = "jiemeng-unsaved";

/// A dossier as it was when its page was left.
#[derive(Debug, Clone)]
pub struct Left {
    /// Its id.
    pub id: String,
    /// The turn that the page had saved or read last.
    pub turn: u64,
    /// The page.
    pub writer: String,
    /// When it was left.
    pub moment: i64,
    /// The dossier's JSON.
    pub text: String,
}

/// Leaves a copy.
pub fn leave(left: &Left) {
    if let Some(storage) = browser::local_storage() {
        let Left { id, turn, writer, moment, text } = left;
        // Where there is no room, the database is still being written to.
        let _refused = storage.set_item(&format!("{KEY}{id}"), &format!("{turn}\n{writer}\n{moment}\n{text}"));
    }
}

/// All copies that were left.
pub fn all_left() -> Vec<Left> {
    let Some(storage) = browser::local_storage() else { return Vec::new() };
    let names = browser::keys(&storage, KEY);
    let read = |name: String| {
        let copy = storage.get_item(&name).ok()??;
        let mut lines = copy.splitn(4, '\n');
        let (turn, writer) = (lines.next()?.parse().ok()?, lines.next()?.to_owned());
        let moment = lines.next()?.parse().ok()?;
        Some(Left { id: name.strip_prefix(KEY)?.to_owned(), turn, writer, moment, text: lines.next()?.to_owned() })
    };
    names.into_iter().filter_map(read).collect()
}

/// Forgets the copy of a dossier: the database has it.
pub fn forget(id: &str) {
    if let Some(storage) = browser::local_storage() {
        let _never_fails = storage.remove_item(&format!("{KEY}{id}"));
    }
}

/// What layout 1 left, and when.
pub fn left_by_layout_1() -> Option<(i64, String)> {
    let copy = browser::local_storage()?.get_item(OLD_KEY).ok()??;
    let (moment, text) = copy.split_once('\n')?;
    Some((moment.parse::<f64>().ok()? as i64, text.to_owned()))
}

/// Forgets what layout 1 left: the database has it.
pub fn forget_layout_1() {
    if let Some(storage) = browser::local_storage() {
        let _never_fails = storage.remove_item(OLD_KEY);
    }
}
