//! 3a. template: the small language in which every editable text is written, by a lawyer, in a plain UTF-8 file.
//!
//! # The language
//!
//! One line is one paragraph; white space around a line and empty lines mean nothing. What a line begins with says what it
//! is:
//!
//! | line | is |
//! | --- | --- |
//! | `# words` | the title |
//! | `## words`, `### words`, `#### words` | a heading of level 1, 2, 3 |
//! | `> words` | a note in smaller type |
//! | `>> words` | a line at the right: date, signature |
//! | `// words` | the lawyer's remark, never printed |
//! | anything else | a paragraph |
//!
//! `{name}` is a blank that a fact fills: `{alliance/name}`, `{chair/address}`, `{count/members}`; which names there are is
//! for the [`Facts`] to say (see [`DossierFacts`]). A fact that is not known stays visible as [`Span::Missing`]. A line that
//! is one blank and nothing else grows into as many paragraphs as the fact has. `{ref id}` is the number of another clause,
//! in the charter. `{{` prints a brace.
//!
//! Lines in square brackets decide what is printed, and nest:
//!
//! ```text
//! [if known alliance/risks]        the fact is known; [if not known …] the opposite
//! [if alliance/kind = industry]    the choice is this one; [if choice/x = a | b] one of these
//! [if count/plant_varieties > 0]   the number is known and greater
//! [else]
//! [end]
//! [each member]                    once for each member, with {member/name} and so on
//! [end]
//! ```
//!
//! The same for whoever edits the texts, in Chinese and with examples: `src/documents/texts/README.md`.
//!
//! # Invariants
//!
//! [`Template::parse`] takes any text and never panics: what is wrong comes back as [`TemplateError`]s, all of them, each
//! with its line, in words for the user. A parsed template always renders. This room must never read a clock or a file, and
//! never leaves out a missing fact silently.

mod condition;
mod dossier_facts;
mod error;
mod facts;
mod parse;
mod render;
#[cfg(test)]
mod tests;

pub use condition::{Condition, Test};
pub use dossier_facts::DossierFacts;
pub use error::{Cause, TemplateError};
pub use facts::{Facts, Missing, Value};
pub use parse::{Style, Template};
pub use render::{Paragraph, Span, Words};
