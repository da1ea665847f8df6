//! The ledger of the Measures is whole, what it names is there, and whatever is cited anywhere resolves.

#![cfg(test)]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jiemeng::charter::{assemble, choices};
use jiemeng::checks::{LEDGER, Treatment, assess, check_ids, rules};
use jiemeng::dossier::{Alliance, Dossier, Fact, Materials, Member, OwnClause, Question, Secretariat, Setup, sample};
use jiemeng::measures::numbers::{CHANGE_FILING_DAYS, MINIMUM_MEMBERS};
use jiemeng::measures::{Citation, articles, chinese_number};
use jiemeng::screens::{Route, TASKS};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 1).unwrap()
}

fn questions() -> impl Iterator<Item = &'static Question> {
    [Alliance::QUESTIONS, Member::QUESTIONS, Secretariat::QUESTIONS, Setup::QUESTIONS, Materials::QUESTIONS]
        .into_iter()
        .flatten()
}

/// The checks that an entry names.
fn named(citation: Citation) -> &'static [&'static str] {
    match LEDGER.iter().find(|entry| entry.citation == citation).map(|entry| entry.treatment) {
        Some(Treatment::Checked(by)) => by,
        _ => &[],
    }
}

#[test]
fn every_article_and_every_item_has_its_line_in_the_order_of_the_measures() {
    let provisions: Vec<Citation> = articles()
        .flat_map(|article| {
            let items = article.items.iter().map(|item| Citation::item(article.number, item.number));
            std::iter::once(Citation::article(article.number)).chain(items)
        })
        .collect();
    assert_eq!(LEDGER.iter().map(|entry| entry.citation).collect::<Vec<_>>(), provisions);
}

#[test]
fn every_line_says_in_both_languages_what_becomes_of_its_provision() {
    for entry in LEDGER {
        assert!(entry.words.zh.ends_with('。') && entry.words.en.ends_with('.'), "{}", entry.citation);
        assert_ne!(entry.treatment, Treatment::Checked(&[]), "{}", entry.citation);
    }
}

#[test]
fn whatever_checks_a_provision_is_there_and_every_check_stands_in_the_ledger() {
    let materials = assess(&Dossier::default(), today()).materials;
    let there: BTreeSet<String> = rules()
        .map(|rule| rule.id.to_owned())
        .chain(check_ids().map(str::to_owned))
        .chain(materials.iter().map(|item| item.citation.anchor()))
        .collect();
    let in_ledger: BTreeSet<String> =
        LEDGER.iter().flat_map(|entry| named(entry.citation)).map(|id| (*id).to_owned()).collect();
    assert_eq!(there, in_ledger);
}

#[test]
fn no_id_is_given_twice() {
    let ids: Vec<&str> = rules().map(|rule| rule.id).chain(check_ids()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn every_requirement_stands_at_the_provision_that_it_cites_and_bears_its_anchor() {
    for rule in rules() {
        assert!(named(rule.citation).contains(&rule.id), "{} is not listed at {}", rule.id, rule.citation);
        assert!(rule.id.starts_with(&format!("{}-", rule.citation.anchor())), "{}", rule.id);
    }
}

#[test]
fn the_texts_give_the_numbers_that_the_measures_set() {
    let charter = assemble(&sample());
    let clause = |id: &str| charter.articles().find(|article| article.clause == id).unwrap().text();
    let question = rules().find(|rule| rule.id == "16-2-members").unwrap().question;
    let (least, days) = (MINIMUM_MEMBERS.value, CHANGE_FILING_DAYS.value);
    assert!(question.zh.contains(&format!("不少于{least}家")) && question.en.contains(&least.to_string()));
    let members = TASKS.iter().find(|task| task.route == Route::Members).unwrap().lead;
    assert!(members.zh.contains(&format!("不少于 {least} 家")));
    // The charter writes its numbers in words.
    assert!(clause("lapse").contains(&format!("不少于{}家", chinese_number(least))));
    assert!(clause("change-filing").contains(&format!("{}日内", chinese_number(days))));
}

#[test]
fn every_citation_of_a_question_a_requirement_a_choice_or_a_material_resolves() {
    let materials = assess(&sample(), today()).materials;
    let cited = questions()
        .filter_map(|question| question.citation)
        .chain(rules().map(|rule| rule.citation))
        .chain(choices().iter().filter_map(|choice| choice.citation))
        .chain(materials.iter().map(|item| item.citation));
    for citation in cited {
        assert!(citation.resolve().is_some(), "{citation}");
    }
}

#[test]
fn every_citation_of_a_finding_resolves_and_every_check_can_find_something() {
    let mut found = BTreeSet::new();
    for dossier in faulty() {
        for finding in assess(&dossier, today()).findings {
            assert!(finding.citation.is_none_or(|citation| citation.resolve().is_some()), "{finding:?}");
            assert!(
                !finding.facts.is_empty() && finding.facts.iter().all(|path| path.section().is_some()),
                "{finding:?}"
            );
            found.insert(finding.check);
        }
    }
    let missing: Vec<_> = check_ids().filter(|id| !found.contains(id)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// The sample, spoilt in one way or another, so that together they have every fault.
fn faulty() -> Vec<Dossier> {
    vec![
        spoilt(&[
            ("alliance/name", "中国<b>南繁</b>联盟"),
            ("alliance/founded_on", "2026-07-01"),
            ("alliance/division", "海口市"),
            ("members/m01/uscc", "12460200YLDW00023Q"),
            ("members/m03/category", "enterprise"),
            ("members/m03/contact_phone", "12"),
            ("members/m04/foreign", "yes"),
            ("members/m05/in_hainan", "no"),
            ("members/m06/licence_word", "operator"),
            ("members/m07/role", "chair"),
            ("members/m08/name", "陵水样例种苗经营部"),
            ("members/m01/credit_report_on", "2020-01-01"),
            ("members/m09/holdings_as_of", "2027-01-01"),
            ("secretariat/hainan_unit", "no"),
            ("secretariat/secretary_general", "周示例"),
            ("setup/working_group_on", "2025-01-01"),
            ("setup/units_expected", "20"),
            ("setup/charter_for", "3"),
        ]),
        with_a_file_of_nobody(),
        with_the_licence_of_another(),
        spoilt_charter(&[
            ("off", "rights"),
            ("own-9", "联盟依法登记，取得法人资格。"),
            ("own-6", "联盟可以向非成员收取培训费。"),
            ("own-5", "成员单位执行统一价格。联盟以营利为目的。"),
            ("own-4", "联盟以“一带一路”名义开展活动，见{ref nowhere}。"),
            ("own-3", "[if"),
            ("own-2", ""),
            ("edit-purpose", "联盟的宗旨是服务产业。"),
            ("choose-quorum", "nonsense"),
            ("choose-council", "all"),
        ]),
        spoilt_charter(&[("off", "amendment-proposal"), ("off", "amendment-vote"), ("off", "amendment-filing")]),
    ]
}

fn spoilt(facts: &[(&str, &str)]) -> Dossier {
    let mut dossier = sample();
    for (path, typed) in facts {
        dossier.fact_mut(&(*path).into()).unwrap().put(typed);
    }
    dossier
}

fn with_a_file_of_nobody() -> Dossier {
    let mut dossier = sample();
    let file = r#"{"id":"a","member":"nobody","name":"a.pdf","media_type":"pdf","size":1,"crc32":1,"sha256":"1",
        "inspection":{"pages":1,"hazards":["signature"]}}"#;
    dossier.attachments = vec![serde_json::from_str(file).unwrap()];
    dossier
}

/// The QR code on the first member's licence holds the second's code.
fn with_the_licence_of_another() -> Dossier {
    let mut dossier = sample();
    let [first, second, ..] = dossier.members.as_slice() else { panic!("the sample has members") };
    let file = serde_json::json!({"id": "a", "member": first.id, "name": "a.jpg", "media_type": "jpeg", "size": 1,
        "crc32": 1, "sha256": "1", "inspection": {"codes": [second.uscc.text()]}});
    dossier.attachments = vec![serde_json::from_value(file).unwrap()];
    dossier
}

fn spoilt_charter(changes: &[(&str, &str)]) -> Dossier {
    let mut dossier = sample();
    let draft = &mut dossier.charter;
    for (change, text) in changes {
        let text = (*text).to_owned();
        match change.split_once('-') {
            None => drop(draft.off.insert(text)),
            Some(("edit", id)) => drop(draft.edited.insert(id.to_owned(), text)),
            Some(("choose", id)) => drop(draft.choices.insert(id.to_owned(), text)),
            Some((_, chapter)) => {
                let clause = OwnClause {
                    id: format!("own-{chapter}"),
                    chapter: chapter.parse().unwrap(),
                    text,
                    ..OwnClause::default()
                };
                draft.own.push(clause);
            }
        }
    }
    dossier
}
