//! 成员单位, in the order of the list.

use std::ops::{Index, IndexMut};
use std::sync::Arc;
use std::{iter, slice, vec};

use serde::{Deserialize, Serialize, Serializer};

use super::Member;

/// The members. Copies share their rows, and a row is copied when it is first changed: so a copy of a long list costs
/// next to nothing, and two lists tell at once which rows they have in common.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "Vec<Member>")]
pub struct Members(Vec<Arc<Member>>);

type Iter<'m> = iter::Map<slice::Iter<'m, Arc<Member>>, fn(&'m Arc<Member>) -> &'m Member>;
type IterMut<'m> = iter::Map<slice::IterMut<'m, Arc<Member>>, fn(&'m mut Arc<Member>) -> &'m mut Member>;
type IntoIter = iter::Map<vec::IntoIter<Arc<Member>>, fn(Arc<Member>) -> Member>;

impl Members {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rows as they are shared.
    #[must_use]
    pub fn as_slice(&self) -> &[Arc<Member>] {
        &self.0
    }

    /// Each in turn.
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter().map(Arc::as_ref)
    }

    /// Each in turn, to be changed: none is shared afterwards. For one of them take [`Members::get_mut`] or
    /// [`Members::of_id_mut`].
    pub fn iter_mut(&mut self) -> IterMut<'_> {
        self.0.iter_mut().map(Arc::make_mut)
    }

    /// The one at a place.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Member> {
        self.0.get(place).map(Arc::as_ref)
    }

    /// The one at a place, to be changed.
    pub fn get_mut(&mut self, place: usize) -> Option<&mut Member> {
        self.0.get_mut(place).map(Arc::make_mut)
    }

    /// The first.
    #[must_use]
    pub fn first(&self) -> Option<&Member> {
        self.get(0)
    }

    /// The last.
    #[must_use]
    pub fn last(&self) -> Option<&Member> {
        self.0.last().map(Arc::as_ref)
    }

    /// The first with this id.
    #[must_use]
    pub fn of_id(&self, id: &str) -> Option<&Member> {
        self.iter().find(|member| member.id == id)
    }

    /// The first with this id, to be changed.
    pub fn of_id_mut(&mut self, id: &str) -> Option<&mut Member> {
        self.0.iter_mut().find(|member| member.id == id).map(Arc::make_mut)
    }

    /// Adds one at the end.
    pub fn push(&mut self, member: Member) {
        self.0.push(Arc::new(member));
    }

    /// Puts one in before the one at a place, or at the end where there is none.
    pub fn insert(&mut self, place: usize, member: Member) {
        self.0.insert(place.min(self.len()), Arc::new(member));
    }

    /// Takes out the one at a place.
    pub fn remove(&mut self, place: usize) -> Option<Member> {
        (place < self.len()).then(|| Arc::unwrap_or_clone(self.0.remove(place)))
    }

    /// Lets two change places, where both are there.
    pub fn swap(&mut self, one: usize, other: usize) {
        if one.max(other) < self.len() {
            self.0.swap(one, other);
        }
    }

    /// Turns the order round.
    pub fn reverse(&mut self) {
        self.0.reverse();
    }

    /// Keeps those that are wanted.
    pub fn retain(&mut self, mut wanted: impl FnMut(&Member) -> bool) {
        self.0.retain(|member| wanted(member));
    }

    /// Keeps the first ones, so many.
    pub fn truncate(&mut self, count: usize) {
        self.0.truncate(count);
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// Rows that are shared are alike without a look at them.
impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        let alike = |(one, other): (&Arc<Member>, &Arc<Member>)| Arc::ptr_eq(one, other) || one == other;
        self.len() == other.len() && self.0.iter().zip(&other.0).all(alike)
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl FromIterator<Member> for Members {
    fn from_iter<I: IntoIterator<Item = Member>>(members: I) -> Self {
        Self(members.into_iter().map(Arc::new).collect())
    }
}

impl Extend<Member> for Members {
    fn extend<I: IntoIterator<Item = Member>>(&mut self, members: I) {
        self.0.extend(members.into_iter().map(Arc::new));
    }
}

impl From<Vec<Member>> for Members {
    fn from(members: Vec<Member>) -> Self {
        members.into_iter().collect()
    }
}

impl<const N: usize> From<[Member; N]> for Members {
    fn from(members: [Member; N]) -> Self {
        members.into_iter().collect()
    }
}

impl Index<usize> for Members {
    type Output = Member;
    fn index(&self, place: usize) -> &Member {
        self.0.index(place)
    }
}

impl IndexMut<usize> for Members {
    fn index_mut(&mut self, place: usize) -> &mut Member {
        Arc::make_mut(self.0.index_mut(place))
    }
}

impl<'m> IntoIterator for &'m Members {
    type Item = &'m Member;
    type IntoIter = Iter<'m>;
    fn into_iter(self) -> Iter<'m> {
        self.iter()
    }
}

impl<'m> IntoIterator for &'m mut Members {
    type Item = &'m mut Member;
    type IntoIter = IterMut<'m>;
    fn into_iter(self) -> IterMut<'m> {
        self.iter_mut()
    }
}

impl IntoIterator for Members {
    type Item = Member;
    type IntoIter = IntoIter;
    fn into_iter(self) -> IntoIter {
        self.0.into_iter().map(Arc::unwrap_or_clone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Answer, sample};

    #[test]
    fn a_copy_shares_its_rows_until_one_is_changed() {
        let before = sample().members;
        let mut after = before.clone();
        after.of_id_mut("m03").unwrap().name = Answer::typed("另一个名称");
        let shared: Vec<bool> =
            before.as_slice().iter().zip(after.as_slice()).map(|(one, other)| Arc::ptr_eq(one, other)).collect();
        assert_eq!(shared.iter().filter(|shared| !**shared).count(), 1);
        assert!(!shared[2]);
        assert_eq!(before, sample().members);
        assert_ne!(before, after);
    }

    #[test]
    fn lists_are_alike_by_what_they_hold() {
        let mut members = sample().members;
        members.iter_mut().for_each(|_| {});
        assert_eq!(members, sample().members);
        members.truncate(11);
        assert_ne!(members, sample().members);
    }
}
