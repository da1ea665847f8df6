//! What is printed: the filing bundle, and one document of it as PDF.

use chrono::NaiveDate;
use js_sys::Array;

use jiemeng::bundle::{self, Composed, Press};
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::Answer;
use jiemeng::render::Fonts;

use super::blobs::Attachments;
use super::documents::document_of;
use super::letters::{Post, read_dossier};
use super::writing::{whole, written};
use super::{Answered, fonts};

/// The filing bundle.
pub fn bundle(dossier: &str, today: NaiveDate, files: &Attachments, as_is: bool, post: &Post) -> Answered {
    fonts::with(|fonts| {
        if !as_is && fonts.is_some_and(|fonts| fonts.wants_rare(dossier)) {
            return Ok((Answer::WantsRare, Array::new()));
        }
        let press =
            Press { fonts, read: &mut |id| files.read(id), progress: &mut |done, total| post.progress(done, total) };
        let Composed { bundle, notes, code } =
            bundle::compose(&read_dossier(dossier)?, today, press).map_err(|error| error.message())?;
        written(bundle, notes, Some(code))
    })
}

/// One document as PDF.
pub fn document(dossier: &str, today: NaiveDate, stem: &str, as_is: bool) -> Answered {
    let print = |fonts: &Fonts| {
        if !as_is && fonts.wants_rare(dossier) {
            return Ok((Answer::WantsRare, Array::new()));
        }
        let file = document_of(stem)?;
        let composed = (file.compose)(&read_dossier(dossier)?, today);
        let (bytes, note) = bundle::print(file.stem, &composed, fonts, today).map_err(|error| error.message())?;
        Ok(whole(format!("{}.pdf", file.stem), note.into_iter().collect(), &bytes))
    };
    fonts::with(|fonts| fonts.ok_or_else(no_fonts).and_then(print))
}

fn no_fonts() -> Message {
    message!("字体没有载入，请再试一次", "The fonts are not there; try once more")
}
