//! 2. dossier: what the founders know.
//!
//! Every fact is an [`Answer`]: blank, given, or typed but not readable as its value. Nothing typed is ever discarded,
//! and "not answered" is a value of its own, never "no". Each fact is declared once, together with the [`Question`] that
//! asks for it; the screens, the check-answers page, the error summary and the blanks of the documents all read that row.
//!
//! This room must never decide whether a fact is good enough (that is `checks`) and never reads a clock.

mod answer;
mod attached;
mod attachment;
mod charter;
mod facts;
mod foreign;
mod format;
mod inspection;
mod intake;
mod limits;
pub mod matching;
mod members;
mod parts;
mod path;
mod question;
mod refusal;
pub mod roster;
mod sample;
#[cfg(test)]
mod tests;
mod values;
mod whole;

pub use answer::{Answer, Fact, FactState, FactValue};
pub use attached::{LARGEST, MOST_BYTES, MOST_FILES, Step};
pub use attachment::{Attachment, Holder, MediaType, Turn};
pub use charter::{CharterDraft, Comment, OwnClause};
pub use foreign::Foreign;
pub use format::{FORMAT, ReadError, VERSION};
pub use inspection::{Hazard, Inspection};
pub use intake::{HeadAndCrc, Intake, Sums};
pub use limits::{MOST_MEMBERS, too_many_members};
pub use members::Members;
pub use parts::{Alliance, Materials, Member, Secretariat, Setup};
pub use path::{FactPath, Section};
pub use question::{Applies, Kind, Question};
pub use refusal::Refusal;
pub use sample::{SAMPLE, sample};
pub use values::{AllianceKind, Category, Field, LicenceWord, Prose, Role, Text, YesNo};
pub use whole::Dossier;
