//! 秘书处: its questions, and which member bears it.

use leptos::prelude::*;

use crate::app::pages::described::Described;
use crate::app::state::{State, t};
use jiemeng::language::label;
use jiemeng::screens::{Route, SECRETARIAT, member_name};

/// The screen of the secretariat.
#[component]
pub fn SecretariatPage() -> impl IntoView {
    view! {
        <Described screen=&SECRETARIAT prefix="secretariat" route=Route::Secretariat>
            <BorneBy />
        </Described>
    }
}

/// The member with the role of 秘书长单位, or the way to give it to one.
#[component]
fn BorneBy() -> impl IntoView {
    let state = State::here();
    let unit = state.part(|dossier| {
        let unit = dossier.secretary()?;
        Some((unit.id.clone(), member_name(dossier, &unit.id)))
    });
    let shown = move || match unit.get() {
        Some((id, name)) => view! { <a href=Route::Member(id).to_string()>{state.say(&name)}</a> }.into_any(),
        None => view! {
            {t(label("还没有成员担任秘书长单位。", "no member has that role yet."))}
            " "
            <a href=Route::Members.to_string()>{t(label("去成员单位中选定", "Choose one among the members"))}</a>
        }
        .into_any(),
    };
    view! {
        <p class="standing">
            {t(label("承担单位（秘书长单位）：", "Borne by the secretary-general unit: "))}
            {shown}
        </p>
    }
}
