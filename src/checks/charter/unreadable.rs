//! Founders' wording that cannot be read as a text with blanks, and choices that this version does not know.

use super::called;
use crate::charter::{Charter, choices, clause_path};
use crate::checks::{Finding, Severity};
use crate::dossier::Dossier;
use crate::language::Message;
use crate::message;

pub(super) fn findings(dossier: &Dossier, charter: &Charter) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in charter.articles().filter(|article| !article.errors.is_empty()) {
        let Message { zh: name, en: name_en } = called(article);
        findings.extend(article.errors.iter().map(|error| {
            let Message { zh, en } = error.message();
            Finding {
                check: "charter-unreadable",
                severity: Severity::Error,
                message: message!("{name}：{zh}", "{name_en}: {en}"),
                remedy: message!("在章程页修改这一条的文字。", "Mend the wording of this clause on the charter page."),
                facts: vec![clause_path(&article.clause)],
                citation: None,
            }
        }));
    }
    let draft = &dossier.charter;
    for choice in choices() {
        let chosen = choice.chosen(draft);
        if let Some(wanted) = draft.choices.get(choice.id).filter(|wanted| *wanted != chosen.id) {
            let (question, used) = (choice.question, chosen.label);
            let (zh, en, used_zh, used_en) = (question.zh, question.en, used.zh, used.en);
            findings.push(Finding {
                check: "charter-choice",
                severity: Severity::Caution,
                message: message!(
                    "“{zh}”的选项“{wanted}”无法识别，暂按“{used_zh}”处理。",
                    "The answer “{wanted}” to “{en}” is not known; “{used_en}” is used instead."
                ),
                remedy: message!("在章程页重新选择。", "Choose again on the charter page."),
                facts: vec![choice.path()],
                citation: None,
            });
        }
    }
    findings
}
