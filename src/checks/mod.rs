//! 4. checks: from the dossier and a date to verdicts and findings.
//!
//! One requirement, one file: its citation, its question, the check, what would change it, and its tests. Everything is
//! collected; nothing stops at the first fault. "Not answered" is [`Verdict::Unknown`], never "no". This room must never
//! write documents, and never invents what the Measures do not say: what is expert knowledge is marked as a hint.

mod assessment;
mod case;
pub mod charter;
mod chronology;
mod consistency;
mod eligibility;
mod materials;
#[cfg(test)]
mod testing;
mod words;

pub use assessment::{Assessment, Finding, ItemState, MaterialItem, Need, Outcome, Rule, Severity, Verdict, Weight};
pub use consistency::check_ids;
pub use eligibility::rules;

use case::Case;
use chrono::NaiveDate;

use crate::dossier::Dossier;

/// Everything that the checks say of `dossier` on the day `today`. Its work grows with the number of members, not with
/// its square.
#[must_use]
pub fn assess(dossier: &Dossier, today: NaiveDate) -> Assessment {
    let case = Case::new(dossier, today);
    let mut findings = consistency::findings(&case);
    findings.sort_by_key(|finding| finding.severity);
    Assessment { outcomes: eligibility::outcomes(&case), findings, materials: materials::items(&case) }
}
