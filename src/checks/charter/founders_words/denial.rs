//! Sentences, and whether one says a thing or forbids it.

use super::sayings::{Hit, part_start};

/// A sentence of a charter.
pub(super) struct Sentence<'t> {
    /// As it is written.
    pub written: &'t str,
    /// What of it is looked at: without blanks and without phrases that mean something else.
    pub words: String,
    /// Whether it stands in a list of what is forbidden.
    is_listed_as_forbidden: bool,
}

/// What forbids, and what keeps from.
const DENIALS: &[&str] = &[
    "不得",
    "不能",
    "不应",
    "不应当",
    "不可",
    "不可以",
    "不许",
    "不准",
    "不允许",
    "不予",
    "不会",
    "不再",
    "不以",
    "不向",
    "不对",
    "不为",
    "不从事",
    "不实施",
    "不参与",
    "不组织",
    "不进行",
    "不搞",
    "不因",
    "不借",
    "不利用",
    "不通过",
    "不作",
    "不做",
    "不是",
    "不具",
    "不存在",
    "不涉及",
    "不干预",
    "不谋求",
    "绝不",
    "决不",
    "概不",
    "均不",
    "禁止",
    "严禁",
    "杜绝",
    "避免",
    "防止",
    "防范",
    "预防",
    "反对",
    "制止",
    "打击",
    "举报",
    "查处",
    "拒绝",
    "无权",
    "没有",
    "而非",
    "并非",
    "免收",
    "减免",
    "免除",
    "免予",
];
/// What denies the word that follows at once.
const DENYING_LETTERS: [char; 5] = ['不', '未', '勿', '非', '免'];
/// After these it is said again.
const ASSERTIONS: &[&str] =
    &["应当", "必须", "可以", "有权", "允许", "统一执行", "方可", "应按", "须按", "但可", "但应"];
/// What is done about a deed that is a breach of the charter.
const SANCTIONS: &[&str] = &[
    "除名",
    "取消",
    "责令",
    "追究",
    "承担",
    "处分",
    "处理",
    "警告",
    "批评",
    "劝退",
    "制止",
    "纠正",
    "退还",
    "撤销",
    "举报",
    "禁止",
    "不允许",
    "违反本章程",
    "违约",
];
/// Before a deed: not to do it is the breach.
const OMISSIONS: &[&str] =
    &["违反", "不执行", "不按", "不遵守", "未按", "未执行", "拒不", "低于", "突破", "背离", "擅自降"];
/// What joins one deed to the next.
const JOINING: [char; 12] = ['，', '、', '或', '者', '和', '及', '以', '与', '也', '等', '的', '不'];
/// What a list of forbidden things begins with.
const PROHIBITIONS: &[&str] = &["不得", "禁止", "严禁", "不准", "不允许"];
/// Phrases that hold a word of a deed and mean something else.
const HARMLESS: &[&str] = &[
    "不以营利为目的",
    "不以盈利为目的",
    "不以赢利为目的",
    "非营利",
    "非盈利",
    "市场化",
    "向社会公开",
    "向社会公布",
    "向社会公示",
    "向社会公告",
    "对外公开",
    "对外公布",
    "对外宣传",
    "对外许可",
    "外聘",
    "收取会费",
    "收取年度会费",
    "收取入会费",
    "收取年费",
    "会费的收取",
    "会费收取",
    "缴纳会费",
    "交纳会费",
    "缴纳年费",
    "交纳年费",
    "政府定价",
    "政府指导价",
];

/// The sentences of a text, and what its lists say item by item.
pub(super) fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut is_forbidden = false;
    let mut ends_list = true;
    let mut sentences = Vec::new();
    for piece in text.split_inclusive(['。', '；', ';', '！', '？', '\n']) {
        let written = piece.trim_end_matches(['。', '；', ';', '！', '？', '\n']).trim();
        if !written.is_empty() {
            is_forbidden &= !ends_list || is_item(written);
            let words = words(written);
            let heads_prohibitions = heads_prohibitions(&words);
            sentences.push(Sentence { written, words, is_listed_as_forbidden: is_forbidden });
            is_forbidden |= heads_prohibitions;
            ends_list = false;
        }
        ends_list |= !piece.ends_with(['；', ';']);
    }
    sentences
}

fn words(written: &str) -> String {
    let same = |letter| match letter {
        ',' => '，',
        ':' => '：',
        letter => letter,
    };
    let words: String = written.chars().filter(|letter| !letter.is_whitespace()).map(same).collect();
    // A mark in its place, so that what stood around it does not come together.
    HARMLESS.iter().fold(words, |words, phrase| words.replace(phrase, "〇"))
}

/// （一）, 1.: an item of a list.
fn is_item(written: &str) -> bool {
    written.starts_with(['（', '(', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '-', '—', '·', '•'])
        || written.starts_with(|letter: char| letter.is_ascii_digit())
}

/// 不得有下列行为：… but not 除下列情形外，不得…：
fn heads_prohibitions(words: &str) -> bool {
    words.split_once('：').is_some_and(|(head, _)| holds(head, PROHIBITIONS) && !head.contains('除'))
}

fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Where the last of these ends.
fn last_end(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| text.rfind(word).map(|at| at + word.len())).max()
}

impl Sentence<'_> {
    /// Whether one of the deeds that it names is meant, and not denied. `breaches` turn a prohibition round.
    pub(super) fn means_any(&self, mut hits: Vec<Hit>, breaches: &[&str]) -> bool {
        hits.sort_unstable_by_key(|hit| hit.first().map(|first| first.start));
        let mut denied_until = None;
        hits.iter().any(|hit| {
            let is_denied = self.is_denied(hit, breaches) || self.goes_on(denied_until, hit);
            if is_denied {
                denied_until = denied_until.max(hit.last().map(|last| last.end));
            }
            !is_denied
        })
    }

    fn is_denied(&self, hit: &Hit, breaches: &[&str]) -> bool {
        let is_denied = self.is_listed_as_forbidden || self.is_denied_before(hit, breaches) || self.is_sanctioned(hit);
        is_denied && !self.has_exceptions(hit)
    }

    /// 不得…, 严禁…, and 不 or 免 before one of the words.
    fn is_denied_before(&self, hit: &Hit, breaches: &[&str]) -> bool {
        let mut from = part_start(&self.words, hit);
        let mut is_denied = false;
        // The words themselves deny nothing, not even 不得低于.
        for part in hit {
            let before = self.words.get(from..part.start).unwrap_or_default();
            let denial = last_denial(before, breaches);
            let is_asserted_again = |end| last_end(before, ASSERTIONS).is_some_and(|again| again > end);
            match denial {
                Some(end) => is_denied = !is_asserted_again(end),
                None => is_denied &= last_end(before, ASSERTIONS).is_none(),
            }
            is_denied |= before.ends_with(DENYING_LETTERS);
            from = part.end;
        }
        is_denied
    }

    /// 固定价格的，予以除名: a deed that has consequences, unless they are those of leaving it.
    fn is_sanctioned(&self, hit: &Hit) -> bool {
        let (Some(first), Some(last)) = (hit.first(), hit.last()) else { return false };
        let before = self.words.get(..first.start).unwrap_or_default();
        let behind = self.words.get(last.end..).unwrap_or_default();
        let is_case = ["的，", "行为", "者，"].iter().any(|mark| behind.contains(mark));
        is_case && holds(behind, SANCTIONS) && !holds(before, OMISSIONS)
    }

    /// 不得…，但经理事会同意的除外: what is not the law's own exception is one that the Measures do not have.
    fn has_exceptions(&self, hit: &Hit) -> bool {
        let behind = hit.last().and_then(|last| self.words.get(last.end..)).unwrap_or_default();
        behind
            .split_once('但')
            .is_some_and(|(_, but)| but.contains("除外") && !holds(but, &["法律", "法规", "国家", "办法"]))
    }

    /// 不得固定价格，限制产量: what is forbidden goes on where nothing stands between but what joins.
    fn goes_on(&self, denied_until: Option<usize>, hit: &Hit) -> bool {
        let between = denied_until.zip(hit.first()).and_then(|(end, first)| self.words.get(end..first.start));
        between.is_some_and(|between| between.trim_matches(JOINING).is_empty())
    }
}

/// Where the last denial ends that no breach follows.
fn last_denial(text: &str, breaches: &[&str]) -> Option<usize> {
    let ends = DENIALS.iter().flat_map(|denial| text.match_indices(denial).map(|(at, denial)| at + denial.len()));
    ends.filter(|end| {
        let behind = text.get(*end..).unwrap_or_default();
        !breaches.iter().any(|breach| behind.starts_with(breach))
    })
    .max()
}
