//! 备案材料.

use leptos::prelude::*;

use crate::app::pages::described::Described;
use jiemeng::screens::{MATERIALS, Route};

/// The eight materials of Article 20.
#[component]
pub fn Materials() -> impl IntoView {
    view! { <Described screen=&MATERIALS prefix="materials" route=Route::Materials /> }
}
