//! What a keyboard, an input method or a copied page does to plain characters, undone.

/// The ASCII character behind a full-width one; every other character as it is.
pub(crate) fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => {
            u32::from(character).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(character)
        }
        _ => character,
    }
}

/// Characters that show as nothing at all: zero-width and soft-hyphen characters, byte order mark, direction marks,
/// variation selectors, controls. (Tabs and line ends are blanks.)
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    ) || (character.is_control() && !character.is_whitespace())
}

/// Blanks of every kind, NBSP and U+3000 among them, and invisible characters.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}

/// Hyphens, dashes and the minus sign in all their widths.
pub(super) fn is_hyphen(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207B}'
                | '\u{208B}'
                | '\u{2212}'
                | '\u{2E3A}'
                | '\u{2E3B}'
                | '\u{FE31}'
                | '\u{FE32}'
                | '\u{FE58}'
                | '\u{FE63}'
                | '\u{FF0D}'
    )
}

/// Half-width, without blanks.
pub(crate) fn compact(text: &str) -> String {
    text.chars().filter(|character| !is_blank(*character)).map(half_width).collect()
}

/// The digits of a whole number without the commas between its thousands; `None` where a comma stands elsewhere.
pub(super) fn ungrouped(number: &str) -> Option<String> {
    let mut groups = number.split(',');
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || !(1..=3).contains(&first.len()) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// Whether this is how tables say that there is none: 无, a slash or a dash, where a number is asked for.
pub(super) fn says_none(compact: &str) -> bool {
    let is_dash = |character| is_hyphen(character) || matches!(character, '/' | '\\');
    matches!(compact, "无" | "没有" | "暂无") || !compact.is_empty() && compact.chars().all(is_dash)
}

/// Half-width, without blanks and hyphens.
pub(super) fn compact_code(text: &str) -> String {
    text.chars().filter(|character| !is_blank(*character) && !is_hyphen(*character)).map(half_width).collect()
}

#[cfg(test)]
pub(super) mod noise {
    //! The opposite, for tests: a clean text as somebody might type or paste it.

    use proptest::prelude::*;

    /// The full-width form of an ASCII character.
    pub fn full_width(character: char) -> char {
        match character {
            '!'..='~' => char::from_u32(u32::from(character) + 0xFEE0).unwrap(),
            _ => character,
        }
    }

    /// `clean` with some characters full-width or lower case, and pieces of `between` strewn in.
    pub fn noisy(clean: String, between: &'static [&'static str]) -> impl Strategy<Value = String> {
        let length = clean.chars().count();
        (
            proptest::collection::vec((any::<bool>(), any::<bool>()), length),
            proptest::collection::vec(proptest::option::of(proptest::sample::select(between)), length + 1),
        )
            .prop_map(move |(forms, pieces)| {
                let mut text = String::from(pieces[0].unwrap_or_default());
                for ((character, (lower, wide)), piece) in clean.chars().zip(forms).zip(&pieces[1..]) {
                    let character = if lower { character.to_ascii_lowercase() } else { character };
                    text.push(if wide { full_width(character) } else { character });
                    text.push_str(piece.unwrap_or_default());
                }
                text
            })
    }
}
