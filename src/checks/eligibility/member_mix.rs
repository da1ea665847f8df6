//! Article 16(二): financial institutions, institutes, universities and service firms are encouraged to join. A mix
//! without them is no obstacle.

use super::judgement::Judgement;
use crate::checks::case::Case;
use crate::checks::{Rule, Weight};
use crate::dossier::Category;
use crate::language::{Label, Message, label};
use crate::measures::Citation;
use crate::message;

pub(super) static RULE: Rule = Rule {
    id: "16-2-mix",
    citation: Citation::item(16, 2),
    weight: Weight::Bonus,
    question: label(
        "成员中有金融机构、科研机构、高等院校、服务机构吗？",
        "Are there financial institutions, institutes, universities or service firms among the members?",
    ),
};

/// The kinds that the item names, in its order.
const ENCOURAGED: [Category; 4] = [Category::Finance, Category::Institute, Category::University, Category::Service];

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    if case.units.is_empty() {
        return judgement.awaits_members();
    }
    judgement.uses_of_units(case, &["category"]);
    let count = |kind: &Category| case.units.iter().filter(|member| member.category.given() == Some(kind)).count();
    let (present, absent): (Vec<_>, Vec<_>) = ENCOURAGED.into_iter().partition(|kind| count(kind) > 0);
    let open: Vec<_> = case.units.iter().filter(|member| member.category.given().is_none()).collect();
    if !present.is_empty() {
        let zh: Vec<_> = present.iter().map(|kind| format!("{}{}家", kind.label().zh, count(kind))).collect();
        let en: Vec<_> =
            present.iter().map(|kind| format!("{} {}", kind.label().en.to_lowercase(), count(kind))).collect();
        let (zh, en) = (zh.join("、"), en.join(", "));
        judgement.favours(message!("成员中有{zh}。", "Among the members: {en}."));
        if !absent.is_empty() {
            let Message { zh, en } = listed(&absent);
            judgement.hints(message!(
                "办法还鼓励{zh}加入；没有也不影响备案。",
                "The Measures also encourage these to join: {en}; to be without them is no obstacle."
            ));
        }
    } else if open.is_empty() && case.nameless.is_empty() {
        let Message { zh, en } = listed(&absent);
        judgement.forbids(
            message!(
                "成员中没有{zh}。这不影响备案。",
                "None of these is a member: {en}. This is no obstacle to registration."
            ),
            message!("可以吸收其中一类单位加入，以形成互补。", "Consider taking in one of them, as a complement."),
        );
    } else {
        let rows = open.len() + case.nameless.len();
        judgement.leaves_open(
            message!("还有{rows}家成员单位没有填写单位类别。", "Member units whose kind is not given yet: {rows}."),
            open.iter().map(|member| member.path("category")).chain(case.names_not_given()),
        );
    }
}

fn listed(kinds: &[Category]) -> Message {
    let labels: Vec<Label> = kinds.iter().map(|kind| kind.label()).collect();
    Message {
        zh: labels.iter().map(|label| label.zh).collect::<Vec<_>>().join("、"),
        en: labels.iter().map(|label| label.en.to_lowercase()).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown, Unmet};
    use crate::checks::testing::{assessed, holds};

    #[test]
    fn a_mix_is_encouraged() {
        holds(
            RULE.id,
            &[
                ("the sample has all four kinds", &[], Met, "金融机构1家、科研机构1家、高等院校1家、服务机构2家"),
                ("one kind is enough, the others are named", &["remove m05"], Met, "还鼓励金融机构加入"),
                ("enterprises alone are no obstacle", &["only m01 m04"], Unmet, "不影响备案"),
                (
                    "a kind not answered leaves it open",
                    &["only m01 m04", "members/m04/category ="],
                    Unknown,
                    "1家成员单位没有填写单位类别",
                ),
                (
                    "a row without name and code may be of any kind",
                    &["only m01 m04", "members/m04/name =", "members/m04/uscc ="],
                    Unknown,
                    "1家成员单位没有填写单位类别",
                ),
                ("no member leaves it open", &["empty"], Unknown, "还没有填写成员单位"),
            ],
        );
    }

    #[test]
    fn enterprises_alone_can_be_registered() {
        let edits: Vec<String> = (1..=12).map(|number| format!("members/m{number:02}/category = enterprise")).collect();
        let edits: Vec<&str> = edits.iter().map(String::as_str).collect();
        assert_eq!(assessed(&edits).eligible(), Met);
    }
}
