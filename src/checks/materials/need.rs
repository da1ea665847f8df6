//! One thing that an item of Article 20 needs. What is needed of every member is told when it is read, out of the member's
//! [`Row`]: of many members it mostly never is.

use std::fmt;
use std::sync::Arc;

use super::{certificates, charter, list};
use crate::checks::Facts;
use crate::checks::row::Row;
use crate::dossier::{Answer, FactPath, Member, YesNo};
use crate::language::Message;

/// One thing that an item needs for this dossier.
#[derive(Clone)]
pub struct Need(Source);

/// Where it is told.
#[derive(Clone)]
enum Source {
    Told(Arc<Told>),
    Row(Arc<Row>, Demand),
}

/// What was told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// What exactly: "备案申请表由负责人签字、加盖公章".
    pub words: Message,
    /// Whether it is there.
    pub done: bool,
    /// The facts that say so.
    pub facts: Facts,
    /// The member it concerns, by id.
    pub member: Option<Arc<str>>,
    /// Beyond the text (提示).
    pub hint: bool,
}

/// What is needed of every member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    /// The charter signed.
    Signature,
    /// The charter sealed.
    Seal,
    /// A copy of its certificate.
    Certificate,
    /// Its person in charge and its contact.
    People,
}

impl Need {
    /// What was told.
    pub(super) fn told(told: Told) -> Self {
        Self(Source::Told(Arc::new(told)))
    }

    /// What is needed of the member in a row.
    pub(super) fn of(row: &Arc<Row>, demand: Demand) -> Self {
        Self(Source::Row(Arc::clone(row), demand))
    }

    /// The same, as advice beyond the text.
    pub(super) fn as_hint(&mut self) {
        if let Source::Told(told) = &mut self.0 {
            Arc::make_mut(told).hint = true;
        }
    }

    /// What exactly: “示例科技有限公司”的营业执照复印件.
    #[must_use]
    pub fn words(&self) -> Message {
        match &self.0 {
            Source::Told(told) => told.words.clone(),
            Source::Row(row, demand) => {
                let called = row.called();
                match demand {
                    Demand::Signature => charter::signature(row, &called),
                    Demand::Seal => charter::seal(&called),
                    Demand::Certificate => certificates::copy(row, &called),
                    Demand::People => list::people(&called),
                }
            }
        }
    }

    /// Whether it is there.
    #[must_use]
    pub fn is_done(&self) -> bool {
        match &self.0 {
            Source::Told(told) => told.done,
            Source::Row(row, demand) => match demand {
                Demand::Signature => is_yes(&row.charter_signed),
                Demand::Seal => is_yes(&row.charter_sealed),
                Demand::Certificate => row.is_attached(),
                Demand::People => row.people.all,
            },
        }
    }

    /// Whether anything of it is there.
    pub(super) fn is_begun(&self) -> bool {
        match &self.0 {
            Source::Row(row, Demand::People) => row.people.any,
            _ => self.is_done(),
        }
    }

    /// Whether it is beyond the text (提示).
    #[must_use]
    pub fn is_hint(&self) -> bool {
        matches!(&self.0, Source::Told(told) if told.hint)
    }

    /// The member it concerns, by id.
    #[must_use]
    pub fn member(&self) -> Option<&Arc<str>> {
        match &self.0 {
            Source::Told(told) => told.member.as_ref(),
            Source::Row(row, _) => Some(row.shared_id()),
        }
    }

    /// The facts that say whether it is there; those that are wanting, where some are.
    #[must_use]
    pub fn facts(&self) -> Facts {
        match &self.0 {
            Source::Told(told) => told.facts.clone(),
            Source::Row(_, Demand::Certificate) => vec![FactPath::fixed("attachments")].into(),
            Source::Row(row, demand) => told_by(row, *demand).map(|key| row.path(key)).collect::<Vec<_>>().into(),
        }
    }

    /// The key of the first of them, which is the first to be opened; see [`FactPath::key`].
    #[must_use]
    pub fn first_key(&self) -> Option<&str> {
        match &self.0 {
            Source::Told(told) => told.facts.first_key(),
            Source::Row(_, Demand::Certificate) => Some("attachments"),
            Source::Row(row, demand) => told_by(row, *demand).next(),
        }
    }
}

/// The keys of the member's own facts that tell whether it is there.
fn told_by(row: &Row, demand: Demand) -> impl Iterator<Item = &'static str> {
    let (one, several) = match demand {
        Demand::Signature => (Some("charter_signed"), None),
        Demand::Seal => (Some("charter_sealed"), None),
        Demand::Certificate => (None, None),
        Demand::People => (None, Some(list::row(row))),
    };
    let all = row.people.all;
    let told = several.into_iter().flatten().filter(move |(_, fact)| all || !fact.is_given()).map(|(key, _)| key);
    one.into_iter().chain(told)
}

fn is_yes(answer: &Answer<YesNo>) -> bool {
    answer.given() == Some(&YesNo::Yes)
}

/// How much of what the list says of a member is given.
#[derive(Debug, Clone, Copy)]
pub(in crate::checks) struct People {
    all: bool,
    any: bool,
}

impl People {
    /// Of this member.
    pub(in crate::checks) fn of(member: &Member) -> Self {
        let given = list::row(member).map(|(_, fact)| fact.is_given());
        Self { all: given.iter().all(|given| *given), any: given.contains(&true) }
    }
}

/// Alike are those that say the same; of the very same row they need not be asked.
impl PartialEq for Need {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Source::Told(told), Source::Told(other)) => Arc::ptr_eq(told, other) || told == other,
            (Source::Row(row, demand), Source::Row(other, other_demand))
                if Arc::ptr_eq(row, other) && demand == other_demand =>
            {
                true
            }
            _ => {
                let said = |need: &Self| (need.words(), need.is_done(), need.is_hint(), need.facts());
                self.member() == other.member() && said(self) == said(other)
            }
        }
    }
}

impl Eq for Need {}

impl fmt::Debug for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Message { zh, .. } = self.words();
        write!(f, "{} {zh}", if self.is_done() { "✓" } else { "○" })
    }
}
