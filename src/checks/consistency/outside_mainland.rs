//! A unit from outside the mainland (境外单位) has no unified social credit code and is not registered in Hainan.

use super::{Findings, Row};
use crate::checks::Severity;
use crate::dossier::YesNo;
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "outside-mainland";

pub(super) fn find(member: &Row, findings: &mut Findings) {
    if !member.is_foreign() {
        return;
    }
    let Message { zh, en } = member.called();
    let (key, words) = if member.uscc.given().is_some() {
        (
            "uscc",
            message!(
                "{zh}选了“境外单位”，又填了统一社会信用代码；境外单位没有代码。",
                "{en} is said to be from outside the mainland, yet has a unified social credit code; such units have none."
            ),
        )
    } else if member.in_hainan.given() == Some(&YesNo::Yes) {
        (
            "in_hainan",
            message!(
                "{zh}选了“境外单位”，又选了在海南省内注册。",
                "{en} is said to be from outside the mainland, yet registered in Hainan."
            ),
        )
    } else {
        return;
    };
    findings.add(
        Severity::Error,
        (
            words,
            message!("在海南或者内地注册的（包括外商投资企业），把“境外单位”改为“否”；确是境外单位的，改正另一处。", "A unit registered on the mainland, even if foreign-invested, is not from outside: answer “no”. Otherwise correct the other answer."),
        ),
        vec![member.path("foreign"), member.path(key)],
        Citation::item(20, 4),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Error;

    #[test]
    fn a_unit_from_outside_has_no_code() {
        holds(
            ID,
            &[
                ("with a code", &["members/m04/foreign = yes"], Some((Error, "境外单位没有代码"))),
                (
                    "registered in Hainan",
                    &["members/m05/foreign = yes", "members/m05/uscc ="],
                    Some((Error, "又选了在海南省内注册")),
                ),
                ("without either", &["members/m04/foreign = yes", "members/m04/uscc ="], None),
            ],
        );
    }
}
