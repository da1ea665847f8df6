//! What the founders' own words must not say: legal personality (Article 19), fees from outsiders (Article 28(六)), the
//! names of authorities and state strategies (Article 28(五)), and agreements among competitors (Article 28(二)).
//!
//! A sentence is judged by its words, which can err: the finding quotes it and asks for a reader.

use super::called;
use crate::charter::{Article, Charter, Origin, clause_path};
use crate::checks::{Finding, Severity};
use crate::language::{Label, Message, label};
use crate::measures::Citation;
use crate::message;

/// A thing not to be said.
pub(super) struct Taboo {
    check: &'static str,
    pub citation: Citation,
    pub severity: Severity,
    /// One of these must stand in the sentence; an empty list asks for none.
    subjects: &'static [&'static str],
    /// One of these makes it, after the subject where [`Taboo::after`] says so.
    deeds: &'static [&'static str],
    /// Whether subject, excuse and deed are looked for in this order, from the last subject before the deed.
    after: bool,
    /// One of these unmakes it.
    excuses: &'static [&'static str],
    pub says: Label,
    pub remedy: Label,
}

static TABOOS: [Taboo; 5] = [
    Taboo {
        check: "charter-personality",
        citation: Citation::article(19),
        severity: Severity::Caution,
        subjects: &["联盟", "本会"],
        deeds: &["法人资格", "独立法人", "法人地位", "社团法人", "民事主体资格"],
        after: true,
        excuses: &["不", "非", "无", "未", "没有", "单位", "成员", "由"],
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
        subjects: &["成员单位以外", "成员单位外", "非成员", "非会员", "外部单位", "社会公众", "社会企业", "第三方"],
        deeds: &["收取", "收费", "有偿", "付费", "服务费"],
        after: false,
        excuses: &["不得", "不收", "不向", "免费", "禁止", "严禁", "无偿", "不予"],
        says: label("向成员单位以外的对象收费", "outsiders are charged"),
        remedy: label(
            "删去收费内容：经批准对成员单位以外的对象开展活动的，不得收取或者变相收取任何费用。",
            "Take it out: work done for outsiders, by leave, may not be charged in any form.",
        ),
    },
    Taboo {
        check: "charter-borrowed-name",
        citation: Citation::item(28, 5),
        severity: Severity::Error,
        subjects: &["知识产权局", "政府", "党委", "国家战略", "国家机关"],
        deeds: &["名义"],
        after: false,
        excuses: &["不得", "禁止", "严禁", "未经", "经批准"],
        says: label("以党政机关或者国家战略的名义开展活动", "it acts in the name of authorities or state strategies"),
        remedy: label("删去，或者写明须经批准。", "Take it out, or say that it takes approval."),
    },
    Taboo {
        check: "charter-borrowed-name",
        citation: Citation::item(28, 5),
        severity: Severity::Caution,
        subjects: &[],
        deeds: &["一带一路", "军民融合", "精准扶贫"],
        after: false,
        excuses: &["不得", "禁止", "严禁", "未经", "经批准"],
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
        subjects: &[],
        deeds: &[
            "统一价格",
            "统一定价",
            "固定价格",
            "最低价",
            "限价",
            "价格联盟",
            "价格协调",
            "限定产量",
            "限制产量",
            "控制产量",
            "划分市场",
            "分割市场",
            "市场份额",
            "交换价格",
            "联合抵制",
            "独家交易",
        ],
        after: false,
        excuses: &["不得", "禁止", "严禁", "不以", "不从事", "不实施", "不交换"],
        says: label("成员之间协调价格、产量或者市场", "members agree on prices, output or markets"),
        remedy: label(
            "办法禁止垄断行为；提示：成员之间不宜交换或者协调价格、产量、市场份额，请删改并请律师把关。",
            "The Measures forbid monopoly. Hint: members had better exchange and agree nothing on prices, output or shares; reword it and ask a lawyer.",
        ),
    },
];

impl Taboo {
    fn is_broken_by(&self, sentence: &str) -> bool {
        let excused = |text: &str| self.excuses.iter().any(|excuse| text.contains(excuse));
        self.deeds.iter().any(|deed| match (sentence.find(deed), self.after) {
            (None, _) => false,
            (Some(at), true) => {
                let before = sentence.get(..at).unwrap_or_default();
                let last = self.subjects.iter().filter_map(|subject| before.rfind(subject)).max();
                last.is_some_and(|from| !excused(before.get(from..).unwrap_or_default()))
            }
            (Some(_), false) => {
                (self.subjects.is_empty() || self.subjects.iter().any(|subject| sentence.contains(subject)))
                    && !excused(sentence)
            }
        })
    }
}

pub(super) fn findings(charter: &Charter) -> Vec<Finding> {
    let founders = charter.articles().filter(|article| article.origin != Origin::Model);
    founders
        .flat_map(|article| said_in(&article.text()).into_iter().map(|(taboo, text)| said(article, taboo, &text)))
        .collect()
}

/// Each taboo that a text breaks, once, with the sentence that does it.
pub(super) fn said_in(text: &str) -> Vec<(&'static Taboo, String)> {
    let sentences = || text.split(['。', '；', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty());
    let broken = |taboo: &'static Taboo| {
        sentences().find(|sentence| taboo.is_broken_by(sentence)).map(|sentence| (taboo, sentence.to_owned()))
    };
    let mut found: Vec<(&Taboo, String)> = TABOOS.iter().filter_map(broken).collect();
    found.dedup_by_key(|(taboo, _)| taboo.check);
    found
}

fn said(article: &Article, taboo: &Taboo, sentence: &str) -> Finding {
    let Message { zh: name, en: name_en } = called(article);
    let quoted: String = sentence.chars().take(40).collect();
    let (zh, en) = (taboo.says.zh, taboo.says.en);
    Finding {
        check: taboo.check,
        severity: taboo.severity,
        message: message!("{name}似乎写了{zh}：“{quoted}”。", "{name_en} seems to say that {en}: “{quoted}”."),
        remedy: taboo.remedy.to_message(),
        facts: vec![clause_path(&article.clause)],
        citation: Some(taboo.citation),
    }
}
