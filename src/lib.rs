//! 结盟 Jiemeng: from what the founders of an intellectual property alliance know to a filing bundle that the office
//! can accept, verify and bind, under Hainan's Measures for intellectual property alliances (a draft for comment).
//!
//! # The way, in steps
//!
//! 1. [`measures`]: the regulation as data, verbatim, with citations that must resolve.
//! 2. [`dossier`]: what the founders know. [`identifiers`] are the value types its facts are read into.
//! 3. [`charter`]: the clause library, the founders' choices and their own clauses, put together into numbered articles.
//!    [`template`] is the small language in which every editable text is written.
//! 4. [`checks`]: dossier and date to findings and verdicts.
//! 5. [`documents`]: dossier to a small document representation.
//! 6. [`render`]: that representation to pages, DOCX, PDF and XLSX.
//! 7. [`bundle`]: a map from path to file, then a ZIP, a manifest and sums; drafts and reading them back.
//! 8. [`protocol`]: what the page asks of the worker that makes and reads those files.
//!
//! [`screens`] stands beside it: which question stands on which screen of the page, and the address of each; and
//! [`members`]: the members as a table of many rows; and [`keeping`]: how dossiers are kept from day to day; and
//! [`comparing`]: in what one dossier differs from another.
//!
//! [`language`], [`calendar`], [`package`], [`spreadsheet`] and [`wordprocessing`] lie beneath: the two languages of every
//! sentence a user reads, the days that the Measures count, and the Office files that users bring.
//!
//! The arrows point one way: a room uses only the rooms before it, and `tests/layering.rs` holds that.
//!
//! The core never reads a clock, never draws a random number, never touches a browser and keeps no global state: the date
//! and every id are handed in.

pub mod bundle;
pub mod calendar;
pub mod charter;
pub mod checks;
pub mod comparing;
pub mod documents;
pub mod dossier;
pub mod identifiers;
pub mod keeping;
pub mod language;
pub mod measures;
pub mod members;
pub mod package;
pub mod protocol;
pub mod render;
pub mod screens;
pub mod spreadsheet;
pub mod template;
pub mod wordprocessing;
