//! The figures in the texts against those of the Measures.

use crate::charter::clauses;
use crate::documents::texts;
use crate::measures::chinese_number;
use crate::measures::numbers::{CHANGE_FILING_DAYS, MINIMUM_MEMBERS, PROFILE_YEARS};

/// The sentences of every editable text, remarks left out.
fn sentences() -> Vec<&'static str> {
    let single =
        [texts::REPORT, texts::MINUTES, texts::APPLICATION_GUIDE, texts::APPLICATION_PROMISE, texts::CATALOGUE];
    let texts = single.into_iter().chain(texts::RULES).chain(clauses().map(|clause| clause.text));
    let lines = texts.flat_map(str::lines).filter(|line| !line.starts_with("//"));
    lines.flat_map(|line| line.split(['。', '；'])).collect()
}

/// The figures before a unit in digits: 10 of "10日内".
fn figures(sentence: &str, unit: &str) -> Vec<u32> {
    let digits = |before: &str| {
        let number: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
        number.chars().rev().collect::<String>().parse().ok()
    };
    before(sentence, unit).into_iter().filter_map(digits).collect()
}

/// The same in words: 10 of "十日内".
fn numerals(sentence: &str, unit: &str) -> Vec<u32> {
    let numeral = |before: &str| (1..100).rev().find(|number| before.ends_with(&chinese_number(*number)));
    before(sentence, unit).into_iter().filter_map(numeral).collect()
}

/// What stands before each unit of a sentence.
fn before<'s>(sentence: &'s str, unit: &str) -> Vec<&'s str> {
    let mut pieces: Vec<&str> = sentence.split(unit).collect();
    pieces.pop();
    pieces
}

#[test]
fn what_is_filed_or_reported_is_due_within_the_days_of_article_32() {
    let to_the_office = |sentence: &&str| sentence.contains("备案") || sentence.contains("抄送");
    let mut seen = 0;
    for sentence in sentences().into_iter().filter(to_the_office) {
        for days in [figures(sentence, "日内"), numerals(sentence, "日内")].concat() {
            assert_eq!(days, CHANGE_FILING_DAYS.value, "{sentence}");
            seen += 1;
        }
    }
    assert!(seen >= 4, "only {seen} such sentences");
}

#[test]
fn the_least_number_of_members_is_that_of_article_16() {
    let mut seen = 0;
    for sentence in sentences() {
        // In words it is told only where a least number is set: three units may well do something.
        let sets_a_least = sentence.contains("不少于") || sentence.contains("不足");
        let in_words = if sets_a_least { numerals(sentence, "家") } else { Vec::new() };
        for members in [figures(sentence, "家"), in_words].concat() {
            assert_eq!(members, MINIMUM_MEMBERS.value, "{sentence}");
            seen += 1;
        }
    }
    assert!(seen >= 3, "only {seen} such figures");
}

#[test]
fn the_profiles_tell_of_the_years_of_article_20() {
    let years = format!("近{}年经营状况", chinese_number(PROFILE_YEARS.value));
    let told: Vec<&str> = sentences().into_iter().filter(|sentence| sentence.contains("年经营状况")).collect();
    assert!(!told.is_empty() && told.iter().all(|sentence| sentence.contains(&years)), "{told:?}");
}
