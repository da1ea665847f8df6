//! The columns of a sheet: how wide they are, how what is typed in looks, and what is offered and said at their cells.

use super::super::xml::{Xml, legal};
use super::sheet::letters;
use super::{LAST_ROW, units};
use crate::documents::{ColumnKind, SheetColumn};

/// The longest list of choices that the format takes, commas included.
const LONGEST_CHOICES: usize = 255;
/// The longest title of a hint, in UTF-16 units.
const LONGEST_HINT_TITLE: usize = 32;
/// The longest hint.
const LONGEST_HINT: usize = 255;
/// What stands beside the words of a cell, in Latin characters: 5 points where a character takes 7, in 256ths.
const PADDING: f64 = 182.0 / 256.0;

/// How cells without borders look, by their numbers in `parts/styles.xml`: those that are yet to be filled in.
const COUNT: &str = "1";
const TEXT: &str = "3";

/// Widths and looks.
pub fn widths(xml: &mut Xml, columns: &[SheetColumn]) {
    if columns.is_empty() {
        return;
    }
    xml.element("cols", &[], |xml| {
        for (number, column) in (1..).zip(columns) {
            let (number, width) = (number.to_string(), f64::from(column.width) + PADDING);
            let look = if column.kind == ColumnKind::Count { COUNT } else { TEXT };
            let looks = [("width", width.to_string()), ("style", look.to_owned()), ("customWidth", "1".to_owned())];
            let places = [("min", number.clone()), ("max", number)];
            let attributes: Vec<(&str, &str)> =
                places.iter().chain(&looks).map(|(name, value)| (*name, value.as_str())).collect();
            xml.empty("col", &attributes);
        }
    });
}

/// What is offered and said at the cells under the heads, down to the last row there is.
pub fn validations(xml: &mut Xml, columns: &[SheetColumn]) {
    let speaking = |(_, column): &(usize, &SheetColumn)| hint(column).is_some() || offered(&column.kind).is_some();
    let speaking: Vec<(usize, &SheetColumn)> = columns.iter().enumerate().filter(speaking).collect();
    if speaking.is_empty() {
        return;
    }
    xml.element("dataValidations", &[("count", &speaking.len().to_string())], |xml| {
        for (place, column) in speaking {
            validation(xml, place, column);
        }
    });
}

fn validation(xml: &mut Xml, place: usize, column: &SheetColumn) {
    let column_letters = letters(place);
    let cells = format!("{column_letters}2:{column_letters}{LAST_ROW}");
    let (hint, choices) = (hint(column), offered(&column.kind));
    let mut attributes = vec![("allowBlank", "1"), ("showInputMessage", "1"), ("showErrorMessage", "1")];
    if choices.is_some() {
        attributes.insert(0, ("type", "list"));
        attributes.push(("errorTitle", "请从列表中选择"));
        attributes.push(("error", "这一栏只能填写列表中的值；暂时不知道的请留空。"));
    }
    if let Some(hint) = &hint {
        if units(&column.title) <= LONGEST_HINT_TITLE {
            attributes.push(("promptTitle", &column.title));
        }
        attributes.push(("prompt", hint));
    }
    attributes.push(("sqref", &cells));
    xml.element("dataValidation", &attributes, |xml| {
        if let Some(choices) = &choices {
            xml.element("formula1", &[], |xml| xml.words(&format!("\"{}\"", choices.replace('"', "\"\""))));
        }
    });
}

/// What is said, where there is something and the format can hold it.
fn hint(column: &SheetColumn) -> Option<&str> {
    Some(column.hint.as_str()).filter(|hint| !hint.is_empty() && units(hint) <= LONGEST_HINT)
}

/// What is offered, with commas between, where the format can hold it.
fn offered(kind: &ColumnKind) -> Option<String> {
    let ColumnKind::Choice(choices) = kind else { return None };
    let fit = choices.iter().map(|choice| units(choice) + 1).sum::<usize>() <= LONGEST_CHOICES;
    let plain = !choices.is_empty() && !choices.iter().any(|choice| choice.contains(','));
    (fit && plain).then(|| legal(&choices.join(",")).into_owned())
}
