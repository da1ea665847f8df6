//! What lies over the cells: the mark around the block that is spanned, and the box in which a cell is written.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::{Input, Select};
use leptos::prelude::*;

use super::cursor::{Cell, Writing};
use super::table::Table;
use crate::app::state::t;
use jiemeng::dossier::{Fact, FactPath, FactState, Kind, Question};
use jiemeng::language::{Label, label};
use jiemeng::members::COLUMNS;
use jiemeng::screens::name_of;

/// A place within the scrolled table, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Place {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

/// Where the cells between two corners lie; a corner that is not drawn counts as high up or low down as its row is.
fn place_of(table: Table, one: Cell, other: Cell) -> Option<Place> {
    let body = table.stretch.body.get()?;
    let pane = body.closest("[data-scroller]").ok()??;
    let head =
        |column: usize| body.parent_element()?.query_selector(&format!("thead [data-column='{column}']")).ok()?;
    let (first, last) = (head(one.1.min(other.1))?, head(one.1.max(other.1))?);
    let (left, right) = (first.get_bounding_client_rect().left(), last.get_bounding_client_rect().right());
    let around = pane.get_bounding_client_rect();
    let (top, height) = table.stretch.place_of(one.0.min(other.0));
    let begin = body.get_bounding_client_rect().top() - around.top() + f64::from(pane.scroll_top());
    Some(Place {
        left: left - around.left() + f64::from(pane.scroll_left() - pane.client_left()),
        top: begin + top - f64::from(pane.client_top()),
        width: right - left,
        height: height * (one.0.abs_diff(other.0) + 1) as f64,
    })
}

/// The mark around what is spanned.
#[component]
pub fn Mark() -> impl IntoView {
    let table = Table::here();
    let place = Memo::new(move |_| {
        // What changes the widths of columns.
        table.stretch.rows();
        table.open.track();
        table.state.language.track();
        place_of(table, table.cursor.at.get(), table.cursor.from.get()).unwrap_or_default()
    });
    let pixels = move |of: fn(Place) -> f64| move || format!("{}px", of(place.get()));
    view! {
        <div
            class="roll__mark"
            aria-hidden="true"
            style:left=pixels(|place| place.left)
            style:top=pixels(|place| place.top)
            style:inline-size=pixels(|place| place.width)
            style:block-size=pixels(|place| place.height)
        ></div>
    }
}

/// The box over the cell that is being written in.
#[component]
pub fn CellEditor() -> impl IntoView {
    let table = Table::here();
    move || {
        let opened = Opened::of(table, table.cursor.writing.get()?)?;
        let place = untrack(|| place_of(table, opened.writing.cell, opened.writing.cell)).unwrap_or_default();
        Some(view! {
            <div
                class="roll__editor"
                style:left=format!("{}px", place.left)
                style:top=format!("{}px", place.top)
                style:inline-size=format!("{}px", place.width)
                style:block-size=format!("{}px", place.height)
            >
                {match opened.question.kind {
                    Kind::Choice(options) => view! { <Choose opened=opened options=options /> }.into_any(),
                    _ => view! { <Write opened=opened /> }.into_any(),
                }}
            </div>
        })
    }
}

/// A cell that is open: what is asked, and what stood there.
#[derive(Clone)]
struct Opened {
    table: Table,
    writing: Writing,
    question: &'static Question,
    path: FactPath,
    before: String,
}

impl Opened {
    fn of(table: Table, writing: Writing) -> Option<Self> {
        let question = COLUMNS.get(writing.cell.1)?.question()?;
        let path = FactPath::member(writing.id.as_str(), question.key);
        let before = table.state.peek(|dossier| dossier.fact(&path).map(Fact::text))?;
        Some(Self { table, writing, question, path, before })
    }

    fn name(&self) -> impl Fn() -> String + use<> {
        let (state, path) = (self.table.state, self.path.clone());
        move || state.say(&state.peek(|dossier| name_of(dossier, &path)))
    }

    /// Takes what was written and closes, once.
    fn take(&self, written: &str) {
        if self.table.cursor.writing.get_untracked().as_ref() == Some(&self.writing) {
            self.table.cursor.writing.set(None);
            self.table.state.answer(&self.path, written);
        }
    }

    /// The cell is left for another: what was written is taken. In a cell that was opened to be written anew and in which
    /// nothing was written, what stood there stays.
    fn leave(&self, event: &FocusEvent) {
        let written = event_target_value(event);
        self.take(if self.writing.anew && written.is_empty() { &self.before } else { &written });
    }

    /// Enter goes down, Tab goes on, Escape leaves what stood there. Nothing is done while a word is being composed.
    fn press(&self, event: &KeyboardEvent) {
        event.stop_propagation();
        let (row, column) = self.writing.cell;
        let back = event.shift_key();
        let next = match event.key().as_str() {
            _ if event.is_composing() => return,
            "Enter" if back => (row.saturating_sub(1), column),
            "Enter" => (row + 1, column),
            "Tab" if back => (row, column.saturating_sub(1)),
            "Tab" => (row, column + 1),
            "Escape" => self.writing.cell,
            _ => return,
        };
        event.prevent_default();
        let written = event_target_value(event);
        self.take(if event.key() == "Escape" { &self.before } else { &written });
        self.table.focus();
        self.table.go_to(next, false);
    }
}

/// A line.
#[component]
fn Write(opened: Opened) -> impl IntoView {
    let element = NodeRef::<Input>::new();
    Effect::new(move || {
        if let Some(input) = element.get() {
            let _never_fails = input.focus();
            input.select();
        }
    });
    let shown = if opened.writing.anew { String::new() } else { opened.before.clone() };
    let (press, leave) = (opened.clone(), opened.clone());
    view! {
        <input
            type="text"
            node_ref=element
            autocomplete="off"
            spellcheck="false"
            aria-label=opened.name()
            prop:value=shown
            on:keydown=move |event| press.press(&event)
            on:blur=move |event| leave.leave(&event)
        />
    }
}

/// A few words to choose from.
#[component]
fn Choose(opened: Opened, options: &'static [(&'static str, Label)]) -> impl IntoView {
    let element = NodeRef::<Select>::new();
    Effect::new(move || {
        if let Some(select) = element.get() {
            let _never_fails = select.focus();
        }
    });
    let options =
        [("", label("（未填）", "(blank)"))].into_iter().chain(options.iter().copied()).map(|(code, words)| {
            view! {
                <option value=code selected=code == opened.before>
                    {t(words)}
                </option>
            }
        });
    let options = options.collect_view();
    // What could not be read stays until something is chosen.
    let unread = (!opened.before.is_empty() && is_unread(&opened)).then(|| {
        let before = opened.before.clone();
        view! {
            <option value=before.clone() selected=true>
                {before.clone()}
            </option>
        }
    });
    let (press, leave) = (opened.clone(), opened.clone());
    view! {
        <select
            node_ref=element
            aria-label=opened.name()
            on:keydown=move |event| press.press(&event)
            on:blur=move |event| leave.take(&event_target_value(&event))
        >
            {unread}
            {options}
        </select>
    }
}

fn is_unread(opened: &Opened) -> bool {
    matches!(opened.question.kind, Kind::Choice(options) if options.iter().all(|(code, _)| *code != opened.before))
}

/// Why what stands in the active cell cannot be read.
#[component]
pub fn CellNote() -> impl IntoView {
    let table = Table::here();
    let note = Memo::new(move |_| {
        let (row, column) = table.cursor.at.get();
        let key = COLUMNS.get(column)?.key;
        let place = table.places.with(|places| places.get(row).copied())?;
        let state = table.state.read(|dossier| dossier.members.get(place)?.fact(key).map(Fact::state))?;
        if let FactState::Unread(words) = state { Some(words) } else { None }
    });
    view! {
        <p class="field__error" role="status">
            {move || note.get().map(|words| table.state.say(&words))}
        </p>
    }
}
