//! Where the founders meet their dossier: the screens, their addresses, and which question stands where.
//!
//! Screens are described, not written out. A screen is a title and groups of question keys; how a question looks follows
//! from its kind. So a fact is asked in one place only, which a test holds, and every list of facts (the screen, the
//! check-answers page, the index of the Measures) is drawn from the same rows.
//!
//! This room knows nothing of how a screen is drawn.

mod faults;
mod handing_in;
mod help;
mod layout;
mod naming;
mod outline;
mod papers;
mod progress;
mod readiness;
mod route;
mod uses;

pub use faults::{Fault, faults_on};
pub use handing_in::{Stage, Step, in_hand, stages};
pub use help::{Help, help_of};
pub use layout::{ALLIANCE, Group, MATERIALS, MEMBER, SECRETARIAT, SETUP, Screen};
pub use naming::{answer_of, member_name, name_of};
pub use outline::{Entry, Mark, Place, by_chapters, by_comments, by_measures, chapter_path, clause_name};
pub use papers::{PAPERS, Paper};
pub use progress::{Progress, TASKS, Task};
pub use readiness::{Readiness, Share};
pub use route::{Address, Route};
pub use uses::{Mood, Picture, Standing, Use, UseKind, User, picture, uses_of};
