//! Filling a template's blanks.

use super::condition::Condition;
use super::facts::{Facts, Missing, Value};
use super::parse::{Line, Part, Piece, Style, Template};
use crate::dossier::FactPath;

/// A run of words, or a fact that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Words.
    Words(String),
    /// A missing fact: documents print 〔待填：label〕.
    Missing(Missing),
}

/// The words of one paragraph.
pub type Words = Vec<Span>;

/// A paragraph whose blanks are filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub style: Style,
    /// Its words.
    pub words: Words,
}

/// The facts in force: those of the innermost loop last.
type Scopes<'a> = [&'a dyn Facts];
/// Says whether a condition holds.
type Decide<'a> = &'a dyn Fn(&Condition, Option<&Value>) -> bool;

impl Template {
    /// Fills the blanks and decides the conditions.
    #[must_use]
    pub fn render(&self, facts: &dyn Facts) -> Vec<Paragraph> {
        self.render_deciding(facts, &|condition, value| condition.holds(value))
    }

    /// Fills the blanks, with the conditions decided by `decide`: so a test sees every branch of a text.
    #[must_use]
    pub fn render_as(&self, facts: &dyn Facts, decide: &dyn Fn(&Condition) -> bool) -> Vec<Paragraph> {
        self.render_deciding(facts, &|condition, _| decide(condition))
    }

    fn render_deciding(&self, facts: &dyn Facts, decide: Decide) -> Vec<Paragraph> {
        let mut paragraphs = Vec::new();
        render_parts(&self.parts, &[facts], decide, &mut paragraphs);
        paragraphs
    }

    /// Whether anything is left of it once its conditions are decided.
    #[must_use]
    pub fn prints(&self, facts: &dyn Facts) -> bool {
        any_prints(&self.parts, facts)
    }

    /// The text as it stands once its conditions are decided, its blanks kept, and its loops as they are: what a founder is
    /// given to edit.
    #[must_use]
    pub fn settled(&self, facts: &dyn Facts) -> Self {
        Self { parts: settle(&self.parts, facts) }
    }
}

fn any_prints(parts: &[Part], facts: &dyn Facts) -> bool {
    parts.iter().any(|part| match part {
        Part::If { condition, then, otherwise, .. } => {
            let holds = condition.holds(facts.value(condition.name()).as_ref());
            any_prints(if holds { then } else { otherwise }, facts)
        }
        Part::Line(_) | Part::Each { .. } => true,
    })
}

fn settle(parts: &[Part], facts: &dyn Facts) -> Vec<Part> {
    let mut settled = Vec::new();
    for part in parts {
        match part {
            Part::If { condition, then, otherwise, .. } => {
                let holds = condition.holds(facts.value(condition.name()).as_ref());
                settled.extend(settle(if holds { then } else { otherwise }, facts));
            }
            Part::Line(_) | Part::Each { .. } => settled.push(part.clone()),
        }
    }
    settled
}

fn lookup(scopes: &Scopes, name: &str) -> Option<Value> {
    scopes.iter().rev().find_map(|facts| facts.value(name))
}

fn render_parts(parts: &[Part], scopes: &Scopes, decide: Decide, paragraphs: &mut Vec<Paragraph>) {
    for part in parts {
        match part {
            Part::Line(line) => render_line(line, scopes, paragraphs),
            Part::If { condition, then, otherwise, .. } => {
                let holds = decide(condition, lookup(scopes, condition.name()).as_ref());
                render_parts(if holds { then } else { otherwise }, scopes, decide, paragraphs);
            }
            Part::Each { group, body, .. } => {
                let Some(each) = scopes.iter().rev().find_map(|facts| facts.each(group)) else { continue };
                for one in &each {
                    let inner: Vec<&dyn Facts> = scopes.iter().copied().chain([one.as_ref()]).collect();
                    render_parts(body, &inner, decide, paragraphs);
                }
            }
        }
    }
}

fn render_line(line: &Line, scopes: &Scopes, paragraphs: &mut Vec<Paragraph>) {
    let style = line.style;
    if let [Piece::Blank(name)] = line.pieces.as_slice()
        && let Some(Value::Paragraphs(texts)) = lookup(scopes, name)
    {
        paragraphs.extend(texts.into_iter().map(|text| Paragraph { style, words: vec![Span::Words(text)] }));
        return;
    }
    let mut words: Words = Vec::new();
    for (place, piece) in line.pieces.iter().enumerate() {
        match piece {
            Piece::Words(text) => push_words(&mut words, text),
            Piece::Blank(name) => match lookup(scopes, name) {
                Some(Value::Words { words: text, .. }) => {
                    push_words(&mut words, fitting(&text, line.pieces.get(place + 1)))
                }
                Some(Value::Paragraphs(texts)) => {
                    push_words(&mut words, fitting(&texts.concat(), line.pieces.get(place + 1)));
                }
                Some(Value::Missing(missing)) => words.push(Span::Missing(missing)),
                None => words.push(Span::Missing(Missing { label: name.clone(), fact: FactPath::new(name.as_str()) })),
            },
        }
    }
    paragraphs.push(Paragraph { style, words });
}

fn push_words(words: &mut Words, text: &str) {
    match words.last_mut() {
        Some(Span::Words(last)) => last.push_str(text),
        _ => words.push(Span::Words(text.to_owned())),
    }
}

/// A fact's words without the stop at their end, where the text goes on with one of its own: never “。。” or “。，”.
fn fitting<'t>(text: &'t str, next: Option<&Piece>) -> &'t str {
    const STOPS: [char; 4] = ['。', '；', '，', '、'];
    match next {
        Some(Piece::Words(words)) if words.starts_with(STOPS) => text.trim_end_matches(STOPS),
        _ => text,
    }
}
