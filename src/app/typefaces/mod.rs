//! The fonts of the PDF files: those that come with the app, fetched when a PDF is first made, and the user's own, kept in
//! this browser. The screen needs none of them: a preview is drawn with what the machine has.

mod installed;
mod panel;
mod shelf;
mod supply;

pub use panel::Typefaces;
pub use supply::{Supply, Tier, hand_over};
