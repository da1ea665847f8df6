//! Facts, question by question.

use serde_json::{Map, Value};

use super::{Difference, nothing, unknown};
use crate::dossier::{
    Alliance, Dossier, Fact, FactPath, Kind, Materials, Member, Question, Secretariat, Section, Setup,
};
use crate::language::Message;
use crate::message;

/// The parts of a dossier that hold facts, besides the members: the first step of their paths, and what they ask.
pub const PARTS: [(&str, &[Question]); 4] = [
    ("alliance", Alliance::QUESTIONS),
    ("secretariat", Secretariat::QUESTIONS),
    ("setup", Setup::QUESTIONS),
    ("materials", Materials::QUESTIONS),
];

/// The facts of one of the [`PARTS`].
pub fn part(part: &str, here: &Dossier, there: &Dossier) -> Vec<Difference> {
    let path = |key: &str| FactPath::new(format!("{part}/{key}"));
    let Some(section) = path("").section() else { return Vec::new() };
    let questions = PARTS.iter().filter(|(name, _)| *name == part).flat_map(|(_, questions)| *questions);
    let (find_here, find_there) = (|key: &str| here.fact(&path(key)), |key: &str| there.fact(&path(key)));
    let mut found: Vec<Difference> =
        questions.filter_map(|question| differing(section, None, question, &find_here, &find_there)).collect();
    found.extend(unknown(section, None, extra(part, here), extra(part, there)));
    found
}

fn extra<'d>(part: &str, dossier: &'d Dossier) -> &'d Map<String, Value> {
    match part {
        "alliance" => &dossier.alliance.extra,
        "secretariat" => &dossier.secretariat.extra,
        "setup" => &dossier.setup.extra,
        _ => &dossier.materials.extra,
    }
}

/// The facts of a member that is in both.
pub fn member(unit: &Message, here: &Member, there: &Member) -> Vec<Difference> {
    let (find_here, find_there) = (|key: &str| here.fact(key), |key: &str| there.fact(key));
    let questions = Member::QUESTIONS.iter();
    let mut found: Vec<Difference> = questions
        .filter_map(|question| differing(Section::Members, Some(unit), question, &find_here, &find_there))
        .collect();
    found.extend(unknown(Section::Members, Some(unit), &here.extra, &there.extra));
    found
}

/// How many facts are answered.
pub fn answered(dossier: &Dossier) -> usize {
    let is_answered = |fact: Option<&dyn Fact>| fact.is_some_and(|fact| !fact.text().is_empty());
    let of_parts = PARTS.iter().flat_map(|(part, questions)| questions.iter().map(move |question| (part, question)));
    let in_parts = of_parts
        .filter(|(part, question)| is_answered(dossier.fact(&FactPath::new(format!("{part}/{}", question.key)))));
    let of_member =
        |member: &Member| Member::QUESTIONS.iter().filter(|question| is_answered(member.fact(question.key))).count();
    in_parts.count() + dossier.members.iter().map(of_member).sum::<usize>()
}

fn differing(
    section: Section,
    unit: Option<&Message>,
    question: &Question,
    here: Find<'_>,
    there: Find<'_>,
) -> Option<Difference> {
    let (before, after) = (text(here, question.key), text(there, question.key));
    (before != after).then(|| Difference {
        section,
        unit: unit.cloned(),
        what: question.label.to_message(),
        before: words(question, before),
        after: words(question, after),
    })
}

/// How a fact is found by its key.
type Find<'f> = &'f dyn Fn(&str) -> Option<&'f dyn Fact>;

fn text(find: Find<'_>, key: &str) -> String {
    find(key).map(Fact::text).unwrap_or_default()
}

/// An answer in words: a choice in its own, anything else as it was typed.
fn words(question: &Question, text: String) -> Message {
    let option = match question.kind {
        Kind::Choice(options) => options.iter().find(|(code, _)| *code == text),
        _ => None,
    };
    match option {
        Some((_, words)) => words.to_message(),
        None if text.is_empty() => nothing(),
        None => message!("{text}", "{text}"),
    }
}
