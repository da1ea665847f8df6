//! What a document said when it was last looked at, and what it says otherwise since.
//!
//! What was seen is kept in this browser, as one number a block; it is no part of the dossier and travels nowhere.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::app::browser;
use jiemeng::render::BlockMark;

/// What changed in a document since it was last looked at.
#[derive(Clone, Copy)]
pub struct Changes {
    stem: &'static str,
    blocks: RwSignal<Vec<BlockMark>>,
    seen: RwSignal<Option<Vec<u32>>>,
    /// The dossier it was seen in.
    dossier: StoredValue<String>,
    /// The blocks that say what was not said before.
    pub changed: Memo<BTreeSet<usize>>,
    /// How many blocks are gone and have no other in their place.
    pub removed: Memo<usize>,
}

impl Changes {
    /// The changes of the document with this stem, whose blocks these are, in the dossier with this id.
    pub fn of(stem: &'static str, blocks: RwSignal<Vec<BlockMark>>, dossier: String) -> Self {
        let seen = RwSignal::new(read(&dossier, stem));
        let difference = Memo::new(move |_| {
            seen.with(|seen| blocks.with(|blocks| seen.as_ref().map(|seen| difference(seen, blocks))))
                .unwrap_or_default()
        });
        Self {
            stem,
            blocks,
            seen,
            dossier: StoredValue::new(dossier),
            changed: Memo::new(move |_| difference.with(|(changed, _)| changed.clone())),
            removed: Memo::new(move |_| difference.with(|(_, removed)| *removed)),
        }
    }

    /// Looks at a new state, perhaps of another dossier. What is seen for the first time has not changed, nor has another document: one that shares
    /// not a single block with what was seen.
    pub fn compare(self, dossier: &str, blocks: &[BlockMark]) {
        if self.dossier.with_value(|known| known != dossier) {
            self.dossier.set_value(dossier.to_owned());
            self.seen.set(read(dossier, self.stem));
        }
        let is_other = self.seen.with_untracked(|seen| {
            seen.as_ref().is_none_or(|seen| blocks.iter().all(|block| !seen.contains(&block.stamp)))
        });
        if is_other {
            self.keep(blocks.iter().map(|block| block.stamp).collect());
        }
    }

    /// 标为已看.
    pub fn acknowledge(self) {
        self.keep(self.blocks.with_untracked(|blocks| blocks.iter().map(|block| block.stamp).collect()));
    }

    fn keep(self, stamps: Vec<u32>) {
        self.dossier.with_value(|dossier| write(dossier, self.stem, &stamps));
        self.seen.set(Some(stamps));
    }
}

/// The blocks that are new against what was seen, and how many that were seen are gone beyond those.
fn difference(seen: &[u32], blocks: &[BlockMark]) -> (BTreeSet<usize>, usize) {
    let mut left: BTreeMap<u32, usize> = BTreeMap::new();
    for stamp in seen {
        *left.entry(*stamp).or_default() += 1;
    }
    let mut changed = BTreeSet::new();
    for BlockMark { block, stamp, .. } in blocks {
        match left.get_mut(stamp).filter(|times| **times > 0) {
            Some(times) => *times -= 1,
            None => drop(changed.insert(*block)),
        }
    }
    let gone: usize = left.values().sum();
    let removed = gone.saturating_sub(changed.len());
    (changed, removed)
}

fn key(dossier: &str, stem: &str) -> String {
    format!("jiemeng-seen-{dossier}-{stem}")
}

fn read(dossier: &str, stem: &str) -> Option<Vec<u32>> {
    let kept = browser::local_storage()?.get_item(&key(dossier, stem)).ok()??;
    serde_json::from_str(&kept).ok()
}

fn write(dossier: &str, stem: &str, stamps: &[u32]) {
    if let (Some(storage), Ok(json)) = (browser::local_storage(), serde_json::to_string(stamps)) {
        // Where there is no room, the next look takes everything for seen.
        let _refused = storage.set_item(&key(dossier, stem), &json);
    }
}
