//! Charters: those that somebody else wrote, and the founders' own beside the model.

use js_sys::Array;
use web_sys::Blob;

use jiemeng::charter;
use jiemeng::checks::charter::existing;
use jiemeng::protocol::Answer;
use jiemeng::wordprocessing::{self, WordprocessingError};

use super::Answered;
use super::blobs::bytes;
use super::letters::read_dossier;

/// The words of a text document, a paragraph a line.
pub fn words(file: &Blob) -> Answered {
    if file.size() > wordprocessing::LARGEST_FILE as f64 {
        return Err(WordprocessingError::TooLarge(file.size() as u64).message());
    }
    let paragraphs = wordprocessing::read(&bytes(file)?).map_err(|error| error.message())?;
    Ok((Answer::Words(paragraphs.join("\n")), Array::new()))
}

/// What a charter says of what it is to say.
pub fn read(text: &str) -> Answered {
    Ok((Answer::CharterRead(existing::read(text)), Array::new()))
}

/// In what the charter of a dossier departs from the model.
pub fn departures(dossier: &str) -> Answered {
    Ok((Answer::Departures(charter::departures(&read_dossier(dossier)?)), Array::new()))
}
