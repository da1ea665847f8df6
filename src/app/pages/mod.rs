//! The screens, one file each.

mod charter;
mod described;
mod home;
mod lost;
mod materials;
mod members;

use leptos::prelude::*;

use super::state::State;
use described::Described;
use jiemeng::screens::{ALLIANCE, Route, SECRETARIAT, SETUP};

/// The screen that the address names.
#[component]
pub fn Page() -> impl IntoView {
    let state = State::here();
    // The focus within a screen may change without the screen being drawn anew.
    let route = Memo::new(move |_| state.address.with(|address| address.route.clone()));
    move || match route.get() {
        Route::Home => view! { <home::Home /> }.into_any(),
        Route::Alliance => view! { <Described screen=&ALLIANCE prefix="alliance" route=Route::Alliance /> }.into_any(),
        Route::Members => view! { <members::Members /> }.into_any(),
        Route::Member(id) => view! { <members::MemberPage id=id /> }.into_any(),
        Route::Secretariat => {
            view! { <Described screen=&SECRETARIAT prefix="secretariat" route=Route::Secretariat /> }.into_any()
        }
        Route::Setup => view! { <Described screen=&SETUP prefix="setup" route=Route::Setup /> }.into_any(),
        Route::Charter => view! { <charter::Charter /> }.into_any(),
        Route::Materials => view! { <materials::Materials /> }.into_any(),
        Route::Eligibility | Route::Review | Route::Measures | Route::Article(_) => {
            view! { <lost::Lost path=route.get().to_string() /> }.into_any()
        }
        Route::Unknown(path) => view! { <lost::Lost path=path /> }.into_any(),
    }
}
