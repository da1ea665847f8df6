//! 示例: a complete dossier with plainly fictitious names, to look around with.

use super::Dossier;

/// The sample as JSON.
pub const SAMPLE: &str = include_str!("sample.json");

/// The sample dossier: twelve members, one of each class of entity, everything answered.
#[must_use]
pub fn sample() -> Dossier {
    // The file is part of the program, and a test reads it.
    Dossier::from_json(SAMPLE).unwrap_or_default()
}
