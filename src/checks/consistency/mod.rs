//! Contradictions within the dossier and what an office would ask about: one check, one file.

mod alliance_name;
mod attachments;
mod attendance;
mod charter_majority;
mod class_and_kind;
mod class_and_licence;
mod duplicate_code;
mod duplicate_name;
mod founding_date;
mod future_dates;
mod hazards;
mod holdings_date;
mod leading_roles;
mod licence_code;
mod order_of_dates;
mod outside_mainland;
mod places;
mod registration;
mod secretariat_unit;
mod secretary_general;
mod stale_evidence;
mod stray_characters;
mod unread;
mod votes;

use super::case::Case;
use super::{Finding, Severity};
use crate::dossier::FactPath;
use crate::language::Message;
use crate::measures::Citation;

/// A check and the id of its findings.
struct Check {
    id: &'static str,
    find: fn(&Case, &mut Findings),
}

/// Pairs the id and the check of each file.
macro_rules! checks {
    ($($file:ident),* $(,)?) => {
        const CHECKS: &[Check] = &[$( Check { id: $file::ID, find: $file::find } ),*];
    };
}
checks! {
    unread, duplicate_code, duplicate_name, leading_roles, secretariat_unit, order_of_dates, future_dates, founding_date,
    attendance, votes, charter_majority, outside_mainland, registration, class_and_kind, class_and_licence, secretary_general, places,
    alliance_name, stray_characters, attachments, hazards, licence_code, stale_evidence,
    holdings_date,
}

/// What a check has found so far.
struct Findings {
    check: &'static str,
    found: Vec<Finding>,
}

impl Findings {
    /// Something was found. The first fact is the first to be opened.
    fn add(
        &mut self,
        severity: Severity,
        (message, remedy): (Message, Message),
        facts: Vec<FactPath>,
        citation: impl Into<Option<Citation>>,
    ) {
        self.found.push(Finding { check: self.check, severity, message, remedy, facts, citation: citation.into() });
    }
}

/// The id of every check.
pub fn check_ids() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|check| check.id)
}

/// Everything that all checks find.
pub(super) fn findings(case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    for check in CHECKS {
        let mut findings = Findings { check: check.id, found };
        (check.find)(case, &mut findings);
        found = findings.found;
    }
    found
}

#[cfg(test)]
mod testing {
    use super::Severity;
    use crate::checks::testing::{assessed, findings};

    /// A case of a check: what is the matter, the edits that make it so, and the severity and some words of the one
    /// finding that there must be, or `None` for no finding.
    pub(super) type Case<'a> = (&'a str, &'a [&'a str], Option<(Severity, &'a str)>);

    /// Holds a table of cases against a check.
    pub(super) fn holds(check: &str, table: &[Case]) {
        for (sentence, edits, expected) in table {
            let found = findings(check, edits);
            let said: Vec<String> = found
                .iter()
                .map(|finding| format!("{:?} {} {}", finding.severity, finding.message.zh, finding.remedy.zh))
                .collect();
            match expected {
                None => assert!(found.is_empty(), "{check}: {sentence}: {said:#?}"),
                Some((severity, words)) => {
                    assert_eq!(found.len(), 1, "{check}: {sentence}: {said:#?}");
                    assert_eq!(found[0].severity, *severity, "{check}: {sentence}: {said:#?}");
                    assert!(said[0].contains(words), "{check}: {sentence}: no “{words}” in {said:#?}");
                    assert!(!found[0].facts.is_empty(), "{check}: {sentence}: leads nowhere");
                }
            }
        }
    }

    #[test]
    fn nothing_is_wrong_with_the_sample() {
        assert_eq!(assessed(&[]).findings, []);
    }

    #[test]
    fn nothing_is_wrong_with_an_empty_dossier() {
        assert_eq!(assessed(&["empty"]).findings, []);
    }
}
