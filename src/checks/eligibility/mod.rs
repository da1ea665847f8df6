//! The conditions and steps that the Measures set for an alliance: one requirement, one file.

mod charter;
mod field;
mod founding;
mod good_faith;
mod holdings;
mod industry;
mod interests;
mod judgement;
mod legal_person;
mod market_entities;
mod member_count;
mod member_mix;
mod premises;
mod preparation;
mod protection;
mod registered;
mod resources;
mod secretariat_unit;
mod secretary_general;
mod staff;
mod standing;

pub use member_count::MEMBER_COUNT;

use super::case::Case;
use super::kept::{Kept, Reads};
use super::{Outcome, Rule};
use judgement::Judgement;

/// A requirement, the check that goes with it, and what that reads.
struct Requirement {
    rule: &'static Rule,
    reads: Reads,
    check: fn(&Case, &mut Judgement),
}

/// Pairs the rule and the check of each file, in the order of the Measures.
macro_rules! requirements {
    ($($reads:ident $file:ident),* $(,)?) => {
        const REQUIREMENTS: &[Requirement] =
            &[$( Requirement { rule: &$file::RULE, reads: Reads::$reads, check: $file::check } ),*];
    };
}
requirements! {
    All market_entities,
    Parts field,
    Parts protection,
    Leads registered,
    Leads legal_person,
    Leads standing,
    All member_count,
    All member_mix,
    Parts industry,
    All interests,
    All holdings,
    All good_faith,
    All charter,
    Parts resources,
    Parts preparation,
    All founding,
    Leads secretariat_unit,
    Parts premises,
    Parts staff,
    Parts secretary_general,
}

/// Every requirement, in the order of the Measures.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    REQUIREMENTS.iter().map(|requirement| requirement.rule)
}

/// What every requirement that concerns this alliance comes to.
pub(super) fn outcomes(case: &Case, kept: &mut Kept<Option<Outcome>>) -> Vec<Outcome> {
    let judged =
        |(place, requirement): (usize, &Requirement)| kept.take(place, requirement.reads, || judged(case, requirement));
    REQUIREMENTS.iter().enumerate().filter_map(judged).collect()
}

/// What one requirement comes to, if it concerns this alliance.
pub(super) fn outcome(case: &Case, rule: &Rule) -> Option<Outcome> {
    REQUIREMENTS.iter().find(|requirement| requirement.rule.id == rule.id).and_then(|found| judged(case, found))
}

fn judged(case: &Case, requirement: &Requirement) -> Option<Outcome> {
    let mut judgement = Judgement::new(requirement.rule);
    (requirement.check)(case, &mut judgement);
    judgement.conclude()
}
