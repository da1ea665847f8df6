//! Which members are shown, and in which order.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::columns::{COLUMNS, shown};
use super::standing::{Concerns, Standing, State};
use crate::dossier::{Dossier, Kind, Member};
use crate::identifiers::compact;
use crate::language::{Label, label};

/// What the table is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// The order of the dossier, which is that of the documents.
    #[default]
    Place,
    /// A fact, by its key.
    Fact(&'static str),
    /// How far the member is, the gravest first.
    Standing,
}

/// An order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    /// What decides.
    pub by: SortBy,
    /// Whether the last comes first.
    pub descending: bool,
}

/// What the founder wants to see of the members.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// 查找: what a name, a code or a contact must contain.
    pub find: String,
    /// What is chosen in each filter, by the filter's key.
    pub chosen: BTreeMap<&'static str, String>,
    /// The order.
    pub sort: Sort,
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Its key: that of a fact, or `standing` or `certificate`.
    pub key: &'static str,
    /// What it is called.
    pub title: Label,
    /// Codes and words, without the first one, which lets all pass.
    pub options: Vec<(&'static str, Label)>,
}

/// Stands for a fact that is not answered.
const BLANK: &str = "-";

/// The filters in their order.
#[must_use]
pub fn filters() -> Vec<Filter> {
    let fact = |key, title| {
        let kind = Member::QUESTIONS.iter().find(|question| question.key == key).map(|question| question.kind);
        let options = if let Some(Kind::Choice(options)) = kind { options } else { &[] };
        let blank = (BLANK, label("未填", "Not answered"));
        Filter { key, title, options: options.iter().copied().chain([blank]).collect() }
    };
    let region = [
        ("yes", label("省内", "In Hainan")),
        ("no", label("省外", "Elsewhere")),
        (BLANK, label("未填或不确定", "Not answered or not sure")),
    ];
    let certificate = [("missing", label("未附", "Missing")), ("there", label("已附", "Attached"))];
    vec![
        fact("role", label("职务", "Role")),
        fact("category", label("类别", "Kind")),
        Filter { key: "in_hainan", title: label("注册地", "Registered"), options: region.to_vec() },
        Filter {
            key: "standing",
            title: label("状态", "State"),
            options: State::ALL.iter().map(|state| (state.code(), state.label())).collect(),
        },
        Filter { key: "certificate", title: label("证照", "Certificate"), options: certificate.to_vec() },
    ]
}

impl View {
    /// Whether all members are shown.
    #[must_use]
    pub fn shows_all(&self) -> bool {
        self.find.trim().is_empty() && self.chosen.values().all(String::is_empty)
    }

    /// Whether all members are shown in the order of the dossier.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.shows_all() && self.sort == Sort::default()
    }

    /// Sorts by something; asked for again, the other way round, and then no more.
    pub fn sort_by(&mut self, by: SortBy) {
        let Sort { by: before, descending } = self.sort;
        self.sort = match (before == by, descending) {
            (false, _) => Sort { by, descending: false },
            (true, false) => Sort { by, descending: true },
            (true, true) => Sort::default(),
        };
    }

    /// The places in the dossier of the members that are shown, in the order in which they are. `compare` puts words in
    /// the order of a dictionary. Where words are blank, they come last, either way round.
    #[must_use]
    pub fn places(
        &self,
        dossier: &Dossier,
        concerns: &Concerns,
        mut compare: impl FnMut(&str, &str) -> Ordering,
    ) -> Vec<usize> {
        let attached: BTreeSet<&str> =
            dossier.attachments.iter().filter_map(|attachment| attachment.member.as_deref()).collect();
        let needle = plain(&self.find);
        let is_shown = |member: &Member| {
            self.is_found(member, &needle) && self.passes(member, dossier, concerns, attached.contains(&*member.id))
        };
        let all = dossier.members.iter().enumerate();
        let mut places: Vec<(usize, &Member)> = all.filter(|(_, member)| is_shown(member)).collect();
        let turn = |order: Ordering| if self.sort.descending { order.reverse() } else { order };
        match self.sort.by {
            SortBy::Place if self.sort.descending => places.reverse(),
            SortBy::Place => {}
            SortBy::Standing => {
                places.sort_by_cached_key(|(_, member)| {
                    let standing = Standing::of(dossier, member, concerns);
                    (standing.state(), std::cmp::Reverse(standing.found.errors), std::cmp::Reverse(standing.blank))
                });
                if self.sort.descending {
                    places.reverse();
                }
            }
            SortBy::Fact(key) => {
                let keyed = places.into_iter().map(|(place, member)| (sort_key(member, key), place, member));
                let mut keyed: Vec<_> = keyed.collect();
                keyed.sort_by(|(one, ..), (other, ..)| match (one, other) {
                    (Key::Blank, Key::Blank) => Ordering::Equal,
                    (Key::Blank, _) => Ordering::Greater,
                    (_, Key::Blank) => Ordering::Less,
                    (Key::Option(one), Key::Option(other)) => turn(one.cmp(other)),
                    (Key::Option(_), Key::Words(_)) => Ordering::Less,
                    (Key::Words(_), Key::Option(_)) => Ordering::Greater,
                    (Key::Words(one), Key::Words(other)) => turn(compare(one, other)),
                });
                return keyed.into_iter().map(|(_, place, _)| place).collect();
            }
        }
        places.into_iter().map(|(place, _)| place).collect()
    }

    fn is_found(&self, member: &Member, needle: &str) -> bool {
        const SOUGHT: [&str; 9] = [
            "name",
            "uscc",
            "legal_representative",
            "head_name",
            "head_phone",
            "contact_name",
            "contact_phone",
            "contact_email",
            "address",
        ];
        needle.is_empty() || SOUGHT.iter().any(|key| plain(&shown(member, key).typed).contains(needle))
    }

    fn passes(&self, member: &Member, dossier: &Dossier, concerns: &Concerns, attached: bool) -> bool {
        self.chosen.iter().filter(|(_, chosen)| !chosen.is_empty()).all(|(key, chosen)| match *key {
            "standing" => Standing::of(dossier, member, concerns).state().code() == chosen,
            "certificate" => (chosen == "there") == attached,
            key => match shown(member, key).typed.as_str() {
                "" | "unsure" => chosen == BLANK,
                code => code == chosen,
            },
        })
    }
}

/// Letters for comparing: without blanks, in lower case, full-width ones as their narrow twins.
fn plain(words: &str) -> String {
    compact(words).to_lowercase()
}

/// What a row is sorted by.
enum Key {
    Option(usize),
    Words(String),
    Blank,
}

fn sort_key(member: &Member, key: &str) -> Key {
    let cell = shown(member, key);
    if cell.typed.trim().is_empty() {
        return Key::Blank;
    }
    let kind = COLUMNS.iter().find(|column| column.key == key).and_then(|column| column.question());
    match kind.map(|question| question.kind) {
        Some(Kind::Choice(options)) => options
            .iter()
            .position(|(code, _)| *code == cell.typed)
            .map_or_else(|| Key::Words(cell.typed.clone()), Key::Option),
        _ => Key::Words(cell.typed),
    }
}
