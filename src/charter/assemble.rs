//! Putting the charter together: model and founders' words, in order, numbered through.

use super::facts::CharterFacts;
use super::library::{Clause, ModelChapter, chapters, clause};
use crate::dossier::{Dossier, OwnClause};
use crate::language::Label;
use crate::measures::{Citation, chinese_number};
use crate::template::{Facts, Paragraph, Span, Template, TemplateError, Words};

/// A charter as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charter {
    /// The nine chapters, in the order of Article 18; one whose clauses are all off is there, and empty.
    pub chapters: Vec<Chapter>,
}

/// A chapter of a charter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// 1 to 9.
    pub number: u8,
    /// Its title, without 第…章.
    pub title: Label,
    /// Its articles.
    pub articles: Vec<Article>,
}

/// Whose words an article has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The model's.
    Model,
    /// The founders', in place of the model's.
    Edited,
    /// The founders' own.
    Own,
}

/// An article of a charter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its number, counted through all chapters from 1.
    pub number: u32,
    /// The clause it prints.
    pub clause: String,
    /// What it is about; `None` for the founders' own.
    pub title: Option<Label>,
    /// Whose words it has.
    pub origin: Origin,
    /// Its paragraphs; empty where the founders left it empty.
    pub paragraphs: Vec<Words>,
    /// What of the Measures the model clause answers; nothing is known of the founders' own.
    pub answers: &'static [Citation],
    /// What is wrong with the founders' wording. A text that cannot be read stands in `paragraphs` as it was typed.
    pub errors: Vec<TemplateError>,
}

impl Charter {
    /// All articles, in order.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.chapters.iter().flat_map(|chapter| &chapter.articles)
    }
}

impl Chapter {
    /// 第三章.
    #[must_use]
    pub fn label(&self) -> String {
        format!("第{}章", chinese_number(self.number.into()))
    }
}

impl Article {
    /// 第十二条.
    #[must_use]
    pub fn label(&self) -> String {
        format!("第{}条", chinese_number(self.number))
    }

    /// Its words as plain text, a paragraph a line, without its blanks.
    #[must_use]
    pub fn text(&self) -> String {
        let words = |words: &Words| -> String {
            words.iter().map(|span| if let Span::Words(words) = span { words.as_str() } else { "" }).collect()
        };
        self.paragraphs.iter().map(words).collect::<Vec<_>>().join("\n")
    }

    /// Its words as they are printed, a paragraph a line, with what is missing by its label.
    fn printed(&self) -> String {
        let span = |span: &Span| match span {
            Span::Words(words) => words.clone(),
            Span::Missing(missing) => format!("〔待填：{}〕", missing.label),
        };
        let words = |words: &Words| words.iter().map(span).collect::<String>();
        self.paragraphs.iter().map(words).collect::<Vec<_>>().join("\n")
    }
}

/// A clause that has a place in the charter.
#[derive(Debug, Clone, Copy)]
enum Wording<'d> {
    Model(&'static Clause),
    Edited(&'static Clause, &'d str),
    Own(&'d OwnClause),
}

impl<'d> Wording<'d> {
    fn id(&self) -> &'d str {
        match self {
            Self::Model(clause) | Self::Edited(clause, _) => clause.id,
            Self::Own(own) => &own.id,
        }
    }
}

/// Puts the charter of a dossier together.
#[must_use]
pub fn assemble(dossier: &Dossier) -> Charter {
    let facts = CharterFacts::of(dossier);
    let mut numbers = 1..;
    let chapters = chapters().iter().map(|chapter| Chapter {
        number: chapter.number,
        title: chapter.title,
        articles: standing(dossier, chapter, &facts)
            .into_iter()
            .zip(numbers.by_ref())
            .map(|(wording, number)| article(number, wording, &facts))
            .collect(),
    });
    Charter { chapters: chapters.collect() }
}

/// The wording of a clause that a founder is given to edit: his own, or the model's with its conditions decided and its
/// blanks kept. `None` where there is no such clause.
#[must_use]
pub fn wording(dossier: &Dossier, id: &str) -> Option<String> {
    let draft = &dossier.charter;
    if let Some(own) = draft.own.iter().find(|own| own.id == id) {
        return Some(own.text.clone());
    }
    let clause = clause(id)?;
    let edited = draft.edited.get(id).cloned();
    Some(
        edited.unwrap_or_else(|| clause.template.settled(&CharterFacts::of(dossier)).to_string().trim_end().to_owned()),
    )
}

/// The ids of the clauses that stand, in the order in which they are numbered.
pub(super) fn arrangement<'d>(dossier: &'d Dossier, facts: &dyn Facts) -> Vec<&'d str> {
    chapters().iter().flat_map(|chapter| standing(dossier, chapter, facts)).map(|wording| wording.id()).collect()
}

/// The clauses of a chapter that stand, in the founders' order; those that the order does not name follow, the model's
/// before the founders' own.
fn standing<'d>(dossier: &'d Dossier, chapter: &'static ModelChapter, facts: &dyn Facts) -> Vec<Wording<'d>> {
    let draft = &dossier.charter;
    let model = chapter.clauses.iter().filter(|clause| clause.template.prints(facts)).map(|clause| {
        draft.edited.get(clause.id).map_or(Wording::Model(clause), |edited| Wording::Edited(clause, edited))
    });
    // A chapter there is not is the last: what somebody wrote is never dropped.
    let here = |own: &&OwnClause| own.chapter.clamp(1, 9) == chapter.number;
    let own = draft.own.iter().filter(here).map(Wording::Own);
    let mut standing: Vec<Wording> = model.chain(own).filter(|wording| !draft.off.contains(wording.id())).collect();
    if let Some(order) = draft.order.get(&chapter.number) {
        let place = |wording: &Wording| order.iter().position(|id| id == wording.id()).unwrap_or(order.len());
        standing.sort_by_key(place);
    }
    standing
}

/// Whether a clause of the model stands in the charter, in its own or the founders' wording.
pub(super) fn is_standing(dossier: &Dossier, clause: &Clause, facts: &dyn Facts) -> bool {
    clause.template.prints(facts) && !dossier.charter.off.contains(clause.id)
}

/// The words of a clause of the model as they are printed, with the founders' wording in place of its own where there is
/// one; a paragraph a line.
pub(super) fn wording_as_printed(clause: &'static Clause, edited: Option<&String>, facts: &dyn Facts) -> String {
    let wording = edited.map_or(Wording::Model(clause), |edited| Wording::Edited(clause, edited));
    article(0, wording, facts).printed()
}

/// The same of a clause of the founders' own.
pub(super) fn own_as_printed(own: &OwnClause, facts: &dyn Facts) -> String {
    article(0, Wording::Own(own), facts).printed()
}

fn article(number: u32, wording: Wording, facts: &dyn Facts) -> Article {
    let words = |paragraphs: Vec<Paragraph>| paragraphs.into_iter().map(|paragraph| paragraph.words).collect();
    let own_words = |text: &str| match Template::parse(text) {
        Ok(template) => (words(template.render(facts)), template.faults(facts)),
        Err(errors) => (as_typed(text), errors),
    };
    let (paragraphs, errors) = match wording {
        Wording::Model(clause) => (words(clause.template.render(facts)), Vec::new()),
        Wording::Edited(_, text) => own_words(text),
        Wording::Own(own) => own_words(&own.text),
    };
    let (origin, model) = match wording {
        Wording::Model(clause) => (Origin::Model, Some(clause)),
        Wording::Edited(clause, _) => (Origin::Edited, Some(clause)),
        Wording::Own(_) => (Origin::Own, None),
    };
    Article {
        number,
        clause: wording.id().to_owned(),
        title: model.map(|clause| clause.title),
        origin,
        paragraphs,
        answers: model.map_or(&[], |clause| &clause.answers),
        errors,
    }
}

fn as_typed(text: &str) -> Vec<Words> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| vec![Span::Words(line.to_owned())]).collect()
}
