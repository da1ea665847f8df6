//! 与范本对照: in what the charter departs from the model, each departure with a way back.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::app::browser::focus_soon;
use crate::app::clerk;
use crate::app::components::Heading;
use crate::app::state::{State, t};
use jiemeng::charter::{Change, Deed, Departure, Fate, Piece, clause_path};
use jiemeng::dossier::Dossier;
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};
use jiemeng::screens::{Address, Route};

/// How long after a change it is compared again, in milliseconds.
const DELAY: u32 = 250;
/// The heading that takes the focus when a departure is gone.
const HEADING: &str = "departures-heading";

/// What the clerk found last; `None` before its first answer.
type Found = Option<Result<Vec<Departure>, Message>>;

/// Has the clerk compare the charter with the model, now and after every change.
fn followed() -> RwSignal<Found> {
    let state = State::here();
    let found = RwSignal::new(None);
    let timer = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |begun: Option<()>| {
        state.read(|_| ());
        let ask = move || {
            let dossier = state.peek(Dossier::to_json);
            spawn_local(async move {
                let answered = match clerk::ask(&Request::Departures { dossier }, &[], |_, _| ()).await {
                    Ok(reply) => match reply.answer {
                        Answer::Departures(departures) => Ok(departures),
                        _ => Err(clerk::broken()),
                    },
                    Err(words) => Err(words),
                };
                let _gone_with_the_screen = found.try_set(Some(answered));
            });
        };
        // One that waits gives way to the next.
        timer.set_value(Some(Timeout::new(if begun.is_some() { DELAY } else { 0 }, ask)));
    });
    found
}

/// The comparison of the whole charter.
#[component]
pub fn CharterCompare() -> impl IntoView {
    let state = State::here();
    let found = followed();
    let words = move || {
        found.with(|found| match found {
            None => message!("正在对照…", "Comparing …"),
            Some(Err(words)) => words.clone(),
            Some(Ok(departures)) => match departures.len() {
                0 => message!("与范本完全一致。", "The charter is the model's, word for word."),
                count => message!("与范本不同之处共 {count} 处", "Departures from the model: {count}"),
            },
        })
    };
    let departures = Memo::new(move |_| found.with(|found| found.clone().and_then(Result::ok).unwrap_or_default()));
    let rows = move || departures.get().into_iter().map(|it| view! { <OneDeparture departure=it /> }).collect_view();
    view! {
        <p>
            <a class="back" href=Route::Charter.to_string()>
                {t(label("联盟章程", "Charter"))}
            </a>
        </p>
        <Heading title=label("与范本对照", "The charter beside the model") />
        <p class="lead">
            {t(
                label(
                    "范本是指各项约定都取默认、条文未经改动的章程。划线的字是范本有而这里没有的，加底线的字是这里添上的。每处都可以单独恢复，恢复后可以撤销。",
                    "The model is the charter with every choice at its default and every clause as it came. What the model has is struck out, what you put in is underlined. Each departure can be taken back alone, and that can be undone.",
                ),
            )}
        </p>
        <h2 id=HEADING tabindex="-1" aria-live="polite">
            {move || state.say(&words())}
        </h2>
        <ol class="departures" data-testid="departures">
            {rows}
        </ol>
    }
}

#[component]
fn OneDeparture(departure: Departure) -> impl IntoView {
    let state = State::here();
    let Departure { deed, name, before, after, changes } = departure;
    let (kind, is_own) = (deed.label(), matches!(deed, Deed::Added(_)));
    let way_back =
        if is_own { label("删除本条", "Delete this clause") } else { label("恢复范本", "Back to the model") };
    let called = name.clone();
    let take_back = move |_| {
        state.change(|dossier| deed.take_back(dossier));
        // Some are called by the question that they answer.
        let (zh, en) = (called.zh.trim_end_matches('？'), called.en.trim_end_matches('?'));
        state.say_done(message!("已恢复范本：{zh}。", "Back to the model: {en}."));
        focus_soon(HEADING.to_owned());
    };
    let about = {
        let name = name.clone();
        move || format!("{}：{}", state.say(&way_back), state.say(&name))
    };
    let both = move || match (&before, &after) {
        (Some(before), Some(after)) => {
            let (before, after) = (state.say(before), state.say(after));
            Some(view! { <p><del>{before}</del> " → " <ins>{after}</ins></p> }.into_any())
        }
        (_, words) => words.as_ref().map(|words| view! { <p>{state.say(words)}</p> }.into_any()),
    };
    view! {
        <li class="departure">
            <p class="departure__head">
                <span class="tag tag--own">{t(kind)}</span>
                <strong>{move || state.say(&name)}</strong>
            </p>
            {both}
            {changes.into_iter().map(|change| view! { <OneChange change=change /> }).collect_view()}
            <button type="button" class="button button--quiet" aria-label=about on:click=take_back>
                {t(way_back)}
            </button>
        </li>
    }
}

/// The changed words of a clause.
#[component]
fn OneChange(change: Change) -> impl IntoView {
    let Change { clause, label, pieces } = change;
    let address = Address::of_fact(&clause_path(&clause)).to_string();
    let link = (!label.is_empty()).then(|| view! { <a href=address lang="zh-CN">{label}</a> });
    view! {
        <div class="departure__change">
            {link}
            <Pieces pieces=pieces />
        </div>
    }
}

/// A wording with what was taken out and put in.
#[component]
fn Pieces(pieces: Vec<Piece>) -> impl IntoView {
    let hidden = |words| view! { <span class="visually-hidden">{t(words)}</span> };
    let piece = |Piece { fate, text }: Piece| match fate {
        Fate::Same => text.into_any(),
        Fate::Removed => {
            view! { <del>{hidden(label("（删去：", "(removed: "))} {text} {hidden(label("）", ")"))}</del> }.into_any()
        }
        Fate::Added => {
            view! { <ins>{hidden(label("（添上：", "(added: "))} {text} {hidden(label("）", ")"))}</ins> }.into_any()
        }
    };
    view! { <p class="difference" lang="zh-CN">{pieces.into_iter().map(piece).collect_view()}</p> }
}

/// In what one clause differs from the model's wording.
#[component]
pub fn ClauseCompared(clause: String) -> impl IntoView {
    let state = State::here();
    let found = followed();
    let pieces = Memo::new(move |_| {
        found.with(|found| {
            let departures = found.as_ref()?.as_ref().ok()?;
            let of = departures.iter().find(|it| matches!(&it.deed, Deed::Reworded(id) if *id == clause));
            Some(of.and_then(|it| it.changes.first()).map(|change| change.pieces.clone()))
        })
    });
    let same = move || state.say(&label("文字与范本相同。", "The words are the model's."));
    move || match pieces.get() {
        None => ().into_any(),
        Some(Some(pieces)) => view! { <Pieces pieces=pieces /> }.into_any(),
        Some(None) => view! { <p>{same}</p> }.into_any(),
    }
}
