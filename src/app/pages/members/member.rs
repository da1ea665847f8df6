//! One member: its questions and its certificate.

use leptos::prelude::*;

use super::add;
use super::deletion::{ConfirmDeletion, delete};
use crate::app::components::{ComposedHeading, Fields};
use crate::app::pages::lost::Lost;
use crate::app::route;
use crate::app::state::{State, t};
use crate::app::transfer::Certificates;
use jiemeng::dossier::Fact;
use jiemeng::language::{Message, label};
use jiemeng::screens::{MEMBER, Route};

/// How much of a name stands in the heading; the field shows it whole.
const HEADING: usize = 60;

fn shortened(name: &str) -> String {
    match name.char_indices().nth(HEADING) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name)),
        None => name.to_owned(),
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
    let name = {
        let id = id.clone();
        state.part(move |dossier| dossier.member(&id).map(|member| member.name.text()).unwrap_or_default())
    };
    let title = Signal::derive(move || match name.get() {
        name if name.trim().is_empty() => MEMBER.title.to_message(),
        name => {
            let short = shortened(&name);
            Message { zh: short.clone(), en: short }
        }
    });
    let next = {
        let id = id.clone();
        state.part(move |dossier| {
            dossier.members.iter().skip_while(|member| member.id != id).nth(1).map(|member| member.id.clone())
        })
    };
    let asking = RwSignal::new(false);
    let confirmed = {
        let id = id.clone();
        Callback::new(move |()| {
            route::go(&Route::Members.address());
            delete(state, &id);
        })
    };
    view! {
        <p>
            <a class="back" href=Route::Members.to_string()>
                {t(label("全部成员单位", "All members"))}
            </a>
        </p>
        <ComposedHeading title=title />
        <p class="lead">{t(MEMBER.lead)}</p>
        <Fields screen=&MEMBER prefix=prefix />
        <section class="group" aria-labelledby="certificate-heading">
            <h2 id="certificate-heading">{t(label("证照", "Certificate"))}</h2>
            <Certificates member=id />
        </section>
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            {move || match next.get() {
                Some(id) => view! {
                    <a class="button" href=Route::Member(id).to_string()>
                        {t(label("下一家成员单位", "Next member"))}
                    </a>
                }
                .into_any(),
                None => view! {
                    <button type="button" class="button" on:click=move |_| add(state)>
                        {t(label("再添加一家", "Add another"))}
                    </button>
                }
                .into_any(),
            }}
            <a href=Route::Members.to_string()>{t(label("全部成员单位", "All members"))}</a>
            <button type="button" class="button button--grave" on:click=move |_| asking.set(true)>
                {t(label("删除这家成员单位", "Delete this member"))}
            </button>
        </nav>
        <ConfirmDeletion open=asking confirmed=confirmed />
    }
    .into_any()
}
