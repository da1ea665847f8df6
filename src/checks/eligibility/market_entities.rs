//! Article 2: an alliance is formed by two or more market entities (市场主体) of closely related interest.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::row::Row;
use crate::checks::words::names;
use crate::checks::{Rule, Weight};
use crate::dossier::{Category, FactPath, Member};
use crate::language::{Message, label};
use crate::measures::numbers::MINIMUM_MARKET_ENTITIES;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "2-market-entities",
    citation: MINIMUM_MARKET_ENTITIES.citation,
    weight: Weight::Must,
    question: label(
        "成员中有两个以上利益高度关联的市场主体吗？",
        "Are two or more of the members market entities of closely related interest?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    if case.units.is_empty() {
        return judgement.awaits_members();
    }
    let mut entities = Vec::new();
    let mut open = Vec::new();
    judgement.uses_of_those(&case.ids_of(|row| !row.is_foreign()), &["uscc"]);
    judgement.uses_of_those(&case.ids_of(|row| row.is_foreign()), &["category"]);
    for member in &case.units {
        match is_market_entity(member) {
            Some(true) => entities.push(*member),
            Some(false) => {}
            None => open.push(*member),
        }
    }
    let (found, least) = (entities.len(), MINIMUM_MARKET_ENTITIES.value as usize);
    let Message { zh, en } = names(&entities);
    if found >= least {
        judgement.favours(message!(
            "{found}家成员单位是市场主体：{zh}。",
            "Market entities among the members ({found}): {en}."
        ));
    } else if found + open.len() + case.nameless.len() >= least {
        let open_names = names(&[open.as_slice(), &case.nameless].concat());
        let (open_zh, open_en) = (open_names.zh, open_names.en);
        judgement.leaves_open(
            message!(
                "已知{found}家市场主体；{open_zh}是不是市场主体还不清楚。",
                "Market entities known so far: {found}; not known of: {open_en}."
            ),
            open.into_iter().map(|row| deciding_fact(row)).chain(case.names_not_given()),
        );
    } else {
        let short = least.saturating_sub(found);
        judgement.forbids(
            message!(
                "只有{found}家成员单位是市场主体，少于{least}家。",
                "Market entities among the members: {found}; at least {least} are needed."
            ),
            message!(
                "再吸收{short}家利益关联的企业、农民专业合作社或者个体工商户。",
                "Enterprises, farmers’ cooperatives or individual businesses of related interest still to be taken in: {short}."
            ),
        );
    }
    judgement.hints(message!(
        "办法没有定义“市场主体”；这里按代码类别计：企业（91）、个体工商户（92）和农民专业合作社（93），没有代码的境外单位按单位类别计。",
        "The Measures do not define “market entity”; counted here by class of code: enterprises (91), individual businesses (92) and farmers’ cooperatives (93), units from outside the mainland by their kind."
    ));
}

/// By the class of the code; a unit from outside the mainland has none and goes by its kind.
fn is_market_entity(member: &Member) -> Option<bool> {
    match member.uscc.given() {
        Some(uscc) => Some(uscc.class().is_market_entity()),
        None if member.is_foreign() => member
            .category
            .given()
            .map(|category| matches!(category, Category::Enterprise | Category::Finance | Category::Service)),
        None => None,
    }
}

fn deciding_fact(row: &Row) -> FactPath {
    row.path(if row.is_foreign() { "category" } else { "uscc" })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{holds, outcome};

    #[test]
    fn the_verdict_rests_on_the_code_or_outside_the_mainland_on_the_kind() {
        let facts = outcome(RULE.id, &["only m01 m04 m10", "members/m04/uscc =", "members/m04/foreign = yes"]).facts;
        let told: Vec<String> = facts.iter().map(|path| path.to_string()).collect();
        assert_eq!(told, ["members/m01/uscc", "members/m10/uscc", "members/m04/category"]);
    }

    #[test]
    fn market_entities_are_counted() {
        holds(
            RULE.id,
            &[
                ("the sample has five", &[], Met, "5家成员单位是市场主体"),
                ("an individual business and a cooperative will do", &["only m10 m11"], Met, "2家"),
                ("one enterprise among institutions is too few", &["only m01 m02 m03"], Unmet, "再吸收1家"),
                (
                    "a code not given may be a market entity's",
                    &["only m01 m02", "members/m02/uscc ="],
                    Unknown,
                    "育种研究院",
                ),
                (
                    "a code that cannot be read leaves it open",
                    &["only m01 m05", "members/m05/uscc = 1"],
                    Unknown,
                    "样例农村商业银行",
                ),
                (
                    "a row without name and code may become one",
                    &["only m01 m02 m10", "members/m10/name =", "members/m10/uscc ="],
                    Unknown,
                    "第3行成员",
                ),
                ("the same unit twice is one", &["only m01", "copy m01"], Unmet, "只有1家"),
                (
                    "an enterprise from outside the mainland counts by its kind",
                    &["only m01 m04", "members/m04/uscc =", "members/m04/foreign = yes"],
                    Met,
                    "没有代码的境外单位",
                ),
                ("no member leaves it open", &["empty"], Unknown, "还没有填写成员单位"),
            ],
        );
    }
}
