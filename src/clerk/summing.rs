//! Files to be attached.

use js_sys::Array;
use web_sys::Blob;

use jiemeng::bundle;
use jiemeng::dossier::{Intake, LARGEST};
use jiemeng::protocol::Answer;

use super::Answered;
use super::blobs::{bytes, unreadable};
use super::letters::Post;

/// How much of a file is read at once, in bytes.
const PIECE: f64 = 4.0 * 1024.0 * 1024.0;

/// Reads a file piece by piece, so that its size does not matter, and looks into what can be attached.
pub fn sum(file: &Blob, post: &Post) -> Answered {
    let mut intake = Intake::default();
    let pieces = (file.size() / PIECE).ceil();
    let mut at = 0.0;
    while at < pieces {
        let piece = file.slice_with_f64_and_f64(at * PIECE, (at + 1.0) * PIECE).map_err(|_| unreadable())?;
        intake.read(&bytes(&piece)?);
        at += 1.0;
        post.progress(at as u32, pieces as u32);
    }
    let mut sums = intake.finish();
    if let Some(media_type) = sums.kind.ok().filter(|_| sums.size <= LARGEST) {
        sums.inspection = Some(bundle::inspect(media_type, bytes(file)?));
    }
    Ok((Answer::Summed(sums), Array::new()))
}
