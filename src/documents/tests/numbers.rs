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

/// The figures before a unit: 10 of "10日内" and of "十日内".
fn figures(sentence: &str, unit: &str) -> Vec<u32> {
    let digits = |before: &str| {
        let number: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
        let numeral = |number: &u32| before.ends_with(&chinese_number(*number));
        number.chars().rev().collect::<String>().parse().ok().or_else(|| (1..100).rev().find(numeral))
    };
    let pieces: Vec<&str> = sentence.split(unit).collect();
    pieces.split_last().map_or(Vec::new(), |(_, before)| before.iter().filter_map(|piece| digits(piece)).collect())
}

#[test]
fn what_is_filed_or_reported_is_due_within_the_days_of_article_32() {
    let to_the_office = |sentence: &&str| sentence.contains("备案") || sentence.contains("抄送");
    let mut seen = 0;
    for sentence in sentences().into_iter().filter(to_the_office) {
        for days in figures(sentence, "日内") {
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
        // Three units may do something else.
        let of_members = sentence.contains("不少于") || sentence.contains("不足") || sentence.contains("10家");
        for members in figures(sentence, "家").into_iter().filter(|_| of_members) {
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
