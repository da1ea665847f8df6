//! The grammar of PDF values (ISO 32000-1, 7.3), read strictly: whoever reads on may then take a value for granted.
//!
//! The reader of PDF files looks into a value twice, once to find its end and once for what it is, and breaks where the
//! second look sees less than the first. In a value that is well formed both see the same.

use std::borrow::Cow;

/// How deep values may be nested.
const DEEPEST: u8 = 64;

/// Why bytes are no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    /// They break a rule.
    Broken,
    /// They are nested deeper than any value that was written to be read.
    TooDeep,
}

/// A value, as far as anybody here asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A number, as it is written.
    Number(&'a [u8]),
    /// A name without its slash, as it is written.
    Name(&'a [u8]),
    /// Another object (7.3.10), by its number as it is written.
    Reference(&'a [u8]),
    /// What stands between the brackets of an array.
    Array(&'a [u8]),
    /// Anything else.
    Other,
}

/// A dictionary: keys as they are meant, in order.
pub type Entries<'a> = [(Cow<'a, [u8]>, Value<'a>)];

/// Hears of every dictionary, inner ones first.
pub type Hear<'h, 'a> = &'h mut dyn FnMut(&Entries<'a>);

/// Reads the dictionary at the beginning of the bytes and says where it ends.
pub fn dictionary<'a>(bytes: &'a [u8], hear: Hear<'_, 'a>) -> Result<usize, Malformed> {
    let mut walk = Walk { bytes, at: 0, hear };
    if !bytes.starts_with(b"<<") {
        return Err(Malformed::Broken);
    }
    walk.dictionary(0)?;
    Ok(walk.at)
}

/// The numbers of the objects that an array, without its brackets, names among its items.
pub fn references(bytes: &[u8]) -> Vec<u32> {
    let mut walk = Walk { bytes, at: 0, hear: &mut |_| () };
    let mut numbers = Vec::new();
    loop {
        walk.skip_blanks();
        match walk.value(0) {
            Ok(Value::Reference(number)) => numbers.extend(plain(number)),
            Ok(_) => {}
            Err(_) => return numbers,
        }
    }
}

/// A number that is nothing but digits.
pub fn plain(number: &[u8]) -> Option<u32> {
    let is_plain = number.len() < 10 && number.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(number).ok().filter(|_| is_plain)?.parse().ok()
}

/// Reads the values of an array, without its brackets, to the last byte.
pub fn items<'a>(bytes: &'a [u8], hear: Hear<'_, 'a>) -> Result<(), Malformed> {
    let mut walk = Walk { bytes, at: 0, hear };
    loop {
        walk.skip_blanks();
        if walk.at == bytes.len() {
            return Ok(());
        }
        walk.value(0)?;
    }
}

struct Walk<'h, 'a> {
    bytes: &'a [u8],
    at: usize,
    hear: Hear<'h, 'a>,
}

impl<'a> Walk<'_, 'a> {
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Goes past a mark if it stands here.
    fn passes(&mut self, mark: &[u8]) -> bool {
        let stands = self.rest().starts_with(mark);
        if stands {
            self.at += mark.len();
        }
        stands
    }

    fn take_while(&mut self, is_wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|byte| !is_wanted(*byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// White space and comments (7.2.2, 7.2.3).
    fn skip_blanks(&mut self) {
        loop {
            self.take_while(is_blank);
            if self.peek() != Some(b'%') {
                return;
            }
            self.take_while(|byte| !matches!(byte, b'\r' | b'\n'));
        }
    }

    fn value(&mut self, depth: u8) -> Result<Value<'a>, Malformed> {
        match self.peek().ok_or(Malformed::Broken)? {
            b'/' => self.name().map(Value::Name),
            b'(' => self.literal(),
            b'<' if self.rest().starts_with(b"<<") => self.dictionary(depth),
            b'<' => self.hexadecimal(),
            b'[' => self.array(depth),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(),
            _ => match self.take_while(is_regular) {
                b"true" | b"false" | b"null" => Ok(Value::Other),
                _ => Err(Malformed::Broken),
            },
        }
    }

    fn dictionary(&mut self, depth: u8) -> Result<Value<'a>, Malformed> {
        let deeper = deeper(depth)?;
        self.at += 2;
        let mut entries = Vec::new();
        loop {
            self.skip_blanks();
            if self.passes(b">>") {
                (self.hear)(&entries);
                return Ok(Value::Other);
            }
            let key = unescaped(self.name()?);
            self.skip_blanks();
            entries.push((key, self.value(deeper)?));
        }
    }

    fn array(&mut self, depth: u8) -> Result<Value<'a>, Malformed> {
        let deeper = deeper(depth)?;
        self.at += 1;
        let start = self.at;
        loop {
            self.skip_blanks();
            let end = self.at;
            if self.passes(b"]") {
                return Ok(Value::Array(self.bytes.get(start..end).unwrap_or_default()));
            }
            self.value(deeper)?;
        }
    }

    /// A name (7.3.5), whose number signs are followed by two hexadecimal digits.
    fn name(&mut self) -> Result<&'a [u8], Malformed> {
        if !self.passes(b"/") {
            return Err(Malformed::Broken);
        }
        let name = self.take_while(is_regular);
        let mut escapes = name.split(|byte| *byte == b'#').skip(1);
        let is_escape = |rest: &[u8]| rest.iter().take(2).filter(|byte| byte.is_ascii_hexdigit()).count() == 2;
        if escapes.all(is_escape) { Ok(name) } else { Err(Malformed::Broken) }
    }

    /// A string in parentheses (7.3.4.2).
    fn literal(&mut self) -> Result<Value<'a>, Malformed> {
        let mut open = 0_usize;
        loop {
            match self.peek().ok_or(Malformed::Broken)? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Ok(Value::Other);
            }
        }
    }

    /// A string of hexadecimal digits (7.3.4.3).
    fn hexadecimal(&mut self) -> Result<Value<'a>, Malformed> {
        self.at += 1;
        self.take_while(|byte| byte.is_ascii_hexdigit() || is_blank(byte));
        if self.passes(b">") { Ok(Value::Other) } else { Err(Malformed::Broken) }
    }

    fn number_or_reference(&mut self) -> Result<Value<'a>, Malformed> {
        let number = self.number()?;
        let after = self.at;
        if number.iter().all(u8::is_ascii_digit) && !self.take_while(is_blank).is_empty() {
            let generation = self.take_while(|byte| byte.is_ascii_digit());
            self.take_while(is_blank);
            if !generation.is_empty() && self.passes(b"R") && !self.peek().is_some_and(is_regular) {
                return Ok(Value::Reference(number));
            }
        }
        self.at = after;
        Ok(Value::Number(number))
    }

    /// A number (7.3.3). Hyphens after the point are an old slip of some programs that readers pass over.
    fn number(&mut self) -> Result<&'a [u8], Malformed> {
        let start = self.at;
        self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
        let whole = self.take_while(|byte| byte.is_ascii_digit());
        let mut digits = whole.len();
        if self.passes(b".") {
            digits += self.take_while(|byte| byte.is_ascii_digit()).len();
            if !whole.is_empty() {
                self.take_while(|byte| byte.is_ascii_digit() || byte == b'-');
            }
        }
        if digits == 0 || self.peek().is_some_and(is_regular) {
            return Err(Malformed::Broken);
        }
        Ok(self.bytes.get(start..self.at).unwrap_or_default())
    }
}

fn deeper(depth: u8) -> Result<u8, Malformed> {
    if depth < DEEPEST { Ok(depth + 1) } else { Err(Malformed::TooDeep) }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

const fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// A name as it is meant. What is no escape stays.
pub fn unescaped(name: &[u8]) -> Cow<'_, [u8]> {
    if !name.contains(&b'#') {
        return Cow::Borrowed(name);
    }
    let mut pieces = name.split(|byte| *byte == b'#');
    let mut meant = pieces.next().unwrap_or_default().to_vec();
    for piece in pieces {
        let escape = piece.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                meant.push(byte);
                meant.extend_from_slice(piece.get(2..).unwrap_or_default());
            }
            None => {
                meant.push(b'#');
                meant.extend_from_slice(piece);
            }
        }
    }
    Cow::Owned(meant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hayro_syntax::object::{Array, Dict, FromBytes, MaybeRef, Object};
    use proptest::prelude::*;

    fn is_well_formed(array: &str) -> bool {
        items(array.as_bytes(), &mut |_| ()).is_ok()
    }

    #[test]
    fn what_the_rules_allow_is_a_value() {
        let values = [
            "0 -1 +1 1. .5 -0.25 34 0 R 1 0 2 0 R 0.-12",
            "true false null /Name /A#20B / (a(b)c\\)) () <> <4A 4b 4>",
            "<</A 1/B[1 2]/C<</D(x)>>/E 3 0 R>>",
            "[] [[]] % words\n 1",
        ];
        for value in values {
            assert!(is_well_formed(value), "{value}");
        }
    }

    #[test]
    fn what_breaks_a_rule_is_none() {
        let values = [
            "+",
            "-",
            ".",
            "+ ",
            "1-.5",
            "1e5",
            "--5",
            "nul",
            "nullify",
            "stream",
            "<<>> stream",
            "/A#",
            "/A#4",
            "/A#G0",
            "(",
            "(\\)",
            "<4",
            "<4G>",
            "[",
            "[1",
            "]",
            "<<",
            "<</A>>",
            "<</A 1",
            "<<1 2>>",
            "<</A 1 R>>",
            ">>",
            "{",
            "1 0 Robj",
        ];
        for value in values {
            assert!(!is_well_formed(value), "{value}");
        }
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(is_well_formed(&deep(64)));
        assert_eq!(items(deep(65).as_bytes(), &mut |_| ()), Err(Malformed::TooDeep));
        assert_eq!(items("[".repeat(1_000_000).as_bytes(), &mut |_| ()), Err(Malformed::TooDeep));
    }

    #[test]
    fn a_dictionary_is_heard_with_its_keys_as_they_are_meant() {
        let mut heard = Vec::new();
        let bytes = b"<</Fi#6cter/Standard/In<</Length 256>>/W[1 2]/R 4 0 R>> endobj";
        let end = dictionary(bytes, &mut |entries| {
            heard.push(entries.iter().map(|(key, value)| (key.to_vec(), *value)).collect::<Vec<_>>());
        });
        assert_eq!(end, Ok(bytes.len() - " endobj".len()));
        let entry = |key: &str, value| (key.as_bytes().to_vec(), value);
        assert_eq!(
            heard,
            [
                vec![entry("Length", Value::Number(b"256"))],
                vec![
                    entry("Filter", Value::Name(b"Standard")),
                    entry("In", Value::Other),
                    entry("W", Value::Array(b"1 2")),
                    entry("R", Value::Reference(b"4")),
                ],
            ]
        );
    }

    /// Walks through a value as what copies pages does, which takes for granted that it can.
    fn walk(object: &Object<'_>) {
        let each = |item: &MaybeRef<Object<'_>>| {
            if let MaybeRef::NotRef(object) = item {
                walk(object);
            }
        };
        match object {
            Object::Dict(dict) => dict.entries().for_each(|(_, item)| each(&item)),
            Object::Array(array) => array.raw_iter().for_each(|item| each(&item)),
            Object::Stream(_) => panic!("a stream within a value"),
            _ => {}
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]
        #[test]
        fn whatever_is_well_formed_is_walked_through(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "[", "]", "<<", ">>", "/A", "/A#41", "/A#", "/", "(", ")", "\\", "<4A>", "<", ">", "0", "12", "-", "+", ".",
                    "R", " ", "\n", "%", "null", "true", "stream", "\nstream\n", "endstream", "1 0 R", "x", "#",
                ]),
                0..24,
            ),
        ) {
            let text = pieces.concat();
            if is_well_formed(&text) {
                let array = format!("[{text}]");
                // A comment at the end hides the bracket.
                if let Some(array) = Array::from_bytes(array.as_bytes()) {
                    walk(&Object::Array(array));
                }
            }
            let dict = format!("<<{text}>>");
            if dictionary(dict.as_bytes(), &mut |_| ()).is_ok() {
                walk(&Object::Dict(Dict::from_bytes(dict.as_bytes()).expect("it is well formed")));
            }
        }
    }
}
