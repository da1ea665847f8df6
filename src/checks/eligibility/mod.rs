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

use super::case::Case;
use super::{Outcome, Rule};
use judgement::Judgement;

/// A requirement and the check that goes with it.
struct Requirement {
    rule: &'static Rule,
    check: fn(&Case, &mut Judgement),
}

/// Pairs the rule and the check of each file, in the order of the Measures.
macro_rules! requirements {
    ($($file:ident),* $(,)?) => {
        const REQUIREMENTS: &[Requirement] = &[$( Requirement { rule: &$file::RULE, check: $file::check } ),*];
    };
}
requirements! {
    market_entities, field, protection, registered, legal_person, standing, member_count, member_mix, industry, interests,
    holdings, good_faith, charter, resources, preparation, founding, secretariat_unit, premises, staff, secretary_general,
}

/// Every requirement, in the order of the Measures.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    REQUIREMENTS.iter().map(|requirement| requirement.rule)
}

/// What every requirement that concerns this alliance comes to.
pub(super) fn outcomes(case: &Case) -> Vec<Outcome> {
    REQUIREMENTS.iter().filter_map(|requirement| judged(case, requirement)).collect()
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
