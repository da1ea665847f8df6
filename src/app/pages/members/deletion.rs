//! Deleting members.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::components::Confirm;
use crate::app::state::State;
use jiemeng::dossier::Fact;
use jiemeng::language::label;
use jiemeng::{members, message};

/// Deletes members together with the records of their attachments.
pub fn delete(state: State, ids: &BTreeSet<String>) {
    let names = state.peek(|dossier| {
        let doomed = dossier.members.iter().filter(|member| ids.contains(&member.id));
        doomed.map(|member| member.name.text()).collect::<Vec<_>>()
    });
    if names.is_empty() {
        return;
    }
    state.change(|dossier| members::delete(dossier, ids));
    state.say_done(match names.as_slice() {
        [name] if name.trim().is_empty() => {
            message!("已删除一个未填名称的成员。", "A member without a name was deleted.")
        }
        [name] => {
            let name = name.trim();
            message!("已删除“{name}”。", "“{name}” was deleted.")
        }
        several => {
            let count = several.len();
            message!("已删除 {count} 家成员单位。", "{count} members were deleted.")
        }
    });
}

/// Asks before members are deleted.
#[component]
pub fn ConfirmDeletion(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// How many they are.
    #[prop(into)]
    count: Signal<usize>,
    /// What the yes does.
    confirmed: Callback<()>,
) -> impl IntoView {
    let state = State::here();
    let how_many = move || {
        let count = count.get();
        (count > 1).then(|| state.say(&message!("共 {count} 家。", "{count} in all.")))
    };
    view! {
        <Confirm
            open=open
            question=label("删除所选的成员单位？", "Delete the member?")
            consequence=label(
                "填写的全部内容和已附的证照会一并移除。删除后可以马上撤销。",
                "All that was entered and the certificates go with it. You can undo this right afterwards.",
            )
            go_on=label("删除", "Delete")
            confirmed=confirmed
        >
            <p>{how_many}</p>
        </Confirm>
    }
}
