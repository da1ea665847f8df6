//! Article 17(二): founding (设立): the first members' congress votes the charter and the founding decision, settles the
//! name and sets up the bodies. The Measures set no majority.

use super::judgement::Judgement;
use crate::charter::additional_votes;
use crate::checks::case::Case;
use crate::checks::chronology;
use crate::checks::{Rule, Weight};
use crate::dossier::{Answer, FactPath};
use crate::identifiers::Count;
use crate::language::{Label, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "17-2-founding",
    citation: Citation::item(17, 2),
    weight: Weight::Must,
    question: label(
        "首次联盟成员代表大会表决通过章程和设立决定、确定名称、设立工作机构了吗？",
        "Did the first members’ congress vote the charter and the founding decision, settle the name and set up the bodies?",
    ),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let setup = &case.dossier.setup;
    let held = &setup.meeting_on;
    judgement.needs(FactPath::new("setup/meeting_on"), None, held);
    if let Some(on) = held.given() {
        let (day, iso) = (on.chinese(), on.to_string());
        if on.date() > case.today {
            return judgement.forbids(
                message!(
                    "首次联盟成员代表大会定在{day}，还没有召开。备案在成立之后申请（第二十条）。",
                    "The first members’ congress is set for {iso} and has not been held. Filing comes after the founding (Article 20)."
                ),
                message!("会议召开并表决通过以后再申请备案；日期写错的，请改正。", "Apply after the congress has voted; correct the date if it is wrong."),
            );
        }
        judgement
            .favours(message!("{day}召开首次联盟成员代表大会。", "The first members’ congress was held on {iso}."));
    }
    for (earlier, later) in chronology::inversions(&chronology::congress(setup)) {
        let (first, second, first_en, second_en) = (earlier.what.zh, later.what.zh, earlier.what.en, later.what.en);
        judgement.uses(earlier.path.clone());
        judgement.forbids(
            message!(
                "按填写的日期，{second}早于{first}，顺序不对。",
                "By the dates given, the {second_en} came before the {first_en}."
            ),
            message!(
                "核对{first}和{second}的日期；{first}应在先。",
                "Check the dates of the {first_en} and of the {second_en}; the {first_en} comes first."
            ),
        );
    }
    vote(
        judgement,
        label("联盟章程", "charter"),
        "charter",
        [&setup.charter_for, &setup.charter_against, &setup.charter_abstained],
        case,
    );
    vote(
        judgement,
        label("设立联盟的决定", "founding decision"),
        "founding",
        [&setup.founding_for, &setup.founding_against, &setup.founding_abstained],
        case,
    );
    judgement.asks(
        FactPath::new("setup/name_settled"),
        None,
        &setup.name_settled,
        message!("会议确定了联盟名称。", "The congress settled the name."),
        (
            message!("会议没有确定联盟名称。", "The congress did not settle the name."),
            message!("召开成员代表大会，确定联盟名称。", "Let a members’ congress settle the name."),
        ),
    );
    judgement.asks(
        FactPath::new("setup/bodies_set_up"),
        None,
        &setup.bodies_set_up,
        message!("会议设立了联盟工作机构。", "The congress set up the bodies."),
        (
            message!("会议没有设立联盟工作机构。", "The congress did not set up the bodies."),
            message!(
                "召开成员代表大会，设立秘书处等工作机构。",
                "Let a members’ congress set up the secretariat and the other bodies."
            ),
        ),
    );
}

/// A vote is carried by more than half of the units present and lost where no more are for than against. The Measures set no
/// majority: whether anything between is enough cannot be told, nor what figures that cannot be come to.
fn vote(judgement: &mut Judgement, on: Label, key: &str, cast: [&Answer<Count>; 3], case: &Case) {
    let [votes_for, against, abstained] = cast;
    let path = |what| FactPath::new(format!("setup/{key}_{what}"));
    let present = || FactPath::new("setup/units_present");
    let given = [judgement.needs(path("for"), None, votes_for), judgement.needs(path("against"), None, against)];
    judgement.uses(path("abstained"));
    judgement.uses(present());
    let (Some(votes_for), Some(against), [true, true]) = (votes_for.given(), against.given(), given) else { return };
    let (votes_for, against, zh, en) = (votes_for.get(), against.get(), on.zh, on.en);
    let units = case.dossier.setup.units_present.given().map(|units| units.get());
    let sum = abstained.given().map_or(0, |votes| votes.get()).saturating_add(votes_for).saturating_add(against);
    if let Some(units) = units.filter(|units| sum > units.saturating_add(additional_votes(case.dossier))) {
        return judgement.leaves_open(
            message!(
                "表决{zh}的票数合计{sum}票，多于实到{units}家，是否通过无法判断。",
                "The votes on the {en} are {sum} in all, more than the {units} units present: whether it was carried cannot be told."
            ),
            [path("for"), path("against"), path("abstained"), present()],
        );
    }
    if votes_for <= against {
        return judgement.forbids(
            message!(
                "表决{zh}：赞成{votes_for}票，反对{against}票，没有通过。",
                "The vote on the {en}, {votes_for} for and {against} against, was not carried."
            ),
            message!(
                "协商修改后重新表决；票数写错的，请改正。",
                "Amend it and vote again; correct the votes if they are wrong."
            ),
        );
    }
    if let Some(units) = units.filter(|units| votes_for.saturating_mul(2) <= *units) {
        return judgement.leaves_open(
            message!(
                "表决{zh}：赞成{votes_for}票，反对{against}票，赞成未过实到{units}家的半数。办法没有规定表决比例，是否通过要看会议所用的表决规则；文书中的表决结论留空。",
                "The vote on the {en}: {votes_for} for and {against} against, not more than half of the {units} units present. The Measures set no majority; whether it was carried is for the congress’s own rule to say, and the documents leave it blank."
            ),
            [path("for"), present()],
        );
    }
    judgement.favours(message!(
        "表决{zh}：赞成{votes_for}票，反对{against}票，通过。",
        "The vote on the {en}, {votes_for} for and {against} against, was carried."
    ));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{holds, outcome};

    #[test]
    fn the_congress_founds_the_alliance() {
        holds(
            RULE.id,
            &[
                ("the sample's did", &[], Met, "2026年5月22日召开"),
                ("a congress still to come did not", &["setup/meeting_on = 2026-08-01"], Unmet, "还没有召开"),
                (
                    "a congress before the draft charter is out of order",
                    &["setup/meeting_on = 2026-04-09"],
                    Unmet,
                    "顺序不对",
                ),
                ("a charter voted down", &["setup/charter_for = 5", "setup/charter_against = 7"], Unmet, "没有通过"),
                ("a tie does not carry", &["setup/founding_for = 6", "setup/founding_against = 6"], Unmet, "没有通过"),
                (
                    "whether less than half carries cannot be told",
                    &["setup/founding_for = 5", "setup/founding_abstained = 7"],
                    Unknown,
                    "办法没有规定表决比例",
                ),
                ("nor what more votes than units come to", &["setup/charter_for = 14"], Unknown, "多于实到12家"),
                (
                    "units may have more than one vote where the charter says so",
                    &["choose voting weighted", "setup/charter_for = 13"],
                    Met,
                    "赞成13票",
                ),
                ("a vote not given leaves it open", &["setup/founding_against ="], Unknown, "反对"),
                ("a name not settled", &["setup/name_settled = no"], Unmet, "确定联盟名称"),
                ("bodies not set up", &["setup/bodies_set_up = no"], Unmet, "工作机构"),
                ("not sure leaves it open", &["setup/bodies_set_up = unsure"], Unknown, "不确定"),
                ("no date leaves it open", &["setup/meeting_on ="], Unknown, "首次联盟成员代表大会日期"),
            ],
        );
    }

    #[test]
    fn of_a_congress_still_to_come_no_votes_are_asked() {
        let outcome = outcome(RULE.id, &["setup/meeting_on = 2026-08-01", "setup/charter_for ="]);
        assert_eq!(outcome.reasons.len(), 1);
    }
}
