//! What changed in a document since it was last looked at, in a line.

use leptos::prelude::*;

use super::Viewer;
use crate::app::state::{State, t};
use jiemeng::language::label;
use jiemeng::message;

/// The line, with a way to the next change and a way to take it for seen; nothing where nothing changed.
#[component]
pub fn ChangeNote(
    /// What is seen of the document.
    viewer: Viewer,
) -> impl IntoView {
    let state = State::here();
    let changes = viewer.preview.changes;
    let count = Memo::new(move |_| (changes.changed.with(|changed| changed.len()), changes.removed.get()));
    let words = move || {
        state.say(&match count.get() {
            (changed, 0) => message!(
                "自上次查看以来有 {changed} 处改动，页边有竖线。",
                "Changes since you last looked: {changed}, marked in the margin."
            ),
            (0, removed) => {
                message!("自上次查看以来删去 {removed} 处。", "Passages removed since you last looked: {removed}.")
            }
            (changed, removed) => message!(
                "自上次查看以来有 {changed} 处改动，页边有竖线；另删去 {removed} 处。",
                "Changes since you last looked: {changed}, marked in the margin; passages removed: {removed}."
            ),
        })
    };
    // After the change that was gone to last; from the beginning again after the last one.
    let gone_to = StoredValue::new(None::<usize>);
    let next = move |_| {
        let last = gone_to.get_value();
        let found = changes.changed.with_untracked(|changed| {
            let after = changed.iter().find(|block| last.is_none_or(|last| **block > last));
            after.or(changed.first()).copied()
        });
        gone_to.set_value(found);
        if let Some(block) = found {
            viewer.go_to_block(block);
        }
    };
    view! {
        <div class="change-note" role="status">
            <Show when=move || count.get() != (0, 0)>
                <p data-testid="changes">
                    {words}
                    <Show when=move || { count.get().0 > 0 }>
                        <button type="button" class="link" on:click=next>
                            {t(label("看下一处", "Next change"))}
                        </button>
                    </Show>
                    <button type="button" class="link" on:click=move |_| changes.acknowledge()>
                        {t(label("标为已看", "Mark as seen"))}
                    </button>
                </p>
            </Show>
        </div>
    }
}
