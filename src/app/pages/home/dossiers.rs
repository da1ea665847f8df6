//! The dossiers that this browser keeps: opening, beginning, copying, deleting one, and the bin.

use std::future::Future;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::earlier::Earlier;
use crate::app::browser;
use crate::app::components::{Confirm, Unfolding};
use crate::app::state::{State, t};
use crate::app::storage::Damage;
use crate::app::transfer::{ExportDraftOf, save_text};
use jiemeng::keeping::{BIN_DAYS, Entry};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;
use jiemeng::screens::TASKS;

/// What goes wrong, and what was just deleted.
#[derive(Clone, Copy)]
struct Desk {
    state: State,
    trouble: RwSignal<Option<Message>>,
    deleted: RwSignal<Option<Entry>>,
}

impl Desk {
    /// Does something with the dossiers, and says where it fails.
    fn attempt(self, doing: impl Future<Output = Result<(), Message>> + 'static) {
        spawn_local(async move {
            self.trouble.set(None);
            if let Err(words) = doing.await {
                self.trouble.set(Some(words));
            }
        });
    }

    fn set_deleted(self, entry: Entry, deleted: bool) {
        let saver = self.state.saver();
        self.attempt(async move {
            saver.set_deleted(&entry.id, deleted).await?;
            self.deleted.set(deleted.then_some(entry));
            Ok(())
        });
    }
}

/// The list. Nothing is shown where the browser keeps nothing.
#[component]
pub fn Dossiers() -> impl IntoView {
    let state = State::here();
    let saver = state.saver();
    let desk = Desk { state, trouble: RwSignal::new(None), deleted: RwSignal::new(None) };
    let Some(store) = saver.store() else { return ().into_any() };
    spawn_local(async move { saver.look(&store).await });
    let of = move |deleted: bool| {
        saver.shelf.with(|shelf| {
            let wanted = shelf.entries.iter().filter(|entry| entry.deleted_at.is_some() == deleted);
            wanted.map(|entry| entry.id.clone()).collect::<Vec<_>>()
        })
    };
    let begin = move |_| desk.attempt(saver.begin());
    let bin = Signal::derive(move || {
        let count = of(true).len();
        state.say(&message!("回收（{count}）", "Bin ({count})"))
    });
    view! {
        <section aria-labelledby="kept-heading">
            <h2 id="kept-heading">{t(label("保存在本机的材料", "Dossiers kept on this machine"))}</h2>
            <DeskNotices desk=desk />
            <ul class="kept" data-testid="dossiers">
                <For each=move || of(false) key=String::clone let:id>
                    <Kept id=id desk=desk />
                </For>
            </ul>
            <div class="actions">
                <button type="button" class="button button--quiet" on:click=begin>
                    {t(label("新建", "New dossier"))}
                </button>
            </div>
            <Earlier />
            <Show when=move || !of(true).is_empty()>
                <Unfolding title=bin>
                    <ul class="kept">
                        <For each=move || of(true) key=String::clone let:id>
                            <Binned id=id desk=desk />
                        </For>
                    </ul>
                </Unfolding>
            </Show>
        </section>
    }
    .into_any()
}

/// What was just deleted, with the way back; what went wrong; what was found damaged.
#[component]
fn DeskNotices(desk: Desk) -> impl IntoView {
    let state = desk.state;
    let deleted = move || {
        desk.deleted.get().map(|entry| {
            let (name, days) = (named(&entry), BIN_DAYS);
            let (zh, en) = (name.zh, name.en);
            let words = message!(
                "已删除“{zh}”，{days} 天内可在回收中恢复。",
                "“{en}” was deleted; it stays in the bin for {days} days."
            );
            view! {
                <p class="notice">
                    {state.say(&words)} " "
                    <button type="button" class="link" on:click=move |_| desk.set_deleted(entry.clone(), false)>
                        {t(label("撤销", "Undo"))}
                    </button>
                </p>
            }
        })
    };
    let damaged = move || state.saver().shelf.with(|shelf| shelf.damaged.clone());
    view! {
        <div role="status">{deleted}</div>
        {move || {
            desk.trouble.get().map(|words| view! { <p class="notice notice--bad" role="alert">{state.say(&words)}</p> })
        }}
        <For each=damaged key=|damage| damage.key.clone() let:damage>
            <Damaged damage=damage desk=desk />
        </For>
    }
}

/// A state that was not as it was saved: what is left of it can be carried off.
#[component]
fn Damaged(damage: Damage, desk: Desk) -> impl IntoView {
    let state = desk.state;
    let saver = state.saver();
    let name = saver.shelf.with_untracked(|shelf| {
        let entry = shelf.entries.iter().find(|entry| entry.id == damage.id).cloned();
        named(&entry.unwrap_or_default())
    });
    let time = browser::clock(damage.saved_at);
    let (zh, en) = (name.zh, name.en);
    let words = message!(
        "“{zh}”在 {time} 保存的那一次校验不符，没有使用；已改用最近一次完好的内容。损坏的原文还在，可以导出查看。",
        "What was saved of “{en}” at {time} fails its checksum and was not used; the last whole state was. What is left of the damaged one can be exported."
    );
    let key = damage.key.clone();
    let carry_off = move |_| {
        let key = key.clone();
        desk.attempt(async move {
            let Some(store) = saver.store() else { return Ok(()) };
            let text = store.damaged_text(&key).await.map_err(|trouble| trouble.message())?;
            save_text(&text, "jiemeng-damaged.txt")
        });
    };
    let forget = move |_| {
        let key = damage.key.clone();
        desk.attempt(async move {
            let Some(store) = saver.store() else { return Ok(()) };
            store.forget_damaged(&key).await.map_err(|trouble| trouble.message())?;
            saver.look(&store).await;
            Ok(())
        });
    };
    view! {
        <div class="notice notice--bad" role="alert">
            <p>{move || state.say(&words)}</p>
            <button type="button" class="link" on:click=carry_off>
                {t(label("导出损坏的原文", "Export what is left"))}
            </button>
            <button type="button" class="link" on:click=forget>
                {t(label("不再保留", "Discard it"))}
            </button>
        </div>
    }
}

/// 联盟名称, or that there is none yet.
pub fn named(entry: &Entry) -> Message {
    if entry.name.is_empty() {
        message!("未命名的联盟", "Unnamed alliance")
    } else {
        Message { zh: entry.name.clone(), en: entry.name.clone() }
    }
}

/// How far it is, and what it holds.
fn facts(entry: &Entry) -> Message {
    let Entry { done, members, attachments, .. } = entry;
    let (time, tasks) = (browser::clock(entry.saved_at), TASKS.len());
    let megabytes = entry.bytes as f64 / 1_048_576.0;
    match attachments {
        0 => message!(
            "{time} 保存 · 任务完成 {done}/{tasks} · 成员 {members} 家",
            "Saved {time} · {done} of {tasks} tasks done · {members} members"
        ),
        _ => message!(
            "{time} 保存 · 任务完成 {done}/{tasks} · 成员 {members} 家 · 附件 {attachments} 个（{megabytes:.1} MB）",
            "Saved {time} · {done} of {tasks} tasks done · {members} members · {attachments} attachments ({megabytes:.1} MB)"
        ),
    }
}

/// A button whose name says which dossier it is about.
#[component]
fn About(words: Label, name: Signal<Message>, grave: bool, act: Callback<()>) -> impl IntoView {
    let state = State::here();
    let whole = move || {
        let Message { zh, en } = name.get();
        state.say(&Message { zh: format!("{}：{zh}", words.zh), en: format!("{}: {en}", words.en) })
    };
    view! {
        <button type="button" class="link" class:link--grave=grave aria-label=whole on:click=move |_| act.run(())>
            {t(words)}
        </button>
    }
}

/// What the list says of one dossier, anew with each save.
fn line(desk: Desk, id: String) -> Memo<Entry> {
    let shelf = desk.state.saver().shelf;
    Memo::new(move |_| {
        shelf.with(|shelf| shelf.entries.iter().find(|entry| entry.id == id).cloned().unwrap_or_default())
    })
}

/// One dossier of the list.
#[component]
fn Kept(id: String, desk: Desk) -> impl IntoView {
    let state = desk.state;
    let saver = state.saver();
    let entry = line(desk, id.clone());
    let name = Signal::derive(move || entry.with(named));
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| saver.id().get() == id)
    };
    let opened = id.clone();
    let open = Callback::new(move |()| {
        let id = opened.clone();
        desk.attempt(async move { saver.open(&id).await });
    });
    let copy = Callback::new(move |()| {
        let id = id.clone();
        desk.attempt(async move { saver.copy(&id).await });
    });
    let asking = RwSignal::new(false);
    let confirmed = Callback::new(move |()| desk.set_deleted(entry.get_untracked(), true));
    view! {
        <li class="kept__row" aria-current=move || is_open.get().then_some("true")>
            <span class="kept__name">
                {move || name.with(|name| state.say(name))}
                <Show when=move || entry.with(|entry| entry.is_copy)>
                    <span class="kept__mark">{t(label("副本", "copy"))}</span>
                </Show>
                <Show when=move || is_open.get()>
                    <span class="kept__mark kept__mark--open">{t(label("正在填写", "open"))}</span>
                </Show>
            </span>
            <span class="kept__facts">{move || state.say(&entry.with(facts))}</span>
            <span class="kept__actions">
                <Show when=move || !is_open.get()>
                    <About words=label("打开", "Open") name=name grave=false act=open />
                </Show>
                <About words=label("复制", "Copy") name=name grave=false act=copy />
                <About
                    words=label("删除", "Delete")
                    name=name
                    grave=true
                    act=Callback::new(move |()| asking.set(true))
                />
            </span>
            <Confirm
                open=asking
                question=label("删除这份材料？", "Delete this dossier?")
                consequence=label(
                    "它会移到回收，7 天内可以恢复，之后连同附件从本浏览器中清除。稳妥起见，可先导出草稿。",
                    "It goes to the bin, where it stays for 7 days; after that it leaves this browser together with its attachments. To be safe, export a draft first.",
                )
                go_on=label("删除", "Delete")
                confirmed=confirmed
            >
                <ExportDraftOf entry=entry />
            </Confirm>
        </li>
    }
}

/// One dossier of the bin.
#[component]
fn Binned(id: String, desk: Desk) -> impl IntoView {
    let state = desk.state;
    let saver = state.saver();
    let entry = line(desk, id.clone());
    let name = Signal::derive(move || entry.with(named));
    let words = move || {
        let deleted = browser::clock(entry.with(|entry| entry.deleted_at).unwrap_or_default());
        state.say(&message!("{deleted} 删除", "Deleted {deleted}"))
    };
    let asking = RwSignal::new(false);
    let restore = Callback::new(move |()| desk.set_deleted(entry.get_untracked(), false));
    let confirmed = Callback::new(move |()| {
        let id = id.clone();
        desk.attempt(async move {
            saver.forget(&id).await?;
            desk.deleted.set(None);
            Ok(())
        });
    });
    view! {
        <li class="kept__row">
            <span class="kept__name">{move || name.with(|name| state.say(name))}</span>
            <span class="kept__facts">{words}</span>
            <span class="kept__actions">
                <About words=label("恢复", "Restore") name=name grave=false act=restore />
                <About
                    words=label("彻底删除", "Delete for good")
                    name=name
                    grave=true
                    act=Callback::new(move |()| asking.set(true))
                />
            </span>
            <Confirm
                open=asking
                question=label("彻底删除这份材料？", "Delete this dossier for good?")
                consequence=label(
                    "它的内容、附件和历史版本会从本浏览器中清除，不能恢复。要保留的话，先恢复它，再导出草稿。",
                    "Its content, attachments and earlier states leave this browser and cannot be brought back. To keep them, restore it and export a draft first.",
                )
                go_on=label("彻底删除", "Delete for good")
                confirmed=confirmed
            />
        </li>
    }
}
