//! Blocks of cells between the table and a spreadsheet: copy, paste, clear; each is one step that can be taken back.

use leptos::ev::ClipboardEvent;
use leptos::prelude::*;

use super::table::Table;
use crate::app::browser::fresh_id;
use crate::app::components::Confirm;
use jiemeng::dossier::too_many_members;
use jiemeng::language::{Message, label};
use jiemeng::members::{Pasted, Range, copy, paste, read_block};
use jiemeng::message;

/// A block that waits for an answer: where it goes, what it holds, and how many rows have no member yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    range: Range,
    block: Vec<Vec<String>>,
    beyond: usize,
}

fn is_writing(event: &ClipboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    event.target().is_some_and(|target| target.dyn_ref::<web_sys::HtmlInputElement>().is_some())
}

impl Table {
    /// Puts the block that is spanned on the clipboard.
    pub fn copy(self, event: &ClipboardEvent) {
        let range = untrack(|| self.spanned());
        let (Some(range), Some(data)) = (range, event.clipboard_data()) else { return };
        if is_writing(event) {
            return;
        }
        let places = self.places.get_untracked();
        let language = self.state.language.get_untracked();
        let text = self.state.peek(|dossier| copy(dossier, &places, &range, language));
        if data.set_data("text/plain", &text).is_ok() {
            event.prevent_default();
        }
    }

    /// Writes the block on the clipboard from the active cell on. One cell fills the block that is spanned.
    pub fn paste(self, event: &ClipboardEvent) {
        let range = untrack(|| self.spanned());
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let (Some(range), false) = (range, is_writing(event) || text.is_empty()) else { return };
        event.prevent_default();
        let mut block = read_block(&text);
        if let [row] = block.as_slice()
            && let [cell] = row.as_slice()
        {
            block = vec![vec![cell.clone(); range.columns.clone().count()]; range.rows.clone().count()];
        }
        let (count, here) = (block.len(), self.places.with_untracked(Vec::len) - range.rows.start());
        let waiting = Waiting { range, block, beyond: count.saturating_sub(here) };
        self.refused.set(None);
        match waiting.beyond {
            0 => self.take(&waiting),
            beyond if beyond > self.state.peek(|dossier| dossier.room_for_members()) => {
                let members = self.state.peek(|dossier| dossier.members.len()) + beyond;
                self.refused.set(Some(too_many_members(members)));
            }
            _ => self.waiting.set(Some(waiting)),
        }
    }

    /// Makes the cells of the block blank.
    pub fn clear(self) {
        if let Some(range) = untrack(|| self.spanned()) {
            let block = vec![vec![String::new(); range.columns.clone().count()]; range.rows.clone().count()];
            self.take(&Waiting { range, block, beyond: 0 });
        }
    }

    fn take(self, waiting: &Waiting) {
        let Waiting { range, block, .. } = waiting;
        let places = self.places.get_untracked();
        let places = places.get(*range.rows.start()..).unwrap_or_default();
        let mut done = Pasted::default();
        self.state.change(|dossier| {
            done = paste(dossier, places, *range.columns.start(), block, || Some(fresh_id("m")));
        });
        let clears = block.iter().flatten().all(String::is_empty);
        self.state.say_done(if clears { cleared(done) } else { pasted(done) });
    }
}

fn cleared(Pasted { cells, .. }: Pasted) -> Message {
    message!("已清空 {cells} 格。", "{cells} cells were cleared.")
}

fn pasted(Pasted { cells, added, unread }: Pasted) -> Message {
    let new = match added {
        0 => message!("", ""),
        _ => message!("，新增 {added} 家成员单位", ", {added} members were added"),
    };
    let kept = match unread {
        0 => message!("", ""),
        _ => message!("；{unread} 格无法识别，按原样保留", "; {unread} cannot be read and are kept as they are"),
    };
    let (new_zh, new_en, kept_zh, kept_en) = (new.zh, new.en, kept.zh, kept.en);
    message!("已粘贴 {cells} 格{new_zh}{kept_zh}。", "{cells} cells were pasted{new_en}{kept_en}.")
}

/// Asks whether rows beyond the last member shall become members; says why a block cannot be taken.
#[component]
pub fn AskBeyond() -> impl IntoView {
    let table = Table::here();
    let asking = RwSignal::new(false);
    Effect::new(move || asking.set(table.waiting.with(Option::is_some)));
    let confirmed = Callback::new(move |()| {
        if let Some(waiting) = table.waiting.get_untracked() {
            table.take(&waiting);
        }
    });
    let how_many = move || {
        table.waiting.with(|waiting| {
            let beyond = waiting.as_ref().map_or(0, |waiting| waiting.beyond);
            table.state.say(&message!("会新增 {beyond} 家成员单位。", "{beyond} members would be added."))
        })
    };
    view! {
        {move || {
            let words = table.refused.get()?;
            Some(view! { <p class="field__error" role="alert">{table.state.say(&words)}</p> })
        }}
        <Confirm
            open=asking
            question=label("粘贴的行比下面的成员单位多，一并添加吗？", "There are more rows than members below. Add members for them?")
            consequence=label("可以马上撤销。", "You can undo this right afterwards.")
            go_on=label("添加并粘贴", "Add and paste")
            confirmed=confirmed
        >
            <p>{how_many}</p>
        </Confirm>
    }
}
