//! Attachments, by their sums: the same bytes are the same file, whatever it is called.

use std::collections::{BTreeMap, BTreeSet};

use super::members::Pairs;
use super::{Difference, nothing, unknown};
use crate::dossier::{Attachment, Dossier, Holder, Section};
use crate::language::Message;
use crate::message;

/// What differs among the attachments.
pub fn differences(here: &Dossier, there: &Dossier, pairs: &Pairs) -> Vec<Difference> {
    let of_there: BTreeMap<&str, &Attachment> =
        there.attachments.iter().rev().map(|record| (record.sha256.as_str(), record)).collect();
    let of_here: BTreeSet<&str> = here.attachments.iter().map(|record| record.sha256.as_str()).collect();
    let mut found = Vec::new();
    for record in &here.attachments {
        match of_there.get(record.sha256.as_str()) {
            Some(other) => found.extend(in_both(here, there, pairs, record, other)),
            None => found.push(row(described(here, record), nothing())),
        }
    }
    let added = there.attachments.iter().filter(|record| !of_here.contains(record.sha256.as_str()));
    found.extend(added.map(|record| row(nothing(), described(there, record))));
    found.extend(order(here, there));
    found
}

fn row(before: Message, after: Message) -> Difference {
    Difference { section: Section::Materials, unit: None, what: message!("附件", "Attachment"), before, after }
}

/// A file that is in both: its name, and whose it is.
fn in_both(here: &Dossier, there: &Dossier, pairs: &Pairs, one: &Attachment, other: &Attachment) -> Vec<Difference> {
    let place = |dossier: &Dossier, record: &Attachment| {
        let id = record.member.as_ref()?;
        dossier.members.iter().position(|member| member.id == *id)
    };
    let same_unit = place(here, one).and_then(|place| pairs.there(place)) == place(there, other)
        && one.member.is_some() == other.member.is_some()
        && one.material == other.material;
    let mut found = Vec::new();
    if one.name != other.name || one.turn != other.turn || !same_unit {
        found.push(row(described(here, one), described(there, other)));
    }
    found.extend(unknown(Section::Materials, None, &one.extra, &other.extra));
    found
}

/// A file by its name, the unit whose it is and how it is turned.
fn described(dossier: &Dossier, record: &Attachment) -> Message {
    let name = &record.name;
    let unit = record.member.as_ref().and_then(|id| dossier.member(id)).and_then(|unit| unit.name.given());
    let Message { zh, en } = match (unit, &record.member) {
        (Some(unit), _) => {
            let unit = unit.as_str();
            message!("“{name}”（{unit}）", "“{name}” ({unit})")
        }
        (None, Some(_)) => message!("“{name}”（未填名称的成员）", "“{name}” (a member without a name)"),
        (None, None) => match record.holder() {
            Holder::Material(item) => message!("“{name}”（随第 {item} 项材料）", "“{name}” (with material {item})"),
            _ => message!("“{name}”", "“{name}”"),
        },
    };
    match u16::from(record.turn.quarters()) * 90 {
        0 => Message { zh, en },
        degrees => message!("{zh}，右转 {degrees} 度", "{en}, turned right by {degrees}°"),
    }
}

/// Whether those in both stand in another order: they are printed in it.
fn order(here: &Dossier, there: &Dossier) -> Option<Difference> {
    let sums =
        |dossier: &Dossier| -> Vec<String> { dossier.attachments.iter().map(|record| record.sha256.clone()).collect() };
    let (h, t) = (sums(here), sums(there));
    let (in_here, in_there) = (BTreeSet::from_iter(&h), BTreeSet::from_iter(&t));
    let common = |dossier: &Dossier| -> Vec<Attachment> {
        let both = |record: &&Attachment| in_here.contains(&record.sha256) && in_there.contains(&record.sha256);
        dossier.attachments.iter().filter(both).cloned().collect()
    };
    let (was, is) = (common(here), common(there));
    let names = |records: &[Attachment]| records.iter().map(|record| record.name.clone()).collect::<Vec<_>>();
    if was.iter().map(|record| &record.sha256).eq(is.iter().map(|record| &record.sha256)) {
        return None;
    }
    let words = |names: Vec<String>| Message { zh: names.join("、"), en: names.join(", ") };
    Some(Difference {
        section: Section::Materials,
        unit: None,
        what: message!("附件的先后次序", "The order of the attachments"),
        before: words(names(&was)),
        after: words(names(&is)),
    })
}
