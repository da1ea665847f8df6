//! How the numbers of a workbook look: as numbers, with leading zeros, or as days.

use super::SpreadsheetError;
use crate::package::xml::{Step, attribute, steps};

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As a number.
    #[default]
    Number,
    /// As a whole number with leading zeros up to so many digits.
    Padded(usize),
    /// As a day.
    Day,
    /// As a month of a year; the day, though kept, is not shown.
    Month,
    /// As a year alone.
    Year,
    /// As a time of day.
    Time,
}

/// The looks of a workbook's cells, by the number of their style (ECMA-376 part 1, 18.8).
pub fn looks(part: &str) -> Result<Vec<Look>, SpreadsheetError> {
    let mut codes: Vec<(u32, Look)> = Vec::new();
    let mut looks = Vec::new();
    let mut of_cells = false;
    for step in steps(part) {
        match step? {
            Step::Open(tag) if tag.name == "numFmt" => {
                let id = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok());
                let code = attribute(&tag, "formatCode");
                codes.extend(id.zip(code).map(|(id, code)| (id, of_code(code))));
            }
            Step::Open(tag) if tag.name == "cellXfs" => of_cells = true,
            Step::Close(name) if name == "cellXfs" => of_cells = false,
            Step::Open(tag) if tag.name == "xf" && of_cells => {
                let id = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                let named = codes.iter().find(|(code, _)| *code == id).map(|(_, look)| *look);
                looks.push(named.unwrap_or_else(|| built_in(id)));
            }
            _ => {}
        }
    }
    Ok(looks)
}

/// The formats that need no code (18.8.30), those of Chinese editions among them.
const fn built_in(id: u32) -> Look {
    match id {
        17 | 27 | 36 | 50 | 52 | 57 => Look::Month,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Look::Time,
        14..=16 | 22 | 28..=31 | 51 | 53 | 54 | 58 => Look::Day,
        _ => Look::Number,
    }
}

/// The look that a format's code describes, by its first section (18.8.31).
fn of_code(code: &str) -> Look {
    let plain = plain_code(code);
    let has = |letters: [char; 2]| plain.contains(letters);
    match (has(['y', 'Y']), has(['m', 'M']), has(['d', 'D']), has(['h', 'H']) || has(['s', 'S'])) {
        _ if plain.eq_ignore_ascii_case("general") => Look::Number,
        (_, _, true, _) => Look::Day,
        (true, true, false, _) => Look::Month,
        (true, false, false, _) => Look::Year,
        (false, _, false, true) => Look::Time,
        // A month without a year or a day: what is kept says more than what is shown.
        (false, true, false, false) => Look::Day,
        (false, false, false, false) if plain.len() > 1 && plain.bytes().all(|byte| byte == b'0') => {
            Look::Padded(plain.len())
        }
        (false, false, false, false) => Look::Number,
    }
}

/// The first section of a code without what is only printed: quoted words, escaped characters, conditions, fillings.
fn plain_code(code: &str) -> String {
    let mut plain = String::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' => break,
            '"' => drop(characters.by_ref().find(|character| *character == '"')),
            '\\' | '_' | '*' => drop(characters.next()),
            '[' => {
                // [h], [mm], [ss] are lengths of time; [Red], [$-804], [>1] are not shown.
                let inside: String = characters.by_ref().take_while(|character| *character != ']').collect();
                if !inside.is_empty() && inside.chars().all(|character| "hmsHMS".contains(character)) {
                    plain.push('h');
                }
            }
            character => plain.push(character),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_tells_days_from_numbers() {
        let cases = [
            ("General", Look::Number),
            ("0.00E+00", Look::Number),
            ("#,##0.00_);[Red]\\(#,##0.00\\)", Look::Number),
            ("\"￥\"#,##0", Look::Number),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", Look::Day),
            ("yyyy/m/d h:mm", Look::Day),
            ("yyyy\"年\"m\"月\"", Look::Month),
            ("yyyy", Look::Year),
            ("m\"月\"", Look::Day),
            ("[h]:mm:ss", Look::Time),
            ("000000000000", Look::Padded(12)),
            ("0", Look::Number),
            ("\"yyyy\"0", Look::Number),
            ("@", Look::Number),
        ];
        for (code, look) in cases {
            assert_eq!(of_code(code), look, "{code}");
        }
    }
}
