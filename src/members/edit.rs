//! What is done to several members at once.

use std::collections::BTreeSet;

use crate::dossier::{Dossier, Kind, Member, Question};

/// Whether a fact can be set of several members at once: those that tell units apart cannot, nor can long texts.
#[must_use]
pub fn settable(question: &Question) -> bool {
    const ITS_OWN: [&str; 2] = ["name", "uscc"];
    !matches!(question.kind, Kind::Prose) && !ITS_OWN.contains(&question.key)
}

/// Answers a question for each of these members of which it is asked. Gives how many that were.
pub fn set_all(dossier: &mut Dossier, ids: &BTreeSet<String>, question: &Question, typed: &str) -> usize {
    let asked = |member: &&Member| ids.contains(&member.id) && dossier.asks(question, Some(member));
    let asked: BTreeSet<String> = dossier.members.iter().filter(asked).map(|member| member.id.clone()).collect();
    for member in dossier.members.iter_mut().filter(|member| asked.contains(&member.id)) {
        if let Some(fact) = member.fact_mut(question.key) {
            fact.put(typed);
        }
    }
    asked.len()
}

/// Deletes members together with the records of their attachments.
pub fn delete(dossier: &mut Dossier, ids: &BTreeSet<String>) {
    dossier.members.retain(|member| !ids.contains(&member.id));
    dossier.attachments.retain(|attachment| attachment.member.as_ref().is_none_or(|id| !ids.contains(id)));
}

/// Which way members are moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// 上移.
    Up,
    /// 下移.
    Down,
}

/// Moves members by one place past the others, keeping their order; those that stand at the end already stay there.
pub fn shift(dossier: &mut Dossier, ids: &BTreeSet<String>, way: Move) {
    if way == Move::Down {
        dossier.members.reverse();
    }
    // Whether the member before stands where it cannot make way.
    let mut stuck = true;
    for at in 0..dossier.members.len() {
        let moves = dossier.members.get(at).is_some_and(|member| ids.contains(&member.id));
        if moves && !stuck {
            dossier.members.swap(at - 1, at);
        }
        stuck = moves && stuck;
    }
    if way == Move::Down {
        dossier.members.reverse();
    }
}
