//! How the things that rely on an article stand in a dossier.

use super::User;
use crate::checks::{Assessment, ItemState, Verdict};
use crate::dossier::{Dossier, Fact, FactPath, FactState, Question};
use crate::language::{Label, Message, label};
use crate::message;
use crate::screens::Address;

/// Whether a standing is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// As it should be.
    Good,
    /// Something is still to be done.
    Open,
    /// Something is wrong.
    Bad,
    /// Neither.
    Plain,
}

impl Mood {
    /// A word for style sheets.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Open => "open",
            Self::Bad => "bad",
            Self::Plain => "plain",
        }
    }
}

/// How a thing stands, and where one would look at it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// In a few words; empty where there is nothing to say.
    pub words: Message,
    /// Whether it is good.
    pub mood: Mood,
    /// Where it is best looked at.
    pub address: Address,
}

impl User {
    /// How it stands in a dossier of which the checks say `assessment`.
    #[must_use]
    pub fn standing(&self, dossier: &Dossier, assessment: &Assessment) -> Standing {
        let at = |words: Message, mood| Standing { words, mood, address: self.address() };
        let fixed = |words: Label, mood| at(words.to_message(), mood);
        match self {
            Self::Rule(rule) => {
                match assessment.outcomes.iter().find(|outcome| outcome.rule.id == rule.id).map(|found| found.verdict) {
                    Some(verdict) => fixed(verdict.label(), of_verdict(verdict)),
                    None => fixed(label("不涉及", "Does not apply"), Mood::Plain),
                }
            }
            Self::Check(id, _) => {
                let found = || assessment.findings.iter().filter(|finding| finding.check == *id);
                match found().count() {
                    0 => fixed(label("没有发现问题", "Nothing found"), Mood::Good),
                    count => {
                        let first = found().next().and_then(|finding| finding.facts.first());
                        let address = first.map_or_else(|| self.address(), Address::of_fact);
                        Standing { words: message!("{count} 处", "{count} found"), mood: Mood::Bad, address }
                    }
                }
            }
            Self::Question("members", question) => self.of_members(dossier, question),
            Self::Question(part, question) => {
                let path = FactPath::new(format!("{part}/{}", question.key));
                let state = dossier.fact(&path).map(Fact::state);
                match state {
                    _ if !dossier.asks(question, None) => fixed(label("不涉及", "Does not apply"), Mood::Plain),
                    Some(FactState::Given) => fixed(label("已填", "Answered"), Mood::Good),
                    Some(FactState::Unread(_)) => fixed(label("无法识别", "Cannot be read"), Mood::Bad),
                    Some(FactState::Blank) | None if question.optional => {
                        fixed(label("未填（可选）", "Not answered (optional)"), Mood::Plain)
                    }
                    Some(FactState::Blank) | None => fixed(label("未填", "Not answered"), Mood::Open),
                }
            }
            Self::Choice(choice) => fixed(choice.chosen(&dossier.charter).label, Mood::Plain),
            Self::Clause(clause) if dossier.charter.off.contains(clause.id) => {
                fixed(label("已停用", "Switched off"), Mood::Open)
            }
            Self::Clause(clause) if dossier.charter.edited.contains_key(clause.id) => {
                fixed(label("自行改写", "In your own words"), Mood::Plain)
            }
            Self::Clause(_) => fixed(label("示范文本", "As in the model"), Mood::Good),
            Self::Material(number, _) => {
                let state = assessment.materials.iter().find(|item| item.number == *number).map(|item| item.state);
                let state = state.unwrap_or(ItemState::NotStarted);
                fixed(state.label(), if state == ItemState::Ready { Mood::Good } else { Mood::Open })
            }
            Self::Precheck(_) | Self::Document(_) => fixed(label("", ""), Mood::Plain),
        }
    }

    /// How far the members have answered a question; it leads to the first that has not.
    fn of_members(&self, dossier: &Dossier, question: &Question) -> Standing {
        let asked = || dossier.members.iter().filter(|member| dossier.asks(question, Some(member)));
        let given = |state: &Option<FactState>| *state == Some(FactState::Given);
        let states = || asked().map(|member| (member, member.fact(question.key).map(Fact::state)));
        let (all, answered) = (asked().count(), states().filter(|(_, state)| given(state)).count());
        let unread = states().any(|(_, state)| matches!(state, Some(FactState::Unread(_))));
        let first_open = states().find(|(_, state)| !given(state)).map(|(member, _)| member);
        let address = first_open.map(|member| Address::of_fact(&member.path(question.key)));
        let mood = match (unread, all == answered) {
            (true, _) => Mood::Bad,
            (false, true) if all > 0 => Mood::Good,
            _ if question.optional => Mood::Plain,
            _ => Mood::Open,
        };
        Standing {
            words: message!("{all} 家中 {answered} 家已填", "{answered} of {all} answered"),
            mood,
            address: address.unwrap_or_else(|| self.address()),
        }
    }
}

const fn of_verdict(verdict: Verdict) -> Mood {
    match verdict {
        Verdict::Met => Mood::Good,
        Verdict::Unmet => Mood::Bad,
        Verdict::Unknown => Mood::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::super::uses_of;
    use super::*;
    use crate::checks::assess;
    use crate::dossier::sample;

    /// How a thing by its Chinese name, under an article, stands after some edits of the sample.
    fn standing(article: u8, name: &str, edits: &[(&str, &str)]) -> (String, Mood, String) {
        let mut dossier = sample();
        for (path, typed) in edits {
            match path.strip_prefix("off/") {
                Some(clause) => drop(dossier.charter.off.insert(clause.to_owned())),
                None => dossier.fact_mut(&(*path).into()).unwrap().put(typed),
            }
        }
        let today = chrono::NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        let user = uses_of(article).into_iter().map(|one| one.user).find(|user| user.name().zh == name).expect(name);
        let standing = user.standing(&dossier, &assess(&dossier, today));
        (standing.words.zh, standing.mood, standing.address.to_string())
    }

    #[test]
    fn a_thing_stands_as_the_dossier_has_it() {
        let registered = "理事长单位和秘书长单位都在海南省内注册吗？";
        type Row<'a> = (u8, &'a str, &'a [(&'a str, &'a str)], &'a str, Mood, &'a str);
        let rows: [Row; 10] = [
            (16, registered, &[], "符合", Mood::Good, "#/eligibility?fact=rule/16-1-registered"),
            (
                16,
                registered,
                &[("members/m01/in_hainan", "no")],
                "不符合",
                Mood::Bad,
                "#/eligibility?fact=rule/16-1-registered",
            ),
            (17, "没有晚于今天的日期", &[], "没有发现问题", Mood::Good, "#/review"),
            (
                17,
                "没有晚于今天的日期",
                &[("setup/intent_on", "2099-01-01")],
                "1 处",
                Mood::Bad,
                "#/setup?fact=setup/intent_on",
            ),
            (18, "联盟名称", &[("alliance/name", "")], "未填", Mood::Open, "#/alliance?fact=alliance/name"),
            (14, "具体产业", &[], "不涉及", Mood::Plain, "#/alliance?fact=alliance/field_other"),
            (
                20,
                "统一社会信用代码",
                &[("members/m05/uscc", "")],
                "12 家中 11 家已填",
                Mood::Open,
                "#/members/m05?fact=members/m05/uscc",
            ),
            (
                20,
                "统一社会信用代码",
                &[("members/m05/uscc", "1")],
                "12 家中 11 家已填",
                Mood::Bad,
                "#/members/m05?fact=members/m05/uscc",
            ),
            (18, "修改的提出", &[("off/amendment-proposal", "")], "已停用", Mood::Open, ""),
            (20, "成员单位证照复印件", &[], "进行中", Mood::Open, "#/materials"),
        ];
        for (article, name, edits, words, mood, address) in rows {
            let told = standing(article, name, edits);
            assert_eq!((told.0.as_str(), told.1), (words, mood), "{name} {edits:?}");
            assert!(told.2.starts_with(address), "{name}: {}", told.2);
        }
    }
}
