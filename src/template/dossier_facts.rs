//! The dossier's facts, in the form in which documents print them.

use chrono::NaiveDate;

use super::facts::{Facts, Missing, Value};
use crate::dossier::{Category, Dossier, Fact, FactPath, Kind, Member, Prose, Question, YesNo};
use crate::identifiers::{CivilDate, chinese_date};
use crate::measures::EDITION;

/// A dossier as a text sees it. The names are
///
/// - `alliance/…`, `secretariat/…`, `setup/…`, `materials/…`: the dossier's facts by their keys;
/// - `chair/…`, `secretary/…`: the facts of the 理事长单位 and the 秘书长单位;
/// - `member/…` within `[each member]`;
/// - `count/members`, `count/in-hainan`, `count/outside-hainan`; the number of members of each category
///   (`count/university`); and, by their keys, the sums of the members' counts (`count/invention_patents`);
/// - `office`: 所在地知识产权管理部门 by its name; `today`: the day the document is made; `measures`: the regulation as
///   documents cite it.
#[derive(Debug, Clone, Copy)]
pub struct DossierFacts<'d> {
    dossier: &'d Dossier,
    today: Option<NaiveDate>,
}

/// One member within `[each member]`.
struct MemberFacts<'d> {
    member: &'d Member,
}

impl<'d> DossierFacts<'d> {
    /// The facts of a dossier, with no date.
    #[must_use]
    pub const fn of(dossier: &'d Dossier) -> Self {
        Self { dossier, today: None }
    }

    /// The same, on a day.
    #[must_use]
    pub const fn on(self, today: NaiveDate) -> Self {
        Self { today: Some(today), ..self }
    }

    /// A fact of the 理事长单位 or the 秘书长单位.
    fn of_unit(&self, unit: Option<&'d Member>, title: &str, key: &str) -> Option<Value> {
        let question = member_question(key)?;
        // 理事长单位名称, not 理事长单位的单位名称.
        let label = || match label_of(question).strip_prefix("单位") {
            Some(rest) => format!("{title}{rest}"),
            None => format!("{title}的{}", label_of(question)),
        };
        let Some(member) = unit else { return Some(missing(label(), "members")) };
        let value = read(question, member.fact(key));
        Some(value.unwrap_or_else(|| missing(label(), member.path(question.key))))
    }

    fn count(&self, what: &str) -> Option<Value> {
        let members = &self.dossier.members;
        let number = |number: Option<u64>, label: &str| match number {
            Some(number) if !members.is_empty() => Value::words(number.to_string()),
            _ => missing(label.to_owned(), "members"),
        };
        let hainan = |wanted: YesNo| {
            let answers: Option<Vec<YesNo>> = members.iter().map(|member| member.in_hainan.given().copied()).collect();
            let answers = answers.filter(|answers| !answers.contains(&YesNo::Unsure))?;
            Some(answers.into_iter().filter(|answer| *answer == wanted).count() as u64)
        };
        match what {
            "members" => return Some(number(Some(members.len() as u64), "成员单位数")),
            "in-hainan" => return Some(number(hainan(YesNo::Yes), "海南省内成员单位数")),
            "outside-hainan" => return Some(number(hainan(YesNo::No), "海南省外成员单位数")),
            _ => {}
        }
        if let Some(category) = Category::ALL.iter().find(|category| category.code() == what) {
            let answers: Option<Vec<Category>> =
                members.iter().map(|member| member.category.given().copied()).collect();
            let count = answers.map(|answers| answers.iter().filter(|answer| *answer == category).count() as u64);
            return Some(number(count, &format!("{}数", category.label().zh)));
        }
        let question = member_question(what).filter(|question| question.kind == Kind::Count)?;
        Some(number(self.sum(question), question.label.zh))
    }

    /// The members' sum of a count. Where the question must be answered, every member has to have answered; where it may
    /// stay blank, a blank adds nothing, but one at least must have answered.
    fn sum(&self, question: &Question) -> Option<u64> {
        let place = Member::QUESTIONS.iter().position(|other| other.key == question.key)?;
        let answers = self.dossier.members.iter().map(|member| {
            let fact = member.fact_at(place)?;
            fact.is_given().then(|| fact.text().parse::<u64>().ok())?
        });
        if question.optional {
            let given: Vec<u64> = answers.flatten().collect();
            (!given.is_empty()).then(|| given.iter().sum())
        } else {
            answers.sum()
        }
    }
}

impl Facts for DossierFacts<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        match name.split_once('/') {
            None => match name {
                "today" => Some(match self.today {
                    Some(today) => Value::words(chinese_date(today)),
                    None => missing("日期".to_owned(), "today"),
                }),
                "measures" => Some(Value::words(EDITION.cited)),
                "office" => Some(match self.dossier.alliance.division.given() {
                    Some(division) => Value::words(division.office().zh),
                    None => missing("所在地知识产权管理部门".to_owned(), "alliance/division"),
                }),
                _ => None,
            },
            Some(("chair", key)) => self.of_unit(self.dossier.chair(), "理事长单位", key),
            Some(("secretary", key)) => self.of_unit(self.dossier.secretary(), "秘书长单位", key),
            Some(("count", what)) => self.count(what),
            Some(("member", key)) => {
                member_question(key).map(|question| missing(label_of(question).to_owned(), "members"))
            }
            Some(("members", _)) => None,
            Some(_) => {
                let path = FactPath::new(name);
                let question = Dossier::question(&path)?;
                let value = read(question, self.dossier.fact(&path));
                Some(value.unwrap_or_else(|| missing(label_of(question).to_owned(), path)))
            }
        }
    }

    fn codes(&self, name: &str) -> Option<Vec<&str>> {
        let kind = match name.split_once('/')? {
            ("chair" | "secretary" | "member", key) => member_question(key)?.kind,
            _ => Dossier::question(&FactPath::new(name))?.kind,
        };
        match kind {
            Kind::Choice(options) => Some(options.iter().map(|(code, _)| *code).collect()),
            _ => None,
        }
    }

    fn each(&self, group: &str) -> Option<Vec<Box<dyn Facts + '_>>> {
        let members = self.dossier.members.iter();
        (group == "member").then(|| members.map(|member| Box::new(MemberFacts { member }) as Box<dyn Facts>).collect())
    }
}

impl Facts for MemberFacts<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        let key = name.strip_prefix("member/")?;
        let place = Member::QUESTIONS.iter().position(|question| question.key == key)?;
        let question = Member::QUESTIONS.get(place)?;
        let missing = || missing(label_of(question).to_owned(), self.member.path(question.key));
        Some(read(question, self.member.fact_at(place)).unwrap_or_else(missing))
    }

    fn codes(&self, _: &str) -> Option<Vec<&str>> {
        None
    }

    fn each(&self, _: &str) -> Option<Vec<Box<dyn Facts + '_>>> {
        None
    }
}

fn member_question(key: &str) -> Option<&'static Question> {
    Member::QUESTIONS.iter().find(|question| question.key == key)
}

/// What a fact is called in 〔待填：…〕, where a question mark has no place.
fn label_of(question: &Question) -> &'static str {
    question.label.zh.trim_end_matches('吗')
}

fn missing(label: String, fact: impl Into<FactPath>) -> Value {
    Value::Missing(Missing { label, fact: fact.into() })
}

/// A fact as documents print it; `None` where it is missing. What was typed but cannot be read is as good as missing.
fn read(question: &Question, fact: Option<&dyn Fact>) -> Option<Value> {
    let given = fact.filter(|fact| fact.is_given())?;
    printed(question.kind, given.text())
}

fn printed(kind: Kind, text: String) -> Option<Value> {
    match kind {
        Kind::Date => Some(Value::words(text.parse::<CivilDate>().ok()?.chinese())),
        // 不确定 settles nothing, and no document says so.
        Kind::Choice(_) if text == YesNo::Unsure.code() => None,
        Kind::Choice(options) => {
            let (_, words) = options.iter().find(|(code, _)| *code == text)?;
            Some(Value::Words { words: words.zh.to_owned(), code: text })
        }
        Kind::Prose => {
            let paragraphs: Vec<String> = Prose::from(text.as_str()).paragraphs().map(str::to_owned).collect();
            (!paragraphs.is_empty()).then_some(Value::Paragraphs(paragraphs))
        }
        Kind::Text => Some(one_line(&text)).filter(|line| !line.is_empty()).map(Value::words),
        _ => Some(Value::words(text)),
    }
}

/// A line break pasted into one line is a blank.
fn one_line(text: &str) -> String {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |line, next| line + " " + next)
}
