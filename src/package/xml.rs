//! Reading XML: the little of it that Office files use. Names are taken without their prefix.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::PackageError;

/// A tag that opens, or stands alone.
pub struct Tag {
    /// Its name.
    pub name: String,
    attributes: Vec<(String, String)>,
}

/// A step through a part.
pub enum Step {
    /// An element begins. One that stands alone ends in the next step.
    Open(Tag),
    /// An element ends.
    Close(String),
    /// Words.
    Words(String),
}

/// The value of an attribute.
pub fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// The steps through a part, to its end or to the first fault.
pub fn steps(part: &str) -> impl Iterator<Item = Result<Step, PackageError>> + '_ {
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let mut closing = None;
    let mut done = false;
    std::iter::from_fn(move || {
        if let Some(name) = closing.take() {
            return Some(Ok(Step::Close(name)));
        }
        while !done {
            let step = match reader.read_event() {
                Ok(Event::Start(tag)) => Step::Open(opened(&tag)),
                Ok(Event::Empty(tag)) => {
                    let tag = opened(&tag);
                    closing = Some(tag.name.clone());
                    Step::Open(tag)
                }
                Ok(Event::End(tag)) => Step::Close(local(tag.name().as_ref())),
                Ok(Event::Text(words)) => Step::Words(words.xml10_content().into_owned()),
                Ok(Event::CData(words)) => Step::Words(words.xml10_content().into_owned()),
                Ok(Event::GeneralRef(name)) => Step::Words(referred(&name)),
                Ok(Event::Eof) => {
                    done = true;
                    continue;
                }
                Ok(_) => continue,
                Err(error) => {
                    done = true;
                    return Some(Err(PackageError::Broken(error.to_string())));
                }
            };
            return Some(Ok(step));
        }
        None
    })
}

/// The tags of a part.
pub fn tags(part: &str) -> impl Iterator<Item = Result<Tag, PackageError>> + '_ {
    steps(part).filter_map(|step| match step {
        Ok(Step::Open(tag)) => Some(Ok(tag)),
        Ok(_) => None,
        Err(error) => Some(Err(error)),
    })
}

fn opened(tag: &BytesStart) -> Tag {
    let attributes = tag.attributes().flatten().map(|attribute| {
        let value = unescape(&attribute.value).map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
        (local(attribute.key.as_ref()), value)
    });
    Tag { name: local(tag.name().as_ref()), attributes: attributes.collect() }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

/// What a reference stands for: a character by its number or by one of XML's five names. Others mean nothing here.
fn referred(name: &str) -> String {
    match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32).map(String::from).unwrap_or_default()
        }
        None => resolve_predefined_entity(name).unwrap_or_default().to_owned(),
    }
}

/// Undoes the format's own escapes of characters that XML does not keep: `_x000D_` (ECMA-376 part 1, 22.9.2.19).
pub fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let code = from.get(2..6).filter(|_| from.get(6..7) == Some("_"));
        let unit = code.and_then(|code| u16::from_str_radix(code, 16).ok());
        match unit.and_then(|unit| char::from_u32(u32::from(unit))) {
            Some(character) => {
                plain.push(character);
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}
