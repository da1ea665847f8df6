//! The names that the documents' texts may use beyond the dossier's own, and reading any name as words.

use chrono::NaiveDate;

use super::blocks::{blank, words};
use super::representation::Words;
use super::tables::STANDARDS;
use super::texts::rule_names;
use crate::charter::CharterFacts;
use crate::checks::{Assessment, Verdict, Weight, assess};
use crate::dossier::{Answer, Dossier, FactPath, Field, Member};
use crate::identifiers::{CivilDate, Count};
use crate::measures::Citation;
use crate::template::{Facts, Missing, Value};

/// What a document is made from: the dossier and its charter as texts see them, and what the checks say of them. To
/// the names of [`CharterFacts`] it adds
///
/// - `alliance/industry`: the field of Article 14, or the other one by its name;
/// - `leads/units`: `one` where a single unit is 理事长单位 and 秘书长单位, else `two`;
/// - `count/standards`: the members' standards of all levels, as far as told;
/// - `holdings/as_of`: the day or days up to which the members counted their holdings;
/// - `rules/names`: the names of the model rules;
/// - `verdict/eligible`, `verdict/16-1` …: 符合 where the musts are met (`met`), else a missing conclusion;
/// - `vote/charter`, `vote/founding`: what the founding congress's figures come to.
#[derive(Debug)]
pub(super) struct DocumentFacts<'d> {
    pub dossier: &'d Dossier,
    pub assessment: Assessment,
    facts: CharterFacts<'d>,
}

impl<'d> DocumentFacts<'d> {
    pub fn new(dossier: &'d Dossier, today: NaiveDate) -> Self {
        Self { dossier, assessment: assess(dossier, today), facts: CharterFacts::of(dossier).on(today) }
    }

    /// The words of a fact, 〔待填〕 where it is missing.
    pub fn words(&self, name: &str) -> Words {
        words_of(self, name)
    }

    /// The paragraphs of a fact.
    pub fn paragraphs(&self, name: &str) -> Vec<Words> {
        paragraphs_of(self, name)
    }

    /// The members, each with the names `member/…`.
    pub fn members(&self) -> Vec<(&'d Member, Box<dyn Facts + '_>)> {
        let each = self.facts.each("member").unwrap_or_default();
        self.dossier.members.iter().zip(each).collect()
    }

    /// Whether one unit is 理事长单位 and 秘书长单位 at once.
    pub fn one_lead(&self) -> bool {
        let (chair, secretary) = (self.dossier.chair(), self.dossier.secretary());
        chair.is_some() && chair.map(|member| &member.id) == secretary.map(|member| &member.id)
    }

    /// The verdict over an item of Article 16: over its musts, or over what it says "as a rule" where it has none.
    pub fn verdict_of(&self, item: u8) -> Verdict {
        let place = Citation::item(16, item);
        let weighing = |weight: Weight| {
            let outcomes = self.assessment.outcomes.iter();
            let of_it = outcomes.filter(move |it| it.rule.citation == place && it.rule.weight == weight);
            of_it.map(|outcome| outcome.verdict).collect::<Vec<_>>()
        };
        let musts = weighing(Weight::Must);
        worst(&if musts.is_empty() { weighing(Weight::Advisory) } else { musts })
    }

    fn verdict(&self, what: &str) -> Option<Value> {
        let (verdict, about) = match what {
            "eligible" => (self.assessment.eligible(), "结论".to_owned()),
            _ => {
                let item = what.strip_prefix("16-")?.parse().ok()?;
                let place = Citation::item(16, item);
                place.resolve()?;
                (self.verdict_of(item), format!("{}的结论", place.words().zh))
            }
        };
        let label = match verdict {
            Verdict::Met => return Some(Value::Words { words: "符合".to_owned(), code: "met".to_owned() }),
            Verdict::Unmet => format!("{about}，现有情况尚不符合"),
            Verdict::Unknown => format!("{about}，有关情况尚待补充"),
        };
        Some(Value::Missing(Missing { label, fact: "alliance".into() }))
    }

    fn industry(&self) -> Option<Value> {
        match self.dossier.alliance.field.given() {
            Some(Field::Other) => self.facts.value("alliance/field_other"),
            _ => self.facts.value("alliance/field"),
        }
    }

    fn holdings_as_of(&self) -> Value {
        let days: Option<Vec<CivilDate>> =
            self.dossier.members.iter().map(|member| member.holdings_as_of.given().copied()).collect();
        let days = days.unwrap_or_default();
        match (days.iter().min(), days.iter().max()) {
            (Some(first), Some(last)) if first == last => Value::words(format!("截至{}", first.chinese())),
            (Some(first), Some(last)) => {
                Value::words(format!("各单位的统计截止日期为{}至{}", first.chinese(), last.chinese()))
            }
            _ => Value::Missing(Missing { label: "知识产权统计截止日期".to_owned(), fact: "members".into() }),
        }
    }

    fn standards(&self) -> Value {
        let sums = STANDARDS.iter().filter_map(|(key, _)| match self.facts.value(&format!("count/{key}"))? {
            Value::Words { code, .. } => code.parse::<u64>().ok(),
            Value::Paragraphs(_) | Value::Missing(_) => None,
        });
        Value::words(sums.sum::<u64>().to_string())
    }

    fn vote(&self, what: &str) -> Option<Value> {
        let setup = &self.dossier.setup;
        let (matter, figures) = match what {
            "charter" => ("联盟章程", [&setup.charter_for, &setup.charter_against, &setup.charter_abstained]),
            "founding" => ("设立联盟的决定", [&setup.founding_for, &setup.founding_against, &setup.founding_abstained]),
            _ => return None,
        };
        Some(match outcome(figures, &setup.units_present) {
            Some(Vote::Unanimous) => Value::words(format!("会议一致通过{matter}")),
            Some(Vote::Carried) => Value::words(format!("赞成票过半数，会议通过{matter}")),
            Some(Vote::Lost) => Value::words(format!("赞成票不多于反对票，会议未通过{matter}")),
            None => Value::Missing(Missing { label: format!("{matter}的表决结论"), fact: "setup".into() }),
        })
    }
}

/// What the figures of a vote come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vote {
    /// 一致通过.
    Unanimous,
    /// 过半数通过.
    Carried,
    /// 未通过.
    Lost,
}

/// What the vote on the charter came to, where the figures tell.
pub(super) fn charter_vote(dossier: &Dossier) -> Option<Vote> {
    let setup = &dossier.setup;
    outcome([&setup.charter_for, &setup.charter_against, &setup.charter_abstained], &setup.units_present)
}

/// What votes for, against and abstained come to among the units present.
fn outcome(figures: [&Answer<Count>; 3], present: &Answer<Count>) -> Option<Vote> {
    let number = |figure: &Answer<Count>| figure.given().map(|count| count.get());
    let [Some(votes), Some(against), Some(abstained)] = figures.map(number) else { return None };
    let cast = votes.saturating_add(against).saturating_add(abstained);
    let voting = cast.max(number(present).unwrap_or(0));
    match votes {
        1.. if votes == voting => Some(Vote::Unanimous),
        1.. if votes > voting / 2 => Some(Vote::Carried),
        // The Measures set no majority: whether fewer are enough is for the congress's own rule to say.
        _ if votes > against => None,
        _ => Some(Vote::Lost),
    }
}

impl Facts for DocumentFacts<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        match name.split_once('/') {
            Some(("alliance", "industry")) => self.industry(),
            Some(("leads", "units")) => Some(match self.one_lead() {
                true => Value::Words { words: "一家".to_owned(), code: "one".to_owned() },
                false => Value::Words { words: "两家".to_owned(), code: "two".to_owned() },
            }),
            Some(("count", "standards")) => Some(self.standards()),
            Some(("holdings", "as_of")) => Some(self.holdings_as_of()),
            Some(("rules", "names")) => Some(Value::words(rule_names().collect::<Vec<_>>().join("、"))),
            Some(("verdict", what)) => self.verdict(what),
            Some(("vote", what)) => self.vote(what),
            _ => self.facts.value(name),
        }
    }

    fn codes(&self, name: &str) -> Option<Vec<&str>> {
        match name.split_once('/') {
            Some(("leads", "units")) => Some(vec!["one", "two"]),
            Some(("verdict", _)) => Some(vec!["met"]),
            _ => self.facts.codes(name),
        }
    }

    fn each(&self, group: &str) -> Option<Vec<Box<dyn Facts + '_>>> {
        self.facts.each(group)
    }
}

/// Unmet if one is, else unknown if one is or there is none, else met.
fn worst(verdicts: &[Verdict]) -> Verdict {
    if verdicts.contains(&Verdict::Unmet) {
        Verdict::Unmet
    } else if verdicts.is_empty() || verdicts.contains(&Verdict::Unknown) {
        Verdict::Unknown
    } else {
        Verdict::Met
    }
}

/// The words of a fact, 〔待填〕 where it is missing.
pub(super) fn words_of(facts: &dyn Facts, name: &str) -> Words {
    match facts.value(name) {
        Some(Value::Words { words: text, .. }) => words(text),
        Some(Value::Paragraphs(paragraphs)) => words(paragraphs.concat()),
        Some(Value::Missing(missing)) => blank(missing.label),
        None => blank(name),
    }
}

/// The paragraphs of a fact, one 〔待填〕 where it is missing.
pub(super) fn paragraphs_of(facts: &dyn Facts, name: &str) -> Vec<Words> {
    match facts.value(name) {
        Some(Value::Paragraphs(paragraphs)) => paragraphs.into_iter().map(words).collect(),
        _ => vec![words_of(facts, name)],
    }
}

/// What answers a label of a form or the head of a column: a fact that may stay blank and does is "—", any other that is
/// missing is 〔待填：label〕.
pub(super) fn answer_to(facts: &dyn Facts, label: &str, name: &str) -> Vec<Words> {
    if is_known(facts, name) {
        paragraphs_of(facts, name)
    } else if is_optional(name) {
        vec![words("—")]
    } else {
        vec![blank(label)]
    }
}

/// Whether a fact may stay blank.
fn is_optional(name: &str) -> bool {
    let key = name.rsplit('/').next().unwrap_or(name);
    match name.split('/').next() {
        Some("chair" | "secretary" | "member" | "count") => {
            Member::QUESTIONS.iter().any(|question| question.key == key && question.optional)
        }
        _ => Dossier::question(&FactPath::new(name)).is_some_and(|question| question.optional),
    }
}

/// Whether a fact is known.
pub(super) fn is_known(facts: &dyn Facts, name: &str) -> bool {
    matches!(facts.value(name), Some(Value::Words { .. } | Value::Paragraphs(_)))
}
