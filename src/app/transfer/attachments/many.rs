//! Where many files are handed over at once, and the list of what they seem to be.

use leptos::prelude::*;

use super::batch::{Batch, Row};
use super::giving::{ChooseFiles, take_drops};
use super::owners::{OwnerOptions, SKIP};
use super::pictures::Thumbnail;
use crate::app::state::{State, t};
use crate::app::transfer::{Work, WorkStatus};
use jiemeng::dossier::matching::Owner;
use jiemeng::dossier::{LARGEST, MOST_FILES};
use jiemeng::language::{Label, label};
use jiemeng::message;

/// The place where files are chosen or dropped; whatever is dropped on the page beside it counts too.
#[component]
pub fn AttachMany() -> impl IntoView {
    let state = State::here();
    let batch = Batch::new(state);
    let over = RwSignal::new(false);
    let given = Callback::new(move |files| batch.read(files));
    take_drops(over, given);
    let busy = move || batch.work.with(Work::is_busy);
    let most = LARGEST / 1024 / 1024;
    let limits = message!(
        "PDF、JPEG 或 PNG，每个不超过 {most} MB，一个联盟最多 {MOST_FILES} 个、合计 1 GB。按文件名中的单位名称或统一社会信用代码、图上的二维码配给成员，附上之前可以改。",
        "PDF, JPEG or PNG, {most} MB each at most; up to {MOST_FILES} files and 1 GB in all. Each is given to a member by the name or credit code in its file name or by its QR code; you can change that before they are attached."
    );
    view! {
        <section class="attach-many" class:is-over=over data-testid="attach-many" aria-labelledby="attach-many-heading">
            <h3 id="attach-many-heading">{t(label("一次附上多个文件", "Attach many files at once"))}</h3>
            <p class="attach-many__place">
                <ChooseFiles id="attach-many" several=true given=given>
                    {t(label("选择多个文件", "Choose files"))}
                </ChooseFiles>
                <span class="attach-many__or">
                    {t(label("或把文件、文件夹拖到本页任何地方", "or drop files or folders anywhere on this page"))}
                </span>
            </p>
            <p class="field__hint">{move || state.say(&limits)}</p>
            <WorkStatus work=batch.work />
            <Show when=busy>
                <button type="button" class="button button--quiet" on:click=move |_| batch.stop()>
                    {t(label("停止读取", "Stop reading"))}
                </button>
            </Show>
            <Refused batch=batch />
            <Show when=move || batch.rows.with(|rows| !rows.is_empty())>
                <Matches batch=batch busy=Signal::derive(busy) />
            </Show>
        </section>
    }
}

/// The files that cannot be taken, each with its reason.
#[component]
fn Refused(batch: Batch) -> impl IntoView {
    let state = State::here();
    let rows = move || {
        let refused = batch.refused.get().into_iter();
        refused.map(|words| view! { <li>{move || state.say(&words)}</li> }).collect_view()
    };
    view! {
        <Show when=move || batch.refused.with(|refused| !refused.is_empty())>
            <div class="notice notice--bad" role="alert" data-testid="attach-refused">
                <p>{t(label("以下文件没有附上：", "These files were not attached:"))}</p>
                <ul>{rows}</ul>
            </div>
        </Show>
    }
}

/// The files that were read, whose they seem to be, and the button that takes them.
#[component]
fn Matches(batch: Batch, busy: Signal<bool>) -> impl IntoView {
    let state = State::here();
    let ids = Memo::new(move |_| batch.rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>()));
    let counted = Memo::new(move |_| {
        batch.rows.with(|rows| {
            let open = rows.iter().filter(|row| row.is_open()).count();
            let skipped = rows.iter().filter(|row| row.choice == SKIP).count();
            (rows.len() - open - skipped, open)
        })
    });
    let open = move || {
        let (_, open) = counted.get();
        (open > 0).then(|| {
            state.say(&message!(
                "还有 {open} 个看不出属于哪家，请逐个选择；不选的先留在这里。",
                "Of {open} it cannot be told whose they are: choose for each; until then they stay here."
            ))
        })
    };
    let take = move || {
        let (ready, _) = counted.get();
        state.say(&message!("附上 {ready} 个文件", "Attach {ready} files"))
    };
    view! {
        <ul class="matches" data-testid="matches">
            <For each=move || ids.get() key=|id| id.clone() let:id>
                <Match batch=batch id=id />
            </For>
        </ul>
        <p role="status">{open}</p>
        <div class="actions">
            <button
                type="button"
                class="button"
                aria-disabled=move || (busy.get() || counted.get().0 == 0).then_some("true")
                on:click=move |_| {
                    if !busy.get_untracked() {
                        batch.take();
                    }
                }
            >
                {take}
            </button>
            <button
                type="button"
                class="button button--quiet"
                aria-disabled=move || busy.get().then_some("true")
                on:click=move |_| {
                    if !busy.get_untracked() {
                        batch.discard();
                    }
                }
            >
                {t(label("都不附", "Attach none"))}
            </button>
        </div>
    }
}

#[component]
fn Match(batch: Batch, id: String) -> impl IntoView {
    let state = State::here();
    let row = {
        let id = id.clone();
        Memo::new(move |_| batch.rows.with(|rows| rows.iter().find(|row| row.id == id).cloned()))
    };
    let Some(Row { name, sums, media_type, .. }) = row.get_untracked() else { return ().into_any() };
    let choice = Signal::derive(move || row.with(|row| row.as_ref().map(|row| row.choice.clone()).unwrap_or_default()));
    let why = move || {
        row.with(|row| row.as_ref().filter(|row| !row.is_chosen).map(|row| why(&row.owner).words(state.language.get())))
    };
    let pages = sums.inspection.as_ref().and_then(|inspection| inspection.pages);
    let select = format!("match-{id}");
    let change = move |event: leptos::ev::Event| batch.choose(&id, event_target_value(&event));
    let kibibytes = sums.size.div_ceil(1024);
    let said = {
        let name = name.clone();
        move || state.say(&message!("{name} 属于", "{name} belongs to"))
    };
    view! {
        <li class="match" class:is-open=move || choice.with(String::is_empty)>
            <Thumbnail sha256=sums.sha256 media_type=media_type pages=pages turn=Signal::derive(|| 0_u8) />
            <span class="match__file">
                <span class="match__name">{name}</span>
                <span class="certificates__size">{format!("{kibibytes} KB")}</span>
                <span class="match__why">{why}</span>
            </span>
            <label class="visually-hidden" for=select.clone()>
                {said}
            </label>
            <select id=select on:change=change prop:value=move || choice.get()>
                <option value="" selected=move || choice.with(String::is_empty)>
                    {t(label("请选择属于哪家或哪项", "Choose whose it is or what it goes with"))}
                </option>
                <OwnerOptions chosen=choice />
                <option value=SKIP selected=move || choice.with(|choice| choice == SKIP)>
                    {t(label("不附这个文件", "Do not attach it"))}
                </option>
            </select>
        </li>
    }
    .into_any()
}

const fn why(owner: &Owner) -> Label {
    match owner {
        Owner::Member(_, clue) => clue.label(),
        Owner::Material(_) => label("文件名提到这项材料", "its name speaks of this material"),
        Owner::Beside => label("文件名提到其他材料", "its name speaks of other papers"),
        Owner::Several => {
            label("可能属于几家，或名称与代码不一致", "it may be several units', or name and code disagree")
        }
        Owner::Nobody => label("文件名和二维码都看不出属于哪家或哪项", "neither name nor QR code tells whose it is"),
    }
}
