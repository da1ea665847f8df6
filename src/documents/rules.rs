//! 05-管理制度, Article 20(五): the model rules that Articles 23 to 27 ask for.

use chrono::NaiveDate;

use super::blocks::{then, title, words};
use super::facts::DocumentFacts;
use super::prose::blocks;
use super::representation::{Block, Document};
use super::texts::RULES;
use crate::dossier::{Dossier, YesNo};

/// The eight rules in one volume, each beginning on its own page.
#[must_use]
pub fn rules(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let mut volume = vec![title(words("联盟管理制度")), Block::Subtitle(facts.words("alliance/name"))];
    match dossier.materials.rules_adopted.given() {
        Some(YesNo::Yes) => {
            let day = then(words("（"), facts.words("setup/meeting_on"));
            volume.push(Block::Subtitle(then(day, words("首次联盟成员代表大会审议通过）"))));
        }
        Some(YesNo::No) => volume.push(Block::Subtitle(words("（草案）"))),
        Some(YesNo::Unsure) | None => {}
    }
    volume.push(Block::Contents { level: 1 });
    for text in RULES {
        volume.push(Block::PageBreak);
        volume.extend(blocks(text, &facts).into_iter().map(within_volume));
    }
    Document { title: "管理制度".to_owned(), blocks: volume }
}

/// A rule is a chapter of the volume, its own chapters are the headings under it.
fn within_volume(block: Block) -> Block {
    match block {
        Block::Title(name) => Block::Chapter(name),
        Block::Heading { level, words } => Block::Heading { level: level.saturating_add(1), words },
        other => other,
    }
}
