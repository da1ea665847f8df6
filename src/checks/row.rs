//! One member as the checks see it: all that can be told by its own facts, on a day. It is told once, and again only when
//! the member has changed.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use chrono::NaiveDate;

use super::case::{Asked, comparable, initial};
use super::first::hash;
use super::words::called;
use super::{Finding, consistency, materials};
use crate::dossier::{Applies, FactPath, Member};
use crate::language::Message;

/// A member and what was told of it. It is read like the [`Member`] it is.
pub(super) struct Row {
    member: Arc<Member>,
    /// Its id, shared by the places of its facts.
    shared_id: Arc<str>,
    /// Its place in the list, from 1.
    number: usize,
    /// Whether a file of it is attached.
    attached: bool,
    /// Its name as names are compared, where it is not written so.
    comparable: Option<String>,
    /// Hashes of that name and of the code.
    pub name_hash: u32,
    /// See [`Row::name_hash`].
    pub code_hash: u32,
    /// With what the names of its people begin as they are compared: 负责人, 联系人, 法定代表人.
    pub initials: [Option<char>; 3],
    /// How much of what the list of members says of it is given.
    pub people: materials::People,
    /// What the checks find in its own facts, by the place of the check.
    pub findings: Vec<(usize, Finding)>,
}

impl Row {
    /// Reads the member in a row, from 1, of which a file is attached or none, on a day.
    pub fn read(member: &Arc<Member>, number: usize, attached: bool, today: NaiveDate) -> Self {
        let comparable = member.name.given().map(|name| comparable(name.as_str())).unwrap_or_default();
        let code = member.uscc.given().map_or("", |code| code.as_str());
        let shared_id = Arc::from(member.id.as_str());
        let mut row = Self {
            number,
            attached,
            name_hash: hash(comparable.as_bytes()),
            code_hash: hash(code.as_bytes()),
            comparable: match comparable {
                Cow::Borrowed(_) => None,
                Cow::Owned(comparable) => Some(comparable),
            },
            initials: [&member.head_name, &member.contact_name, &member.legal_representative]
                .map(|name| name.given().and_then(|name| initial(name.as_str()))),
            people: materials::People::of(member),
            member: Arc::clone(member),
            shared_id,
            findings: Vec::new(),
        };
        row.findings = consistency::of_member(&row, today);
        row
    }

    /// Whether all this was told of this very member in this row. Where it stands matters only while it has no name.
    pub fn is_of(&self, member: &Arc<Member>, number: usize, attached: bool) -> bool {
        Arc::ptr_eq(&self.member, member)
            && self.attached == attached
            && (self.number == number || self.name.given().is_some())
    }

    /// Its name as names are compared; empty where there is none.
    pub fn comparable(&self) -> &str {
        let name = || self.name.given().map_or("", |name| name.as_str());
        self.comparable.as_deref().unwrap_or_else(name)
    }

    /// Whether it has a name by which it can be told from others.
    pub fn is_named(&self) -> bool {
        !self.comparable().is_empty()
    }

    /// The place of one of its facts.
    pub fn path(&self, key: &'static str) -> FactPath {
        FactPath::member(Arc::clone(&self.shared_id), key)
    }

    /// Its id, shared.
    pub fn shared_id(&self) -> &Arc<str> {
        &self.shared_id
    }

    /// Whether a file of it is attached.
    pub const fn is_attached(&self) -> bool {
        self.attached
    }

    /// What it is called in a sentence: its name, or its row while it has none.
    pub fn called(&self) -> Message {
        called(&self.member, self.number)
    }

    /// The member, shared.
    pub fn member(&self) -> &Arc<Member> {
        &self.member
    }

    /// The facts whose questions stand in these places, where they are asked of it.
    pub fn asked<'a>(&'a self, today: NaiveDate, places: &'a [usize]) -> impl Iterator<Item = Asked<'a>> {
        let is_lead = self.is_lead();
        places.iter().filter_map(move |place| {
            let question = Member::QUESTIONS.get(*place)?;
            let is_asked = is_lead || question.applies != Applies::LeadUnits;
            let fact = self.member.fact_at(*place).filter(|_| is_asked)?;
            Some(Asked { row: Some(self), part: "members", question, fact, today })
        })
    }
}

impl Deref for Row {
    type Target = Member;
    fn deref(&self) -> &Member {
        &self.member
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{TODAY, edited};

    #[test]
    fn the_facts_asked_of_a_member_are_those_that_the_dossier_asks() {
        let dossier = edited(&[]);
        let every: Vec<usize> = (0..Member::QUESTIONS.len()).collect();
        for (number, member) in (1..).zip(dossier.members.as_slice()) {
            let asked = Member::QUESTIONS.iter().filter(|question| dossier.asks(question, Some(member)));
            let row = Row::read(member, number, false, TODAY);
            assert!(row.asked(TODAY, &every).map(|asked| asked.question.key).eq(asked.map(|question| question.key)));
        }
    }
}
