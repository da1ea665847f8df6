//! What stands in the printable book (申报材料汇编), in which order: the list of materials, the eight materials of Article
//! 20 each behind its sheet, and what else was attached. The self-evaluation is for the founders and does not come in.

use chrono::NaiveDate;

use super::names::without_ending;
use crate::checks::assess;
use crate::documents::{self, Document, File, Volume, book_cover, certificates_to_come, divider, item_number};
use crate::dossier::{Attachment, Dossier, Fact, Holder, MediaType, Member};
use crate::render::book::{Attached, AttachedKind, Body, Listed, Part};

/// The item of Article 20 that the members' certificates answer.
const CERTIFICATES: u8 = 4;

/// The book's title.
pub fn title(dossier: &Dossier) -> String {
    format!("{}{}", dossier.alliance.name.text(), documents::BOOK)
}

/// The cover of a volume.
pub fn cover(dossier: &Dossier, today: NaiveDate) -> impl Fn(Volume) -> Document {
    move |volume| book_cover(dossier, today, volume)
}

/// The parts of the book, out of the documents of the bundle.
pub fn parts(dossier: &Dossier, today: NaiveDate, composed: &[(File, Document)]) -> Vec<Part> {
    let of_item = |item: Option<u8>| composed.iter().filter(move |(file, _)| file.item == item);
    // The list of materials is the first of those that answer no item.
    let catalogue = of_item(None).next().map(|(_, document)| document);
    let mut parts: Vec<Part> = catalogue.map(|catalogue| listed(0, &catalogue.title, catalogue)).into_iter().collect();
    for item in assess(dossier, today).materials {
        let name = item.title.zh;
        let title = format!("{}{name}", item_number(item.number));
        parts.push(listed(0, &title, &divider(Some(item.number), name)));
        if item.number == CERTIFICATES {
            parts.extend(certificates(dossier));
            parts.extend(certificates_to_come(dossier, today).map(|page| listed(1, &page.title, &page)));
        }
        parts.extend(of_item(Some(item.number)).map(|(_, document)| unlisted(document)));
        let named = |record: &Attachment| format!("附件：{}", without_ending(&record.name));
        parts.extend(others(dossier, Some(item.number)).map(|record| attached(record, named(record), false)));
    }
    let others: Vec<Part> = others(dossier, None).map(other).collect();
    if !others.is_empty() {
        parts.push(listed(0, "其他附件", &divider(None, "其他附件")));
        parts.extend(others);
    }
    parts
}

/// The files that go with an item of Article 20 beside its document, or with none of them; a member's that is gone too.
pub fn others(dossier: &Dossier, item: Option<u8>) -> impl Iterator<Item = &Attachment> {
    dossier.attachments.iter().filter(move |record| match record.holder() {
        Holder::Member(id) => item.is_none() && dossier.member(&id).is_none(),
        Holder::Material(number) => item == Some(number),
        Holder::Nobody => item.is_none(),
    })
}

fn listed(level: u8, title: &str, document: &Document) -> Part {
    let listed = Listed { level, title: title.to_owned() };
    Part { listed: Some(listed), body: Body::Document(document.clone()) }
}

fn unlisted(document: &Document) -> Part {
    Part { listed: None, body: Body::Document(document.clone()) }
}

/// The certificates in the order of the members.
fn certificates(dossier: &Dossier) -> Vec<Part> {
    let mut parts = Vec::new();
    for member in &dossier.members {
        let records: Vec<&Attachment> =
            dossier.attachments.iter().filter(|record| record.member.as_ref() == Some(&member.id)).collect();
        let title = certificate_title(member);
        for (number, record) in (1..).zip(&records) {
            let title = if records.len() > 1 { format!("{title}（{number}）") } else { title.clone() };
            parts.push(attached(record, title, true));
        }
    }
    parts
}

fn certificate_title(member: &Member) -> String {
    let name = member.name.text();
    let name = if name.trim().is_empty() { "未命名单位" } else { &name };
    let kind = member.certificate().map_or("证照", |kind| kind.label().zh);
    format!("{name}：{kind}复印件")
}

/// What goes with the materials unasked: it may be an original, which nobody certifies.
fn other(record: &Attachment) -> Part {
    attached(record, without_ending(&record.name).to_owned(), false)
}

fn attached(record: &Attachment, title: String, sealed: bool) -> Part {
    let kind = match record.media_type {
        MediaType::Pdf => AttachedKind::Pdf,
        MediaType::Jpeg => AttachedKind::Jpeg,
        MediaType::Png => AttachedKind::Png,
    };
    let file = Attached {
        key: record.id.clone(),
        file: record.name.clone(),
        title: title.clone(),
        kind,
        turn: record.turn.quarters(),
        sealed,
    };
    Part { listed: Some(Listed { level: 1, title }), body: Body::Attached(file) }
}
