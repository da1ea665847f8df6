//! Contradictions within the dossier and what an office would ask about: one check, one file.

mod alliance_name;
mod attachments;
mod attendance;
mod charter_and_facts;
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

pub use licence_code::ID as LICENCE_CODE;
pub(super) use registration::is_elsewhere;

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::case::{Asked, Case};
use super::kept::{Kept, Reads};
use super::row::Row;
use super::{Finding, Severity};
use crate::dossier::{Dossier, FactPath, Kind, Member};
use crate::language::Message;
use crate::measures::Citation;

/// A check and the id of its findings.
pub(super) struct Check {
    id: &'static str,
    find: Find,
}

/// Where a check looks.
#[derive(Clone, Copy)]
enum Find {
    /// At each fact that is asked for and cannot be read, by itself.
    InUnread(fn(&Asked, &mut Findings)),
    /// At each one that is a text.
    InText(fn(&Asked, &mut Findings)),
    /// At each one that is a day.
    InDay(fn(&Asked, &mut Findings)),
    /// At each member, by itself.
    InMember(fn(&Row, &mut Findings)),
    /// At the dossier; only once while what it reads stays as it is.
    In(Reads, fn(&Case, &mut Findings)),
}

/// Pairs the id and the check of each file, with where it looks.
macro_rules! checks {
    ($($find:ident $(($reads:ident))? $file:ident),* $(,)?) => {
        const CHECKS: &[Check] = &[$( Check { id: $file::ID, find: Find::$find($(Reads::$reads,)? $file::find) } ),*];
    };
}
checks! {
    InUnread unread,
    In(All) duplicate_code,
    In(All) duplicate_name,
    In(All) leading_roles,
    In(Leads) secretariat_unit,
    In(Leads) order_of_dates,
    InDay future_dates,
    In(Parts) founding_date,
    In(All) attendance,
    In(All) votes,
    In(Parts) charter_majority,
    InMember outside_mainland,
    InMember registration,
    InMember class_and_kind,
    InMember class_and_licence,
    In(All) secretary_general,
    In(All) charter_and_facts,
    In(Parts) places,
    In(Parts) alliance_name,
    InText stray_characters,
    In(All) attachments,
    In(All) hazards,
    In(All) licence_code,
    In(Leads) stale_evidence,
    In(All) holdings_date,
}

/// What a check has found so far.
#[derive(Default)]
pub(super) struct Findings {
    check: &'static str,
    place: usize,
    found: Vec<(usize, Finding)>,
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
        let finding = Finding { check: self.check, severity, message, remedy, facts, citation: citation.into() };
        self.found.push((self.place, finding));
    }

    /// What is found next is found by the check in this place.
    const fn turn_to(&mut self, place: usize, check: &Check) {
        (self.check, self.place) = (check.id, place);
    }
}

/// The id of every check.
pub fn check_ids() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|check| check.id)
}

/// A check that looks at single facts, and its place.
type Single = (usize, &'static Check, fn(&Asked, &mut Findings));
/// One that looks at single members.
type OfMember = (usize, &'static Check, fn(&Row, &mut Findings));

/// The checks that look at single facts and members, by what they look at.
#[derive(Default)]
struct Apart {
    member: Vec<OfMember>,
    unread: Vec<Single>,
    text: Vec<Single>,
    day: Vec<Single>,
    /// The places of the questions that are put to members: of those whose facts are looked at even when they are read, and of
    /// all.
    of_members: [Vec<usize>; 2],
}

static APART: LazyLock<Apart> = LazyLock::new(|| {
    let mut apart = Apart::default();
    for (place, check) in CHECKS.iter().enumerate() {
        match check.find {
            Find::InUnread(find) => apart.unread.push((place, check, find)),
            Find::InText(find) => apart.text.push((place, check, find)),
            Find::InDay(find) => apart.day.push((place, check, find)),
            Find::InMember(find) => apart.member.push((place, check, find)),
            Find::In(..) => {}
        }
    }
    let is_looked_at =
        |place: &usize| Member::QUESTIONS.get(*place).is_some_and(|question| !apart.of_kind(question.kind).is_empty());
    let every = 0..Member::QUESTIONS.len();
    apart.of_members = [every.clone().filter(is_looked_at).collect(), every.collect()];
    apart
});

impl Apart {
    /// The checks that look at facts of this kind, whether they can be read or not.
    fn of_kind(&self, kind: Kind) -> &[Single] {
        match kind {
            Kind::Text | Kind::Prose => &self.text,
            Kind::Date => &self.day,
            _ => &[],
        }
    }
}

/// What is found in single facts, by the place of the check. There is nothing to be found in a blank one.
fn of_facts<'a>(asked: impl Iterator<Item = Asked<'a>>, findings: &mut Findings) {
    let apart = &*APART;
    let mut look = |asked: &Asked, checks: &[Single]| {
        for (place, check, find) in checks {
            findings.turn_to(*place, check);
            find(asked, findings);
        }
    };
    for asked in asked {
        if asked.fact.is_unread() {
            look(&asked, &apart.unread);
        }
        look(&asked, apart.of_kind(asked.question.kind));
    }
}

/// What is found in single facts that are no member's, by the place of the check.
pub(super) fn of_parts(dossier: &Dossier, today: NaiveDate) -> Vec<(usize, Finding)> {
    let mut findings = Findings::default();
    of_facts(Asked::of_parts(dossier, today), &mut findings);
    findings.found
}

/// What is found in one member by itself, by the place of the check.
pub(super) fn of_member(row: &Row, today: NaiveDate) -> Vec<(usize, Finding)> {
    let mut findings = Findings::default();
    // Most members have nothing that cannot be read.
    let [looked_at, every] = &APART.of_members;
    of_facts(row.asked(today, if row.has_unread() { every } else { looked_at }), &mut findings);
    for (place, check, find) in &APART.member {
        findings.turn_to(*place, check);
        find(row, &mut findings);
    }
    findings.found
}

/// What one check finds in the dossier.
impl Check {
    fn find(&self, case: &Case) -> Vec<Finding> {
        let mut findings = Findings::default();
        findings.turn_to(0, self);
        if let Find::In(_, find) = self.find {
            find(case, &mut findings);
        }
        findings.found.into_iter().map(|(_, finding)| finding).collect()
    }
}

/// Everything that all checks find, each check's by its place; what was found in single facts and members is handed in.
pub(super) fn findings(case: &Case, kept: &mut Kept<Vec<Finding>>, single: &[(usize, Finding)]) -> Vec<Finding> {
    let mut apart: Vec<&(usize, Finding)> = single.iter().collect();
    apart.extend(case.rows.iter().flat_map(|row| &row.findings));
    let mut found = Vec::new();
    for (place, check) in CHECKS.iter().enumerate() {
        match check.find {
            Find::In(reads, _) => found.extend(kept.take(place, reads, || check.find(case))),
            _ => found.extend(apart.iter().filter(|(of, _)| *of == place).map(|(_, finding)| finding.clone())),
        }
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
