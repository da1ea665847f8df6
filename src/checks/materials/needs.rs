//! How the needs of an item are collected.

use std::sync::Arc;

use crate::checks::case::Case;
use crate::checks::{ItemState, Need};
use crate::dossier::{Answer, Fact, FactPath, FactState, Member, Question, YesNo};
use crate::language::Message;
use crate::message;

/// The needs of one item, as they are collected.
#[derive(Default)]
pub(super) struct Needs {
    list: Vec<Arc<Need>>,
    begun: bool,
}

impl Needs {
    /// Something that is there or not.
    pub(super) fn thing(&mut self, what: Message, done: bool, facts: Vec<FactPath>, member: Option<&Member>) {
        self.begun |= done;
        let member = member.map(|member| member.id.clone());
        self.list.push(Arc::new(Need { what, done, facts, member, hint: false }));
    }

    /// What was told of one member already.
    pub(super) fn of(&mut self, member: &Self) {
        self.begun |= member.begun;
        self.list.extend(member.list.iter().cloned());
    }

    /// Facts that must all be answered; those that are not are the first to be opened.
    pub(super) fn answers<'a>(
        &mut self,
        what: Message,
        member: Option<&Member>,
        facts: impl IntoIterator<Item = (FactPath, &'a dyn Fact)>,
    ) {
        let (mut given, mut open) = (Vec::new(), Vec::new());
        for (path, fact) in facts {
            if fact.state() != FactState::Given {
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

    /// Something that a plain yes tells to be done.
    pub(super) fn done(&mut self, what: Message, path: FactPath, answer: &Answer<YesNo>, member: Option<&Member>) {
        self.thing(what, answer.given() == Some(&YesNo::Yes), vec![path], member);
    }

    /// The last need is beyond the text: it is advice, and holds nothing up.
    pub(super) fn as_hint(&mut self) {
        if let Some(need) = self.list.last_mut() {
            Arc::make_mut(need).hint = true;
        }
    }

    /// There are no members yet, or rows of which nobody knows whose they are, where an item needs something of each.
    pub(super) fn members(&mut self, case: &Case) {
        if case.units.is_empty() {
            let what = message!("先填写成员单位", "First list the members");
            self.thing(what, false, vec![FactPath::new("members")], None);
        }
        for (member, name) in case.nameless.iter().zip(case.names_not_given()) {
            let Message { zh, en } = &member.called;
            let what = message!("{zh}：填写单位名称，或者删除这一行", "Name {en}, or delete that row");
            self.thing(what, false, vec![name], Some(member));
        }
    }

    /// State and needs. Hints do not count; a half-answered need is a beginning.
    pub(super) fn conclude(self) -> (ItemState, Vec<Arc<Need>>) {
        let mut required = self.list.iter().filter(|need| !need.hint);
        let state = match (required.all(|need| need.done), self.begun) {
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
pub(super) fn member_facts(
    member: &Member,
    keys: impl IntoIterator<Item = &'static str>,
) -> Vec<(FactPath, &dyn Fact)> {
    keys.into_iter().filter_map(|key| Some((FactPath::member(&member.id, key), member.fact(key)?))).collect()
}
