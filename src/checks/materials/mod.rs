//! The eight materials of Article 20, as this dossier needs them: one item, one file.

mod application;
mod certificates;
mod charter;
mod list;
mod minutes;
mod need;
mod needs;
mod profiles;
mod report;
mod rules;

use super::MaterialItem;
use super::case::Case;
use super::kept::{Kept, Reads};
use crate::language::{Label, label};
use crate::measures::Citation;
pub use need::Need;
pub(super) use need::People;
pub(super) use needs::Needs;

/// An item of Article 20, and what tells its needs, part by part.
struct Item {
    number: u8,
    title: Label,
    parts: &'static [Part],
}

/// What a part of an item's needs reads, and what tells it.
type Part = (Reads, fn(&Case, &mut Needs));

static ITEMS: [Item; 8] = [
    Item {
        number: 1,
        title: label("备案申请表", "Application form"),
        parts: &[
            (Reads::Parts, application::alliance),
            (Reads::Leads, application::leads),
            (Reads::Parts, application::secretariat),
            (Reads::All, application::members),
            (Reads::Parts, application::sealed),
        ],
    },
    Item {
        number: 2,
        title: label("联盟章程", "Charter"),
        parts: &[(Reads::All, charter::text), (Reads::Parts, charter::carried), (Reads::All, charter::signing)],
    },
    Item {
        number: 3,
        title: label("理事长单位、秘书长单位简介", "Profiles of the chair and the secretary-general unit"),
        parts: &[(Reads::Leads, profiles::needs)],
    },
    Item {
        number: 4,
        title: label("成员单位证照复印件", "Copies of the members’ licences"),
        parts: &[(Reads::All, certificates::needs)],
    },
    Item {
        number: 5,
        title: label("联盟相关管理制度", "Rules and regulations"),
        parts: &[(Reads::Parts, rules::needs)],
    },
    Item {
        number: 6,
        title: label("必要性及可行性分析报告", "Report on need and feasibility"),
        parts: &[(Reads::Parts, report::needs)],
    },
    Item {
        number: 7,
        title: label("联盟成立会议纪要", "Minutes of the founding meeting"),
        parts: &[(Reads::Parts, minutes::needs)],
    },
    Item {
        number: 8,
        title: label("成员单位名单及负责人、联系人信息", "List of members with persons in charge and contacts"),
        parts: &[(Reads::All, list::members), (Reads::Parts, list::checked)],
    },
];

/// Number and name of each item, in order.
pub fn titles() -> impl Iterator<Item = (u8, Label)> {
    ITEMS.iter().map(|item| (item.number, item.title))
}

/// The eight items, in order.
pub(super) fn items(case: &Case, kept: &mut Kept<Needs>) -> Vec<MaterialItem> {
    let mut places = 0..;
    let mut told = |(reads, tell): &Part| {
        let part = || {
            let mut needs = Needs::default();
            tell(case, &mut needs);
            needs
        };
        places.next().map(|place| kept.take(place, *reads, part)).unwrap_or_default()
    };
    let mut item = |item: &Item| {
        let mut parts = item.parts.iter();
        let mut needs = parts.next().map(&mut told).unwrap_or_default();
        parts.for_each(|part| needs.append(told(part)));
        let (state, needs) = needs.conclude();
        MaterialItem { number: item.number, title: item.title, citation: Citation::item(20, item.number), state, needs }
    };
    ITEMS.iter().map(&mut item).collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::ItemState::{InProgress, NotStarted, Ready};
    use crate::checks::testing::{assessed, edited};
    use crate::checks::{ItemState, MaterialItem, assess, testing::TODAY};
    use crate::dossier::{Attachment, Dossier, FactPath, MediaType};

    fn with_certificates(edits: &[&str]) -> Dossier {
        let mut dossier = edited(edits);
        dossier.attachments = dossier
            .members
            .iter()
            .map(|member| Attachment {
                id: format!("file-{}", member.id),
                material: None,
                member: Some(member.id.clone()),
                name: "证照.pdf".to_owned(),
                media_type: MediaType::Pdf,
                size: 1,
                crc32: 0,
                sha256: member.id.clone(),
                turn: crate::dossier::Turn::default(),
                inspection: None,
                extra: serde_json::Map::new(),
            })
            .collect();
        dossier
    }

    fn states(materials: &[MaterialItem]) -> Vec<ItemState> {
        materials.iter().map(|item| item.state).collect()
    }

    fn lacking(item: &MaterialItem) -> Vec<String> {
        item.needs.iter().filter(|need| !need.is_done()).map(|need| need.words().zh).collect()
    }

    #[test]
    fn the_sample_lacks_the_certificates_alone() {
        let materials = assessed(&[]).materials;
        assert_eq!(states(&materials), [Ready, Ready, Ready, InProgress, Ready, Ready, Ready, Ready]);
        assert_eq!(lacking(&materials[3]).len(), 12);
        let unstamped = assessed(&["members/m03/copy_stamped ="]).materials;
        assert_eq!(unstamped[3].state, NotStarted);
        assert!(unstamped[3].needs.iter().any(|need| need.words().zh.ends_with("（11/12）")));
        assert!(assess(&with_certificates(&[]), TODAY).materials.iter().all(|item| item.state == Ready));
    }

    #[test]
    fn nothing_is_begun_in_an_empty_dossier_and_every_item_says_what_it_needs() {
        let materials = assessed(&["empty"]).materials;
        assert_eq!(states(&materials), [NotStarted; 8]);
        for item in &materials {
            assert!(!lacking(item).is_empty(), "{}", item.title.zh);
        }
    }

    #[test]
    fn each_member_hands_in_the_certificate_of_its_class() {
        let needs =
            &assessed(&["members/m04/uscc =", "members/m04/foreign = yes", "members/m05/uscc ="]).materials[3].needs;
        let what: Vec<String> = needs.iter().take(12).map(|need| need.words().zh).collect();
        assert_eq!(
            what,
            [
                "“海南示例南繁种业科技有限公司”的营业执照复印件",
                "“海南示例热带作物育种研究院”的事业单位法人证书复印件",
                "“样例热带农业大学”的事业单位法人证书复印件",
                "“北京样例生物育种技术有限公司”的境外登记证明文件及中文译本复印件（办法没有列明，比照提供）",
                "“海南样例农村商业银行股份有限公司”的证照复印件（填写代码后确定种类）",
                "“海南甲乙丙律师事务所”的律师事务所执业许可证复印件（办法没有列明，比照提供）",
                "“海南省示例种子行业协会”的社会团体法人登记证书复印件（办法没有列明，比照提供）",
                "“三亚样例种业知识产权服务中心”的民办非企业单位登记证书复印件（办法没有列明，比照提供）",
                "“深圳市样例农业科技发展基金会”的基金会法人登记证书复印件（办法没有列明，比照提供）",
                "“乐东示例南繁制种农民专业合作社”的营业执照复印件",
                "“陵水样例种苗经营部”的营业执照复印件",
                "“万宁市示例镇样例村股份经济合作社”的农村集体经济组织登记证复印件（办法没有列明，比照提供）",
            ]
        );
    }

    #[test]
    fn a_row_without_name_and_code_keeps_open_whatever_is_asked_of_each_member() {
        let edits = ["copy m12", "members/m12-copy/name =", "members/m12-copy/uscc ="];
        let materials = assess(&with_certificates(&edits), TODAY).materials;
        assert_eq!(states(&materials), [InProgress, InProgress, Ready, InProgress, Ready, Ready, Ready, InProgress]);
        assert!(lacking(&materials[7])[0].starts_with("第13行成员"));
    }

    #[test]
    fn whoever_the_licence_names_signs_the_charter_and_the_unit_seals_it() {
        let edits = ["members/m06/charter_signed = no", "members/m11/charter_sealed =", "members/m12/charter_signed ="];
        let materials = assessed(&edits).materials;
        assert_eq!(materials[1].state, InProgress);
        assert_eq!(
            lacking(&materials[1]),
            [
                "“海南甲乙丙律师事务所”的负责人符己六签署章程",
                "“陵水样例种苗经营部”在章程上加盖单位公章",
                "“万宁市示例镇样例村股份经济合作社”的法定代表人韩丑二签署章程",
            ]
        );
    }

    #[test]
    fn the_profiles_have_five_heads_for_one_unit_or_two() {
        let heads =
            |edits: &[&str]| assessed(edits).materials[2].needs.iter().filter(|need| need.member().is_some()).count();
        assert_eq!(heads(&[]), 10);
        assert_eq!(heads(&["remove m02", "members/m01/role = chair-and-secretary"]), 5);
    }

    #[test]
    fn a_blank_is_found_in_the_item_that_needs_it() {
        // fact, items that lack it
        let table: &[(&str, &[u8])] = &[
            ("alliance/domicile", &[1, 2]),
            ("alliance/necessity", &[1, 6]),
            ("members/m01/capital", &[1]),
            ("members/m02/standards_work", &[3]),
            ("members/m02/contact_phone", &[1, 8]),
            ("members/m07/contact_phone", &[8]),
            ("members/m07/charter_sealed", &[2]),
            ("members/m07/invention_patents", &[1]),
            ("members/m07/trademarks", &[1]),
            ("members/m07/holdings_as_of", &[1]),
            ("members/m07/category", &[1]),
            ("members/m07/in_hainan", &[1]),
            ("setup/meeting_place", &[7]),
            ("setup/charter_for", &[2, 7]),
            ("materials/rules_adopted", &[5]),
            ("materials/originals", &[]),
            ("secretariat/premises", &[1, 2]),
        ];
        for (fact, expected) in table {
            let dossier = with_certificates(&[&format!("{fact} =")]);
            let materials = assess(&dossier, TODAY).materials;
            let lacking: Vec<u8> =
                materials.iter().filter(|item| item.state != Ready).map(|item| item.number).collect();
            assert_eq!(lacking, *expected, "{fact}");
            for item in materials.iter().filter(|item| item.state != Ready) {
                let undone = item.needs.iter().find(|need| !need.is_done()).unwrap();
                assert_eq!(undone.facts().iter().next(), Some(FactPath::new(*fact)), "{fact} in item {}", item.number);
            }
        }
    }

    #[test]
    fn what_the_text_does_not_ask_for_is_a_hint_and_holds_nothing_up() {
        let dossier = with_certificates(&["members/m03/copy_stamped = no", "alliance/risks ="]);
        let materials = assess(&dossier, TODAY).materials;
        assert!(materials.iter().all(|item| item.state == Ready));
        assert!(materials[3].needs.iter().any(|need| need.is_hint() && !need.is_done()));
        assert!(materials[5].needs.iter().any(|need| need.is_hint() && !need.is_done()));
    }
}
