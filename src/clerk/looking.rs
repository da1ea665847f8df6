//! What is to be seen on an attached file: a small picture of it, and the credit codes in its QR codes. The browser decodes
//! pictures; of a PDF, the scans on its first pages are looked at.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use jiemeng::bundle::{self, Scan};
use jiemeng::dossier::MediaType;
use jiemeng::language::Message;
use jiemeng::protocol::Answer;
use jiemeng::render::Picture;

use super::Answered;
use super::blobs::{bytes, call, read_whole};

/// The longer side of the small picture, in pixels: twice what it takes on the screen.
const SMALL: f64 = 160.0;
/// The longer side of what is searched for QR codes, in pixels; and once more, for photographs that are not sharp.
const SEARCHED: [f64; 2] = [1800.0, 1000.0];
/// The most pixels that the browser is asked to decode.
const MOST_PIXELS: f64 = 80_000_000.0;
/// How much of a picture's beginning tells its size, in bytes.
const HEAD: f64 = 2_000_000.0;
/// How many pages of a PDF are looked at.
const PAGES: usize = 3;

/// Looks at a file. What cannot be decoded is not seen; that it is damaged was said at intake.
pub async fn look(file: Blob, media_type: MediaType) -> Answered {
    let parts = Array::new();
    let mut codes: Vec<String> = Vec::new();
    for (picture, turn, is_shown) in pictures(&file, media_type).await? {
        let Some(canvas) = drawn(&picture).await else { continue };
        if is_shown && let Ok(small) = canvas.small(turn).await {
            parts.push(&small);
        }
        codes.extend(canvas.codes());
    }
    codes.sort();
    codes.dedup();
    Ok((Answer::Seen { codes }, parts))
}

/// The pictures of a file, the quarters each is to be turned to the right, and whether it is what the file looks like.
async fn pictures(file: &Blob, media_type: MediaType) -> Result<Vec<(Blob, u8, bool)>, Message> {
    if media_type != MediaType::Pdf {
        return Ok(vec![(file.clone(), 0, true)]);
    }
    let blob = |Scan { is_first_page, turn, jpeg }: Scan| {
        let pieces = Array::of1(&Uint8Array::from(jpeg.as_slice()));
        Some((Blob::new_with_u8_array_sequence(&pieces).ok()?, turn, is_first_page))
    };
    let pdf = read_whole(file, |_| ()).await?;
    Ok(bundle::scans(pdf, PAGES).into_iter().filter_map(blob).collect())
}

/// A picture that the browser has decoded.
struct Decoded {
    bitmap: JsValue,
    size: [f64; 2],
}

async fn drawn(picture: &Blob) -> Option<Decoded> {
    // A head tells the size before anything is decoded.
    let head = picture.slice_with_f64_and_f64(0.0, HEAD).ok()?;
    let [width, height] = Picture::read(&bytes(&head).ok()?)?.seen().map(f64::from);
    if width * height > MOST_PIXELS {
        return None;
    }
    let global = js_sys::global();
    let decode: Function = Reflect::get(&global, &"createImageBitmap".into()).ok()?.dyn_into().ok()?;
    let decoding: Promise = decode.call1(&global, picture).ok()?.dyn_into().ok()?;
    let bitmap = JsFuture::from(decoding).await.ok()?;
    Some(Decoded { bitmap, size: [width, height] })
}

/// Lets the memory of a canvas go at once, and not when the browser's collector comes round.
fn let_go(canvas: &JsValue) -> Result<(), JsValue> {
    Reflect::set(canvas, &"width".into(), &0.into()).map(drop)
}

impl Drop for Decoded {
    fn drop(&mut self) {
        let _freed = call(&self.bitmap, "close", &[]);
    }
}

impl Decoded {
    /// The size with the longer side no longer than this.
    fn within(&self, longest: f64) -> [f64; 2] {
        let scale = (longest / self.size[0].max(self.size[1])).min(1.0);
        self.size.map(|side| (side * scale).round().max(1.0))
    }

    /// A canvas of this size, and what draws on it.
    fn canvas([width, height]: [f64; 2]) -> Result<(JsValue, JsValue), JsValue> {
        let canvas: Function = Reflect::get(&js_sys::global(), &"OffscreenCanvas".into())?.dyn_into()?;
        let canvas = Reflect::construct(&canvas, &Array::of2(&width.into(), &height.into()))?;
        let options = Object::new();
        Reflect::set(&options, &"willReadFrequently".into(), &true.into())?;
        let context = call(&canvas, "getContext", &["2d".into(), options.into()])?;
        Ok((canvas, context))
    }

    /// The picture small, turned to the right by so many quarters, as a JPEG.
    async fn small(&self, turn: u8) -> Result<JsValue, JsValue> {
        let [width, height] = self.within(SMALL);
        let (canvas, context) = Self::canvas(if turn % 2 == 1 { [height, width] } else { [width, height] })?;
        let matrix = match turn {
            1 => [0.0, 1.0, -1.0, 0.0, height, 0.0],
            2 => [-1.0, 0.0, 0.0, -1.0, width, height],
            3 => [0.0, -1.0, 1.0, 0.0, 0.0, width],
            _ => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        };
        call(&context, "setTransform", &matrix.map(JsValue::from))?;
        // What a PNG leaves transparent is paper.
        Reflect::set(&context, &"fillStyle".into(), &"#fff".into())?;
        call(&context, "fillRect", &[0.into(), 0.into(), width.into(), height.into()])?;
        call(&context, "drawImage", &[self.bitmap.clone(), 0.into(), 0.into(), width.into(), height.into()])?;
        let kind = Object::new();
        Reflect::set(&kind, &"type".into(), &"image/jpeg".into())?;
        Reflect::set(&kind, &"quality".into(), &0.8.into())?;
        let picture = JsFuture::from(call(&canvas, "convertToBlob", &[kind.into()])?.dyn_into::<Promise>()?).await;
        let_go(&canvas)?;
        picture
    }

    /// The credit codes in the QR codes on it.
    fn codes(&self) -> Vec<String> {
        let found = SEARCHED.iter().map(|longest| self.codes_at(self.within(*longest)).unwrap_or_default());
        found.into_iter().find(|codes| !codes.is_empty()).unwrap_or_default()
    }

    fn codes_at(&self, [width, height]: [f64; 2]) -> Result<Vec<String>, JsValue> {
        let (canvas, context) = Self::canvas([width, height])?;
        let area = [0.into(), 0.into(), width.into(), height.into()];
        call(&context, "drawImage", &[std::slice::from_ref(&self.bitmap), area.as_slice()].concat())?;
        let pixels = Reflect::get(&call(&context, "getImageData", &area)?, &"data".into())?;
        let pixels = Reflect::get(&pixels, &"buffer".into())?;
        let rgba = Uint8Array::new(&pixels).to_vec();
        let_go(&canvas)?;
        // The same for the pixels, where the browser can (`ArrayBuffer.prototype.transfer`).
        let _else_in_time = call(&pixels, "transfer", &[0.into()]);
        Ok(bundle::credit_codes([width as u32, height as u32], &rgba))
    }
}
