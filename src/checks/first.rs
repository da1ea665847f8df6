//! Which of many was the first of its kind: found by a hash, in time that grows with their number alone.

/// Those seen so far, by their hashes.
pub(super) struct First<'a, T> {
    /// A power of two of places, never more than half of them taken.
    places: Vec<Option<&'a T>>,
}

impl<'a, T> First<'a, T> {
    /// Room for so many.
    pub fn of(count: usize) -> Self {
        Self { places: vec![None; count.saturating_mul(2).next_power_of_two()] }
    }

    /// The first with this hash that is the same; where there is none, this one is the first.
    pub fn seek(&mut self, one: &'a T, hash: u32, same: impl Fn(&T) -> bool) -> Option<&'a T> {
        let mask = self.places.len().saturating_sub(1);
        let mut place = hash as usize & mask;
        for _ in 0..self.places.len() {
            let there = self.places.get_mut(place)?;
            match there {
                Some(other) if same(other) => return Some(other),
                Some(_) => place = (place + 1) & mask,
                None => {
                    *there = Some(one);
                    return None;
                }
            }
        }
        None
    }
}

/// A hash of some bytes (FNV-1a, 32 bits, four bytes at a time), the same on every machine.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    let mix = |hash: u32, some: u32| (hash ^ some).wrapping_mul(0x0100_0193);
    let (fours, rest) = bytes.as_chunks::<4>();
    let mixed = fours.iter().fold(0x811C_9DC5, |hash, four| {
        let hash = mix(hash, u32::from_le_bytes(*four));
        // What differs high up is to be felt below as well: places are told by the lowest bits.
        hash ^ (hash >> 15)
    });
    let mixed = rest.iter().fold(mixed, |hash, byte| mix(hash, u32::from(*byte)));
    mixed ^ (mixed >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_kind_is_found_whatever_the_hashes() {
        let words = ["甲", "乙", "甲", "丙", "乙", "甲"];
        for hash in [hash as fn(&[u8]) -> u32, |_| 7] {
            let mut first = First::of(words.len());
            let found: Vec<Option<usize>> = words
                .iter()
                .map(|word| first.seek(word, hash(word.as_bytes()), |other| other == word))
                .map(|first| first.and_then(|first| words.iter().position(|word| std::ptr::eq(word, first))))
                .collect();
            assert_eq!(found, [None, None, Some(0), None, Some(1), Some(0)]);
        }
    }
}
