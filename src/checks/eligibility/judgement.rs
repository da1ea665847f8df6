//! How an outcome comes about: reasons for, against and open are collected, then weighed.

use crate::checks::case::Case;
use crate::checks::facts::{Facts, Units, distinct};
use crate::checks::words::{clipped, fact_label, names};
use crate::checks::{Outcome, Rule, Verdict};
use crate::dossier::{Answer, Fact, FactPath, FactState, Member, YesNo};
use crate::language::Message;
use crate::message;

/// The reasons for one requirement, as they are collected.
pub(super) struct Judgement {
    rule: &'static Rule,
    concerned: bool,
    adopted: Option<Outcome>,
    facts: Facts,
    favourable: Vec<Message>,
    adverse: Vec<Message>,
    open: Vec<Message>,
    missing: Vec<FactPath>,
    remedies: Vec<Message>,
    hints: Vec<Message>,
}

impl Judgement {
    pub(super) fn new(rule: &'static Rule) -> Self {
        Self {
            rule,
            concerned: true,
            adopted: None,
            facts: Facts::default(),
            favourable: Vec::new(),
            adverse: Vec::new(),
            open: Vec::new(),
            missing: Vec::new(),
            remedies: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// The requirement does not concern this alliance.
    pub(super) fn not_concerned(&mut self) {
        self.concerned = false;
    }

    /// Another room has judged the requirement already.
    pub(super) fn adopts(&mut self, outcome: Outcome) {
        self.adopted = Some(outcome);
    }

    /// A fact was looked at.
    pub(super) fn uses(&mut self, path: FactPath) {
        self.facts.push(path);
    }

    /// These facts of all member units were looked at; no other mention of them is made.
    pub(super) fn uses_of_units(&mut self, case: &Case, keys: &'static [&'static str]) {
        self.uses_of_those(&case.ids, keys);
    }

    /// The same of some of them.
    pub(super) fn uses_of_those(&mut self, units: &Units, keys: &'static [&'static str]) {
        self.facts.of_each(units, keys);
    }

    /// Something speaks for it.
    pub(super) fn favours(&mut self, reason: Message) {
        self.favourable.push(reason);
    }

    /// Something keeps it from being met, and this would change it.
    pub(super) fn forbids(&mut self, reason: Message, remedy: Message) {
        self.adverse.push(reason);
        self.remedies.push(remedy);
    }

    /// Something is not known, and these facts would settle it.
    pub(super) fn leaves_open(&mut self, reason: Message, missing: impl IntoIterator<Item = FactPath>) {
        self.open.push(reason);
        self.missing.extend(missing);
    }

    /// 提示: what experience adds.
    pub(super) fn hints(&mut self, hint: Message) {
        self.hints.push(hint);
    }

    /// A fact that decides is not known: says why, in the words of its question. `who` is a leading unit, if it is a fact
    /// of one.
    pub(super) fn awaits(&mut self, path: FactPath, who: Option<&Message>, fact: &dyn Fact) {
        let label = fact_label(&path);
        let (zh, en) =
            who.map_or((String::new(), String::new()), |who| (format!("{}：", who.zh), format!("The {}: ", who.en)));
        let (label_zh, label_en) = (label.zh, label.en);
        let reason = match fact.state() {
            FactState::Blank => message!("{zh}“{label_zh}”尚未回答。", "{en}“{label_en}” is not answered yet."),
            FactState::Given => {
                message!("{zh}“{label_zh}”的回答是“不确定”。", "{en}“{label_en}” was answered “not sure”.")
            }
            FactState::Unread(_) => {
                let typed = clipped(&fact.text());
                message!(
                    "{zh}“{label_zh}”填写的“{typed}”无法识别。",
                    "{en}“{typed}” cannot be read as an answer to “{label_en}”."
                )
            }
        };
        self.leaves_open(reason, [path]);
    }

    /// A fact that must be answered, whatever the answer. Returns whether it is.
    pub(super) fn needs<T>(&mut self, path: FactPath, who: Option<&Message>, answer: &Answer<T>) -> bool
    where
        Answer<T>: Fact,
    {
        let given = matches!(answer, Answer::Given(_));
        if !given {
            self.awaits(path.clone(), who, answer);
        }
        self.uses(path);
        given
    }

    /// A plain question: yes speaks for it, no against it, anything else leaves it open.
    pub(super) fn asks(
        &mut self,
        path: FactPath,
        who: Option<&Message>,
        answer: &Answer<YesNo>,
        yes: Message,
        (no, remedy): (Message, Message),
    ) {
        match said(answer) {
            Some(true) => self.favours(yes),
            Some(false) => self.forbids(no, remedy),
            None => self.awaits(path.clone(), who, answer),
        }
        self.uses(path);
    }

    /// A plain question to every member unit: one no speaks against it.
    pub(super) fn asks_every_unit(
        &mut self,
        case: &Case,
        keys: &'static [&'static str; 1],
        answer: fn(&Member) -> &Answer<YesNo>,
        yes: impl Fn(usize) -> Message,
        no: impl Fn(Message) -> (Message, Message),
    ) {
        if case.units.is_empty() {
            return self.awaits_members();
        }
        let (mut refusing, mut silent, mut paths) = (Vec::new(), Vec::new(), Vec::new());
        self.uses_of_units(case, keys);
        let [key] = keys;
        for member in &case.units {
            match said(answer(member)) {
                Some(true) => {}
                Some(false) => refusing.push(*member),
                None => {
                    silent.push(*member);
                    paths.push(member.path(key));
                }
            }
        }
        if !refusing.is_empty() {
            let (reason, remedy) = no(names(&refusing));
            self.forbids(reason, remedy);
        }
        if !silent.is_empty() {
            let Message { zh, en } = names(&silent);
            let label = paths.first().map(fact_label);
            let (label_zh, label_en) = label.map_or(("", ""), |label| (label.zh, label.en));
            let reason = message!("{zh}对“{label_zh}”还没有明确回答。", "{en}: no clear answer yet to “{label_en}”.");
            self.leaves_open(reason, paths);
        }
        if refusing.is_empty() && silent.is_empty() {
            self.favours(yes(case.units.len()));
        }
    }

    /// There are no members yet.
    pub(super) fn awaits_members(&mut self) {
        self.uses(FactPath::new("members"));
        self.leaves_open(message!("还没有填写成员单位。", "No member unit is listed yet."), [FactPath::new("members")]);
    }

    /// Nobody has the role of 理事长单位 or 秘书长单位, where a rule speaks of both.
    pub(super) fn awaits_absent_leads(&mut self, case: &Case) {
        if case.chair().is_none() {
            self.leaves_open(message!("还没有确定理事长单位。", "No unit is named as chair yet."), case.open_roles());
        }
        self.awaits_absent_secretary(case);
    }

    /// Nobody has the role of 秘书长单位.
    pub(super) fn awaits_absent_secretary(&mut self, case: &Case) {
        if case.secretary().is_none() {
            self.leaves_open(
                message!("还没有确定秘书长单位。", "No secretary-general unit is named yet."),
                case.open_roles(),
            );
        }
    }

    /// Weighs what was collected: one reason against it decides; else one open question leaves it open.
    pub(super) fn conclude(mut self) -> Option<Outcome> {
        if self.adopted.is_some() {
            return self.adopted;
        }
        let verdict = match (self.adverse.is_empty(), self.open.is_empty()) {
            (false, _) => Verdict::Unmet,
            (true, false) => Verdict::Unknown,
            (true, true) => Verdict::Met,
        };
        self.missing = distinct(self.missing);
        if verdict == Verdict::Unknown {
            let count = self.missing.len();
            self.remedies.push(message!(
                "有关内容（{count}处）填好或选定后即可判断。",
                "It can be told once what it concerns ({count} in all) is filled in or chosen."
            ));
        } else {
            self.missing.clear();
        }
        let reasons = [self.adverse, self.open, self.favourable].concat();
        self.concerned.then_some(Outcome {
            rule: self.rule,
            verdict,
            reasons,
            facts: self.facts.distinct(),
            missing: self.missing,
            remedies: self.remedies,
            hints: self.hints,
        })
    }
}

/// A yes or a no; 不确定 and a blank settle nothing.
pub(super) fn said(answer: &Answer<YesNo>) -> Option<bool> {
    match answer.given()? {
        YesNo::Yes => Some(true),
        YesNo::No => Some(false),
        YesNo::Unsure => None,
    }
}
