//! Articles 16(五) and 18: the alliance has a charter, and the charter says what it is to say.
//!
//! A model clause that stands unedited says what it says. A text in the founders' wording counts when it has the keywords,
//! and then wants to be checked by a reader.

use super::requirements::{REQUIREMENTS, Requirement};
use super::{blanks, called, listed, missing};
use crate::charter::{Article, Charter, Origin, clause_path};
use crate::checks::{Facts, Finding, Outcome, Rule, Severity, Verdict, Weight};
use crate::dossier::{Dossier, FactPath};
use crate::language::{Message, label};
use crate::measures::Citation;
use crate::message;

/// 具有联盟章程.
pub static RULE: Rule = Rule {
    id: "16-5-charter",
    citation: Citation::item(16, 5),
    weight: Weight::Must,
    question: label(
        "具有联盟章程，并写明第十八条所列事项吗？",
        "Is there a charter, with the matters that Article 18 lists?",
    ),
};

/// By what a requirement is met.
pub(super) enum Cover<'c> {
    Model,
    Founders(&'c Article),
    Nothing,
}

/// A charter as it is read for what it says: the founders' texts put together once.
pub(super) struct Reading<'c> {
    model: Vec<&'c str>,
    founders: Vec<(&'c Article, String)>,
}

impl<'c> Reading<'c> {
    pub(super) fn of(charter: &'c Charter) -> Self {
        let (model, founders): (Vec<_>, Vec<_>) =
            charter.articles().partition(|article| article.origin == Origin::Model);
        Self {
            model: model.into_iter().map(|article| article.clause.as_str()).collect(),
            founders: founders.into_iter().map(|article| (article, article.text())).collect(),
        }
    }

    pub(super) fn cover(&self, requirement: &Requirement) -> Cover<'c> {
        if requirement.clauses.iter().any(|id| self.model.contains(id)) {
            return Cover::Model;
        }
        let speaking =
            self.founders.iter().filter(|(_, text)| requirement.speaks_in(text)).map(|(article, _)| *article);
        // The wording of the clause itself comes before other texts that happen to hold the words.
        let best = speaking.min_by_key(|article| !requirement.clauses.contains(&article.clause.as_str()));
        best.map_or(Cover::Nothing, Cover::Founders)
    }
}

/// Where to mend a gap: at the model's clause.
fn mending(requirement: &Requirement) -> Vec<FactPath> {
    requirement.clauses.first().map(|id| clause_path(id)).into_iter().collect()
}

pub(super) fn findings(charter: &Charter) -> Vec<Finding> {
    let reading = Reading::of(charter);
    let mut findings = Vec::new();
    let mut to_check: Vec<(&Article, Vec<&Requirement>)> = Vec::new();
    for requirement in REQUIREMENTS {
        match reading.cover(requirement) {
            Cover::Model => {}
            Cover::Nothing => findings.push(gap(requirement)),
            Cover::Founders(article) => match to_check.iter_mut().find(|(one, _)| one.number == article.number) {
                Some((_, requirements)) => requirements.push(requirement),
                None => to_check.push((article, vec![requirement])),
            },
        }
    }
    findings.extend(to_check.iter().map(|(article, requirements)| wants_checking(article, requirements)));
    findings
}

fn gap(requirement: &Requirement) -> Finding {
    let (zh, en, citation) = (requirement.what.zh, requirement.what.en, requirement.citation.words());
    let (place_zh, place_en) = (citation.zh, citation.en);
    Finding {
        check: "charter-gap",
        severity: if requirement.is_item() { Severity::Error } else { Severity::Caution },
        message: message!("章程没有写明：{zh}（{place_zh}）。", "The charter does not say: {en} ({place_en})."),
        remedy: message!(
            "恢复示范条款，或者增加一条写明此事。",
            "Switch the model clause on again, or add a clause that says it."
        ),
        facts: mending(requirement),
        citation: Some(requirement.citation),
    }
}

fn wants_checking(article: &Article, requirements: &[&Requirement]) -> Finding {
    let Message { zh: name, en: name_en } = called(article);
    let Message { zh, en } = listed(&requirements.iter().map(|one| one.what.to_message()).collect::<Vec<_>>());
    Finding {
        check: "charter-own-wording",
        severity: Severity::Caution,
        message: message!(
            "{name}是自行拟定的文字，请核对是否写明：{zh}。",
            "{name_en} is in your own words: check that it says {en}."
        ),
        remedy: message!(
            "对照办法的相应条款通读一遍；没有把握的，改用示范条款。",
            "Read it beside the article of the Measures; if in doubt, use the model clause."
        ),
        facts: vec![clause_path(&article.clause)],
        citation: requirements.first().map(|requirement| requirement.citation),
    }
}

/// Whether the alliance has its charter: met when it says all that Article 18 lists and nothing in it is left open.
#[must_use]
pub fn outcome(dossier: &Dossier, charter: &Charter) -> Outcome {
    let reading = Reading::of(charter);
    let gaps: Vec<&Requirement> = REQUIREMENTS
        .iter()
        .filter(|requirement| requirement.is_item() && matches!(reading.cover(requirement), Cover::Nothing))
        .collect();
    let open = open(dossier, charter);
    let articles = charter.articles().count();
    let verdict = match (gaps.is_empty(), open.is_empty()) {
        (false, _) => Verdict::Unmet,
        (true, false) => Verdict::Unknown,
        (true, true) => Verdict::Met,
    };
    let (reason, remedy) = match verdict {
        Verdict::Met => (
            message!(
                "章程共9章{articles}条，第十八条所列九项齐备。",
                "The charter has 9 chapters and {articles} articles, with all nine items of Article 18."
            ),
            None,
        ),
        Verdict::Unmet => {
            let Message { zh, en } = listed(&gaps.iter().map(|gap| gap.what.to_message()).collect::<Vec<_>>());
            (
                message!("章程没有写明：{zh}。", "The charter does not say: {en}."),
                Some(message!(
                    "在章程页恢复相应的示范条款，或者增加条款写明。",
                    "On the charter page, switch the model clauses on again or add clauses that say it."
                )),
            )
        }
        Verdict::Unknown => {
            let count = open.len();
            (
                message!("章程尚有{count}处待填或者待改。", "Still open in the charter: {count}."),
                Some(message!("填齐所缺事项，改正标出的条款。", "Fill in what is missing and mend the clauses shown.")),
            )
        }
    };
    Outcome {
        rule: &RULE,
        verdict,
        reasons: vec![reason],
        facts: Facts::from(match verdict {
            Verdict::Met => vec![FactPath::new("charter")],
            Verdict::Unknown => open.clone(),
            Verdict::Unmet => gaps.iter().flat_map(|gap| mending(gap)).collect(),
        }),
        missing: if verdict == Verdict::Unknown { open } else { Vec::new() },
        remedies: remedy.into_iter().collect(),
        hints: vec![message!(
            "示范条款供参考，正式签署前请由熟悉业务的人员或者律师审阅。",
            "The model clauses are for reference: have somebody who knows the field, or a lawyer, read the charter before it is signed."
        )],
    }
}

/// The facts that blanks wait for, and the clauses that cannot be read or refer to one that is off.
fn open(dossier: &Dossier, charter: &Charter) -> Vec<FactPath> {
    let blanks = charter.articles().flat_map(missing).flat_map(|missing| blanks::settled_by(dossier, &missing.fact));
    let faulty = charter.articles().filter(|article| !article.errors.is_empty() || article.paragraphs.is_empty());
    let mut open: Vec<FactPath> = Vec::new();
    for path in blanks.chain(faulty.map(|article| clause_path(&article.clause))) {
        if !open.contains(&path) {
            open.push(path);
        }
    }
    open
}
