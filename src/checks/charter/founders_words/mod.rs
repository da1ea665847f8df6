//! What the founders' own words must not say: legal personality (Article 19), fees from outsiders (Article 28(六)), the
//! names of authorities and state strategies (Article 28(五)), agreements among competitors (Article 28(二)), and profit as
//! the aim (Article 28(四)).
//!
//! A sentence is judged by its words: who does what to whom, in the orders in which that is said, unless the sentence
//! itself forbids it. This can err: the finding quotes the sentence and asks for a reader.

mod competition;
mod denial;
mod sayings;
#[cfg(test)]
mod sentences;
mod taboos;

use super::called;
use crate::charter::{Article, Charter, Origin, clause_path};
use crate::checks::{Finding, Severity};
use crate::language::{Label, Message};
use crate::measures::Citation;
use crate::message;
use denial::{Sentence, sentences};
use taboos::TABOOS;

/// A thing not to be said.
pub(super) struct Taboo {
    check: &'static str,
    pub citation: Citation,
    pub severity: Severity,
    deeds: &'static [Deed],
    /// Words that turn a prohibition round: who may not go below the common price has one.
    breaches: &'static [&'static str],
    pub says: Label,
    pub remedy: Label,
}

/// One way of breaking a taboo.
struct Deed {
    /// Any of these says it; see [`sayings::hits`].
    sayings: &'static [&'static str],
    /// What makes something lawful of it, in the parts of the sentence that say it; written the same way.
    unless: &'static [&'static str],
}

impl Taboo {
    fn is_broken_by(&self, sentence: &Sentence) -> bool {
        self.deeds.iter().any(|deed| {
            let mut hits: Vec<_> = deed.sayings.iter().flat_map(|it| sayings::hits(it, &sentence.words)).collect();
            hits.retain(|hit| {
                let around = sayings::around(&sentence.words, hit);
                !deed.unless.iter().any(|it| sayings::is_said(it, around))
            });
            sentence.means_any(hits, self.breaches)
        })
    }
}

pub(super) fn findings(charter: &Charter) -> Vec<Finding> {
    let founders = charter.articles().filter(|article| article.origin != Origin::Model);
    founders
        .flat_map(|article| said_in(&article.text()).into_iter().map(|(taboo, text)| said(article, taboo, &text)))
        .collect()
}

/// Each taboo that a text breaks, once, with the sentence that does it.
pub(super) fn said_in(text: &str) -> Vec<(&'static Taboo, String)> {
    let sentences = sentences(text);
    let broken = |taboo: &'static Taboo| {
        let breaking = sentences.iter().find(|sentence| taboo.is_broken_by(sentence));
        breaking.map(|sentence| (taboo, sentence.written.to_owned()))
    };
    let mut found: Vec<(&Taboo, String)> = TABOOS.iter().filter_map(broken).collect();
    found.dedup_by_key(|(taboo, _)| taboo.check);
    found
}

fn said(article: &Article, taboo: &Taboo, sentence: &str) -> Finding {
    let Message { zh: name, en: name_en } = called(article);
    let quoted: String = sentence.chars().take(40).collect();
    let (zh, en) = (taboo.says.zh, taboo.says.en);
    Finding {
        check: taboo.check,
        severity: taboo.severity,
        message: message!("{name}似乎写了{zh}：“{quoted}”。", "{name_en} seems to say that {en}: “{quoted}”."),
        remedy: taboo.remedy.to_message(),
        facts: vec![clause_path(&article.clause)],
        citation: Some(taboo.citation),
    }
}
