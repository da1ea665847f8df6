//! 4. checks: from the dossier and a date to verdicts and findings.
//!
//! One requirement, one file: its citation, its question, the check, what would change it, and its tests. Everything is
//! collected; nothing stops at the first fault. "Not answered" is [`Verdict::Unknown`], never "no". This room must never
//! write documents, and never invents what the Measures do not say: what is expert knowledge is marked as a hint.

mod assessment;

pub use assessment::{Assessment, Finding, ItemState, MaterialItem, Need, Outcome, Rule, Severity, Verdict, Weight};
