//! The table of members over the sample and over small lists.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::checks::assess;
use crate::dossier::{Dossier, Fact, Member, sample};
use crate::language::Language;

fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 7, 1).unwrap()
}

fn edited(edits: &[(&str, &str)]) -> Dossier {
    let mut dossier = sample();
    for (path, typed) in edits {
        dossier.fact_mut(&(*path).into()).unwrap().put(typed);
    }
    dossier
}

fn ids(dossier: &Dossier, view: &View) -> Vec<String> {
    let concerns = concerns(&assess(dossier, day()));
    let places = view.places(dossier, &concerns, Ord::cmp);
    places.iter().map(|place| dossier.members[*place].id.clone()).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn listed(names: &[&str]) -> Dossier {
    let member = |name: &&str| Member {
        id: (*name).to_owned(),
        name: crate::dossier::Text::from(*name).into(),
        ..Member::default()
    };
    let mut dossier = Dossier::default();
    dossier.members = names.iter().map(member).collect();
    dossier
}

fn order(dossier: &Dossier) -> String {
    dossier.members.iter().map(|member| member.id.as_str()).collect()
}

#[test]
fn every_column_holds_a_fact_that_is_asked_for() {
    for column in COLUMNS {
        assert!(column.question().is_some(), "{}", column.key);
    }
}

#[test]
fn a_cell_shows_the_words_of_a_choice_and_says_what_could_not_be_read() {
    let dossier = edited(&[("members/m01/uscc", "9146"), ("members/m02/category", "某种单位")]);
    let text = |id: &str, key| {
        let cell = shown(dossier.member(id).unwrap(), key);
        (cell.text(Language::Zh).to_owned(), cell.is_unread)
    };
    assert_eq!(text("m01", "role"), ("理事长单位".to_owned(), false));
    assert_eq!(text("m01", "uscc"), ("9146".to_owned(), true));
    assert_eq!(text("m02", "category"), ("某种单位".to_owned(), true));
    assert!(!text("m01", "name").1);
}

#[test]
fn a_member_is_told_by_its_gravest_matter() {
    let state = |edits: &[(&str, &str)]| {
        let dossier = edited(edits);
        let concerns = concerns(&assess(&dossier, day()));
        Standing::of(&dossier, dossier.member("m05").unwrap(), &concerns).state()
    };
    assert_eq!(state(&[]), State::Complete);
    assert_eq!(state(&[("members/m05/contact_name", "")]), State::Incomplete);
    assert_eq!(state(&[("members/m05/contact_name", ""), ("members/m05/role", "chair")]), State::Problem);
}

#[test]
fn a_unit_is_found_by_name_code_and_contact_however_they_are_typed() {
    let dossier = sample();
    let third = dossier.member("m03").unwrap();
    let code = third.uscc.text().to_lowercase();
    let halves = format!("{} {}", &code[..9], &code[9..]);
    for sought in [third.name.text(), code, halves, third.contact_phone.text(), third.contact_email.text()] {
        let found = ids(&dossier, &View { find: format!(" {sought} "), ..View::default() });
        assert!(found.contains(&"m03".to_owned()), "{sought}");
        assert!(found.len() < dossier.members.len(), "{sought}");
    }
    assert_eq!(ids(&dossier, &View { find: "没有这样的单位".to_owned(), ..View::default() }), Vec::<String>::new());
}

#[test]
fn each_filter_lets_pass_what_its_words_say() {
    let dossier = edited(&[("members/m04/role", ""), ("members/m06/in_hainan", "unsure"), ("members/m07/address", "")]);
    let passing =
        |key, code: &str| ids(&dossier, &View { chosen: BTreeMap::from([(key, code.to_owned())]), ..View::default() });
    assert_eq!(passing("role", "chair"), ["m01"]);
    assert_eq!(passing("role", "-"), ["m04"]);
    assert_eq!(passing("in_hainan", "-"), ["m06"]);
    assert!(passing("standing", "incomplete").contains(&"m07".to_owned()));
    assert_eq!(passing("certificate", "missing").len() + passing("certificate", "there").len(), 12);
    assert_eq!(passing("role", "").len(), 12);
}

#[test]
fn the_options_of_the_filters_part_the_members_without_leaving_one_out() {
    let dossier = edited(&[("members/m04/role", ""), ("members/m06/in_hainan", "")]);
    for filter in filters() {
        let passing = |code: &str| {
            ids(&dossier, &View { chosen: BTreeMap::from([(filter.key, code.to_owned())]), ..View::default() }).len()
        };
        let sum: usize = filter.options.iter().map(|(code, _)| passing(code)).sum();
        assert_eq!(sum, dossier.members.len(), "{}", filter.key);
    }
}

#[test]
fn sorting_puts_blanks_last_either_way_and_leaves_the_dossier_alone() {
    let mut dossier = listed(&["丙", "甲", "乙"]);
    dossier.members[1].contact_name.put("b");
    dossier.members[2].contact_name.put("a");
    let mut view = View::default();
    let mut sorted = |by| {
        view.sort_by(by);
        ids(&dossier, &view).concat()
    };
    let by = SortBy::Fact("contact_name");
    assert_eq!([sorted(by), sorted(by), sorted(by)], ["乙甲丙", "甲乙丙", "丙甲乙"]);
    assert_eq!(order(&dossier), "丙甲乙");
}

#[test]
fn choices_are_sorted_in_the_order_in_which_they_are_offered() {
    let mut dossier = listed(&["a", "b", "c", "d"]);
    for (member, role) in dossier.members.iter_mut().zip(["member", "chair", "", "理事"]) {
        member.role.put(role);
    }
    let mut view = View::default();
    view.sort_by(SortBy::Fact("role"));
    assert_eq!(ids(&dossier, &view).concat(), "badc");
}

#[test]
fn a_fact_is_set_of_all_chosen_members_of_which_it_is_asked() {
    let mut dossier = sample();
    let question = |key: &str| Member::QUESTIONS.iter().find(|question| question.key == key).unwrap();
    assert_eq!(set_all(&mut dossier, &set(&["m03", "m04", "gone"]), question("role"), "council"), 2);
    assert_eq!(dossier.member("m03").unwrap().role.text(), "council");
    // Asked of the chair and the secretary-general unit only.
    assert_eq!(set_all(&mut dossier, &set(&["m01", "m05"]), question("good_standing"), "no"), 1);
    assert_eq!(
        dossier.member("m05").unwrap().good_standing.text(),
        sample().member("m05").unwrap().good_standing.text()
    );
    assert!(!settable(question("name")) && !settable(question("scope")) && settable(question("holdings_as_of")));
}

#[test]
fn deleting_takes_the_records_of_their_attachments_along() {
    let mut dossier = sample();
    let record = r#"{"id":"a1","member":"m02","name":"x.pdf","media_type":"pdf","size":1,"crc32":1,"sha256":"00"}"#;
    dossier.attachments.extend(serde_json::from_str::<crate::dossier::Attachment>(record));
    assert_eq!(dossier.attachments.len(), 1);
    delete(&mut dossier, &set(&["m02", "m12"]));
    assert_eq!((dossier.members.len(), dossier.attachments.len()), (10, 0));
}

#[test]
fn members_move_past_the_others_and_stop_at_the_ends() {
    let rows = [
        ("b", Move::Up, "bacd"),
        ("a", Move::Up, "abcd"),
        ("bc", Move::Up, "bcad"),
        ("ac", Move::Up, "acbd"),
        ("bd", Move::Down, "acbd"),
        ("cd", Move::Down, "abcd"),
        ("ab", Move::Down, "cabd"),
    ];
    for (chosen, way, wanted) in rows {
        let mut dossier = listed(&["a", "b", "c", "d"]);
        let chosen: BTreeSet<String> = chosen.chars().map(String::from).collect();
        shift(&mut dossier, &chosen, way);
        assert_eq!(order(&dossier), wanted, "{chosen:?} {way:?}");
    }
}

#[test]
fn a_block_is_copied_as_it_is_shown_and_pasted_where_it_is_told() {
    let dossier = sample();
    let range = Range::between((1, 3), (0, 2));
    assert_eq!(
        copy(&dossier, &[2, 0], &range, Language::En),
        copy(&dossier, &[2, 0], &Range::between((0, 2), (1, 3)), Language::En)
    );
    let text = copy(&dossier, &[2, 0], &range, Language::Zh);
    let words = |id: &str, key| shown(dossier.member(id).unwrap(), key).text(Language::Zh).to_owned();
    let row = |id| format!("{}\t{}", words(id, "category"), words(id, "role"));
    assert_eq!(text, format!("{}\r\n{}", row("m03"), row("m01")));
    let mut other = dossier.clone();
    let done = paste(&mut other, &[11], 2, &read_block(&text), || Some("new".to_owned()));
    assert_eq!(done, Pasted { cells: 4, added: 1, unread: 0 });
    assert_eq!(other.member("m12").unwrap().role, dossier.member("m03").unwrap().role);
    assert_eq!(other.member("new").unwrap().role, dossier.member("m01").unwrap().role);
}

#[test]
fn what_is_pasted_into_a_choice_is_read_in_a_rosters_words_and_else_kept() {
    let mut dossier = listed(&["a", "b"]);
    let block = read_block("高校\t理事\r\n某种单位\t\r\n");
    let done = paste(&mut dossier, &[0, 1], 2, &block, || None);
    assert_eq!(done, Pasted { cells: 4, added: 0, unread: 1 });
    assert_eq!(
        (dossier.members[0].category.text(), dossier.members[1].category.text()),
        ("university".into(), "某种单位".into())
    );
}

#[test]
fn rows_and_cells_beyond_the_table_stay_out_where_nobody_wants_them() {
    let mut dossier = listed(&["a"]);
    let block = vec![vec!["13800000000".to_owned(), "beyond".to_owned()]; 3];
    let done = paste(&mut dossier, &[0], COLUMNS.len() - 1, &block, || None);
    assert_eq!(done, Pasted { cells: 1, added: 0, unread: 0 });
    assert_eq!(dossier.members.len(), 1);
}

#[test]
fn who_still_has_to_sign_is_told_matter_by_matter() {
    let edits =
        [("members/m02/charter_signed", "no"), ("members/m03/charter_sealed", ""), ("members/m03/copy_stamped", "")];
    let due = due_of(&edited(&edits));
    assert_eq!(due[0], [false, false, true, false]);
    assert_eq!(due[1], [true, false, true, false]);
    assert_eq!(due[2], [false, true, true, true]);
    assert_eq!(progress(&due), ([11, 11, 0, 11], 0));
}

#[test]
fn a_copy_without_seal_is_told_and_holds_nobody_up() {
    let without_seal = [false, false, false, true];
    assert!(!owes(&without_seal) && owes(&[false, false, true, false]));
    assert_eq!(progress(&[without_seal]), ([1, 1, 1, 0], 1));
}

proptest! {
    #[test]
    fn a_copied_block_comes_back(cells in prop::collection::vec("[甲a\"\t\n ,]{0,5}", 1..8)) {
        let names: Vec<String> = (0..cells.len()).map(|at| at.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut dossier = listed(&names);
        for (member, cell) in dossier.members.iter_mut().zip(&cells) {
            member.name.put("x");
            member.legal_representative.put(cell);
        }
        let places: Vec<usize> = (0..cells.len()).collect();
        let range = Range { rows: 0..=cells.len() - 1, columns: 5..=6 };
        let text = copy(&dossier, &places, &range, Language::Zh);
        let mut other = listed(&names);
        paste(&mut other, &places, 5, &read_block(&text), || None);
        for (one, other) in dossier.members.iter().zip(&other.members) {
            prop_assert_eq!(one.legal_representative.text(), other.legal_representative.text());
        }
    }

    #[test]
    fn moving_keeps_every_member_and_the_order_of_the_chosen(chosen in prop::collection::vec(any::<bool>(), 1..9), up in any::<bool>()) {
        let names: Vec<String> = (0..chosen.len()).map(|at| at.to_string()).collect();
        let mut dossier = listed(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let ids: BTreeSet<String> = names.iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(name, _)| name.clone()).collect();
        shift(&mut dossier, &ids, if up { Move::Up } else { Move::Down });
        let moved: Vec<&String> = dossier.members.iter().map(|member| &member.id).filter(|id| ids.contains(*id)).collect();
        prop_assert!(moved.is_sorted());
        prop_assert_eq!(dossier.members.len(), names.len());
    }
}
