//! The replies of the pre-check (快速预检), by rule. They outlive a reload while the tab is open, and never enter a dossier.

use std::collections::BTreeMap;

use super::browser;
use jiemeng::checks::{PRECHECK, Reply};

/// The key under which they are kept.
const KEY: &str = "jiemeng-precheck";

/// Keeps the replies for as long as this tab is open.
pub fn keep(replies: &BTreeMap<&'static str, Reply>) {
    let words: Vec<String> = replies.iter().map(|(rule, reply)| format!("{rule}={}", reply.code())).collect();
    browser::remember_in_tab(KEY, &words.join(" "));
}

/// Those that were given in this tab before it was loaded anew.
pub fn kept() -> BTreeMap<&'static str, Reply> {
    let words = browser::recall_in_tab(KEY).unwrap_or_default();
    let reply = |word: &str| {
        let (rule, code) = word.split_once('=')?;
        let question = PRECHECK.iter().find(|question| question.rule == rule)?;
        Some((question.rule, Reply::ALL.into_iter().find(|reply| reply.code() == code)?))
    };
    words.split(' ').filter_map(reply).collect()
}
