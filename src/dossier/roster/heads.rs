//! What rosters call their columns, and what their cells call the values of a choice.

use crate::dossier::{Kind, Member, Question};

/// Whose telephone, post or e-mail a column speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Person {
    /// 负责人.
    Head,
    /// 联系人.
    Contact,
}

/// What the head of a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A fact of a member, by its key.
    Fact(&'static str),
    /// 姓名 of the person named before.
    Name,
    /// 职务: a person's post, or the unit's role in the alliance.
    Post,
    /// 电话 of the person named before.
    Phone,
    /// 负责人 or 联系人 above several columns.
    Of(Person),
    /// 序号.
    Number,
}

/// Names of columns, as [`normal`] leaves them; what a question is called on the screen counts besides.
const HEADS: &[(Meaning, &[&str])] = &[
    (
        Meaning::Fact("name"),
        &[
            "成员单位名称",
            "成员单位",
            "单位",
            "名称",
            "单位全称",
            "全称",
            "企业名称",
            "公司名称",
            "机构名称",
            "企业",
            "公司",
            "会员单位",
            "成员",
            "name",
            "unit",
            "unitname",
            "company",
            "companyname",
            "organisation",
            "organization",
            "member",
            "memberunit",
        ],
    ),
    (
        Meaning::Fact("uscc"),
        &[
            "社会信用代码",
            "信用代码",
            "统一信用代码",
            "统一代码",
            "代码",
            "税号",
            "纳税人识别号",
            "uscc",
            "creditcode",
            "socialcreditcode",
            "code",
            "taxnumber",
        ],
    ),
    (Meaning::Fact("foreign"), &["境外", "境外单位", "是否境外", "是否境外单位", "foreign"]),
    (
        Meaning::Fact("category"),
        &["类别", "类型", "单位类型", "单位性质", "性质", "成员类别", "机构类型", "category", "type", "kind"],
    ),
    (
        Meaning::Fact("role"),
        &[
            "联盟职务",
            "联盟内职务",
            "在联盟职务",
            "拟任联盟职务",
            "联盟角色",
            "角色",
            "联盟身份",
            "成员身份",
            "拟任职务",
            "担任职务",
            "role",
            "roleinalliance",
        ],
    ),
    (Meaning::Fact("licence_word"), &["负责人称谓", "证照称谓"]),
    (
        Meaning::Fact("legal_representative"),
        &["法定代表人", "法人", "法人代表", "法人姓名", "法定代表人姓名", "法代", "legalrepresentative", "legalrep"],
    ),
    (
        Meaning::Fact("in_hainan"),
        &["是否海南注册", "是否在海南注册", "海南省内注册", "省内注册", "是否省内", "省内省外", "省内外", "inhainan"],
    ),
    (Meaning::Fact("address"), &["住所", "地址", "注册地址", "单位地址", "住所地", "注册地", "通讯地址", "address"]),
    (Meaning::Fact("capital"), &["注册资本", "注册资金", "开办资金", "capital", "registeredcapital"]),
    (Meaning::Fact("established_on"), &["成立日期", "成立时间", "注册日期", "注册时间", "established", "founded"]),
    (Meaning::Fact("industry"), &["行业", "所属产业", "industry"]),
    (Meaning::Fact("scope"), &["经营范围", "业务范围", "主营业务", "scope", "businessscope"]),
    (
        Meaning::Fact("invention_patents"),
        &["发明专利", "发明", "发明专利数", "发明专利数量", "inventionpatents", "patents"],
    ),
    (Meaning::Fact("utility_models"), &["实用新型", "实用新型专利", "实用新型数量", "utilitymodels"]),
    (Meaning::Fact("designs"), &["外观设计", "外观设计专利", "外观", "designs"]),
    (Meaning::Fact("pct_applications"), &["pct", "pct申请", "pct专利", "pctapplications"]),
    (Meaning::Fact("trademarks"), &["商标", "注册商标", "商标数", "商标数量", "trademarks"]),
    (Meaning::Fact("geographical_indications"), &["地理标志", "地标", "geographicalindications", "gi"]),
    (Meaning::Fact("plant_varieties"), &["植物新品种", "植物新品种权", "品种权", "新品种", "plantvarieties"]),
    (Meaning::Fact("software_copyrights"), &["软件著作权", "软著", "计算机软件著作权", "softwarecopyrights"]),
    (Meaning::Fact("standards_international"), &["国际标准", "internationalstandards"]),
    (Meaning::Fact("standards_national"), &["国家标准", "国标", "nationalstandards"]),
    (Meaning::Fact("standards_industry"), &["行业标准", "行标", "industrystandards"]),
    (Meaning::Fact("standards_local"), &["地方标准", "localstandards"]),
    (Meaning::Fact("standards_group"), &["团体标准", "团标", "groupstandards"]),
    (Meaning::Fact("holdings_as_of"), &["统计截止日期", "截止日期", "统计日期", "asof"]),
    (Meaning::Fact("head_name"), &["单位负责人", "主要负责人", "负责人姓名", "head", "headname", "personincharge"]),
    (Meaning::Fact("head_post"), &["负责人职务", "负责人职位", "headpost", "headtitle"]),
    (
        Meaning::Fact("head_phone"),
        &["负责人电话", "负责人联系方式", "负责人手机", "负责人手机号", "负责人联系电话", "headphone"],
    ),
    (Meaning::Fact("contact_name"), &["联络员", "联系人姓名", "联络人", "经办人", "contactname", "contactperson"]),
    (Meaning::Fact("contact_post"), &["联系人职务", "联系人职位", "联络员职务", "contactpost", "contacttitle"]),
    (
        Meaning::Fact("contact_phone"),
        &[
            "联系人电话",
            "联系人联系方式",
            "联系人手机",
            "联系人手机号",
            "联系人联系电话",
            "联络员电话",
            "联络员手机",
            "contactphone",
        ],
    ),
    (
        Meaning::Fact("contact_email"),
        &[
            "邮箱",
            "电子邮箱",
            "联系人电子邮箱",
            "电子邮件",
            "邮件",
            "邮箱地址",
            "联系人邮箱",
            "email",
            "emailaddress",
            "contactemail",
            "mail",
        ],
    ),
    (Meaning::Of(Person::Head), &["负责人"]),
    (Meaning::Of(Person::Contact), &["联系人", "联系人信息", "contact"]),
    (Meaning::Name, &["姓名"]),
    (Meaning::Post, &["职务", "职位", "post", "title", "position"]),
    (
        Meaning::Phone,
        &[
            "电话",
            "联系电话",
            "联系方式",
            "手机",
            "手机号",
            "手机号码",
            "移动电话",
            "固定电话",
            "电话号码",
            "phone",
            "telephone",
            "tel",
            "mobile",
            "phonenumber",
        ],
    ),
    (Meaning::Number, &["序号", "编号", "序", "号", "no", "number", "index"]),
];

/// What cells call the values of a choice, beyond the values' own words: key, code, words.
const WORDS: &[(&str, &str, &[&str])] = &[
    ("category", "enterprise", &["公司", "有限公司", "生产企业", "民营企业", "国有企业", "国企", "民企", "企业单位"]),
    ("category", "university", &["高校", "大学", "学院", "院校", "高等学校", "职业院校"]),
    ("category", "institute", &["科研院所", "科研单位", "研究院", "研究所", "科研", "院所", "研究机构"]),
    ("category", "finance", &["银行", "保险", "保险公司", "金融", "担保机构", "基金公司"]),
    (
        "category",
        "service",
        &["律所", "律师事务所", "代理机构", "知识产权服务机构", "专业服务机构", "中介机构", "服务", "代理所"],
    ),
    ("category", "other", &["其他", "其它", "协会", "行业协会", "社会团体", "社会组织", "合作社"]),
    ("role", "chair", &["理事长"]),
    ("role", "secretary", &["秘书长", "秘书处单位", "秘书处承担单位"]),
    (
        "role",
        "chair-and-secretary",
        &[
            "理事长兼秘书长",
            "理事长单位兼秘书长单位",
            "理事长兼秘书长单位",
            "理事长、秘书长单位",
            "理事长单位、秘书长单位",
        ],
    ),
    ("role", "vice-chair", &["副理事长"]),
    ("role", "council", &["理事"]),
    ("role", "member", &["成员", "会员", "会员单位", "普通成员", "普通成员单位", "一般成员"]),
    ("in_hainan", "yes", &["省内", "海南", "海南省", "海南省内"]),
    ("in_hainan", "no", &["省外", "外省", "境外"]),
    ("foreign", "yes", &["境外", "境外单位"]),
    ("foreign", "no", &["境内", "境内单位"]),
];
/// Words for yes and no, whatever the question.
const YES_NO: &[(&str, &[&str])] =
    &[("yes", &["√", "✓", "✔", "有", "y", "true", "1"]), ("no", &["×", "✗", "✘", "无", "n", "false", "0"])];

/// The head of a column without what does not distinguish it: blanks, punctuation, units and notes in brackets, case.
pub(super) fn normal(head: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for character in head.chars() {
        match character {
            '（' | '(' | '[' | '【' | '〔' => depth += 1,
            '）' | ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 && character.is_alphanumeric() => plain.extend(character.to_lowercase()),
            _ => {}
        }
    }
    plain
}

/// What a head means; `None` for words that no roster is known to use.
pub(super) fn meaning(head: &str) -> Option<Meaning> {
    let wanted = normal(head);
    if wanted.is_empty() {
        return None;
    }
    let asked = |question: &&Question| normal(question.label.zh) == wanted || normal(question.label.en) == wanted;
    let known = |(meaning, names): &(Meaning, &[&str])| names.contains(&wanted.as_str()).then_some(*meaning);
    HEADS
        .iter()
        .find_map(known)
        .or_else(|| Member::QUESTIONS.iter().find(asked).map(|question| Meaning::Fact(question.key)))
}

/// The question that asks for a member's fact.
pub(super) fn question(key: &str) -> Option<&'static Question> {
    Member::QUESTIONS.iter().find(|question| question.key == key)
}

/// What to put into the fact `key` for a cell: the code of a choice where the cell names it in a roster's words, else the
/// cell, letter by letter.
#[must_use]
pub fn value<'a>(key: &str, cell: &'a str) -> &'a str {
    let Some(Question { kind: Kind::Choice(options), .. }) = question(key) else { return cell };
    let plain = cell.trim().to_lowercase();
    let words = WORDS.iter().find(|(of, _, words)| *of == key && words.contains(&plain.as_str())).map(|row| row.1);
    let yes_no = || {
        let asks = options.iter().any(|(code, _)| *code == "unsure");
        YES_NO.iter().find(|(_, words)| asks && words.contains(&plain.as_str())).map(|row| row.0)
    };
    words.or_else(yes_no).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Answer, Fact};

    #[test]
    fn a_head_is_known_by_its_usual_names_whatever_stands_around_them() {
        let table = [
            ("单位名称", Some(Meaning::Fact("name"))),
            (" 单位 名称（全称）* ", Some(Meaning::Fact("name"))),
            ("统一社会\n信用代码", Some(Meaning::Fact("uscc"))),
            ("Unified social credit code", Some(Meaning::Fact("uscc"))),
            ("发明专利（件）", Some(Meaning::Fact("invention_patents"))),
            ("E-mail", Some(Meaning::Fact("contact_email"))),
            ("职务", Some(Meaning::Post)),
            ("序号", Some(Meaning::Number)),
            ("备注", None),
            ("", None),
            ("（）", None),
        ];
        for (head, wanted) in table {
            assert_eq!(meaning(head), wanted, "{head}");
        }
    }

    #[test]
    fn every_question_of_a_member_is_known_by_its_own_words() {
        for question in Member::QUESTIONS {
            for words in [question.label.zh, question.label.en] {
                let found = meaning(words);
                assert!(matches!(found, Some(Meaning::Fact(key)) if key == question.key), "{words}: {found:?}");
            }
        }
    }

    #[test]
    fn every_key_and_code_named_here_exists() {
        for (meaning, _) in HEADS {
            if let Meaning::Fact(key) = meaning {
                assert!(question(key).is_some(), "{key}");
            }
        }
        for (key, code, words) in WORDS {
            for word in *words {
                let mut member = Member::default();
                let fact: &mut dyn Fact = member.fact_mut(key).unwrap();
                fact.put(value(key, word));
                assert_eq!(fact.text(), *code, "{key} {word}");
            }
        }
        assert_eq!(Answer::<crate::dossier::YesNo>::typed(value("willing", "√")).text(), "yes");
    }

    #[test]
    fn a_cell_that_is_no_word_for_a_choice_stays_as_it_is() {
        assert_eq!(value("category", " 集体企业 "), " 集体企业 ");
        assert_eq!(value("name", "理事长"), "理事长");
    }
}
