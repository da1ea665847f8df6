//! What the screens are made of.

mod change_note;
mod choose_file;
mod citation;
mod confirm;
mod controls;
mod error_summary;
mod fact_links;
mod field;
mod finding;
mod heading;
mod help;
mod readiness;
mod see_documents;
mod segments;
mod sheets;
mod stretch;
mod taking_back;
mod unfolding;
mod words;

pub use change_note::ChangeNote;
pub use choose_file::ChooseFile;
pub use citation::{Cite, Quoted};
pub use confirm::Confirm;
pub use error_summary::{ErrorSummary, Faults};
pub use fact_links::FactLinks;
pub use field::{Field, Fields};
pub use finding::OneFinding;
pub use heading::{ComposedHeading, Heading};
pub use readiness::{ReadinessPicture, readiness};
pub use see_documents::SeeDocuments;
pub use segments::Segments;
pub use sheets::{SheetTools, Sheets, Viewer};
pub use stretch::{Gap, Stretch};
pub use taking_back::{JustDone, StepButtons, follow_undo_keys};
pub use unfolding::Unfolding;
pub use words::Hint;
