//! How the needs of an item are collected.

use std::sync::Arc;

use super::need::{Demand, Need, Told};
use crate::checks::case::Case;
use crate::checks::row::Row;
use crate::checks::{Facts, ItemState};
use crate::dossier::{Answer, Fact, FactPath, Member, Question, YesNo};
use crate::language::Message;
use crate::message;

/// The needs of one item, as they are collected.
#[derive(Default, Clone)]
pub(in crate::checks) struct Needs {
    list: Vec<Need>,
    begun: bool,
}

impl Needs {
    /// Something that is there or not.
    pub(super) fn thing(&mut self, words: Message, done: bool, facts: impl Into<Facts>, member: Option<&Row>) {
        self.begun |= done;
        let member = member.map(|row| Arc::clone(row.shared_id()));
        self.list.push(Need::told(Told { words, done, facts: facts.into(), member, hint: false }));
    }

    /// The same of every unit, unit by unit.
    pub(super) fn of_units(&mut self, case: &Case, demands: &[Demand]) {
        for (row, demand) in case.units.iter().flat_map(|row| demands.iter().map(move |demand| (row, demand))) {
            let need = Need::of(row, *demand);
            self.begun |= need.is_begun();
            self.list.push(need);
        }
    }

    /// Facts that must all be answered; those that are not are the first to be opened.
    pub(super) fn answers<'a>(
        &mut self,
        what: Message,
        member: Option<&Row>,
        facts: impl IntoIterator<Item = (FactPath, &'a dyn Fact)>,
    ) {
        let (mut given, mut open) = (Vec::new(), Vec::new());
        for (path, fact) in facts {
            if !fact.is_given() {
                open.push(path);
                continue;
            }
            self.begun = true;
            // Told only while none is open.
            if open.is_empty() {
                given.push(path);
            }
        }
        let done = open.is_empty();
        self.thing(what, done, if done { given } else { open }, member);
    }

    /// Facts that must be answered of every unit.
    pub(super) fn answers_of_units<const N: usize>(
        &mut self,
        what: Message,
        case: &Case,
        keys: &'static [&'static str; N],
        facts: fn(&Member) -> [&dyn Fact; N],
    ) {
        let mut open = Vec::new();
        for row in &case.units {
            for (key, fact) in keys.iter().zip(facts(row)) {
                if fact.is_given() {
                    self.begun = true;
                } else {
                    open.push(row.path(key));
                }
            }
        }
        let mut facts = Facts::from(open);
        let done = facts.is_empty();
        if done {
            facts.of_each(&case.ids, keys);
        }
        self.thing(what, done, facts, None);
    }

    /// Something that a plain yes tells to be done.
    pub(super) fn done(&mut self, what: Message, path: FactPath, answer: &Answer<YesNo>, member: Option<&Row>) {
        self.thing(what, answer.given() == Some(&YesNo::Yes), vec![path], member);
    }

    /// The last need is beyond the text: it is advice, and holds nothing up.
    pub(super) fn as_hint(&mut self) {
        if let Some(need) = self.list.last_mut() {
            need.as_hint();
        }
    }

    /// There are no members yet, or rows of which nobody knows whose they are, where an item needs something of each.
    pub(super) fn members(&mut self, case: &Case) {
        if case.units.is_empty() {
            let what = message!("先填写成员单位", "First list the members");
            self.thing(what, false, vec![FactPath::new("members")], None);
        }
        for (member, name) in case.nameless.iter().zip(case.names_not_given()) {
            let Message { zh, en } = member.called();
            let what = message!("{zh}：填写单位名称，或者删除这一行", "Name {en}, or delete that row");
            self.thing(what, false, vec![name], Some(member));
        }
    }

    /// Those of the next part.
    pub(super) fn append(&mut self, next: Self) {
        self.begun |= next.begun;
        self.list.extend(next.list);
    }

    /// State and needs. Hints do not count; a half-answered need is a beginning.
    pub(super) fn conclude(self) -> (ItemState, Vec<Need>) {
        let mut required = self.list.iter().filter(|need| !need.is_hint());
        let state = match (required.all(Need::is_done), self.begun) {
            (true, _) => ItemState::Ready,
            (false, true) => ItemState::InProgress,
            (false, false) => ItemState::NotStarted,
        };
        (state, self.list)
    }
}

/// The facts of some questions of a part of the dossier.
pub(super) fn facts<'a>(
    part: &str,
    questions: impl Iterator<Item = &'static Question>,
    fact: impl Fn(&str) -> Option<&'a dyn Fact>,
) -> Vec<(FactPath, &'a dyn Fact)> {
    questions
        .filter_map(|question| Some((FactPath::new(format!("{part}/{}", question.key)), fact(question.key)?)))
        .collect()
}

/// Some facts of a member.
pub(super) fn member_facts(member: &Row, keys: impl IntoIterator<Item = &'static str>) -> Vec<(FactPath, &dyn Fact)> {
    keys.into_iter().filter_map(|key| Some((member.path(key), member.fact(key)?))).collect()
}
