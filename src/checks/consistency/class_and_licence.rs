//! The word printed on the licence, against what licences of the code's class print.

use super::{Findings, Row};
use crate::checks::Severity;
use crate::dossier::LicenceWord;
use crate::identifiers::EntityClass;
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "class-and-licence-word";

pub(super) fn find(member: &Row, findings: &mut Findings) {
    let (Some(word), Some(uscc)) = (member.licence_word.given(), member.uscc.given()) else { return };
    let class = uscc.class();
    if prints(class).contains(word) {
        return;
    }
    let usual = prints(class).iter().map(|word| format!("“{}”", word.label().zh)).collect::<Vec<_>>().join("、");
    let (Message { zh, en }, word) = (member.called(), word.label().zh);
    let (class_zh, class_en) = (class.label().zh, class.label().en);
    findings.add(
        Severity::Caution,
        (
            message!(
                "{zh}是{class_zh}，证照上一般印{usual}，填写的却是“{word}”。",
                "{en} is of the class “{class_en}”, whose licences usually print {usual}, yet “{word}” was chosen."
            ),
            message!("对照证照核对称谓和代码。", "Compare the word and the code with the licence."),
        ),
        vec![member.path("licence_word"), member.path("uscc")],
        Citation::item(20, 4),
    );
}

/// What licences and certificates of a class print. Registries differ most for bodies without a business licence.
fn prints(class: EntityClass) -> &'static [LicenceWord] {
    use LicenceWord::{Investor, LegalRepresentative, ManagingPartner, Operator, PersonInCharge};
    match class {
        EntityClass::PublicInstitution | EntityClass::SocialOrganisation | EntityClass::Foundation => {
            &[LegalRepresentative]
        }
        EntityClass::LawFirm => &[PersonInCharge],
        EntityClass::IndividualBusiness => &[Operator],
        EntityClass::Enterprise => &[LegalRepresentative, PersonInCharge, ManagingPartner, Investor],
        EntityClass::Government
        | EntityClass::MassOrganisation
        | EntityClass::PrivateNonEnterprise
        | EntityClass::FarmersCooperative
        | EntityClass::CollectiveEconomic
        | EntityClass::Other => &[LegalRepresentative, PersonInCharge],
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Caution;

    #[test]
    fn word_and_class_agree() {
        holds(
            ID,
            &[
                (
                    "an individual business with a legal representative",
                    &["members/m11/licence_word = legal-representative"],
                    Some((Caution, "一般印“经营者”")),
                ),
                (
                    "a law firm with a legal representative",
                    &["members/m06/licence_word = legal-representative"],
                    Some((Caution, "一般印“负责人”")),
                ),
                (
                    "a company with an operator",
                    &["members/m05/licence_word = operator"],
                    Some((Caution, "“执行事务合伙人”")),
                ),
                ("a branch", &["members/m05/licence_word = person-in-charge"], None),
                ("a word not given", &["members/m11/licence_word ="], None),
            ],
        );
    }
}
