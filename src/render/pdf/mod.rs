//! PDF: laid out pages as a file that looks the same everywhere and can be read aloud.
//!
//! Fonts are embedded, as subsets; the words can be searched, copied and heard in their order (tagged, language zh-CN); the
//! headings are bookmarks, the contents list leads to them. The file keeps to PDF/A-2a (ISO 19005-2) and PDF/UA-1
//! (ISO 14289-1); should a text make that impossible, it is written as PDF/A-2b, and at last without a promise: a file
//! is never refused for that. The same pages, fonts and date give the same bytes.

mod outline;
mod paint;
mod tags;
#[cfg(test)]
mod tests;

pub(super) use outline::bookmarks;
pub(super) use paint::{Painter, sheet_settings};

use chrono::{Datelike, NaiveDate};
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::TagTree;
use krilla::{Document, SerializeSettings};

use super::{Fonts, Pages, RenderError};

/// The pages as a PDF file, dated.
///
/// # Errors
/// [`RenderError::Pdf`] if the writer refuses, which no input is known to cause. A fault in a user's own font file does not:
/// the document is then set from the fonts that come with the app.
pub fn pdf(pages: &Pages, fonts: &Fonts, date: NaiveDate) -> Result<Vec<u8>, RenderError> {
    let written = match write_with_best_promise(pages, fonts, date) {
        Err(KrillaError::Font(..)) => write_with_best_promise(pages, &fonts.shipped(), date),
        other => other,
    };
    written.map_err(|error| RenderError::Pdf(error.to_string()))
}

/// The strongest standard that the file can keep.
fn write_with_best_promise(pages: &Pages, fonts: &Fonts, date: NaiveDate) -> Result<Vec<u8>, KrillaError> {
    let mut result = write(pages, fonts, date, archival_and_accessible());
    for weaker in [archival(), Configuration::default()] {
        if !matches!(result, Err(KrillaError::Validation(_))) {
            break;
        }
        result = write(pages, fonts, date, weaker);
    }
    result
}

fn archival_and_accessible() -> Configuration {
    ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .unwrap_or_default()
}

fn archival() -> Configuration {
    ConfigurationBuilder::new().with_archival_validator(Archival::A2_B).finish().unwrap_or_default()
}

fn write(pages: &Pages, fonts: &Fonts, date: NaiveDate, configuration: Configuration) -> Result<Vec<u8>, KrillaError> {
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut painter = Painter::new(pages, fonts, 0);
    for page in &pages.pages {
        painter.page(&mut document, page);
    }
    let mut tree = TagTree::new().with_lang(Some("zh-CN".to_owned()));
    for group in painter.finish() {
        tree.push(group);
    }
    document.set_tag_tree(tree);
    document.set_outline(outline_of(pages));
    document.set_metadata(metadata(&pages.title, date));
    document.finish()
}

/// The bookmarks; a document without a heading gets one for itself, for PDF/UA asks for a way through every document.
fn outline_of(pages: &Pages) -> Outline {
    let mut outline = Outline::new();
    let mut nodes = bookmarks(pages, 0);
    if nodes.is_empty() {
        let start = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        nodes.push(OutlineNode::new(readable_title(&pages.title), start));
    }
    for node in nodes {
        outline.push_child(node);
    }
    outline
}

/// What the file says of itself.
pub(super) fn metadata(title: &str, date: NaiveDate) -> Metadata {
    Metadata::new()
        .title(readable_title(title))
        .language("zh-CN".to_owned())
        .creator("结盟 Jiemeng".to_owned())
        .creation_date(whole_day(date))
}

/// A title as a reader's window shows it, never empty.
fn readable_title(title: &str) -> String {
    let title = outline::short(title);
    if title.trim().is_empty() { "文件".to_owned() } else { title }
}

fn whole_day(date: NaiveDate) -> DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    DateTime::new(u16::try_from(date.year()).unwrap_or_default()).month(small(date.month())).day(small(date.day()))
}
