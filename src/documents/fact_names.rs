//! What facts are called in a sentence, and whose they are.

use crate::dossier::{Dossier, FactPath, Member};

/// How many members a sentence names before it only counts them.
const NAMED: usize = 5;

/// What facts are called: those of the alliance, then those of members with their owners in parentheses.
pub(super) fn fact_names(dossier: &Dossier, paths: &[FactPath]) -> String {
    let mut alliance = Vec::new();
    let mut owned: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for path in paths {
        let Some(question) = Dossier::question(path) else {
            let name = path.section().map(|section| section.label().zh);
            alliance.extend(name.filter(|name| !alliance.contains(name)));
            continue;
        };
        let fact = question.label.zh.trim_end_matches('吗');
        if path.member_id().is_none() {
            alliance.push(fact);
        } else if !told.contains(&question.key) {
            told.push(question.key);
            let same = paths.iter().filter(|other| other.key() == question.key);
            let owners: Vec<&str> = same.filter_map(FactPath::member_id).collect();
            match owned.iter_mut().find(|(others, _)| *others == owners) {
                Some((_, facts)) => facts.push(fact),
                None => owned.push((owners, vec![fact])),
            }
        }
    }
    let mut groups: Vec<String> = (!alliance.is_empty()).then(|| alliance.join("、")).into_iter().collect();
    groups.extend(owned.iter().map(|(ids, facts)| format!("{}（{}）", facts.join("、"), owners_name(dossier, ids))));
    groups.join("；")
}

/// Some members, by their ids: 各成员单位 where it is all of them.
fn owners_name(dossier: &Dossier, ids: &[&str]) -> String {
    if dossier.members.len() > 1 && dossier.members.iter().all(|member| ids.contains(&member.id.as_str())) {
        return "各成员单位".to_owned();
    }
    let name = |(place, member): (usize, &Member)| match member.name.given() {
        Some(name) => name.as_str().to_owned(),
        None => format!("第{}家成员单位", place + 1),
    };
    let owners = || dossier.members.iter().enumerate().filter(|(_, member)| ids.contains(&member.id.as_str()));
    let named = owners().take(NAMED).map(name).collect::<Vec<_>>().join("、");
    match owners().count() {
        ..=NAMED => named,
        count => format!("{named}等{count}家"),
    }
}
