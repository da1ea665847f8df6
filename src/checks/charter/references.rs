//! References to clauses that are switched off: they have no number to name.

use super::{called, missing};
use crate::charter::{Charter, clause_path};
use crate::checks::{Finding, Severity};
use crate::dossier::Section;
use crate::language::Message;
use crate::message;

pub(super) fn findings(charter: &Charter) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for article in charter.articles() {
        for missing in missing(article).filter(|missing| missing.fact.section() == Some(Section::Charter)) {
            let Message { zh, en } = called(article);
            let id = missing.fact.key();
            let (title, title_en) =
                crate::charter::clause(id).map_or((id, id), |clause| (clause.title.zh, clause.title.en));
            let finding = Finding {
                check: "charter-reference",
                severity: Severity::Error,
                message: message!(
                    "{zh}引用了已停用的条款“{title}”。",
                    "{en} refers to a clause that is off: “{title_en}”."
                ),
                remedy: message!(
                    "恢复被引用的条款，或者改写引用它的条款。",
                    "Switch that clause on again, or reword the one that refers to it."
                ),
                facts: vec![clause_path(&article.clause), missing.fact.clone()],
                citation: None,
            };
            // One clause may refer to another more than once.
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    findings
}
