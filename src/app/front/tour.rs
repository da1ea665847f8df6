//! The offer of a first tour of the page: it is made once, and never returns unasked. The tour itself comes with
//! the desk.

use leptos::prelude::*;

use crate::app::shell::{Shell, t};
use crate::app::{browser, route};
use jiemeng::language::label;
use jiemeng::screens::Route;

/// The key under which it is remembered that the tour was offered.
const KEY: &str = "jiemeng-tour";
/// The id of the offer, by which an address asks for it again.
pub const OFFER: &str = "tour";

/// The offer of the tour where it was never made or is asked for, and the tour.
#[component]
pub fn Tour() -> impl IntoView {
    let shell = Shell::here();
    let offered = RwSignal::new(browser::recall(KEY).is_some());
    let taken = RwSignal::new(false);
    let guide = Memo::new(move |_| shell.desk.get().filter(|_| taken.get()).map(|desk| desk.guide));
    let asked = move || shell.address.with(|address| address.focus.as_deref() == Some(OFFER));
    let finish = move || {
        browser::remember(KEY, "offered");
        offered.set(true);
        taken.set(false);
        if untrack(asked) {
            route::go(&Route::Home.address());
        } else if let Some(heading) = browser::find("h1") {
            let _never_fails = heading.focus();
        }
    };
    view! {
        <Show when=move || guide.get().is_none() && (asked() || !offered.get())>
            <section id=OFFER class="tour-offer" tabindex="-1" aria-labelledby="tour-offer-heading">
                <h2 id="tour-offer-heading">{t(label("第一次用？", "Your first time here?"))}</h2>
                <p>{t(label("六步看清这里有什么，随时可以退出。", "Six steps through what there is; you can leave at any time."))}</p>
                <div class="actions">
                    <button type="button" class="button" on:click=move |_| taken.set(true)>
                        {t(label("看一遍", "Show me"))}
                    </button>
                    <button type="button" class="button button--quiet" on:click=move |_| finish()>
                        {t(label("不用了", "No, thank you"))}
                    </button>
                </div>
            </section>
        </Show>
        {move || guide.get().map(|guide| guide(Callback::new(move |()| finish())))}
    }
}
