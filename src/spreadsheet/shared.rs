//! The texts that cells share (ECMA-376 part 1, 18.4).

use super::SpreadsheetError;
use crate::package::xml::{Step, steps, unescaped};

/// The texts, in their order.
pub fn strings(part: &str) -> Result<Vec<String>, SpreadsheetError> {
    let mut strings = Vec::new();
    let mut text = RichText::default();
    for step in steps(part) {
        let step = step?;
        if text.take(&step) {
            continue;
        }
        match step {
            Step::Open(tag) if tag.name == "si" => text = RichText::default(),
            Step::Close(name) if name == "si" => strings.push(text.finish()),
            _ => {}
        }
    }
    Ok(strings)
}

/// A text that may consist of runs; how its characters are pronounced is not part of it.
#[derive(Default)]
pub struct RichText {
    text: String,
    inside: bool,
    pronounced: usize,
}

impl RichText {
    /// Takes what belongs to the text; `false` for what does not.
    pub fn take(&mut self, step: &Step) -> bool {
        match step {
            Step::Open(tag) if tag.name == "rPh" => self.pronounced += 1,
            Step::Close(name) if name == "rPh" => self.pronounced = self.pronounced.saturating_sub(1),
            Step::Open(tag) if tag.name == "t" => self.inside = true,
            Step::Close(name) if name == "t" => self.inside = false,
            Step::Words(words) if self.inside => {
                if self.pronounced == 0 {
                    self.text.push_str(words);
                }
            }
            _ => return false,
        }
        true
    }

    /// The text.
    pub fn finish(&mut self) -> String {
        unescaped(&std::mem::take(&mut self.text))
    }
}
