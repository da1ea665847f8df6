//! What rests on an article of the Measures: conditions, checks, questions, clauses, materials, documents.

mod picture;
mod standing;

pub use picture::{Picture, picture};
pub use standing::{Mood, Standing};

use super::layout::{ALLIANCE, MATERIALS, MEMBER, SECRETARIAT, SETUP};
use super::papers::{PAPERS, Paper};
use super::route::{Address, Route};
use crate::charter::{self, Choice, Clause};
use crate::checks::{self, LEDGER, PRECHECK, PrecheckQuestion, Rule, Treatment, check_title, material_titles};
use crate::dossier::{FactPath, Question};
use crate::language::{Label, label};
use crate::measures::Citation;

/// What kind of thing relies on an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UseKind {
    /// A condition of the eligibility check.
    Rule,
    /// A question of the pre-check.
    Precheck,
    /// A check for contradictions and slips.
    Check,
    /// A question.
    Question,
    /// A choice of the charter.
    Choice,
    /// A clause of the model charter.
    Clause,
    /// One of the eight materials.
    Material,
    /// A document of the bundle.
    Document,
}

impl UseKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::Rule,
        Self::Precheck,
        Self::Check,
        Self::Question,
        Self::Choice,
        Self::Clause,
        Self::Material,
        Self::Document,
    ];

    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Rule => label("资格自查", "Eligibility"),
            Self::Precheck => label("快速预检", "Pre-check"),
            Self::Check => label("核对检查", "Checks"),
            Self::Question => label("填写内容", "Questions"),
            Self::Choice => label("章程的约定", "Choices of the charter"),
            Self::Clause => label("章程条款", "Clauses of the charter"),
            Self::Material => label("备案材料", "Materials"),
            Self::Document => label("文书", "Documents"),
        }
    }

    /// A word for ids of elements.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rule => "rules",
            Self::Precheck => "precheck",
            Self::Check => "checks",
            Self::Question => "questions",
            Self::Choice => "choices",
            Self::Clause => "clauses",
            Self::Material => "materials",
            Self::Document => "documents",
        }
    }
}

/// A thing that relies on an article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum User {
    /// A condition.
    Rule(&'static Rule),
    /// A question of the pre-check.
    Precheck(&'static PrecheckQuestion),
    /// A check, by its id, and its title.
    Check(&'static str, Label),
    /// A question about a part of the dossier: `alliance`; `members` for one that is asked of each member.
    Question(&'static str, &'static Question),
    /// A choice of the charter.
    Choice(&'static Choice),
    /// A clause of the model charter.
    Clause(&'static Clause),
    /// One of the eight materials, and its name.
    Material(u8, Label),
    /// A document of the bundle.
    Document(&'static Paper),
}

impl User {
    /// What kind of thing it is.
    #[must_use]
    pub const fn kind(&self) -> UseKind {
        match self {
            Self::Rule(_) => UseKind::Rule,
            Self::Precheck(_) => UseKind::Precheck,
            Self::Check(..) => UseKind::Check,
            Self::Question(..) => UseKind::Question,
            Self::Choice(_) => UseKind::Choice,
            Self::Clause(_) => UseKind::Clause,
            Self::Material(..) => UseKind::Material,
            Self::Document(_) => UseKind::Document,
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn name(&self) -> Label {
        match self {
            Self::Rule(rule) => rule.question,
            Self::Precheck(asked) => asked.question,
            Self::Check(_, title) | Self::Material(_, title) => *title,
            Self::Question(_, question) => question.label,
            Self::Choice(choice) => choice.question,
            Self::Clause(clause) => clause.title,
            Self::Document(paper) => paper.title,
        }
    }

    /// Where it is shown.
    #[must_use]
    pub fn address(&self) -> Address {
        match self {
            Self::Rule(rule) => Address::of_rule(rule.id),
            Self::Precheck(_) => Route::Precheck.address(),
            Self::Check(..) => Route::Review.address(),
            Self::Question("members", _) => Route::Members.address(),
            Self::Question(part, question) => Address::of_fact(&FactPath::new(format!("{part}/{}", question.key))),
            Self::Choice(choice) => Address::of_fact(&choice.path()),
            Self::Clause(clause) => Address::of_fact(&charter::clause_path(clause.id)),
            Self::Material(..) => Route::Materials.address(),
            Self::Document(paper) => Route::Document(paper).address(),
        }
    }
}

/// Something that relies on an article, and on which places of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// What it is.
    pub user: User,
    /// The places, in order: the article, or items of it.
    pub citations: Vec<Citation>,
}

/// Everything that relies on article `number` or its items, kind by kind.
#[must_use]
pub fn uses_of(number: u8) -> Vec<Use> {
    let all = rules().chain(ledger()).chain(questions()).chain(of_the_charter()).chain(documents());
    let mut uses: Vec<Use> = Vec::new();
    for (user, citation) in all.filter(|(_, citation)| citation.article == number) {
        match uses.iter_mut().find(|one| one.user == user) {
            Some(known) => known.citations.push(citation),
            None => uses.push(Use { user, citations: vec![citation] }),
        }
    }
    for one in &mut uses {
        one.citations.sort_unstable();
        one.citations.dedup();
        // What is known to rely on an item says more than that it relies on the article.
        if one.citations.iter().any(|citation| citation.item.is_some()) {
            one.citations.retain(|citation| citation.item.is_some());
        }
    }
    uses.sort_by_key(|one| one.user.kind());
    uses
}

fn rules() -> impl Iterator<Item = (User, Citation)> {
    let rules = checks::rules().map(|rule| (User::Rule(rule), rule.citation));
    rules.chain(PRECHECK.iter().map(|asked| (User::Precheck(asked), asked.citation)))
}

/// What the ledger says a provision is checked by.
fn ledger() -> impl Iterator<Item = (User, Citation)> {
    LEDGER.iter().flat_map(|entry| {
        let by = if let Treatment::Checked(by) = entry.treatment { by } else { &[] };
        by.iter().filter_map(|id| Some((named(id)?, entry.citation)))
    })
}

/// What an id of the ledger stands for.
fn named(id: &'static str) -> Option<User> {
    let rule = || checks::rules().find(|rule| rule.id == id).map(User::Rule);
    let check = || check_title(id).map(|title| User::Check(id, title));
    let material = || {
        let number: u8 = id.strip_prefix("20-")?.parse().ok()?;
        material_titles().find(|(known, _)| *known == number).map(|(number, title)| User::Material(number, title))
    };
    rule().or_else(check).or_else(material)
}

fn questions() -> impl Iterator<Item = (User, Citation)> {
    let parts = [
        ("alliance", ALLIANCE),
        ("members", MEMBER),
        ("secretariat", SECRETARIAT),
        ("setup", SETUP),
        ("materials", MATERIALS),
    ];
    parts.into_iter().flat_map(|(part, screen)| {
        let cited = move |question: &'static Question| Some((User::Question(part, question), question.citation?));
        screen.questions.iter().filter_map(cited)
    })
}

fn of_the_charter() -> impl Iterator<Item = (User, Citation)> {
    let choices = charter::choices().iter().filter_map(|choice| Some((User::Choice(choice), choice.citation?)));
    let clauses = charter::clauses();
    choices
        .chain(clauses.flat_map(|clause| clause.answers.iter().map(move |answered| (User::Clause(clause), *answered))))
}

fn documents() -> impl Iterator<Item = (User, Citation)> {
    PAPERS.iter().filter_map(|paper| Some((User::Document(paper), paper.citation()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::articles;

    #[test]
    fn an_article_leads_to_each_kind_of_thing_that_relies_on_it() {
        let rows = [
            (16, UseKind::Rule, "#/eligibility?fact=rule/16-1-registered"),
            (16, UseKind::Precheck, "#/precheck"),
            (17, UseKind::Check, "#/review"),
            (18, UseKind::Question, "#/alliance?fact=alliance/name"),
            (20, UseKind::Question, "#/members"),
            (25, UseKind::Clause, "#/charter?fact=charter/clause/"),
            (20, UseKind::Material, "#/materials"),
            (5, UseKind::Material, "#/materials"),
            (20, UseKind::Document, "#/documents/01"),
        ];
        for (article, kind, address) in rows {
            let leads = |one: &Use| one.user.kind() == kind && one.user.address().to_string().starts_with(address);
            assert!(uses_of(article).iter().any(leads), "{article} {address}");
        }
        assert!(UseKind::ALL.iter().all(|kind| rows.iter().any(|row| row.1 == *kind) || *kind == UseKind::Choice));
    }

    #[test]
    fn every_rule_is_reached_from_the_article_it_cites() {
        for rule in checks::rules() {
            assert!(uses_of(rule.citation.article).iter().any(|one| one.user == User::Rule(rule)), "{}", rule.id);
        }
    }

    #[test]
    fn whatever_the_ledger_names_is_there() {
        for entry in LEDGER {
            let Treatment::Checked(by) = entry.treatment else { continue };
            for id in by {
                let found = named(id).unwrap_or_else(|| panic!("{id}"));
                assert!(uses_of(entry.citation.article).iter().any(|one| one.user == found), "{id}");
            }
        }
    }

    #[test]
    fn each_thing_is_told_once_with_all_its_places() {
        for article in articles() {
            let uses = uses_of(article.number);
            for (place, one) in uses.iter().enumerate() {
                assert!(!uses[..place].iter().any(|other| other.user == one.user), "{}", one.user.name().zh);
                assert!(one.citations.iter().all(|citation| citation.article == article.number));
                assert!(one.citations.is_sorted() && !one.citations.is_empty());
            }
        }
        let gap = uses_of(18).into_iter().find(|one| matches!(one.user, User::Check("charter-gap", _))).unwrap();
        assert_eq!(gap.citations, (1..=9).map(|item| Citation::item(18, item)).collect::<Vec<_>>());
    }

    #[test]
    fn what_the_app_does_not_rely_on_has_no_uses() {
        assert_eq!(uses_of(36), []);
    }
}
