//! Conditions: what stands after `[if`.

use std::fmt;

use super::error::Cause;
use super::facts::{Facts, Value};
use super::parse::read_name;

/// What an `[if …]` asks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    /// Whether `not` stands before the test.
    pub negated: bool,
    /// The test.
    pub test: Test,
}

/// A test of one fact. A fact that is not known fails every test.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// `known name`: the fact is known.
    Known(String),
    /// `name = code` or `name = code | code`: the choice is one of these.
    Is(String, Vec<String>),
    /// `name > number`: the count is greater.
    Over(String, u64),
}

impl Condition {
    /// Reads what stands between `[if` and `]`.
    pub(super) fn read(text: &str) -> Result<Self, Cause> {
        let malformed = || Cause::MalformedCondition(text.trim().to_owned());
        let text = text.trim();
        let (negated, rest) = match text.strip_prefix("not ") {
            Some(rest) => (true, rest.trim()),
            None => (false, text),
        };
        let test = if let Some(name) = rest.strip_prefix("known ") {
            Test::Known(read_name(name).ok_or_else(malformed)?)
        } else if let Some((name, codes)) = rest.split_once('=') {
            let codes: Option<Vec<String>> = codes.split('|').map(read_name).collect();
            Test::Is(read_name(name).ok_or_else(malformed)?, codes.ok_or_else(malformed)?)
        } else if let Some((name, number)) = rest.split_once('>') {
            Test::Over(read_name(name).ok_or_else(malformed)?, number.trim().parse().ok().ok_or_else(malformed)?)
        } else {
            return Err(malformed());
        };
        Ok(Self { negated, test })
    }

    /// The fact that is asked about.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.test {
            Test::Known(name) | Test::Is(name, _) | Test::Over(name, _) => name,
        }
    }

    /// Whether it holds, given the value of its fact.
    pub(super) fn holds(&self, value: Option<&Value>) -> bool {
        let passed = match (&self.test, value) {
            (_, None | Some(Value::Missing(_))) => false,
            (Test::Known(_), Some(_)) => true,
            (Test::Is(_, codes), Some(Value::Words { code, .. })) => codes.contains(code),
            (Test::Over(_, least), Some(Value::Words { code, .. })) => {
                code.parse::<u64>().is_ok_and(|number| number > *least)
            }
            (_, Some(Value::Paragraphs(_))) => false,
        };
        passed != self.negated
    }

    /// What is wrong with it in the light of the facts there are.
    pub(super) fn faults(&self, facts: &dyn Facts) -> Vec<Cause> {
        let Test::Is(name, codes) = &self.test else { return Vec::new() };
        match facts.codes(name) {
            None => vec![Cause::NotAChoice(name.clone())],
            Some(known) => codes
                .iter()
                .filter(|code| !known.contains(&code.as_str()))
                .map(|code| Cause::UnknownOption { name: name.clone(), option: code.clone() })
                .collect(),
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.negated {
            f.write_str("not ")?;
        }
        match &self.test {
            Test::Known(name) => write!(f, "known {name}"),
            Test::Is(name, codes) => write!(f, "{name} = {}", codes.join(" | ")),
            Test::Over(name, least) => write!(f, "{name} > {least}"),
        }
    }
}
