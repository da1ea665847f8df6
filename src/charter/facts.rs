//! What a clause's blanks may be filled with: the dossier's facts, the choices, and the numbers of other clauses.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::assemble::arrangement;
use super::choices::choice;
use super::library::{clause, clause_path, clauses};
use crate::dossier::{CharterDraft, Dossier};
use crate::measures::chinese_number;
use crate::template::{DossierFacts, Facts, Missing, Value};

/// A dossier and its charter as a text sees them: the names of [`DossierFacts`], and
///
/// - `choice/…`: the words of the alternative that was chosen, by default if need be;
/// - `ref/…`, written `{ref id}`: the number of the article in which a clause stands, 第十二条.
#[derive(Debug, Clone)]
pub struct CharterFacts<'d> {
    facts: DossierFacts<'d>,
    dossier: &'d Dossier,
    numbers: BTreeMap<&'d str, u32>,
}

impl<'d> CharterFacts<'d> {
    /// The facts of a dossier and of its charter as it is numbered now.
    #[must_use]
    pub fn of(dossier: &'d Dossier) -> Self {
        let mut facts = Self { facts: DossierFacts::of(dossier), dossier, numbers: BTreeMap::new() };
        let standing = arrangement(dossier, &facts);
        // The first of two clauses with one id keeps the number.
        for (number, id) in (1..).zip(standing) {
            facts.numbers.entry(id).or_insert(number);
        }
        facts
    }

    /// The same, on a day.
    #[must_use]
    pub fn on(self, today: NaiveDate) -> Self {
        Self { facts: self.facts.on(today), ..self }
    }

    fn reference(&self, id: &str) -> Option<Value> {
        if let Some(number) = self.numbers.get(id) {
            return Some(Value::words(format!("第{}条", chinese_number(*number))));
        }
        let own = self.dossier.charter.own.iter().any(|own| own.id == id);
        let title = clause(id).map(|clause| clause.title.zh).or(own.then_some("自拟条款"))?;
        Some(Value::Missing(Missing { label: format!("“{title}”条号"), fact: clause_path(id) }))
    }
}

impl Facts for CharterFacts<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        match name.split_once('/') {
            Some(("choice", id)) => {
                let chosen = choice(id)?.chosen(&self.dossier.charter);
                Some(Value::Words { words: chosen.words.to_owned(), code: chosen.id.to_owned() })
            }
            Some(("ref", id)) => self.reference(id),
            _ => self.facts.value(name),
        }
    }

    fn codes(&self, name: &str) -> Option<Vec<&str>> {
        match name.strip_prefix("choice/") {
            Some(id) => Some(choice(id)?.alternatives.iter().map(|alternative| alternative.id).collect()),
            None => self.facts.codes(name),
        }
    }

    fn each(&self, group: &str) -> Option<Vec<Box<dyn Facts + '_>>> {
        self.facts.each(group)
    }
}

/// Whether a charter with this draft may say anything of the members beyond who leads them and how many they are.
#[must_use]
pub fn reads_members(draft: &CharterDraft) -> bool {
    static MODEL: LazyLock<bool> = LazyLock::new(|| clauses().any(|clause| mentions_members(clause.text)));
    let own = draft.own.iter().map(|own| &own.text);
    *MODEL || draft.edited.values().chain(own).any(|text| mentions_members(text))
}

/// Whether a text has a loop, or names a member's fact or a count of anything but members.
fn mentions_members(text: &str) -> bool {
    text.contains("each ")
        || text.contains("member/")
        || text.split("count/").skip(1).any(|counted| !counted.starts_with("members"))
}
