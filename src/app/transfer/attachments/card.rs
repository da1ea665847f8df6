//! One attached file: small, with what can be done about it.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Url;

use super::giving::ChooseFiles;
use super::owners::{OwnerOptions, holder_of, option_of};
use super::pictures::Thumbnail;
use super::taking_in::{Given, take_in};
use crate::app::components::{Confirm, Unfolding};
use crate::app::state::{State, t};
use crate::app::transfer::{Work, WorkStatus, blobs};
use jiemeng::checks::{Finding, LICENCE_CODE};
use jiemeng::dossier::{Attachment, Dossier, FactPath, Holder, Inspection, Step};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;

/// One file: its picture and name open it, buttons turn it and remove it, the rest unfolds.
#[component]
pub fn AttachedFile(
    /// The file's id.
    id: String,
) -> impl IntoView {
    let state = State::here();
    let record = {
        let id = id.clone();
        state.part(move |dossier| dossier.attachment(&id).cloned())
    };
    let stored = StoredValue::new(id.clone());
    let asking = RwSignal::new(false);
    let name = Memo::new(move |_| record.with(|record| record.as_ref().map(|it| it.name.clone()).unwrap_or_default()));
    let turn = Signal::derive(move || record.with(|record| record.as_ref().map_or(0, |it| it.turn.quarters())));
    // The picture is another one when the file is.
    let picture = Memo::new(move |_| {
        let pages = |it: &Attachment| it.inspection.as_ref().and_then(|inspection| inspection.pages);
        record.with(|record| record.as_ref().map(|it| (it.sha256.clone(), it.media_type, pages(it))))
    });
    let thumbnail = move || {
        let (sha256, media_type, pages) = picture.get()?;
        Some(view! { <Thumbnail sha256=sha256 media_type=media_type pages=pages turn=turn /> })
    };
    let open = move |_| {
        spawn_local(async move { show(state, &stored.get_value()).await });
    };
    let rotate = move |_| state.change(|dossier| dossier.turn_attachment(&stored.get_value()));
    let confirmed = Callback::new(move |()| {
        state.change(|dossier| dossier.remove_attachment(&stored.get_value()));
        let name = name.get_untracked();
        state.say_done(message!("已移除“{name}”。", "“{name}” was removed."));
    });
    let extent = move || record.with(|record| record.as_ref().map(|record| state.say(&extent(record))));
    let hazards = move || {
        let hazards = record.with(|record| {
            let inspection = record.as_ref().and_then(|record| record.inspection.clone());
            inspection.map(|inspection| inspection.hazards).unwrap_or_default()
        });
        let hazards = hazards.into_iter().map(|hazard| {
            let (matter, remedy) = (hazard.matter(), hazard.remedy());
            let words = Message {
                zh: format!("注意：{}。{}", matter.zh, remedy.zh),
                en: format!("Note: {}. {}", matter.en, remedy.en),
            };
            view! { <p class="certificates__hazard" data-testid="hazard">{move || state.say(&words)}</p> }
        });
        hazards.collect_view()
    };
    let doubts = {
        let place = FactPath::new(format!("attachments/{id}"));
        move || {
            let speaks = |finding: &&Finding| finding.check == LICENCE_CODE && finding.facts.contains(&place);
            let words = |Finding { message, remedy, .. }: &Finding| {
                state.say(&Message {
                    zh: format!("{}{}", message.zh, remedy.zh),
                    en: format!("{} {}", message.en, remedy.en),
                })
            };
            let found =
                state.assessment().with(|all| all.findings.iter().filter(speaks).map(words).collect::<Vec<_>>());
            found
                .into_iter()
                .map(|words| view! { <p class="certificates__hazard" data-testid="doubt">{words}</p> })
                .collect_view()
        }
    };
    let named = move |what: Label| {
        move || {
            let name = name.get();
            state.say(&Message { zh: format!("{}：{name}", what.zh), en: format!("{}: {name}", what.en) })
        }
    };
    view! {
        <li class="certificates__file" id=format!("attachments/{id}") tabindex="-1">
            {thumbnail}
            <button type="button" class="link" on:click=open>
                {move || name.get()}
            </button>
            <span class="certificates__size">{extent}</span>
            <button type="button" class="icon" aria-label=named(label("右转 90°", "Turn right")) on:click=rotate>
                <span aria-hidden="true">"↻"</span>
            </button>
            <button
                type="button"
                class="icon icon--grave"
                aria-label=named(label("移除", "Remove"))
                on:click=move |_| asking.set(true)
            >
                {t(label("移除", "Remove"))}
            </button>
            {hazards}
            {doubts}
            <Unfolding title=Signal::derive(move || {
                label("替换、排序、改配", "Replace, order, reassign").words(state.language.get()).to_owned()
            })>
                <MoreActions id=stored.get_value() />
            </Unfolding>
            <Confirm
                open=asking
                question=label("移除这个文件？", "Remove this file?")
                consequence=label(
                    "材料包和草稿里不再有它；等历史版本里也没有它了，它就从本浏览器中删除。原文件不受影响。可以马上撤销。",
                    "It will no longer be in drafts or the bundle, and goes from this browser once no earlier state has it. Your own copy is not touched. You can undo this right afterwards.",
                )
                go_on=label("移除", "Remove")
                confirmed=confirmed
            />
        </li>
    }
}

fn extent(record: &Attachment) -> Message {
    let kibibytes = record.size.div_ceil(1024);
    let quarters = record.turn.quarters();
    let inspection = record.inspection.clone().unwrap_or_default();
    let Inspection { pages, .. } = inspection;
    let mut words = message!("{kibibytes} KB", "{kibibytes} KB");
    if let Some(pages) = pages {
        words = Message { zh: format!("{}，{pages} 页", words.zh), en: format!("{}, {pages} pages", words.en) };
    }
    if quarters > 0 {
        let degrees = u32::from(quarters) * 90;
        words = Message {
            zh: format!("{}，已右转 {degrees}°", words.zh),
            en: format!("{}, turned right by {degrees}°", words.en),
        };
    }
    words
}

/// What is done seldom: putting another file in its place, moving it, giving it to another unit.
#[component]
fn MoreActions(id: String) -> impl IntoView {
    let state = State::here();
    let work = RwSignal::new(Work::Idle);
    let stored = StoredValue::new(id.clone());
    let owner = state.part(move |dossier| {
        let record = dossier.attachment(&stored.get_value())?;
        Some(option_of(&match record.holder() {
            Holder::Member(id) if dossier.member(&id).is_none() => Holder::Nobody,
            holder => holder,
        }))
    });
    let step = move |step: Step| state.change(|dossier| dossier.move_attachment(&stored.get_value(), step));
    let assign = move |event: leptos::ev::Event| {
        let holder = holder_of(&event_target_value(&event));
        state.change(|dossier| dossier.assign_attachment(&stored.get_value(), holder));
        state.say_done(message!("已改配。", "It was assigned anew."));
    };
    let replace = Callback::new(move |given: Vec<Given>| {
        let Some(Given { file, .. }) = given.into_iter().next() else { return };
        spawn_local(async move {
            let name = file.name();
            work.set(Work::Busy(message!("正在读取“{name}”…", "Reading “{name}” …")));
            let id = stored.get_value();
            let admit = |dossier: &mut Dossier, sums: &_| {
                dossier.admits(&name, sums, Some(&id)).map(drop).map_err(|refusal| refusal.message())
            };
            match take_in(state, &file, admit).await {
                Ok(sums) => {
                    state.change(|dossier| drop(dossier.replace_attachment(&id, name.clone(), sums)));
                    state.say_done(message!("已换成“{name}”。", "Replaced by “{name}”."));
                    let _gone_with_the_screen = work.try_set(Work::Idle);
                }
                Err(words) => drop(work.try_set(Work::Failed(words))),
            }
        });
    });
    let select = format!("owner-{id}");
    view! {
        <div class="certificates__more">
            <ChooseFiles id=format!("replace-{id}") given=replace>
                {t(label("换成另一个文件", "Replace by another file"))}
            </ChooseFiles>
            <button type="button" class="button button--quiet" on:click=move |_| step(Step::Up)>
                {t(label("上移", "Move up"))}
            </button>
            <button type="button" class="button button--quiet" on:click=move |_| step(Step::Down)>
                {t(label("下移", "Move down"))}
            </button>
            <label for=select.clone()>{t(label("属于", "Belongs to"))}</label>
            <select id=select on:change=assign prop:value=move || owner.get().unwrap_or_default()>
                <OwnerOptions chosen=Signal::derive(move || owner.get().unwrap_or_default()) />
            </select>
            <WorkStatus work=work />
        </div>
    }
}

/// Opens a file beside the page.
async fn show(state: State, id: &str) {
    let Some(blob) = blobs::of_attachment(state, id).await else { return };
    if let Ok(address) = Url::create_object_url_with_blob(&blob) {
        // Where the browser forbids new windows, the file is still in the draft and the bundle.
        let _refused = window().open_with_url_and_target(&address, "_blank");
    }
}
