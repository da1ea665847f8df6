//! The dossier as a whole: the sample, the way to JSON and back, and what a file may hold.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::identifiers::EntityClass;

/// Every fact of the dossier that has a question, with its path.
fn facts(dossier: &Dossier) -> Vec<(FactPath, &'static Question, Option<&Member>)> {
    let parts = [
        ("alliance", Alliance::QUESTIONS),
        ("secretariat", Secretariat::QUESTIONS),
        ("setup", Setup::QUESTIONS),
        ("materials", Materials::QUESTIONS),
    ];
    let single = parts.into_iter().flat_map(|(part, questions)| {
        questions.iter().map(move |question| (FactPath::new(format!("{part}/{}", question.key)), question, None))
    });
    let members = dossier.members.iter().flat_map(|member| {
        Member::QUESTIONS.iter().map(move |question| (member.path(question.key), question, Some(member)))
    });
    single.chain(members).collect()
}

mod the_sample {
    use super::*;

    #[test]
    fn reads_and_stands_in_the_form_the_program_writes() {
        let written = format!("{}\n", Dossier::from_json(SAMPLE).unwrap().to_json());
        let differing = written.lines().zip(SAMPLE.lines()).find(|(written, stored)| written != stored);
        assert_eq!(differing, None);
        assert_eq!(written.len(), SAMPLE.len());
    }

    #[test]
    fn answers_every_question_that_is_asked_and_no_other() {
        let sample = sample();
        for (path, question, member) in facts(&sample) {
            let expected = if sample.asks(question, member) { FactState::Given } else { FactState::Blank };
            assert_eq!(sample.fact(&path).unwrap().state(), expected, "{path}");
        }
    }

    #[test]
    fn has_twelve_members_of_nine_classes() {
        let sample = sample();
        let classes: BTreeSet<EntityClass> =
            sample.members.iter().filter_map(|member| member.uscc.given()).map(|uscc| uscc.class()).collect();
        assert_eq!(sample.members.len(), 12);
        assert_eq!(
            classes.into_iter().collect::<Vec<_>>(),
            [
                EntityClass::PublicInstitution,
                EntityClass::LawFirm,
                EntityClass::SocialOrganisation,
                EntityClass::PrivateNonEnterprise,
                EntityClass::Foundation,
                EntityClass::Enterprise,
                EntityClass::IndividualBusiness,
                EntityClass::FarmersCooperative,
                EntityClass::CollectiveEconomic,
            ]
        );
    }

    #[test]
    fn names_no_real_unit_and_gives_no_number_or_address_that_could_be_anybodys() {
        for member in sample().members {
            let name = member.name.given().unwrap().as_str().to_owned();
            assert!(["示例", "样例", "甲乙丙"].iter().any(|word| name.contains(word)), "{name}");
            assert!(member.contact_email.text().ends_with("@example.com"), "{name}");
            // No local number begins with 0.
            assert!(member.contact_phone.text().contains("-0000"), "{name}");
            assert!(member.uscc.given().unwrap().organisation_code().starts_with("YLDW"), "{name}");
        }
    }

    #[test]
    fn counts_in_its_words_what_its_members_hold() {
        let sample = sample();
        let total = |key: &str| -> u32 {
            sample.members.iter().map(|member| member.fact(key).unwrap().text().parse::<u32>().unwrap()).sum()
        };
        let words = sample.alliance.ip_advantage.text();
        for (key, before) in [
            ("invention_patents", "发明专利"),
            ("utility_models", "实用新型专利"),
            ("designs", "外观设计专利"),
            ("pct_applications", "PCT申请"),
            ("trademarks", "注册商标"),
            ("geographical_indications", "地理标志"),
            ("plant_varieties", "植物新品种权"),
            ("software_copyrights", "软件著作权"),
        ] {
            let counted = format!("{before}{}件", total(key));
            assert!(words.contains(&counted), "{counted}");
        }
        let standards = Member::QUESTIONS
            .iter()
            .filter(|question| question.key.starts_with("standards_") && question.kind == Kind::Count);
        let counted = format!("标准{}项", standards.map(|question| total(question.key)).sum::<u32>());
        assert!(words.contains(&counted), "{counted}");
    }
}

mod json {
    use super::*;

    #[test]
    fn fields_of_a_later_version_survive_wherever_they_stand() {
        let mut value: Value = serde_json::from_str(SAMPLE).unwrap();
        value["attachments"] = json!([{
            "id": "a1", "member": "m01", "name": "执照.pdf", "media_type": "pdf", "size": 3, "crc32": 4, "sha256": "00", "later": 1
        }]);
        value["charter"]["own"] = json!([{ "id": "c1", "chapter": 2, "text": "本条", "later": [1] }]);
        for pointer in ["", "/alliance", "/members/0", "/secretariat", "/setup", "/charter", "/materials"] {
            value.pointer_mut(pointer).unwrap()["later"] = json!({ "kept": ["as", 1, true, null, 1.5] });
        }
        let dossier = Dossier::from_json(&value.to_string()).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&dossier.to_json()).unwrap(), value);
    }

    #[test]
    fn a_number_of_a_later_version_stays_the_same_to_its_last_bit() {
        let digits = "0.00032958984375000000000000000000000000000000000000000000000000000000000000001";
        for number in [digits, "31.245270191439438", "121.48791951161945", "1.2e-310", "18446744073709551615"] {
            let json = format!(r#"{{"format":"jiemeng-dossier","version":1,"later":{number}}}"#);
            let once = Dossier::from_json(&json).unwrap();
            assert_eq!(once.extra["later"].as_f64(), number.parse().ok(), "{number}");
            assert_eq!(Dossier::from_json(&once.to_json()).unwrap(), once, "{number}");
        }
    }

    #[test]
    fn numbers_booleans_and_null_are_taken_as_answers() {
        let dossier = Dossier::from_json(
            r#"{"format":"jiemeng-dossier","version":1,"alliance":{"budget":150,"name":null},
                "secretariat":{"full_time_staff":-1},"setup":{"plan_made":true,"rules_drafted":false}}"#,
        )
        .unwrap();
        assert_eq!(dossier.alliance.budget.text(), "150");
        assert!(dossier.alliance.name.is_blank());
        assert_eq!(dossier.secretariat.full_time_staff, Answer::Unread("-1".to_owned()));
        assert_eq!(dossier.setup.plan_made.given(), Some(&YesNo::Yes));
        assert_eq!(dossier.setup.rules_drafted.given(), Some(&YesNo::No));
    }

    #[test]
    fn a_file_that_is_no_dossier_is_refused_with_its_cause() {
        let error = |json: &str| Dossier::from_json(json).unwrap_err();
        assert!(matches!(error(""), ReadError::NotJson(_)));
        assert!(matches!(error(&SAMPLE.chars().take(5_000).collect::<String>()), ReadError::NotJson(_)));
        for foreign in ["[]", "null", "7", r#"{"format":"other","version":1}"#, r#"{"version":1}"#] {
            assert_eq!(error(foreign), ReadError::Foreign, "{foreign}");
        }
        assert_eq!(error(r#"{"format":"jiemeng-dossier","version":2}"#), ReadError::Newer(2));
        for damaged in [
            r#"{"format":"jiemeng-dossier"}"#,
            r#"{"format":"jiemeng-dossier","version":"1"}"#,
            r#"{"format":"jiemeng-dossier","version":1,"members":{}}"#,
            r#"{"format":"jiemeng-dossier","version":1,"alliance":{"name":["a"]}}"#,
        ] {
            assert!(matches!(error(damaged), ReadError::Damaged(_)), "{damaged}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_mistake() {
        assert_eq!(Dossier::from_json(&format!("\u{feff}{SAMPLE}")), Ok(sample()));
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_into_any_fact_comes_back_letter_by_letter_or_in_its_canonical_form(
        typed in "(\\PC{0,24}|[\\x00-\\x{2FF}\\n]{0,12})", pick in any::<prop::sample::Index>(),
    ) {
        let mut dossier = sample();
        let paths: Vec<FactPath> = facts(&dossier).into_iter().map(|(path, ..)| path).collect();
        let path = pick.get(&paths);
        dossier.fact_mut(path).unwrap().put(&typed);

        let text = dossier.fact(path).unwrap().text();
        match dossier.fact(path).unwrap().state() {
            FactState::Blank => prop_assert!(typed.trim().is_empty()),
            FactState::Unread(_) => prop_assert_eq!(&text, &typed),
            FactState::Given => {
                let mut again = sample();
                again.fact_mut(path).unwrap().put(&text);
                prop_assert_eq!(&again, &dossier, "the canonical form reads back");
            }
        }
        prop_assert_eq!(Dossier::from_json(&dossier.to_json()), Ok(dossier));
    }

    #[test]
    fn no_file_panics(text in "(\\PC{0,60}|\\{\"format\":\"jiemeng-dossier\",\"version\":1,\\PC{0,40}\\})") {
        let _ = Dossier::from_json(&text).map_err(|error| error.message());
    }
}

#[test]
fn members_and_files_of_one_id_are_told_apart_and_nothing_is_lost() {
    let file = |id: &str, member: &str, sum: &str| {
        format!(
            r#"{{"id":"{id}","member":"{member}","name":"{sum}.pdf","media_type":"pdf","size":1,"crc32":1,"sha256":"{sum}"}}"#
        )
    };
    let json = format!(
        r#"{{"format":"jiemeng-dossier","version":1,
            "members":[{{"id":"m1","name":"甲"}},{{"id":"m1","name":"乙"}},{{"name":"丙"}},{{"id":"a/b","name":"丁"}},{{"id":"m2","name":"戊"}}],
            "attachments":[{},{},{}]}}"#,
        file("f", "m1", "1"),
        file("f", "a/b", "2"),
        file("g", "", "3"),
    );
    let dossier = Dossier::from_json(&json).unwrap();
    let members: Vec<(&str, String)> =
        dossier.members.iter().map(|member| (member.id.as_str(), member.name.text())).collect();
    let expected = [("m1", "甲"), ("m3", "乙"), ("m4", "丙"), ("m5", "丁"), ("m2", "戊")];
    assert_eq!(members, expected.map(|(id, name)| (id, name.to_owned())));
    let files: Vec<(&str, Option<&str>)> =
        dossier.attachments.iter().map(|file| (file.id.as_str(), file.member.as_deref())).collect();
    assert_eq!(files, [("f", Some("m1")), ("a1", Some("m5")), ("g", Some("m4"))]);
    assert_eq!(Dossier::from_json(&dossier.to_json()).unwrap(), dossier);
    for member in &dossier.members {
        assert!(dossier.fact(&member.path("name")).is_some());
    }
}

#[test]
fn there_is_room_for_as_many_members_as_are_taken() {
    let mut dossier = Dossier::default();
    assert_eq!(dossier.room_for_members(), MOST_MEMBERS);
    dossier.members = vec![Member::default(); MOST_MEMBERS - 1].into();
    assert_eq!(dossier.room_for_members(), 1);
    dossier.members = vec![Member::default(); MOST_MEMBERS + 1].into();
    assert_eq!(dossier.room_for_members(), 0);
}
