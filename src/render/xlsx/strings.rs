//! The texts of a workbook: each stands in it once, and cells name it by its place (ECMA-376 part 1, 18.4).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::super::xml::Xml;
use super::MAIN;

/// The texts so far.
pub struct Strings<'w> {
    places: BTreeMap<Cow<'w, str>, String>,
    xml: Xml,
}

impl<'w> Strings<'w> {
    /// No text yet.
    pub fn new() -> Self {
        let mut xml = Xml::document();
        xml.open("sst", &[("xmlns", MAIN)]);
        Self { places: BTreeMap::new(), xml }
    }

    /// The place of a text, in digits.
    pub fn place(&mut self, text: Cow<'w, str>) -> &str {
        let next = self.places.len();
        let xml = &mut self.xml;
        match self.places.entry(text) {
            Entry::Occupied(place) => place.into_mut(),
            Entry::Vacant(place) => {
                let text = place.key();
                let bare = text.trim() == text;
                xml.raw(if bare { "<si><t>" } else { "<si><t xml:space=\"preserve\">" });
                xml.words(&escaped(text));
                xml.raw("</t></si>");
                place.insert(next.to_string())
            }
        }
    }

    /// The part.
    pub fn finish(mut self) -> String {
        self.xml.close("sst");
        self.xml.finish()
    }
}

/// The text, with whatever looks like an escape of the format's own written as one: `_x0041_` stands for A
/// (ECMA-376 part 1, 22.9.2.19).
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let is_escape = |rest: &str| matches!(rest.as_bytes(), [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|it| it.is_ascii_hexdigit()));
    let mut written = String::new();
    for (at, character) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        written.push_str(if is_escape(rest) { "_x005F" } else { "" });
        written.push(character);
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_escape_is_escaped_and_nothing_else_is() {
        let cases = [
            ("海南_xyz", "海南_xyz"),
            ("_x0041_", "_x005F_x0041_"),
            ("a_x00e9_x00E9_", "a_x005F_x00e9_x005F_x00E9_"),
            ("_x004_", "_x004_"),
            ("_x0041", "_x0041"),
            ("_X0041_", "_X0041_"),
        ];
        for (text, written) in cases {
            assert_eq!(escaped(text), written, "{text}");
        }
    }

    #[test]
    fn a_text_has_one_place_however_often_it_stands() {
        let mut strings = Strings::new();
        let places = ["甲", "乙", "甲", " "].map(|text| strings.place(Cow::Borrowed(text)).to_owned());
        assert_eq!(places, ["0", "1", "0", "2"]);
        assert_eq!(strings.finish().matches("<si>").count(), 3);
    }
}
