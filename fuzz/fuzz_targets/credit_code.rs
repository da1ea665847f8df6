//! 统一社会信用代码, and the other values that are read once at the edge: what is given comes back from how it is written,
//! and what is refused is refused in words.

#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use jiemeng::identifiers::{CivilDate, Count, Division, Email, Phone, Postcode, Uscc};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    let Ok(typed) = std::str::from_utf8(input) else { return Corpus::Reject };
    if let Some(code) = read::<Uscc>(typed) {
        let written = code.to_string();
        assert_eq!(written.len(), 18);
        assert!(written.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()));
        assert!(!code.class().label().zh.is_empty() && code.organisation_code().len() == 9 && code.region().len() == 6);
    }
    if let Err(error) = typed.parse::<Uscc>() {
        assert!(!error.message().zh.is_empty());
    }
    let read_as = [
        read::<Phone>(typed).is_some(),
        read::<Email>(typed).is_some(),
        read::<Postcode>(typed).is_some(),
        read::<Division>(typed).is_some(),
        read::<CivilDate>(typed).is_some(),
        read::<Count>(typed).is_some(),
    ];
    assert!(!typed.trim().is_empty() || read_as == [false; 6], "nothing was read as something");
    Corpus::Keep
});

/// The value, after a round trip through the form in which it is stored.
fn read<T: FromStr + Display + PartialEq + Debug>(typed: &str) -> Option<T> {
    let value = typed.parse::<T>().ok()?;
    let written = value.to_string();
    assert_eq!(written.parse::<T>().ok().as_ref(), Some(&value), "{written:?} is not read as what was written");
    Some(value)
}
