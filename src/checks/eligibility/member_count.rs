//! Article 16(二): at least ten member units.

use super::judgement::Judgement;
use crate::checks::case::{Case, Likeness};
use crate::checks::{Rule, Weight};
use crate::dossier::FactPath;
use crate::language::label;
use crate::measures::numbers::MINIMUM_MEMBERS;
use crate::message;

/// The id of the requirement that there are enough members.
pub const MEMBER_COUNT: &str = "16-2-members";

pub(super) static RULE: Rule = Rule {
    id: MEMBER_COUNT,
    citation: MINIMUM_MEMBERS.citation,
    weight: Weight::Must,
    question: label("联盟成员单位不少于10家吗？", "Are there at least 10 member units?"),
};

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    let (found, nameless, least) = (case.units.len(), case.nameless.len(), MINIMUM_MEMBERS.value as usize);
    if found == 0 && nameless == 0 {
        return judgement.awaits_members();
    }
    judgement.uses(FactPath::new("members"));
    let repeats = case.repeats.iter().filter(|repeat| repeat.likeness != Likeness::NameOnly).count();
    let (but_zh, but_en) = match repeats {
        0 => (String::new(), String::new()),
        _ => (format!("（重复的{repeats}行不另计）"), format!(" (rows that repeat another: {repeats}, not counted)")),
    };
    if found >= least {
        judgement.favours(message!(
            "共{found}家成员单位，不少于{least}家{but_zh}。",
            "Member units: {found}{but_en}; at least {least} are needed."
        ));
    } else if found + nameless >= least {
        judgement.leaves_open(
            message!(
                "已填名称或代码的成员单位有{found}家{but_zh}，另有{nameless}行还没有填写。",
                "Member units with a name or code: {found}{but_en}; rows still empty: {nameless}."
            ),
            case.names_not_given(),
        );
    } else {
        let short = least.saturating_sub(found);
        judgement.forbids(
            message!(
                "现有{found}家成员单位{but_zh}，少于{least}家，还差{short}家。",
                "Member units: {found}{but_en}; at least {least} are needed, so {short} lacking."
            ),
            message!("再吸收{short}家成员单位。", "Member units still to be taken in: {short}."),
        );
    }
    judgement.hints(message!(
        "理事长单位和秘书长单位是否计入{least}家，办法没有写明，这里计入。",
        "Whether the chair and the secretary-general unit count towards the {least} is not stated; here they do."
    ));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{assessed, holds};

    #[test]
    fn ten_units_are_needed() {
        holds(
            RULE.id,
            &[
                ("twelve are enough", &[], Met, "共12家成员单位"),
                ("ten are enough", &["remove m11", "remove m12"], Met, "共10家成员单位"),
                ("nine are not", &["remove m10", "remove m11", "remove m12"], Unmet, "再吸收1家"),
                ("one is not", &["only m01"], Unmet, "还差9家"),
                ("the leaders count, and that is said", &["remove m11", "remove m12"], Met, "办法没有写明"),
                (
                    "a unit listed twice counts once",
                    &["remove m10", "remove m11", "remove m12", "copy m09"],
                    Unmet,
                    "重复的1行不另计",
                ),
                ("no member is not yet known", &["empty"], Unknown, "还没有填写成员单位"),
                (
                    "an empty row may become the tenth",
                    &["remove m11", "remove m12", "members/m10/name =", "members/m10/uscc ="],
                    Unknown,
                    "另有1行还没有填写",
                ),
                ("a code alone makes a unit", &["remove m11", "remove m12", "members/m10/name ="], Met, "共10家"),
                (
                    "a unit from outside the mainland counts without a code",
                    &["remove m11", "remove m12", "members/m10/uscc =", "members/m10/foreign = yes"],
                    Met,
                    "共10家",
                ),
            ],
        );
    }

    #[test]
    fn nine_members_keep_an_alliance_from_registration() {
        assert_eq!(assessed(&["remove m10", "remove m11", "remove m12"]).eligible(), Unmet);
    }
}
