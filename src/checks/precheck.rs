//! 快速预检: eight questions that tell, before anything is filled in, whether the long way is worth beginning now.
//!
//! Each stands for conditions that must be met; the eligibility check looks at all of them with the facts themselves. The
//! replies are no facts and never enter a dossier.

use crate::language::{Label, label};
use crate::measures::Citation;

/// A question of the pre-check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrecheckQuestion {
    /// The rule of the eligibility check that looks at it closely.
    pub rule: &'static str,
    /// Where the Measures say so.
    pub citation: Citation,
    /// What is asked; yes speaks for the alliance.
    pub question: Label,
    /// What is meant, where the words alone leave it open.
    pub hint: Label,
    /// What it means that the reply is no.
    pub bar: Label,
    /// What would change it.
    pub remedy: Label,
}

/// A reply to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// 是.
    Yes,
    /// 否.
    No,
    /// 不确定.
    Unsure,
}

impl Reply {
    /// All replies, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unsure];

    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Yes => label("是", "Yes"),
            Self::No => label("否", "No"),
            Self::Unsure => label("不确定", "Not sure"),
        }
    }

    /// A word for style sheets and other programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unsure => "unsure",
        }
    }
}

/// The questions: whom the alliance is led by, who belongs to it, what it has, how far it is.
pub static PRECHECK: [PrecheckQuestion; 8] = [
    PrecheckQuestion {
        rule: "16-1-registered",
        citation: Citation::item(16, 1),
        question: label(
            "牵头单位（理事长单位）和秘书处承担单位（秘书长单位）都在海南省内注册吗？",
            "Are the leading unit (chair) and the unit that bears the secretariat both registered in Hainan?",
        ),
        hint: label(
            "看营业执照或者登记证书上的住所。两个职务可以由同一家单位担任。",
            "See the domicile on the licence or certificate. One unit may hold both offices.",
        ),
        bar: label(
            "理事长单位和秘书长单位应当在海南省内注册。",
            "Both the chair and the secretariat’s unit are to be registered in Hainan.",
        ),
        remedy: label(
            "改由在海南注册的成员担任；外省单位可以作为普通成员。",
            "Choose members registered in Hainan; units from elsewhere can be ordinary members.",
        ),
    },
    PrecheckQuestion {
        rule: "16-1-legal-person",
        citation: Citation::item(16, 1),
        question: label("这两家单位都是独立法人吗？", "Are both of them legal persons of their own?"),
        hint: label(
            "公司、事业单位、社会团体一般是；分公司、合伙企业、个人独资企业、个体工商户、律师事务所不是。",
            "Companies, public institutions and societies usually are; branches, partnerships, sole proprietors and law firms are not.",
        ),
        bar: label(
            "理事长单位和秘书长单位应当是独立法人。",
            "The chair and the secretariat’s unit are to be independent legal persons.",
        ),
        remedy: label(
            "改由具有法人资格的成员担任，例如由总公司代替分公司。",
            "Choose a member that is a legal person, such as the company in place of its branch.",
        ),
    },
    PrecheckQuestion {
        rule: "16-1-standing",
        citation: Citation::item(16, 1),
        question: label(
            "这两家单位的经营和信用状况良好，没有被列入严重失信名单吗？",
            "Are both in good business and credit standing, and on no list of grave breaches of trust?",
        ),
        hint: label(
            "提示：可在“信用中国”和登记机关的公示网站查询。",
            "Hint: see Credit China and the public register of whoever registered the unit.",
        ),
        bar: label("两家单位应当具有良好的经营和信用状况。", "Both are to be in good business and credit standing."),
        remedy: label(
            "先修复信用、移出名单，或者改由其他成员担任。",
            "Have the entry removed first, or choose other members.",
        ),
    },
    PrecheckQuestion {
        rule: "16-2-members",
        citation: Citation::item(16, 2),
        question: label(
            "成员单位有 10 家以上（含牵头单位）吗？",
            "Are there 10 member units or more, the leading ones included?",
        ),
        hint: label(
            "办法没有写明牵头单位是否计入，这里计入。",
            "The Measures do not say whether the leading units count; here they do.",
        ),
        bar: label("成员单位不得少于 10 家。", "There are to be at least 10 member units."),
        remedy: label("再邀请单位加入，够 10 家后再申请。", "Invite more units, and apply once there are 10."),
    },
    PrecheckQuestion {
        rule: "2-market-entities",
        citation: Citation::article(2),
        question: label(
            "成员中有两家以上利益高度关联的市场主体（企业等）吗？",
            "Are there two or more market entities (such as companies) of closely related interest among the members?",
        ),
        hint: label("例如同一产业的上下游企业。", "Such as companies up and down the chain of one industry."),
        bar: label(
            "联盟由两个以上利益高度关联的市场主体自愿结盟形成。",
            "An alliance is formed by two or more market entities of closely related interest.",
        ),
        remedy: label("邀请同一产业的企业加入。", "Invite companies of the same industry."),
    },
    PrecheckQuestion {
        rule: "16-4-holdings",
        citation: Citation::item(16, 4),
        question: label(
            "成员拥有可以集聚、互补的知识产权（专利、商标、地理标志等）吗？",
            "Do the members hold intellectual property that clusters or complements (patents, trademarks, geographical indications …)?",
        ),
        hint: label(
            "提示：不要求每家都有，但联盟整体要有。",
            "Hint: not every member needs some, but the alliance as a whole does.",
        ),
        bar: label(
            "成员应当具有共同利益诉求，拥有的知识产权具有集聚或者互补的特点。",
            "The members are to share interests and hold intellectual property that clusters or complements.",
        ),
        remedy: label(
            "邀请拥有相关知识产权的企业、高校或者院所加入。",
            "Invite companies, universities or institutes that hold such rights.",
        ),
    },
    PrecheckQuestion {
        rule: "23-premises",
        citation: Citation::article(23),
        question: label(
            "秘书处由海南的企业或者事业单位承担，有固定办公场所和专职人员吗？",
            "Is the secretariat borne by an enterprise or public institution of Hainan, with fixed premises and full-time staff?",
        ),
        hint: label(
            "社会团体、律师事务所不是企事业单位。",
            "Societies and law firms are neither enterprises nor public institutions.",
        ),
        bar: label(
            "秘书处应当由海南省境内注册的企事业单位承担，有固定的办公场所，配备专职工作人员。",
            "The secretariat is to be borne by an enterprise or public institution registered in Hainan, with fixed premises and full-time staff.",
        ),
        remedy: label(
            "由一家企业或者事业单位腾出办公室、指定专人后再申请。",
            "Have an enterprise or public institution provide an office and name somebody, then apply.",
        ),
    },
    PrecheckQuestion {
        rule: "17-2-founding",
        citation: Citation::item(17, 2),
        question: label(
            "已经开过成立会议，表决通过章程和设立联盟的决定吗？",
            "Has the founding meeting been held, and did it vote for the charter and the founding of the alliance?",
        ),
        hint: label(
            "备案是事后的：先成立，再备案。",
            "Registration comes after the fact: first the founding, then the filing.",
        ),
        bar: label(
            "联盟备案在组建完成之后进行，现在还不到申请的时候。",
            "An alliance is registered once it has been founded; it is too early to apply.",
        ),
        remedy: label(
            "先用这里起草章程、准备会议材料，开完成立会议再申请备案。",
            "Draft the charter and prepare the meeting here, hold the meeting, then apply.",
        ),
    },
];

/// What the replies come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrecheckResult {
    /// Some questions are not answered yet: these.
    Open(Vec<&'static PrecheckQuestion>),
    /// Nothing speaks against it.
    GoOn,
    /// Nothing speaks against it, but these are to be found out.
    FindOut(Vec<&'static PrecheckQuestion>),
    /// The first keep the alliance from being registered, as things stand; the others are to be found out besides.
    NotYet(Vec<&'static PrecheckQuestion>, Vec<&'static PrecheckQuestion>),
}

/// What the replies come to; `reply` gives the reply to a question by the id of its rule.
#[must_use]
pub fn precheck(reply: impl Fn(&str) -> Option<Reply>) -> PrecheckResult {
    let replied = |wanted| -> Vec<_> { PRECHECK.iter().filter(|question| reply(question.rule) == wanted).collect() };
    let (open, unsure, no) = (replied(None), replied(Some(Reply::Unsure)), replied(Some(Reply::No)));
    if !open.is_empty() {
        PrecheckResult::Open(open)
    } else if !no.is_empty() {
        PrecheckResult::NotYet(no, unsure)
    } else if !unsure.is_empty() {
        PrecheckResult::FindOut(unsure)
    } else {
        PrecheckResult::GoOn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{Weight, rules};

    #[test]
    fn every_question_stands_for_a_condition_that_must_be_met_and_cites_it() {
        for question in &PRECHECK {
            let rule = rules().find(|rule| rule.id == question.rule);
            let rule = rule.unwrap_or_else(|| panic!("no rule {}", question.rule));
            assert_eq!((rule.weight, rule.citation), (Weight::Must, question.citation), "{}", question.rule);
        }
    }

    #[test]
    fn the_gravest_reply_decides() {
        use Reply::{No, Unsure, Yes};
        let rows = [
            ("nothing answered", [None; 8], "open 8"),
            (
                "one left open, another no",
                [Some(No), None, Some(Yes), Some(Yes), Some(Yes), Some(Yes), Some(Yes), Some(Yes)],
                "open 1",
            ),
            ("all yes", [Some(Yes); 8], "go on"),
            ("all unsure", [Some(Unsure); 8], "find out 8"),
            (
                "one no among unsure",
                [Some(Unsure), Some(No), Some(Yes), Some(Yes), Some(Yes), Some(Yes), Some(Yes), Some(Yes)],
                "not yet 1, unsure 1",
            ),
        ];
        for (sentence, replies, expected) in rows {
            let reply = |rule: &str| {
                PRECHECK.iter().zip(replies).find(|(one, _)| one.rule == rule).and_then(|(_, reply)| reply)
            };
            let found = match precheck(reply) {
                PrecheckResult::Open(open) => format!("open {}", open.len()),
                PrecheckResult::GoOn => "go on".to_owned(),
                PrecheckResult::FindOut(unsure) => format!("find out {}", unsure.len()),
                PrecheckResult::NotYet(no, unsure) => format!("not yet {}, unsure {}", no.len(), unsure.len()),
            };
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
