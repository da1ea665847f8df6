//! On which page everything begins. Every side of paper counts, the cover is number 1, and numbers run on through all
//! volumes, so that an odd number is always the front of a sheet.

/// How much paper a part of the book takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// How many sides.
    pub sides: u32,
    /// Whether it begins on the front of a sheet; the back before it is then left empty if need be.
    pub on_front: bool,
}

/// The number of the first page of each part.
pub fn first_pages(extents: &[Extent]) -> Vec<u32> {
    let mut next = 1;
    let mut first_pages = Vec::with_capacity(extents.len());
    for extent in extents {
        if extent.on_front && next % 2 == 0 {
            next += 1;
        }
        first_pages.push(next);
        next += extent.sides;
    }
    first_pages
}

/// The volume of each part, from 0: one more is begun where the next input would take a volume over `most` bytes. A part
/// that is larger than that has a volume of its own.
pub fn volumes(sizes: &[u64], most: u64) -> Vec<usize> {
    let mut volume = 0;
    let mut so_far: u64 = 0;
    let mut volumes = Vec::with_capacity(sizes.len());
    for size in sizes {
        let with_it = so_far.saturating_add(*size);
        if *size > 0 && so_far > 0 && with_it > most {
            volume += 1;
            so_far = *size;
        } else {
            so_far = with_it;
        }
        volumes.push(volume);
    }
    volumes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn volumes_are_cut_before_they_grow_too_large() {
        let cases: [(&str, &[u64], &[usize]); 6] = [
            ("no parts", &[], &[]),
            ("what fits stays together", &[0, 60, 0, 40], &[0, 0, 0, 0]),
            ("what does not fit begins a volume", &[60, 41, 59], &[0, 1, 1]),
            ("our own pages never do", &[100, 0, 0], &[0, 0, 0]),
            ("a part too large stands alone", &[1, 500, 1], &[0, 1, 2]),
            ("a part too large may be the first", &[0, 500, 0, 1], &[0, 0, 0, 1]),
        ];
        for (sentence, sizes, expected) in cases {
            assert_eq!(volumes(sizes, 100), expected, "{sentence}");
        }
    }

    proptest! {
        #[test]
        fn numbers_run_on_and_fronts_are_odd(parts in prop::collection::vec((0u32..9, any::<bool>()), 0..40)) {
            let extents: Vec<Extent> =
                parts.into_iter().map(|(sides, on_front)| Extent { sides, on_front }).collect();
            let mut end = 1;
            for (extent, first) in extents.iter().zip(first_pages(&extents)) {
                prop_assert!(!extent.on_front || first % 2 == 1);
                // At most one empty back before it, and that only to reach a front.
                prop_assert!(first == end || (extent.on_front && first == end + 1));
                end = first + extent.sides;
            }
        }
    }
}
