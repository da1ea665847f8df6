//! File names out of words that somebody typed: such as every system can store, and always the same for the same words.

use std::collections::BTreeSet;

/// The most characters a name made of typed words has; long paths do not open on Windows.
const MOST_CHARACTERS: usize = 80;
/// The most bytes it has in UTF-8; a name with its number and ending may have 255.
const MOST_BYTES: usize = 200;

/// Names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// A part of a file name, without an ending; `otherwise` where nothing of the words can stand in one.
pub fn clean(words: &str, otherwise: &str) -> String {
    let mut name = String::new();
    for (count, character) in words.chars().filter(|character| !invisible(*character)).enumerate() {
        let character = if forbidden(character) { '_' } else { character };
        if count == MOST_CHARACTERS || name.len() + character.len_utf8() > MOST_BYTES {
            break;
        }
        name.push(character);
    }
    let edge = |character: char| character == '.' || character.is_whitespace();
    let trimmed = name.trim_matches(edge);
    match trimmed {
        "" => otherwise.to_owned(),
        device if is_device(device) => format!("_{device}"),
        name => name.to_owned(),
    }
}

/// The paths of one archive. Systems that do not tell upper from lower case must not take two files for one.
#[derive(Default)]
pub struct Paths {
    taken: BTreeSet<String>,
}

impl Paths {
    /// `stem.ending` in a folder, or the same with a number before the ending where that is taken.
    pub fn take(&mut self, folder: &str, stem: &str, ending: &str) -> String {
        let mut path = format!("{folder}{stem}.{ending}");
        let mut number = 2usize;
        while !self.taken.insert(path.to_lowercase()) {
            path = format!("{folder}{stem}-{number}.{ending}");
            number += 1;
        }
        path
    }
}

/// The name without the ending that says what kind of file it is.
pub fn without_ending(name: &str) -> &str {
    let known = |ending: &str| ["pdf", "jpg", "jpeg", "png"].contains(&ending.to_ascii_lowercase().as_str());
    name.rsplit_once('.').filter(|(_, ending)| known(ending)).map_or(name, |(stem, _)| stem)
}

/// Characters that a file name cannot hold on some system, or that part a path.
fn forbidden(character: char) -> bool {
    character.is_control() || "/\\:*?\"<>|".contains(character)
}

/// Characters that cannot be seen: they would make two names look alike, or turn a name's letters around.
fn invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}')
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let numbered = |device: &str| {
        let mut number = stem.strip_prefix(device).unwrap_or_default().chars();
        matches!((number.next(), number.next()), (Some('1'..='9' | '¹' | '²' | '³'), None))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.into_iter().any(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typed_words_become_names_that_every_system_can_store() {
        let cases = [
            ("an ordinary name stays", "海南示例种业有限公司", "海南示例种业有限公司"),
            ("what parts a path is replaced", "甲/乙\\丙公司", "甲_乙_丙公司"),
            ("climbing out of the folder is not possible", "../../etc/passwd", "_.._etc_passwd"),
            ("what Windows forbids is replaced", "a:b*c?d\"e<f>g|h", "a_b_c_d_e_f_g_h"),
            ("control characters are replaced", "甲\n乙\u{0}丙", "甲_乙_丙"),
            ("dots and spaces at the edges go", " ..甲公司. .", "甲公司"),
            ("a full-width space at the edge goes", "\u{3000}甲公司\u{3000}", "甲公司"),
            ("dots and spaces inside stay", "甲 No.1 公司", "甲 No.1 公司"),
            ("a name of a device is marked", "CON", "_CON"),
            ("a name of a device with an ending too", "com1.甲", "_com1.甲"),
            ("a longer word is no device", "COM10", "COM10"),
            ("what turns letters around is left out", "甲\u{202e}gpj.exe", "甲gpj.exe"),
            ("what cannot be seen is left out", "甲\u{200b}\u{feff}公司", "甲公司"),
            ("rare characters stay", "㛃𠮷喆", "㛃𠮷喆"),
            ("nothing becomes the other words", " . ", "未命名单位"),
        ];
        for (sentence, words, name) in cases {
            assert_eq!(clean(words, "未命名单位"), name, "{sentence}");
        }
    }

    #[test]
    fn a_name_of_5000_characters_is_cut() {
        assert_eq!(clean(&"知".repeat(5_000), ""), "知".repeat(66));
        assert_eq!(clean(&"x".repeat(5_000), ""), "x".repeat(80));
    }

    #[test]
    fn two_files_never_share_a_path_even_where_case_is_not_told_apart() {
        let mut paths = Paths::default();
        let taken = ["Jia", "jia", "JIA"].map(|name| paths.take("04-证照/", name, "pdf"));
        assert_eq!(taken, ["04-证照/Jia.pdf", "04-证照/jia-2.pdf", "04-证照/JIA-3.pdf"]);
    }

    #[test]
    fn only_an_ending_of_a_known_kind_is_taken_off() {
        assert_eq!(without_ending("执照.PDF"), "执照");
        assert_eq!(without_ending("执照 No.1"), "执照 No.1");
    }

    proptest! {
        #[test]
        fn any_words_give_a_safe_name(words in any::<String>()) {
            let name = clean(&words, "未命名");
            prop_assert!(!name.is_empty() && name.len() <= MOST_BYTES + 1);
            prop_assert!(!name.chars().any(|c| forbidden(c) || invisible(c)));
            prop_assert!(!name.starts_with(['.', ' ']) && !name.ends_with(['.', ' ']));
            prop_assert_eq!(clean(&name, "未命名"), name);
        }
    }
}
