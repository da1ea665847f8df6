//! The members as a table of many rows: how far each is, which are shown and in which order, what is changed of several at
//! once, blocks of cells, and who still has to sign what.
//!
//! All of it is plain data over a dossier, so that the page only draws it. This room must never decide whether a fact is
//! good enough (that is `checks`), and never changes the order of the dossier, which is the order of the documents, unless
//! it is asked to move a member.

mod block;
mod columns;
mod edit;
mod signing;
mod standing;
#[cfg(test)]
mod tests;
mod view;

pub use block::{Pasted, Range, copy, paste, read_block};
pub use columns::{COLUMNS, Column, Shown, shown};
pub use edit::{Move, delete, set_all, settable, shift};
pub use signing::{Due, MATTERS, Matter, due_of, owes, progress};
pub use standing::{Concerns, Found, Standing, State, concerns};
pub use view::{Filter, Sort, SortBy, View, filters};
