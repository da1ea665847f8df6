//! The charter: choices, wordings, clauses of the founders' own, what is left out, and their order.

use std::collections::BTreeSet;

use super::{Difference, nothing, unknown};
use crate::charter::{self, Choice, edit};
use crate::dossier::{CharterDraft, Comment, Dossier, OwnClause, Section};
use crate::language::{Label, Message, label};
use crate::message;

/// What differs in the charter.
pub fn differences(here: &Dossier, there: &Dossier) -> Vec<Difference> {
    let (h, t) = (&here.charter, &there.charter);
    let mut found: Vec<Difference> = charter::choices().iter().filter_map(|choice| chosen(choice, h, t)).collect();
    found.extend(choices_of_newer_versions(h, t));
    found.extend(wordings(h, t));
    found.extend(own(h, t));
    found.extend(left_out(here, there));
    found.extend((1..=9).filter_map(|chapter| order(here, there, chapter)));
    found.extend(comments(h, t));
    found.extend(unknown(Section::Charter, None, &h.extra, &t.extra));
    found
}

/// 批注: by their ids.
fn comments(here: &CharterDraft, there: &CharterDraft) -> Vec<Difference> {
    let find = |draft: &CharterDraft, id: &str| draft.comments.iter().find(|comment| comment.id == id).cloned();
    let added = there.comments.iter().filter(|comment| find(here, &comment.id).is_none());
    let all = here.comments.iter().chain(added);
    let words = |comment: Option<&Comment>| {
        let Some(Comment { author, text, resolved, .. }) = comment else { return nothing() };
        let (zh, en) = if *resolved { ("（已解决）", " (resolved)") } else { ("", "") };
        message!("{author}：{text}{zh}", "{author}: {text}{en}")
    };
    all.filter_map(|comment| {
        let (before, after) = (find(here, &comment.id), find(there, &comment.id));
        let Message { zh, en } = title(here, &comment.clause);
        let what = message!("批注：{zh}", "Comment on {en}");
        (before != after).then(|| row(what, words(before.as_ref()), words(after.as_ref())))
    })
    .collect()
}

fn row(what: Message, before: Message, after: Message) -> Difference {
    Difference { section: Section::Charter, unit: None, what, before, after }
}

/// What holds, by default or not: a default that is chosen is no difference.
fn chosen(choice: &'static Choice, here: &CharterDraft, there: &CharterDraft) -> Option<Difference> {
    let raw = |draft: &CharterDraft| draft.choices.get(choice.id).cloned();
    let known = |draft: &CharterDraft| {
        raw(draft).is_none_or(|id| choice.alternatives.iter().any(|alternative| alternative.id == id))
    };
    let (before, after) = (choice.chosen(here), choice.chosen(there));
    let words = |draft: &CharterDraft, chosen: Label| match raw(draft).filter(|_| !known(draft)) {
        Some(id) => message!("{id}", "{id}"),
        None => chosen.to_message(),
    };
    let same = if known(here) && known(there) { before.id == after.id } else { raw(here) == raw(there) };
    (!same).then(|| row(choice.question.to_message(), words(here, before.label), words(there, after.label)))
}

fn choices_of_newer_versions(here: &CharterDraft, there: &CharterDraft) -> Vec<Difference> {
    let is_known = |id: &String| charter::choices().iter().any(|choice| choice.id == id);
    let ids: BTreeSet<&str> =
        here.choices.keys().chain(there.choices.keys()).filter(|id| !is_known(id)).map(String::as_str).collect();
    let words = |draft: &CharterDraft, id: &str| {
        draft.choices.get(id).map_or_else(nothing, |chosen| message!("{chosen}", "{chosen}"))
    };
    let differing = ids.into_iter().filter(|id| here.choices.get(*id) != there.choices.get(*id));
    differing
        .map(|id| row(message!("章程选项“{id}”", "charter choice “{id}”"), words(here, id), words(there, id)))
        .collect()
}

/// Model clauses in the founders' wording.
fn wordings(here: &CharterDraft, there: &CharterDraft) -> Vec<Difference> {
    let ids: BTreeSet<&str> = here.edited.keys().chain(there.edited.keys()).map(String::as_str).collect();
    let words = |draft: &CharterDraft, id: &str| match draft.edited.get(id) {
        Some(text) => message!("{text}", "{text}"),
        None => message!("（范本条文）", "(the model's wording)"),
    };
    let differing = ids.into_iter().filter(|id| here.edited.get(*id) != there.edited.get(*id));
    differing.map(|id| row(title(here, id), words(here, id), words(there, id))).collect()
}

/// 自拟条款: by their ids, or else by chapter and text.
fn own(here: &CharterDraft, there: &CharterDraft) -> Vec<Difference> {
    let words = |clause: &OwnClause| match clause.text.trim() {
        "" => message!("（空白）", "(blank)"),
        text => message!("{text}", "{text}"),
    };
    let named = |clause: &OwnClause| {
        let chapter = clause.chapter;
        message!("自拟条款（第 {chapter} 章）", "a clause of your own (chapter {chapter})")
    };
    let same = |one: &OwnClause, other: &OwnClause| {
        one.id == other.id || (one.chapter == other.chapter && one.text == other.text)
    };
    let mut found = Vec::new();
    for clause in &here.own {
        match there.own.iter().find(|other| same(clause, other)) {
            Some(other) if (&clause.text, clause.chapter) == (&other.text, other.chapter) => {
                found.extend(unknown(Section::Charter, None, &clause.extra, &other.extra));
            }
            Some(other) => found.push(row(named(other), words(clause), words(other))),
            None => found.push(row(named(clause), words(clause), nothing())),
        }
    }
    let added = there.own.iter().filter(|other| here.own.iter().all(|clause| !same(clause, other)));
    found.extend(added.map(|clause| row(named(clause), nothing(), words(clause))));
    found
}

fn left_out(here: &Dossier, there: &Dossier) -> Vec<Difference> {
    let words = |off: bool| {
        let words = if off { label("不采用", "left out") } else { label("采用", "in the charter") };
        words.to_message()
    };
    // A clause of the founders' own that is only on one side is told as such.
    let (h, t) = (&here.charter, &there.charter);
    let is_own = |draft: &CharterDraft, id: &str| draft.own.iter().any(|own| own.id == *id);
    let differing = h.off.symmetric_difference(&t.off).filter(|id| is_own(h, id) == is_own(t, id));
    differing.map(|id| row(title(h, id), words(h.off.contains(id)), words(t.off.contains(id)))).collect()
}

/// Whether the clauses of a chapter that are in both stand in another order.
fn order(here: &Dossier, there: &Dossier, chapter: u8) -> Option<Difference> {
    if here.charter.order.get(&chapter) == there.charter.order.get(&chapter) {
        return None;
    }
    let (before, after) = (edit::order(here, chapter), edit::order(there, chapter));
    let common = |ids: &[String], other: &[String]| -> Vec<String> {
        ids.iter().filter(|id| other.contains(id)).cloned().collect()
    };
    let (was, is) = (common(&before, &after), common(&after, &before));
    let words = |ids: &[String]| {
        let titles: Vec<Message> = ids.iter().map(|id| title(&here.charter, id)).collect();
        let joined = |text: fn(&Message) -> &str, mark: &str| titles.iter().map(text).collect::<Vec<_>>().join(mark);
        Message { zh: joined(|title| &title.zh, "、"), en: joined(|title| &title.en, ", ") }
    };
    let what = message!("第 {chapter} 章条文的先后次序", "The order of the articles of chapter {chapter}");
    (was != is).then(|| row(what, words(&was), words(&is)))
}

/// A clause by its title; one of the founders' own by its beginning.
fn title(draft: &CharterDraft, id: &str) -> Message {
    if let Some(clause) = charter::clause(id) {
        return clause.title.to_message();
    }
    match draft.own.iter().find(|own| own.id == id).map(|own| own.text.trim().chars().take(16).collect::<String>()) {
        Some(text) if !text.is_empty() => message!("“{text}…”", "“{text}…”"),
        _ => message!("条款“{id}”", "clause “{id}”"),
    }
}
