//! The documents of the bundle one by one: as pages, as files that Office opens, and how long they are.

use chrono::NaiveDate;
use js_sys::Array;
use wasm_bindgen::JsValue;

use jiemeng::documents::{self, File};
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::{Answer, Length};
use jiemeng::render;

use super::Answered;
use super::letters::read_dossier;
use super::writing::whole;

/// A document by its stem.
pub fn document_of(stem: &str) -> Result<&'static File, Message> {
    documents::FILES.iter().find(|file| file.stem == stem).ok_or_else(|| {
        message!("没有“{stem}”这份文书，请刷新页面再试", "There is no document “{stem}”; reload the page and try again")
    })
}

/// One document as a text document.
pub fn docx(dossier: &str, today: NaiveDate, stem: &str) -> Answered {
    let file = document_of(stem)?;
    let composed = (file.compose)(&read_dossier(dossier)?, today);
    let bytes = render::docx(&composed).map_err(|error| error.message())?;
    Ok(whole(format!("{}.docx", file.stem), Vec::new(), &bytes))
}

/// The list of members as a workbook.
pub fn xlsx(dossier: &str, stem: &str) -> Answered {
    let bytes = render::xlsx(&documents::roster(&read_dossier(dossier)?)).map_err(|error| error.message())?;
    Ok(whole(format!("{stem}.xlsx"), Vec::new(), &bytes))
}

/// The empty roster.
pub fn template() -> Answered {
    let bytes = render::xlsx(&documents::roster_template()).map_err(|error| error.message())?;
    Ok(whole(format!("{}.xlsx", documents::TEMPLATE_STEM), Vec::new(), &bytes))
}

/// A document as pages, each of them for itself, so that the page reads only what it draws.
pub fn pages(dossier: &str, today: NaiveDate, stem: &str) -> Answered {
    let document = (document_of(stem)?.compose)(&read_dossier(dossier)?, today);
    let pages = render::lay_out(&document, 1).map_err(|error| error.message())?;
    let preview = render::preview(&document, &pages);
    let written: Vec<String> =
        preview.pages.iter().map(|page| serde_json::to_string(page).unwrap_or_default()).collect();
    let stamps = written.iter().map(|json| crc32fast::hash(json.as_bytes())).collect();
    let parts = written.iter().map(|json| JsValue::from_str(json)).collect();
    Ok((Answer::Pages { stamps, outline: preview.outline, blocks: preview.blocks }, parts))
}

/// What the documents of each material lack.
pub fn blanks(dossier: &str, today: NaiveDate) -> Answered {
    Ok((Answer::Blanks(documents::blanks(&read_dossier(dossier)?, today)), Array::new()))
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
