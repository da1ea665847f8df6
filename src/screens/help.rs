//! Help on the spot: of every question what its words mean, an example of a good answer, and the source.
//!
//! The meanings are explanations, not the Measures' own words: they are shown as hints. The examples are the answers of
//! the sample dossier, so they are answers that the checks accept and the documents print.

use crate::dossier::{Dossier, FactPath, sample};
use crate::language::{Label, Message, label};
use crate::measures::Citation;
use crate::message;

use super::naming::answer_of;

/// What helps to answer a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// What is meant.
    pub means: Label,
    /// An example of a good answer: as the documents need it, Chinese in both languages, but for a choice, which is named
    /// in each.
    pub example: Message,
    /// What of the Measures asks for it; `None` where nothing does.
    pub citation: Option<Citation>,
}

/// The member of the sample whose answers are the examples: it has the role of which the most is asked.
const EXEMPLARY: &str = "m01";

/// The help for the question at `path`; `None` where nothing is asked.
#[must_use]
pub fn help_of(path: &FactPath) -> Option<Help> {
    let question = Dossier::question(path)?;
    let part = path.steps().0;
    let asked = |(of, keys, _): &&(&str, &[&str], Label)| *of == part && keys.contains(&question.key);
    let means = MEANINGS.iter().find(asked).map(|(.., means)| *means)?;
    let own =
        OWN_EXAMPLES.iter().find(|(of, _)| *of == path.text()).map(|(_, example)| message!("{example}", "{example}"));
    let in_sample = || {
        let example = if part == "members" { FactPath::member(EXEMPLARY, question.key) } else { path.clone() };
        answer_of(&sample(), &example)
    };
    Some(Help { means, example: own.unwrap_or_else(in_sample), citation: question.citation })
}

/// Examples for what the sample does not answer.
const OWN_EXAMPLES: &[(&str, &str)] = &[("alliance/field_other", "海洋牧场装备制造")];

/// What is meant: part, keys, words.
const MEANINGS: &[(&str, &[&str], Label)] = &[
    (
        "alliance",
        &["name"],
        label(
            "联盟的正式全称，各份文书、印章和备案用同一个名称，一字不差。一般由地域、产业和“知识产权联盟”组成。",
            "The full, official name, the same letter by letter in every document, seal and filing: as a rule place, industry and “知识产权联盟”.",
        ),
    ),
    (
        "alliance",
        &["short_name"],
        label(
            "正文里代替全称的叫法；不填就一律写全称。",
            "What stands for the full name in the texts; if blank, the full name does.",
        ),
    ),
    (
        "alliance",
        &["english_name"],
        label("只写入申请表，供对外交流。", "Goes into the application form only, for contacts abroad."),
    ),
    (
        "alliance",
        &["kind"],
        label(
            "产业知识产权联盟围绕一个产业组建，知识产权保护联盟以保护协作为主。设立条件相同，支持的条文不同（第十四条、第十五条）。",
            "An industry alliance is built around one industry, a protection alliance around common protection. The conditions are the same; they are supported by different articles (14 and 15).",
        ),
    ),
    (
        "alliance",
        &["field", "field_other"],
        label(
            "联盟主要工作所在的产业；跨几个产业的，选成员和知识产权最集中的一个。",
            "The industry in which the alliance mainly works; if several, the one with most of the members and IP.",
        ),
    ),
    (
        "alliance",
        &["ip_intensive", "ip_intensive_basis"],
        label(
            "知识产权密集型产业，指竞争力主要来自专利、商标、植物新品种等知识产权的产业。依据写清拥有量、截止日期，以及对照的目录或者理由。",
            "An industry whose strength comes mainly from IP: patents, trademarks, plant varieties and the like. Give the numbers, their date, and the catalogue or the reasons.",
        ),
    ),
    (
        "alliance",
        &["industry_conditions"],
        label(
            "产业链是否完整、有哪些平台和人才、市场在哪里：说明这个产业能够支撑联盟的工作。",
            "Whether the supply chain is complete, which platforms and people there are, where the markets lie: that the industry can bear the alliance’s work.",
        ),
    ),
    (
        "alliance",
        &["common_interests"],
        label(
            "各成员单位共同面对、联合起来才好解决的问题；不写单个单位的诉求。",
            "The problems that all members share and that are better solved together; not the wishes of one of them.",
        ),
    ),
    (
        "alliance",
        &["ip_advantage"],
        label(
            "集聚：同一领域的知识产权集中在成员手中。互补：研究、生产、销售、服务各有所长。数字应与各成员填报的一致。",
            "Clustered: the IP of one field is in the members’ hands. Complementary: research, production, sales and services go together. The numbers agree with what each member reports.",
        ),
    ),
    (
        "alliance",
        &["resources"],
        label(
            "场地、人员、经费、数据，逐项写明由哪个单位投入多少。",
            "Premises, people, money, data: for each, who brings how much.",
        ),
    ),
    (
        "alliance",
        &["funds"],
        label(
            "经费从哪里来、由谁管账、怎样公开和监督。不得以联盟名义对外收费。",
            "Where the money comes from, who keeps the accounts, how they are shown and watched over. No fees are taken from outsiders in the alliance’s name.",
        ),
    ),
    (
        "alliance",
        &["budget"],
        label(
            "第一年预计的全部支出，以万元计的整数。",
            "All spending expected in the first year, as a whole number of 10,000 yuan.",
        ),
    ),
    (
        "alliance",
        &["domicile"],
        label(
            "联盟的办公和通信地址，写到门牌号；应在受理备案的市县之内。",
            "Where the alliance works and is written to, with street and number, within the city or county it files with.",
        ),
    ),
    (
        "alliance",
        &["division"],
        label(
            "联盟住所所在的市县，它决定材料交给哪个部门。",
            "The city or county of the domicile: it decides which office the filing goes to.",
        ),
    ),
    ("alliance", &["postcode"], label("住所的六位邮政编码。", "The six digits of the domicile’s postcode.")),
    (
        "alliance",
        &["region"],
        label(
            "联盟开展活动的地域范围；成员有省外单位的，可以写明。",
            "Where the alliance is active; name other provinces if members come from there.",
        ),
    ),
    (
        "alliance",
        &["founded_on"],
        label(
            "首次联盟成员代表大会表决通过设立决定的那一天，不是备案的日期。",
            "The day the first members’ congress voted the founding decision, not the day of the filing.",
        ),
    ),
    (
        "alliance",
        &["purpose"],
        label(
            "联盟为什么成立、遵循什么原则、服务什么目标，一两句话；章程直接采用。",
            "Why the alliance exists, by which principles and to what end, in a sentence or two; the charter uses it as it is.",
        ),
    ),
    (
        "alliance",
        &["business_scope"],
        label(
            "联盟具体做哪些事；限于成员单位内部，不写经营性业务。",
            "What the alliance does, among its members; no trading business.",
        ),
    ),
    (
        "alliance",
        &["aims"],
        label(
            "可以检查的目标：分年度，写出数量和完成时间。",
            "Aims that can be checked: year by year, with numbers and dates.",
        ),
    ),
    (
        "alliance",
        &["background"],
        label(
            "产业和知识产权的现状、存在的问题，以及发起单位怎样走到一起。",
            "How the industry and its IP stand, what is amiss, and how the founders came together.",
        ),
    ),
    (
        "alliance",
        &["necessity"],
        label(
            "不成立联盟有什么问题解决不了，成立之后能怎样解决。",
            "What cannot be solved without an alliance, and how it will be with one.",
        ),
    ),
    (
        "alliance",
        &["risks"],
        label(
            "可能出现的问题和对应的办法，一条风险配一条对策。",
            "What may go wrong and what is then done: one answer for each risk.",
        ),
    ),
    (
        "alliance",
        &[
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
        label(
            "联盟打算怎样承担办法第二章的这一项任务：由谁牵头、做什么、做到什么程度。不承担的留空。",
            "How the alliance means to take on this task of chapter two: who leads, what is done, how far. Leave it blank if it does not.",
        ),
    ),
    (
        "alliance",
        &["contact_name", "contact_post", "contact_phone", "contact_email"],
        label(
            "受理部门就备案材料联系的人，一般是秘书处人员；电话、邮箱应能随时联系上。",
            "Whom the office asks about the filing, usually of the secretariat; by a telephone and e-mail that are answered.",
        ),
    ),
    (
        "members",
        &["name", "address", "legal_representative"],
        label("照证照抄写，一字不差，不用简称。", "Copy it from the licence letter by letter, without short forms."),
    ),
    (
        "members",
        &["uscc"],
        label(
            "证照上的 18 位代码，由数字和大写字母组成（没有 I、O、Z、S、V）。输入的空格、全角和小写会自动整理。",
            "The 18 characters on the licence, digits and capital letters (never I, O, Z, S or V). Blanks, wide characters and small letters are put right.",
        ),
    ),
    (
        "members",
        &["foreign"],
        label(
            "在境外或者港澳台登记、没有统一社会信用代码的单位选“是”；外商投资企业在境内登记，选“否”。",
            "Yes for a unit registered abroad or in Hong Kong, Macao or Taiwan, which has no credit code; a foreign-invested company registered here is not one.",
        ),
    ),
    (
        "members",
        &["category"],
        label(
            "按单位的主要业务选。服务机构指律师事务所、专利代理、评估、检测等；行业协会一般选“其他组织”。",
            "By what the unit mainly does. Service firms are law firms, patent agents, valuers, laboratories; trade associations are usually other organisations.",
        ),
    ),
    (
        "members",
        &["role"],
        label(
            "理事长单位牵头，秘书长单位承担秘书处，各一家，可以是同一家。其他单位按章程设定的职务选。",
            "The chair unit leads, the secretary-general unit bears the secretariat: one each, or one unit for both. The others as the charter provides.",
        ),
    ),
    (
        "members",
        &["licence_word"],
        label(
            "看证照上姓名前面印的是哪个词，它说明单位是不是独立法人。",
            "The word printed before the name on the licence: it tells whether the unit is a legal person.",
        ),
    ),
    (
        "members",
        &["in_hainan"],
        label(
            "看证照上的住所是否在海南省内。分公司以总公司的登记为准。",
            "Whether the address on the licence lies in Hainan. For a branch, that of its company counts.",
        ),
    ),
    (
        "members",
        &["capital", "established_on"],
        label("照证照填写；事业单位填开办资金。", "As on the licence; for a public institution its initial funds."),
    ),
    (
        "members",
        &["industry", "scope"],
        label(
            "行业写到大类或中类；经营范围照证照摘录，可以只写与联盟有关的部分。",
            "The industry by its class; the scope from the licence, if need be only what concerns the alliance.",
        ),
    ),
    (
        "members",
        &["standing"],
        label(
            "用事实说明在同行中的地位：规模、排名、资质、主要产品或者成果。",
            "The unit’s place among its peers by facts: size, rank, qualifications, products or results.",
        ),
    ),
    (
        "members",
        &["three_years"],
        label(
            "最近三个完整年度的收入、利润、研发投入等；事业单位写主要工作和成果。",
            "Income, profit and research spending of the last three full years; a public institution tells its work and results.",
        ),
    ),
    (
        "members",
        &["standards_work"],
        label(
            "参与制定的国际、国家、行业、地方、团体标准，写明数量和主要标准名称。",
            "The standards it helped to make, international to group, with numbers and names.",
        ),
    ),
    (
        "members",
        &["good_standing", "no_serious_breach"],
        label(
            "正常经营，没有被列入经营异常名录、严重违法失信名单、失信被执行人名单。拿不准就选“不确定”，查明再改。",
            "In regular business, and on no list of irregular operation, grave violations or defaulting debtors. If in doubt choose “not sure” and find out.",
        ),
    ),
    (
        "members",
        &["credit_report_on", "register_print_on"],
        label(
            "在“信用中国”下载报告、在登记公示网站查询打印的日期，离报送越近越好。企业、合作社和个体工商户查国家企业信用信息公示系统，事业单位查机关赋码和事业单位登记管理网，社会组织查中国社会组织政务服务平台。",
            "The day the report was fetched from Credit China, or the public register was printed; the closer to the filing the better. Companies, cooperatives and sole traders are in the National Enterprise Credit Information Publicity System, public institutions at gjsy.gov.cn, social organisations at chinanpo.mca.gov.cn.",
        ),
    ),
    (
        "members",
        &["willing", "good_faith"],
        label(
            "由该单位自己确认；最好有加入联盟的书面意向或者内部决定。",
            "For the unit itself to confirm, best by a written intention or its own decision to join.",
        ),
    ),
    (
        "members",
        &[
            "invention_patents",
            "utility_models",
            "designs",
            "pct_applications",
            "trademarks",
            "geographical_indications",
            "plant_varieties",
            "software_copyrights",
        ],
        label(
            "截至统计日期有效的件数：专利、商标、品种权以授权或注册为准，PCT 以提交的国际申请计。没有填 0。",
            "How many are in force on the day of counting: patents, trademarks and varieties as granted or registered, PCT as filed. Enter 0 for none.",
        ),
    ),
    (
        "members",
        &["standards_international", "standards_national", "standards_industry", "standards_local", "standards_group"],
        label(
            "本单位列为起草单位、已经发布的标准项数。没有填 0。",
            "Published standards that name the unit among their drafters. Enter 0 for none.",
        ),
    ),
    (
        "members",
        &["holdings_as_of"],
        label(
            "知识产权和标准数量统计到哪一天；全体成员最好用同一天。",
            "The day up to which the numbers are counted, best the same for all members.",
        ),
    ),
    (
        "members",
        &["head_name", "head_post", "head_phone"],
        label(
            "该单位负责联盟事务的领导，可以就是法定代表人。",
            "Who answers for the alliance in the unit: it may be its legal representative.",
        ),
    ),
    (
        "members",
        &["contact_name", "contact_post", "contact_phone", "contact_email"],
        label(
            "该单位日常联系的人；联盟的通知、会议都找他。",
            "Whom the alliance writes to and invites from day to day.",
        ),
    ),
    (
        "members",
        &["charter_signed", "charter_sealed"],
        label(
            "纸质章程的签署页上，该单位已经签字、盖章；还没办的选“否”。",
            "On the signature pages of the paper charter; choose no while it is not done.",
        ),
    ),
    (
        "members",
        &["copy_stamped"],
        label(
            "复印件上写“与原件一致”，由证照持有单位盖章；收到一份记一份。",
            "The copy bears “与原件一致” and its holder’s seal; note each as it comes in.",
        ),
    ),
    (
        "secretariat",
        &["hainan_unit"],
        label(
            "企事业单位，指企业和事业单位；社会团体、民办非企业单位和基金会不是。",
            "Enterprises and public institutions; societies, private non-enterprise units and foundations are neither.",
        ),
    ),
    (
        "secretariat",
        &["fixed_premises", "premises"],
        label(
            "有稳定使用权的办公地点，自有、租赁或者由承担单位提供都可以；写到门牌和房间号。",
            "A place of work held steadily, owned, rented or given by the unit; with number and room.",
        ),
    ),
    (
        "secretariat",
        &["full_time_staff"],
        label(
            "只做联盟秘书处工作的人数，兼职的不计。",
            "Those who work for the secretariat alone; part-time staff does not count.",
        ),
    ),
    (
        "secretariat",
        &["secretary_general", "secretary_general_post", "secretary_general_phone", "from_unit"],
        label(
            "主持秘书处日常工作的人，原则上是承担单位的在职人员；职务写他在本单位的职务。",
            "Who runs the secretariat, as a rule on the staff of the unit that bears it; the post is that held in the unit.",
        ),
    ),
    (
        "setup",
        &["intent_on", "preparatory_meeting_on", "working_group_on", "charter_drafted_on"],
        label(
            "按留存的函件、通知或者会议记录填写。先有意向，再开筹建会、成立工作组、起草章程。",
            "From the letters, notices or minutes kept. First the intention, then meeting and working group, then the draft.",
        ),
    ),
    (
        "setup",
        &["plan_made", "rules_drafted"],
        label(
            "有成文的文本就选“是”；本工具的“管理制度”可作底稿。",
            "Yes once there is a written text; the rules made here can serve as a draft.",
        ),
    ),
    (
        "setup",
        &["meeting_on", "meeting_place", "presided_by", "recorded_by"],
        label(
            "表决章程和设立决定的那次大会；与会议纪要、签到表一致。",
            "The congress that voted the charter and the founding, as in its minutes and attendance list.",
        ),
    ),
    (
        "setup",
        &["units_expected", "units_present"],
        label(
            "按单位计，不按人数计。应到是全体成员单位；委托他人出席的计入实到。",
            "Units, not persons. Expected are all members; those represented by proxy are present.",
        ),
    ),
    (
        "setup",
        &[
            "charter_for",
            "charter_against",
            "charter_abstained",
            "founding_for",
            "founding_against",
            "founding_abstained",
        ],
        label(
            "按单位计票；到会没有投票的计入弃权，三项之和等于实到家数。",
            "Votes by unit; who is present and does not vote abstains, so that the three add up to the units present.",
        ),
    ),
    (
        "setup",
        &["name_settled", "bodies_set_up"],
        label(
            "会议作出了决定就选“是”；机构指成员大会、理事会、秘书处等。",
            "Yes if the congress so decided; the bodies are congress, council, secretariat and so on.",
        ),
    ),
    (
        "setup",
        &["chairperson", "vice_chairpersons"],
        label(
            "当选人的姓名，几个人用顿号隔开；理事长一般是理事长单位的代表。",
            "The names of those elected, with “、” between them; the chairperson usually represents the chair unit.",
        ),
    ),
    (
        "setup",
        &["election"],
        label(
            "章程规定首届机构由首次成员代表大会选举产生的，写明表决方式和票数，纪要照此记载。",
            "Where the charter has the first bodies elected by the congress: how, and with how many votes, as the minutes are to say.",
        ),
    ),
    (
        "materials",
        &["application_sealed", "profiles_sealed", "minutes_signed"],
        label(
            "指打印出来的纸质件；电子件不需要先签。还没办的选“否”。",
            "The printed papers; files need no signature. Choose no while it is not done.",
        ),
    ),
    (
        "materials",
        &["rules_adopted", "report_final", "list_checked"],
        label("文本不再改动，可以打印报送时选“是”。", "Yes once the text will not change any more and can be printed."),
    ),
    (
        "materials",
        &["originals"],
        label(
            "签字盖章的原件要几份；每份都要逐家签署，先问清再打印。",
            "How many signed originals: every one is signed by every member, so ask before you print.",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::{ALLIANCE, MATERIALS, MEMBER, SECRETARIAT, SETUP};

    fn paths() -> Vec<FactPath> {
        let parts = [
            ("alliance", ALLIANCE),
            ("members/m05", MEMBER),
            ("secretariat", SECRETARIAT),
            ("setup", SETUP),
            ("materials", MATERIALS),
        ];
        let of = |(part, screen): (&str, crate::screens::Screen)| {
            screen
                .questions
                .iter()
                .map(|question| FactPath::new(format!("{part}/{}", question.key)))
                .collect::<Vec<_>>()
        };
        parts.into_iter().flat_map(of).collect()
    }

    #[test]
    fn no_question_is_without_its_meaning_and_an_example() {
        for path in paths() {
            let help = help_of(&path).unwrap_or_else(|| panic!("{path} has no help"));
            assert!(help.means.zh.ends_with('。') && help.means.en.ends_with('.'), "{path}");
            assert!(!help.example.zh.trim().is_empty(), "{path} has no example");
        }
    }

    #[test]
    fn every_example_is_an_answer_that_can_be_read() {
        for path in paths() {
            let mut dossier = sample();
            let fact = dossier.fact_mut(&path).unwrap();
            fact.put(&help_of(&path).unwrap().example.zh);
            assert_eq!(fact.state(), crate::dossier::FactState::Given, "{path}");
        }
    }

    #[test]
    fn no_meaning_stands_without_its_question_or_twice() {
        let mut asked: Vec<(String, String)> = Vec::new();
        for (part, keys, _) in MEANINGS {
            asked.extend(keys.iter().map(|key| ((*part).to_owned(), (*key).to_owned())));
        }
        let count = asked.len();
        asked.sort();
        asked.dedup();
        assert_eq!((asked.len(), count), (paths().len(), paths().len()));
    }

    #[test]
    fn what_is_no_question_has_no_help() {
        for path in ["members", "charter/quorum", "elsewhere"] {
            assert_eq!(help_of(&path.into()), None, "{path}");
        }
    }
}
