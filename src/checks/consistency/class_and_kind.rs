//! The kind of unit that was chosen, against the class of its code.

use super::{Findings, Row};
use crate::checks::Severity;
use crate::dossier::Category;
use crate::identifiers::EntityClass;
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "class-and-kind";

pub(super) fn find(member: &Row, findings: &mut Findings) {
    let (Some(kind), Some(uscc)) = (member.category.given(), member.uscc.given()) else { return };
    let class = uscc.class();
    if suits(*kind, class) {
        return;
    }
    let (Message { zh, en }, prefix) = (member.called(), uscc.as_str().get(..2).unwrap_or_default());
    let (kind_zh, kind_en, class_zh, class_en) = (kind.label().zh, kind.label().en, class.label().zh, class.label().en);
    findings.add(
        Severity::Caution,
        (
            message!(
                "{zh}的单位类别选的是{kind_zh}，代码却是{class_zh}（{prefix}开头）。",
                "The kind of {en} is “{kind_en}”, yet its code begins with {prefix}: {class_en}."
            ),
            message!("对照证照核对单位类别和代码。", "Compare kind and code with the licence."),
        ),
        vec![member.path("category"), member.path("uscc")],
        Citation::item(20, 8),
    );
}

/// Whether units of this kind are registered in this class. Universities and institutes may be public institutions,
/// private non-enterprise units or companies.
fn suits(kind: Category, class: EntityClass) -> bool {
    use EntityClass::{Enterprise, FarmersCooperative, Government, IndividualBusiness, MassOrganisation};
    use EntityClass::{Other, PrivateNonEnterprise, PublicInstitution};
    match kind {
        Category::Enterprise => matches!(class, Enterprise | FarmersCooperative | IndividualBusiness),
        Category::University | Category::Institute => {
            matches!(class, PublicInstitution | PrivateNonEnterprise | Enterprise | Other)
        }
        Category::Finance => matches!(class, Enterprise | FarmersCooperative | Other),
        Category::Service => !matches!(class, Government | MassOrganisation),
        Category::Other => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Caution;

    #[test]
    fn kind_and_class_agree() {
        holds(
            ID,
            &[
                (
                    "an institution as an enterprise",
                    &["members/m03/category = enterprise"],
                    Some((Caution, "事业单位（12开头）")),
                ),
                (
                    "a society as a university",
                    &["members/m07/category = university"],
                    Some((Caution, "社会团体（51开头）")),
                ),
                ("a law firm as a bank", &["members/m06/category = finance"], Some((Caution, "律师事务所（31开头）"))),
                ("an institute that is a company", &["members/m04/category = institute"], None),
                ("a code not given", &["members/m03/category = enterprise", "members/m03/uscc ="], None),
            ],
        );
    }
}
