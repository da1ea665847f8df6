//! The numbers that a word processor counts by itself (ECMA-376 part 1, 17.9): 第三条 stands in no paragraph of a document
//! whose articles are a list.

use std::collections::BTreeMap;

use super::WordprocessingError;
use crate::measures::chinese_number;
use crate::package::xml::{Step, attribute, steps};

/// How many levels a list has at most (17.9.6).
const LEVELS: usize = 9;

/// Which list a paragraph belongs to, and how deep.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The list's id; `0` takes a paragraph out of every list.
    pub list: Option<String>,
    /// From 0.
    pub level: Option<usize>,
}

/// A level of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Level {
    start: u32,
    /// How the number is written: `chineseCounting`, `decimal` …
    format: String,
    /// What stands around it, `%1` being the number of the first level.
    text: String,
}

/// The lists of a document and how far each was counted.
#[derive(Default)]
pub struct Numbering {
    /// The levels of each definition, by its id.
    definitions: BTreeMap<String, Vec<Level>>,
    /// The definition that each list follows.
    lists: BTreeMap<String, String>,
    /// The list of the paragraphs of a style.
    styles: BTreeMap<String, Place>,
    /// How far each definition was counted, level by level.
    counted: BTreeMap<String, Vec<u32>>,
}

impl Numbering {
    /// Reads the parts that define lists and styles; either may be empty.
    pub fn read(numbering: &str, styles: &str) -> Result<Self, WordprocessingError> {
        let mut read = Self::default();
        read.read_lists(numbering)?;
        read.read_styles(styles)?;
        Ok(read)
    }

    fn read_lists(&mut self, part: &str) -> Result<(), WordprocessingError> {
        let (mut definition, mut list) = (String::new(), String::new());
        for step in steps(part) {
            let Step::Open(tag) = step? else { continue };
            let value = || attribute(&tag, "val").unwrap_or_default().to_owned();
            match tag.name.as_str() {
                "abstractNum" => definition = attribute(&tag, "abstractNumId").unwrap_or_default().to_owned(),
                "num" => list = attribute(&tag, "numId").unwrap_or_default().to_owned(),
                "abstractNumId" => drop(self.lists.insert(list.clone(), value())),
                "lvl" if list.is_empty() => {
                    let levels = self.definitions.entry(definition.clone()).or_default();
                    if levels.len() < LEVELS {
                        levels.push(Level { start: 1, ..Level::default() });
                    }
                }
                name @ ("start" | "numFmt" | "lvlText") if list.is_empty() => {
                    let levels = self.definitions.get_mut(&definition);
                    let Some(level) = levels.and_then(|levels| levels.last_mut()) else { continue };
                    match name {
                        "start" => level.start = value().parse().unwrap_or(1),
                        "numFmt" => level.format = value(),
                        _ => level.text = value(),
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn read_styles(&mut self, part: &str) -> Result<(), WordprocessingError> {
        let mut style = String::new();
        for step in steps(part) {
            let Step::Open(tag) = step? else { continue };
            let value = || attribute(&tag, "val").map(str::to_owned);
            match tag.name.as_str() {
                "style" => style = attribute(&tag, "styleId").unwrap_or_default().to_owned(),
                "numId" => self.styles.entry(style.clone()).or_default().list = value(),
                "ilvl" => {
                    self.styles.entry(style.clone()).or_default().level = value().and_then(|level| level.parse().ok());
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Counts a paragraph and gives its number with what stands around it; empty for one that has none.
    pub fn count(&mut self, style: Option<&str>, own: Place) -> String {
        let styled = style.and_then(|style| self.styles.get(style)).cloned().unwrap_or_default();
        let Some(list) = own.list.or(styled.list) else { return String::new() };
        let level = own.level.or(styled.level).unwrap_or(0).min(LEVELS - 1);
        let Some(definition) = self.lists.get(&list) else { return String::new() };
        let Some(levels) = self.definitions.get(definition) else { return String::new() };
        let counted = self.counted.entry(definition.clone()).or_default();
        counted.truncate(level + 1);
        while counted.len() < level + 1 {
            // A level that was not counted yet stands one before its start; above this one, at its start.
            let start = levels.get(counted.len()).map_or(1, |level| level.start);
            counted.push(if counted.len() == level { start.saturating_sub(1) } else { start });
        }
        if let Some(number) = counted.last_mut() {
            *number = number.saturating_add(1);
        }
        levels.get(level).map(|level| level.written(levels, counted)).unwrap_or_default()
    }
}

impl Level {
    fn written(&self, levels: &[Level], counted: &[u32]) -> String {
        let mut text = self.text.clone();
        for (place, (number, level)) in counted.iter().zip(levels).enumerate() {
            text = text.replace(&format!("%{}", place + 1), &in_format(*number, &level.format));
        }
        if text.is_empty() || self.format == "bullet" { String::new() } else { text + " " }
    }
}

/// A number in the formats that Chinese documents count with (17.18.59); the rest in digits.
fn in_format(number: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital" => chinese_number(number),
        "none" => String::new(),
        _ => number.to_string(),
    }
}
