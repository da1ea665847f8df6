//! How ready a filing is, at a glance: of each of four matters, how much is done, wrong, or still to be done.

use super::route::{Address, Route};
use crate::charter::assemble;
use crate::checks::charter::{PointState, points};
use crate::checks::{Assessment, ItemState, Need, Outcome, Severity, Verdict, Weight};
use crate::dossier::Dossier;
use crate::language::{Label, label};

/// The facts that say that something is signed or sealed.
const SIGNING: [&str; 5] =
    ["charter_signed", "charter_sealed", "application_sealed", "profiles_sealed", "minutes_signed"];

/// One matter, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What is counted.
    pub title: Label,
    /// Where one goes on with it.
    pub address: Address,
    /// How many are as they should be.
    pub done: usize,
    /// How many are not, and have to be changed.
    pub wrong: usize,
    /// How many there are.
    pub all: usize,
}

/// How ready a filing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// 设立条件, 章程事项, 备案材料, 签字盖章.
    pub shares: [Share; 4],
    /// How many findings must be put right.
    pub errors: usize,
}

impl Readiness {
    /// How ready a dossier is of which the checks say `assessment`.
    #[must_use]
    pub fn of(dossier: &Dossier, assessment: &Assessment) -> Self {
        let shares = [conditions(assessment), of_charter(dossier), materials(assessment), signing(assessment)];
        let errors = assessment.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        Self { shares, errors }
    }

    /// Whether nothing is wrong and nothing that the Measures ask for is left to do.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.errors == 0 && self.shares.iter().all(|share| share.done == share.all)
    }
}

/// The conditions that must be met.
fn conditions(assessment: &Assessment) -> Share {
    let musts = || assessment.outcomes.iter().filter(|outcome| outcome.rule.weight == Weight::Must);
    let count = |verdict| musts().filter(|outcome: &&Outcome| outcome.verdict == verdict).count();
    Share {
        title: label("设立条件", "Conditions"),
        address: Route::Eligibility.address(),
        done: count(Verdict::Met),
        wrong: count(Verdict::Unmet),
        all: musts().count(),
    }
}

/// What the charter is to say.
fn of_charter(dossier: &Dossier) -> Share {
    let points = points(&assemble(dossier));
    let count = |states: &[PointState]| points.iter().filter(|point| states.contains(&point.state)).count();
    Share {
        title: label("章程事项", "Charter"),
        address: Route::Charter.address(),
        done: count(&[PointState::Said, PointState::Unsure]),
        wrong: count(&[PointState::Missing]),
        all: points.len(),
    }
}

/// What the eight materials need, signatures and seals apart. Of an item that needs nothing more, nothing is open.
fn materials(assessment: &Assessment) -> Share {
    counted(label("备案材料", "Materials"), assessment, |need| !is_signing(need))
}

/// Signatures and seals.
fn signing(assessment: &Assessment) -> Share {
    let title = label("签字盖章", "Signatures and seals");
    let share = counted(title, assessment, is_signing);
    // Without members nobody knows yet how many there will be.
    let open = assessment.materials.iter().any(|item| item.number == 2 && item.state != ItemState::Ready);
    let none = share.all == 0 && open;
    Share { all: share.all + usize::from(none), ..share }
}

fn counted(title: Label, assessment: &Assessment, of: impl Fn(&Need) -> bool) -> Share {
    let needs = assessment.materials.iter().flat_map(|item| &item.needs).filter(|need| !need.is_hint() && of(need));
    let (mut done, mut all) = (0, 0);
    for need in needs {
        done += usize::from(need.is_done());
        all += 1;
    }
    Share { title, address: Route::Materials.address(), done, wrong: 0, all }
}

fn is_signing(need: &Need) -> bool {
    need.first_key().is_some_and(|key| SIGNING.contains(&key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::assess;
    use crate::dossier::sample;

    fn readiness(dossier: &Dossier) -> Readiness {
        Readiness::of(dossier, &assess(dossier, chrono::NaiveDate::from_ymd_opt(2026, 7, 1).unwrap()))
    }

    fn counts(dossier: &Dossier) -> [(usize, usize, usize); 4] {
        readiness(dossier).shares.map(|share| (share.done, share.wrong, share.all))
    }

    fn edited(edits: &[(&str, &str)]) -> Dossier {
        let mut dossier = sample();
        for (path, typed) in edits {
            dossier.fact_mut(&(*path).into()).unwrap().put(typed);
        }
        dossier
    }

    #[test]
    fn of_the_sample_only_the_twelve_certificates_are_missing() {
        let [conditions, charter, materials, signing] = counts(&sample());
        assert_eq!((conditions.0, conditions.1), (conditions.2, 0));
        assert_eq!((charter.0, charter.1), (charter.2, 0));
        assert_eq!(materials.2 - materials.0, 12);
        // Each of twelve units signs and seals the charter; form, profiles and minutes are sealed or signed once.
        assert_eq!(signing, (27, 0, 27));
        assert!(!readiness(&sample()).is_ready());
    }

    #[test]
    fn what_changes_in_the_dossier_shows_in_its_share_alone() {
        let whole = counts(&sample());
        let rows = [
            ("a condition not met", "secretariat/fixed_premises", "no", 0, (1, 1)),
            ("a condition left open", "members/m05/willing", "", 0, (1, 0)),
            ("a seal that is not there yet", "members/m05/charter_sealed", "no", 3, (1, 0)),
            ("minutes not signed", "materials/minutes_signed", "", 3, (1, 0)),
        ];
        for (sentence, path, typed, share, (less, wrong)) in rows {
            let mut expected = whole;
            expected[share].0 -= less;
            expected[share].1 += wrong;
            assert_eq!(counts(&edited(&[(path, typed)])), expected, "{sentence}");
        }
    }

    #[test]
    fn a_clause_switched_off_is_wrong_in_the_charter() {
        let mut dossier = sample();
        dossier.charter.off.insert("purpose".to_owned());
        let [_, charter, ..] = counts(&dossier);
        assert_eq!((charter.1, charter.2 - charter.0), (1, 1));
        assert_eq!(readiness(&dossier).errors, 1);
    }

    #[test]
    fn nothing_is_ready_in_an_empty_dossier_and_no_share_is_of_nothing() {
        for share in readiness(&Dossier::default()).shares {
            assert!(share.done < share.all, "{}", share.title.zh);
        }
    }
}
