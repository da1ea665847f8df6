//! What is there first: the frame around every screen, and the list of tasks. It knows no dossier, so that it comes quickly:
//! see [`parts`](super::parts).

mod frame;
mod tasks;
mod tour;

pub use frame::Frame;
pub use tasks::{BEGUN_KEY, BeforeAnything, STANDING};
