//! 00-材料目录: what is handed in, in the order of Article 20, and the certificates by member.

use chrono::NaiveDate;

use super::enclosures::{certificates, materials};
use super::facts::DocumentFacts;
use super::prose::{blocks_with, numbered};
use super::representation::Document;
use super::texts::CATALOGUE;
use crate::dossier::Dossier;

/// The list of materials that lies on top of the bundle.
#[must_use]
pub fn catalogue(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let inserts = vec![("备案材料表", vec![materials(&facts)]), ("成员单位证照表", vec![certificates(&facts)])];
    let blocks = numbered(blocks_with(CATALOGUE, &facts, inserts));
    Document { title: "备案材料目录".to_owned(), blocks }
}
