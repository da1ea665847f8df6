//! Taking back what was just done to the list of members.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::components::Confirm;
use crate::app::state::{State, t};
use jiemeng::dossier::{Attachment, Member};
use jiemeng::language::{Message, label};

/// What can be taken back, and what stood there before.
#[derive(Debug, Clone, PartialEq)]
pub enum Undo {
    /// A member was deleted.
    Deletion {
        /// Its place in the list, from 0.
        place: usize,
        /// The member.
        member: Box<Member>,
        /// The records of what was attached to it; the bytes are still kept.
        attachments: Vec<Attachment>,
    },
    /// A list was pasted.
    Paste {
        /// The members before.
        before: Vec<Member>,
        /// The members right after. Once somebody has typed on, it is too late.
        after: Vec<Member>,
        /// What was done.
        done: Message,
    },
}

/// Deletes a member together with the records of its attachments, and remembers both.
pub fn delete(state: State, id: &str) {
    let Some(place) = state.peek(|dossier| dossier.members.iter().position(|member| member.id == id)) else { return };
    state.change(|dossier| {
        let member = Box::new(dossier.members.remove(place));
        let of_member = |attachment: &Attachment| attachment.member.as_deref() == Some(id);
        let attachments = dossier.attachments.iter().filter(|attachment| of_member(attachment)).cloned().collect();
        dossier.attachments.retain(|attachment| !of_member(attachment));
        state.undo.set(Some(Undo::Deletion { place, member, attachments }));
    });
}

/// Asks before a member is deleted.
#[component]
pub fn ConfirmDeletion(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// What the yes does.
    confirmed: Callback<()>,
) -> impl IntoView {
    view! {
        <Confirm
            open=open
            question=label("删除这家成员单位？", "Delete this member?")
            consequence=label(
                "它的全部内容和已附的证照会一并移除。删除后可以马上撤销。",
                "All that was entered for it and its certificate go with it. You can undo this right afterwards.",
            )
            go_on=label("删除", "Delete")
            confirmed=confirmed
        />
    }
}

impl Undo {
    /// Whether it still fits what is there.
    fn fits(&self, members: &[Member]) -> bool {
        match self {
            Self::Deletion { member, .. } => members.iter().all(|other| other.id != member.id),
            Self::Paste { after, .. } => members == after,
        }
    }

    fn message(&self) -> Message {
        match self {
            Self::Deletion { member, .. } => match member.name.given() {
                Some(name) => {
                    let name = name.as_str();
                    jiemeng::message!("已删除“{name}”。", "“{name}” was deleted.")
                }
                None => jiemeng::message!("已删除一个未填名称的成员。", "A member without a name was deleted."),
            },
            Self::Paste { done, .. } => done.clone(),
        }
    }
}

/// Says what was done, and offers to take it back.
#[component]
pub fn UndoBar() -> impl IntoView {
    let state = State::here();
    let offered = Memo::new(move |_| {
        let fits = |undo: &Undo| state.read(|dossier| undo.fits(&dossier.members));
        state.undo.with(|undo| undo.as_ref().filter(|undo| fits(undo)).map(Undo::message))
    });
    let undo = move |_| {
        let Some(undo) = state.undo.get_untracked() else { return };
        state.undo.set(None);
        state.change(|dossier| match undo {
            Undo::Deletion { place, member, attachments } => {
                dossier.members.insert(place.min(dossier.members.len()), *member);
                dossier.attachments.extend(attachments);
            }
            Undo::Paste { before, .. } => dossier.members = before,
        });
        if let Some(heading) = browser::find("h1") {
            let _never_fails = heading.focus();
        }
    };
    view! {
        <div role="status">
            <Show when=move || offered.get().is_some()>
                <p class="notice">
                    {move || offered.get().map(|words| state.say(&words))} " "
                    <button type="button" class="link" on:click=undo>
                        {t(label("撤销", "Undo"))}
                    </button>
                </p>
            </Show>
        </div>
    }
}
