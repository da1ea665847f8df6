//! 联盟章程.

use leptos::prelude::*;

use crate::app::components::Heading;
use crate::app::pages::described::Onward;
use jiemeng::language::label;
use jiemeng::screens::Route;

/// The charter.
#[component]
pub fn Charter() -> impl IntoView {
    view! {
        <Heading title=label("联盟章程", "Charter") />
        <Onward from=Route::Charter />
    }
}
