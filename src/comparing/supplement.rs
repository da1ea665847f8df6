//! 只补充缺少的内容: what is there and missing here, taken in; whatever stands here stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::PARTS;
use super::members::Pairs;
use crate::dossier::{Dossier, Fact, FactPath, Member};

/// What is here, with the facts, members and attachments that only `there` has. Nothing that stands here is changed, and
/// the charter stays as it is but for what founders say of it: it has an answer to everything by default, so nothing of it
/// is missing. Members and
/// attachments keep their ids unless these are taken here; then `ids` draws another, given the letter it begins with.
#[must_use]
pub fn supplement(here: &Dossier, there: &Dossier, mut ids: impl FnMut(&str) -> String) -> Dossier {
    let mut joined = here.clone();
    fill_parts(&mut joined, there);
    let owners = add_members(&mut joined, here, there, &mut ids);
    add_attachments(&mut joined, there, &owners, &mut ids);
    let said: BTreeSet<&str> = here.charter.comments.iter().map(|comment| comment.id.as_str()).collect();
    let new = there.charter.comments.iter().filter(|comment| !said.contains(comment.id.as_str()));
    joined.charter.comments.extend(new.cloned());
    let mut extra = there.extra.clone();
    extra.extend(joined.extra);
    joined.extra = extra;
    joined
}

/// Answers what is blank outside the members.
fn fill_parts(joined: &mut Dossier, there: &Dossier) {
    for (part, questions) in PARTS {
        for question in questions {
            let path = FactPath::new(format!("{part}/{}", question.key));
            fill(joined.fact_mut(&path), there.fact(&path));
        }
    }
}

fn fill_member(member: &mut Member, other: &Member) {
    for question in Member::QUESTIONS {
        fill(member.fact_mut(question.key), other.fact(question.key));
    }
}

/// Takes an answer where there is none.
fn fill(here: Option<&mut dyn Fact>, there: Option<&dyn Fact>) {
    let text = there.map(Fact::text).unwrap_or_default();
    if let Some(fact) = here.filter(|fact| fact.text().is_empty() && !text.is_empty()) {
        fact.put(&text);
    }
}

/// Fills members that are in both and adds the others. Gives for each id there the id here.
fn add_members(
    joined: &mut Dossier,
    here: &Dossier,
    there: &Dossier,
    ids: &mut dyn FnMut(&str) -> String,
) -> BTreeMap<String, String> {
    let pairs = Pairs::of(&here.members, &there.members);
    let mut taken: BTreeSet<String> = here.members.iter().map(|member| member.id.clone()).collect();
    let mut owners = BTreeMap::new();
    for (place, other) in there.members.iter().enumerate() {
        let standing = pairs.here(place).and_then(|place| joined.members.get_mut(place));
        let id = match standing {
            Some(member) => {
                fill_member(member, other);
                member.id.clone()
            }
            None => {
                let id = free(&other.id, &mut taken, || ids("m"));
                joined.members.push(Member { id: id.clone(), ..other.clone() });
                id
            }
        };
        owners.insert(other.id.clone(), id);
    }
    owners
}

fn add_attachments(
    joined: &mut Dossier,
    there: &Dossier,
    owners: &BTreeMap<String, String>,
    ids: &mut dyn FnMut(&str) -> String,
) {
    let mut sums: BTreeSet<String> = joined.attachments.iter().map(|record| record.sha256.clone()).collect();
    let mut taken: BTreeSet<String> = joined.attachments.iter().map(|record| record.id.clone()).collect();
    for record in &there.attachments {
        if sums.insert(record.sha256.clone()) {
            let mut record = record.clone();
            record.id = free(&record.id, &mut taken, || ids("a"));
            record.member = record.member.map(|id| owners.get(&id).cloned().unwrap_or(id));
            joined.attachments.push(record);
        }
    }
}

/// The id itself, or another where it is taken.
fn free(id: &str, taken: &mut BTreeSet<String>, mut fresh: impl FnMut() -> String) -> String {
    let mut id = id.to_owned();
    while !taken.insert(id.clone()) {
        id = fresh();
    }
    id
}
