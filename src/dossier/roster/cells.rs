//! Pasted text to rows of cells: what Excel and WPS put on the clipboard (tabs, quoted cells), CSV, or a plain list.

/// A row as it was pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its place in the paste, from 1, blank rows counted.
    pub number: usize,
    /// Its cells, letter by letter, without the quotes that a spreadsheet adds.
    pub cells: Vec<String>,
}

impl Line {
    /// Whether anything stands in it.
    pub fn is_written(&self) -> bool {
        self.cells.iter().any(|cell| !cell.trim().is_empty())
    }

    /// What is written in it, on one line.
    pub fn words(&self) -> String {
        self.cells.iter().flat_map(|cell| cell.split_whitespace()).collect::<Vec<_>>().join(" ")
    }
}

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// A character; a cell may be quoted.
    Character(char),
    /// Two or more spaces, or an ideographic one.
    WideGap,
    /// Blanks of any width.
    Gap,
    /// Nothing: a line is a cell.
    None,
}

impl Separator {
    /// Every separator but the tab, the likelier first; the last takes any text.
    pub const OTHERS: [Self; 8] = [
        Self::Character(','),
        Self::Character('，'),
        Self::Character(';'),
        Self::Character('；'),
        Self::Character('|'),
        Self::WideGap,
        Self::Gap,
        Self::None,
    ];
}

/// Splits a paste; rows in which nothing is written are left out.
pub(super) fn split(text: &str, separator: Separator) -> Vec<Line> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let rows: Vec<Vec<String>> = match separator {
        Separator::Character(character) => quoted(text, character),
        Separator::WideGap => lines(text).map(|line| gaps(line, 2)).collect(),
        Separator::Gap => lines(text).map(|line| gaps(line, 1)).collect(),
        Separator::None => lines(text).map(|line| vec![line.to_owned()]).collect(),
    };
    rows.into_iter().zip(1..).map(|(cells, number)| Line { number, cells }).filter(Line::is_written).collect()
}

/// The rows of a block of cells as a spreadsheet copies it, blank ones too.
#[must_use]
pub fn block(text: &str) -> Vec<Vec<String>> {
    quoted(text.strip_prefix('\u{feff}').unwrap_or(text), '\t')
}

/// Lines ended by LF, CRLF or a lone CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// A line cut at runs of at least `width` blanks; an ideographic space counts for two.
fn gaps(line: &str, width: usize) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut gap = String::new();
    for character in line.trim().chars() {
        if character.is_whitespace() {
            gap.push(character);
            continue;
        }
        let found: usize = gap.chars().map(|blank| if blank == '\u{3000}' { 2 } else { 1 }).sum();
        if found >= width {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push_str(&gap);
        }
        gap.clear();
        if let Some(cell) = cells.last_mut() {
            cell.push(character);
        }
    }
    cells
}

/// Rows of cells of which some are quoted. A quote that closes nowhere, or not at a cell's end, is a character like any
/// other: a name may begin with one, and Excel does not double it then.
fn quoted(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = match closed_quote(rest, separator) {
            Some(cell_and_rest) => cell_and_rest,
            None => {
                let end = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at(end);
                (cell.to_owned(), after)
            }
        };
        row.push(cell);
        if let Some(next) = after.strip_prefix(separator) {
            rest = next;
            continue;
        }
        rows.push(std::mem::take(&mut row));
        let Some(next) = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])) else {
            return rows;
        };
        rest = next;
    }
}

/// A quoted cell at the beginning of `text` and what follows it; `None` where no proper one stands there.
fn closed_quote(text: &str, separator: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        rest = after;
        if let Some(next) = rest.strip_prefix('"') {
            cell.push('"');
            rest = next;
            continue;
        }
        return (rest.is_empty() || rest.starts_with([separator, '\n', '\r'])).then_some((cell, rest));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str, separator: Separator) -> Vec<Vec<String>> {
        split(text, separator).into_iter().map(|line| line.cells).collect()
    }

    #[test]
    fn a_paste_is_cut_where_a_spreadsheet_would_cut_it() {
        let tab = Separator::Character('\t');
        let table: &[(&str, Separator, &[&[&str]])] = &[
            ("甲\t乙\r\n丙\t丁\r\n", tab, &[&["甲", "乙"], &["丙", "丁"]]),
            ("甲\t\t乙\n", tab, &[&["甲", "", "乙"]]),
            ("\"甲\n乙\"\t丙", tab, &[&["甲\n乙", "丙"]]),
            ("\"甲\t乙\"\t\"说\"\"好\"\"\"", tab, &[&["甲\t乙", "说\"好\""]]),
            ("\"甲\"公司\t丙", tab, &[&["\"甲\"公司", "丙"]]),
            ("\"甲公司\t丙\n丁", tab, &[&["\"甲公司", "丙"], &["丁"]]),
            ("\u{feff}甲\t乙\r丙", tab, &[&["甲", "乙"], &["丙"]]),
            ("\n\n甲\n \t \n乙", tab, &[&["甲"], &["乙"]]),
            ("甲,\"乙,丙\"\n", Separator::Character(','), &[&["甲", "乙,丙"]]),
            ("甲 公司  乙\u{3000}丙", Separator::WideGap, &[&["甲 公司", "乙", "丙"]]),
            ("甲 乙\r\n丙 丁", Separator::Gap, &[&["甲", "乙"], &["丙", "丁"]]),
            ("甲, 乙\t丙", Separator::None, &[&["甲, 乙\t丙"]]),
        ];
        for (text, separator, wanted) in table {
            assert_eq!(cells(text, *separator), *wanted, "{text:?}");
        }
    }

    #[test]
    fn a_row_keeps_its_number_though_blank_rows_are_left_out() {
        let numbers: Vec<usize> =
            split("甲\n\n乙", Separator::Character('\t')).iter().map(|line| line.number).collect();
        assert_eq!(numbers, [1, 3]);
    }

    proptest! {
        #[test]
        fn whatever_a_spreadsheet_copies_comes_back(
            grid in prop::collection::vec(prop::collection::vec("[甲乙a\"=<,\t\n ]{0,6}", 3), 1..6)
        ) {
            let write = |cell: &String| {
                if cell.contains(['\t', '\n', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
            };
            let text: String = grid
                .iter()
                .map(|row| row.iter().map(write).collect::<Vec<_>>().join("\t") + "\r\n")
                .collect();
            let wanted: Vec<Vec<String>> =
                grid.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
            prop_assert_eq!(cells(&text, Separator::Character('\t')), wanted);
        }

        #[test]
        fn no_text_is_too_odd(text in any::<String>()) {
            let _ = split(&text, Separator::Character('\t'));
            for separator in Separator::OTHERS {
                let _ = split(&text, separator);
            }
        }
    }
}
