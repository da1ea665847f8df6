//! What the tests of the checks share: the sample, edited by lines that anybody can read.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::{Assessment, Finding, Outcome, Verdict, assess};
use crate::dossier::{Dossier, FactPath, sample};

/// The day on which the sample is assessed.
pub(super) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();

/// The sample after some edits: `empty` (no dossier at all), `remove m12`, `copy m12` (as m12-copy), `only m01 m02`
/// (these members), `choose quorum all-majority` (a choice of the charter), `members/m01/role = council`, `alliance/name =` (blank).
pub(super) fn edited(edits: &[&str]) -> Dossier {
    let mut dossier = sample();
    for edit in edits {
        match edit.split_once(' ') {
            None if *edit == "empty" => dossier = Dossier::default(),
            Some(("remove", id)) => {
                let before = dossier.members.len();
                dossier.members.retain(|member| member.id != id);
                assert_eq!(dossier.members.len() + 1, before, "{edit}");
            }
            Some(("copy", id)) => {
                let mut copy = dossier.member(id).unwrap_or_else(|| panic!("{edit}")).clone();
                write!(copy.id, "-copy").unwrap();
                dossier.members.push(copy);
            }
            Some(("choose", choice)) => {
                let (choice, chosen) = choice.split_once(' ').unwrap_or_else(|| panic!("{edit}: not an edit"));
                dossier.charter.choices.insert(choice.to_owned(), chosen.to_owned());
            }
            Some(("only", ids)) => dossier.members.retain(|member| ids.split(' ').any(|id| id == member.id)),
            _ => {
                let (path, value) = edit.split_once('=').unwrap_or_else(|| panic!("{edit}: not an edit"));
                let path = FactPath::new(path.trim());
                dossier.fact_mut(&path).unwrap_or_else(|| panic!("{edit}: no such fact")).put(value.trim());
            }
        }
    }
    dossier
}

/// What the checks say of the sample after some edits.
pub(super) fn assessed(edits: &[&str]) -> Assessment {
    assess(&edited(edits), TODAY)
}

/// What one requirement comes to after some edits.
pub(super) fn outcome(rule: &str, edits: &[&str]) -> Outcome {
    let outcomes = assessed(edits).outcomes;
    outcomes.into_iter().find(|outcome| outcome.rule.id == rule).unwrap_or_else(|| panic!("{rule} does not apply"))
}

/// A case of a requirement: what is the matter, the edits that make it so, the verdict, and words that the reasons,
/// remedies or hints must hold.
pub(super) type Case<'a> = (&'a str, &'a [&'a str], Verdict, &'a str);

/// Holds a table of cases against a requirement.
pub(super) fn holds(rule: &str, table: &[Case]) {
    for (sentence, edits, verdict, words) in table {
        let outcome = outcome(rule, edits);
        let said: Vec<&str> = [&outcome.reasons, &outcome.remedies, &outcome.hints]
            .into_iter()
            .flatten()
            .flat_map(|message| [message.zh.as_str(), message.en.as_str()])
            .collect();
        assert_eq!(outcome.verdict, *verdict, "{rule}: {sentence}: {said:#?}");
        assert!(said.iter().any(|said| said.contains(words)), "{rule}: {sentence}: no “{words}” in {said:#?}");
    }
}

/// The findings of one check after some edits.
pub(super) fn findings(check: &str, edits: &[&str]) -> Vec<Finding> {
    assessed(edits).findings.into_iter().filter(|finding| finding.check == check).collect()
}
