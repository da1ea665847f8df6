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
    /// The number of the article that it is, if it is one.
    pub fn article_number(&self) -> Option<u32> {
        let number = self.label.strip_prefix('第')?.strip_suffix('条')?;
        read_chinese_number(&number.replace('〇', "零"))
    }

    /// Its sentences, and what a list says line by line.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let ends = |letter| matches!(letter, '。' | '；' | '！' | '？' | '\n');
        self.text.split(ends).filter(|sentence| !sentence.is_empty())
    }
}

/// What numbers a charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    /// 第五条.
    Articles,
    /// 五、.
    Headings,
    /// 5、 or 5.
    Digits,
    /// 5.2 under 5.
    Decimals,
    /// Nothing: a paragraph is a passage.
    Paragraphs,
}

/// How long a title is at most, in characters; what is longer is a sentence.
const LONGEST_TITLE: usize = 20;
/// How many characters a printed line has at least.
const SHORTEST_LINE: usize = 10;
/// How long the name of a row is at most, in characters.
const LONGEST_NAME: usize = 12;

/// Takes a charter apart.
#[must_use]
pub fn passages(text: &str) -> Vec<Passage> {
    let lines = unwrapped(broken_up(text).lines().map(plain).filter(|line| !line.is_empty()).collect());
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let numbering = numbering(&lines);
    let mut passages: Vec<Passage> = Vec::new();
    let mut chapter: Option<String> = None;
    for line in lines {
        if let Some(title) = chapter_title(line, numbering) {
            chapter = Some(title.to_owned());
            continue;
        }
        let start = match numbering {
            Numbering::Articles => numbered(line, "条"),
            Numbering::Headings => heading(line),
            Numbering::Digits | Numbering::Decimals => in_digits(line),
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

/// By what these lines are numbered: whatever parts the text most surely comes first.
fn numbering(lines: &[&str]) -> Numbering {
    let several = |is: &dyn Fn(&str) -> bool| lines.iter().filter(|line| is(line)).count() > 1;
    let is_decimal = |line: &str| in_digits(line).is_some_and(|(label, _)| label.contains('.'));
    if several(&|line| numbered(line, "条").is_some()) {
        Numbering::Articles
    } else if several(&|line| heading(line).is_some()) {
        Numbering::Headings
    } else if several(&is_decimal) {
        Numbering::Decimals
    } else if several(&|line| in_digits(line).is_some()) {
        Numbering::Digits
    } else {
        Numbering::Paragraphs
    }
}

/// The title of a chapter, where a line is one: 第二章 成员, or 2 成员 above 2.1.
fn chapter_title(line: &str, numbering: Numbering) -> Option<&str> {
    let named = || ["章", "编", "节"].iter().find_map(|unit| numbered(line, unit)).map(|(_, title)| title);
    let counted = || in_digits(line).filter(|(label, _)| !label.contains('.')).map(|(_, title)| title);
    let title = if numbering == Numbering::Decimals { named().or_else(counted) } else { named() };
    title.filter(|title| is_title(title))
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
    (!refers).then(|| (format!("第{number}{unit}"), rest.trim_start_matches(['：', '、', '.', '。'])))
}

/// 三、经费, （三）经费 is an item and no heading.
fn heading(line: &str) -> Option<(String, &str)> {
    let (number, rest) = line.split_once(['、', '.', '．'])?;
    let known = read_chinese_number(number).is_some_and(|number| number > 0);
    let in_words = number.chars().all(|letter| !letter.is_ascii_digit());
    let rest = rest.trim_start_matches('：');
    (known && in_words && !rest.is_empty()).then(|| (format!("{number}、"), rest))
}

/// 3、经费, 3.2、经费: a number in digits and what follows.
fn in_digits(line: &str) -> Option<(String, &str)> {
    let (number, rest) = line.split_once('、')?;
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (number.split('.').all(is_number) && !rest.is_empty()).then(|| (number.to_owned(), rest))
}

/// The lines of a text whose paragraphs go over several lines, as a scan has them, put together again; any other text stays
/// as it is.
fn unwrapped(lines: Vec<String>) -> Vec<String> {
    let length = |line: &str| line.chars().count();
    let mut lengths: Vec<usize> = lines.iter().map(|line| length(line)).collect();
    lengths.sort_unstable();
    let width = lengths.get(lengths.len() * 4 / 5).copied().unwrap_or_default();
    let is_full = |line: &str| length(line) + 3 >= width;
    let cut_short = lines.iter().filter(|line| is_full(line) && !ends(line)).count();
    if width < SHORTEST_LINE || cut_short * 10 < lines.len() * 3 {
        return lines;
    }
    let mut whole: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in lines {
        let is_short = length(&line) * 4 < width * 3;
        let is_open = !ends(&line) && !is_short;
        match whole.last_mut().filter(|_| goes_on && !begins(&line)) {
            Some(before) => before.push_str(&line),
            None => whole.push(line),
        }
        goes_on = is_open;
    }
    whole
}

/// Whether a line ends what it says.
fn ends(line: &str) -> bool {
    line.ends_with(['。', '；', '：', '！', '？'])
}

/// Whether a line begins something of its own: an article, a chapter, an item of a list.
fn begins(line: &str) -> bool {
    let is_item = line
        .strip_prefix('（')
        .and_then(|rest| rest.split_once('）'))
        .is_some_and(|(number, _)| read_chinese_number(number).is_some());
    is_item
        || ["条", "章", "编", "节"].iter().any(|unit| numbered(line, unit).is_some())
        || heading(line).is_some()
        || in_digits(line).is_some()
        || line.split_once('：').is_some_and(|(name, _)| is_title(name) && name.chars().count() <= LONGEST_NAME)
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

/// A line without blanks and with the punctuation of Chinese; empty for a line of a contents list and for a page number.
fn plain(line: &str) -> String {
    let line = line.trim();
    let is_entry = |lead: &str| line.rsplit_once(lead).is_some_and(|(_, page)| is_number(page.trim()));
    if ["...", "……", "\t"].into_iter().any(is_entry) || is_page_number(line) {
        return String::new();
    }
    let same = |letter: char| match letter {
        ':' => '：',
        ';' => '；',
        ',' => '，',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{201c}' | '\u{201d}' | '「' | '」' | '"' => '“',
        letter => letter,
    };
    let shown = |letter: &char| !letter.is_whitespace() && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}');
    let letters: String = with_marks(line).chars().filter(shown).map(same).collect();
    with_full_stops(&letters)
}

/// A line whose blanks mean something with a mark in their place: after a number, and between the name of a row of a table
/// and what stands in it.
fn with_marks(line: &str) -> String {
    let number = line.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(line.len());
    let (number, rest) = line.split_at(number);
    let number = number.trim_end_matches('.');
    let is_apart = rest.starts_with(|letter: char| letter.is_whitespace()) || line.starts_with(&format!("{number}."));
    if !number.is_empty() && is_apart && !rest.trim().is_empty() {
        return format!("{number}、{}", rest.trim());
    }
    let is_name = |name: &str| {
        (1..=LONGEST_NAME).contains(&name.chars().count())
            && !name.ends_with(['。', '；', '：', ':', '、', '，', '）', '条', '章'])
    };
    match line.split_once('\t') {
        Some((name, rest)) if is_name(name.trim()) => format!("{}：{rest}", name.trim()),
        _ => line.to_owned(),
    }
}

/// A line in which the points that end Chinese sentences are those of Chinese.
fn with_full_stops(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut before = ' ';
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends = letter == '.'
            && !before.is_ascii()
            && letters.peek().is_none_or(|next| !next.is_ascii_digit() && *next != '.')
            && read_chinese_number(&out).is_none();
        out.push(if ends { '。' } else { letter });
        before = letter;
    }
    out
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit())
}

/// — 3 —, 第3页, 3/12.
fn is_page_number(line: &str) -> bool {
    let rest: String =
        line.chars().filter(|letter| !letter.is_whitespace() && !"—–-－·第页共/".contains(*letter)).collect();
    is_number(&rest) && rest.len() <= 6 && !line.contains('条')
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
