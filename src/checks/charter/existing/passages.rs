//! A charter that somebody else wrote, taken apart into its articles.
//!
//! Charters come as 第五条, as 一、 or without any numbers, pasted from Word, a web page or a scan. What cannot be taken
//! apart is kept as paragraphs; nothing of the text is dropped but the lines of a contents list.

use crate::measures::read_chinese_number;

/// A stretch of a charter that stands under one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is called in the charter: 第五条, 三、, or 第2段 where nothing is numbered.
    pub label: String,
    /// The titles over it: of its chapter, and its own.
    pub titles: Vec<String>,
    /// Its words, without blanks and with the usual punctuation, a paragraph a line.
    pub text: String,
}

impl Passage {
    /// Its sentences, and what a list says line by line.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let ends = |letter| matches!(letter, '。' | '；' | '！' | '？' | '\n');
        self.text.split(ends).filter(|sentence| !sentence.is_empty())
    }
}

/// What numbers a charter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    /// 第五条.
    Articles,
    /// 五、.
    Headings,
    /// Nothing: a paragraph is a passage.
    Paragraphs,
}

/// How long a title is at most, in characters; what is longer is a sentence.
const LONGEST_TITLE: usize = 20;

/// Takes a charter apart.
#[must_use]
pub fn passages(text: &str) -> Vec<Passage> {
    let lines: Vec<String> = broken_up(text).lines().map(plain).filter(|line| !line.is_empty()).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let numbering = if lines.iter().filter(|line| numbered(line, "条").is_some()).count() > 1 {
        Numbering::Articles
    } else if lines.iter().filter(|line| heading(line).is_some()).count() > 1 {
        Numbering::Headings
    } else {
        Numbering::Paragraphs
    };
    let mut passages: Vec<Passage> = Vec::new();
    let mut chapter: Option<String> = None;
    for line in lines {
        let part = ["章", "编", "节"].iter().find_map(|unit| numbered(line, unit)).filter(|(_, title)| is_title(title));
        if let Some((_, title)) = part {
            chapter = Some(title.to_owned());
            continue;
        }
        let start = match numbering {
            Numbering::Articles => numbered(line, "条"),
            Numbering::Headings => heading(line),
            Numbering::Paragraphs => Some((format!("第{}段", passages.len() + 1), line)),
        };
        match (start, passages.last_mut()) {
            (Some((label, rest)), _) => passages.push(begun(label, chapter.as_deref(), rest)),
            (None, Some(open)) => {
                if !open.text.is_empty() {
                    open.text.push('\n');
                }
                open.text.push_str(line);
            }
            (None, None) => {
                passages.push(Passage { label: "正文前".to_owned(), titles: Vec::new(), text: line.to_owned() })
            }
        }
    }
    passages.into_iter().map(with_words).collect()
}

/// An article that is one short line was taken for a title.
fn with_words(mut passage: Passage) -> Passage {
    if passage.text.is_empty() {
        passage.text = passage.titles.pop().unwrap_or_default();
    }
    passage
}

fn begun(label: String, chapter: Option<&str>, rest: &str) -> Passage {
    let mut titles: Vec<String> = chapter.map(str::to_owned).into_iter().collect();
    // 第五条（联盟宗旨）…, 第五条【联盟宗旨】…
    let (own, text) = match bracketed(rest) {
        Some((title, text)) => (Some(title), text),
        None if is_title(rest) => (Some(rest), ""),
        None => (None, rest),
    };
    titles.extend(own.map(str::to_owned));
    Passage { label, titles, text: text.to_owned() }
}

fn is_title(text: &str) -> bool {
    text.chars().count() <= LONGEST_TITLE && !text.contains(['。', '；', '：', '，'])
}

fn bracketed(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix(['（', '【', '(', '[', '〔'])?;
    let (title, rest) = text.split_once(['）', '】', ')', ']', '〕'])?;
    is_title(title).then_some((title, rest))
}

/// The number at the beginning of a line and what follows: 第十二条, 第 12 条. The number is kept as it is written.
fn numbered<'l>(line: &'l str, unit: &str) -> Option<(String, &'l str)> {
    let rest = line.strip_prefix('第')?;
    let (number, rest) = rest.split_once(unit)?;
    read_chinese_number(&number.replace('〇', "零"))?;
    // 第五条第二款 is no beginning but a reference, as is 第五条所列.
    let refers = rest.starts_with(['第', '、', '和', '至', '所', '的', '规', '之', '及', '或', '中']);
    (!refers).then(|| (format!("第{number}{unit}"), rest.trim_start_matches(['：', '、', '.'])))
}

/// 三、经费, （三）经费 is an item and no heading.
fn heading(line: &str) -> Option<(String, &str)> {
    let (number, rest) = line.split_once(['、', '.', '．'])?;
    let known = read_chinese_number(number).is_some_and(|number| number > 0);
    (known && !rest.is_empty()).then(|| (format!("{number}、"), rest))
}

/// A text in which each article begins a line, as it does not when it was taken out of a PDF.
fn broken_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = '\n';
    for (at, letter) in text.char_indices() {
        let after_an_end = matches!(before, '。' | '；' | ' ' | '\u{3000}' | '\t');
        if letter == '第' && after_an_end && begins_article(text.get(at..).unwrap_or_default()) {
            out.push('\n');
        }
        out.push(letter);
        before = letter;
    }
    out
}

/// 第, a number, 条 or 章, then a blank or a bracket.
fn begins_article(text: &str) -> bool {
    let head: String = text.chars().take(12).collect();
    let Some((number, rest)) = head.trim_start_matches('第').split_once(['条', '章']) else { return false };
    let number: String = number.split_whitespace().collect();
    read_chinese_number(&number).is_some() && rest.starts_with([' ', '\u{3000}', '\t', '（', '【', '\u{a0}'])
}

/// A line without blanks and with the punctuation of Chinese; empty for a line of a contents list.
fn plain(line: &str) -> String {
    let leads = line.contains("...") || line.contains("……") || line.contains('\t');
    if leads && line.trim_end().ends_with(|letter: char| letter.is_ascii_digit()) {
        return String::new();
    }
    let same = |letter: char| match letter {
        ':' => '：',
        ';' => '；',
        ',' => '，',
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{201c}' | '\u{201d}' | '「' | '」' => '“',
        letter => letter,
    };
    let shown = |letter: &char| !letter.is_whitespace() && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}');
    line.chars().filter(shown).map(same).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn charters_of_every_make_come_apart() {
        type Case<'a> = (&'a str, &'a str, &'a [(&'a str, &'a [&'a str], &'a str)]);
        let cases: &[Case] = &[
            (
                "articles under chapters",
                "某联盟章程\n第一章 总 则\n第一条　本联盟名称：甲联盟。\n第二条 宗旨是服务产业。\n依照第一条的规定。\n第二章 成员\n第 3 条 凡企业均可加入。",
                &[
                    ("正文前", &[], "某联盟章程"),
                    ("第一条", &["总则"], "本联盟名称：甲联盟。"),
                    ("第二条", &["总则"], "宗旨是服务产业。\n依照第一条的规定。"),
                    ("第3条", &["成员"], "凡企业均可加入。"),
                ],
            ),
            (
                "articles with titles of their own",
                "第一条（联盟名称）甲联盟。\n第二条 联盟宗旨\n服务产业。\n第三条【住所】海口。",
                &[
                    ("第一条", &["联盟名称"], "甲联盟。"),
                    ("第二条", &["联盟宗旨"], "服务产业。"),
                    ("第三条", &["住所"], "海口。"),
                ],
            ),
            (
                "headings without articles",
                "一、名称\n甲联盟。\n二、经费：由成员承担。",
                &[("一、", &["名称"], "甲联盟。"), ("二、", &[], "经费：由成员承担。")],
            ),
            (
                "nothing numbered",
                "甲联盟是合作组织。\n\n住所在海口。",
                &[("第1段", &[], "甲联盟是合作组织。"), ("第2段", &[], "住所在海口。")],
            ),
            (
                "run together, as a PDF gives it",
                "第一条 名称为甲联盟。 第二条 住所在海口。按照第一条第二款办理。",
                &[("第一条", &[], "名称为甲联盟。"), ("第二条", &[], "住所在海口。按照第一条第二款办理。")],
            ),
            (
                "a contents list before it",
                "第一条 名称……1\n第二条 住所\t2\n第一条 名称为甲联盟。\n第二条 住所在海口。",
                &[("第一条", &[], "名称为甲联盟。"), ("第二条", &[], "住所在海口。")],
            ),
        ];
        for (sentence, text, expected) in cases {
            let found = passages(text);
            let found: Vec<_> = found
                .iter()
                .map(|it| {
                    (it.label.as_str(), it.titles.iter().map(String::as_str).collect::<Vec<_>>(), it.text.as_str())
                })
                .collect();
            let expected: Vec<_> =
                expected.iter().map(|(label, titles, text)| (*label, titles.to_vec(), *text)).collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_apart(text in "(第|条|章|[一二三十]|、|。|[ \n\t]|（|）|联盟|[a-z0-9]|……|\\PC){0,80}") {
            for passage in passages(&text) {
                prop_assert!(!passage.label.is_empty());
                prop_assert!(passage.text.chars().all(|letter| letter == '\n' || !letter.is_whitespace()));
            }
        }
    }
}
