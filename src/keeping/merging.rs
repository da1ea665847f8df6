//! Two pages that changed one dossier at the same time.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::dossier::Dossier;

/// Joins what two pages made of one dossier, fact by fact. Where both changed the same fact `mine` stands, and the caller
/// keeps `theirs` as an earlier state; what one page deleted and the other changed stays.
#[must_use]
pub fn merge(base: &Dossier, mine: &Dossier, theirs: &Dossier) -> Dossier {
    let [b, m, t] = [base, mine, theirs].map(|dossier| serde_json::to_value(dossier).unwrap_or_default());
    // What is joined of whole facts is of the shape of a dossier again; were it not, what is typed here stands.
    joined(Some(&b), Some(&m), Some(&t))
        .and_then(|value| Dossier::from_json(&value.to_string()).ok())
        .unwrap_or_else(|| mine.clone())
}

fn joined(base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    if mine == theirs || theirs == base {
        return mine.cloned();
    }
    if mine == base {
        return theirs.cloned();
    }
    match (mine, theirs) {
        (Some(Value::Object(m)), Some(Value::Object(t))) => {
            Some(Value::Object(fields(base.and_then(Value::as_object), m, t)))
        }
        (Some(Value::Array(m)), Some(Value::Array(t))) => {
            let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            Some(rows(base, m, t).map_or_else(|| Value::Array(m.clone()), Value::Array))
        }
        _ => mine.or(theirs).cloned(),
    }
}

fn fields(
    base: Option<&Map<String, Value>>,
    mine: &Map<String, Value>,
    theirs: &Map<String, Value>,
) -> Map<String, Value> {
    let keys: BTreeSet<&str> = mine.keys().chain(theirs.keys()).map(String::as_str).collect();
    let field = |key: &str| joined(base.and_then(|base| base.get(key)), mine.get(key), theirs.get(key));
    keys.into_iter().filter_map(|key| Some((key.to_owned(), field(key)?))).collect()
}

/// Rows that are known by their ids, in the order of `mine`, then what only `theirs` has; `None` for rows without ids.
fn rows(base: &[Value], mine: &[Value], theirs: &[Value]) -> Option<Vec<Value>> {
    let id = |row: &Value| row.get("id").and_then(Value::as_str).map(str::to_owned);
    let of = |rows: &[Value]| rows.iter().map(id).collect::<Option<Vec<String>>>();
    let (mut ids, their_ids) = (of(mine)?, of(theirs)?);
    ids.extend(their_ids.into_iter().filter(|id| !of(mine).is_some_and(|mine| mine.contains(id))));
    let find = |rows: &'_ [Value], wanted: &str| rows.iter().find(|row| id(row).as_deref() == Some(wanted)).cloned();
    let row = |wanted: &String| {
        let [b, m, t] = [base, mine, theirs].map(|rows| find(rows, wanted));
        joined(b.as_ref(), m.as_ref(), t.as_ref())
    };
    Some(ids.iter().filter_map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Fact, FactPath, Member, sample};

    fn with(base: &Dossier, answers: &[(&str, &str)]) -> Dossier {
        let mut dossier = base.clone();
        for (path, typed) in answers {
            dossier.fact_mut(&FactPath::from(*path)).unwrap().put(typed);
        }
        dossier
    }

    fn text(dossier: &Dossier, path: &str) -> String {
        dossier.fact(&path.into()).map(Fact::text).unwrap_or_default()
    }

    #[test]
    fn answers_to_different_questions_all_stand() {
        let base = sample();
        let mine = with(&base, &[("alliance/name", "甲联盟"), ("members/m01/name", "一厂")]);
        let theirs = with(
            &base,
            &[("alliance/short_name", "乙"), ("members/m01/contact_name", "张三"), ("members/m02/name", "二厂")],
        );
        let joined = merge(&base, &mine, &theirs);
        assert_eq!(
            joined,
            with(
                &mine,
                &[("alliance/short_name", "乙"), ("members/m01/contact_name", "张三"), ("members/m02/name", "二厂")]
            )
        );
    }

    #[test]
    fn the_same_question_answered_twice_keeps_what_stands_here() {
        let base = sample();
        let mine = with(&base, &[("alliance/name", "这里")]);
        let theirs = with(&base, &[("alliance/name", "那里")]);
        assert_eq!(text(&merge(&base, &mine, &theirs), "alliance/name"), "这里");
    }

    #[test]
    fn members_added_on_both_sides_are_all_there() {
        let base = sample();
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        mine.members.push(Member { id: "mx".into(), ..Member::default() });
        theirs.members.insert(0, Member { id: "my".into(), ..Member::default() });
        let joined = merge(&base, &mine, &theirs);
        assert_eq!(joined.members.len(), base.members.len() + 2);
        assert!(joined.member("mx").is_some() && joined.member("my").is_some());
    }

    #[test]
    fn a_member_deleted_there_is_gone_unless_it_was_changed_here() {
        let base = sample();
        let mut theirs = base.clone();
        theirs.members.retain(|member| member.id != "m01" && member.id != "m02");
        let mine = with(&base, &[("members/m02/name", "还在写")]);
        let joined = merge(&base, &mine, &theirs);
        assert!(joined.member("m01").is_none());
        assert_eq!(text(&joined, "members/m02/name"), "还在写");
    }

    #[test]
    fn where_only_one_side_changed_that_side_stands() {
        let (base, other) = (Dossier::default(), sample());
        assert_eq!(merge(&base, &base, &other), other);
        assert_eq!(merge(&base, &other, &base), other);
        assert_eq!(merge(&base, &other, &other), other);
    }
}
