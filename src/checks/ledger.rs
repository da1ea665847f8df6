//! The ledger: every article and every item of the Measures, and what becomes of it here.
//!
//! It is how one sees that nothing of the text was passed over. A provision is checked (and the entry says by what, and
//! what remains to be judged by a person), left to a person, or no matter of the filing.

use crate::language::{Label, label};
use crate::measures::Citation;

/// What becomes of a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// Checked by these: ids of requirements ([`super::rules`]), of findings ([`super::check_ids`]), or the anchor of one of
    /// the materials (`20-1`).
    Checked(&'static [&'static str]),
    /// 由人判断: it bears on the filing, and only a person can judge it.
    Human,
    /// 与备案材料无关: it binds others, or later.
    NotAboutFiling,
}

/// A provision's line in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The provision.
    pub citation: Citation,
    /// What becomes of it.
    pub treatment: Treatment,
    /// How it is checked and what remains, or why it is not.
    pub words: Label,
}

const fn checked(citation: Citation, by: &'static [&'static str], zh: &'static str, en: &'static str) -> Entry {
    Entry { citation, treatment: Treatment::Checked(by), words: label(zh, en) }
}

const fn human(citation: Citation, zh: &'static str, en: &'static str) -> Entry {
    Entry { citation, treatment: Treatment::Human, words: label(zh, en) }
}

const fn elsewhere(citation: Citation, zh: &'static str, en: &'static str) -> Entry {
    Entry { citation, treatment: Treatment::NotAboutFiling, words: label(zh, en) }
}

/// The nine tasks of chapter two are treated alike.
const fn task(number: u8) -> Entry {
    checked(
        article(number),
        &["20-6"],
        "工作安排写入申请表和报告；内容由人判断。",
        "Plans go into the form and the report; a person judges them.",
    )
}

const fn article(number: u8) -> Citation {
    Citation::article(number)
}

const fn item(article: u8, item: u8) -> Citation {
    Citation::item(article, item)
}

/// Every article and item, in the order of the Measures.
pub static LEDGER: &[Entry] = &[
    elsewhere(article(1), "立法目的和依据。", "Purpose and basis of the Measures."),
    checked(
        article(2),
        &["2-market-entities", "16-4-interests"],
        "按代码类别数市场主体；利益是否高度关联，由成员单位自己说明。",
        "Market entities are counted by the class of their codes; how closely their interests are related the members say themselves.",
    ),
    checked(
        article(3),
        &["16-2-mix", "16-4-interests"],
        "看成员构成和每家单位的意愿；是否开放、互惠、共赢由人判断。",
        "The make-up of the membership and each unit’s will are looked at; whether it is open and of benefit to all, a person judges.",
    ),
    checked(
        article(4),
        &["place-and-division"],
        "按所在市县（含洋浦）确定受理部门，并与住所、办公地址核对。",
        "The receiving office follows from the city or county (Yangpu included), compared with domicile and premises.",
    ),
    task(5),
    task(6),
    task(7),
    task(8),
    task(9),
    task(10),
    task(11),
    task(12),
    task(13),
    checked(
        article(14),
        &["14-field"],
        "看产业是否在点名的八个领域；不在其中不影响备案。",
        "Whether the industry is one of the eight named; to be none is no obstacle.",
    ),
    checked(
        article(15),
        &["15-protection"],
        "看是否为知识产权保护联盟；不是也不影响备案。",
        "Whether it is a protection alliance; to be none is no obstacle.",
    ),
    checked(
        article(16),
        &["16-1-registered", "16-2-members", "16-3-industry", "16-4-interests", "16-5-resources"],
        "五项条件逐项检查，见以下各项。",
        "The five conditions are checked item by item, as follows.",
    ),
    checked(
        item(16, 1),
        &[
            "16-1-registered",
            "16-1-legal-person",
            "16-1-standing",
            "leading-roles",
            "code-and-registration",
            "stale-evidence",
        ],
        "按证照和信用代码核对注册地、法人资格；资信状况由单位声明，受理部门核实。",
        "Place of registration and legal personality are compared with licence and code; standing is stated by the units and verified by the office.",
    ),
    checked(
        item(16, 2),
        &["16-2-members", "16-2-mix", "duplicate-uscc", "duplicate-name"],
        "成员单位去重后计数；“鼓励”加入的类别只作加分。",
        "Members are counted once each; the kinds that are encouraged are a bonus only.",
    ),
    checked(
        item(16, 3),
        &["16-3-industry"],
        "看是否说明产业性质和产业条件；“一般应为”不作为硬性条件。",
        "Whether nature and conditions of the industry are described; “as a rule” is no absolute condition.",
    ),
    checked(
        item(16, 4),
        &["16-4-interests", "16-4-holdings", "16-4-good-faith", "holdings-date"],
        "逐家核对意愿、信誉，汇总知识产权；实力和诚信由人核实。",
        "Will and good name are asked of each unit and holdings added up; means and good faith a person verifies.",
    ),
    checked(
        item(16, 5),
        &["16-5-charter", "16-5-resources"],
        "看章程是否写全、资源和投入是否说明。",
        "Whether the charter is complete and the means are described.",
    ),
    checked(
        article(17),
        &["dates-out-of-order", "date-in-future"],
        "各步骤的日期按先后顺序核对。",
        "The dates of the steps are checked for their order.",
    ),
    checked(
        item(17, 1),
        &["17-1-preparation"],
        "意向、筹建会、工作组、方案、章程草案和制度逐步核对；筹备工作机构的情况见设立一步。",
        "Intention, meeting, working group, plan, draft charter and rules step by step; the bodies prepared appear with the founding.",
    ),
    checked(
        item(17, 2),
        &["17-2-founding", "founding-date", "attendance", "votes", "charter-majority"],
        "会议、表决、名称和机构逐项核对；办法没有规定的到会和表决比例，只按章程提示。",
        "Congress, votes, name and bodies are checked; attendance and majority, which the Measures do not set, are only compared with the charter.",
    ),
    checked(
        article(18),
        &[
            "16-5-charter",
            "charter-own-wording",
            "charter-reference",
            "charter-unreadable",
            "charter-choice",
            "charter-empty-article",
            "charter-empty-chapter",
        ],
        "示范章程按九项成章；改写的文字按关键词核对，并提示由人通读。",
        "The model charter has a chapter for each of the nine items; the founders’ own words are checked by keywords, and a reader is asked for.",
    ),
    checked(
        item(18, 1),
        &["16-5-charter", "charter-gap"],
        "章程写明名称、住所。",
        "The charter gives name and domicile.",
    ),
    checked(
        item(18, 2),
        &["16-5-charter", "charter-gap"],
        "章程写明性质、宗旨、业务范围和活动地域。",
        "The charter gives nature, purpose, scope and region.",
    ),
    checked(
        item(18, 3),
        &["16-5-charter", "charter-gap"],
        "章程写明工作目标、原则和主要内容。",
        "The charter gives aims, principles and main work.",
    ),
    checked(
        item(18, 4),
        &["16-5-charter", "charter-gap"],
        "章程写明成员资格及其权利、义务。",
        "The charter gives membership, rights and duties.",
    ),
    checked(
        item(18, 5),
        &["16-5-charter", "charter-gap"],
        "章程写明组织机构、管理制度及产生程序。",
        "The charter gives bodies, rules and how they come about.",
    ),
    checked(
        item(18, 6),
        &["16-5-charter", "charter-gap"],
        "章程写明经费和资产的来源、使用、管理和监督。",
        "The charter gives source, use, management and supervision of funds and assets.",
    ),
    checked(item(18, 7), &["16-5-charter", "charter-gap"], "章程写明修改程序。", "The charter says how it is amended."),
    checked(
        item(18, 8),
        &["16-5-charter", "charter-gap"],
        "章程写明终止程序及终止后资产的处理。",
        "The charter says how the alliance ends and what becomes of its assets.",
    ),
    checked(
        item(18, 9),
        &["16-5-charter", "charter-gap"],
        "其他事项由联盟自定；示范章程写了生效、解释、争议解决等。",
        "Other matters are the alliance’s own; the model has entry into force, interpretation, disputes.",
    ),
    checked(
        article(19),
        &["charter-gap", "charter-personality"],
        "章程写明合作组织、不具有法人资格、成员法律地位独立。",
        "The charter says: a cooperative organisation, no legal person, members independent.",
    ),
    checked(
        article(20),
        &["17-2-founding", "place-and-division"],
        "先成立、后备案，向所在地申请；八项材料见以下各项。",
        "Filing follows the founding and goes to the place’s office; the eight materials as follows.",
    ),
    checked(
        item(20, 1),
        &["20-1"],
        "申请表各栏和签章。没有官方表样，用的是参考样式。",
        "The form’s fields, signature and seal. There is no official form; ours is a sample.",
    ),
    checked(item(20, 2), &["20-2"], "逐家核对签署和盖章。", "Signature and seal unit by unit."),
    checked(
        item(20, 3),
        &["20-3"],
        "两家单位（可为同一家）的五项内容。",
        "The five heads for the two units, which may be one.",
    ),
    checked(
        item(20, 4),
        &["20-4", "attachments", "attachment-hazards", "licence-code", "class-and-licence-word", "outside-mainland"],
        "按代码类别确定每家的证照；证照内容由人核对。办法只列明营业执照和事业单位法人证书，其余比照。",
        "Each unit’s certificate follows from the class of its code; a person compares what it says. The text names two kinds; the others are by analogy.",
    ),
    checked(item(20, 5), &["20-5"], "制度文本和审议情况。", "The rules and their adoption."),
    checked(
        item(20, 6),
        &["20-6"],
        "报告各部分是否写全；论证由人判断。",
        "Whether the report has its parts; a person judges the argument.",
    ),
    checked(item(20, 7), &["20-7", "attendance"], "纪要各项内容和签字。", "What the minutes say, and their signature."),
    checked(
        item(20, 8),
        &["20-8", "duplicate-name", "class-and-kind"],
        "逐家核对负责人、联系人信息。",
        "Person in charge and contact, unit by unit.",
    ),
    checked(
        article(21),
        &["unread", "stray-characters", "code-and-registration", "class-and-kind"],
        "真实性、完整性由市县部门审核、必要时现场考察；这里只查出自相矛盾和填写有误之处。",
        "Truth and completeness are verified by the city or county, on site if need be; only contradictions and slips are found here.",
    ),
    elsewhere(
        article(22),
        "省局复核、公示、备案的程序，在报送以后。",
        "The province’s re-check, publication and registration, after the filing.",
    ),
    checked(
        article(23),
        &[
            "23-secretariat-unit",
            "23-premises",
            "23-staff",
            "23-secretary-general",
            "secretariat-unit",
            "secretary-general",
            "charter-and-facts",
            "charter-gap",
        ],
        "核对承担单位、场所、专职人员和秘书长；是否专职由人核实。",
        "Unit, premises, full-time staff and secretary-general are checked; whether staff is full-time a person verifies.",
    ),
    checked(
        article(24),
        &["20-5", "charter-gap"],
        "章程和制度中有联络员、例会、重大事项决策、信息通报。",
        "Charter and rules have liaison, meetings, major decisions and information.",
    ),
    checked(
        article(25),
        &["20-5", "charter-gap"],
        "章程和制度中有经费、资产和财务管理、审计监督。",
        "Charter and rules have funds, assets, accounts and audit.",
    ),
    checked(
        article(26),
        &["20-5", "charter-gap"],
        "章程和制度中有发展战略规划；规划本身在成立后制定。",
        "Charter and rules provide for a strategy; the strategy itself comes after the founding.",
    ),
    checked(
        article(27),
        &["20-5", "charter-gap"],
        "章程和制度中有资源共享，并按知识产权价值比例分配收益。",
        "Charter and rules have the sharing of resources, and of returns by the value of the IP.",
    ),
    human(
        article(28),
        "备案以后遵循的原则；申请表附有承诺，由联盟签章承担。",
        "Principles for a filed alliance; the form holds a promise, which the alliance signs and answers for.",
    ),
    checked(
        item(28, 1),
        &["charter-gap"],
        "章程写明守法和接受业务指导；做到与否由人判断。",
        "The charter says so; whether it is kept a person judges.",
    ),
    checked(
        item(28, 2),
        &["charter-gap", "charter-monopoly"],
        "章程写明不垄断，并查有无限制竞争的字句；行为由人判断。",
        "The charter rules it out, and words that restrict competition are looked for; conduct a person judges.",
    ),
    human(
        item(28, 3),
        "公共服务能力和行业自律要看备案后的工作。",
        "Public service and self-discipline show in the work after the filing.",
    ),
    checked(
        item(28, 4),
        &["charter-gap", "charter-profit"],
        "章程写明注重公益性质，并查有无以营利为目的的字句；做到与否由人判断。",
        "The charter says so, and words that aim at profit are looked for; whether it is kept a person judges.",
    ),
    checked(
        item(28, 5),
        &["alliance-name", "charter-gap", "charter-borrowed-name"],
        "查联盟名称和章程中借用机关、国家战略名义的字句。",
        "Name and charter are searched for the names of government bodies and state strategies.",
    ),
    checked(
        item(28, 6),
        &["charter-gap", "charter-fees"],
        "章程写明工作限于成员内部、对外不收费，并查收费的字句。",
        "The charter keeps the work among members and takes no fees from others; words about fees are looked for.",
    ),
    elsewhere(article(29), "省局的支持措施。", "The province’s support."),
    elsewhere(article(30), "市县的支持措施。", "The cities’ and counties’ support."),
    elsewhere(article(31), "备案后的年度考核。", "The yearly review after the filing."),
    checked(
        article(32),
        &["charter-gap"],
        "章程写明10日内备案变更；变更在备案以后发生。",
        "The charter has changes filed within 10 days; they come after the filing.",
    ),
    checked(
        article(33),
        &["charter-gap"],
        "章程写明年底报送总结和计划；报送在备案以后。",
        "The charter has the yearly report; it comes after the filing.",
    ),
    elsewhere(article(34), "备案后的整改和撤销。", "Correction and revocation after the filing."),
    elsewhere(article(35), "解释权。", "Who interprets the Measures."),
    elsewhere(article(36), "施行日期。", "When they take effect."),
];
