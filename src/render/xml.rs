//! Writing XML: elements that always close, text that is always well formed.

use std::borrow::Cow;

/// XML being written.
pub struct Xml {
    text: String,
}

impl Xml {
    /// A document, its declaration written.
    pub fn document() -> Self {
        Self { text: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>") }
    }

    /// An element and what stands inside it.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// The beginning of an element that [`Self::close`] ends: for a part that grows while others are written.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push('>');
    }

    /// The end of an element.
    pub fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element with nothing inside it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// Words, escaped; characters that XML cannot carry are left out.
    pub fn words(&mut self, words: &str) {
        let legal = legal(words);
        let mut rest = &*legal;
        while let Some((plain, mark)) = rest.bytes().position(is_mark).and_then(|at| rest.split_at_checked(at)) {
            self.text.push_str(plain);
            let mut mark = mark.chars();
            mark.next().into_iter().for_each(|character| self.character(character));
            rest = mark.as_str();
        }
        self.text.push_str(rest);
    }

    /// Markup that is well formed by itself, or will be with what follows: for what is written thousands of times.
    pub fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// The document.
    pub fn finish(self) -> String {
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            self.words(value);
            self.text.push('"');
        }
    }

    fn character(&mut self, character: char) {
        match character {
            '<' => self.text.push_str("&lt;"),
            '>' => self.text.push_str("&gt;"),
            '&' => self.text.push_str("&amp;"),
            '"' => self.text.push_str("&quot;"),
            // A reader turns these into plain spaces or line feeds unless they are written as references.
            '\t' => self.text.push_str("&#9;"),
            '\n' => self.text.push_str("&#10;"),
            '\r' => self.text.push_str("&#13;"),
            other => self.text.push(other),
        }
    }
}

/// Whether a character is written as a reference. All of them are bytes of their own.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\t' | b'\n' | b'\r')
}

/// The text without the characters that XML 1.0 cannot carry (section 2.2): control characters other than tab and line
/// ends, and the noncharacters U+FFFE and U+FFFF. None of them can be seen on paper.
pub fn legal(text: &str) -> Cow<'_, str> {
    let illegal =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    // Most texts have no byte that any of these begins with, which is seen sooner.
    let suspicious = |byte: u8| byte < b' ' || byte == 0xEF;
    if text.bytes().any(suspicious) && text.contains(illegal) {
        Cow::Owned(text.replace(illegal, ""))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_back(written: &str) -> (String, String) {
        let mut reader = quick_xml::Reader::from_str(written);
        reader.config_mut().check_end_names = true;
        let (mut attribute, mut words) = (String::new(), String::new());
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Start(tag) => {
                    let first = tag.attributes().next().unwrap().unwrap();
                    attribute = first.value.into_owned();
                    attribute = quick_xml::escape::unescape(&attribute).unwrap().into_owned();
                }
                quick_xml::events::Event::Text(text) => words.push_str(&text),
                quick_xml::events::Event::GeneralRef(name) => {
                    let reference = format!("&{};", &*name);
                    words.push_str(&quick_xml::escape::unescape(&reference).unwrap());
                }
                quick_xml::events::Event::Eof => return (attribute, words),
                _ => {}
            }
        }
    }

    #[test]
    fn rare_characters_and_emoji_are_kept() {
        assert_eq!(legal("㛃𠮷喆👩‍🔬"), "㛃𠮷喆👩‍🔬");
    }

    #[test]
    fn what_xml_cannot_carry_is_left_out() {
        assert_eq!(legal("海\u{0}南\u{b}省\u{fffe}\u{ffff}\u{1b}[0m"), "海南省[0m");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_it_was(text in any::<String>()) {
            let mut xml = Xml::document();
            xml.element("w", &[("a", &text)], |xml| xml.words(&text));
            let (attribute, words) = read_back(&xml.finish());
            prop_assert_eq!(&attribute, &legal(&text));
            prop_assert_eq!(&words, &legal(&text));
        }
    }
}
