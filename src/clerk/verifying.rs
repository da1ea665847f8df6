//! Bundles to be verified.

use chrono::NaiveDate;
use js_sys::Array;
use web_sys::Blob;

use jiemeng::bundle;
use jiemeng::protocol::Answer;

use super::blobs::BlobReader;
use super::letters::Post;
use super::{Answered, fonts};

/// Verifies a bundle, read where it lies.
pub fn verify(file: &Blob, today: NaiveDate, post: &Post) -> Answered {
    let mut progress = |done, total| post.progress(done, total);
    fonts::with(|fonts| {
        let report = bundle::verify(&mut BlobReader::new(file.clone()), today, fonts, &mut progress);
        Ok((Answer::Verified(Box::new(report)), Array::new()))
    })
}
