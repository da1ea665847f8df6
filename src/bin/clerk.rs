//! The clerk: a web worker that composes, renders, binds, opens and sums, off the page's thread.
//!
//! It works through its requests one after the other, each from beginning to end, and keeps nothing between them but the
//! fonts that it was given. What passes between it and the page is [`jiemeng::protocol`], one object a message: `id` (a
//! number that the answer repeats), `words` (the request or answer as JSON), and beside them `files` (what a request is
//! about) or `parts` (the bytes of an answer, handed over). Should it break, the browser tells the page.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent, console};

use jiemeng::bundle::{self, Body, Bundle, Composed, LARGEST_FILE, OpenError, Opened, Piece, Press};
use jiemeng::documents::{self, Document, File};
use jiemeng::dossier::{Dossier, Intake, LARGEST};
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::{Answer, Format, Length, READY, Request};
use jiemeng::render::book::NotAtHand;
use jiemeng::render::{self, FontFile, FontRole, Fonts, RenderError};
use jiemeng::spreadsheet;

/// How much of a file is read at once, in bytes.
const PIECE: f64 = 4.0 * 1024.0 * 1024.0;

fn main() {
    std::panic::set_hook(Box::new(|info| console::error_1(&info.to_string().into())));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let mut fonts = None;
    let take = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let letter = event.data();
        let post = Post { page: page.clone(), id: field(&letter, "id") };
        let (answer, parts) =
            answer(&letter, &post, &mut fonts).unwrap_or_else(|words| (Answer::Refused(words), Array::new()));
        post.send(&answer, &parts);
    });
    scope.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
    tell(scope.post_message(&READY.into()));
}

/// Where the answers to one request go.
struct Post {
    page: DedicatedWorkerGlobalScope,
    id: JsValue,
}

impl Post {
    /// Sends an answer; buffers among its parts are handed over.
    fn send(&self, answer: &Answer, parts: &Array) {
        let letter = Object::new();
        let words = serde_json::to_string(answer).unwrap_or_default();
        for (name, value) in [("id", &self.id), ("words", &words.into()), ("parts", parts)] {
            let _new_objects_take_fields = Reflect::set(&letter, &name.into(), value);
        }
        let buffers: Array = parts.iter().filter(|part| part.is_instance_of::<ArrayBuffer>()).collect();
        tell(self.page.post_message_with_transfer(&letter, &buffers));
    }
}

/// What cannot be told to the page is told to the console.
fn tell(outcome: Result<(), JsValue>) {
    if let Err(error) = outcome {
        console::error_1(&error);
    }
}

fn field(letter: &JsValue, name: &str) -> JsValue {
    Reflect::get(letter, &name.into()).unwrap_or_default()
}

/// The answer to a request and its parts.
fn answer(letter: &JsValue, post: &Post, fonts: &mut Option<Fonts>) -> Result<(Answer, Array), Message> {
    let words = field(letter, "words").as_string().unwrap_or_default();
    let request: Request = serde_json::from_str(&words).map_err(|error| {
        message!(
            "页面的请求无法识别（{error}），请刷新页面再试",
            "The page's request is not understood ({error}); reload the page and try again"
        )
    })?;
    match request {
        Request::Bundle { dossier, today, attachments, as_is } => {
            if !as_is && fonts.as_ref().is_some_and(|fonts| fonts.wants_rare(&dossier)) {
                return Ok((Answer::WantsRare, Array::new()));
            }
            let files = Attachments::new(attachments, letter);
            let press = Press {
                fonts: fonts.as_ref(),
                read: &mut |id| files.read(id),
                progress: &mut |done, total| post.send(&Answer::Progress { done, total }, &Array::new()),
            };
            let Composed { bundle, notes } =
                bundle::compose(&read(&dossier)?, today, press).map_err(|error| error.message())?;
            written(&bundle, notes)
        }
        Request::Fonts { files } => {
            *fonts = Some(take_fonts(files, letter)?);
            Ok((Answer::Taken, Array::new()))
        }
        Request::Draft { dossier, now } => written(&bundle::draft(&read(&dossier)?, now), Vec::new()),
        Request::Template => template(),
        Request::Pages { dossier, today, stem } => pages(&(document(&stem)?.compose)(&read(&dossier)?, today)),
        Request::Lengths { dossier, today } => lengths(&read(&dossier)?, today),
        Request::Document { dossier, today, stem, format, as_is } => {
            let wants_rare = |fonts: &Fonts| format == Format::Pdf && fonts.wants_rare(&dossier);
            if !as_is && fonts.as_ref().is_some_and(wants_rare) {
                return Ok((Answer::WantsRare, Array::new()));
            }
            one(document(&stem)?, format, &read(&dossier)?, today, fonts.as_ref())
        }
        Request::Open => open(&file(letter)?),
        Request::Sum => sum(&file(letter)?, post),
    }
}

fn read(dossier: &str) -> Result<Dossier, Message> {
    Dossier::from_json(dossier).map_err(|error| error.message())
}

/// The files beside a request.
fn files(letter: &JsValue) -> Array {
    field(letter, "files").dyn_into().unwrap_or_default()
}

/// The files of attachments by their ids.
struct Attachments {
    files: BTreeMap<String, Blob>,
}

impl Attachments {
    fn new(ids: Vec<String>, letter: &JsValue) -> Self {
        let files = ids.into_iter().zip(files(letter)).filter_map(|(id, file)| Some((id, file.dyn_into().ok()?)));
        Self { files: files.collect() }
    }

    fn read(&self, id: &str) -> Result<Vec<u8>, NotAtHand> {
        self.files.get(id).and_then(|file| bytes(file).ok()).ok_or(NotAtHand)
    }
}

/// Reads the fonts beside a request: Blobs, or base64 as they stand in the one-file edition.
fn take_fonts(roles: Vec<(FontRole, u32)>, letter: &JsValue) -> Result<Fonts, Message> {
    let read = |((role, index), file): ((FontRole, u32), JsValue)| {
        let bytes = match file.as_string() {
            Some(text) => from_base64(&text)?,
            None => bytes(&file.dyn_into().map_err(|_| unreadable())?)?,
        };
        Ok(FontFile { role, bytes, index })
    };
    let files = roles.into_iter().zip(files(letter)).map(read).collect::<Result<Vec<_>, Message>>()?;
    Fonts::new(files).map_err(|error| error.message())
}

/// A document of the bundle by its stem.
fn document(stem: &str) -> Result<&'static File, Message> {
    documents::FILES.iter().find(|file| file.stem == stem).ok_or_else(|| {
        message!("没有“{stem}”这份文书，请刷新页面再试", "There is no document “{stem}”; reload the page and try again")
    })
}

/// One document as a file.
fn one(
    file: &File,
    format: Format,
    dossier: &Dossier,
    today: NaiveDate,
    fonts: Option<&Fonts>,
) -> Result<(Answer, Array), Message> {
    let composed = || (file.compose)(dossier, today);
    let in_words = |error: RenderError| error.message();
    let (bytes, note, ending) = match format {
        Format::Docx => (render::docx(&composed()).map_err(in_words)?, None, "docx"),
        Format::Xlsx => (render::xlsx(&documents::roster(dossier)).map_err(in_words)?, None, "xlsx"),
        Format::Pdf => {
            let fonts =
                fonts.ok_or_else(|| message!("字体没有载入，请再试一次", "The fonts are not there; try once more"))?;
            let (bytes, note) = bundle::print(file.stem, &composed(), fonts, today).map_err(|error| error.message())?;
            (bytes, note, "pdf")
        }
    };
    let name = format!("{}.{ending}", file.stem);
    let parts = Array::of1(&Uint8Array::from(bytes.as_slice()).buffer());
    Ok((Answer::File { name, notes: note.into_iter().collect() }, parts))
}

/// A document as pages, each of them for itself, so that the page reads only what it draws.
fn pages(document: &Document) -> Result<(Answer, Array), Message> {
    let pages = render::lay_out(document, 1).map_err(|error| error.message())?;
    let preview = render::preview(document, &pages);
    let written: Vec<String> =
        preview.pages.iter().map(|page| serde_json::to_string(page).unwrap_or_default()).collect();
    let stamps = written.iter().map(|json| crc32fast::hash(json.as_bytes())).collect();
    let parts = written.iter().map(|json| JsValue::from_str(json)).collect();
    Ok((Answer::Pages { stamps, outline: preview.outline, blocks: preview.blocks }, parts))
}

/// How long all documents are and what they lack.
fn lengths(dossier: &Dossier, today: NaiveDate) -> Result<(Answer, Array), Message> {
    let length = |file: &File| {
        let composed = (file.compose)(dossier, today);
        let pages = render::lay_out(&composed, 1).map_err(|error| error.message())?.pages.len();
        Ok(Length { stem: file.stem.to_owned(), pages, blanks: composed.blanks() })
    };
    let lengths = documents::FILES.iter().map(length).collect::<Result<_, Message>>()?;
    Ok((Answer::Lengths(lengths), Array::new()))
}

fn from_base64(text: &str) -> Result<Vec<u8>, Message> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let letters = scope.atob(text).map_err(|_| unreadable())?;
    // Each letter stands for one byte.
    Ok(letters.chars().map(|letter| letter as u8).collect())
}

/// A bundle or a draft as the pieces of a ZIP.
fn written(bundle: &Bundle, notes: Vec<Message>) -> Result<(Answer, Array), Message> {
    let pieces = bundle::archive(bundle).map_err(|error| error.message())?;
    let parts = pieces.into_iter().map(|piece| match piece {
        Piece::Bytes(bytes) => JsValue::from(Uint8Array::from(bytes.as_slice()).buffer()),
        Piece::Attachment { id } => JsValue::from(id),
    });
    Ok((Answer::File { name: bundle.file_name.clone(), notes }, parts.collect()))
}

/// The empty roster.
fn template() -> Result<(Answer, Array), Message> {
    let bytes = render::xlsx(&documents::roster_template()).map_err(|error| error.message())?;
    let name = format!("{}.xlsx", documents::TEMPLATE_STEM);
    Ok((Answer::File { name, notes: Vec::new() }, Array::of1(&Uint8Array::from(bytes.as_slice()).buffer())))
}

/// Opens a draft, a bundle or a dossier, or a workbook. Attachments that stand in the file as they are stay there.
fn open(file: &Blob) -> Result<(Answer, Array), Message> {
    if file.size() > LARGEST_FILE as f64 {
        return Err(OpenError::TooLarge(file.size() as u64).message());
    }
    let bytes = bytes(file)?;
    if spreadsheet::is_workbook(&bytes) {
        let sheets = spreadsheet::read(&bytes).map_err(|error| error.message())?;
        return Ok((Answer::Rows(sheets), Array::new()));
    }
    let Opened { dossier, attachments, missing } = bundle::open(&bytes).map_err(|error| error.message())?;
    let parts = Array::new();
    for found in &attachments {
        let part = match &found.body {
            Body::Stored(range) => file.slice_with_f64_and_f64(range.start as f64, range.end as f64),
            Body::Inflated(bytes) => Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes.as_slice()))),
        };
        parts.push(&part.map_err(|_| unreadable())?.into());
    }
    let attachments = attachments.into_iter().map(|found| found.record.id).collect();
    Ok((Answer::Opened { dossier: dossier.to_json(), attachments, missing }, parts))
}

fn file(letter: &JsValue) -> Result<Blob, Message> {
    files(letter)
        .get(0)
        .dyn_into()
        .map_err(|_| message!("没有收到文件，请重新选择", "No file arrived; choose it again"))
}

/// Reads a file piece by piece, so that its size does not matter, and looks into what can be attached.
fn sum(file: &Blob, post: &Post) -> Result<(Answer, Array), Message> {
    let mut intake = Intake::default();
    let pieces = (file.size() / PIECE).ceil();
    let mut at = 0.0;
    while at < pieces {
        let piece = file.slice_with_f64_and_f64(at * PIECE, (at + 1.0) * PIECE).map_err(|_| unreadable())?;
        intake.read(&bytes(&piece)?);
        at += 1.0;
        post.send(&Answer::Progress { done: at as u32, total: pieces as u32 }, &Array::new());
    }
    let mut sums = intake.finish();
    if let Some(media_type) = sums.media_type.filter(|_| sums.size <= LARGEST) {
        sums.inspection = Some(bundle::inspect(media_type, bytes(file)?));
    }
    Ok((Answer::Summed(sums), Array::new()))
}

fn bytes(blob: &Blob) -> Result<Vec<u8>, Message> {
    let read = FileReaderSync::new().and_then(|reader| reader.read_as_array_buffer(blob));
    read.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_| unreadable())
}

/// A file that was moved, changed or locked after it was chosen.
fn unreadable() -> Message {
    message!(
        "读不出这个文件：它可能被移动、改动或正被别的程序占用。请重新选择",
        "This file cannot be read: it may have been moved, changed or be in use. Choose it again"
    )
}
