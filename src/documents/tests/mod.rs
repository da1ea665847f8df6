//! Every document, for the sample, the empty dossier and dossiers with gaps; every text, whatever its conditions decide.

mod combinations;
mod numbers;
mod proof;
mod sizes;
mod texts;

use std::collections::BTreeSet;

use super::*;
use crate::dossier::{Alliance, Answer, Fact, FactPath, Member, Role as Post, Secretariat, Setup, sample};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

fn all_texts(dossier: &Dossier) -> Vec<(&'static str, String)> {
    FILES.iter().map(|file| (file.stem, (file.compose)(dossier, today()).plain_text())).collect()
}

#[test]
fn each_document_reads_as_its_golden() {
    for file in FILES {
        for (name, dossier) in [("sample", sample()), ("empty", Dossier::default())] {
            let text = (file.compose)(&dossier, today()).plain_text();
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{}-{name}", file.stem), text);
            });
        }
    }
}

#[test]
fn the_roster_reads_as_its_golden() {
    let text = |value: &CellValue| match value {
        CellValue::Empty => String::new(),
        CellValue::Count(count) => format!("#{count}"),
        CellValue::Text(_) | CellValue::Blank(_) => value.plain_text().into_owned(),
    };
    let sheet = |sheet: &Sheet| {
        let heads: Vec<&str> = sheet.columns.iter().map(|column| column.title.as_str()).collect();
        let rows = sheet.rows.iter().map(|row| row.iter().map(text).collect::<Vec<_>>().join(" | "));
        let lines: Vec<String> = [sheet.name.clone(), heads.join(" | ")].into_iter().chain(rows).collect();
        lines.join("\n")
    };
    let workbooks =
        [("sample", roster(&sample())), ("empty", roster(&Dossier::default())), ("template", roster_template())];
    for (name, workbook) in workbooks {
        let text = workbook.sheets.iter().map(sheet).collect::<Vec<_>>().join("\n\n");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{ROSTER_STEM}-xlsx-{name}"), text);
        });
    }
}

mod the_documents {
    use super::*;

    #[test]
    fn have_distinct_paths_in_the_order_of_the_bundle() {
        let numbered: Vec<&str> = FILES.iter().map(|file| file.stem).filter(|stem| stem.starts_with('0')).collect();
        assert!(numbered.is_sorted());
        assert_eq!(FILES.iter().map(|file| file.stem).collect::<BTreeSet<_>>().len(), FILES.len());
    }

    #[test]
    fn answer_the_items_of_article_20() {
        let answered: BTreeSet<u8> = FILES.iter().filter_map(|file| file.item).collect();
        assert_eq!(answered, BTreeSet::from([1, 2, 3, 5, 6, 7, 8]));
    }

    #[test]
    fn of_the_sample_have_no_blank() {
        for (stem, text) in all_texts(&sample()) {
            assert!(!text.contains("待填"), "{stem}: {text}");
        }
    }

    #[test]
    fn of_any_dossier_leave_no_mark_of_the_texts_behind() {
        for dossier in [sample(), Dossier::default()] {
            for (stem, text) in all_texts(&dossier) {
                for mark in ["【插入", "\u{FFFF}", "{", "}", "[if", "[end]", "[else]"] {
                    assert!(!text.contains(mark), "{stem}: {mark}");
                }
            }
        }
    }

    #[test]
    fn that_list_the_members_list_all_of_them() {
        let sample = sample();
        for (stem, text) in all_texts(&sample) {
            if ["00", "01", "06", "07", "08"].iter().any(|number| stem.starts_with(number)) {
                for member in &sample.members {
                    let name = member.name.given().unwrap().as_str();
                    assert!(text.contains(name), "{stem} does not name {name}");
                }
            }
        }
    }

    #[test]
    fn of_one_unit_in_both_offices_tell_of_it_once() {
        let mut dossier = sample();
        dossier.members[0].role = Post::ChairAndSecretary.into();
        dossier.members[1].role = Post::Member.into();
        let profiles = profiles(&dossier, today()).plain_text();
        assert!(profiles.starts_with("# 理事长单位兼秘书长单位简介\n"));
        assert_eq!(profiles.matches("近三年经营状况").count(), 1);
        assert!(report(&dossier, today()).plain_text().contains("担任理事长单位兼秘书长单位"));
        assert!(application(&dossier, today()).plain_text().contains("与理事长单位为同一单位"));
    }

    #[test]
    fn count_the_ways_a_vote_may_end() {
        for (figures, present, wanted) in [
            (["12", "0", "0"], "12", "一致通过"),
            (["11", "0", "0"], "12", "赞成票过半数，表决通过"),
            (["7", "3", "2"], "12", "赞成票过半数，表决通过"),
            (["6", "0", "6"], "12", "〔待填：联盟章程的表决结论〕"),
            (["5", "3", "4"], "12", "〔待填：联盟章程的表决结论〕"),
            (["14", "0", "0"], "6", "〔待填：联盟章程的表决结论〕"),
            (["5", "5", "2"], "12", "赞成票不多于反对票，未获通过"),
            (["0", "0", "0"], "0", "赞成票不多于反对票，未获通过"),
            (["12", "", "0"], "12", "〔待填：联盟章程的表决结论〕"),
        ] {
            let mut dossier = sample();
            let setup = &mut dossier.setup;
            let [votes, against, abstained] = figures.map(Answer::typed);
            (setup.charter_for, setup.charter_against, setup.charter_abstained) = (votes, against, abstained);
            setup.units_present = Answer::typed(present);
            let minutes = minutes(&dossier, today()).plain_text();
            assert!(minutes.contains(&format!("票，{wanted}。")), "{figures:?}: {minutes}");
        }
    }

    #[test]
    fn call_the_charter_adopted_only_where_the_votes_say_so() {
        let cases = [
            ("12", "（2026年5月22日首次联盟成员代表大会表决通过）"),
            ("", "（草案，〔待填：首次联盟成员代表大会对章程的表决结论〕）"),
            ("0", "（草案，未经首次联盟成员代表大会表决通过）"),
        ];
        for (votes, wanted) in cases {
            let mut dossier = sample();
            dossier.setup.charter_for.put(votes);
            let charter = charter(&dossier, today()).plain_text();
            assert!(charter.lines().take(4).any(|line| line.contains(wanted)), "{charter}");
        }
    }

    #[test]
    fn say_of_an_unmet_condition_no_word_that_it_is_met() {
        let mut dossier = sample();
        dossier.members.truncate(9);
        let report = report(&dossier, today()).plain_text();
        assert!(!report.contains("不少于10家”的规定"), "{report}");
        assert!(report.contains("〔待填：第十六条第（二）项的结论，现有情况尚不符合〕"));
        assert!(report.contains("〔待填：结论，现有情况尚不符合〕"));
        assert!(application(&dossier, today()).plain_text().contains("服务机构等加入联盟 | 尚不符合 |"));
        assert!(self_evaluation(&dossier, today()).plain_text().contains("现有情况下不宜申请备案"));
    }

    #[test]
    fn take_any_words_a_founder_may_type() {
        let mut dossier = sample();
        for words in ["㛃𠮷喆", "=1+1", "<b>{alliance/name}</b>\n[end]", "【插入：主要任务】", &"长".repeat(5000)]
        {
            dossier.alliance.name.put(words);
            dossier.alliance.background.put(words);
            dossier.members[3].name.put(words);
            for (stem, text) in all_texts(&dossier) {
                assert!(!text.is_empty(), "{stem}");
            }
            assert!(report(&dossier, today()).plain_text().contains(words.lines().next().unwrap()));
        }
    }
}

mod a_missing_fact {
    use super::*;

    /// Facts that no document prints, by their part and key: what they decide is said elsewhere.
    const UNPRINTED: [&str; 2] = ["members/m01/willing", "members/m01/good_faith"];

    /// The facts that must be given, and with them the documents stand without a blank.
    fn required() -> Vec<FactPath> {
        let parts =
            [("alliance", Alliance::QUESTIONS), ("secretariat", Secretariat::QUESTIONS), ("setup", Setup::QUESTIONS)];
        let sample = sample();
        let single = parts.into_iter().flat_map(|(part, questions)| {
            let asked = questions.iter().filter(|question| !question.optional && sample.asks(question, None));
            asked.map(move |question| FactPath::new(format!("{part}/{}", question.key)))
        });
        let chair =
            Member::QUESTIONS.iter().filter(|question| !question.optional && !question.key.starts_with("charter_"));
        single.chain(chair.map(|question| FactPath::member("m01", question.key))).collect()
    }

    #[test]
    fn prints_visibly_somewhere() {
        for path in required().into_iter().filter(|path| !UNPRINTED.contains(&path.text().as_ref())) {
            let mut dossier = sample();
            dossier.fact_mut(&path).unwrap().put("");
            let says_so = |file: &File| (file.compose)(&dossier, today()).plain_text().contains("〔待填：");
            assert!(FILES.iter().any(says_so), "{path} is missing and no document says so");
        }
    }

    #[test]
    fn is_called_by_words_not_by_its_key() {
        for (stem, text) in all_texts(&Dossier::default()) {
            for blank in text.split("〔待填：").skip(1) {
                let label = blank.split('〕').next().unwrap();
                assert!(!label.contains('/') && !label.ends_with('吗') && !label.is_empty(), "{stem}: {label}");
            }
        }
    }

    #[test]
    fn is_as_good_as_missing_when_it_was_typed_but_cannot_be_read() {
        let mut dossier = sample();
        dossier.setup.meeting_on.put("去年夏天");
        assert!(minutes(&dossier, today()).plain_text().contains("会议时间：〔待填：首次联盟成员代表大会日期〕"));
    }
}

#[test]
fn nothing_is_called_ready_whose_document_shows_a_blank() {
    let lists = |dossier: &Dossier| {
        [catalogue, application, self_evaluation].map(|compose| compose(dossier, today()).plain_text())
    };
    for text in lists(&sample()) {
        assert!(!text.contains("处待填"), "{text}");
    }
    // Of a member that leads nothing: the charter's signature and nothing else.
    let mut dossier = sample();
    dossier.fact_mut(&FactPath::member("m03", "legal_representative")).unwrap().put("");
    for text in lists(&dossier) {
        assert_eq!(text.matches("文书中有1处待填").count(), 1, "{text}");
    }
    assert!(catalogue(&dossier, today()).plain_text().contains("已盖章12家；文书中有1处待填"));
}
