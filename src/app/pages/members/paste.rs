//! 粘贴名单: rows from a spreadsheet, looked at before they are taken.

use leptos::prelude::*;

use super::preview::Preview;
use crate::app::browser::is_composing;
use crate::app::state::t;
use jiemeng::dossier::roster;
use jiemeng::language::label;

/// A box to paste into, and what was made of it.
#[component]
pub fn PasteRoster(
    /// Closes it.
    #[prop(into)]
    close: Callback<()>,
) -> impl IntoView {
    let sheet = RwSignal::new(roster::read(""));
    let take = move |text: String| sheet.set(roster::read(&text));
    let pasted = move |event: leptos::ev::Event| {
        if !is_composing(&event) {
            take(event_target_value(&event));
        }
    };
    let composed = move |event: leptos::ev::CompositionEvent| take(event_target_value(&event));
    view! {
        <section class="paste" aria-labelledby="paste-heading">
            <h2 id="paste-heading">{t(label("粘贴名单", "Paste a list"))}</h2>
            <label class="field__label" for="paste-text">
                {t(label("把表格中的行粘贴到这里", "Paste the rows of your table here"))}
            </label>
            <p class="field__hint" id="paste-hint">
                {t(
                    label(
                        "在 Excel、WPS 或文本中选中成员各行（最好连同表头）复制，再粘贴。各列按表头识别，顺序不限；没有表头就按内容识别。下面先给出预览，确认后才写入。",
                        "Select the members' rows in Excel, WPS or a text (best with the head row), copy, and paste. Columns are found by their heads in any order, or by what they hold. You see what would happen before anything is changed.",
                    ),
                )}
            </p>
            <textarea
                id="paste-text"
                class="prose paste__text"
                rows="6"
                spellcheck="false"
                autocomplete="off"
                aria-describedby="paste-hint"
                on:input=pasted
                on:compositionend=composed
            ></textarea>
            <Preview sheet=sheet close=close />
        </section>
    }
}
