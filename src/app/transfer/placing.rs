//! 另存到: a file written straight to a place that the user chooses, piece by piece, where the browser can
//! (`showSaveFilePicker`, File System Access). Elsewhere files go to the browser's downloads.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DomException};

use jiemeng::language::Message;
use jiemeng::message;

/// Where a file goes.
pub enum Destination {
    /// To the browser's downloads.
    Downloads,
    /// To the place of this handle.
    Place(JsValue),
}

/// What asks for a place, where the browser has it.
fn picker() -> Option<Function> {
    Reflect::get(&js_sys::global(), &"showSaveFilePicker".into()).ok()?.dyn_into().ok()
}

/// Whether the user can choose a place.
pub fn is_offered() -> bool {
    picker().is_some()
}

/// Opens the browser's dialog: it must happen within a click. The answer is awaited by [`chosen`].
///
/// # Errors
/// The browser does not open it.
pub fn ask(name: &str) -> Result<Promise, JsValue> {
    let (options, kind, endings) = (Object::new(), Object::new(), Object::new());
    Reflect::set(&endings, &"application/zip".into(), &Array::of1(&".zip".into()))?;
    Reflect::set(&kind, &"accept".into(), &endings)?;
    Reflect::set(&options, &"types".into(), &Array::of1(&kind))?;
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    let picker = picker().ok_or(JsValue::NULL)?;
    picker.call1(&JsValue::UNDEFINED, &options)?.dyn_into()
}

/// The place that the user chose; `None` where the dialog was closed.
///
/// # Errors
/// The browser refuses; the words say what to do.
pub async fn chosen(asked: Promise) -> Result<Option<Destination>, Message> {
    match JsFuture::from(asked).await {
        Ok(handle) => Ok(Some(Destination::Place(handle))),
        Err(error) if error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError") => Ok(None),
        Err(_) => Err(message!(
            "浏览器没有打开另存对话框，请改用旁边的按钮下载",
            "The browser did not open its dialog; use the button beside this one"
        )),
    }
}

/// Writes a file to its place. The browser copies it from where its parts lie; what was there stays until all is written.
///
/// # Errors
/// There is no room, or the place cannot be written to.
pub async fn write(place: &JsValue, file: &Blob) -> Result<(), JsValue> {
    let stream = awaited(place, "createWritable", &Array::new()).await?;
    if let Err(error) = awaited(&stream, "write", &Array::of1(file)).await {
        let _let_go = awaited(&stream, "abort", &Array::new()).await;
        return Err(error);
    }
    awaited(&stream, "close", &Array::new()).await.map(drop)
}

async fn awaited(object: &JsValue, method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    JsFuture::from(method.apply(object, arguments)?.dyn_into::<Promise>()?).await
}
