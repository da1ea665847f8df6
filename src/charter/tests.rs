//! The model holds what it promises, and no draft breaks it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::library::read_chapter;
use super::*;
use crate::dossier::{CharterDraft, Dossier, OwnClause, sample};
use crate::measures::Citation;
use crate::template::{Facts, Span, Template, Words};

fn plain(words: &Words) -> String {
    let span = |span: &Span| match span {
        Span::Words(words) => words.clone(),
        Span::Missing(missing) => format!("〔待填：{}〕", missing.label),
    };
    words.iter().map(span).collect()
}

fn printed(charter: &Charter) -> String {
    let mut text = String::new();
    for chapter in &charter.chapters {
        text.push_str(&format!("{}　{}\n", chapter.label(), chapter.title.zh));
        for article in &chapter.articles {
            text.push_str(&format!("{}　", article.label()));
            text.push_str(&article.paragraphs.iter().map(plain).collect::<Vec<_>>().join("\n　　"));
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn with(choices: &[(&str, &str)]) -> Dossier {
    let mut dossier = sample();
    dossier.charter.choices = choices.iter().map(|(id, option)| ((*id).to_owned(), (*option).to_owned())).collect();
    dossier
}

#[test]
fn every_file_of_the_library_reads() {
    for (number, file) in (1..).zip(library::FILES) {
        assert_eq!(read_chapter(number, file).map(|chapter| chapter.number), Ok(number));
    }
    assert_eq!(chapters().len(), 9);
    assert!(assemble(&sample()).articles().count() >= 45);
}

#[test]
fn a_fault_in_a_file_is_named_with_its_line() {
    let fault = |file| read_chapter(1, file).unwrap_err().to_string();
    assert_eq!(fault("@clause a\n"), "chapter 1, line 1: @chapter");
    assert_eq!(fault("@chapter 甲 | A\n\n@clause a\n@title 乙\n@answers 第一条\n丙\n"), "chapter 1, line 4: @title");
    assert!(
        fault("@chapter 甲 | A\n\n@clause a\n@title 乙 | B\n@answers 第九十条\n丙\n").starts_with("chapter 1, line 5")
    );
    assert!(
        fault("@chapter 甲 | A\n\n@clause a\n@title 乙 | B\n@answers 第一条\n丙\n{\n").starts_with("chapter 1, line 7")
    );
}

#[test]
fn ids_are_unique() {
    let mut seen = BTreeSet::new();
    for id in clauses().map(|clause| clause.id) {
        assert!(seen.insert(id), "{id}");
    }
    for clause in clauses() {
        assert!(clause.answers.iter().all(|citation| citation.resolve().is_some()), "{}", clause.id);
        assert!(!clause.title.zh.is_empty() && !clause.title.en.is_empty());
    }
}

#[test]
fn each_chapter_answers_its_item_of_article_18() {
    for chapter in chapters() {
        let item = Citation::item(18, chapter.number);
        assert!(chapter.clauses.iter().any(|clause| clause.answers.contains(&item)), "{item}");
    }
}

#[test]
fn every_clause_uses_only_names_there_are() {
    let dossier = Dossier::default();
    let facts = CharterFacts::of(&dossier);
    for clause in clauses() {
        assert_eq!(clause.template.faults(&facts), [], "{}", clause.id);
    }
}

#[test]
fn every_choice_is_asked_with_a_default_and_changes_the_charter() {
    assert!(choices().len() >= 15);
    let mut seen = BTreeSet::new();
    for choice in choices() {
        assert!(seen.insert(choice.id), "{} is asked twice", choice.id);
        assert!(choice.alternatives.len() >= 2, "{}", choice.id);
        // Dues are graded only where there are dues, which is the default.
        let texts: BTreeSet<String> =
            choice.alternatives.iter().map(|one| printed(&assemble(&with(&[(choice.id, one.id)])))).collect();
        assert_eq!(texts.len(), choice.alternatives.len(), "two answers to {} print the same", choice.id);
        assert!(texts.contains(&printed(&assemble(&with(&[])))), "{} has no default", choice.id);
        let citation = choice.citation;
        assert!(citation.is_none_or(|citation| citation.resolve().is_some()), "{}", choice.id);
    }
}

#[test]
fn an_alternative_that_a_clause_prints_has_words() {
    for clause in clauses() {
        for name in clause.template.names().into_iter().filter_map(|name| name.strip_prefix("choice/")) {
            let choice = choices::choice(name).unwrap();
            assert!(choice.alternatives.iter().all(|one| !one.words.is_empty()), "{name} in {}", clause.id);
        }
    }
}

/// Every combination of the choices that a clause asks about.
fn combinations(clause: &Clause) -> Vec<Vec<(&'static str, &'static str)>> {
    clause.choices().map(|id| choices::choice(id).unwrap()).fold(vec![Vec::new()], |combinations, choice| {
        let extended = |combination: &Vec<_>| {
            let combination = combination.clone();
            choice.alternatives.iter().map(move |one| [combination.clone(), vec![(choice.id, one.id)]].concat())
        };
        combinations.iter().flat_map(extended).collect()
    })
}

#[test]
fn every_clause_reads_well_under_every_combination_of_its_choices() {
    for clause in clauses() {
        for combination in combinations(clause) {
            let dossier = with(&combination);
            let facts = CharterFacts::of(&dossier);
            let paragraphs = clause.template.render(&facts);
            let text: Vec<String> = paragraphs.iter().map(|paragraph| plain(&paragraph.words)).collect();
            let place = format!("{} {combination:?}", clause.id);
            if clause.id == "experts" {
                continue;
            }
            assert!(!text.is_empty(), "{place}");
            for line in &text {
                assert!(line.ends_with(['。', '；', '：']), "{place}: {line}");
                for slip in ["待填", "。。", "，，", "，。", "{", "}", "  "] {
                    assert!(!line.contains(slip), "{place}: {line}");
                }
            }
            let numbers: Vec<&str> = text
                .iter()
                .filter_map(|line| line.strip_prefix('（')?.split_once('）'))
                .map(|(number, _)| number)
                .collect();
            let wanted: Vec<String> = (1..=numbers.len()).map(|n| crate::measures::chinese_number(n as u32)).collect();
            assert_eq!(numbers, wanted, "{place}");
        }
    }
}

#[test]
fn facts_decide_what_choices_do_not() {
    let printed_with = |answers: &[(&str, &str)], clause: &str| {
        let mut dossier = sample();
        for (path, typed) in answers {
            dossier.fact_mut(&(*path).into()).unwrap().put(typed);
        }
        assemble(&dossier).articles().find(|article| article.clause == clause).unwrap().text()
    };
    for (sentence, answers, clause, words, printed) in [
        (
            "a protection alliance has its own weight",
            &[("alliance/kind", "protection")][..],
            "tasks",
            "第（六）项",
            true,
        ),
        ("an industry alliance has not", &[], "tasks", "第（六）项", false),
        (
            "another field goes by its name",
            &[("alliance/field", "other"), ("alliance/field_other", "海洋牧场")],
            "nature",
            "产业领域为：海洋牧场",
            true,
        ),
        ("no short name, no word of it", &[("alliance/short_name", "")], "name", "简称", false),
        (
            "one unit in both posts is named once",
            &[("members/m01/role", "chair-and-secretary"), ("members/m02/role", "council")],
            "founders",
            "由海南示例南繁种业科技有限公司等12家",
            true,
        ),
    ] {
        let text = printed_with(answers, clause);
        assert_eq!(text.contains(words), printed, "{sentence}: {text}");
    }
}

#[test]
fn every_branch_of_every_clause_renders() {
    let dossier = sample();
    let facts = CharterFacts::of(&dossier);
    for clause in clauses() {
        let conditions = clause.template.conditions();
        for bits in 0..1_u32 << conditions.len() {
            let decide = |asked: &crate::template::Condition| {
                conditions.iter().position(|one| *one == asked).is_some_and(|place| bits >> place & 1 == 1)
            };
            for paragraph in clause.template.render_as(&facts, &decide) {
                assert!(!paragraph.words.is_empty(), "{}", clause.id);
            }
        }
    }
}

#[test]
fn the_charter_of_the_sample_stands_as_agreed() {
    insta::assert_snapshot!("charter", printed(&assemble(&sample())));
}

#[test]
fn nothing_is_blank_in_the_charter_of_the_sample_and_much_in_that_of_an_empty_dossier() {
    let blanks = |dossier: &Dossier| printed(&assemble(dossier)).matches("〔待填：").count();
    assert_eq!(blanks(&sample()), 0);
    assert!(blanks(&Dossier::default()) > 10);
}

#[test]
fn a_reference_follows_its_clause_when_the_charter_is_renumbered() {
    let mut dossier = sample();
    let reference = |dossier: &Dossier| {
        let charter = assemble(dossier);
        let article =
            charter.articles().find(|article| article.clause == "amendment-vote").map(Article::label).unwrap();
        let domicile = charter.articles().find(|article| article.clause == "domicile").unwrap().text();
        assert!(domicile.contains(&format!("依照{article}的规定修改")), "{domicile}");
        article
    };
    let before = reference(&dossier);
    dossier.charter.off.insert("scope".to_owned());
    let after = reference(&dossier);
    assert_ne!(before, after);
}

#[test]
fn a_reference_to_a_clause_that_is_off_stays_visible() {
    let mut dossier = sample();
    dossier.charter.off.insert("change-filing".to_owned());
    let charter = assemble(&dossier);
    let domicile = charter.articles().find(|article| article.clause == "domicile").unwrap();
    let missing = domicile.paragraphs.iter().flatten().find_map(|span| match span {
        Span::Missing(missing) => Some(missing),
        Span::Words(_) => None,
    });
    assert_eq!(missing.unwrap().fact.text(), "charter/clause/change-filing");
}

#[test]
fn what_the_founders_wrote_stands_in_the_charter_even_where_it_cannot_be_read() {
    let mut dossier = sample();
    dossier.charter.edited.insert("aims".to_owned(), "联盟名称是{alliance/name}。".to_owned());
    dossier.charter.edited.insert("tasks".to_owned(), "甲{alliance/name\n\n乙".to_owned());
    dossier.charter.own.push(OwnClause {
        id: "o1".into(),
        chapter: 200,
        text: "丙{ref aims}。".into(),
        ..OwnClause::default()
    });
    let charter = assemble(&dossier);
    let article = |id: &str| charter.articles().find(|article| article.clause == id).unwrap();
    assert_eq!(article("aims").text(), format!("联盟名称是{}。", dossier.alliance.name.given().unwrap().as_str()));
    assert_eq!(article("tasks").text(), "甲{alliance/name\n乙");
    assert_eq!((article("tasks").origin, article("tasks").errors.len()), (Origin::Edited, 1));
    assert_eq!(charter.chapters[8].articles.last().unwrap().clause, "o1");
    assert_eq!(article("o1").text(), format!("丙{}。", article("aims").label()));
}

#[test]
fn a_clause_is_given_to_edit_with_its_conditions_decided_and_its_blanks_kept() {
    let dossier = with(&[("voting", "weighted")]);
    let text = wording(&dossier, "voting").unwrap();
    assert!(text.contains("另加一票") && !text.contains("[if") && text.contains("{ref expulsion}"), "{text}");
    assert_eq!(wording(&dossier, "no-such-clause"), None);
    // Edited without a change, it prints as before.
    for clause in clauses() {
        let mut edited = dossier.clone();
        edited.charter.edited.insert(clause.id.to_owned(), wording(&dossier, clause.id).unwrap());
        assert_eq!(printed(&assemble(&edited)), printed(&assemble(&dossier)), "{}", clause.id);
    }
}

#[test]
fn the_order_of_the_founders_holds_within_a_chapter() {
    let mut dossier = sample();
    dossier.charter.own.push(OwnClause { id: "o1".into(), chapter: 1, text: "丙。".into(), ..OwnClause::default() });
    dossier.charter.order.insert(1, vec!["o1".into(), "founders".into(), "no-such-clause".into(), "scope".into()]);
    let charter = assemble(&dossier);
    let ids: Vec<&str> = charter.chapters[0].articles.iter().map(|article| article.clause.as_str()).collect();
    assert_eq!(ids, ["o1", "founders", "name", "basis", "domicile"]);
}

/// Any draft at all, of ids there are and ids there are not.
fn drafts() -> impl Strategy<Value = CharterDraft> {
    let ids: Vec<String> =
        clauses().map(|clause| clause.id.to_owned()).chain(["o1", "o2", "none"].map(str::to_owned)).collect();
    let id = move || proptest::sample::select(ids.clone());
    let text = prop_oneof![
        Just(String::new()),
        Just("甲见{ref name}和{ref o1}。\n（一）{alliance/name}".to_owned()),
        Just("[if choice/funds = dues]\n乙\n[end]".to_owned()),
        Just("[if\n{".to_owned()),
        "\\PC{0,30}",
    ];
    let own = (proptest::sample::select(vec!["o1", "o2", "name"]), any::<u8>(), text.clone())
        .prop_map(|(id, chapter, text)| OwnClause { id: id.to_owned(), chapter, text, ..OwnClause::default() });
    let option = proptest::sample::select(
        choices()
            .iter()
            .flat_map(|choice| choice.alternatives.iter().map(|one| (choice.id, one.id)))
            .collect::<Vec<_>>(),
    );
    (
        proptest::collection::vec(option, 0..8),
        proptest::collection::btree_map(id(), text, 0..6),
        proptest::collection::btree_set(id(), 0..60),
        proptest::collection::vec(own, 0..4),
        proptest::collection::btree_map(any::<u8>().prop_map(|n| n % 11), proptest::collection::vec(id(), 0..12), 0..6),
    )
        .prop_map(|(options, edited, off, own, order)| CharterDraft {
            choices: options.into_iter().map(|(id, one)| (id.to_owned(), one.to_owned())).collect::<BTreeMap<_, _>>(),
            edited,
            off,
            own,
            order,
            ..CharterDraft::default()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_draft_is_numbered_through_and_loses_nothing(draft in drafts(), empty in any::<bool>()) {
        let mut dossier = if empty { Dossier::default() } else { sample() };
        dossier.charter = draft;
        let charter = assemble(&dossier);
        prop_assert_eq!(charter.chapters.len(), 9);
        let numbers: Vec<u32> = charter.articles().map(|article| article.number).collect();
        prop_assert_eq!(&numbers, &(1..=numbers.len() as u32).collect::<Vec<_>>());
        let draft = &dossier.charter;
        let own = charter.articles().filter(|article| article.origin == Origin::Own).count();
        prop_assert_eq!(own, draft.own.iter().filter(|own| !draft.off.contains(&own.id)).count());
        for article in charter.articles() {
            prop_assert!(!draft.off.contains(&article.clause));
            prop_assert!(article.origin == Origin::Own || article.origin == Origin::Edited || !article.paragraphs.is_empty());
        }
        // What is given to edit can always be given back.
        for clause in clauses() {
            let text = wording(&dossier, clause.id).unwrap();
            let founders = draft.edited.contains_key(clause.id) || draft.own.iter().any(|own| own.id == clause.id);
            prop_assert!(founders || Template::parse(&text).is_ok());
        }
        let facts = CharterFacts::of(&dossier);
        for article in charter.articles() {
            let name = format!("ref/{}", article.clause);
            prop_assert!(facts.value(&name).is_some());
        }
    }
}

#[test]
fn the_charter_agrees_with_itself_on_who_is_of_the_council_and_who_expels() {
    // choice, what is said then, what is not
    let table = [
        (("council", "all"), "（二）选举和更换理事长单位、副理事长单位和秘书长单位；", "秘书长单位和理事单位；"),
        (("council", "elected"), "（二）选举和更换理事长单位、副理事长单位、秘书长单位和理事单位；", "均为理事单位"),
        (("expulsion", "council"), "对一般事项和除名决定的复核作出决议", "成员单位的除名、本章程的修改"),
    ];
    for (choice, said, unsaid) in table {
        let text = printed(&assemble(&with(&[choice])));
        assert!(text.contains(said), "{choice:?}: no {said}");
        assert!(!text.contains(unsaid), "{choice:?}: {unsaid}");
    }
}
