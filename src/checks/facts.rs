//! The facts that something rests on. Those of all member units are told by their ids and keys and put together when they are
//! read: there may be a hundred thousand of them, of which few are ever shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::dossier::FactPath;

/// The ids of the 成员单位, each once, in their order. Whoever speaks of all shares them.
pub(super) type Units = Arc<[Arc<str>]>;

/// Facts, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    single: Vec<FactPath>,
    of_units: Vec<OfUnits>,
}

/// The same facts of each of some units.
#[derive(Debug, Clone)]
struct OfUnits {
    units: Units,
    keys: &'static [&'static str],
}

impl PartialEq for OfUnits {
    fn eq(&self, other: &Self) -> bool {
        self.keys == other.keys && (Arc::ptr_eq(&self.units, &other.units) || self.units == other.units)
    }
}

impl Eq for OfUnits {}

impl Facts {
    /// One more fact; those of all units come after it.
    pub(super) fn push(&mut self, path: FactPath) {
        self.single.push(path);
    }

    /// These facts of each unit, unit by unit.
    pub(super) fn of_each(&mut self, units: &Units, keys: &'static [&'static str]) {
        if !units.is_empty() {
            self.of_units.push(OfUnits { units: Arc::clone(units), keys });
        }
    }

    /// Each single fact only once.
    pub(super) fn distinct(self) -> Self {
        Self { single: distinct(self.single), ..self }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = FactPath> {
        let of_units = self.of_units.iter().flat_map(|OfUnits { units, keys }| {
            units.iter().flat_map(|id| keys.iter().map(|key| FactPath::member(Arc::clone(id), key)))
        });
        self.single.iter().cloned().chain(of_units)
    }

    /// The key of the first, which is the first to be opened; see [`FactPath::key`].
    #[must_use]
    pub fn first_key(&self) -> Option<&str> {
        let of_units = || self.of_units.first().and_then(|of| of.keys.first().copied());
        self.single.first().map(FactPath::key).or_else(of_units)
    }

    /// How many they are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.single.len() + self.of_units.iter().map(|of| of.units.len() * of.keys.len()).sum::<usize>()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl From<Vec<FactPath>> for Facts {
    fn from(single: Vec<FactPath>) -> Self {
        Self { single, of_units: Vec::new() }
    }
}

/// Each path once, in the order of first mention.
pub(super) fn distinct(mut paths: Vec<FactPath>) -> Vec<FactPath> {
    let mut seen = BTreeSet::new();
    paths.retain(|path| seen.insert(path.clone()));
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_of_all_units_come_unit_by_unit_after_the_single_ones() {
        let units: Units = ["m1", "m2"].map(Arc::from).into();
        let mut facts = Facts::default();
        assert!(facts.is_empty());
        facts.of_each(&units, &["uscc", "name"]);
        for path in ["alliance/name", "setup/meeting_on", "alliance/name"] {
            facts.push(path.into());
        }
        let facts = facts.distinct();
        let told: Vec<String> = facts.iter().map(|path| path.to_string()).collect();
        let expected = [
            "alliance/name",
            "setup/meeting_on",
            "members/m1/uscc",
            "members/m1/name",
            "members/m2/uscc",
            "members/m2/name",
        ];
        assert_eq!(told, expected);
        assert_eq!(facts.len(), 6);
        assert_eq!(facts.first_key(), Some("name"));
        let mut of_units = Facts::default();
        of_units.of_each(&units, &["uscc"]);
        assert_eq!((of_units.first_key(), Facts::default().first_key()), (Some("uscc"), None));
    }
}
