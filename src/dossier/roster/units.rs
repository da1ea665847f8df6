//! Which rows and members are the same unit: by code, else by name to the letter.

use std::collections::BTreeMap;

use super::Setting;
use crate::dossier::{Member, Members};
use crate::identifiers::Uscc;

/// Where members stand in a list, by code and by name.
#[derive(Default)]
pub(super) struct Index {
    by_code: BTreeMap<Uscc, Vec<usize>>,
    by_name: BTreeMap<String, Vec<usize>>,
}

impl Index {
    /// The index of a list.
    pub fn of(members: &Members) -> Self {
        let mut index = Self::default();
        for (place, member) in members.iter().enumerate() {
            index.add(place, member);
        }
        index
    }

    /// Notes a member, again too when it has come to have a code or a name.
    fn add(&mut self, place: usize, member: &Member) {
        let note = |places: &mut Vec<usize>| {
            if !places.contains(&place) {
                places.push(place);
            }
        };
        if let Some(code) = member.uscc.given() {
            note(self.by_code.entry(code.clone()).or_default());
        }
        if let Some(name) = member.name.given() {
            note(self.by_name.entry(name.as_str().to_owned()).or_default());
        }
    }

    fn by_code(&self, member: &Member) -> &[usize] {
        member.uscc.given().and_then(|code| self.by_code.get(code)).map_or(&[], Vec::as_slice)
    }

    fn by_name(&self, member: &Member) -> &[usize] {
        member.name.given().and_then(|name| self.by_name.get(name.as_str())).map_or(&[], Vec::as_slice)
    }

    /// The first with the same code, else the first with the same name to the letter; and whether it was by code.
    pub fn find(&self, member: &Member) -> Option<(usize, bool)> {
        let by_code = self.by_code(member).first().map(|place| (*place, true));
        by_code.or_else(|| self.by_name(member).first().map(|place| (*place, false)))
    }

    /// All with the same code or the same name, in order.
    pub fn same(&self, member: &Member) -> Vec<usize> {
        let mut places = [self.by_code(member), self.by_name(member)].concat();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// The units of a paste so far: the row each came with, and what all of its rows say.
#[derive(Default)]
pub(super) struct Units {
    list: Vec<(usize, Member)>,
    pub index: Index,
}

impl Units {
    /// The unit at a place.
    pub fn at(&self, place: usize) -> Option<&Member> {
        self.list.get(place).map(|(_, unit)| unit)
    }

    /// The row that the unit at a place came with.
    pub fn row(&self, place: usize) -> usize {
        self.list.get(place).map_or(0, |(row, _)| *row)
    }

    /// A unit that no earlier row spoke of, or that contradicts one.
    pub fn add(&mut self, row: usize, member: Member) {
        self.index.add(self.list.len(), &member);
        self.list.push((row, member));
    }

    /// Adds what another row says of a unit. Gives the row that the unit came with.
    pub fn join(&mut self, place: usize, sets: &[Setting]) -> usize {
        if let Some((_, unit)) = self.list.get_mut(place) {
            put(sets, unit);
            self.index.add(place, unit);
        }
        self.row(place)
    }
}

/// Answers a member's facts with what a row sets.
pub(super) fn put(sets: &[Setting], member: &mut Member) {
    for set in sets {
        if let Some(fact) = member.fact_mut(set.key) {
            fact.put(&set.typed);
        }
    }
}
