//! What a charter is to hold, and by what it is known to hold it.

mod table;

pub(super) use table::REQUIREMENTS;

use crate::language::Label;
use crate::measures::Citation;

/// A thing that the charter is to say.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Requirement {
    /// Where the Measures ask for it.
    pub citation: Citation,
    /// What it is.
    pub what: Label,
    /// The model's clauses, each of which says it.
    pub clauses: &'static [&'static str],
    /// Words that a text in the founders' own wording is expected to hold, all of them; each may be given in several
    /// forms, with `|` between.
    pub keywords: &'static [&'static str],
    /// What a chapter or an article that is about it is called, in several forms with `|` between.
    pub titles: &'static str,
    /// Sentences that say it, any of them: words that stand in this order in one sentence, each in several forms.
    pub sayings: &'static [&'static str],
}

impl Requirement {
    /// Whether it is one of the nine items that a charter generally holds; the others are duties of the alliance that a
    /// charter is the place to lay down.
    pub const fn is_item(&self) -> bool {
        self.citation.article == 18
    }

    /// Whether a text has its keywords.
    pub fn speaks_in(&self, text: &str) -> bool {
        self.keywords.iter().all(|forms| forms.split('|').any(|form| text.contains(form)))
    }

    /// Whether a title is that of a text about it.
    pub fn is_titled(&self, title: &str) -> bool {
        self.titles.split('|').any(|form| !form.is_empty() && title.contains(form))
    }

    /// Whether a title names it, one of the nine items, and nothing else: 宗旨, 工作目标.
    pub fn is_named(&self, title: &str) -> bool {
        let title = ["本联盟", "联盟", "成员单位", "会员", "成员"]
            .iter()
            .find_map(|whose| title.strip_prefix(whose))
            .unwrap_or(title);
        let title = title.trim_start_matches('的');
        self.is_item() && title.chars().count() > 1 && self.what.zh.ends_with(title)
    }

    /// Whether a sentence, without blanks, says it in so many words.
    pub fn is_said_in(&self, sentence: &str) -> bool {
        self.sayings.iter().any(|saying| stand_in_order(saying, sentence))
    }
}

/// Whether the words of a saying stand in a sentence one after the other. Each is looked for behind the first form of the
/// one before that ends earliest, so that none is missed.
fn stand_in_order(saying: &str, sentence: &str) -> bool {
    let mut rest = sentence;
    saying.split_whitespace().all(|forms| {
        let ends = forms.split('|').filter_map(|form| rest.find(form).map(|at| at + form.len()));
        let behind = ends.min().and_then(|end| rest.get(end..));
        rest = behind.unwrap_or_default();
        behind.is_some()
    })
}

const fn item(
    item: u8,
    what: Label,
    clauses: &'static [&'static str],
    keywords: &'static [&'static str],
    titles: &'static str,
    sayings: &'static [&'static str],
) -> Requirement {
    duty(Citation::item(18, item), what, clauses, keywords, titles, sayings)
}

const fn duty(
    citation: Citation,
    what: Label,
    clauses: &'static [&'static str],
    keywords: &'static [&'static str],
    titles: &'static str,
    sayings: &'static [&'static str],
) -> Requirement {
    Requirement { citation, what, clauses, keywords, titles, sayings }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{assemble, clause};
    use crate::dossier::sample;

    #[test]
    fn every_clause_named_is_there_and_answers_the_citation() {
        for requirement in REQUIREMENTS {
            for id in requirement.clauses {
                let answers = &clause(id).unwrap_or_else(|| panic!("no clause {id}")).answers;
                assert!(answers.contains(&requirement.citation), "{id}: {}", requirement.citation);
            }
        }
    }

    #[test]
    fn the_model_clauses_speak_by_the_keywords_too() {
        let charter = assemble(&sample());
        for requirement in REQUIREMENTS {
            for article in charter.articles().filter(|article| requirement.clauses.contains(&article.clause.as_str())) {
                // 其他事项: each of the clauses says another of them.
                assert!(requirement.speaks_in(&article.text()), "{}: {}", article.clause, requirement.what.zh);
            }
        }
    }

    #[test]
    fn all_items_of_article_18_and_all_the_duties_are_asked_for() {
        let asked = |citation: Citation| REQUIREMENTS.iter().any(|requirement| requirement.citation == citation);
        assert!((1..=9).all(|item| asked(Citation::item(18, item))));
        assert!([19, 23, 24, 25, 26, 27, 32, 33].into_iter().all(|article| asked(Citation::article(article))));
        assert!([1, 2, 4, 5, 6].into_iter().all(|item| asked(Citation::item(28, item))));
    }
}
