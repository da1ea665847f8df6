//! Keeping what was typed, in this browser's IndexedDB: the one save path.
//!
//! [`store`] says what is kept and where; [`saver`] writes a change once the hand has rested for a quarter of a second,
//! after a second at the latest, and at once when the page is hidden or left; what cannot be written in time is
//! [left beside](parting). A dossier is written into two slots in turn, each with its checksum, so that whatever happens
//! the last state or the one before is whole. A save that would overwrite
//! what [another page](tabs) has saved writes nothing: both are joined first. The state that the user sees is true: it
//! says "saved" only after the database has said so.

mod database;
mod desk;
mod moving;
mod parting;
mod records;
mod room;
mod saver;
mod store;
mod tabs;
mod trouble;
mod wiping;

pub use database::{Database, StoreShape};
pub use desk::Restored;
pub use room::{Persistence, Room};
pub use saver::{Open, Saver};
pub use store::Damage;
pub use tabs::is_alone;
pub use trouble::{SaveState, Trouble};
pub use wiping::{Wiped, wipe};
