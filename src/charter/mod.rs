//! 3. charter: the clause library, the founders' choices and their own clauses, put together into numbered articles.
//!
//! The model's nine chapters follow the nine items of Article 18. Each is a text file in `clauses/`, written in the
//! [`crate::template`] language, that a lawyer may edit; [`choices()`] are the questions whose answers decide between
//! alternatives in those texts. [`assemble()`] applies a dossier's [`CharterDraft`](crate::dossier::CharterDraft) to the
//! model: choices with their defaults, founders' wording in place of the model's, own clauses, their order, what is switched
//! off; then numbers what is left through, so that every reference is right.
//!
//! What the founders wrote is never dropped: text that cannot be read stands in its article as it was typed, with its
//! [errors](Article::errors) beside it. [`departures()`] tells in what their charter differs from the model. This room must never judge the charter (that is `checks`) and reads no clock.

mod assemble;
mod blank_names;
mod choices;
mod departures;
mod difference;
pub mod edit;
mod facts;
mod library;
#[cfg(test)]
mod tests;
mod votes;

pub use assemble::{Article, Chapter, Charter, Origin, assemble, wording};
pub use blank_names::{BlankName, as_kept, blank_names, in_words};
pub use choices::{Alternative, Choice, choices};
pub use departures::{Change, Deed, Departure, departures};
pub use difference::{Fate, Piece, difference};
pub use facts::{CharterFacts, reads_members};
pub use library::{Clause, ModelChapter, chapters, clause, clause_path, clauses};
pub use votes::additional_votes;
