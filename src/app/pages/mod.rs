//! The screens, one file each.

mod charter;
mod described;
mod documents;
mod done;
mod eligibility;
mod home;
mod lost;
mod materials;
mod measures;
mod members;
mod precheck;
mod privacy;
mod review;
mod secretariat;
mod verify;

use leptos::prelude::*;

use super::browser;
use super::state::{State, t};
use super::turns;
use described::Described;
pub use home::{Guide, Standing, TaskStatus, Whole};
use jiemeng::dossier::FactPath;
use jiemeng::language::label;
use jiemeng::screens::{ALLIANCE, Address, Route, SETUP};

/// The screen that the address names, where it is one of those on which the dossier is filled in.
pub fn questions() -> AnyView {
    let state = State::here();
    // The focus within a screen may change without the screen being drawn anew.
    // Where there is room, a member stands beside the list, which is then not drawn anew.
    let wide = browser::media(members::BESIDE);
    let route = Memo::new(move |_| match state.address.with(|address| address.route.clone()) {
        Route::Member(_) if wide.get() => Route::Members,
        route => route,
    });
    let screen = move || match drawn(route.get()) {
        Route::Precheck => view! { <precheck::Precheck /> }.into_any(),
        Route::PrecheckResult => view! { <precheck::Outcome /> }.into_any(),
        Route::Eligibility => view! { <eligibility::Eligibility /> }.into_any(),
        Route::Alliance => view! { <Described screen=&ALLIANCE prefix="alliance" route=Route::Alliance /> }.into_any(),
        Route::Members => view! { <members::Members /> }.into_any(),
        Route::Member(id) => view! { <members::MemberPage id=id /> }.into_any(),
        Route::Signing => view! { <members::Signing /> }.into_any(),
        Route::Secretariat => view! { <secretariat::SecretariatPage /> }.into_any(),
        Route::Setup => view! { <Described screen=&SETUP prefix="setup" route=Route::Setup /> }.into_any(),
        _elsewhere => ().into_any(),
    };
    screen.into_any()
}

/// A screen, which begins to be drawn.
fn drawn(route: Route) -> Route {
    turns::begin();
    route
}

/// The screen that the address names, where it is one of the others.
pub fn papers() -> AnyView {
    let address = State::here().address;
    let route = Memo::new(move |_| address.with(|address| address.route.clone()));
    let screen = move || match drawn(route.get()) {
        Route::Charter => view! { <charter::Charter /> }.into_any(),
        Route::CharterCheck => view! { <charter::CharterCheck /> }.into_any(),
        Route::CharterCompare => view! { <charter::CharterCompare /> }.into_any(),
        Route::Materials => view! { <materials::Materials /> }.into_any(),
        Route::Review => view! { <review::Review /> }.into_any(),
        Route::Done => view! { <done::Done /> }.into_any(),
        Route::Documents => view! { <documents::Documents /> }.into_any(),
        Route::Document(paper) => view! { <documents::DocumentPage paper=paper /> }.into_any(),
        Route::Privacy => view! { <privacy::Privacy /> }.into_any(),
        Route::Verify => view! { <verify::Verify /> }.into_any(),
        Route::Measures => view! { <measures::Measures /> }.into_any(),
        Route::Article(number) => view! { <measures::ArticlePage number=number /> }.into_any(),
        Route::Unknown(path) => view! { <lost::Lost path=path /> }.into_any(),
        _elsewhere => ().into_any(),
    };
    screen.into_any()
}

/// The way back for those who came to change one answer.
#[component]
pub fn WayBack() -> impl IntoView {
    let state = State::here();
    let back = move || {
        let fact = state.address.with(|address| address.focus.as_deref().map(FactPath::from))?;
        let (address, words) = match state.came_from.get() {
            Route::Review => (Address::back_to_review(&fact), label("返回核对", "Back to the review")),
            Route::Eligibility => {
                (Route::Eligibility.address(), label("返回资格自查", "Back to the eligibility check"))
            }
            _ => return None,
        };
        let elsewhere = state.address.with(|here| here.route != address.route);
        elsewhere.then(|| view! { <a class="button button--quiet" href=address.to_string()>{t(words)}</a> })
    };
    view! { <p class="way-back">{back}</p> }
}
