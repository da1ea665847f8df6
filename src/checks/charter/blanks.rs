//! Facts that the charter's text waits for. They print as 〔待填：…〕 and may not be left in a charter that is signed.

use super::{called, listed, missing};
use crate::charter::Charter;
use crate::checks::{Finding, Severity};
use crate::dossier::{Dossier, FactPath, Section};
use crate::language::Message;
use crate::message;
use crate::template::Missing;

pub(super) fn findings(dossier: &Dossier, charter: &Charter) -> Vec<Finding> {
    let mut blanks: Vec<(&Missing, Vec<Message>)> = Vec::new();
    for article in charter.articles() {
        for missing in missing(article).filter(|missing| missing.fact.section() != Some(Section::Charter)) {
            match blanks.iter_mut().find(|(one, _)| *one == missing) {
                Some((_, articles)) if articles.last() == Some(&called(article)) => {}
                Some((_, articles)) => articles.push(called(article)),
                None => blanks.push((missing, vec![called(article)])),
            }
        }
    }
    blanks.into_iter().map(|(missing, articles)| blank(dossier, missing, &articles)).collect()
}

fn blank(dossier: &Dossier, missing: &Missing, articles: &[Message]) -> Finding {
    let Message { zh, en } = listed(articles);
    let what = &missing.label;
    let english = Dossier::question(&missing.fact).map_or(what.as_str(), |question| question.label.en);
    Finding {
        check: "charter-blank",
        severity: Severity::Caution,
        message: message!("章程尚缺“{what}”，用于{zh}。", "The charter still lacks “{english}”, for {en}."),
        remedy: message!("填写这一项，章程会自动补上。", "Answer it; the charter takes it in by itself."),
        facts: settled_by(dossier, &missing.fact),
        citation: None,
    }
}

/// The facts whose answers fill a blank: the one itself, or, where no member has the role that is spoken of, the roles.
pub(super) fn settled_by(dossier: &Dossier, fact: &FactPath) -> Vec<FactPath> {
    if *fact != FactPath::new("members") {
        return vec![fact.clone()];
    }
    let without_role = dossier.members.iter().filter(|member| member.role.given().is_none());
    let roles: Vec<FactPath> = without_role.map(|member| member.path("role")).collect();
    if roles.is_empty() { vec![fact.clone()] } else { roles }
}
