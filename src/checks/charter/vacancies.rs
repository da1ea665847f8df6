//! Chapters without an article, and articles without a word.

use super::called;
use crate::charter::{Chapter, Charter, chapters, clause_path};
use crate::checks::{Finding, Severity};
use crate::dossier::FactPath;
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) fn findings(charter: &Charter) -> Vec<Finding> {
    let empty_chapters = charter.chapters.iter().filter(|chapter| chapter.articles.is_empty()).map(empty_chapter);
    let empty_articles = charter.articles().filter(|article| article.paragraphs.is_empty()).map(|article| {
        let Message { zh, en } = called(article);
        Finding {
            check: "charter-empty-article",
            severity: Severity::Error,
            message: message!("{zh}没有文字。", "{en} has no words."),
            remedy: message!("写上内容，或者停用、删除这一条。", "Write it, or switch it off or delete it."),
            facts: vec![clause_path(&article.clause)],
            citation: None,
        }
    });
    empty_chapters.chain(empty_articles).collect()
}

fn empty_chapter(chapter: &Chapter) -> Finding {
    let (label, number, zh, en) = (chapter.label(), chapter.number, chapter.title.zh, chapter.title.en);
    let model = chapters().iter().find(|model| model.number == number);
    let first = model.and_then(|model| model.clauses.first()).map(|clause| clause_path(clause.id));
    Finding {
        check: "charter-empty-chapter",
        severity: Severity::Error,
        message: message!("{label}（{zh}）没有条文。", "Chapter {number} ({en}) has no article."),
        remedy: message!("恢复本章的示范条款，或者增加条款。", "Switch its model clauses on again, or add clauses."),
        facts: vec![first.unwrap_or_else(|| FactPath::new("charter"))],
        citation: Some(Citation::item(18, number)),
    }
}
