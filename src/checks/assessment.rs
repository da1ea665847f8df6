//! What the checks say: findings are data, each with its place, its source and what would change it.

use super::facts::Facts;
use super::materials::Need;
use crate::dossier::FactPath;
use crate::language::{Label, Message, label};
use crate::measures::Citation;

/// Whether a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// 符合.
    Met,
    /// 不符合.
    Unmet,
    /// 待补充: a fact that decides it is not known.
    Unknown,
}

impl Verdict {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Met => label("符合", "Met"),
            Self::Unmet => label("不符合", "Not met"),
            Self::Unknown => label("待补充", "Pending"),
        }
    }

    /// A word for style sheets and other programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Unknown => "unknown",
        }
    }
}

/// What a requirement weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// 必须: unmet, it keeps the alliance from registration.
    Must,
    /// "一般应"、"原则上": unmet, it wants a reason, but is no knock-out.
    Advisory,
    /// 支持、鼓励: never a knock-out.
    Bonus,
}

impl Weight {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Must => label("必须符合", "Required"),
            Self::Advisory => label("一般要求", "Required as a rule"),
            Self::Bonus => label("支持和鼓励", "Encouraged"),
        }
    }
}

/// A requirement: everything about it that does not depend on the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable id: article, item, and a word: `16-1-registered`.
    pub id: &'static str,
    /// Where the Measures say so.
    pub citation: Citation,
    /// What it weighs.
    pub weight: Weight,
    /// The requirement as a question.
    pub question: Label,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The requirement.
    pub rule: &'static Rule,
    /// Whether it is met.
    pub verdict: Verdict,
    /// Why, in one or more sentences.
    pub reasons: Vec<Message>,
    /// The facts it used; where the verdict is [`Verdict::Unknown`], see `missing` for those that would settle it.
    pub facts: Facts,
    /// The facts that would settle it; empty unless the verdict is [`Verdict::Unknown`].
    pub missing: Vec<FactPath>,
    /// What would change it; empty when met.
    pub remedies: Vec<Message>,
    /// 提示: what experience adds and the text does not say.
    pub hints: Vec<Message>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 必须改正: the filing contradicts itself or the Measures.
    Error,
    /// 请核对: probably wrong, or likely to be asked about.
    Caution,
    /// 提示: advice beyond the text.
    Hint,
}

impl Severity {
    /// All severities, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Caution, Self::Hint];

    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Error => label("必须改正", "To be put right"),
            Self::Caution => label("请核对", "To be checked"),
            Self::Hint => label("提示", "Hint"),
        }
    }
}

/// Something to look at, in one place or across several.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// Stable id of the check: `duplicate-uscc`, `dates-out-of-order`.
    pub check: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, with the facts in it.
    pub message: Message,
    /// What to do.
    pub remedy: Message,
    /// Where: the facts it speaks of, the first to be opened first.
    pub facts: Vec<FactPath>,
    /// Where the Measures say so, if they do.
    pub citation: Option<Citation>,
}

/// The state of one of Article 20's materials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemState {
    /// 未开始.
    NotStarted,
    /// 进行中.
    InProgress,
    /// 已齐备.
    Ready,
}

impl ItemState {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::NotStarted => label("未开始", "Not started"),
            Self::InProgress => label("进行中", "In progress"),
            Self::Ready => label("已齐备", "Ready"),
        }
    }
}

/// One of the eight materials of Article 20, as this dossier needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaterialItem {
    /// 1 to 8, as in Article 20.
    pub number: u8,
    /// Its name.
    pub title: Label,
    /// Where the Measures ask for it.
    pub citation: Citation,
    /// How far it is.
    pub state: ItemState,
    /// What it needs.
    pub needs: Vec<Need>,
}

/// All that the checks say of a dossier on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Every requirement, in the order of the Measures.
    pub outcomes: Vec<Outcome>,
    /// Findings across the parts and in the charter, gravest first.
    pub findings: Vec<Finding>,
    /// The eight materials.
    pub materials: Vec<MaterialItem>,
}

impl Assessment {
    /// What the requirement of this id comes to, if it concerns this alliance.
    #[must_use]
    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.rule.id == id)
    }

    /// The verdict over all musts: unmet if one is, else unknown if one is, else met.
    #[must_use]
    pub fn eligible(&self) -> Verdict {
        let musts = || self.outcomes.iter().filter(|outcome| outcome.rule.weight == Weight::Must);
        if musts().any(|outcome| outcome.verdict == Verdict::Unmet) {
            Verdict::Unmet
        } else if musts().any(|outcome| outcome.verdict == Verdict::Unknown) {
            Verdict::Unknown
        } else {
            Verdict::Met
        }
    }
}
