//! Article 16(四): the members hold patents, trademarks, geographical indications and the like, which cluster or
//! complement each other.
//!
//! The text asks it of the members together ("集聚或互补" takes at least two holders); members that hold nothing, such as
//! a bank, are named in a hint.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::row::Row;
use crate::checks::words::{fact_label, names};
use crate::checks::{Rule, Weight};
use crate::dossier::{Answer, FactPath, Member};
use crate::identifiers::Count;
use crate::language::{Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-4-holdings",
    citation: Citation::item(16, 4),
    weight: Weight::Must,
    question: label(
        "各成员单位有专利、商标、地理标志等知识产权积累，能形成集聚或互补优势吗？",
        "Do the members hold patents, trademarks, geographical indications and the like, clustering or complementary?",
    ),
};

/// The kinds of holdings that Article 16(四) counts, in their order.
const HOLDINGS: [&str; 8] = [
    "invention_patents",
    "utility_models",
    "designs",
    "pct_applications",
    "trademarks",
    "geographical_indications",
    "plant_varieties",
    "software_copyrights",
];

/// How many holders it takes for holdings to cluster or to complement each other.
const HOLDERS: usize = 2;

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    if case.units.is_empty() {
        return judgement.awaits_members();
    }
    let advantage = &case.dossier.alliance.ip_advantage;
    if judgement.needs(FactPath::new("alliance/ip_advantage"), None, advantage) {
        judgement.favours(message!(
            "已说明知识产权集聚或互补优势。",
            "How the holdings cluster or complement is described."
        ));
    }
    let (mut holders, mut empty, mut open) = (0, Vec::new(), Vec::new());
    judgement.uses_of_units(case, &HOLDINGS);
    let mut totals = HOLDINGS.map(|key| (key, 0_u64));
    for member in &case.units {
        let kinds = kinds(member);
        for ((_, total), (_, count)) in totals.iter_mut().zip(&kinds) {
            *total += count.given().map_or(0, |count| u64::from(count.get()));
        }
        if kinds.iter().any(|(_, count)| count.given().is_some_and(|count| count.get() > 0)) {
            holders += 1;
        } else if kinds.iter().all(|(_, count)| count.given().is_some()) {
            empty.push(*member);
        } else {
            open.push(*member);
        }
    }
    let members = case.units.len();
    if holders >= HOLDERS {
        let Message { zh, en } = summed(&totals);
        let is_told = |member: &Member| kinds(member).iter().all(|(_, count)| count.given().is_some());
        let (all_zh, all_en) = match case.units.iter().all(|member| is_told(member)) {
            true => ("合计", "in all"),
            false => ("已填报的合计", "as far as told"),
        };
        judgement.favours(message!(
            "{members}家成员单位中有{holders}家拥有知识产权，{all_zh}：{zh}。",
            "{holders} of the {members} members hold IP rights, {all_en}: {en}."
        ));
    } else if holders + open.len() + case.nameless.len() >= HOLDERS {
        let Message { zh, en } = names(&[open.as_slice(), &case.nameless].concat());
        let blank = open.iter().flat_map(|member| blank(member));
        judgement.leaves_open(
            message!(
                "已知{holders}家成员单位拥有知识产权；{zh}的数量还没有填全。",
                "Members known to hold IP rights: {holders}; not fully counted yet: {en}."
            ),
            blank.chain(case.names_not_given()).collect::<Vec<_>>(),
        );
    } else {
        judgement.forbids(
            message!(
                "{members}家成员单位中只有{holders}家拥有知识产权，谈不上集聚或互补。",
                "Only {holders} of the {members} members hold IP rights: nothing can cluster or complement."
            ),
            message!(
                "吸收拥有专利、商标、地理标志或者植物新品种等知识产权的单位加入，并核对各成员单位的数量。",
                "Take in units that hold patents, trademarks, geographical indications or plant varieties, and check the members’ counts."
            ),
        );
    }
    if !empty.is_empty() {
        let Message { zh, en } = names(&empty);
        judgement.hints(message!(
            "条文说的是“各联盟成员单位”；{zh}没有任何知识产权，建议在报告中说明其互补作用（如金融、法律、技术服务）。",
            "The text speaks of “the member units”; these hold none: {en}. Say in the report what they contribute instead, such as finance, law or technical services."
        ));
    }
}

/// The kinds of holdings that are counted, in the order of [`HOLDINGS`], with their keys.
fn kinds(member: &Member) -> [(&'static str, &Answer<Count>); 8] {
    [
        ("invention_patents", &member.invention_patents),
        ("utility_models", &member.utility_models),
        ("designs", &member.designs),
        ("pct_applications", &member.pct_applications),
        ("trademarks", &member.trademarks),
        ("geographical_indications", &member.geographical_indications),
        ("plant_varieties", &member.plant_varieties),
        ("software_copyrights", &member.software_copyrights),
    ]
}

/// The counts of a member to be asked for: those that are asked of everybody, and the optional ones once these are given.
fn blank(member: &Row) -> Vec<FactPath> {
    let blank = kinds(member).into_iter().filter(|(_, count)| count.given().is_none()).map(|(key, _)| member.path(key));
    let (optional, asked): (Vec<_>, Vec<_>) = blank.partition(|path| is_optional(path.key()));
    if asked.is_empty() { optional } else { asked }
}

fn is_optional(key: &str) -> bool {
    Member::QUESTIONS.iter().any(|question| question.key == key && question.optional)
}

/// 发明专利155件、…: the kinds of which there are any.
fn summed(totals: &[(&'static str, u64)]) -> Message {
    let some = totals.iter().filter(|(_, total)| *total > 0).map(|(key, total)| {
        let label = fact_label(&FactPath::member("", key));
        let zh = label.zh.trim_end_matches("（件）");
        (format!("{zh}{total}件"), format!("{} {total}", label.en))
    });
    let (zh, en): (Vec<_>, Vec<_>) = some.unzip();
    Message { zh: zh.join("、"), en: en.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{holds, outcome};

    #[test]
    fn holdings_are_counted_per_member() {
        holds(
            RULE.id,
            &[
                ("the sample's are summed by kind", &[], Met, "发明专利155件、实用新型专利121件"),
                (
                    "a member without any is only a hint",
                    &["members/m09/trademarks = 0"],
                    Met,
                    "深圳市样例农业科技发展基金会",
                ),
                ("two holders are enough", &["only m01 m02"], Met, "2家成员单位中有2家"),
                (
                    "one holder cannot cluster or complement",
                    &["only m01 m09", "members/m09/trademarks = 0"],
                    Unmet,
                    "只有1家",
                ),
                (
                    "a count not given may hold some",
                    &["only m01 m09", "members/m09/trademarks ="],
                    Unknown,
                    "还没有填全",
                ),
                (
                    "a row without name and code may hold some",
                    &["only m01 m02", "members/m02/name =", "members/m02/uscc ="],
                    Unknown,
                    "第2行成员",
                ),
                (
                    "a count that cannot be read too",
                    &["only m01 m09", "members/m09/trademarks = 约三件"],
                    Unknown,
                    "还没有填全",
                ),
                ("the advantage must be described", &["alliance/ip_advantage ="], Unknown, "集聚或互补"),
                ("no member leaves it open", &["empty"], Unknown, "还没有填写成员单位"),
            ],
        );
    }

    #[test]
    fn only_the_counts_not_given_are_asked_for_and_optional_ones_last() {
        let edits = ["only m01 m09", "members/m09/trademarks =", "members/m09/designs ="];
        assert_eq!(outcome(RULE.id, &edits).missing, [FactPath::new("members/m09/trademarks")]);
        let edits = ["only m01 m09", "members/m09/trademarks = 0", "members/m09/designs ="];
        assert_eq!(outcome(RULE.id, &edits).missing, [FactPath::new("members/m09/designs")]);
    }

    #[test]
    fn every_kind_is_a_question() {
        assert_eq!(kinds(&Member::default()).map(|(key, _)| key), HOLDINGS);
        for key in HOLDINGS {
            assert!(Member::QUESTIONS.iter().any(|question| question.key == key), "{key}");
        }
    }
}
