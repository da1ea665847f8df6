//! What the votes of the founding congress come to.

use crate::charter::additional_votes;
use crate::dossier::{Answer, Dossier};
use crate::identifiers::Count;

/// What the figures of a vote come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vote {
    /// 一致通过.
    Unanimous,
    /// 过半数通过.
    Carried,
    /// 未通过.
    Lost,
}

impl Vote {
    /// All of them, as conditions name them.
    pub const CODES: [&str; 3] = ["unanimous", "carried", "lost"];

    /// As conditions name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unanimous => "unanimous",
            Self::Carried => "carried",
            Self::Lost => "lost",
        }
    }

    /// As it follows the figures in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unanimous => "一致通过",
            Self::Carried => "赞成票过半数，表决通过",
            Self::Lost => "赞成票不多于反对票，未获通过",
        }
    }
}

/// What the vote on the charter came to, where the figures tell.
pub(super) fn charter_vote(dossier: &Dossier) -> Option<Vote> {
    let setup = &dossier.setup;
    outcome(dossier, [&setup.charter_for, &setup.charter_against, &setup.charter_abstained])
}

/// What the vote on the founding decision came to, where the figures tell.
pub(super) fn founding_vote(dossier: &Dossier) -> Option<Vote> {
    let setup = &dossier.setup;
    outcome(dossier, [&setup.founding_for, &setup.founding_against, &setup.founding_abstained])
}

/// What votes for, against and abstained come to among the units present.
fn outcome(dossier: &Dossier, figures: [&Answer<Count>; 3]) -> Option<Vote> {
    let number = |figure: &Answer<Count>| figure.given().map(|count| count.get());
    let [Some(votes), Some(against), Some(abstained)] = figures.map(number) else { return None };
    let cast = votes.saturating_add(against).saturating_add(abstained);
    let present = number(&dossier.setup.units_present);
    let voting = cast.max(present.unwrap_or(0));
    match votes {
        // What cannot be has no outcome.
        _ if present.is_some_and(|present| cast > present.saturating_add(additional_votes(dossier))) => None,
        1.. if votes == voting => Some(Vote::Unanimous),
        1.. if votes > voting / 2 => Some(Vote::Carried),
        // The Measures set no majority: whether fewer are enough is for the congress's own rule to say.
        _ if votes > against => None,
        _ => Some(Vote::Lost),
    }
}
