//! The PDF files of a bundle: the twin of every document, and the printable book; how far they are, and what there is to
//! tell of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::book;
use super::compose::{BundleError, make, what};
use super::manifest::Entry;
use crate::documents::{BOOK, Document, File};
use crate::dossier::Dossier;
use crate::language::Message;
use crate::message;
use crate::render::book::{Attached, Book, MOST_IN_A_VOLUME, ReadAttached, Unplaced};
use crate::render::{self, Fonts, Missing};

/// How far it is: every document is written once or twice, every attachment looked into and placed.
pub(super) struct Steps<'a> {
    done: u32,
    total: u32,
    progress: &'a mut dyn FnMut(u32, u32),
}

impl<'a> Steps<'a> {
    pub(super) fn new(
        composed: &[(File, Document)],
        dossier: &Dossier,
        prints: bool,
        progress: &'a mut dyn FnMut(u32, u32),
    ) -> Self {
        let steps = if prints { 2 * (composed.len() + dossier.attachments.len()) } else { composed.len() };
        Self { done: 0, total: u32::try_from(steps + 1).unwrap_or(u32::MAX), progress }
    }

    /// One more is done. The last is told by [`Steps::finish`] alone: a volume that is bound anew takes steps of its own.
    pub(super) fn step(&mut self) {
        self.done = self.total.saturating_sub(1).min(self.done + 1);
        (self.progress)(self.done, self.total);
    }

    pub(super) fn finish(&mut self) {
        (self.progress)(self.total, self.total);
    }
}

/// The PDF twin of every document, and a note where characters are in no font.
pub(super) fn printed(
    entries: &mut BTreeMap<String, Entry>,
    composed: &[(File, Document)],
    fonts: &Fonts,
    today: NaiveDate,
    steps: &mut Steps,
) -> Result<Option<Message>, BundleError> {
    let mut missing = Vec::new();
    for (file, document) in composed {
        let (bytes, lacks) = on_paper(file.stem, document, fonts, today)?;
        missing.extend(lacks.into_iter().map(|it| (file.stem, it)));
        make(entries, format!("{}.pdf", file.stem), what(file.stem), file.item, Ok(bytes))?;
        steps.step();
    }
    Ok(told(&missing))
}

/// One document of the bundle as PDF, and a note where characters are in no font.
///
/// # Errors
/// [`BundleError::Render`] where it cannot be made.
pub fn print(
    stem: &str,
    document: &Document,
    fonts: &Fonts,
    today: NaiveDate,
) -> Result<(Vec<u8>, Option<Message>), BundleError> {
    let (bytes, missing) = on_paper(stem, document, fonts, today)?;
    let missing: Vec<(&str, Missing)> = missing.into_iter().map(|it| (stem, it)).collect();
    Ok((bytes, told(&missing)))
}

fn on_paper(
    stem: &str,
    document: &Document,
    fonts: &Fonts,
    today: NaiveDate,
) -> Result<(Vec<u8>, Vec<Missing>), BundleError> {
    let failed = |cause| BundleError::Render { path: format!("{stem}.pdf"), cause };
    let pages = render::lay_out(document, 1).map_err(failed)?;
    let bytes = render::pdf(&pages, fonts, today).map_err(failed)?;
    Ok((bytes, fonts.missing(&pages)))
}

/// The most characters that a note names.
const MOST_TOLD: usize = 12;

/// A character that is in no font: how often it is wanted, and where first.
struct Wanted<'a> {
    times: usize,
    first: &'a (&'a str, Missing),
}

fn told(missing: &[(&str, Missing)]) -> Option<Message> {
    let mut wanted: Vec<(char, Wanted<'_>)> = Vec::new();
    for place in missing {
        let character = place.1.character;
        match wanted.iter_mut().find(|(other, _)| *other == character) {
            Some((_, wanted)) => wanted.times += 1,
            None => wanted.push((character, Wanted { times: 1, first: place })),
        }
    }
    let place = |(character, Wanted { times, first: (stem, it) }): &(char, Wanted<'_>)| {
        let Missing { page, around, .. } = it;
        let number = u32::from(*character);
        let first = format!("《{}》第{page}页“{around}”", what(stem));
        let times = if *times > 1 { format!("共{times}处，如") } else { String::new() };
        format!("“{character}”（U+{number:04X}，{times}{first}）")
    };
    let mut places: Vec<String> = wanted.iter().take(MOST_TOLD).map(place).collect();
    if wanted.len() > MOST_TOLD {
        places.push("……".to_owned());
    }
    let (count, places) = (wanted.len(), places.join("、"));
    (count > 0).then(|| {
        message!(
            "PDF 文件中有 {count} 个字没有字形，印成“〓”：{places}。请核对是否误输入，或在“预览和打印文书”页换用含这些字的字体后重新下载；Word 文件不受影响",
            "In the PDF files {count} characters are in no font and print as 〓: {places}. Check them, or choose a font that has them under “See and print the documents” and download again; the Word files are not concerned"
        )
    })
}

/// The book, in one volume or several, and a note for every file that is not in it.
pub(super) fn bound(
    entries: &mut BTreeMap<String, Entry>,
    dossier: &Dossier,
    today: NaiveDate,
    composed: &[(File, Document)],
    fonts: &Fonts,
    read: ReadAttached,
    steps: &mut Steps,
) -> Result<Vec<Message>, BundleError> {
    let book = Book {
        title: book::title(dossier),
        date: today,
        cover: &book::cover(dossier, today),
        parts: book::parts(dossier, today, composed),
        most_in_a_volume: MOST_IN_A_VOLUME,
    };
    let bound = render::book::book(&book, fonts, read, &mut || steps.step());
    let bound = bound.map_err(|cause| BundleError::Render { path: format!("{BOOK}.pdf"), cause })?;
    let several = bound.volumes.len() > 1;
    for (number, bytes) in (1..).zip(bound.volumes) {
        let path = if several { format!("{BOOK}-第{number}册.pdf") } else { format!("{BOOK}.pdf") };
        make(entries, path, BOOK, None, Ok(bytes))?;
    }
    let note = |(file, why): (Attached, Unplaced)| {
        let (name, why) = (file.file, why.words());
        let (zh, en) = (why.zh, why.en);
        message!(
            "附件“{name}”{zh}，没有编入《申报材料汇编》，汇编中为它留了一页。请单独打印后放在那里",
            "The file “{name}” {en} and is not in the printable book, which keeps a page for it. Print it apart and put it there"
        )
    };
    Ok(bound.unplaced.into_iter().map(note).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_names_each_character_once_with_how_often_and_where_first() {
        let missing = |character, page| Missing { character, page, around: "某某公司".to_owned() };
        let two =
            [("01-备案申请表", missing('𰻝', 1)), ("02-联盟章程", missing('𰻝', 3)), ("02-联盟章程", missing('𱁬', 2))];
        let words = told(&two).map(|note| note.zh).unwrap_or_default();
        assert!(words.contains("有 2 个字没有字形"), "{words}");
        assert!(
            words.contains(
                "“𰻝”（U+30EDD，共2处，如《备案申请表》第1页“某某公司”）、“𱁬”（U+3106C，《联盟章程》第2页“某某公司”）"
            ),
            "{words}"
        );
        assert_eq!(told(&[]), None);
    }
}
