//! An address that leads nowhere.

use leptos::prelude::*;

use crate::app::components::Heading;
use crate::app::state::t;
use jiemeng::language::label;
use jiemeng::screens::Route;

/// Says so, and leads back.
#[component]
pub fn Lost(
    /// The address as it was written.
    path: String,
) -> impl IntoView {
    view! {
        <Heading title=label("没有这一页", "There is no such page") />
        <p class="lead">
            {t(label("地址可能写错了：", "The address may be mistaken: "))} <code>{path}</code>
        </p>
        <p>
            <a class="button" href=Route::Home.to_string()>
                {t(label("返回任务清单", "Back to the task list"))}
            </a>
        </p>
    }
}
