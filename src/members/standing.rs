//! How far a member is: what the checks found of it and what is not filled in.

use std::collections::BTreeMap;

use crate::checks::{Assessment, Severity};
use crate::dossier::{Dossier, FactPath, FactState, Member};
use crate::language::{Label, Message, label};
use crate::message;

/// How many findings concern a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Found {
    /// 必须改正.
    pub errors: usize,
    /// 请核对.
    pub cautions: usize,
}

/// How many findings concern each member, by its id; members without any have no entry.
pub type Concerns = BTreeMap<String, Found>;

/// Counts the findings of each member. One that speaks of several facts of a member counts once for it.
#[must_use]
pub fn concerns(assessment: &Assessment) -> Concerns {
    let mut counted: BTreeMap<&str, (usize, Found)> = BTreeMap::new();
    for (finding, number) in assessment.findings.iter().zip(1..) {
        if finding.severity == Severity::Hint {
            continue;
        }
        for id in finding.facts.iter().filter_map(FactPath::member_id) {
            let (last, found) = counted.entry(id).or_default();
            if *last != number {
                *last = number;
                match finding.severity {
                    Severity::Error => found.errors += 1,
                    _ => found.cautions += 1,
                }
            }
        }
    }
    counted.into_iter().map(|(id, (_, found))| (id.to_owned(), found)).collect()
}

/// How far a member is, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 有问题: something has to be put right.
    Problem,
    /// 未填齐: something is blank that is asked for.
    Incomplete,
    /// 请核对: all is filled in, something looks wrong.
    ToCheck,
    /// 已填齐.
    Complete,
}

impl State {
    /// All states, the gravest first.
    pub const ALL: [Self; 4] = [Self::Problem, Self::Incomplete, Self::ToCheck, Self::Complete];

    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Problem => label("有问题", "With a problem"),
            Self::Incomplete => label("未填齐", "Not filled in"),
            Self::ToCheck => label("请核对", "To be checked"),
            Self::Complete => label("已填齐", "Complete"),
        }
    }

    /// A word for style sheets and for what is chosen in a list.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Problem => "problem",
            Self::Incomplete => "incomplete",
            Self::ToCheck => "to-check",
            Self::Complete => "done",
        }
    }
}

/// How far a member is, in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// What the checks found.
    pub found: Found,
    /// How many facts are blank that are asked for.
    pub blank: usize,
}

impl Standing {
    /// How far this member is.
    #[must_use]
    pub fn of(dossier: &Dossier, member: &Member, concerns: &Concerns) -> Self {
        Self::with(dossier, member, concerns.get(&member.id).copied().unwrap_or_default())
    }

    /// How far this member is, of which the checks found that.
    #[must_use]
    pub fn with(dossier: &Dossier, member: &Member, found: Found) -> Self {
        let is_blank = |place: usize| member.fact_at(place).is_some_and(|fact| fact.state() == FactState::Blank);
        let questions = Member::QUESTIONS.iter().enumerate();
        let blank = questions.filter(|(place, question)| is_blank(*place) && dossier.wants(question, Some(member)));
        Self { found, blank: blank.count() }
    }

    /// In a word.
    #[must_use]
    pub const fn state(self) -> State {
        match (self.found.errors, self.blank, self.found.cautions) {
            (1.., ..) => State::Problem,
            (_, 1.., _) => State::Incomplete,
            (_, _, 1..) => State::ToCheck,
            _ => State::Complete,
        }
    }

    /// The words: the gravest matter with its count.
    #[must_use]
    pub fn message(self) -> Message {
        let Self { found: Found { errors, cautions }, blank } = self;
        match self.state() {
            State::Problem => message!("{errors} 处要改正", "{errors} to correct"),
            State::Incomplete => message!("{blank} 项未填", "{blank} to fill in"),
            State::ToCheck => message!("{cautions} 处请核对", "{cautions} to check"),
            State::Complete => State::Complete.label().to_message(),
        }
    }
}
