//! Which question stands on which screen, and in what company.

use crate::dossier::{Alliance, Materials, Member, Question, Secretariat, Setup};
use crate::language::{Label, label};
use crate::measures::Citation;

/// Questions that belong together, under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The heading.
    pub title: Label,
    /// What helps with the whole group; empty where the heading says it all.
    pub lead: Label,
    /// The keys of the questions, in the order they are asked.
    pub keys: &'static [&'static str],
}

/// A screen of questions over one part of the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// The heading.
    pub title: Label,
    /// What the screen is for, in a sentence or two.
    pub lead: Label,
    /// The groups, in order.
    pub groups: &'static [Group],
    /// The questions of the part.
    pub questions: &'static [Question],
}

const NO_LEAD: Label = label("", "");

impl Group {
    /// The questions of the group, in order.
    pub fn questions(&self, screen: &Screen) -> impl Iterator<Item = &'static Question> {
        let questions = screen.questions;
        self.keys.iter().filter_map(move |key| questions.iter().find(|question| question.key == *key))
    }

    /// The place of the Measures that asks for every fact of the group, where it is one and the same.
    #[must_use]
    pub fn citation(&self, screen: &Screen) -> Option<Citation> {
        let mut citations = self.questions(screen).map(|question| question.citation);
        let first = citations.next().flatten()?;
        citations.all(|citation| citation == Some(first)).then_some(first)
    }
}

/// 联盟基本情况.
pub const ALLIANCE: Screen = Screen {
    title: label("联盟基本情况", "The alliance"),
    lead: label(
        "这里的内容会写进申请表、章程、分析报告和会议纪要。写得多少都会保存，可以随时回来补。",
        "What you write here goes into the application form, the charter, the report and the minutes. It is saved as you type; come back whenever you like.",
    ),
    groups: &[
        Group {
            title: label("名称和类型", "Names and kind"),
            lead: NO_LEAD,
            keys: &["name", "short_name", "english_name", "kind", "founded_on"],
        },
        Group {
            title: label("所在产业", "Industry"),
            lead: NO_LEAD,
            keys: &["field", "field_other", "ip_intensive", "ip_intensive_basis", "industry_conditions"],
        },
        Group {
            title: label("住所和活动地域", "Place and region"),
            lead: NO_LEAD,
            keys: &["domicile", "division", "postcode", "region"],
        },
        Group {
            title: label("宗旨、目标和必要性", "Purpose, aims and need"),
            lead: label(
                "章程和必要性及可行性分析报告直接采用这些文字。",
                "The charter and the report on need and feasibility use these words as they are.",
            ),
            keys: &[
                "purpose",
                "business_scope",
                "aims",
                "background",
                "necessity",
                "common_interests",
                "ip_advantage",
                "risks",
            ],
        },
        Group {
            title: label("资源和经费", "Resources and funds"),
            lead: NO_LEAD,
            keys: &["resources", "funds", "budget"],
        },
        Group {
            title: label("主要任务（第五条至第十三条）", "Tasks (Articles 5 to 13)"),
            lead: label(
                "只写联盟打算承担的任务；留空的任务不会写进工作计划。",
                "Describe only the tasks the alliance will take on; a task left blank stays out of the work plan.",
            ),
            keys: &[
                "task_research",
                "task_patent_pool",
                "task_geographical",
                "task_brands",
                "task_standards",
                "task_defence",
                "task_navigation",
                "task_mentoring",
                "task_services",
            ],
        },
        Group {
            title: label("备案联系人", "Contact for the filing"),
            lead: NO_LEAD,
            keys: &["contact_name", "contact_post", "contact_phone", "contact_email"],
        },
    ],
    questions: Alliance::QUESTIONS,
};

/// 成员单位: one member.
pub const MEMBER: Screen = Screen {
    title: label("成员单位", "Member unit"),
    lead: label("照着这个单位的证照填写。", "Copy from the unit's licence."),
    groups: &[
        Group {
            title: label("单位身份", "Identity"),
            lead: NO_LEAD,
            keys: &[
                "name",
                "uscc",
                "foreign",
                "category",
                "role",
                "licence_word",
                "legal_representative",
                "in_hainan",
                "address",
            ],
        },
        Group {
            title: label("理事长、秘书长单位另需填写", "Asked of the chair and secretary-general units"),
            lead: label(
                "用于资格自查和单位简介。",
                "Used in the eligibility check and in the profiles of these units.",
            ),
            keys: &[
                "capital",
                "established_on",
                "industry",
                "scope",
                "standing",
                "three_years",
                "standards_work",
                "good_standing",
                "no_serious_breach",
                "credit_report_on",
                "register_print_on",
            ],
        },
        Group {
            title: label("意愿和信誉", "Will and good name"), lead: NO_LEAD, keys: &["willing", "good_faith"]
        },
        Group {
            title: label("知识产权", "Intellectual property"),
            lead: label("没有的填 0。", "Enter 0 where there is none."),
            keys: &[
                "holdings_as_of",
                "invention_patents",
                "utility_models",
                "designs",
                "pct_applications",
                "trademarks",
                "geographical_indications",
                "plant_varieties",
                "software_copyrights",
            ],
        },
        Group {
            title: label("参与制定的标准", "Standards it helped to make"),
            lead: NO_LEAD,
            keys: &[
                "standards_international",
                "standards_national",
                "standards_industry",
                "standards_local",
                "standards_group",
            ],
        },
        Group {
            title: label("负责人和联系人", "Person in charge and contact"),
            lead: NO_LEAD,
            keys: &[
                "head_name",
                "head_post",
                "head_phone",
                "contact_name",
                "contact_post",
                "contact_phone",
                "contact_email",
            ],
        },
        Group {
            title: label("签字盖章", "Signatures and seals"),
            lead: NO_LEAD,
            keys: &["charter_signed", "charter_sealed", "copy_stamped"],
        },
    ],
    questions: Member::QUESTIONS,
};

/// 秘书处.
pub const SECRETARIAT: Screen = Screen {
    title: label("秘书处", "Secretariat"),
    lead: label(
        "秘书处由担任秘书长单位的成员承担；单位本身的情况在成员单位中填写。",
        "The member with the role of secretary-general unit bears the secretariat; what concerns the unit itself is asked among the members.",
    ),
    groups: &[
        Group {
            title: label("承担单位和场所", "Unit and premises"),
            lead: NO_LEAD,
            keys: &["hainan_unit", "fixed_premises", "premises", "full_time_staff"],
        },
        Group {
            title: label("秘书长", "Secretary-general"),
            lead: NO_LEAD,
            keys: &["secretary_general", "secretary_general_post", "secretary_general_phone", "from_unit"],
        },
    ],
    questions: Secretariat::QUESTIONS,
};

/// 组建程序.
pub const SETUP: Screen = Screen {
    title: label("组建程序", "Steps of establishment"),
    lead: label(
        "先筹建、再设立，设立之后才申请备案。成立会议纪要采用这里的内容。",
        "First the preparation, then the founding, and only then the filing. The founding minutes use what you write here.",
    ),
    groups: &[
        Group {
            title: label("筹建", "Preparation"),
            lead: NO_LEAD,
            keys: &[
                "intent_on",
                "preparatory_meeting_on",
                "working_group_on",
                "plan_made",
                "charter_drafted_on",
                "rules_drafted",
            ],
        },
        Group {
            title: label("首次联盟成员代表大会", "First members' congress"),
            lead: NO_LEAD,
            keys: &["meeting_on", "meeting_place", "presided_by", "recorded_by", "units_expected", "units_present"],
        },
        Group {
            title: label("表决结果", "Votes"),
            lead: NO_LEAD,
            keys: &[
                "charter_for",
                "charter_against",
                "charter_abstained",
                "founding_for",
                "founding_against",
                "founding_abstained",
            ],
        },
        Group {
            title: label("名称、机构和当选人员", "Name, bodies and elections"),
            lead: NO_LEAD,
            keys: &["name_settled", "bodies_set_up", "chairperson", "vice_chairpersons", "election"],
        },
    ],
    questions: Setup::QUESTIONS,
};

/// 备案材料: how far the eight materials of Article 20 are on paper.
pub const MATERIALS: Screen = Screen {
    title: label("备案材料", "Materials"),
    lead: label("", ""),
    groups: &[
        Group {
            title: label("签字、盖章和定稿", "Signatures, seals and final texts"),
            lead: NO_LEAD,
            keys: &[
                "application_sealed",
                "profiles_sealed",
                "rules_adopted",
                "report_final",
                "minutes_signed",
                "list_checked",
            ],
        },
        Group { title: label("纸质材料", "On paper"), lead: NO_LEAD, keys: &["originals"] },
    ],
    questions: Materials::QUESTIONS,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_stands_on_exactly_one_screen() {
        for screen in [ALLIANCE, MEMBER, SECRETARIAT, SETUP, MATERIALS] {
            let mut laid: Vec<&str> = screen.groups.iter().flat_map(|group| group.keys).copied().collect();
            let mut asked: Vec<&str> = screen.questions.iter().map(|question| question.key).collect();
            laid.sort_unstable();
            asked.sort_unstable();
            assert_eq!(laid, asked, "{}", screen.title.zh);
        }
    }

    #[test]
    fn no_group_is_empty_and_none_is_too_long_to_survey() {
        for screen in [ALLIANCE, MEMBER, SECRETARIAT, SETUP, MATERIALS] {
            for group in screen.groups {
                assert!((1..=11).contains(&group.keys.len()), "{}", group.title.zh);
                assert_eq!(group.questions(&screen).count(), group.keys.len());
            }
        }
    }

    #[test]
    fn a_group_has_a_citation_where_all_its_questions_share_it() {
        let of = |screen: &Screen, title| {
            screen.groups.iter().find(|group| group.title.zh == title).and_then(|group| group.citation(screen))
        };
        assert_eq!(of(&ALLIANCE, "备案联系人"), Some(Citation::item(20, 8)));
        assert_eq!(of(&SECRETARIAT, "秘书长"), Some(Citation::article(23)));
        assert_eq!(of(&ALLIANCE, "名称和类型"), None);
    }
}
