//! Files to be attached: their sums, and what they are on paper.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use jiemeng::bundle;
use jiemeng::dossier::{HeadAndCrc, Intake, LARGEST, Sums};
use jiemeng::language::Message;
use jiemeng::protocol::Answer;

use super::Answered;
use super::blobs::{as_seen, bytes, read_whole, unreadable};

/// How much of a file is read at once where the browser takes no sums, in bytes.
const PIECE: f64 = 4.0 * 1024.0 * 1024.0;

/// Sums a file and looks into it. The browser's own SHA-256, where there is one, runs beside our CRC-32.
pub async fn sum(file: Blob) -> Answered {
    let digest = digest();
    let sums = match digest {
        Some(digest) if file.size() <= LARGEST as f64 => at_once(&file, &digest).await?,
        _ => piecewise(&file)?,
    };
    Ok((Answer::Summed(sums), Array::new()))
}

/// Reads a file whole: it is small enough.
async fn at_once(file: &Blob, digest: &dyn Fn(&Uint8Array) -> Option<Promise>) -> Result<Sums, Message> {
    let mut rest = HeadAndCrc::default();
    let whole = read_whole(file, |piece| rest.read(piece)).await?;
    let summing = digest(&as_seen(&whole)).ok_or_else(unreadable)?;
    let inspection = rest.kind().ok().map(|media_type| bundle::inspect(media_type, whole));
    let sum = JsFuture::from(summing).await.map_err(|_| unreadable())?;
    Ok(Sums { inspection, ..rest.finish(&Uint8Array::new(&sum).to_vec()) })
}

/// Reads a file piece by piece, so that its size does not matter.
fn piecewise(file: &Blob) -> Result<Sums, Message> {
    let mut intake = Intake::default();
    let pieces = (file.size() / PIECE).ceil();
    let mut at = 0.0;
    while at < pieces {
        let piece = file.slice_with_f64_and_f64(at * PIECE, (at + 1.0) * PIECE).map_err(|_| unreadable())?;
        intake.read(&bytes(&piece)?);
        at += 1.0;
    }
    let mut sums = intake.finish();
    if let Some(media_type) = sums.kind.ok().filter(|_| sums.size <= LARGEST) {
        sums.inspection = Some(bundle::inspect(media_type, bytes(file)?));
    }
    Ok(sums)
}

/// The browser's SHA-256; it has none where the page came over an unprotected connection.
fn digest() -> Option<impl Fn(&Uint8Array) -> Option<Promise>> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok().filter(JsValue::is_object)?;
    let digest: Function = Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into().ok()?;
    Some(move |bytes: &Uint8Array| digest.call2(&subtle, &"SHA-256".into(), bytes).ok()?.dyn_into().ok())
}
