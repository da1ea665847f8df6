//! What the conditions of a text may decide: every combination that facts can bring about.

use std::collections::BTreeMap;

use crate::template::{Condition, Facts, Missing, Template, Test, Value};

/// What each name that is asked about is supposed to stand for, as conditions compare it; `None` where it is missing.
pub(super) type Supposed = BTreeMap<String, Option<String>>;

/// Whether a condition holds under what is supposed.
fn holds(condition: &Condition, supposed: &Supposed) -> bool {
    let code = supposed.get(condition.name()).and_then(Option::as_deref);
    let passed = code.is_some_and(|code| match &condition.test {
        Test::Known(_) => true,
        Test::Is(_, codes) => codes.iter().any(|one| one == code),
        Test::Over(_, least) => code.parse::<u64>().is_ok_and(|number| number > *least),
    });
    passed != condition.negated
}

/// Facts as they are, but for what is supposed of them.
pub(super) struct Under<'a> {
    pub facts: &'a dyn Facts,
    pub supposed: &'a Supposed,
}

impl Facts for Under<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        let value = self.facts.value(name)?;
        let Some(supposed) = self.supposed.get(name) else { return Some(value) };
        Some(match (supposed, value) {
            (None, Value::Missing(missing)) => Value::Missing(missing),
            (None, _) => Value::Missing(Missing { label: "某项".to_owned(), fact: name.into() }),
            // Known is enough: any words will do.
            (Some(code), Value::Paragraphs(paragraphs)) if code.is_empty() => Value::Paragraphs(paragraphs),
            (Some(code), Value::Words { words, code: own }) if code.is_empty() || *code == own => {
                Value::Words { words, code: own }
            }
            (Some(code), _) if code.is_empty() => Value::Paragraphs(vec!["甲。".to_owned()]),
            (Some(code), _) => Value::Words { words: "甲".to_owned(), code: code.clone() },
        })
    }

    fn codes(&self, name: &str) -> Option<Vec<&str>> {
        self.facts.codes(name)
    }

    fn each(&self, group: &str) -> Option<Vec<Box<dyn Facts + '_>>> {
        self.facts.each(group)
    }
}

/// For each name that the text asks about, the values that its conditions tell apart. A name that is known of an empty
/// dossier is never missing.
pub(super) fn dimensions(template: &Template, of_empty: &dyn Facts) -> Vec<(String, Vec<Option<String>>)> {
    let conditions = template.conditions();
    let mut names: Vec<&str> = conditions.iter().map(|condition| condition.name()).collect();
    names.sort_unstable();
    names.dedup();
    let values = |name: &str| {
        let asked = || conditions.iter().filter(|condition| condition.name() == name);
        let missing = matches!(of_empty.value(name), Some(Value::Missing(_))).then_some(None);
        let mut values: Vec<Option<String>> = missing.into_iter().collect();
        let thresholds = asked().filter_map(|condition| match &condition.test {
            Test::Over(_, least) => Some([*least, least + 1]),
            _ => None,
        });
        match of_empty.codes(name) {
            Some(codes) => values.extend(codes.into_iter().map(|code| Some(code.to_owned()))),
            None => values.extend(thresholds.flatten().map(|number| Some(number.to_string()))),
        }
        if values.iter().flatten().next().is_none() {
            values.push(Some(String::new()));
        }
        // Values that no condition of this text tells apart are one.
        let told = |value: &Option<String>| {
            let supposed = Supposed::from([(name.to_owned(), value.clone())]);
            asked().map(|condition| holds(condition, &supposed)).collect::<Vec<_>>()
        };
        let mut distinct: Vec<Option<String>> = Vec::new();
        for value in values {
            if distinct.iter().all(|one| told(one) != told(&value)) {
                distinct.push(value);
            }
        }
        distinct
    };
    names.into_iter().map(|name| (name.to_owned(), values(name))).collect()
}

/// Every combination.
pub(super) fn all(dimensions: &[(String, Vec<Option<String>>)]) -> Vec<Supposed> {
    dimensions.iter().fold(vec![Supposed::new()], |combinations, (name, values)| {
        let extended = |combination: &Supposed| {
            let combination = combination.clone();
            values.iter().map(move |value| {
                let mut combination = combination.clone();
                combination.insert(name.clone(), value.clone());
                combination
            })
        };
        combinations.iter().flat_map(extended).collect()
    })
}

/// Every pair of values of every two names, the others at their first or at their last value.
pub(super) fn pairs(dimensions: &[(String, Vec<Option<String>>)]) -> Vec<Supposed> {
    let first = |values: &Vec<Option<String>>| values.first().cloned().flatten();
    let last = |values: &Vec<Option<String>>| values.last().cloned().flatten();
    let base = |end: &dyn Fn(&Vec<Option<String>>) -> Option<String>| -> Supposed {
        dimensions.iter().map(|(name, values)| (name.clone(), end(values))).collect()
    };
    let bases = [base(&first), base(&last)];
    let mut combinations = bases.to_vec();
    for (place, one) in dimensions.iter().enumerate() {
        for other in dimensions.iter().skip(place + 1) {
            for pair in all(&[one.clone(), other.clone()]) {
                combinations.extend(bases.iter().cloned().map(|mut base| {
                    base.extend(pair.clone());
                    base
                }));
            }
        }
    }
    combinations.sort();
    combinations.dedup();
    combinations
}

/// The text in pieces, each from one heading that stands under no condition to the next. Nothing in one piece depends on
/// what a condition decides in another.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0;
    for line in text.lines() {
        match line.trim() {
            section if section.starts_with("[if ") || section.starts_with("[each ") => depth += 1,
            "[end]" => depth -= 1,
            heading if depth == 0 && heading.starts_with("##") => pieces.push(String::new()),
            _ => {}
        }
        let piece = pieces.last_mut().unwrap();
        piece.push_str(line);
        piece.push('\n');
    }
    pieces
}
