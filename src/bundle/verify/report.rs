//! What verifying a bundle found, as data: for the page, for programs, for a list to act on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::checks::{self, Severity, Verdict as Rule, assess};
use crate::dossier::Dossier;
use crate::language::{Label, Message, label};
use crate::message;

/// What is to be thought of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Byte for byte as it was downloaded.
    Intact,
    /// Every file is as it was, but they were packed anew.
    Repacked,
    /// Nothing speaks against it, but not everything could be looked at.
    Partly,
    /// Something was changed, added or taken away.
    Changed,
    /// It cannot be read, or is no bundle.
    Unverifiable,
}

impl Verdict {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Intact => label("与下载时完全一致", "Exactly as it was downloaded"),
            Self::Repacked => label("内容一致，但重新打包过", "The same contents, but packed anew"),
            Self::Partly => label("没有发现改动，但无法全部核验", "No change was found, but not all could be verified"),
            Self::Changed => label("有改动", "Changed"),
            Self::Unverifiable => label("无法核验", "Cannot be verified"),
        }
    }

    /// A word for style sheets and other programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Intact => "intact",
            Self::Repacked => "repacked",
            Self::Partly => "partly",
            Self::Changed => "changed",
            Self::Unverifiable => "unverifiable",
        }
    }
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Something is not as it was made.
    Fault,
    /// It could not be told whether something is as it was made.
    Doubt,
    /// Worth knowing, and no reason for doubt.
    Note,
}

impl Grade {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Fault => label("有改动", "Changed"),
            Self::Doubt => label("无法核对", "Not verified"),
            Self::Note => label("说明", "Note"),
        }
    }

    /// A word for style sheets and other programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Doubt => "doubt",
            Self::Note => "note",
        }
    }
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How grave it is.
    pub grade: Grade,
    /// The file that it is about; none where it is about the bundle.
    pub path: Option<String>,
    /// What is the matter.
    pub words: Message,
    /// What to do.
    pub advice: Message,
    /// Where a document says something else than it should, in the order of the document.
    pub differences: Vec<Difference>,
    /// How many more such places there are than are named.
    pub more: usize,
}

/// A place where a document says something else than the dossier in the bundle makes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Where.
    pub place: Message,
    /// What the bundle says there; empty where it says nothing.
    pub there: String,
    /// What the dossier makes of it; empty where nothing belongs there.
    pub here: String,
}

/// What a bundle holds, by its manifest and its dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The alliance's name.
    pub alliance: String,
    /// The day it was made as of; none where the manifest does not say.
    pub date: Option<NaiveDate>,
    /// How many members.
    pub members: usize,
    /// How many files altogether.
    pub files: usize,
    /// How many of them were attached.
    pub attachments: usize,
    /// Their bytes together, as they are in the archive.
    pub bytes: u64,
    /// The version of the program that made it, as its manifest says.
    pub program: Option<String>,
    /// What the rules say as of its day.
    pub then: Option<Tally>,
    /// What they say as of today, where that is something else.
    pub now: Option<Tally>,
}

impl Contents {
    /// The words.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self { members, files, attachments, .. } = self;
        let unnamed = label("（未命名联盟）", "(alliance without a name)");
        let (zh_name, en_name) = match self.alliance.trim() {
            "" => (unnamed.zh, unnamed.en),
            name => (name, name),
        };
        let date = self.date.map_or_else(|| "?".to_owned(), |date| date.to_string());
        let size = size(self.bytes);
        message!(
            "{zh_name}；材料日期 {date}；成员 {members} 家；文件 {files} 个（其中附件 {attachments} 个），共 {size}",
            "{en_name}; as of {date}; {members} members; {files} files ({attachments} attached), {size} in all"
        )
    }
}

/// `940 kB`, `3.2 MB`.
fn size(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        format!("{kilobytes} kB")
    } else {
        format!("{}.{} MB", kilobytes / 1000, kilobytes % 1000 / 100)
    }
}

/// What the rules say of the dossier on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The day.
    pub date: NaiveDate,
    /// The verdict over all musts: `met`, `unmet` or `unknown`.
    pub verdict: String,
    /// How many requirements are met.
    pub met: usize,
    /// How many are not.
    pub unmet: usize,
    /// How many wait for a fact.
    pub unknown: usize,
    /// How many errors the consistency checks name.
    pub errors: usize,
}

impl Tally {
    /// What the rules say of a dossier on a day.
    #[must_use]
    pub fn of(dossier: &Dossier, date: NaiveDate) -> Self {
        let assessment = assess(dossier, date);
        let count = |verdict: Rule| assessment.outcomes.iter().filter(|outcome| outcome.verdict == verdict).count();
        let errors = assessment.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        Self {
            date,
            verdict: assessment.eligible().code().to_owned(),
            met: count(Rule::Met),
            unmet: count(Rule::Unmet),
            unknown: count(Rule::Unknown),
            errors,
        }
    }

    /// Whether the rules say the same, the day apart.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        Self { date: other.date, ..self.clone() } == *other
    }

    /// The words.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self { date, met, unmet, unknown, errors, .. } = self;
        let all = [Rule::Met, Rule::Unmet, Rule::Unknown];
        let verdict = all.into_iter().find(|verdict| verdict.code() == self.verdict).map(checks::Verdict::label);
        let Label { zh, en } = verdict.unwrap_or(label("待补充", "Pending"));
        message!(
            "按 {date} 的规则核对：必备条件{zh}；连同一般条件和鼓励事项，符合 {met} 项，不符合 {unmet} 项，待补充 {unknown} 项；前后矛盾等错误 {errors} 处",
            "As of {date}: what must be met: {en}; of all conditions {met} met, {unmet} not met, {unknown} pending; {errors} errors of consistency"
        )
    }
}

/// What verifying a bundle found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What is to be thought of it.
    pub verdict: Verdict,
    /// The same in words, with the reason.
    pub summary: Message,
    /// 核验码; none where the files are not those of its list of sums.
    pub code: Option<String>,
    /// What it holds, as far as it could be read.
    pub contents: Option<Contents>,
    /// What was found, gravest first.
    pub findings: Vec<Finding>,
}

/// The most findings of a report.
const MOST_FINDINGS: usize = 300;
/// The most files that the summary names.
const MOST_NAMED: usize = 2;

impl Report {
    /// The report of what cannot be verified at all.
    #[must_use]
    pub fn unverifiable(cause: &Message) -> Self {
        let Message { zh, en } = cause;
        Self {
            verdict: Verdict::Unverifiable,
            summary: message!("无法核验：{zh}", "Cannot be verified: {en}"),
            code: None,
            contents: None,
            findings: Vec::new(),
        }
    }

    /// The report of what was found; `as_packed` is whether the archive is byte for byte what this program writes.
    pub(super) fn new(
        mut findings: Vec<Finding>,
        as_packed: bool,
        code: Option<String>,
        contents: Option<Contents>,
    ) -> Self {
        findings.sort_by(|one, other| (one.grade, &one.path).cmp(&(other.grade, &other.path)));
        let verdict = match findings.first().map(|finding| finding.grade) {
            Some(Grade::Fault) => Verdict::Changed,
            Some(Grade::Doubt) => Verdict::Partly,
            Some(Grade::Note) | None if as_packed => Verdict::Intact,
            Some(Grade::Note) | None => Verdict::Repacked,
        };
        let summary = summary(verdict, &findings);
        if let Some(more) = findings.len().checked_sub(MOST_FINDINGS).filter(|more| *more > 0) {
            findings.truncate(MOST_FINDINGS);
            findings.push(Finding::new(
                Grade::Note,
                None,
                message!("还有 {more} 处没有列出", "{more} more are not listed"),
                message!("先处理已列出的，再核验一次", "See to those listed, then verify again"),
            ));
        }
        Self { verdict, summary, code, contents, findings }
    }
}

impl Finding {
    pub(super) fn new(grade: Grade, path: Option<&str>, words: Message, advice: Message) -> Self {
        Self { grade, path: path.map(str::to_owned), words, advice, differences: Vec::new(), more: 0 }
    }
}

/// The verdict with its reason: the files that it is about.
fn summary(verdict: Verdict, findings: &[Finding]) -> Message {
    let Label { zh, en } = verdict.label();
    let grade = match verdict {
        Verdict::Changed => Grade::Fault,
        Verdict::Partly => Grade::Doubt,
        Verdict::Intact | Verdict::Repacked | Verdict::Unverifiable => return verdict.label().to_message(),
    };
    let grave: Vec<&Finding> = findings.iter().filter(|finding| finding.grade == grade).collect();
    let named: Vec<&str> = grave.iter().filter_map(|finding| finding.path.as_deref()).take(MOST_NAMED).collect();
    let count = grave.len();
    let (zh_names, en_names) = (named.join("、"), named.join(", "));
    match (named.is_empty(), count > named.len()) {
        (true, _) => message!("{zh}（{count} 处）", "{en} ({count})"),
        (false, true) => message!("{zh}（{zh_names} 等 {count} 处）", "{en} ({en_names} and others, {count} in all)"),
        (false, false) => message!("{zh}（{zh_names}）", "{en} ({en_names})"),
    }
}
