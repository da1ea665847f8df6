//! What the blanks of a clause are called where founders word it: {联盟：联盟名称} stands for {alliance/name}, {条号：限期改正与除名} for
//! {ref expulsion}. Drafts keep the names of the template language; a name that is none of these stays as it was typed.

use super::choices::choices;
use super::library::clauses;
use crate::dossier::{Alliance, Category, Dossier, Kind, Member, Question, Secretariat, Setup};
use crate::language::{Label, Message, label};

/// A blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankName {
    /// Its name in the template language.
    pub name: String,
    /// What it is called.
    pub called: Message,
}

/// What comes before the name of a fact, and in front of what it is called.
const PARTS: [(&str, &str, &str, &[Question]); 6] = [
    ("alliance", "联盟", "Alliance", Alliance::QUESTIONS),
    ("secretariat", "秘书处", "Secretariat", Secretariat::QUESTIONS),
    ("setup", "组建程序", "Establishment", Setup::QUESTIONS),
    ("chair", "理事长单位", "Chair unit", Member::QUESTIONS),
    ("secretary", "秘书长单位", "Secretary-general unit", Member::QUESTIONS),
    ("member", "成员", "Member", Member::QUESTIONS),
];

const FIXED: [(&str, Label); 5] = [
    ("office", label("所在地知识产权管理部门", "Local IP office")),
    ("measures", label("备案办法名称", "Name of the Measures")),
    ("count/members", label("成员单位数", "Number of members")),
    ("count/in-hainan", label("省内成员单位数", "Members in Hainan")),
    ("count/outside-hainan", label("省外成员单位数", "Members outside Hainan")),
];

/// Every blank that a clause may have.
#[must_use]
pub fn blank_names(dossier: &Dossier) -> Vec<BlankName> {
    let mut names = Vec::new();
    let mut name = |name: &[&str], zh: &[&str], en: &[&str]| {
        names.push(BlankName { name: name.concat(), called: Message { zh: zh.concat(), en: en.concat() } });
    };
    for (fixed, called) in FIXED {
        name(&[fixed], &[called.zh], &[called.en]);
    }
    for (part, zh, en, questions) in PARTS {
        for question in questions {
            let of_zh = question.label.zh.trim_end_matches('？');
            name(&[part, "/", question.key], &[zh, "：", of_zh], &[en, ": ", question.label.en]);
        }
    }
    for kind in Category::ALL {
        name(&["count/", kind.code()], &["单位数：", kind.label().zh], &["Number of units: ", kind.label().en]);
    }
    for question in Member::QUESTIONS.iter().filter(|question| question.kind == Kind::Count) {
        name(&["count/", question.key], &["合计：", question.label.zh], &["In all: ", question.label.en]);
    }
    for choice in choices() {
        let zh = choice.question.zh.trim_end_matches('？');
        name(&["choice/", choice.id], &["约定：", zh], &["Choice: ", choice.question.en]);
    }
    for clause in clauses() {
        name(&["ref ", clause.id], &["条号：", clause.title.zh], &["Number of: ", clause.title.en]);
    }
    for own in &dossier.charter.own {
        name(&["ref ", &own.id], &["条号：自拟条款", &own.id], &["Number of: own clause ", &own.id]);
    }
    names
}

/// A wording as founders see it.
#[must_use]
pub fn in_words(dossier: &Dossier, text: &str) -> String {
    let names = blank_names(dossier);
    with_blanks(text, |name| names.iter().find(|blank| blank.name == name).map(|blank| blank.called.zh.clone()))
}

/// A wording as it is kept, out of what founders typed.
#[must_use]
pub fn as_kept(dossier: &Dossier, typed: &str) -> String {
    let names = blank_names(dossier);
    let plain = |name: &str| name.replace(':', "：").replace(' ', "");
    with_blanks(typed, |typed| {
        let typed = plain(typed);
        names.iter().find(|blank| plain(&blank.called.zh) == typed).map(|blank| blank.name.clone())
    })
}

/// A text with the blanks that `other` knows called otherwise. A doubled brace begins none.
fn with_blanks(text: &str, other: impl Fn(&str) -> Option<String>) -> String {
    let (mut written, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('{') {
        written.push_str(before);
        written.push('{');
        let doubled = after.strip_prefix('{');
        if doubled.is_some() {
            written.push('{');
        }
        rest = doubled.unwrap_or(after);
        let end = rest.find(['{', '}', '\n']).filter(|_| doubled.is_none());
        if let Some((name, after)) =
            end.and_then(|end| rest.split_at_checked(end)).filter(|(_, after)| after.starts_with('}'))
        {
            written.push_str(&other(name.trim()).unwrap_or_else(|| name.to_owned()));
            rest = after;
        }
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::charter::wording;
    use crate::dossier::{OwnClause, sample};
    use crate::template::Facts;

    fn dossier() -> Dossier {
        let mut dossier = sample();
        dossier.charter.own.push(OwnClause {
            id: "o1".into(),
            chapter: 1,
            text: "丙。".into(),
            ..OwnClause::default()
        });
        dossier
    }

    #[test]
    fn every_blank_has_a_name_of_its_own_and_is_one() {
        let dossier = dossier();
        let names = blank_names(&dossier);
        let facts = crate::charter::CharterFacts::of(&dossier);
        let called: BTreeSet<&str> = names.iter().map(|blank| blank.called.zh.as_str()).collect();
        assert_eq!(called.len(), names.len());
        for BlankName { name, called } in &names {
            assert!(facts.value(&name.replace("ref ", "ref/")).is_some(), "{name}");
            assert!(!called.zh.contains(['{', '}', '\n']) && !called.en.is_empty(), "{}", called.zh);
        }
    }

    #[test]
    fn every_clause_is_shown_in_words_alone_and_kept_as_it_was() {
        let dossier = dossier();
        for clause in clauses() {
            let kept = wording(&dossier, clause.id).unwrap();
            let shown = in_words(&dossier, &kept);
            let in_latin =
                |blank: &str| blank.split('}').next().is_some_and(|name| name.starts_with(|c: char| c.is_ascii()));
            assert!(!shown.split('{').skip(1).any(in_latin), "{}: {shown}", clause.id);
            assert_eq!(as_kept(&dossier, &shown), kept, "{}", clause.id);
        }
    }

    #[test]
    fn blanks_are_read_however_they_are_typed_and_what_is_none_stays() {
        let dossier = dossier();
        // typed, kept
        let table = [
            ("见{条号：限期改正与除名}。", "见{ref expulsion}。"),
            ("见{ 条号: 限期改正与除名 }。", "见{ref expulsion}。"),
            ("{联盟：联盟名称}和{alliance/name}", "{alliance/name}和{alliance/name}"),
            ("{条号：自拟条款o1}", "{ref o1}"),
            ("{没有这一项}，{未完", "{没有这一项}，{未完"),
            ("{{联盟：联盟名称}", "{{联盟：联盟名称}"),
            ("{联盟：\n联盟名称}", "{联盟：\n联盟名称}"),
            ("{{{联盟：联盟名称}", "{{{alliance/name}"),
        ];
        for (typed, kept) in table {
            assert_eq!(as_kept(&dossier, typed), kept);
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_lost(text in "[甲{} \n:：a/]{0,20}(\\{条号：限期改正与除名\\}|\\{alliance/name\\})?[{}甲]{0,6}") {
            let dossier = dossier();
            let kept = as_kept(&dossier, &text);
            prop_assert_eq!(as_kept(&dossier, &in_words(&dossier, &kept)), kept);
        }
    }
}
