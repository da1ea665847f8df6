//! What a place in the dossier is called, and what is answered there, in words.

use crate::charter;
use crate::dossier::{Dossier, Fact, FactPath, Kind, Member};
use crate::language::{Label, Message};
use crate::message;

/// What the fact or part at `path` is called: the words of its question, for a member's fact with the member's name.
#[must_use]
pub fn name_of(dossier: &Dossier, path: &FactPath) -> Message {
    let question = Dossier::question(path).map(|question| question.label);
    if let Some(id) = path.member_id() {
        let member = member_name(dossier, id);
        return match question {
            Some(Label { zh, en }) => {
                Message { zh: format!("{}：{zh}", member.zh), en: format!("{}: {en}", member.en) }
            }
            None => member,
        };
    }
    let attachment = || {
        let ("attachments", Some(id), None) = path.steps() else { return None };
        let name = &dossier.attachments.iter().find(|attachment| attachment.id == id)?.name;
        Some(message!("附件“{name}”", "attachment “{name}”"))
    };
    question
        .or_else(|| charter_name(path))
        .map(|words| words.to_message())
        .or_else(attachment)
        .or_else(|| path.section().map(|section| section.label().to_message()))
        .unwrap_or_else(|| message!("{path}", "{path}"))
}

/// A member by its name, or by its row while it has none.
#[must_use]
pub fn member_name(dossier: &Dossier, id: &str) -> Message {
    let found = dossier.members.iter().zip(1..).find(|(member, _)| member.id == id);
    match found.map(|(member, row)| (called(member), row)) {
        Some((Some(name), _)) => message!("{name}", "{name}"),
        Some((None, row)) => message!("第 {row} 家成员（未填名称）", "Member {row} (no name yet)"),
        None => message!("已删除的成员", "a deleted member"),
    }
}

fn called(member: &Member) -> Option<&str> {
    member.name.given().map(|name| name.as_str())
}

/// A choice or a clause of the charter.
fn charter_name(path: &FactPath) -> Option<Label> {
    let choice = charter::choices().iter().find(|choice| choice.path() == *path).map(|choice| choice.question);
    choice.or_else(|| {
        charter::clauses().find(|clause| charter::clause_path(clause.id) == *path).map(|clause| clause.title)
    })
}

/// The answer at `path` in words; empty where nothing is answered.
#[must_use]
pub fn answer_of(dossier: &Dossier, path: &FactPath) -> Message {
    let text = dossier.fact(path).map(Fact::text).unwrap_or_default();
    let option = match Dossier::question(path).map(|question| question.kind) {
        Some(Kind::Choice(options)) => options.iter().find(|(code, _)| *code == text),
        _ => None,
    };
    option.map_or_else(|| message!("{text}", "{text}"), |(_, words)| words.to_message())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::sample;

    #[test]
    fn a_place_is_called_by_its_question_its_member_or_its_part() {
        let rows = [
            ("alliance/name", "联盟名称"),
            ("members/m01/uscc", "海南示例南繁种业科技有限公司：统一社会信用代码"),
            ("members/m02", "海南示例热带作物育种研究院"),
            ("members/gone/uscc", "已删除的成员：统一社会信用代码"),
            ("members", "成员单位"),
            ("charter/clause/voting", "表决权与决议"),
            ("charter/voting", "表决权如何分配？"),
            ("charter/clause/no-such-clause", "联盟章程"),
            ("attachments/none", "备案材料"),
            ("elsewhere", "elsewhere"),
        ];
        for (path, name) in rows {
            assert_eq!(name_of(&sample(), &path.into()).zh, name);
        }
    }

    #[test]
    fn choices_and_clauses_of_the_charter_have_names() {
        for choice in charter::choices() {
            assert_eq!(name_of(&sample(), &choice.path()), choice.question.to_message());
        }
        for clause in charter::clauses() {
            assert_eq!(name_of(&sample(), &charter::clause_path(clause.id)), clause.title.to_message());
        }
    }

    #[test]
    fn a_member_without_a_name_is_called_by_its_row() {
        let mut dossier = sample();
        dossier.fact_mut(&"members/m03/name".into()).unwrap().put("");
        assert_eq!(member_name(&dossier, "m03").zh, "第 3 家成员（未填名称）");
    }

    #[test]
    fn a_choice_is_answered_in_its_words_and_text_as_typed() {
        let rows =
            [("members/m01/role", "理事长单位"), ("alliance/kind", "产业知识产权联盟"), ("alliance/nothing", "")];
        for (path, words) in rows {
            assert_eq!(answer_of(&sample(), &path.into()).zh, words, "{path}");
        }
    }
}
