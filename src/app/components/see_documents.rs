//! The way to the documents as pages.

use leptos::prelude::*;

use crate::app::state::t;
use jiemeng::language::label;
use jiemeng::screens::Route;

/// 预览和打印文书.
#[component]
pub fn SeeDocuments() -> impl IntoView {
    view! {
        <a class="button button--quiet" href=Route::Documents.to_string()>
            {t(label("预览和打印文书", "See and print the documents"))}
        </a>
    }
}
