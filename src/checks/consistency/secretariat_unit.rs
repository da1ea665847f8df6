//! What was answered of the unit that bears the secretariat, against what the member list says of it.

use super::{Case, Findings};
use crate::checks::Severity;
use crate::dossier::{FactPath, YesNo};
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "secretariat-unit";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let (Some(stated), Some(member)) = (case.dossier.secretariat.hainan_unit.given(), case.secretary()) else {
        return;
    };
    let suits = member.uscc.given().map(|uscc| uscc.class().is_enterprise_or_institution());
    let in_hainan = member.in_hainan.given().copied();
    let Message { zh, en } = member.called();
    let words = match (stated, suits, in_hainan) {
        (YesNo::Yes, Some(false), _) => {
            let class = member.uscc.given().map(|uscc| uscc.class().label());
            let (class_zh, class_en) = class.map_or(("", ""), |class| (class.zh, class.en));
            message!(
                "已回答秘书处由海南的企事业单位承担，但秘书长单位{zh}的代码类别是{class_zh}。",
                "By your answer an enterprise or public institution of Hainan bears the secretariat, but the code of {en} is of the class “{class_en}”."
            )
        }
        (YesNo::Yes, _, Some(YesNo::No)) => message!(
            "已回答秘书处由海南的企事业单位承担，但秘书长单位{zh}不在海南省内注册。",
            "By your answer a unit of Hainan bears the secretariat, but {en} is not registered there."
        ),
        (YesNo::No, Some(true), Some(YesNo::Yes)) => message!(
            "已回答秘书处不是由海南的企事业单位承担，但秘书长单位{zh}在海南省内注册，代码类别也符合。",
            "By your answer no enterprise or public institution of Hainan bears the secretariat, but {en} is registered there and its class suits."
        ),
        _ => return,
    };
    findings.add(
        Severity::Error,
        (words, message!("核对这两处，改正其中一处。", "Compare the two and correct one of them.")),
        vec![FactPath::new("secretariat/hainan_unit"), member.path("uscc"), member.path("in_hainan")],
        Citation::article(23),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Error;

    #[test]
    fn the_answer_agrees_with_the_member_list() {
        holds(
            ID,
            &[
                (
                    "yes, but the unit is a society",
                    &["members/m02/role = council", "members/m07/role = secretary"],
                    Some((Error, "社会团体")),
                ),
                (
                    "yes, but the unit is registered elsewhere",
                    &["members/m02/in_hainan = no"],
                    Some((Error, "不在海南省内注册")),
                ),
                (
                    "no, but the unit suits",
                    &["secretariat/hainan_unit = no"],
                    Some((Error, "不是由海南的企事业单位承担")),
                ),
                ("not answered", &["secretariat/hainan_unit ="], None),
                ("yes, and the code is not known yet", &["members/m02/uscc ="], None),
            ],
        );
    }
}
