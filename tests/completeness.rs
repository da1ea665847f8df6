//! Whether the checks know what they do not know: each `Unknown` names the facts that would settle it, answering them
//! settles it, and nothing that was left open, or cannot be read, is ever taken for "no".

#![cfg(test)]

use chrono::NaiveDate;
use jiemeng::checks::{Assessment, Outcome, Verdict, assess};
use jiemeng::dossier::{
    Alliance, Dossier, FactPath, FactState, Kind, Materials, Member, Question, Secretariat, Setup, sample,
};
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 1).unwrap()
}

fn assessed(dossier: &Dossier) -> Assessment {
    assess(dossier, today())
}

/// Every fact that is asked for in a dossier.
fn asked(dossier: &Dossier) -> Vec<(FactPath, &'static Question)> {
    let parts = [
        ("alliance", Alliance::QUESTIONS),
        ("secretariat", Secretariat::QUESTIONS),
        ("setup", Setup::QUESTIONS),
        ("materials", Materials::QUESTIONS),
    ];
    let single = parts.into_iter().flat_map(|(part, questions)| {
        let asked = questions.iter().filter(|question| dossier.asks(question, None));
        asked.map(move |question| (FactPath::new(format!("{part}/{}", question.key)), question))
    });
    let members = dossier.members.iter().flat_map(|member| {
        let asked = Member::QUESTIONS.iter().filter(|question| dossier.asks(question, Some(member)));
        asked.map(|question| (member.path(question.key), question))
    });
    single.chain(members).collect()
}

fn put(dossier: &mut Dossier, path: &FactPath, typed: &str) {
    dossier.fact_mut(path).unwrap_or_else(|| panic!("{path} leads to no fact")).put(typed);
}

/// Answers what an outcome says is missing, as the sample answers it.
fn answer(dossier: &mut Dossier, outcome: &Outcome) {
    let sample = sample();
    for path in &outcome.missing {
        if path.text() == "members" {
            dossier.members = sample.members.clone();
            continue;
        }
        let state = dossier.fact(path).unwrap_or_else(|| panic!("{path} leads to no fact")).state();
        let open = state != FactState::Given || dossier.fact(path).unwrap().text() == "unsure";
        assert!(open, "{}: {path} is answered already", outcome.rule.id);
        let answer = sample.fact(path).unwrap_or_else(|| panic!("{path} leads to no fact of the sample")).text();
        put(dossier, path, &answer);
    }
}

/// Holds that answering what each open outcome misses settles it. A role may bring new questions with it, so that a
/// second round can be needed.
fn holds_that_answers_settle(dossier: &Dossier) {
    for outcome in assessed(dossier).outcomes.iter().filter(|outcome| outcome.verdict == Verdict::Unknown) {
        let mut answered = dossier.clone();
        let mut open = outcome.clone();
        for _ in 0..3 {
            assert!(!open.missing.is_empty(), "{} names nothing", open.rule.id);
            assert!(!open.reasons.is_empty() && !open.remedies.is_empty(), "{} says nothing", open.rule.id);
            answer(&mut answered, &open);
            let outcomes = assessed(&answered).outcomes;
            match outcomes.into_iter().find(|outcome| outcome.rule.id == open.rule.id) {
                Some(still) if still.verdict == Verdict::Unknown => open = still,
                _ => break,
            }
        }
        let last = assessed(&answered).outcomes.into_iter().find(|outcome| outcome.rule.id == open.rule.id);
        assert!(last.is_none_or(|last| last.verdict != Verdict::Unknown), "{} stays open: {open:#?}", open.rule.id);
    }
}

#[test]
fn every_requirement_of_an_empty_dossier_is_open_and_answers_settle_it() {
    let dossier = Dossier::default();
    for outcome in assessed(&dossier).outcomes {
        assert_eq!(outcome.verdict, Verdict::Unknown, "{}", outcome.rule.id);
    }
    holds_that_answers_settle(&dossier);
}

#[test]
fn each_fact_blanked_in_turn_is_what_the_open_requirements_miss() {
    let sample = sample();
    let mut opened = 0;
    for (path, _) in asked(&sample) {
        let mut dossier = sample.clone();
        put(&mut dossier, &path, "");
        for outcome in assessed(&dossier).outcomes {
            match outcome.verdict {
                Verdict::Met => assert!(outcome.missing.is_empty(), "{path}: {}", outcome.rule.id),
                Verdict::Unmet => panic!("{path}: {} takes a blank for no", outcome.rule.id),
                Verdict::Unknown => {
                    assert_eq!(outcome.missing, std::slice::from_ref(&path), "{}", outcome.rule.id);
                    opened += 1;
                }
            }
        }
    }
    assert!(opened > 50, "only {opened} verdicts depend on a fact of the sample");
}

#[test]
fn not_sure_leaves_open_what_a_blank_leaves_open() {
    let sample = sample();
    let verdicts = |typed: &str, path: &FactPath| {
        let mut dossier = sample.clone();
        put(&mut dossier, path, typed);
        assessed(&dossier).outcomes.iter().map(|outcome| outcome.verdict).collect::<Vec<_>>()
    };
    for (path, question) in asked(&sample) {
        if matches!(question.kind, Kind::Choice(options) if options.iter().any(|(code, _)| *code == "unsure")) {
            assert_eq!(verdicts("unsure", &path), verdicts("", &path), "{path}");
        }
    }
}

#[test]
fn every_fact_that_an_outcome_used_is_a_fact() {
    for dossier in [sample(), Dossier::default()] {
        for outcome in assessed(&dossier).outcomes {
            assert!(!outcome.facts.is_empty() || !outcome.missing.is_empty(), "{}", outcome.rule.id);
            for path in outcome.facts.iter().chain(outcome.missing.clone()) {
                let leads = path.section().is_some()
                    && (!path.text().contains('/')
                        || dossier.fact(&path).is_some()
                        || path.text().starts_with("charter/"));
                assert!(leads, "{}: {path}", outcome.rule.id);
            }
        }
    }
}

#[test]
fn only_what_is_open_names_missing_facts_and_only_what_is_met_needs_no_remedy() {
    for dossier in [sample(), Dossier::default()] {
        for outcome in assessed(&dossier).outcomes {
            assert_eq!(outcome.verdict == Verdict::Unknown, !outcome.missing.is_empty(), "{}", outcome.rule.id);
            assert_eq!(outcome.verdict == Verdict::Met, outcome.remedies.is_empty(), "{}", outcome.rule.id);
        }
    }
}

#[test]
fn ten_thousand_members_are_assessed() {
    let mut dossier = sample();
    let row = dossier.members.last().cloned().unwrap();
    for number in dossier.members.len()..10_000 {
        let mut member = row.clone();
        member.id = format!("row-{number}");
        member.name = jiemeng::dossier::Answer::typed(&format!("样例第{number}号合作社"));
        member.uscc = jiemeng::dossier::Answer::Blank;
        dossier.members.push(member);
    }
    let assessment = assessed(&dossier);
    assert_eq!(assessment.eligible(), Verdict::Met);
    assert_eq!(assessment.materials.iter().map(|item| item.needs.len()).max(), Some(20_002));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_is_left_open_or_unreadable_is_named_and_never_taken_for_no(
        holes in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..60),
    ) {
        let mut dossier = sample();
        let facts = asked(&dossier);
        for (hole, unreadable) in holes {
            let (path, question) = hole.get(&facts);
            let words = matches!(question.kind, Kind::Text | Kind::Prose);
            put(&mut dossier, path, if unreadable && !words { "？？" } else { "" });
        }
        for outcome in assessed(&dossier).outcomes {
            prop_assert_ne!(outcome.verdict, Verdict::Unmet, "{}: {:#?}", outcome.rule.id, outcome.reasons);
        }
        holds_that_answers_settle(&dossier);
    }

    #[test]
    fn whatever_is_typed_anywhere_is_assessed(
        typed in prop::collection::vec(("(\\PC{0,40}|[\\x00-\\x{2FF}<>&\\n]{0,20}|[0-9]{0,12}|yes|no|unsure)", any::<prop::sample::Index>()), 1..20),
        day in 0i64..80_000,
    ) {
        let mut dossier = sample();
        let facts = asked(&dossier);
        for (typed, place) in &typed {
            put(&mut dossier, &place.get(&facts).0, typed);
        }
        let day = NaiveDate::from_ymd_opt(1899, 1, 1).unwrap() + chrono::TimeDelta::days(day);
        let assessment = assess(&dossier, day);
        prop_assert_eq!(assessment.materials.len(), 8);
        prop_assert!(assessment.findings.is_sorted_by_key(|finding| finding.severity));
        prop_assert_eq!(&assess(&dossier, day), &assessment, "the same dossier and day give the same assessment");
    }
}
