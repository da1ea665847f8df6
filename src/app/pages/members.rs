//! 成员单位: the list, and one member.

use leptos::prelude::*;

use crate::app::browser::fresh_id;
use crate::app::components::{ComposedHeading, Fields, Heading};
use crate::app::pages::described::Onward;
use crate::app::pages::lost::Lost;
use crate::app::route;
use crate::app::state::{State, t};
use jiemeng::dossier::{Fact, Member};
use jiemeng::language::{Message, label};
use jiemeng::screens::{MEMBER, Route};

/// The list of members.
#[component]
pub fn Members() -> impl IntoView {
    let state = State::here();
    let members = state.part(|dossier| {
        let row = |member: &Member| (member.id.clone(), member.name.text());
        dossier.members.iter().map(row).collect::<Vec<_>>()
    });
    let add = move |_| {
        let id = fresh_id("m");
        state.change(|dossier| dossier.members.push(Member { id: id.clone(), ..Member::default() }));
        route::go(&Route::Member(id).address());
    };
    view! {
        <Heading title=label("成员单位", "Members") />
        <ul class="rows">
            <For each=move || members.get() key=|row| row.clone() let:row>
                <li>
                    <a href=Route::Member(row.0.clone()).to_string()>
                        {if row.1.is_empty() { row.0.clone() } else { row.1.clone() }}
                    </a>
                </li>
            </For>
        </ul>
        <div class="actions">
            <button type="button" class="button" on:click=add>
                {t(label("添加成员", "Add a member"))}
            </button>
        </div>
        <Onward from=Route::Members />
    }
}

/// One member.
#[component]
pub fn MemberPage(
    /// Its id.
    id: String,
) -> impl IntoView {
    let state = State::here();
    if state.peek(|dossier| dossier.member(&id).is_none()) {
        return view! { <Lost path=Route::Member(id).to_string() /> }.into_any();
    }
    let prefix = format!("members/{id}");
    let name = state.part(move |dossier| dossier.member(&id).map(|member| member.name.text()).unwrap_or_default());
    let title = Signal::derive(move || match name.get() {
        name if name.is_empty() => MEMBER.title.to_message(),
        name => Message { zh: name.clone(), en: name },
    });
    view! {
        <p>
            <a href=Route::Members.to_string()>{t(label("全部成员单位", "All members"))}</a>
        </p>
        <ComposedHeading title=title />
        <p class="lead">{t(MEMBER.lead)}</p>
        <Fields screen=&MEMBER prefix=prefix />
    }
    .into_any()
}
