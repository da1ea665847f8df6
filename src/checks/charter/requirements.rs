//! What a charter is to hold, and by what it is known to hold it.

use crate::language::{Label, label};
use crate::measures::Citation;

/// A thing that the charter is to say.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Requirement {
    /// Where the Measures ask for it.
    pub citation: Citation,
    /// What it is.
    pub what: Label,
    /// The model's clauses, each of which says it.
    pub clauses: &'static [&'static str],
    /// Words that a text in the founders' own wording is expected to hold, all of them; each may be given in several
    /// forms, with `|` between.
    pub keywords: &'static [&'static str],
}

impl Requirement {
    /// Whether it is one of the nine items that a charter generally holds; the others are duties of the alliance that a
    /// charter is the place to lay down.
    pub const fn is_item(&self) -> bool {
        self.citation.article == 18
    }

    /// Whether a text has its keywords.
    pub fn speaks_in(&self, text: &str) -> bool {
        self.keywords.iter().all(|forms| forms.split('|').any(|form| text.contains(form)))
    }
}

const fn item(
    item: u8,
    what: Label,
    clauses: &'static [&'static str],
    keywords: &'static [&'static str],
) -> Requirement {
    Requirement { citation: Citation::item(18, item), what, clauses, keywords }
}

const fn duty(
    citation: Citation,
    what: Label,
    clauses: &'static [&'static str],
    keywords: &'static [&'static str],
) -> Requirement {
    Requirement { citation, what, clauses, keywords }
}

/// Article 18's items, taken apart, then the duties.
pub(super) static REQUIREMENTS: &[Requirement] = &[
    item(1, label("联盟的名称", "the name"), &["name"], &["名称"]),
    item(1, label("联盟的住所", "the domicile"), &["domicile"], &["住所"]),
    item(2, label("联盟的性质", "the nature"), &["nature"], &["合作|联合体|性质"]),
    item(2, label("联盟的宗旨", "the purpose"), &["purpose"], &["宗旨"]),
    item(2, label("联盟的业务范围", "the scope of business"), &["scope"], &["业务范围"]),
    item(2, label("联盟的活动地域", "the region of activity"), &["region"], &["地域|区域"]),
    item(3, label("联盟的工作目标", "the aims"), &["aims"], &["目标"]),
    item(3, label("联盟的工作原则", "the principles"), &["principles"], &["原则"]),
    item(3, label("联盟的主要工作内容", "the main work"), &["tasks"], &["知识产权|专利|商标", "工作|任务"]),
    item(4, label("联盟成员资格", "who may be a member"), &["eligibility"], &["条件|资格"]),
    item(4, label("成员单位的权利", "the members’ rights"), &["rights"], &["权利"]),
    item(4, label("成员单位的义务", "the members’ duties"), &["duties"], &["义务"]),
    item(5, label("联盟的组织机构", "the bodies"), &["bodies"], &["成员大会|成员代表大会|理事会", "秘书处"]),
    item(5, label("联盟的管理制度", "the rules"), &["rules"], &["制度"]),
    item(5, label("组织机构的产生程序", "how the bodies are formed"), &["elections"], &["选举|推选|产生"]),
    item(6, label("经费和资产的来源", "the sources of funds"), &["funds"], &["经费|资金", "来源|会费|投入"]),
    item(6, label("经费和资产的使用", "the use of funds"), &["spending"], &["经费|资金", "用于|使用"]),
    item(
        6,
        label("经费和资产的管理", "the management of funds and assets"),
        &["ledger"],
        &["经费|资金|资产", "管理|账"],
    ),
    item(6, label("经费和资产的监督", "the supervision of funds"), &["supervision"], &["监督|审计|监事"]),
    item(7, label("章程的修改程序", "how the charter is amended"), &["amendment-vote"], &["章程", "修改"]),
    item(8, label("联盟的终止程序", "how the alliance ends"), &["termination"], &["终止|解散"]),
    item(
        8,
        label("终止后资产的处理", "the assets after the end"),
        &["remaining-assets"],
        &["终止|解散|清算|清理", "资产|财产"],
    ),
    item(
        9,
        label(
            "其他应由章程规定的事项（如生效、解释、争议解决）",
            "other matters (entry into force, interpretation, disputes)",
        ),
        &["effect", "interpretation", "disputes", "change-filing"],
        &["生效|解释|争议|备案"],
    ),
    duty(
        Citation::article(19),
        label(
            "联盟是合作型组织，不具有法人资格，成员单位法律地位独立",
            "a cooperative organisation without legal personality, its members independent",
        ),
        &["nature"],
        &["不具有法人资格|不具备法人资格|非法人", "独立"],
    ),
    duty(
        Citation::article(23),
        label(
            "秘书处由海南省境内注册的企事业单位承担，有固定场所和专职人员",
            "a secretariat borne by a unit registered in Hainan, with premises and full-time staff",
        ),
        &["secretariat"],
        &["秘书处", "场所", "专职"],
    ),
    duty(
        Citation::article(23),
        label("秘书长的产生", "how the secretary-general is chosen"),
        &["secretary-general"],
        &["秘书长"],
    ),
    duty(Citation::article(24), label("工作联络员制度和日常联系机制", "liaison officers"), &["liaison"], &["联络员"]),
    duty(Citation::article(24), label("工作例会制度", "working meetings"), &["working-meetings"], &["例会"]),
    duty(
        Citation::article(24),
        label("重大事项决策机制", "decisions on matters of weight"),
        &["major-decisions"],
        &["重大事项"],
    ),
    duty(
        Citation::article(24),
        label("信息通报和业务交流机制", "information and exchange"),
        &["information"],
        &["信息", "通报|交流"],
    ),
    duty(
        Citation::article(25),
        label("政府支持经费按规定使用，接受审计与监督", "government funds used by the rules, open to audit"),
        &["government-funds"],
        &["政府支持经费|财政|政府资金", "审计|监督"],
    ),
    duty(Citation::article(26), label("制定发展战略规划", "a development strategy"), &["strategy"], &["规划"]),
    duty(Citation::article(27), label("资源共享机制", "the sharing of resources"), &["sharing"], &["共享"]),
    duty(
        Citation::article(27),
        label("以知识产权价值比例分配运营收益", "returns shared in proportion to the value of the IP"),
        &["benefit"],
        &["收益|利益", "价值", "分配"],
    ),
    duty(
        Citation::item(28, 1),
        label("遵守法律法规，接受业务指导", "observance of the law and guidance by the offices"),
        &["guidance"],
        &["法律", "指导"],
    ),
    duty(
        Citation::item(28, 2),
        label("不实施垄断和不正当竞争行为", "no monopoly, no unfair competition"),
        &["competition"],
        &["垄断"],
    ),
    duty(Citation::item(28, 4), label("注重公益性质", "public benefit"), &["guidance"], &["公益"]),
    duty(
        Citation::item(28, 5),
        label("不擅自以机关和国家战略的名义开展活动", "no acting in the name of authorities or state strategies"),
        &["borrowed-names"],
        &["名义"],
    ),
    duty(
        Citation::item(28, 6),
        label("工作限于成员单位内部，对外不收费", "work among members; no fees from others"),
        &["internal-work"],
        &["成员单位", "不得收取|不收取|免费"],
    ),
    duty(
        Citation::article(32),
        label("变更事项10日内备案", "changes filed within 10 days"),
        &["change-filing"],
        &["变更|变化", "10日|十日", "备案"],
    ),
    duty(
        Citation::article(33),
        label("年底报送年度工作总结和计划", "the yearly report and plan"),
        &["annual-report"],
        &["年底|年度", "总结|报告"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{assemble, clause};
    use crate::dossier::sample;

    #[test]
    fn every_clause_named_is_there_and_answers_the_citation() {
        for requirement in REQUIREMENTS {
            for id in requirement.clauses {
                let answers = &clause(id).unwrap_or_else(|| panic!("no clause {id}")).answers;
                assert!(answers.contains(&requirement.citation), "{id}: {}", requirement.citation);
            }
        }
    }

    #[test]
    fn the_model_clauses_speak_by_the_keywords_too() {
        let charter = assemble(&sample());
        for requirement in REQUIREMENTS {
            for article in charter.articles().filter(|article| requirement.clauses.contains(&article.clause.as_str())) {
                // 其他事项: each of the clauses says another of them.
                assert!(requirement.speaks_in(&article.text()), "{}: {}", article.clause, requirement.what.zh);
            }
        }
    }

    #[test]
    fn all_items_of_article_18_and_all_the_duties_are_asked_for() {
        let asked = |citation: Citation| REQUIREMENTS.iter().any(|requirement| requirement.citation == citation);
        assert!((1..=9).all(|item| asked(Citation::item(18, item))));
        assert!([19, 23, 24, 25, 26, 27, 32, 33].into_iter().all(|article| asked(Citation::article(article))));
        assert!([1, 2, 4, 5, 6].into_iter().all(|item| asked(Citation::item(28, item))));
    }
}
