//! The outline on the left: the articles by chapters, by what the Measures ask for, or by comments; each leads to its clause.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::browser;
use crate::app::components::Segments;
use crate::app::state::{State, t};
use jiemeng::charter::clause_path;
use jiemeng::checks::charter::points;
use jiemeng::language::{Label, label};
use jiemeng::message;
use jiemeng::screens::{Address, Entry, Place, by_chapters, by_comments, by_measures};

/// How the outline is arranged.
const ARRANGEMENTS: [Label; 3] = [label("按章节", "Chapters"), label("按办法", "Measures"), label("批注", "Comments")];

/// The outline.
#[component]
pub fn Outline(desk: Desk) -> impl IntoView {
    let arranged = RwSignal::new(0_usize);
    let comments = State::here().part(|dossier| dossier.charter.comments.clone());
    let entries = Memo::new(move |_| {
        desk.charter.with(|charter| match arranged.get() {
            0 => comments.with(|comments| by_chapters(charter, comments)),
            1 => by_measures(charter, &points(charter)),
            _ => comments.with(|comments| by_comments(charter, comments)),
        })
    });
    let nothing = move || {
        entries.with(Vec::is_empty).then(|| {
            let words = label(
                "还没有批注。打开一条条文，就可以在它下面给共同发起人写批注。",
                "No comments yet. Open a clause to write one under it for your co-founders.",
            );
            view! { <p class="field__hint">{t(words)}</p> }
        })
    };
    Effect::new(move || {
        if desk.shown.with(Option::is_some) {
            request_animation_frame(bring_into_view);
        }
    });
    let rows = move || entries.get().into_iter().enumerate().collect::<Vec<_>>();
    let key = |(place, entry): &(usize, Entry)| (*place, entry.clone());
    view! {
        <nav class="charter__outline" aria-label=t(label("章程目录", "Outline of the charter"))>
            <Segments words=&ARRANGEMENTS chosen=arranged title=label("目录的排法", "How the outline is arranged") />
            <ol class="charter-outline">
                <For each=rows key=key let((_, entry))>
                    <Row entry=entry desk=desk />
                </For>
            </ol>
            {nothing}
        </nav>
    }
}

/// Scrolls the outline, and nothing else, to the row that stands out.
fn bring_into_view() {
    let Some(row) = browser::find(".charter-outline [aria-current]") else { return };
    let Ok(Some(scroller)) = row.closest(".charter-outline") else { return };
    let (here, around) = (row.get_bounding_client_rect(), scroller.get_bounding_client_rect());
    if here.top() < around.top() || here.bottom() > around.bottom() {
        let by = here.top() - around.top() - around.height() / 3.0;
        scroller.set_scroll_top(scroller.scroll_top() + by as i32);
    }
}

#[component]
fn Row(entry: Entry, desk: Desk) -> impl IntoView {
    let state = State::here();
    let Entry { is_head, words, mark, comments, places } = entry;
    let comments = (comments > 0).then(|| {
        view! { <span class="mark" data-mark="open">{move || state.say(&message!("批注 {comments}", "notes {comments}"))}</span> }
    });
    let mark = mark.map(|mark| view! { <span class="mark" data-mark=mark.code()>{t(mark.label())}</span> });
    let words = view! { <span class="charter-outline__words">{move || state.say(&words)}</span> };
    let mut places = places.into_iter();
    let first = match places.next() {
        Some(place) => view! { <Lead place=place desk=desk>{words} {mark} {comments}</Lead> }.into_any(),
        None => view! { <p>{words} {mark}</p> }.into_any(),
    };
    let others = places.map(|place| view! { <Lead place=place desk=desk /> }).collect_view();
    view! { <li class:is-head=is_head>{first} {others}</li> }
}

/// A link to a place of the charter. It stands out when its article does.
#[component]
fn Lead(place: Place, desk: Desk, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let state = State::here();
    let Place { path, label } = place;
    let address = Address::of_fact(&path).to_string();
    let is_shown = Memo::new(move |_| desk.shown.with(|id| id.as_ref().is_some_and(|id| clause_path(id) == path)));
    view! {
        <a href=address aria-current=move || is_shown.get().then_some("true")>
            <span class="charter-outline__number">{move || state.say(&label)}</span>
            {children.map(|children| children())}
        </a>
    }
}
