//! The ways in which a user hands files over: chosen, photographed, dropped, whole folders among them.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use js_sys::{Array, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File, FileList, HtmlInputElement};

use super::pictures::call;
use super::taking_in::Given;

/// What file dialogs show by themselves.
const ACCEPTED: &str = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";
/// The most files that are taken out of dropped folders.
const MOST_FILES: usize = 1000;

/// A button that opens the browser's dialog for files, or on telephones the camera.
#[component]
pub fn ChooseFiles(
    /// The control's id.
    #[prop(into)]
    id: String,
    /// Whether several may be chosen.
    #[prop(optional)]
    several: bool,
    /// Whether they are photographed now.
    #[prop(optional)]
    camera: bool,
    /// What is done with them.
    #[prop(into)]
    given: Callback<Vec<Given>>,
    /// The words of the button.
    children: Children,
) -> impl IntoView {
    let choose = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let files = input.files().map(listed).unwrap_or_default();
        // So that the same file can be chosen again after its mistake is mended.
        input.set_value("");
        if !files.is_empty() {
            given.run(files);
        }
    };
    view! {
        <span class="choose-files" class:choose-files--camera=camera>
            <input
                type="file"
                class="visually-hidden"
                id=id.clone()
                accept=if camera { "image/*" } else { ACCEPTED }
                capture=camera.then_some("environment")
                multiple=several
                on:change=choose
            />
            <label class="button button--quiet" for=id>
                {children()}
            </label>
        </span>
    }
}

fn listed(files: FileList) -> Vec<Given> {
    (0..files.length()).filter_map(|at| files.get(at)).map(Given::alone).collect()
}

/// Takes whatever is dropped anywhere on the page while the screen is open; `over` is true while something hovers.
pub fn take_drops(over: RwSignal<bool>, given: Callback<Vec<Given>>) {
    let options = EventListenerOptions::enable_prevent_default();
    let hover = EventListener::new_with_options(&document(), "dragover", options, move |event| {
        if has_files(event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let leave = EventListener::new(&document(), "dragleave", move |event| {
        // It leaves for nowhere: out of the window.
        if Reflect::get(event, &"relatedTarget".into()).is_ok_and(|to| to.is_null()) {
            over.set(false);
        }
    });
    let drop_it = EventListener::new_with_options(&document(), "drop", options, move |event| {
        if !has_files(event) {
            return;
        }
        event.prevent_default();
        over.set(false);
        let (entries, files) = dropped(event);
        spawn_local(async move {
            let files = if entries.is_empty() { files } else { within(entries).await };
            let _gone_with_the_screen = given.try_run(files);
        });
    });
    let _kept_as_long_as_the_screen = StoredValue::new_local([hover, leave, drop_it]);
}

fn transfer(event: &Event) -> JsValue {
    Reflect::get(event, &"dataTransfer".into()).unwrap_or_default()
}

fn has_files(event: &Event) -> bool {
    let kinds = Reflect::get(&transfer(event), &"types".into()).unwrap_or_default();
    kinds.is_object() && Array::from(&kinds).includes(&"Files".into(), 0)
}

/// What was dropped, as entries of folders where the browser tells, and as plain files. Both must be asked for at once.
fn dropped(event: &Event) -> (Vec<JsValue>, Vec<Given>) {
    let transfer = transfer(event);
    let items = Reflect::get(&transfer, &"items".into()).unwrap_or_default();
    let items = if items.is_object() { Array::from(&items) } else { Array::new() };
    let entries = items.iter().filter_map(|item| call(&item, "webkitGetAsEntry", &Array::new()).ok());
    let files = Reflect::get(&transfer, &"files".into()).ok().and_then(|files| files.dyn_into::<FileList>().ok());
    (entries.filter(JsValue::is_object).collect(), files.map(listed).unwrap_or_default())
}

/// All files in entries and in the folders among them.
async fn within(mut entries: Vec<JsValue>) -> Vec<Given> {
    entries.reverse();
    let mut files = Vec::new();
    while let Some(entry) = entries.pop() {
        let is_folder = Reflect::get(&entry, &"isDirectory".into()).is_ok_and(|it| it.is_truthy());
        if is_folder {
            let Ok(reader) = call(&entry, "createReader", &Array::new()) else { continue };
            // It gives a hundred at a time, and none at the end.
            while let Some(more) = answered(&reader, "readEntries").await.filter(JsValue::is_object) {
                let more = Array::from(&more);
                if more.length() == 0 || entries.len() > MOST_FILES {
                    break;
                }
                entries.extend(more.iter());
            }
        } else if let Some(file) = answered(&entry, "file").await.and_then(|file| file.dyn_into::<File>().ok()) {
            let path = Reflect::get(&entry, &"fullPath".into()).ok().and_then(|path| path.as_string());
            files.push(Given { path: path.unwrap_or_else(|| file.name()), file });
        }
        if files.len() >= MOST_FILES {
            break;
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// What a method tells by the function that it is given.
async fn answered(object: &JsValue, method: &str) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, _| {
        let failed = {
            let resolve = resolve.clone();
            Closure::once_into_js(move || drop(resolve.call0(&JsValue::UNDEFINED)))
        };
        let _told_by_either = call(object, method, &Array::of2(&resolve, &failed));
    });
    JsFuture::from(promise).await.ok().filter(|told| !told.is_undefined())
}
