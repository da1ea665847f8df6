//! The domicile and the secretariat's premises lie in the city or county whose office the filing goes to.

use super::registration::is_elsewhere;
use super::{Case, Findings};
use crate::checks::Severity;
use crate::checks::words::quoted;
use crate::dossier::FactPath;
use crate::identifiers::Division;
use crate::language::label;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "place-and-division";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let Some(division) = case.dossier.alliance.division.given() else { return };
    let places = [
        ("alliance/domicile", label("联盟住所", "domicile"), &case.dossier.alliance.domicile),
        ("secretariat/premises", label("秘书处办公地址", "secretariat’s address"), &case.dossier.secretariat.premises),
    ];
    for (path, what, place) in places {
        let Some(place) = place.given().map(|place| place.as_str()) else { continue };
        let named: Vec<Division> = Division::ALL.into_iter().filter(|named| place.contains(named.name())).collect();
        // Of a place elsewhere none is named.
        if named.is_empty() && !is_elsewhere(place)
            || named.iter().any(|named| named == division || shares_ground(*named, *division))
        {
            continue;
        }
        let (zh, en, place, chosen) = (what.zh, what.en, quoted(place), division.label());
        let (chosen_zh, chosen_en) = (chosen.zh, chosen.en);
        findings.add(
            Severity::Caution,
            (
                message!(
                    "{zh}是{place}，所在市县选的却是{chosen_zh}。",
                    "The {en} is {place}, yet the city or county chosen is {chosen_en}."
                ),
                message!(
                    "备案向所在地知识产权管理部门申请，请核对所在市县和地址。",
                    "The filing goes to the office of the place; check both."
                ),
            ),
            vec![FactPath::new("alliance/division"), FactPath::new(path)],
            Citation::article(20),
        );
    }
}

/// 洋浦经济开发区 lies within 儋州市; an address may name either.
fn shares_ground(one: Division, other: Division) -> bool {
    matches!((one, other), (Division::Danzhou, Division::Yangpu) | (Division::Yangpu, Division::Danzhou))
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Caution;

    #[test]
    fn addresses_lie_in_the_division() {
        holds(
            ID,
            &[
                (
                    "a domicile elsewhere",
                    &["alliance/domicile = 海口市美兰区示例路1号"],
                    Some((Caution, "联盟住所是“海口市美兰区示例路1号”")),
                ),
                (
                    "premises elsewhere",
                    &["secretariat/premises = 海南省儋州市示例路1号"],
                    Some((Caution, "秘书处办公地址")),
                ),
                (
                    "a domicile in another province",
                    &["alliance/domicile = 北京市朝阳区示例路1号"],
                    Some((Caution, "联盟住所是“北京市")),
                ),
                ("an address that names no division", &["alliance/domicile = 崖州区示例路1号"], None),
                (
                    "Yangpu lies in Danzhou",
                    &[
                        "alliance/division = 洋浦",
                        "alliance/domicile = 海南省儋州市示例路1号",
                        "secretariat/premises =",
                    ],
                    None,
                ),
                ("no division chosen", &["alliance/division =", "alliance/domicile = 海口市"], None),
            ],
        );
    }
}
