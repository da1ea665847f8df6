//! Numbers of articles that a charter names and does not have: 见第九十九条.
//!
//! Charters name articles of other texts too: 《办法》第二十条, 反垄断法第十七条. Whose article it is, the words before the
//! number tell; what nothing is said of is the charter's own.

use super::called;
use crate::charter::{Charter, Origin, clause_path};
use crate::checks::{Finding, Severity};
use crate::language::Message;
use crate::measures::read_chinese_number;
use crate::message;

/// What the charter calls itself.
const OWN_NAMES: &[&str] = &["本章程", "本公约", "本协议", "本规则", "本规约", "本约定"];
/// What other texts are called, at the end of their names.
const OTHER_NAMES: &[&str] = &[
    "法",
    "法典",
    "条例",
    "细则",
    "指南",
    "意见",
    "通知",
    "解释",
    "合同",
    "协议",
    "公约",
    "规则",
    "制度",
    "标准",
    "准则",
    "附件",
    "决定",
    "暂行规定",
    "管理规定",
    "若干规定",
    "本规定",
    "该规定",
    "公司章程",
    "单位章程",
    "协会章程",
    "登记表",
    "申请表",
];
/// What may stand between the name of a text and the number.
const BETWEEN: &[&str] = &["的", "中", "之", "里", "规定", "所列"];
/// What joins the number of one article to that of the next.
const JOINING: &[&str] = &["、", "和", "及", "以及", "或", "或者", "至", "到", "与", "，", "－", "-", "—", "~", "～"];

/// A number that a charter does not have is beyond this, whatever it is.
const BEYOND: u32 = 1000;

pub(super) fn findings(charter: &Charter) -> Vec<Finding> {
    let count = charter.articles().last().map_or(0, |article| article.number);
    let mut findings = Vec::new();
    for article in charter.articles().filter(|article| article.origin != Origin::Model) {
        for label in astray(&article.text(), count) {
            let Message { zh, en } = called(article);
            let finding = Finding {
                check: "charter-reference",
                severity: Severity::Caution,
                message: message!(
                    "{zh}引用了“{label}”，章程只有 {count} 条。",
                    "{en} refers to “{label}”; the charter has {count} articles."
                ),
                remedy: message!(
                    "请核对条号；引用的是其他文件的，在条号前写明文件名称。",
                    "Check the number; if the article is another text’s, name that text before it."
                ),
                facts: vec![clause_path(&article.clause)],
                citation: None,
            };
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    findings
}

/// The numbers that a text gives to articles of its own charter, as they are written, and that are beyond the last.
pub(super) fn astray(text: &str, last: u32) -> Vec<String> {
    let sentences = text.split(['。', '；', ';', '\n']);
    let words = sentences.map(|sentence| sentence.chars().filter(|letter| !letter.is_whitespace()).collect::<String>());
    words.flat_map(|sentence| astray_in(&sentence, last)).collect()
}

fn astray_in(sentence: &str, last: u32) -> Vec<String> {
    let mut astray = Vec::new();
    // Where the reference before ends, and whether it is to another text.
    let mut before: Option<(usize, bool)> = None;
    for (at, _) in sentence.match_indices('第') {
        let Some((label, numbers)) = sentence.get(at..).and_then(named) else { continue };
        let since = before.and_then(|(end, _)| sentence.get(end..at));
        let is_other = match before {
            Some((_, is_other)) if since.is_some_and(joins) => is_other,
            _ => is_of_another_text(sentence.get(..at).unwrap_or_default()),
        };
        before = Some((at + label.len(), is_other));
        if !is_other && numbers.iter().any(|number| *number > last) {
            astray.push(label.to_owned());
        }
    }
    astray
}

/// 第九十九条, 第十、九十九条 at the beginning of a text, with the numbers.
fn named(text: &str) -> Option<(&str, Vec<u32>)> {
    let (inside, _) = text.strip_prefix('第')?.split_once('条')?;
    let numbers: Option<Vec<u32>> = inside.split(['、', '和', '至', '到', '-', '—']).map(read_number).collect();
    let label = text.get(..'第'.len_utf8() + inside.len() + '条'.len_utf8())?;
    numbers.map(|numbers| (label, numbers))
}

fn read_number(written: &str) -> Option<u32> {
    let is_numeral = |letter: char| letter.is_ascii_digit() || "零〇一二两三四五六七八九十百千".contains(letter);
    if written.is_empty() || !written.chars().all(is_numeral) {
        return None;
    }
    let usual = written.replace('〇', "零").replace('两', "二");
    let is_beyond = usual.contains('千') || usual.len() > 3 && usual.bytes().all(|byte| byte.is_ascii_digit());
    if is_beyond { Some(BEYOND) } else { read_chinese_number(&usual) }
}

/// Whether what stands between two numbers joins them: 、, 和, 第二款及.
fn joins(between: &str) -> bool {
    let mut rest = between;
    // 第二款, 第（三）项: of the article before.
    while let Some((_, behind)) = rest.strip_prefix('第').and_then(|rest| rest.split_once(['款', '项', '目'])) {
        rest = behind;
    }
    JOINING.contains(&rest)
}

/// Whether the words before a number name a text that is not the charter.
fn is_of_another_text(before: &str) -> bool {
    let named = without_brackets(before);
    if OWN_NAMES.iter().any(|name| named.ends_with(name)) {
        return false;
    }
    if let Some(title) = named.strip_suffix('》') {
        let title = title.rsplit_once('《').map_or(title, |(_, title)| title);
        return !(title.ends_with("章程") && (title.contains("联盟") || title == "章程"));
    }
    let is_annex = named.trim_end_matches(|letter| read_number(&String::from(letter)).is_some()).ends_with("附件");
    if is_annex || OTHER_NAMES.iter().any(|name| named.ends_with(name)) {
        return true;
    }
    let shorter = BETWEEN.iter().find_map(|word| named.strip_suffix(word));
    shorter.is_some_and(is_of_another_text)
}

/// 《办法》（试行） without （试行）.
fn without_brackets(text: &str) -> &str {
    let open = text.strip_suffix(['）', ')']).and_then(|inside| inside.rsplit_once(['（', '(']));
    open.map_or(text, |(before, _)| before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_of_the_charter_itself_are_looked_for_in_it() {
        let table: &[(&str, &[&str])] = &[
            ("见第九十九条。", &["第九十九条"]),
            ("依照本章程第九十九条办理。", &["第九十九条"]),
            ("依照《海南某产业知识产权联盟章程》第 99 条办理。", &["第99条"]),
            ("按照章程第七十条第二款的规定执行。", &["第七十条"]),
            ("依照第十条、第七十条和第六十六条办理。", &["第七十条"]),
            ("依照第十、九十九条办理。", &["第十、九十九条"]),
            ("违反本章程规定的第一百〇五条的，予以除名。", &["第一百〇五条"]),
            ("依照《办法》第二十条和本章程第七十条办理。", &["第七十条"]),
            ("依照《民法典》第九十条，按照第八十条办理。", &["第八十条"]),
            ("见第一千二百六十条。", &["第一千二百六十条"]),
            ("见第六十六条。", &[]),
            ("依照《办法》第七十条办理。", &[]),
            ("根据《中华人民共和国民法典》第九百六十七条制定。", &[]),
            ("根据《民法典》第九十条、第九十一条和第一千条制定。", &[]),
            ("根据《民法典》第九十条第一款及第九十一条制定。", &[]),
            ("依照前款及本办法第九十条办理。", &[]),
            ("依照《反垄断法》（2022年修正）第六十九条办理。", &[]),
            ("依照反垄断法第七十条处理。", &[]),
            ("《办法》规定的第七十条所列材料。", &[]),
            ("依照《反垄断法》的第七十条处理。", &[]),
            ("以附件二第九十条为准。", &[]),
            ("按照公司章程第八十条办理。", &[]),
            ("入会的第一条件是信用良好。", &[]),
            ("第九十九次会议的各条意见。", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(astray(text, 66), *expected, "{text}");
        }
    }
}
