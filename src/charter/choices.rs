//! The questions that decide between alternatives of the model charter.

use crate::dossier::{CharterDraft, FactPath};
use crate::language::{Label, label};
use crate::measures::Citation;

/// A question with a few answers, one of which is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Stable id: the key in the dossier, and `choice/…` in the clauses.
    pub id: &'static str,
    /// The question.
    pub question: Label,
    /// What helps to answer it; a hint beyond the text of the Measures where no [`Choice::citation`] is given.
    pub hint: Label,
    /// What of the Measures it carries out; `None` where they leave it to the founders.
    pub citation: Option<Citation>,
    /// The answers; the first is the default.
    pub alternatives: &'static [Alternative],
}

/// An answer to a [`Choice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternative {
    /// Stable id, as in the dossier and in the clauses' conditions.
    pub id: &'static str,
    /// How it is offered.
    pub label: Label,
    /// How clauses print it, where they do.
    pub words: &'static str,
}

/// The choices, in the order of the chapters.
#[must_use]
pub const fn choices() -> &'static [Choice] {
    CHOICES
}

/// The choice with this id.
pub(super) fn choice(id: &str) -> Option<&'static Choice> {
    CHOICES.iter().find(|choice| choice.id == id)
}

impl Choice {
    /// The alternative that holds when nothing is chosen.
    #[must_use]
    pub const fn default(&self) -> &'static Alternative {
        match self.alternatives {
            [first, ..] => first,
            [] => &NOTHING,
        }
    }

    /// Where it is answered: `charter/quorum`.
    #[must_use]
    pub fn path(&self) -> FactPath {
        FactPath::new(format!("charter/{}", self.id))
    }

    /// The alternative that a draft chooses: the default where it chooses none, or one that this version does not know.
    #[must_use]
    pub fn chosen(&self, draft: &CharterDraft) -> &'static Alternative {
        let wanted = draft.choices.get(self.id);
        let known = wanted.and_then(|wanted| self.alternatives.iter().find(|alternative| alternative.id == wanted));
        known.unwrap_or(self.default())
    }
}

/// Stands for the default of a choice without alternatives, which a test rules out.
static NOTHING: Alternative = Alternative { id: "", label: label("", ""), words: "" };

/// An alternative that clauses print as it is offered.
const fn printed(id: &'static str, zh: &'static str, en: &'static str) -> Alternative {
    Alternative { id, label: label(zh, en), words: zh }
}

/// An alternative that clauses print in other words than it is offered, or only ask about (then the words are empty).
const fn offered(id: &'static str, zh: &'static str, en: &'static str, words: &'static str) -> Alternative {
    Alternative { id, label: label(zh, en), words }
}

const CHOICES: &[Choice] = &[
    Choice {
        id: "admission",
        question: label("新成员加入由谁决定？", "Who admits a new member?"),
        hint: label(
            "成员大会不常召开，由理事会决定便于及时吸纳成员。",
            "The congress meets seldom; the council can admit members without delay.",
        ),
        citation: None,
        alternatives: &[
            offered(
                "council-two-thirds",
                "理事会三分之二以上同意",
                "Two thirds of the council",
                "提交理事会审议，经全体理事单位的三分之二以上同意",
            ),
            offered(
                "council-majority",
                "理事会过半数同意",
                "A majority of the council",
                "提交理事会审议，经全体理事单位的过半数同意",
            ),
            offered(
                "assembly",
                "成员大会通过",
                "The congress",
                "经理事会审议后，提交成员大会按照一般事项的表决规定通过",
            ),
        ],
    },
    Choice {
        id: "exit-notice",
        question: label("成员单位退出，提前多久通知？", "How long is the notice of leaving?"),
        hint: label(
            "参加专利池或者承担项目的单位较多时，宜选较长的期限。",
            "Choose a longer one where many members share patents or projects.",
        ),
        citation: None,
        alternatives: &[
            printed("thirty-days", "三十日", "30 days"),
            printed("sixty-days", "六十日", "60 days"),
            printed("ninety-days", "九十日", "90 days"),
        ],
    },
    Choice {
        id: "exit-licences",
        question: label("成员资格终止后，已有的知识产权许可怎么办？", "What becomes of licences when membership ends?"),
        hint: label(
            "继续有效可以保护已按许可投入的单位。",
            "Letting them run protects those who invested on the strength of a licence.",
        ),
        citation: None,
        alternatives: &[
            offered("continue", "在约定期限内继续有效", "They run for the agreed term", ""),
            offered("end", "终止，给予六个月过渡期", "They end, with six months to wind down", ""),
        ],
    },
    Choice {
        id: "expulsion",
        question: label("除名由谁决定？", "Who expels a member?"),
        hint: label(
            "除名影响成员的重大权利，宜由成员大会决定；由理事会决定的，成员可以提请成员大会复核。",
            "Expulsion touches a member's essential rights: best left to the congress. Where the council decides, the member may ask the congress to review it.",
        ),
        citation: None,
        alternatives: &[
            offered(
                "assembly",
                "成员大会三分之二以上通过",
                "Two thirds of the congress",
                "经成员大会以全体成员单位所持表决权的三分之二以上通过",
            ),
            offered(
                "council",
                "理事会三分之二以上通过，可提请复核",
                "Two thirds of the council, open to review",
                "经全体理事单位的三分之二以上通过",
            ),
        ],
    },
    Choice {
        id: "assembly",
        question: label("成员大会多久召开一次？", "How often does the congress meet?"),
        hint: label("可以随时召开临时会议。", "Extraordinary meetings may be called at any time."),
        citation: Some(Citation::item(18, 5)),
        alternatives: &[
            printed("yearly", "每年至少召开一次", "Once a year at least"),
            printed("half-yearly", "每半年至少召开一次", "Every half year at least"),
        ],
    },
    Choice {
        id: "attendance",
        question: label("成员大会多少单位出席方为有效？", "How many members make a congress?"),
        hint: label(
            "要求越高，决议越有代表性，但会议也越难召开。",
            "The more are needed, the better the resolutions stand, and the harder it is to meet.",
        ),
        citation: None,
        alternatives: &[
            printed("two-thirds", "三分之二以上的", "Two thirds or more"),
            printed("majority", "过半数的", "More than half"),
        ],
    },
    Choice {
        id: "proxy",
        question: label("可以委托其他成员单位代为表决吗？", "May a member vote by proxy?"),
        hint: label("允许委托有利于达到出席人数。", "Proxies help to reach the number that must attend."),
        citation: None,
        alternatives: &[
            offered("one", "可以，每名代表只接受一家委托", "Yes, one proxy for each representative", ""),
            offered("none", "不可以", "No", ""),
        ],
    },
    Choice {
        id: "voting",
        question: label("表决权如何分配？", "How are votes shared out?"),
        hint: label(
            "一家一票最能体现自愿、平等；加权适合由少数单位承担主要投入的联盟。",
            "One member, one vote is plainest; weighted votes suit an alliance that a few members carry.",
        ),
        citation: None,
        alternatives: &[
            offered("one-unit", "一家单位一票", "One member, one vote", ""),
            offered(
                "weighted",
                "理事长、副理事长、秘书长单位另加一票",
                "One more vote for chair, vice-chairs and secretary-general unit",
                "",
            ),
        ],
    },
    Choice {
        id: "quorum",
        question: label("成员大会一般事项如何通过？", "What majority passes an ordinary resolution?"),
        hint: label("修改章程、终止联盟和除名另有更高要求。", "Amendment, termination and expulsion need more."),
        citation: Some(Citation::article(24)),
        alternatives: &[
            printed("present-majority", "出席会议的成员单位所持表决权的过半数", "More than half of the votes present"),
            printed(
                "present-two-thirds",
                "出席会议的成员单位所持表决权的三分之二以上",
                "Two thirds of the votes present",
            ),
            printed("all-majority", "全体成员单位所持表决权的过半数", "More than half of all votes"),
        ],
    },
    Choice {
        id: "council",
        question: label("理事会由哪些单位组成？", "Who sits on the council?"),
        hint: label("成员较少时可以由全体成员单位组成。", "Where members are few, all of them may sit on it."),
        citation: Some(Citation::item(18, 5)),
        alternatives: &[
            offered("elected", "选举产生，名额由成员大会确定", "Elected; the congress sets the number", ""),
            offered(
                "two-thirds",
                "选举产生，不超过成员总数的三分之二",
                "Elected; at most two thirds of the members",
                "",
            ),
            offered("all", "全体成员单位", "All members", ""),
        ],
    },
    Choice {
        id: "term",
        question: label("理事会每届任期几年？", "How long is the council's term?"),
        hint: label("理事长单位、秘书长单位的任期与此相同。", "Chair and secretary-general units serve the same term."),
        citation: Some(Citation::item(18, 5)),
        alternatives: &[
            printed("three-years", "三年", "Three years"),
            printed("two-years", "二年", "Two years"),
            printed("four-years", "四年", "Four years"),
            printed("five-years", "五年", "Five years"),
        ],
    },
    Choice {
        id: "council-meetings",
        question: label("理事会多久召开一次？", "How often does the council meet?"),
        hint: label("工作起步阶段宜密一些。", "More often is better in the first years."),
        citation: Some(Citation::item(18, 5)),
        alternatives: &[
            printed("half-yearly", "每半年至少召开一次", "Every half year at least"),
            printed("quarterly", "每季度至少召开一次", "Every quarter at least"),
            printed("yearly", "每年至少召开一次", "Once a year at least"),
        ],
    },
    Choice {
        id: "reelection",
        question: label("理事长单位等可以连任吗？", "May the chair unit and others be re-elected?"),
        hint: label("限制届数有利于轮换。", "A limit makes room for others."),
        citation: None,
        alternatives: &[
            printed("unlimited", "可以连选连任", "Yes"),
            printed("two-terms", "可以连选连任，但连任不得超过两届", "Yes, for two further terms at most"),
        ],
    },
    Choice {
        id: "secretariat",
        question: label("秘书处承担单位是否轮换？", "Does the secretariat rotate?"),
        hint: label(
            "无论是否轮换，承担单位都须是在海南省境内注册的企事业单位，有固定办公场所和专职人员。",
            "Rotating or not, its bearer must be an enterprise or public institution registered in Hainan, with premises and full-time staff.",
        ),
        citation: Some(Citation::article(23)),
        alternatives: &[
            offered("standing", "不轮换，任期届满可以继续承担", "No: the same unit may go on", ""),
            offered("rotating", "每届轮换", "Yes, every term", ""),
        ],
    },
    Choice {
        id: "secretary-general",
        question: label("秘书长由谁担任？", "Who is the secretary-general?"),
        hint: label(
            "办法规定原则上由秘书处承担单位人员担任，具体由成员单位协商确定。",
            "As a rule one of the bearer's staff, the Measures say; the members agree on the person.",
        ),
        citation: Some(Citation::article(23)),
        alternatives: &[
            offered("unit-staff", "秘书处承担单位的人员", "One of the bearer's staff", ""),
            offered(
                "agreed",
                "成员单位协商确定，可以是其他成员单位的人员",
                "Whom the members agree on, from any member",
                "",
            ),
        ],
    },
    Choice {
        id: "experts",
        question: label("设专家委员会吗？", "Is there an expert committee?"),
        hint: label("专家委员会只提供咨询意见。", "It advises and does not decide."),
        citation: None,
        alternatives: &[offered("no", "不设", "No", ""), offered("yes", "设", "Yes", "")],
    },
    Choice {
        id: "liaison",
        question: label("每家成员单位指定几名联络员？", "How many liaison officers does a member name?"),
        hint: label(
            "办法要求建立工作联络员制度，人数由联盟确定。",
            "The Measures ask for liaison officers; how many is for the alliance to say.",
        ),
        citation: Some(Citation::article(24)),
        alternatives: &[
            offered("one", "一名", "One", "指定一名工作联络员"),
            offered(
                "two",
                "两名，其中一名为知识产权专业人员",
                "Two, one of them an IP professional",
                "指定两名工作联络员，其中一名为知识产权专业人员",
            ),
        ],
    },
    Choice {
        id: "working-meetings",
        question: label("工作例会多久召开一次？", "How often are working meetings held?"),
        hint: label(
            "办法要求建立工作例会制度，次数由联盟确定。",
            "The Measures ask for regular working meetings; how often is for the alliance to say.",
        ),
        citation: Some(Citation::article(24)),
        alternatives: &[
            printed("quarterly", "每季度召开一次", "Every quarter"),
            printed("monthly", "每月召开一次", "Every month"),
            printed("half-yearly", "每半年召开一次", "Every half year"),
        ],
    },
    Choice {
        id: "funds",
        question: label("联盟经费主要从哪里来？", "Where does the money mainly come from?"),
        hint: label(
            "无论哪种方式，都不得向成员单位以外的对象收取费用。",
            "Whichever it is, nobody outside the alliance may be charged.",
        ),
        citation: Some(Citation::article(25)),
        alternatives: &[
            offered("dues", "会费和专项投入", "Dues and special contributions", ""),
            offered("lead", "理事长单位、秘书长单位承担，不收会费", "Chair and secretary-general units; no dues", ""),
            offered("projects", "按项目分担，不收会费", "Shared by project; no dues", ""),
        ],
    },
    Choice {
        id: "dues",
        question: label("会费如何分档？", "How are dues graded?"),
        hint: label(
            "仅在收取会费时适用；具体金额由成员大会确定。",
            "Only where dues are paid; the congress sets the amounts.",
        ),
        citation: None,
        alternatives: &[
            offered("tiered", "按职务分档", "By role", ""),
            offered("equal", "统一标准", "The same for all", ""),
        ],
    },
    Choice {
        id: "ledger",
        question: label("联盟经费由谁代为管理？", "Who keeps the alliance's money?"),
        hint: label(
            "联盟不具有法人资格，一般不能独立开立账户，需要由一家成员单位单独建账代管。",
            "Without legal personality the alliance can hardly hold an account: a member keeps its money in separate books.",
        ),
        citation: Some(Citation::article(25)),
        alternatives: &[
            printed("secretariat", "秘书处承担单位", "The secretariat's bearer"),
            printed("chair", "理事长单位", "The chair unit"),
        ],
    },
    Choice {
        id: "supervision",
        question: label("谁监督联盟财务？", "Who supervises the finances?"),
        hint: label(
            "办法要求建立经费和资产的监督机制，方式由联盟确定。",
            "The Measures ask for supervision; how is for the alliance to say.",
        ),
        citation: Some(Citation::article(25)),
        alternatives: &[
            offered("group", "财务监督小组（三名代表）", "A group of three representatives", ""),
            offered("supervisor", "监事一名", "One supervisor", ""),
            offered("audit", "会计师事务所年度审计", "A yearly audit by accountants", ""),
        ],
    },
    Choice {
        id: "amendment",
        question: label("修改章程需要多少表决权同意？", "What majority amends the charter?"),
        hint: label("修改后须在10日内备案。", "An amendment is filed within 10 days."),
        citation: Some(Citation::item(18, 7)),
        alternatives: &[
            printed("all-two-thirds", "全体成员单位所持表决权的三分之二以上", "Two thirds of all votes"),
            printed("all-three-quarters", "全体成员单位所持表决权的四分之三以上", "Three quarters of all votes"),
            printed(
                "present-two-thirds",
                "出席会议的成员单位所持表决权的三分之二以上",
                "Two thirds of the votes present",
            ),
        ],
    },
    Choice {
        id: "termination",
        question: label("终止联盟需要多少表决权同意？", "What majority ends the alliance?"),
        hint: label("终止是最重大的决定，宜要求更高。", "The gravest decision of all: a higher bar is sound."),
        citation: Some(Citation::item(18, 8)),
        alternatives: &[
            printed("all-three-quarters", "全体成员单位所持表决权的四分之三以上", "Three quarters of all votes"),
            printed("all-two-thirds", "全体成员单位所持表决权的三分之二以上", "Two thirds of all votes"),
        ],
    },
    Choice {
        id: "remaining-assets",
        question: label("终止后的剩余资产如何处理？", "Where do the remaining assets go?"),
        hint: label(
            "政府支持经费的结余不在此列，按有关规定处理。",
            "What is left of government funds is apart: it follows its own rules.",
        ),
        citation: Some(Citation::item(18, 8)),
        alternatives: &[
            offered("contribution", "按投入比例返还成员单位", "To the members, by what they brought", ""),
            offered("equal", "由成员单位平均分配", "To the members, in equal parts", ""),
            offered("public", "用于知识产权公益事业", "To public work in IP", ""),
        ],
    },
    Choice {
        id: "results",
        question: label("合作成果没有约定时归谁？", "Who owns joint results where nothing was agreed?"),
        hint: label(
            "以项目开始前书面约定为准，本条只补充没有约定的情形。",
            "What was agreed in writing comes first; this only fills the gap.",
        ),
        citation: Some(Citation::article(27)),
        alternatives: &[
            offered(
                "contribution",
                "按创造性贡献协商，协商不成的共有",
                "By contribution; joint if they cannot agree",
                "",
            ),
            offered("shared", "由完成单位共有", "Joint owners, those who did the work", ""),
        ],
    },
    Choice {
        id: "pool",
        question: label("专利池何时构建？", "When is the patent pool built?"),
        hint: label(
            "是否将知识产权纳入专利池，始终由成员单位自主决定。",
            "Whether to put anything into it is always the member's own decision.",
        ),
        citation: Some(Citation::article(6)),
        alternatives: &[
            offered("voluntary", "随联盟设立开始构建", "From the start", ""),
            offered("later", "条件成熟时构建", "When the time is ripe", ""),
        ],
    },
    Choice {
        id: "valuation",
        question: label("分配运营收益时，知识产权价值如何确定？", "How is IP valued when returns are shared?"),
        hint: label(
            "办法规定以知识产权价值比例分配运营收益。",
            "The Measures share returns in proportion to the value of the IP.",
        ),
        citation: Some(Citation::article(27)),
        alternatives: &[
            offered("agreed", "权利人协商，协商不成的委托评估", "The holders agree; failing that, an appraisal", ""),
            offered("appraisal", "一律委托评估", "Always by appraisal", ""),
        ],
    },
    Choice {
        id: "compliance",
        question: label("谁负责竞争合规审查？", "Who watches over fair competition?"),
        hint: label(
            "成员之间往往是竞争者，会议和信息交流需要有人把关。",
            "Members are often competitors: someone must watch meetings and exchanges.",
        ),
        citation: Some(Citation::item(28, 2)),
        alternatives: &[
            offered("officer", "秘书处指定合规联络人", "An officer of the secretariat", ""),
            offered("counsel", "聘请法律顾问", "Outside counsel", ""),
        ],
    },
    Choice {
        id: "confidentiality",
        question: label("保密义务持续多久？", "How long does confidentiality last?"),
        hint: label("商业秘密宜保密至公开为止。", "For trade secrets, until they become public is sound."),
        citation: None,
        alternatives: &[
            printed("three-years", "在成员资格终止或者联盟终止后三年内继续有效", "Three years after membership ends"),
            printed("two-years", "在成员资格终止或者联盟终止后二年内继续有效", "Two years after membership ends"),
            printed("five-years", "在成员资格终止或者联盟终止后五年内继续有效", "Five years after membership ends"),
            printed(
                "until-public",
                "在有关信息合法公开前持续有效，不因成员资格终止或者联盟终止而消灭",
                "Until the matter is lawfully public",
            ),
        ],
    },
    Choice {
        id: "disputes",
        question: label("协商、调解不成的争议如何解决？", "Where do disputes go that cannot be settled?"),
        hint: label(
            "仲裁须写明具体的仲裁机构才有效，一裁终局；诉讼由有管辖权的法院受理。",
            "Arbitration must name the institution to be valid, and is final; lawsuits go to the court that has jurisdiction.",
        ),
        citation: None,
        alternatives: &[
            offered("court", "向人民法院起诉", "A lawsuit", ""),
            offered(
                "arbitration",
                "提交海南国际仲裁院仲裁",
                "Arbitration at the Hainan International Arbitration Court",
                "",
            ),
        ],
    },
];
