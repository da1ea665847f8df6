//! The clerk: a web worker that composes, renders, binds, opens and sums, off the page's thread.
//!
//! It works through its requests one after the other and keeps nothing between them but the fonts that it was given; only
//! while the browser sums or draws a file for it, or a [part](parts) of it is on its way, may it begin with the next. What
//! passes between it and the page is [`jiemeng::protocol`], one object a message; see [`letters`]. Should it break, the
//! browser tells the page. This room must never do by itself what the core can do.

mod blobs;
mod charters;
mod documents;
mod fonts;
mod letters;
mod looking;
mod opening;
mod parts;
mod printing;
mod summing;
mod verifying;
mod writing;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, console};

use jiemeng::language::Message;
use jiemeng::protocol::{Answer, Format, READY, Request};

use blobs::Attachments;
use letters::{Post, file, read_request, tell};
use parts::{examiner, intake, press};

fn main() {
    std::panic::set_hook(Box::new(|info| console::error_1(&info.to_string().into())));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let take = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let letter = event.data();
        let post = Post::new(page.clone(), &letter);
        spawn_local(async move { post.reply(answer(&letter, &post).await) });
    });
    scope.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
    tell(scope.post_message(&READY.into()));
}

/// What answers a request: the words, and the parts beside them.
type Answered = Result<(Answer, Array), Message>;

/// Each request, and who answers it.
async fn answer(letter: &JsValue, post: &Post) -> Answered {
    match read_request(letter)? {
        Request::Draft { dossier, now } => writing::draft(&dossier, now),
        Request::Template => documents::template(),
        Request::Pages { dossier, today, stem } => documents::pages(&dossier, today, &stem),
        Request::Lengths { dossier, today } => documents::lengths(&dossier, today),
        Request::Blanks { dossier, today } => documents::blanks(&dossier, today),
        Request::Document { dossier, today, stem, format: Format::Docx, .. } => documents::docx(&dossier, today, &stem),
        Request::Document { dossier, stem, format: Format::Xlsx, .. } => documents::xlsx(&dossier, &stem),
        Request::Document { dossier, today, stem, format: Format::Pdf, as_is } => {
            (press().await?.document)(&dossier, today, &stem, as_is)
        }
        Request::Bundle { dossier, today, attachments, as_is } => {
            (press().await?.bundle)(&dossier, today, &Attachments::new(attachments, letter), as_is, post)
        }
        Request::Fonts { files } => (press().await?.fonts)(files, letter),
        Request::Verify { today } => examiner().await?(&file(letter)?, today, post),
        Request::Open => (intake().await?.open)(&file(letter)?),
        Request::Rows => (intake().await?.rows)(&file(letter)?),
        Request::Words => (intake().await?.words)(&file(letter)?),
        Request::ReadCharter { text } => (intake().await?.read_charter)(&text),
        Request::Departures { dossier } => (intake().await?.departures)(&dossier),
        Request::Sum => (intake().await?.sum)(file(letter)?).await,
        Request::Look { media_type } => (intake().await?.look)(file(letter)?, media_type).await,
    }
}
