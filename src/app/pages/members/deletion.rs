//! Deleting a member.

use leptos::prelude::*;

use crate::app::components::Confirm;
use crate::app::state::State;
use jiemeng::dossier::Fact;
use jiemeng::language::label;
use jiemeng::message;

/// Deletes a member together with the records of its attachments.
pub fn delete(state: State, id: &str) {
    let Some(name) = state.peek(|dossier| dossier.member(id).map(|member| member.name.text())) else { return };
    state.change(|dossier| {
        dossier.members.retain(|member| member.id != id);
        dossier.attachments.retain(|attachment| attachment.member.as_deref() != Some(id));
    });
    state.say_done(match name.trim() {
        "" => message!("已删除一个未填名称的成员。", "A member without a name was deleted."),
        name => message!("已删除“{name}”。", "“{name}” was deleted."),
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
