//! The clerk: a web worker that composes, renders, binds, opens and sums, off the page's thread.
//!
//! It works through its requests one after the other and keeps nothing between them but the fonts that it was given; only
//! while the browser sums or draws a file for it may it begin with the next. What passes between it and the page is [`jiemeng::protocol`], one object a message; see
//! [`letters`]. Should it break, the browser tells the page. This room must never do by itself what the core can do.

mod blobs;
mod charters;
mod documents;
mod fonts;
mod letters;
mod looking;
mod opening;
mod summing;
mod verifying;
mod writing;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, console};

use jiemeng::language::Message;
use jiemeng::protocol::{Answer, READY, Request};
use jiemeng::render::Fonts;

use letters::{Post, read_request, tell};

fn main() {
    std::panic::set_hook(Box::new(|info| console::error_1(&info.to_string().into())));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let mut fonts = None;
    let take = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let letter = event.data();
        let post = Post::new(page.clone(), &letter);
        match read_request(&letter) {
            Ok(Request::Sum) => spawn_local(async move { post.reply(summing::sum(letters::file(&letter)).await) }),
            Ok(Request::Look { media_type }) => {
                spawn_local(async move { post.reply(looking::look(letters::file(&letter), media_type).await) });
            }
            Ok(request) => post.reply(answer(request, &letter, &post, &mut fonts)),
            Err(words) => post.reply(Err(words)),
        }
    });
    scope.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
    tell(scope.post_message(&READY.into()));
}

/// What answers a request: the words, and the parts beside them.
type Answered = Result<(Answer, Array), Message>;

/// Each request that is answered at once, and who answers it.
fn answer(request: Request, letter: &JsValue, post: &Post, fonts: &mut Option<Fonts>) -> Answered {
    match request {
        Request::Bundle { dossier, today, attachments, as_is } => {
            writing::bundle(&dossier, today, (attachments, letter), as_is, fonts.as_ref(), post)
        }
        Request::Fonts { files } => fonts::take(files, letter, fonts),
        Request::Draft { dossier, now } => writing::draft(&dossier, now),
        Request::Template => documents::template(),
        Request::Pages { dossier, today, stem } => documents::pages(&dossier, today, &stem),
        Request::Lengths { dossier, today } => documents::lengths(&dossier, today),
        Request::Document { dossier, today, stem, format, as_is } => {
            documents::one(&dossier, today, &stem, format, as_is, fonts.as_ref())
        }
        Request::Open => opening::open(&letters::file(letter)?),
        Request::Rows => opening::rows(&letters::file(letter)?),
        Request::Words => charters::words(&letters::file(letter)?),
        Request::ReadCharter { text } => charters::read(&text),
        Request::Departures { dossier } => charters::departures(&dossier),
        // Answered when the browser has done its part.
        Request::Sum | Request::Look { .. } => Ok((Answer::Taken, Array::new())),
        Request::Verify { today } => verifying::verify(&letters::file(letter)?, today, fonts.as_ref(), post),
    }
}
