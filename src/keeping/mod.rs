//! How dossiers are kept: what makes a stored text trustworthy, which earlier states stay, what can be taken back, when
//! two pages agree, and when it is time for a draft.
//!
//! Everything here is a rule over plain data, so that it can be tested without a browser. Where and when it is written is
//! the page's business; this room must never store anything itself. Moments are whole milliseconds since 1970, handed in.

mod history;
mod merging;
mod reminder;
mod shelf;
mod slot;
mod steps;

pub use history::{MOST, Past, Reason, is_due, surplus};
pub use merging::merge;
pub use reminder::days_without_draft;
pub use shelf::{BIN_DAYS, Entry};
pub use slot::{Chosen, Slot, choose};
pub use steps::Steps;

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
