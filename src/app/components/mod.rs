//! What the screens are made of.

mod citation;
mod confirm;
mod controls;
mod field;
mod heading;

pub use confirm::Confirm;
pub use field::Fields;
pub use heading::{ComposedHeading, Heading};
