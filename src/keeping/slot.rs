//! A stored state and its checksum; of two, the one to open.

use sha2::{Digest, Sha256};

/// A dossier as it was saved once. Two of them are kept, and a save overwrites the older: whatever happens while it is
/// written, the other is whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slot {
    /// Counts the saves of this dossier, from 1.
    pub turn: u64,
    /// The page that saved it: an id drawn when the page was opened.
    pub writer: String,
    /// When it was saved.
    pub saved_at: i64,
    /// The dossier's JSON.
    pub text: String,
    /// SHA-256 over all of the above, in lower-case hexadecimal.
    pub sum: String,
}

impl Slot {
    /// A state with its checksum.
    #[must_use]
    pub fn seal(turn: u64, writer: &str, saved_at: i64, text: String) -> Self {
        let mut slot = Self { turn, writer: writer.to_owned(), saved_at, text, sum: String::new() };
        slot.sum = slot.summed();
        slot
    }

    /// Whether it is as it was saved.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.turn > 0 && self.sum == self.summed()
    }

    fn summed(&self) -> String {
        let head = format!("{}\n{}\n{}\n", self.turn, self.writer, self.saved_at);
        let sum = Sha256::new().chain_update(head).chain_update(&self.text).finalize();
        sum.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What two slots hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// The newest whole state and its place, 0 or 1.
    pub best: Option<(usize, Slot)>,
    /// States that are not as they were saved, with their places. They are shown to the user, never dropped.
    pub damaged: Vec<(usize, Slot)>,
}

/// The newest whole state of two slots, and the damaged ones.
#[must_use]
pub fn choose(slots: [Option<Slot>; 2]) -> Chosen {
    let mut chosen = Chosen::default();
    for (place, slot) in slots.into_iter().enumerate() {
        let Some(slot) = slot else { continue };
        if !slot.is_whole() {
            chosen.damaged.push((place, slot));
        } else if chosen.best.as_ref().is_none_or(|(_, best)| best.turn < slot.turn) {
            chosen.best = Some((place, slot));
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slot(turn: u64, text: &str) -> Slot {
        Slot::seal(turn, "w1", 1_763_856_000_000, text.to_owned())
    }

    /// One thing that a broken disk may do to a slot.
    fn damage(mut slot: Slot, how: u8) -> Slot {
        match how % 5 {
            0 => slot.text.push(' '),
            1 => slot.text = slot.text.chars().skip(1).collect(),
            2 => slot.turn += 1,
            3 => slot.saved_at -= 1,
            _ => slot.sum = slot.sum.replace(|letter: char| letter.is_ascii_digit(), "f") + "0",
        }
        slot
    }

    #[test]
    fn the_newer_of_two_whole_slots_is_opened_wherever_it_stands() {
        let (older, newer) = (slot(4, "前"), slot(5, "后"));
        let left = choose([Some(newer.clone()), Some(older.clone())]);
        assert_eq!(left, Chosen { best: Some((0, newer.clone())), damaged: vec![] });
        let right = choose([Some(older), Some(newer.clone())]);
        assert_eq!(right, Chosen { best: Some((1, newer)), damaged: vec![] });
    }

    #[test]
    fn a_dossier_that_was_never_saved_has_nothing_to_open() {
        assert_eq!(choose([None, None]), Chosen::default());
    }

    #[test]
    fn a_slot_without_its_fields_is_damaged_and_not_empty() {
        let chosen = choose([None, Some(Slot::default())]);
        assert_eq!(chosen, Chosen { best: None, damaged: vec![(1, Slot::default())] });
    }

    #[test]
    fn the_checksum_keeps_the_parts_apart() {
        let one = Slot::seal(1, "w", 23, "x".into());
        let other = Slot::seal(1, "w\n2", 3, "x".into());
        assert_ne!(one.sum, other.sum);
    }

    proptest! {
        #[test]
        fn whatever_is_damaged_the_other_slot_is_opened_and_the_damage_named(
            text in "\\PC{1,40}", turn in 1u64..1000, how in 0u8..5
        ) {
            let (older, newer) = (slot(turn, &text), slot(turn + 1, "后"));
            let broken = damage(newer, how);
            let chosen = choose([Some(older.clone()), Some(broken.clone())]);
            prop_assert_eq!(chosen, Chosen { best: Some((0, older)), damaged: vec![(1, broken)] });
        }
    }
}
