//! What the screens are made of.

mod citation;
mod confirm;
mod controls;
mod fact_links;
mod field;
mod finding;
mod heading;
mod paper;
mod unfolding;
mod words;

pub use citation::Cite;
pub use confirm::Confirm;
pub use fact_links::FactLinks;
pub use field::{Field, Fields};
pub use finding::OneFinding;
pub use heading::{ComposedHeading, Heading};
pub use paper::Paper;
pub use unfolding::Unfolding;
pub use words::Hint;
