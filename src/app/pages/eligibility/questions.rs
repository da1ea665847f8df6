//! Which missing facts are asked on the eligibility page, and under which condition.

use leptos::prelude::*;

use crate::app::state::State;
use jiemeng::checks::Assessment;
use jiemeng::dossier::{Dossier, FactPath};

/// How many questions one condition asks on the spot; the rest are links to their screens.
const AT_ONCE: usize = 4;

/// A question that is asked on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The condition under which it stands.
    pub rule: &'static str,
    /// The fact.
    pub fact: FactPath,
}

/// The questions that the page asks. Each fact is asked once, under the first condition that misses it, and stays there
/// once it is there, so that no field vanishes under the hands of whoever fills it in.
#[derive(Clone, Copy)]
pub struct Questions(Memo<Vec<Placed>>);

impl Questions {
    /// The questions, following the dossier from now on.
    pub fn new() -> Self {
        let state = State::here();
        let assessment = state.assessment();
        Self(Memo::new(move |placed: Option<&Vec<Placed>>| {
            let mut placed = placed.cloned().unwrap_or_default();
            state.read(|dossier| {
                // A question whose member is gone goes too.
                placed.retain(|question| dossier.fact(&question.fact).is_some());
                assessment.with(|assessment| place_missing(&mut placed, dossier, assessment));
            });
            placed
        }))
    }

    /// The facts that are asked under a condition.
    pub fn under(self, rule: &'static str) -> Memo<Vec<FactPath>> {
        Memo::new(move |_| {
            let of_rule = |placed: &&Placed| placed.rule == rule;
            self.0.with(|placed| placed.iter().filter(of_rule).map(|placed| placed.fact.clone()).collect())
        })
    }

    /// Whether a fact is asked anywhere on the page.
    pub fn ask(self, fact: &FactPath) -> bool {
        self.0.with(|placed| placed.iter().any(|placed| placed.fact == *fact))
    }
}

fn place_missing(placed: &mut Vec<Placed>, dossier: &Dossier, assessment: &Assessment) {
    for outcome in &assessment.outcomes {
        let open =
            placed.iter().filter(|one| one.rule == outcome.rule.id && outcome.missing.contains(&one.fact)).count();
        let mut room = AT_ONCE.saturating_sub(open);
        for fact in &outcome.missing {
            let elsewhere = placed.iter().any(|one| one.fact == *fact);
            if room > 0 && !elsewhere && dossier.fact(fact).is_some() {
                placed.push(Placed { rule: outcome.rule.id, fact: fact.clone() });
                room -= 1;
            }
        }
    }
}
