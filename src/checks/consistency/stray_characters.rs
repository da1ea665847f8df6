//! Characters that came along when a text was pasted: it is kept as it is, and the user is told.

use super::{Asked, Findings};
use crate::checks::{Severity, is_unprintable_ideograph};
use crate::dossier::Kind;
use crate::identifiers::is_invisible;
use crate::language::{Label, Message, label};
use crate::message;

pub(super) const ID: &str = "stray-characters";

const RARE: Label =
    label("自带字体没有的生僻字（PDF 中会印成〓）", "rare characters that the fonts here lack (〓 in PDF files)");
/// How long one line and several paragraphs usually are at most, in characters.
const LONG_LINE: usize = 200;
const LONG_PROSE: usize = 20_000;

pub(super) fn find(asked: &Asked, findings: &mut Findings) {
    let several_lines = asked.question.kind == Kind::Prose;
    let text = asked.fact.written();
    if is_plain(&text, several_lines) {
        return;
    }
    let oddities = oddities(text.trim(), several_lines);
    if !oddities.is_empty() {
        report(findings, asked, &oddities, text.chars().count());
    }
}

fn report(findings: &mut Findings, asked: &Asked, oddities: &[Label], length: usize) {
    let Message { zh, en } = asked.called();
    let odd = oddities.iter().map(|oddity| oddity.zh).collect::<Vec<_>>().join("、");
    let odd_en = oddities.iter().map(|oddity| oddity.en).collect::<Vec<_>>().join(", ");
    findings.add(
        Severity::Caution,
        (
            message!(
                "{zh}里有{odd}（共{length}个字符）。内容已原样保留。",
                "{en} holds {odd_en} ({length} characters in all). It was kept as it is."
            ),
            if oddities.contains(&RARE) {
                message!(
                    "对照原件核对；是粘贴时带进来的，请删去；确是所用的生僻字，请在“预览和打印文书”页选用有这个字的字体。",
                    "Compare it with the original; delete what came along by pasting. A rare character that belongs there wants a font that has it: choose one under “See and print the documents”."
                )
            } else {
                message!(
                    "对照原件核对；是粘贴时带进来的，请删去。",
                    "Compare it with the original; delete what came along by pasting."
                )
            },
        ),
        vec![asked.path()],
        asked.question.citation,
    );
}

/// Whether nothing can be odd about a text, told at a glance: it is short, of printable ASCII, of the characters from U+3000
/// to U+9FFF, which are three bytes and the first of them these, of full-width forms and of the usual marks, and begins neither a
/// tag nor a formula. Most texts are so.
fn is_plain(text: &str, several_lines: bool) -> bool {
    // The last two: U+3000, and whatever full-width form a formula may begin with.
    let begins_oddly =
        matches!(text.as_bytes(), [b' ' | b'=' | b'+' | b'-' | b'@' | 0xEF, ..] | [0xE3, 0x80, 0x80, ..]);
    if begins_oddly || text.len() > if several_lines { LONG_PROSE } else { LONG_LINE } {
        return false;
    }
    let mut ahead = text.as_bytes();
    loop {
        ahead = match ahead {
            [] => return true,
            [0xE3..=0xE9, _, _, rest @ ..] => rest,
            [b'<' | b'&', ..] => return false,
            // U+FF00 to U+FF7F; — ‘ ’ “ ” …; ·
            [0xEF, 0xBC..=0xBD, _, rest @ ..]
            | [0xE2, 0x80, 0x94 | 0x98 | 0x99 | 0x9C | 0x9D | 0xA6, rest @ ..]
            | [0xC2, 0xB7, rest @ ..] => rest,
            [b' '..=b'~', rest @ ..] => rest,
            [b'\n', rest @ ..] if several_lines => rest,
            _ => return false,
        }
    }
}

/// What is odd about a text.
fn oddities(text: &str, several_lines: bool) -> Vec<Label> {
    let (mut line_ends, mut invisible, mut emoji, mut undisplayable, mut length) = (false, false, false, false, 0);
    let mut unprintable = false;
    for character in text.chars() {
        length += 1;
        // Most characters are these, and nothing about them is odd.
        if matches!(character, ' '..='~' | '\u{3000}'..='\u{9FFF}') {
            continue;
        }
        line_ends |= matches!(character, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}');
        invisible |= is_invisible(character);
        emoji |= is_emoji(character);
        undisplayable |= is_undisplayable(character);
        unprintable |= is_unprintable_ideograph(character);
    }
    let tests = [
        (!several_lines && line_ends, label("换行或制表符", "line ends or tabs")),
        (invisible, label("看不见的字符", "invisible characters")),
        (emoji, label("表情符号", "emoji")),
        (undisplayable, label("无法显示的字符", "characters that cannot be shown")),
        (unprintable, RARE),
        (looks_like_markup(text), label("像网页代码的内容", "what looks like HTML")),
        (
            !several_lines && text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
            label("像表格公式的开头", "a beginning like a spreadsheet formula"),
        ),
        (length > if several_lines { LONG_PROSE } else { LONG_LINE }, label("过长的内容", "very much text")),
    ];
    tests.into_iter().filter(|(odd, _)| *odd).map(|(_, label)| label).collect()
}

/// Pictographs. The rare characters of names lie in other planes.
fn is_emoji(character: char) -> bool {
    matches!(character, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{20E3}')
}

/// Replacement characters, noncharacters and private use.
fn is_undisplayable(character: char) -> bool {
    matches!(character, '\u{FFF0}'..='\u{FFFF}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// A tag or an entity.
fn looks_like_markup(text: &str) -> bool {
    if !text.contains(['<', '&']) {
        return false;
    }
    let before_last_close = text.rfind('>').and_then(|close| text.get(..close)).unwrap_or_default();
    let opens = |rest: &str| rest.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!'));
    before_last_close.split('<').skip(1).any(opens)
        || ["&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;", "&#"].iter().any(|entity| text.contains(entity))
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::*;
    use crate::checks::Severity::Caution;
    use crate::checks::testing::{edited, findings};
    use crate::dossier::FactPath;

    #[test]
    fn stray_characters_are_cautioned_against() {
        let long = format!("members/m03/name = {}", "长".repeat(5_000));
        holds(
            ID,
            &[
                ("a zero-width space", &["members/m03/name = 样例\u{200b}大学"], Some((Caution, "看不见的字符"))),
                ("a control character", &["members/m03/name = 样例\u{7}大学"], Some((Caution, "看不见的字符"))),
                ("a line end in a name", &["members/m03/name = 样例\n大学"], Some((Caution, "换行"))),
                ("an emoji", &["members/m03/name = 样例大学🎓"], Some((Caution, "表情符号"))),
                ("pasted HTML", &["members/m03/name = <b>样例大学</b>"], Some((Caution, "网页代码"))),
                ("an entity in prose", &["alliance/aims = 目标&nbsp;一"], Some((Caution, "网页代码"))),
                ("a formula", &["members/m03/name = =1+1"], Some((Caution, "表格公式"))),
                ("a character that was lost", &["members/m03/name = 样例\u{fffd}学"], Some((Caution, "无法显示"))),
                ("a character that no font has", &["members/m03/name = 样例𰻝学"], Some((Caution, "自带字体没有"))),
                ("five thousand characters", &[&long], Some((Caution, "共5000个字符"))),
                ("rare characters are no strays", &["members/m03/name = 㛃𬭎喆堃样例（海南）大学·分部"], None),
                ("paragraphs have line ends", &["alliance/aims = 一\n二\n三"], None),
                ("less and greater", &["alliance/aims = 增长 < 5%，占比 > 3%"], None),
            ],
        );
    }

    #[test]
    fn a_text_that_is_plain_at_a_glance_has_no_oddities() {
        let parts = [
            "样例",
            "（海南）",
            "a",
            "=",
            "<b>",
            "&",
            "\u{200b}",
            "🎓",
            "\n",
            "\u{fffd}",
            "𰻝",
            "　",
            "é",
            "㛃",
            "㐀",
            "꓿",
            " ",
            "＝",
            "，；",
            "“”—…·",
            "\u{2028}",
            "\u{ff00}",
            "\u{ffa0}",
            "\u{a0}",
        ];
        for text in parts.iter().flat_map(|one| parts.iter().map(move |other| format!("{one}{other}{one}"))) {
            for several_lines in [false, true] {
                let odd = oddities(text.trim(), several_lines);
                assert!(!is_plain(&text, several_lines) || odd.is_empty(), "{text:?}: {odd:?}");
            }
        }
        for character in '\0'..='\u{FFFF}' {
            let text = format!("样{character}样");
            assert!(!is_plain(&text, false) || oddities(&text, false).is_empty(), "{character:?}");
        }
        assert!(
            is_plain("海南省示例种子（海口）行业协会 No.3：“一”、二·三……", false) && !is_plain("样例\u{200b}", false)
        );
        assert!(is_plain("一\n二", true) && !is_plain("一\n二", false));
    }

    #[test]
    fn what_was_typed_is_never_changed() {
        let typed = "<b>样例\u{200b}大学</b>🎓";
        let dossier = edited(&[&format!("members/m03/name = {typed}")]);
        assert_eq!(dossier.fact(&FactPath::new("members/m03/name")).unwrap().text(), typed);
        assert_eq!(findings(ID, &[&format!("members/m03/name = {typed}")]).len(), 1);
    }
}
