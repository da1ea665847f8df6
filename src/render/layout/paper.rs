//! The sheet: where the text stands on it, by GB/T 9704-2012. Lengths are in points.

/// Width of the text: 156 mm.
pub const TEXT_WIDTH: f32 = 442.2;
/// Height of the text: 225 mm.
pub const TEXT_HEIGHT: f32 = 637.75;
/// Where the text begins: 37 mm under the upper edge.
pub const TEXT_TOP: f32 = 104.9;
/// Where the text ends.
pub const TEXT_FOOT: f32 = TEXT_TOP + TEXT_HEIGHT;

/// The margin where the sheet is bound: 28 mm.
const BINDING: f32 = 79.4;
/// The margin at the other side: 26 mm.
const OUTER: f32 = 73.7;

/// What a length may be off before it counts: sums of many widths are not exact.
pub const TOLERANCE: f32 = 0.01;

/// x of the left edge of the text on the page with this number: odd pages are bound at their left.
pub const fn text_left(number: u32) -> f32 {
    if number % 2 == 1 { BINDING } else { OUTER }
}
