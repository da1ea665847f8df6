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
mod facts;
mod first;
mod kept;
mod ledger;
mod materials;
mod precheck;
mod printable;
mod row;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod testing;
mod titles;
mod why;
mod words;

pub use assessment::{Assessment, Finding, ItemState, MaterialItem, Outcome, Rule, Severity, Verdict, Weight};
pub use consistency::LICENCE_CODE;
pub use eligibility::{MEMBER_COUNT, rules};
pub use facts::Facts;
pub use kept::Assessor;
pub use ledger::{Entry, LEDGER, Treatment};
pub use materials::{Need, titles as material_titles};
pub use precheck::{PRECHECK, PrecheckQuestion, PrecheckResult, Reply, precheck};
pub use printable::is_unprintable_ideograph;
pub use titles::check_title;
pub use why::{Turn, turns};

use chrono::NaiveDate;

use crate::dossier::Dossier;

/// The ids of all findings.
pub fn check_ids() -> impl Iterator<Item = &'static str> {
    consistency::check_ids().chain(charter::CHECKS)
}

/// Everything that the checks say of `dossier` on the day `today`. Its work grows with the number of members, not with
/// its square. Who asks again and again lets an [`Assessor`] keep what has not changed.
#[must_use]
pub fn assess(dossier: &Dossier, today: NaiveDate) -> Assessment {
    Assessor::default().assess(dossier, today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::assessed;

    #[test]
    fn the_requirements_and_their_outcomes_come_in_the_order_of_the_measures() {
        assert!(rules().map(|rule| rule.citation).is_sorted());
        let outcomes = assessed(&[]).outcomes;
        assert!(outcomes.iter().map(|outcome| outcome.rule.citation).is_sorted());
        let told = |rule: &&Rule| outcomes.iter().any(|outcome| outcome.rule.id == rule.id);
        // Article 15 concerns protection alliances alone, and the sample is none.
        assert_eq!(rules().filter(|rule| !told(rule)).map(|rule| rule.citation.article).collect::<Vec<_>>(), [15]);
    }
}
