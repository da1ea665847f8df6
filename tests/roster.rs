//! The roster goes out as a workbook and comes back: every fact that a member's row carries is the same again.

#![cfg(test)]

use jiemeng::documents::{roster, roster_template};
use jiemeng::dossier::roster::{Note, Outcome, Target, from_rows};
use jiemeng::dossier::{Dossier, Fact, Kind, Member, Question, sample};
use jiemeng::identifiers::Uscc;
use jiemeng::{render, spreadsheet};
use proptest::prelude::*;

/// The members that a workbook gives, taken into a dossier, and the keys of the facts it has columns for.
fn taken(file: &[u8], mut into: Dossier) -> (Dossier, Vec<&'static str>) {
    let sheets = spreadsheet::read(file).unwrap();
    let read = sheets.into_iter().map(|sheet| from_rows(sheet.rows)).max_by_key(jiemeng::dossier::roster::Sheet::known);
    let read = read.unwrap();
    let keys = read.columns().iter().filter_map(|column| match column.target {
        Target::Fact(key) => Some(key),
        Target::Number | Target::Unknown => None,
    });
    let keys = keys.collect();
    let mut ids = (1..).map(|number| format!("t{number}"));
    read.preview(&into).apply(&mut into, || ids.next().unwrap());
    (into, keys)
}

fn text(member: &Member, key: &str) -> String {
    member.fact(key).map(Fact::text).unwrap_or_default()
}

#[test]
fn the_roster_of_the_sample_comes_back_with_every_fact_it_has_a_column_for() {
    let file = render::xlsx(&roster(&sample())).unwrap();
    let (read, keys) = taken(&file, Dossier::default());
    assert_eq!(keys.len(), 16);
    assert_eq!(read.members.len(), sample().members.len());
    for (member, original) in read.members.iter().zip(&sample().members) {
        for key in &keys {
            assert_eq!(text(member, key), text(original, key), "{key}");
        }
    }
}

#[test]
fn the_roster_taken_into_the_dossier_it_came_from_changes_nothing() {
    let file = render::xlsx(&roster(&sample())).unwrap();
    assert_eq!(taken(&file, sample()).0, sample());
}

#[test]
fn the_template_has_a_column_for_every_fact_of_the_roster_and_no_member() {
    let (read, keys) = taken(&render::xlsx(&roster_template()).unwrap(), Dossier::default());
    assert_eq!((read, keys.len()), (Dossier::default(), 16));
}

#[test]
fn numbers_that_a_spreadsheet_shortened_are_told_and_those_it_did_not_are_read() {
    let head = ["单位名称", "统一社会信用代码", "联系人电话"].map(str::to_owned).to_vec();
    let title = vec!["海南××联盟成员单位名单".to_owned()];
    let row = ["甲公司", "9.14601E+17", "13876000000"].map(str::to_owned).to_vec();
    let sheet = from_rows(vec![title, vec![], head, row]);
    let plan = sheet.preview(&Dossier::default());
    assert_eq!(sheet.titles().collect::<Vec<_>>(), ["海南××联盟成员单位名单"]);
    assert_eq!((plan.rows.len(), plan.rows[0].number), (1, 4));
    assert_eq!(plan.rows[0].outcome, Outcome::New);
    assert_eq!(plan.rows[0].notes, [Note::Rounded { key: "uscc" }]);
}

/// What somebody may have answered to a question, blank too.
fn answer(question: &'static Question) -> BoxedStrategy<String> {
    let given = match question.kind {
        Kind::Choice(options) => {
            let codes: Vec<String> = options.iter().map(|(code, _)| (*code).to_owned()).collect();
            prop::sample::select(codes).boxed()
        }
        Kind::Uscc => (0..10_000_u32).prop_map(code).boxed(),
        Kind::Phone => prop::sample::select(vec!["13800000000", "0898-65332211转801", "400-123-4567", "+852 21234567"])
            .prop_map(str::to_owned)
            .boxed(),
        Kind::Email => "[a-z]{1,8}@[a-z]{2,8}\\.cn".boxed(),
        _ => prop_oneof![
            "\\PC{1,24}",
            prop::sample::select(vec![
                "=1+1",
                "1E5",
                "007",
                "TRUE",
                "_x0041_",
                "2026-06-15",
                "#REF!",
                "+86",
                "&amp;",
                "㛃𠮷喆🌴"
            ])
            .prop_map(str::to_owned),
        ]
        .boxed(),
    };
    prop_oneof![4 => given, 1 => Just(String::new())].boxed()
}

fn code(number: u32) -> String {
    Uscc::with_check_digits("91460100", &format!("MA5T{number:04}")).unwrap().to_string()
}

/// A member with an answer to every question of the roster; its name is its own.
fn member(place: usize) -> impl Strategy<Value = Member> {
    let keys = taken(&render::xlsx(&roster_template()).unwrap(), Dossier::default()).1;
    let asked: Vec<&Question> = Member::QUESTIONS.iter().filter(|question| keys.contains(&question.key)).collect();
    let answers: Vec<_> = asked.iter().map(|question| answer(question)).collect();
    answers.prop_map(move |answers| {
        let mut member = Member::default();
        for (question, answer) in asked.iter().zip(answers) {
            let answer = match question.key {
                "name" => format!("{place}{answer}"),
                // No two members have the same code.
                "uscc" if !answer.is_empty() => code(place as u32),
                _ => answer,
            };
            member.fact_mut(question.key).unwrap().put(answer.trim());
        }
        member
    })
}

/// What a workbook carries of a fact: 不确定 settles nothing, and no document says so.
fn carried(member: &Member, key: &str) -> String {
    match text(member, key) {
        unsure if unsure == "unsure" => String::new(),
        gap if gap.starts_with("〔待填：") => String::new(),
        said => said,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_roster_comes_back_as_it_went(members in (member(1), member(2), member(3))) {
        let mut dossier = Dossier::default();
        dossier.members = <[Member; 3]>::from(members).into();
        let (read, keys) = taken(&render::xlsx(&roster(&dossier)).unwrap(), Dossier::default());
        prop_assert_eq!(read.members.len(), dossier.members.len());
        for (member, original) in read.members.iter().zip(&dossier.members) {
            for key in &keys {
                prop_assert_eq!(text(member, key), carried(original, key), "{}", key);
            }
        }
    }
}
