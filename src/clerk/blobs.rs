//! Reading the files that users chose, at once: only a worker may.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom};

use std::cell::RefCell;

use js_sys::WebAssembly::Memory;
use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, FileReaderSync};

use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::render::book::NotAtHand;

use super::letters::files;

/// The files of attachments by their ids.
pub struct Attachments {
    files: BTreeMap<String, Blob>,
}

impl Attachments {
    /// The files beside a request, which names their ids in their order.
    pub fn new(ids: Vec<String>, letter: &JsValue) -> Self {
        let files = ids.into_iter().zip(files(letter)).filter_map(|(id, file)| Some((id, file.dyn_into().ok()?)));
        Self { files: files.collect() }
    }

    /// The bytes of one of them.
    pub fn read(&self, id: &str) -> Result<Vec<u8>, NotAtHand> {
        self.files.get(id).and_then(|file| bytes(file).ok()).ok_or(NotAtHand)
    }
}

/// All bytes of a file.
pub fn bytes(blob: &Blob) -> Result<Vec<u8>, Message> {
    let read = FileReaderSync::new().and_then(|reader| reader.read_as_array_buffer(blob));
    read.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_| unreadable())
}

/// How much is read at once of a file that streams, in bytes.
const PIECE: u32 = 1 << 21;
/// Of how many bytes the room for a whole file is a multiple.
const ROUND: usize = 1 << 20;

thread_local! {
    /// The place that pieces are read into: one for all, since hundreds would wait for the browser's collector.
    static PLACE: RefCell<Option<ArrayBuffer>> = const { RefCell::new(None) };
}

/// Reads a file to its end while others may work, and tells of its bytes each time some more have come.
pub async fn read_whole(file: &Blob, mut hear: impl FnMut(&[u8])) -> Result<Vec<u8>, Message> {
    let size = file.size() as usize;
    // Rounded up: the room that one file leaves is then taken by the next though it be a little longer, and not lost.
    let mut whole = Vec::with_capacity(size.next_multiple_of(ROUND));
    let mut take = |piece: &Uint8Array| {
        let at = whole.len();
        whole.resize(at + piece.byte_length() as usize, 0);
        if let Some(room) = whole.get_mut(at..) {
            piece.copy_to(room);
            hear(room);
        }
    };
    let place = PLACE.with_borrow_mut(Option::take).unwrap_or_else(|| ArrayBuffer::new(PIECE));
    let place = stream(file, place, &mut take).await.map_err(|_| unreadable())?;
    PLACE.set(Some(place));
    // It may have been cut or have grown meanwhile.
    if whole.len() == size { Ok(whole) } else { Err(unreadable()) }
}

async fn stream(
    file: &Blob,
    mut place: ArrayBuffer,
    take: &mut impl FnMut(&Uint8Array),
) -> Result<ArrayBuffer, JsValue> {
    let mode = Object::new();
    Reflect::set(&mode, &"mode".into(), &"byob".into())?;
    let Ok(reader) = call(file, "stream", &[]).and_then(|stream| call(&stream, "getReader", &[mode.into()])) else {
        // Browsers whose files do not stream into a place that is given.
        take(&Uint8Array::new(&FileReaderSync::new()?.read_as_array_buffer(file)?.into()));
        return Ok(place);
    };
    loop {
        let view = Uint8Array::new(&place);
        let read = JsFuture::from(call(&reader, "read", &[view.into()])?.dyn_into::<Promise>()?).await?;
        let piece: Uint8Array = Reflect::get(&read, &"value".into())?.dyn_into()?;
        place = piece.buffer();
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            return Ok(place);
        }
        take(&piece);
    }
}

/// Bytes of ours as the browser sees them, without a copy: to be given to what takes its own at once, and not to be kept.
pub fn as_seen(bytes: &[u8]) -> Uint8Array {
    let memory: Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), bytes.as_ptr() as u32, bytes.len() as u32)
}

/// Calls a method of an object of the browser's.
pub fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.apply(object, &arguments.iter().collect::<Array>())
}

/// A file that was moved, changed or locked after it was chosen.
pub fn unreadable() -> Message {
    message!(
        "读不出这个文件：它可能被移动、改动或正被别的程序占用。请重新选择",
        "This file cannot be read: it may have been moved, changed or be in use. Choose it again"
    )
}

/// The least that is read of a file at once, in bytes: for a header here and there.
const GLANCE: u64 = 1 << 16;
/// The most, for what is read from beginning to end.
const STRIDE: u64 = 1 << 22;

/// A file that is read where it lies, a window at a time. The window grows while one reads on and shrinks where one jumps.
pub struct BlobReader {
    blob: Blob,
    length: u64,
    position: u64,
    window: Vec<u8>,
    /// Where the window begins.
    window_start: u64,
    /// How much is read next.
    next: u64,
}

impl BlobReader {
    /// At the beginning of a file.
    pub fn new(blob: Blob) -> Self {
        // Sizes are whole numbers below 2^53.
        let length = blob.size() as u64;
        Self { blob, length, position: 0, window: Vec::new(), window_start: 0, next: GLANCE }
    }

    /// What of the window lies at the position and after it.
    fn ahead(&self) -> &[u8] {
        let into = self.position.checked_sub(self.window_start).and_then(|into| usize::try_from(into).ok());
        into.and_then(|into| self.window.get(into..)).unwrap_or_default()
    }

    fn move_window(&mut self) -> io::Result<()> {
        let reads_on = self.position == self.window_start + self.window.len() as u64;
        self.next = if reads_on { (self.next * 4).min(STRIDE) } else { GLANCE };
        let end = self.length.min(self.position + self.next);
        let slice = self.blob.slice_with_f64_and_f64(self.position as f64, end as f64);
        let read = slice.ok().and_then(|slice| bytes(&slice).ok());
        self.window = read.ok_or_else(|| io::Error::other("the file cannot be read"))?;
        self.window_start = self.position;
        Ok(())
    }
}

impl Read for BlobReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.length || into.is_empty() {
            return Ok(0);
        }
        if self.ahead().is_empty() {
            self.move_window()?;
        }
        let read = self.ahead().read(into)?;
        self.position += read as u64;
        Ok(read)
    }
}

impl Seek for BlobReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        self.position = position.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.position)
    }
}
