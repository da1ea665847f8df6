//! 1、 (2) ③ 四、: list numbers that stand before the names of a list and are none of theirs.

/// What stands between a number and a name.
const MARKS: [char; 8] = ['、', '．', '.', '，', ',', '。', ')', '）'];
/// Brackets around a number.
const BRACKETS: [(char, char); 5] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】'), ('〔', '〕')];
/// Numbers that are one character, the first and the last of each run and the number of the first.
const ENCLOSED: [(char, char, u32); 6] =
    [('①', '⑳', 1), ('⑴', '⒇', 1), ('⒈', '⒛', 1), ('❶', '❿', 1), ('㉑', '㉟', 21), ('㊱', '㊿', 36)];
const CHINESE: &str = "一二三四五六七八九";

/// The names without their list numbers. A number is one where it is followed by punctuation or in brackets, and the
/// numbers run on: no number that stands alone among others without one is taken off, for it may be of the name.
pub(super) fn without_numbers<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let numbers: Vec<Option<u32>> = names.iter().map(|name| split(name).map(|(number, _)| number)).collect();
    let runs = runs(&numbers);
    let stripped = |(name, runs): (&&'a str, bool)| match split(name) {
        Some((_, rest)) if runs => rest,
        _ => *name,
    };
    names.iter().zip(runs).map(stripped).collect()
}

/// Which numbers are of a list that runs on.
fn runs(numbers: &[Option<u32>]) -> Vec<bool> {
    let numbered: Vec<(usize, u32)> =
        numbers.iter().enumerate().filter_map(|(place, number)| Some((place, (*number)?))).collect();
    // Every name has one, though some may have been taken out of the list.
    let rises = || numbered.iter().zip(numbered.iter().skip(1)).all(|((_, one), (_, next))| next > one || *next == 1);
    let begins = || numbered.len() > 1 || numbered.first().is_some_and(|(_, number)| *number == 1);
    if numbered.len() == numbers.len() && begins() && rises() {
        return vec![true; numbers.len()];
    }
    let mut runs = vec![false; numbers.len()];
    for (one, next) in numbered.iter().zip(numbered.iter().skip(1)).filter(|(one, next)| follows(**one, **next)) {
        for (place, _) in [one, next] {
            if let Some(run) = runs.get_mut(*place) {
                *run = true;
            }
        }
    }
    runs
}

/// Whether a number is the next one, whether or not the names between were counted, or begins anew.
fn follows((place, number): (usize, u32), (next_place, next): (usize, u32)) -> bool {
    let between = u32::try_from(next_place - place).ok();
    next == number + 1 || next.checked_sub(number) == between || (next == 1 && between == Some(1))
}

/// A list number at the beginning of a cell and the name after it; `None` where there is no such number or no name.
pub(super) fn split(cell: &str) -> Option<(u32, &str)> {
    let text = cell.trim_start();
    let (number, rest) = enclosed(text).or_else(|| bracketed(text)).or_else(|| marked(text))?;
    let name = rest.trim_start();
    (!name.trim_end().is_empty()).then_some((number, name))
}

fn enclosed(text: &str) -> Option<(u32, &str)> {
    let first = text.chars().next()?;
    let rest = text.strip_prefix(first)?;
    let (from, _, number) = ENCLOSED.iter().find(|(from, to, _)| (*from..=*to).contains(&first))?;
    Some((number + u32::from(first) - u32::from(*from), rest.strip_prefix(MARKS).unwrap_or(rest)))
}

fn bracketed(text: &str) -> Option<(u32, &str)> {
    let inside = |(open, close): &(char, char)| {
        let (number, rest) = number(text.strip_prefix(*open)?.trim_start())?;
        Some((number, rest.trim_start().strip_prefix(*close)?))
    };
    let (number, rest) = BRACKETS.iter().find_map(inside)?;
    Some((number, rest.strip_prefix(MARKS).unwrap_or(rest)))
}

fn marked(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = number(text)?;
    let rest = rest.trim_start();
    let name = rest.strip_prefix(MARKS)?;
    // 1.5度, 3,000米 and 58.com are no numbers of a list.
    let goes_on = name.starts_with(|next: char| next.is_numeric() || next.is_ascii_lowercase());
    (!(goes_on && rest.starts_with(['.', '．', ',']))).then_some((number, name))
}

/// A number of at most three digits, or a Chinese one below a hundred.
fn number(text: &str) -> Option<(u32, &str)> {
    let digit = |character: char| match character {
        '０'..='９' => Some(u32::from(character) - u32::from('０')),
        _ => character.to_digit(10),
    };
    let end = text.find(|character| digit(character).is_none()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if digits.is_empty() {
        return chinese(text);
    }
    let number =
        digits.chars().filter_map(digit).fold(0_u32, |sum, digit| sum.saturating_mul(10).saturating_add(digit));
    (1..1000).contains(&number).then_some((number, rest))
}

fn chinese(text: &str) -> Option<(u32, &str)> {
    let digit = |text| {
        let mut digits = CHINESE.chars().zip(1_u32..);
        digits.find_map(|(character, value)| Some((value, str::strip_prefix(text, character)?)))
    };
    let (tens, rest) = digit(text).map_or((None, text), |(value, rest)| (Some(value), rest));
    let Some(rest) = rest.strip_prefix('十') else { return Some((tens?, rest)) };
    let (ones, rest) = digit(rest).unwrap_or((0, rest));
    Some((tens.unwrap_or(1) * 10 + ones, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_number_is_a_number_with_punctuation_or_in_brackets_before_a_name() {
        let table = [
            ("1、海南大学", Some((1, "海南大学"))),
            ("12．海南大学", Some((12, "海南大学"))),
            (" 3. Hainan University", Some((3, "Hainan University"))),
            ("4，海南大学", Some((4, "海南大学"))),
            ("５、海南大学", Some((5, "海南大学"))),
            ("6）海南大学", Some((6, "海南大学"))),
            ("(7) 海南大学", Some((7, "海南大学"))),
            ("（8）、海南大学", Some((8, "海南大学"))),
            ("⑨海南大学", Some((9, "海南大学"))),
            ("㉑ 海南大学", Some((21, "海南大学"))),
            ("十、海南大学", Some((10, "海南大学"))),
            ("（二十一）海南大学", Some((21, "海南大学"))),
            ("3M中国有限公司", None),
            ("360数科", None),
            ("58同城", None),
            ("58.com有限公司", None),
            ("1.5度科技有限公司", None),
            ("一心堂", None),
            ("十月文化公司", None),
            ("（海南）科技公司", None),
            ("(2024)某公司", None),
            ("0、某公司", None),
            ("1、", None),
            ("", None),
        ];
        for (cell, wanted) in table {
            assert_eq!(split(cell), wanted, "{cell}");
        }
    }

    #[test]
    fn a_number_is_taken_off_where_the_numbers_run_on_and_else_stays_in_the_name() {
        let table: &[(&str, &[&str], &[&str])] = &[
            ("a list in several hands", &["1、甲", "2．乙", "(3) 丙", "④丁"], &["甲", "乙", "丙", "丁"]),
            ("a list that goes on from another", &["11、甲", "12、乙"], &["甲", "乙"]),
            ("a list of which some were taken out", &["1、甲", "3、乙", "7、丙"], &["甲", "乙", "丙"]),
            ("groups that each begin anew", &["1、甲", "2、乙", "1、丙"], &["甲", "乙", "丙"]),
            ("one without a number, counted", &["1、甲", "乙", "3、丙"], &["甲", "乙", "丙"]),
            ("one without a number, not counted", &["1、甲", "2、乙", "丙", "3、丁"], &["甲", "乙", "丙", "丁"]),
            ("a list of one", &["1、甲"], &["甲"]),
            ("a number alone among names without", &["甲", "1、乙", "丙"], &["甲", "1、乙", "丙"]),
            ("two that do not run on", &["3、甲", "乙", "8、丙"], &["3、甲", "乙", "8、丙"]),
            ("one name that begins with a number", &["58.某公司"], &["58.某公司"]),
            ("names that begin with digits", &["3M中国", "360数科", "58同城"], &["3M中国", "360数科", "58同城"]),
            ("and are numbered besides", &["1、3M中国", "2、360数科"], &["3M中国", "360数科"]),
            ("no names", &[], &[]),
        ];
        for (what, names, wanted) in table {
            assert_eq!(without_numbers(names), *wanted, "{what}");
        }
    }
}
