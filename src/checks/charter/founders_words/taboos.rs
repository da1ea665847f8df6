//! What is not to be said, in the order in which it is reported.

use super::competition::{BOYCOTT, INFORMATION, MARKETS, OUTPUT, PRICES, RULED_PRICES, TECHNOLOGY};
use super::{Deed, Taboo};
use crate::checks::Severity;
use crate::language::label;
use crate::measures::Citation;

/// Those who are no members, by whatever name.
macro_rules! outsiders {
    () => {
        "非成员|非会员|非联盟|非本联盟|未加入|不加入|未入会|未入盟|联盟外|联盟以外|联盟之外|会员外|会员以外|会员之外|会员单位外|会员单位以外|会员单位之外|成员外|成员以外|成员之外|成员单位外|成员单位以外|成员单位之外|外部单位|外部企业|社会企业|社会单位|社会机构"
    };
}
pub(super) use outsiders;

/// To whom something is done that is no member.
macro_rules! outwards {
    () => {
        concat!(
            super::taboos::outsiders!(),
            "|对外|向外|向社会|对社会|面向社会|为社会|社会公众|向公众|社会各界|向市场|向第三方|对第三方|从第三方|为第三方|面向第三方|向第三人|向其他企业|对其他企业|为其他企业|向其他单位|对其他单位|为其他单位|向其他机构|对其他机构|为其他机构"
        )
    };
}

/// Authorities and strategies of the state.
macro_rules! authorities {
    () => {
        "知识产权局|政府|党委|省委|市委|国家战略|国家机关|主管部门|管理部门|监督管理局|市监局|市场监管局|省局|行政机关|行政部门|党政|战略|一带一路|军民融合|精准扶贫|乡村振兴"
    };
}

/// Approval makes it lawful.
const APPROVED: [&str; 3] = ["经批准", "批准 …名义", "委托|授权 …名义"];

pub(super) static TABOOS: [Taboo; 8] = [
    Taboo {
        check: "charter-personality",
        citation: Citation::article(19),
        severity: Severity::Caution,
        deeds: &[Deed {
            sayings: &[
                "联盟|本会 …法人资格|独立法人|法人地位|社团法人|社会团体法人|企业法人|法人组织|登记为法人|注册为法人|民事主体资格",
                "联盟|本会 …独立承担民事责任|独立承担法律责任|独立对外承担",
            ],
            unless: &["不|非|无|未|没有|单位|成员|会员|由|各方|各自"],
        }],
        breaches: &[],
        says: label("联盟具有法人资格", "the alliance has legal personality"),
        remedy: label(
            "办法规定联盟通常不具有法人资格；已经另行登记为法人的，请事先与受理部门沟通。",
            "By the Measures an alliance usually has none; if yours was registered as a legal person, talk to the office first.",
        ),
    },
    Taboo {
        check: "charter-fees",
        citation: Citation::item(28, 6),
        severity: Severity::Error,
        deeds: &[
            Deed {
                sayings: &[
                    concat!(outwards!(), " …收取|收费|收缴|有偿|创收|计费|收服务费|收成本费"),
                    concat!("收取|收费 ", outwards!()),
                    "对外|向社会|面向社会|向公众 营利|盈利|牟利|经营收入|服务收入",
                    concat!(outwards!(), " 出售|销售|售卖 报告|数据|资料|信息|服务"),
                ],
                unless: &[LICENCE_FEES, "自行|各自|以自己的名义|以自身名义 收取|收费|有偿"],
            },
            Deed {
                sayings: &[concat!(outsiders!(), " …缴纳|交纳|缴付|支付|付费|缴费|交费")],
                unless: &[LICENCE_FEES, concat!("向|给|与|由联盟|聘请|委托 ", outsiders!(), " …支付|缴纳|交纳|付费")],
            },
        ],
        breaches: &[],
        says: label("向成员单位以外的对象收费", "outsiders are charged"),
        remedy: label(
            "删去收费内容：经批准对成员单位以外的对象开展活动的，不得收取或者变相收取任何费用。",
            "Take it out: work done for outsiders, by leave, may not be charged in any form.",
        ),
    },
    Taboo {
        check: "charter-fees",
        citation: Citation::item(28, 6),
        severity: Severity::Hint,
        deeds: &[Deed {
            sayings: &[concat!(outwards!(), "|对外许可 …收取|收缴 ", "许可费|使用费|转让费|许可收益")],
            unless: &[],
        }],
        breaches: &[],
        says: label("向成员单位以外的对象收取许可费用", "outsiders pay for licences"),
        remedy: label(
            "提示：办法支持专利池商业运营，又不许对外开展活动时收费，对许可费没有专门规定；请写明许可费由权利人收取，不作为联盟的收入。",
            "Hint: the Measures want patent pools run, forbid fees for work done for outsiders, and say nothing of royalties; say that they go to the owners and are no income of the alliance.",
        ),
    },
    Taboo {
        check: "charter-borrowed-name",
        citation: Citation::item(28, 5),
        severity: Severity::Error,
        deeds: &[Deed {
            sayings: &[concat!("以|用|借|打着|打|冒用|利用|凭 ", authorities!(), " 名义|旗号|招牌|牌子|名头")],
            unless: &[
                APPROVED[0],
                APPROVED[1],
                APPROVED[2],
                concat!(authorities!(), " 联盟名义|自身名义|自己名义|自己的名义|各自名义"),
            ],
        }],
        breaches: &[],
        says: label("以党政机关或者国家战略的名义开展活动", "it acts in the name of authorities or state strategies"),
        remedy: label("删去，或者写明须经批准。", "Take it out, or say that it takes approval."),
    },
    Taboo {
        check: "charter-borrowed-name",
        citation: Citation::item(28, 5),
        severity: Severity::Caution,
        deeds: &[Deed { sayings: &["一带一路|军民融合|精准扶贫"], unless: &["经批准"] }],
        breaches: &[],
        says: label("以国家战略的名义开展活动", "it acts in the name of a state strategy"),
        remedy: label(
            "未经批准不得以国家战略的名义开展活动，请改用其他表述。",
            "Without approval nothing may be done in the name of a state strategy: use other words.",
        ),
    },
    Taboo {
        check: "charter-monopoly",
        citation: Citation::item(28, 2),
        severity: Severity::Caution,
        deeds: &[PRICES, RULED_PRICES, MARKETS, OUTPUT, TECHNOLOGY, BOYCOTT, INFORMATION],
        breaches: &[
            "违反",
            "背离",
            "偏离",
            "突破",
            "低于",
            "高于",
            "超过",
            "超出",
            "拒绝",
            "擅自",
            "私自",
            "拒不",
            "不执行",
            "不按",
        ],
        says: label("成员之间协调价格、产量或者市场", "members agree on prices, output or markets"),
        remedy: label(
            "办法禁止垄断行为；提示：成员之间不宜交换或者协调价格、产量、市场份额，请删改并请律师把关。",
            "The Measures forbid monopoly. Hint: members had better exchange and agree nothing on prices, output or shares; reword it and ask a lawyer.",
        ),
    },
    Taboo {
        check: "charter-profit",
        citation: Citation::item(28, 4),
        severity: Severity::Caution,
        deeds: &[Deed {
            sayings: &[
                "以营利为|以盈利为|以赢利为|利润最大化|追求利润|营利性组织|营利性机构",
                "从事|开展|进行 营利性|盈利性|营利活动|盈利活动",
            ],
            unless: &[],
        }],
        breaches: &[],
        says: label("联盟以营利为目的", "the alliance aims at profit"),
        remedy: label(
            "办法要求备案联盟注重公益性质，请改写。",
            "The Measures ask a filed alliance to heed its public-benefit nature: reword it.",
        ),
    },
    Taboo {
        check: "charter-profit",
        citation: Citation::item(28, 4),
        severity: Severity::Hint,
        deeds: &[Deed {
            sayings: &["分红|红利", "利润|盈余|结余 分配", "分配 利润|盈余|结余"],
            unless: &["入股|知识产权|专利|成果|股权|终止|清算|人口红利|政策红利|清理"],
        }],
        breaches: &[],
        says: label("联盟的结余在成员之间分配", "what is left over is shared out among the members"),
        remedy: label(
            "提示：办法要求备案联盟注重公益性质，没有逐项规定结余的处理；结余宜继续用于联盟工作。",
            "Hint: the Measures ask for a public-benefit nature and do not rule on what is left over; it had better go on serving the alliance.",
        ),
    },
];

/// Of royalties the Measures say nothing: they are a taboo of their own, and a hint.
const LICENCE_FEES: &str = "许可费|许可使用费|专利使用费|转让费|许可收益|特许权使用费";
