//! What goes out of the page and comes into it: the filing bundle, drafts, certificates. Files are made and read by the
//! [clerk](super::clerk); they go from the browser to its user and nowhere else.

mod attachments;
mod blobs;
mod draft_of;
mod export;
mod import;
mod placing;
mod table;

pub use attachments::{AttachMany, Certificates, MaterialFiles, OtherFiles};
pub use blobs::sweep;
pub use draft_of::ExportDraftOf;
pub use export::{DownloadBundle, DownloadDocument, DownloadTemplate, ExportDraft, save_text};
pub use import::Import;
pub use table::{BringTable, Brought};

use leptos::prelude::*;

use super::state::{State, t};
use jiemeng::language::{Message, label};
use jiemeng::message;

/// How far something is that takes its time.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Work {
    /// Not begun.
    #[default]
    Idle,
    /// Under way.
    Busy(Message),
    /// Done.
    Done(Message),
    /// Done, but not all is as it should be: what, and what to do.
    DoneBut(Message, Vec<Message>),
    /// Failed.
    Failed(Message),
    /// The user would rather not.
    Cancelled,
}

impl Work {
    /// Whether it is under way.
    pub const fn is_busy(&self) -> bool {
        matches!(self, Self::Busy(_))
    }
}

/// Says how far it is, to the eye and to a screen reader.
#[component]
pub fn WorkStatus(
    /// The work.
    work: RwSignal<Work>,
) -> impl IntoView {
    let state = State::here();
    let words = move || match work.get() {
        Work::Idle => ().into_any(),
        Work::Cancelled => {
            let words = message!(
                "已取消，没有生成文件；已填内容没有改动。",
                "Cancelled: no file was made, and nothing you entered was changed."
            );
            view! { <p class="notice" data-work="cancelled">{state.say(&words)}</p> }.into_any()
        }
        Work::Busy(words) => view! { <p class="notice" data-work="busy">{state.say(&words)}</p> }.into_any(),
        Work::Done(words) => {
            view! { <p class="notice notice--good" data-work="done">{state.say(&words)}</p> }.into_any()
        }
        Work::DoneBut(words, notes) => {
            let notes =
                notes.iter().map(|note| view! { <li>{state.say(note)} {t(label("。", "."))}</li> }).collect_view();
            view! {
                <div data-work="done">
                    <p class="notice notice--good">{state.say(&words)}</p>
                    <div class="notice notice--open">
                        <p>{t(label("还要留意：", "Take note:"))}</p>
                        <ul>{notes}</ul>
                    </div>
                </div>
            }
            .into_any()
        }
        Work::Failed(words) => {
            view! { <p class="notice notice--bad" role="alert" data-work="failed">{state.say(&words)}</p> }.into_any()
        }
    };
    view! { <div role="status">{words}</div> }
}
