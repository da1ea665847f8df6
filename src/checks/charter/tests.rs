//! What the checks say of charters that were changed in one way or another.

use super::*;
use crate::charter::{assemble, clauses};
use crate::checks::{Severity, Verdict};
use crate::dossier::{OwnClause, sample};

/// A change to a charter: `off`, `edit` or `own` (with the chapter's number), the clause's id, and the text.
type Change<'a> = (&'a str, &'a str, &'a str);

/// What is the matter, the changes that make it so, the check that finds it, how grave it is, where, and words of the
/// message.
type Case<'a> = (&'a str, &'a [Change<'a>], &'a str, Severity, &'a str, &'a str);

fn changed(changes: &[Change]) -> Dossier {
    let mut dossier = sample();
    let draft = &mut dossier.charter;
    for (verb, id, text) in changes {
        let (id, text) = ((*id).to_owned(), (*text).to_owned());
        match *verb {
            "off" => drop(draft.off.insert(id)),
            "edit" => drop(draft.edited.insert(id, text)),
            "choose" => drop(draft.choices.insert(id, text)),
            chapter => {
                let chapter = chapter.parse().unwrap();
                draft.own.push(OwnClause { id, chapter, text, ..OwnClause::default() });
            }
        }
    }
    dossier
}

fn said(dossier: &Dossier) -> Vec<Finding> {
    findings(dossier, &assemble(dossier))
}

#[test]
fn the_model_charter_of_a_complete_dossier_leaves_nothing_to_say() {
    let dossier = sample();
    assert_eq!(said(&dossier), []);
    let outcome = outcome(&dossier, &assemble(&dossier));
    assert_eq!((outcome.verdict, outcome.missing, outcome.remedies), (Verdict::Met, vec![], vec![]));
}

#[test]
fn each_fault_is_found_where_it_stands() {
    let personality = "联盟依法登记，取得法人资格。";
    let table: &[Case] = &[
        (
            "no rights of members",
            &[("off", "rights", "")],
            "charter-gap",
            Severity::Error,
            "charter/clause/rights",
            "成员单位的权利",
        ),
        (
            "no word on monopoly",
            &[("off", "competition", "")],
            "charter-gap",
            Severity::Caution,
            "charter/clause/competition",
            "垄断",
        ),
        (
            "an edited purpose wants a reader",
            &[("edit", "purpose", "联盟的宗旨是服务产业。")],
            "charter-own-wording",
            Severity::Caution,
            "charter/clause/purpose",
            "联盟的宗旨",
        ),
        (
            "an edited purpose that says nothing of it",
            &[("edit", "purpose", "服务产业。")],
            "charter-gap",
            Severity::Error,
            "charter/clause/purpose",
            "联盟的宗旨",
        ),
        (
            "an own clause takes the place of one that is off",
            &[("off", "purpose", ""), ("2", "o1", "本联盟宗旨为服务产业。")],
            "charter-own-wording",
            Severity::Caution,
            "charter/clause/o1",
            "自拟条款",
        ),
        (
            "a chapter whose clauses are all off",
            &[("off", "amendment-proposal", ""), ("off", "amendment-vote", ""), ("off", "amendment-filing", "")],
            "charter-empty-chapter",
            Severity::Error,
            "charter/clause/amendment-proposal",
            "第七章",
        ),
        (
            "an own clause without words",
            &[("9", "o1", " \n")],
            "charter-empty-article",
            Severity::Error,
            "charter/clause/o1",
            "没有文字",
        ),
        (
            "a clause edited to nothing",
            &[("edit", "region", "")],
            "charter-empty-article",
            Severity::Error,
            "charter/clause/region",
            "活动地域",
        ),
        (
            "a brace left open",
            &[("edit", "region", "{alliance")],
            "charter-unreadable",
            Severity::Error,
            "charter/clause/region",
            "第 1 行",
        ),
        (
            "a name there is not",
            &[("9", "o1", "甲\n{alliance/nmae}")],
            "charter-unreadable",
            Severity::Error,
            "charter/clause/o1",
            "alliance/nmae",
        ),
        (
            "a reference to a clause that is off",
            &[("off", "joint-results", "")],
            "charter-reference",
            Severity::Error,
            "charter/clause/after-termination",
            "合作成果",
        ),
        (
            "a reference to an article that there is not",
            &[("edit", "region", "联盟的活动地域见第九十九条。")],
            "charter-reference",
            Severity::Caution,
            "charter/clause/region",
            "第九十九条",
        ),
        (
            "an option of another version",
            &[("choose", "quorum", "all-of-them")],
            "charter-choice",
            Severity::Caution,
            "charter/quorum",
            "all-of-them",
        ),
        (
            "legal personality",
            &[("2", "o1", personality)],
            "charter-personality",
            Severity::Caution,
            "charter/clause/o1",
            "法人资格",
        ),
        (
            "fees from outsiders",
            &[("6", "o1", "联盟可以向非成员收取培训费。")],
            "charter-fees",
            Severity::Error,
            "charter/clause/o1",
            "收费",
        ),
        (
            "an authority's name",
            &[("9", "o1", "联盟以海南省知识产权局名义举办论坛。")],
            "charter-borrowed-name",
            Severity::Error,
            "charter/clause/o1",
            "名义",
        ),
        (
            "a state strategy's name",
            &[("9", "o1", "联盟开展“一带一路”知识产权行动。")],
            "charter-borrowed-name",
            Severity::Caution,
            "charter/clause/o1",
            "一带一路",
        ),
        (
            "a common price",
            &[("9", "o1", "成员单位执行统一价格。")],
            "charter-monopoly",
            Severity::Caution,
            "charter/clause/o1",
            "统一价格",
        ),
        (
            "a region that charges outsiders instead",
            &[("edit", "region", "联盟对外收取服务费。")],
            "charter-fees",
            Severity::Error,
            "charter/clause/region",
            "对外收取服务费",
        ),
        (
            "profit as the aim",
            &[("9", "o1", "联盟以营利为目的。")],
            "charter-profit",
            Severity::Caution,
            "charter/clause/o1",
            "以营利为目的",
        ),
        (
            "royalties from outsiders, of which the Measures say nothing",
            &[("9", "o1", "专利池向非成员单位收取许可费。")],
            "charter-fees",
            Severity::Hint,
            "charter/clause/o1",
            "许可费",
        ),
    ];
    for (sentence, changes, check, severity, place, words) in table {
        let found = said(&changed(changes));
        let fits = |finding: &&Finding| {
            finding.check == *check
                && finding.severity == *severity
                && finding.facts.first().is_some_and(|fact| fact.text() == *place)
                && finding.message.zh.contains(words)
        };
        assert_eq!(found.iter().filter(fits).count(), 1, "{sentence}: {found:#?}");
    }
}

#[test]
fn sentences_that_forbid_a_thing_do_not_say_it() {
    for text in [
        "联盟不具有法人资格。",
        "联盟理事长单位应当是独立法人单位。",
        "联盟由具有法人资格的成员单位组成。",
        "联盟不得向非成员收取任何费用。",
        "未经批准，不得以省知识产权局名义开展活动。",
        "不得擅自以“一带一路”的名义开展活动。",
        "成员单位不得交换价格、市场份额等信息。",
    ] {
        let found = said(&changed(&[("9", "o1", text)]));
        assert_eq!(found, [], "{text}");
    }
}

#[test]
fn the_model_clauses_given_back_as_own_wording_break_no_taboo() {
    let dossier = sample();
    let mut edited = sample();
    for clause in clauses() {
        let text = crate::charter::wording(&dossier, clause.id).unwrap();
        edited.charter.edited.insert(clause.id.to_owned(), text);
    }
    let found = said(&edited);
    assert!(found.iter().all(|finding| finding.check == "charter-own-wording"), "{found:#?}");
    assert_eq!(outcome(&edited, &assemble(&edited)).verdict, Verdict::Met);
}

#[test]
fn a_missing_fact_is_found_once_with_all_the_articles_that_wait_for_it() {
    let mut dossier = sample();
    dossier.fact_mut(&"alliance/division".into()).unwrap().put("");
    let found = said(&dossier);
    let [finding] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((finding.check, finding.facts[0].text().as_ref()), ("charter-blank", "alliance/division"));
    for article in ["联盟住所", "变更备案", "年度报告与考核"] {
        assert!(finding.message.zh.contains(article), "{}", finding.message.zh);
    }
}

#[test]
fn the_verdict_follows_the_charter() {
    let verdict = |dossier: &Dossier| outcome(dossier, &assemble(dossier)).verdict;
    let blank = |path: &str| {
        let mut dossier = sample();
        dossier.fact_mut(&path.into()).unwrap().put("");
        dossier
    };
    assert_eq!(verdict(&blank("alliance/purpose")), Verdict::Unknown);
    // The charter does not print it.
    assert_eq!(verdict(&blank("alliance/necessity")), Verdict::Met);
    assert_eq!(verdict(&changed(&[("off", "purpose", "")])), Verdict::Unmet);
    assert_eq!(verdict(&changed(&[("off", "guidance", "")])), Verdict::Met);
    assert_eq!(verdict(&changed(&[("off", "joint-results", "")])), Verdict::Unknown);
    assert_eq!(verdict(&changed(&[("edit", "purpose", "宗旨{")])), Verdict::Unknown);
}

#[test]
fn what_leaves_the_verdict_open_settles_it_once_answered() {
    let mut dossier = Dossier::default();
    dossier.members = sample().members;
    for member in &mut dossier.members {
        member.role = crate::dossier::Answer::Blank;
    }
    let full = sample();
    for _ in 0..3 {
        for path in outcome(&dossier, &assemble(&dossier)).missing {
            let answer = full.fact(&path).unwrap_or_else(|| panic!("{path} is no fact")).text();
            assert!(!answer.is_empty(), "{path}");
            dossier.fact_mut(&path).unwrap().put(&answer);
        }
    }
    assert_eq!(outcome(&dossier, &assemble(&dossier)).verdict, Verdict::Met);
}

#[test]
fn an_empty_dossier_has_a_model_charter_with_many_blanks_and_no_other_fault() {
    let dossier = Dossier::default();
    let found = said(&dossier);
    assert!(found.len() > 8 && found.iter().all(|finding| finding.check == "charter-blank"), "{found:#?}");
    let outcome = outcome(&dossier, &assemble(&dossier));
    assert_eq!(outcome.verdict, Verdict::Unknown);
    assert!(outcome.missing.iter().any(|fact| fact.text() == "alliance/name"));
}
