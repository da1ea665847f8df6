//! Members: which of here is which of there.

use std::collections::{BTreeMap, BTreeSet};

use super::{Difference, facts, nothing};
use crate::dossier::{Dossier, Fact, Member, Members, Section};
use crate::language::Message;
use crate::message;

/// Which members are the same unit, by their places. Each is in one pair at most.
pub struct Pairs {
    /// Here → there.
    there: BTreeMap<usize, usize>,
    /// There → here.
    here: BTreeMap<usize, usize>,
}

impl Pairs {
    /// First those of one id, unless they are plainly two units; then those of one code; then those of one name whose codes
    /// do not contradict each other.
    pub fn of(here: &Members, there: &Members) -> Self {
        let mut pairs = Self { there: BTreeMap::new(), here: BTreeMap::new() };
        pairs.join(here, there, |member| Some(member.id.clone()), |one, other| !are_two_units(one, other));
        pairs.join(here, there, code, |_, _| true);
        pairs.join(here, there, name, |one, other| !contradict(code(one), code(other)));
        pairs
    }

    /// Pairs what is not paired yet and has the same key, in order.
    fn join(
        &mut self,
        here: &Members,
        there: &Members,
        key: impl Fn(&Member) -> Option<String>,
        may: impl Fn(&Member, &Member) -> bool,
    ) {
        let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, member) in there.iter().enumerate().filter(|(place, _)| !self.here.contains_key(place)) {
            if let Some(key) = key(member) {
                waiting.entry(key).or_default().push(place);
            }
        }
        for (place, member) in here.iter().enumerate() {
            if self.there.contains_key(&place) {
                continue;
            }
            let Some(candidates) = key(member).and_then(|key| waiting.get_mut(&key)) else { continue };
            let fits = |other: &usize| there.get(*other).is_some_and(|other| may(member, other));
            let Some(at) = candidates.iter().position(fits) else { continue };
            let other = candidates.remove(at);
            self.there.insert(place, other);
            self.here.insert(other, place);
        }
    }

    /// The place there of the member at this place here.
    pub fn there(&self, here: usize) -> Option<usize> {
        self.there.get(&here).copied()
    }

    /// The place here of the member at this place there.
    pub fn here(&self, there: usize) -> Option<usize> {
        self.here.get(&there).copied()
    }

    /// The places there of those that are here as well, in the order of here.
    fn order(&self) -> impl Iterator<Item = usize> {
        self.there.values().copied()
    }
}

fn code(member: &Member) -> Option<String> {
    member.uscc.given().map(ToString::to_string)
}

fn name(member: &Member) -> Option<String> {
    member.name.given().map(|name| name.as_str().to_owned())
}

fn contradict(one: Option<String>, other: Option<String>) -> bool {
    one.is_some() && other.is_some() && one != other
}

/// Ids are drawn by lot, but a file that somebody wrote may use any: units of other names are the same only by their codes.
fn are_two_units(one: &Member, other: &Member) -> bool {
    let same_code = code(one).is_some() && code(one) == code(other);
    contradict(name(one), name(other)) && !same_code
}

/// What differs among the members.
pub fn differences(here: &Dossier, there: &Dossier, pairs: &Pairs) -> Vec<Difference> {
    let mut found = Vec::new();
    for (place, member) in here.members.iter().enumerate() {
        match pairs.there(place).and_then(|other| there.members.get(other)) {
            Some(other) => found.extend(facts::member(&called(member, other, place), member, other)),
            None => found.push(whole(whole_words(member, place), nothing())),
        }
    }
    for (place, member) in there.members.iter().enumerate().filter(|(place, _)| pairs.here(*place).is_none()) {
        found.push(whole(nothing(), whole_words(member, place)));
    }
    found.extend(order(here, there, pairs));
    found
}

fn whole(before: Message, after: Message) -> Difference {
    Difference { section: Section::Members, unit: None, what: message!("成员单位", "Member"), before, after }
}

/// The name of a unit that is in both, by its name here while it has one.
fn called(member: &Member, other: &Member, place: usize) -> Message {
    match name(member).or_else(|| name(other)) {
        Some(name) => message!("{name}", "{name}"),
        None => nameless(place),
    }
}

fn nameless(place: usize) -> Message {
    let row = place + 1;
    message!("第 {row} 家成员（未填名称）", "Member {row} (no name yet)")
}

/// A unit with its code and how much is known of it.
fn whole_words(member: &Member, place: usize) -> Message {
    let named = called(member, member, place);
    let code = member.uscc.text();
    let known = Member::QUESTIONS.iter().filter_map(|question| member.fact(question.key));
    let known = known.filter(|fact| !fact.text().is_empty()).count();
    let Message { zh, en } = named;
    if code.is_empty() {
        message!("{zh}，已填 {known} 项", "{en}, {known} answers")
    } else {
        message!("{zh}（{code}），已填 {known} 项", "{en} ({code}), {known} answers")
    }
}

/// Whether those in both stand in another order.
fn order(here: &Dossier, there: &Dossier, pairs: &Pairs) -> Option<Difference> {
    let as_here: Vec<usize> = pairs.order().collect();
    let as_there: BTreeSet<usize> = as_here.iter().copied().collect();
    if as_there.iter().copied().eq(as_here.iter().copied()) {
        return None;
    }
    let names = |dossier: &Dossier, places: &mut dyn Iterator<Item = usize>| {
        let named = |place: usize| dossier.members.get(place).map(|member| called(member, member, place));
        let names: Vec<Message> = places.filter_map(named).collect();
        let joined = |text: fn(&Message) -> &str, mark: &str| names.iter().map(text).collect::<Vec<_>>().join(mark);
        Message { zh: joined(|name| &name.zh, "、"), en: joined(|name| &name.en, ", ") }
    };
    Some(Difference {
        section: Section::Members,
        unit: None,
        what: message!("成员单位的先后次序", "The order of the members"),
        before: names(here, &mut pairs.there.keys().copied()),
        after: names(there, &mut as_there.into_iter()),
    })
}
