//! What a paste would do to a dossier, row by row, and doing it.

use std::collections::BTreeMap;

use super::columns::{Target, is_scientific};
use super::heads::value;
use super::units::{Index, Units, put};
use super::{Line, Sheet};
use crate::dossier::{Dossier, Fact, FactState, Member};
use crate::language::Message;
use crate::message;

/// What a row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A new member.
    New,
    /// A member that is there already gets the row's facts.
    Updates {
        /// The member's id.
        id: String,
        /// Whether the code agreed, or else the name to the letter.
        by_code: bool,
    },
    /// The same unit as an earlier row, which it does not contradict: both become one.
    Joins {
        /// The earlier row, as numbered in the paste.
        row: usize,
    },
    /// The same unit as an earlier row, but with other facts: a member of its own, so that nothing is lost.
    Contradicts {
        /// The earlier row, as numbered in the paste.
        row: usize,
        /// The facts in which they differ, by key.
        keys: Vec<&'static str>,
    },
}

/// What there is to say of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A cell that cannot be read as its value: it is kept as typed.
    Unread {
        /// The fact, by key.
        key: &'static str,
        /// What is wrong and what to do.
        message: Message,
    },
    /// A spreadsheet turned the number in this cell into scientific notation, or rounded it.
    Rounded {
        /// The fact, by key.
        key: &'static str,
    },
    /// No name.
    Nameless,
}

impl Note {
    /// The fact it speaks of, by key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unread { key, .. } | Self::Rounded { key } => key,
            Self::Nameless => "name",
        }
    }

    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unread { message, .. } => message.clone(),
            Self::Rounded { .. } => message!(
                "表格软件把这个号码当成了数字，末几位已经丢失。请在表格中把这一列设为“文本”格式，重新填入后再来一次，或导入后对照证照改正",
                "The spreadsheet took this for a number and lost its last digits. Make the column “Text” there, enter it again and start over, or correct it from the licence after importing"
            ),
            Self::Nameless => message!(
                "这一行没有单位名称，会成为一家没有名称的单位。如果它是上一家的续行（例如合并单元格），请先在表格中并入上一行",
                "This row names no unit and would become one without a name. If it goes on with the row above (as under merged cells), join the two in the table first"
            ),
        }
    }
}

/// A fact that a row sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The fact, by key.
    pub key: &'static str,
    /// What is put in, letter by letter or as the code of a choice.
    pub typed: String,
    /// What stands there now; empty where nothing does or nothing changes.
    pub replaces: String,
}

/// A row and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// Its place in the paste, from 1.
    pub number: usize,
    /// The unit's name as pasted, empty where there is none.
    pub name: String,
    /// What it leads to.
    pub outcome: Outcome,
    /// The facts it sets. Blank cells set none.
    pub sets: Vec<Setting>,
    /// What there is to say of it.
    pub notes: Vec<Note>,
}

/// What a paste would do, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The rows, in the order of the paste.
    pub rows: Vec<PlannedRow>,
}

/// How many rows lead where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// New members, those of contradicting rows included.
    pub new: usize,
    /// Members updated.
    pub updated: usize,
    /// Rows joined to an earlier one.
    pub joined: usize,
    /// Cells kept as typed because they could not be read.
    pub unread: usize,
}

impl Sheet {
    /// What applying the sheet to this dossier would do.
    #[must_use]
    pub fn preview(&self, dossier: &Dossier) -> Plan {
        let there = Index::of(&dossier.members);
        let mut units = Units::default();
        let rows = self.rows().zip(self.names());
        Plan { rows: rows.map(|(line, name)| self.planned(line, name, &mut units, dossier, &there)).collect() }
    }

    /// What becomes of a row with this name; `units` are those of the rows before it, `there` finds the dossier's members.
    fn planned(&self, line: &Line, name: &str, units: &mut Units, dossier: &Dossier, there: &Index) -> PlannedRow {
        let (member, mut sets, notes) = self.facts(line, name);
        let same = units.index.same(&member);
        let agrees = |place: &usize| units.at(*place).is_some_and(|unit| differing(&sets, &member, unit).is_empty());
        let outcome = if let Some(place) = same.iter().copied().find(|place| agrees(place)) {
            Outcome::Joins { row: units.join(place, &sets) }
        } else if let Some(unit) = same.first().and_then(|place| units.at(*place)) {
            let row = same.first().map_or(0, |place| units.row(*place));
            Outcome::Contradicts { row, keys: differing(&sets, &member, unit) }
        } else if let Some((place, by_code)) = there.find(&member)
            && let Some(there) = dossier.members.get(place)
        {
            for set in &mut sets {
                set.replaces = replaced(set.key, &member, there);
            }
            Outcome::Updates { id: there.id.clone(), by_code }
        } else {
            Outcome::New
        };
        if !matches!(outcome, Outcome::Joins { .. }) {
            units.add(line.number, member.clone());
        }
        let name = member.name.given().map(|name| name.as_str().to_owned()).unwrap_or_default();
        PlannedRow { number: line.number, name, outcome, sets, notes }
    }

    /// The member that a row would make by itself, the facts it sets and what there is to say of its cells.
    fn facts(&self, line: &Line, name: &str) -> (Member, Vec<Setting>, Vec<Note>) {
        let mut member = Member::default();
        let mut sets = Vec::new();
        let mut notes = Vec::new();
        for (column, cell) in self.columns.iter().zip(&line.cells) {
            let Target::Fact(key) = column.target else { continue };
            let cell = if key == "name" { name } else { cell };
            let Some(fact) = member.fact_mut(key).filter(|_| !is_gap(cell)) else { continue };
            let typed = value(key, cell);
            fact.put(typed);
            sets.push(Setting { key, typed: typed.to_owned(), replaces: String::new() });
            if let FactState::Unread(message) = fact.state() {
                notes.push(if is_rounded(key, cell) { Note::Rounded { key } } else { Note::Unread { key, message } });
            }
        }
        if member.name.is_blank() {
            notes.push(Note::Nameless);
        }
        (member, sets, notes)
    }
}

/// A cell that says nothing, or only that somebody is still to say it, as our own list prints it.
fn is_gap(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || cell.starts_with("〔待填：")
}

/// A long number in which a spreadsheet kept fifteen digits: in scientific notation, or with zeros for the rest.
fn is_rounded(key: &str, cell: &str) -> bool {
    let digits =
        |cell: &str| cell.len() == 18 && cell.bytes().all(|byte| byte.is_ascii_digit()) && cell.ends_with("000");
    is_scientific(cell) || (key == "uscc" && digits(cell.trim()))
}

/// What a fact holds now that a row changes; empty where the row says the same.
fn replaced(key: &str, member: &Member, there: &Member) -> String {
    let text = |member: &Member| member.fact(key).map(Fact::text).unwrap_or_default();
    if text(member) == text(there) { String::new() } else { text(there) }
}

/// The facts that a row sets otherwise than an earlier one.
fn differing(sets: &[Setting], member: &Member, other: &Member) -> Vec<&'static str> {
    let text =
        |member: &Member, key: &str| member.fact(key).map(|fact| fact.text().trim().to_owned()).unwrap_or_default();
    let differs = |key: &str| !text(other, key).is_empty() && text(member, key) != text(other, key);
    sets.iter().map(|set| set.key).filter(|key| differs(key)).collect()
}

impl Plan {
    /// How many rows lead where.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for row in &self.rows {
            match row.outcome {
                Outcome::New | Outcome::Contradicts { .. } => totals.new += 1,
                Outcome::Updates { .. } => totals.updated += 1,
                Outcome::Joins { .. } => totals.joined += 1,
            }
            totals.unread += row.notes.iter().filter(|note| !matches!(note, Note::Nameless)).count();
        }
        totals
    }

    /// Does what the plan says; new members come after those that are there, in the order of the paste, with ids from
    /// `ids`. A member that has gone since the preview is made anew.
    pub fn apply(&self, dossier: &mut Dossier, mut ids: impl FnMut() -> String) {
        let mut places: BTreeMap<String, usize> =
            dossier.members.iter().enumerate().map(|(place, member)| (member.id.clone(), place)).collect();
        // Row of the paste → the member it went to, for the rows that join it.
        let mut went: BTreeMap<usize, String> = BTreeMap::new();
        for row in &self.rows {
            let wanted = match &row.outcome {
                Outcome::Updates { id, .. } => Some(id),
                Outcome::Joins { row } => went.get(row),
                Outcome::New | Outcome::Contradicts { .. } => None,
            };
            let there = wanted.and_then(|id| places.get(id).copied());
            let at = there.unwrap_or_else(|| {
                let id = ids();
                places.insert(id.clone(), dossier.members.len());
                dossier.members.push(Member { id, ..Member::default() });
                dossier.members.len() - 1
            });
            let Some(member) = dossier.members.get_mut(at) else { continue };
            put(&row.sets, member);
            went.insert(row.number, member.id.clone());
        }
    }
}
