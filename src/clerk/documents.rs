//! The documents of the bundle one by one: as pages, as files, and how long they are.

use chrono::NaiveDate;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use jiemeng::bundle;
use jiemeng::documents::{self, File};
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::{Answer, Format, Length};
use jiemeng::render::{self, Fonts, RenderError};

use super::Answered;
use super::letters::read_dossier;

/// A document by its stem.
fn document(stem: &str) -> Result<&'static File, Message> {
    documents::FILES.iter().find(|file| file.stem == stem).ok_or_else(|| {
        message!("没有“{stem}”这份文书，请刷新页面再试", "There is no document “{stem}”; reload the page and try again")
    })
}

/// One document as a file.
pub fn one(
    dossier: &str,
    today: NaiveDate,
    stem: &str,
    format: Format,
    as_is: bool,
    fonts: Option<&Fonts>,
) -> Answered {
    let wants_rare = |fonts: &Fonts| format == Format::Pdf && fonts.wants_rare(dossier);
    if !as_is && fonts.is_some_and(wants_rare) {
        return Ok((Answer::WantsRare, Array::new()));
    }
    let (file, dossier) = (document(stem)?, read_dossier(dossier)?);
    let composed = || (file.compose)(&dossier, today);
    let in_words = |error: RenderError| error.message();
    let (bytes, note, ending) = match format {
        Format::Docx => (render::docx(&composed()).map_err(in_words)?, None, "docx"),
        Format::Xlsx => (render::xlsx(&documents::roster(&dossier)).map_err(in_words)?, None, "xlsx"),
        Format::Pdf => {
            let fonts =
                fonts.ok_or_else(|| message!("字体没有载入，请再试一次", "The fonts are not there; try once more"))?;
            let (bytes, note) = bundle::print(file.stem, &composed(), fonts, today).map_err(|error| error.message())?;
            (bytes, note, "pdf")
        }
    };
    let name = format!("{}.{ending}", file.stem);
    Ok((Answer::File { name, notes: note.into_iter().collect(), code: None }, whole(&bytes)))
}

/// The empty roster.
pub fn template() -> Answered {
    let bytes = render::xlsx(&documents::roster_template()).map_err(|error| error.message())?;
    let name = format!("{}.xlsx", documents::TEMPLATE_STEM);
    Ok((Answer::File { name, notes: Vec::new(), code: None }, whole(&bytes)))
}

/// A file that is one piece.
fn whole(bytes: &[u8]) -> Array {
    Array::of1(&Uint8Array::from(bytes).buffer())
}

/// A document as pages, each of them for itself, so that the page reads only what it draws.
pub fn pages(dossier: &str, today: NaiveDate, stem: &str) -> Answered {
    let document = (document(stem)?.compose)(&read_dossier(dossier)?, today);
    let pages = render::lay_out(&document, 1).map_err(|error| error.message())?;
    let preview = render::preview(&document, &pages);
    let written: Vec<String> =
        preview.pages.iter().map(|page| serde_json::to_string(page).unwrap_or_default()).collect();
    let stamps = written.iter().map(|json| crc32fast::hash(json.as_bytes())).collect();
    let parts = written.iter().map(|json| JsValue::from_str(json)).collect();
    Ok((Answer::Pages { stamps, outline: preview.outline, blocks: preview.blocks }, parts))
}

/// How long all documents are and what they lack.
pub fn lengths(dossier: &str, today: NaiveDate) -> Answered {
    let dossier = read_dossier(dossier)?;
    let length = |file: &File| {
        let composed = (file.compose)(&dossier, today);
        let pages = render::lay_out(&composed, 1).map_err(|error| error.message())?.pages.len();
        Ok(Length { stem: file.stem.to_owned(), pages, blanks: composed.blanks() })
    };
    let lengths = documents::FILES.iter().map(length).collect::<Result<_, Message>>()?;
    Ok((Answer::Lengths(lengths), Array::new()))
}
