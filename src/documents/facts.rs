//! The names that the documents' texts may use beyond the dossier's own.

use chrono::NaiveDate;

use super::answers::{paragraphs_of, words_of};
use super::plain::plain_words;
use super::representation::Words;
use super::tables::{HOLDINGS, STANDARDS};
use super::texts::rule_names;
use super::votes::{Vote, charter_vote, founding_vote};
use crate::charter::CharterFacts;
use crate::checks::{Assessment, Outcome, Verdict, Weight, assess};
use crate::dossier::{Dossier, Field, Member};
use crate::identifiers::CivilDate;
use crate::measures::{Citation, chinese_number};
use crate::template::{Facts, Missing, Value};

/// What a document is made from: the dossier and its charter as texts see them, and what the checks say of them. To
/// the names of [`CharterFacts`] it adds
///
/// - `alliance/industry`: the field of Article 14, or the other one by its name;
/// - `chair/class`, `secretary/class`: what the unit's credit code says it is registered as;
/// - `leads/units`: `one` where a single unit is 理事长单位 and 秘书长单位, else `two`;
/// - `count/standards`: the members' standards of all levels, as far as told;
/// - `holdings/as_of`: the day or days up to which the members counted their holdings; `holdings/gaps`,
///   `standards/gaps`: `yes` where a member left a kind untold;
/// - `rules/names`, `rules/count`: the names of the model rules, and how many they are;
/// - `certificates/by_analogy`: `yes` where a member's certificate is none that the Measures name;
/// - `setup/units_absent`: units expected less units present;
/// - `vote/charter`, `vote/founding`: what the founding congress's figures come to, `unanimous`, `carried` or `lost`;
/// - `outcome/eligible`, `outcome/16-1` …: `met`, `unmet` or `unknown`; `verdict/…` the same, but anything short of
///   `met` is a missing conclusion;
/// - `findings/count`: how many contradictions and doubts the checks found;
/// - `musts/all`, `musts/met`, `musts/unmet`, `musts/unknown`: how many requirements there are, by verdict.
#[derive(Debug)]
pub(super) struct DocumentFacts<'d> {
    pub dossier: &'d Dossier,
    /// The day of the documents.
    pub today: NaiveDate,
    pub assessment: Assessment,
    facts: CharterFacts<'d>,
}

impl<'d> DocumentFacts<'d> {
    pub fn new(dossier: &'d Dossier, today: NaiveDate) -> Self {
        Self { dossier, today, assessment: assess(dossier, today), facts: CharterFacts::of(dossier).on(today) }
    }

    /// The words of a fact, 〔待填〕 where it is missing.
    pub fn words(&self, name: &str) -> Words {
        words_of(self, name)
    }

    /// The paragraphs of a fact.
    pub fn paragraphs(&self, name: &str) -> Vec<Words> {
        paragraphs_of(self, name)
    }

    /// The same as plain text.
    pub fn plain(&self, name: &str) -> String {
        plain_words(&self.words(name))
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

    /// The requirements that must be met.
    pub fn musts(&self) -> impl Iterator<Item = &Outcome> {
        self.assessment.outcomes.iter().filter(|outcome| outcome.rule.weight == Weight::Must)
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

    /// Whether an item of Article 16 holds "as a rule" only.
    pub fn is_advisory(&self, item: u8) -> bool {
        !self.musts().any(|outcome| outcome.rule.citation == Citation::item(16, item))
    }

    /// The verdict that `verdict/…` and `outcome/…` speak of, and what a missing conclusion is called.
    fn judged(&self, what: &str) -> Option<(Verdict, String)> {
        if what == "eligible" {
            return Some((self.assessment.eligible(), "结论".to_owned()));
        }
        let item = what.strip_prefix("16-")?.parse().ok()?;
        let place = Citation::item(16, item);
        place.resolve()?;
        Some((self.verdict_of(item), format!("{}的结论", place.in_full())))
    }

    fn verdict(&self, what: &str) -> Option<Value> {
        let (verdict, about) = self.judged(what)?;
        Some(match verdict {
            Verdict::Met => coded(verdict.label().zh, verdict.code()),
            Verdict::Unmet => missing(format!("{about}，现有情况尚不符合"), "alliance"),
            Verdict::Unknown => missing(format!("{about}，有关情况尚待补充"), "alliance"),
        })
    }

    fn musts_counted(&self, what: &str) -> Option<Value> {
        let of = |verdict: Verdict| self.musts().filter(|outcome| outcome.verdict == verdict).count();
        let number = match what {
            "all" => self.musts().count(),
            "met" => of(Verdict::Met),
            "unmet" => of(Verdict::Unmet),
            "unknown" => of(Verdict::Unknown),
            _ => return None,
        };
        Some(Value::words(number.to_string()))
    }

    fn industry(&self) -> Option<Value> {
        match self.dossier.alliance.field.given() {
            Some(Field::Other) => self.facts.value("alliance/field_other"),
            _ => self.facts.value("alliance/field"),
        }
    }

    /// The class of a unit's credit code, missing with the code.
    fn class_of(unit: Option<&Member>, office: &str) -> Value {
        match unit.and_then(|member| member.uscc.given()) {
            Some(uscc) => Value::words(uscc.class().label().zh),
            None if unit.is_some_and(Member::is_foreign) => Value::words("境外单位"),
            None => missing(format!("{office}的登记类别"), "members"),
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
            _ => missing("知识产权统计截止日期".to_owned(), "members"),
        }
    }

    /// Whether a member left one of these kinds untold that may stay untold.
    fn gaps(&self, kinds: &[(&str, &str)]) -> Value {
        let untold = |member: &Member, key: &str| {
            let optional = Member::QUESTIONS.iter().any(|question| question.key == key && question.optional);
            optional && member.fact(key).is_some_and(|fact| !fact.is_given())
        };
        yes_or_no(self.dossier.members.iter().any(|member| kinds.iter().any(|(key, _)| untold(member, key))))
    }

    fn standards(&self) -> Value {
        let sums = STANDARDS.iter().filter_map(|(key, _)| match self.facts.value(&format!("count/{key}"))? {
            Value::Words { code, .. } => code.parse::<u64>().ok(),
            Value::Paragraphs(_) | Value::Missing(_) => None,
        });
        Value::words(sums.sum::<u64>().to_string())
    }

    fn units_absent(&self) -> Value {
        let setup = &self.dossier.setup;
        let figures = setup.units_expected.given().zip(setup.units_present.given());
        let absent = figures.and_then(|(expected, present)| expected.get().checked_sub(present.get()));
        absent.map_or_else(
            || missing("缺席成员单位（家）".to_owned(), "setup/units_present"),
            |absent| Value::words(absent.to_string()),
        )
    }

    fn vote(&self, what: &str) -> Option<Value> {
        let (matter, vote) = match what {
            "charter" => ("联盟章程", charter_vote(self.dossier)),
            "founding" => ("设立联盟的决定", founding_vote(self.dossier)),
            _ => return None,
        };
        Some(
            vote.map_or_else(
                || missing(format!("{matter}的表决结论"), "setup"),
                |vote| coded(vote.words(), vote.code()),
            ),
        )
    }

    fn by_analogy(&self) -> Value {
        let mut certificates = self.dossier.members.iter().filter_map(Member::certificate);
        yes_or_no(certificates.any(|certificate| !certificate.is_named_in_measures()))
    }
}

impl Facts for DocumentFacts<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        match name.split_once('/') {
            Some(("alliance", "industry")) => self.industry(),
            Some(("chair", "uscc")) if has_no_code(self.dossier.chair()) => Some(Value::words(NO_CODE)),
            Some(("secretary", "uscc")) if has_no_code(self.dossier.secretary()) => Some(Value::words(NO_CODE)),
            Some(("chair", "class")) => Some(Self::class_of(self.dossier.chair(), "理事长单位")),
            Some(("secretary", "class")) => Some(Self::class_of(self.dossier.secretary(), "秘书长单位")),
            Some(("leads", "units")) => {
                Some(if self.one_lead() { coded("一家", "one") } else { coded("两家", "two") })
            }
            Some(("count", "standards")) => Some(self.standards()),
            Some(("holdings", "as_of")) => Some(self.holdings_as_of()),
            Some(("holdings", "gaps")) => Some(self.gaps(&HOLDINGS)),
            Some(("standards", "gaps")) => Some(self.gaps(&STANDARDS)),
            Some(("rules", "names")) => Some(Value::words(rule_names().collect::<Vec<_>>().join("、"))),
            Some(("rules", "count")) => {
                Some(Value::words(chinese_number(u32::try_from(rule_names().count()).unwrap_or_default())))
            }
            Some(("certificates", "by_analogy")) => Some(self.by_analogy()),
            Some(("setup", "units_absent")) => Some(self.units_absent()),
            Some(("vote", what)) => self.vote(what),
            Some(("verdict", what)) => self.verdict(what),
            Some(("outcome", what)) => {
                let (verdict, _) = self.judged(what)?;
                Some(coded(verdict.label().zh, verdict.code()))
            }
            Some(("findings", "count")) => Some(Value::words(self.assessment.findings.len().to_string())),
            Some(("musts", what)) => self.musts_counted(what),
            _ => self.facts.value(name),
        }
    }

    fn codes(&self, name: &str) -> Option<Vec<&str>> {
        match name.split_once('/') {
            Some(("leads", "units")) => Some(vec!["one", "two"]),
            Some(("holdings" | "standards", "gaps") | ("certificates", "by_analogy")) => Some(vec!["yes", "no"]),
            Some(("vote", _)) => Some(Vote::CODES.to_vec()),
            Some(("verdict", _)) => Some(vec![Verdict::Met.code()]),
            Some(("outcome", _)) => Some([Verdict::Met, Verdict::Unmet, Verdict::Unknown].map(Verdict::code).to_vec()),
            _ => self.facts.codes(name),
        }
    }

    fn each(&self, group: &str) -> Option<Vec<Box<dyn Facts + '_>>> {
        self.facts.each(group)
    }
}

/// What stands for the code of a unit from outside the mainland, which has none.
pub(super) const NO_CODE: &str = "无（境外单位）";

/// Whether a unit has no unified social credit code because it is from outside the mainland.
pub(super) fn has_no_code(unit: Option<&Member>) -> bool {
    unit.is_some_and(|member| member.is_foreign() && member.uscc.is_blank())
}

fn missing(label: String, fact: &str) -> Value {
    Value::Missing(Missing { label, fact: fact.into() })
}

fn coded(words: &str, code: &str) -> Value {
    Value::Words { words: words.to_owned(), code: code.to_owned() }
}

fn yes_or_no(it_is: bool) -> Value {
    if it_is { coded("是", "yes") } else { coded("否", "no") }
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
