//! 数据与隐私: what is stored where, how much room there is, and wiping it all.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::home::named;
use crate::app::components::{Confirm, Heading};
use crate::app::state::{State, t};
use crate::app::storage::{Persistence, Room, Wiped, wipe};
use crate::app::transfer::ExportDraftOf;
use jiemeng::keeping::Entry;
use jiemeng::language::{Label, Message, label};
use jiemeng::message;

/// Everything that is kept: what, where in the browser, for how long.
const KEPT: &[[Label; 3]] = &[
    [
        label("各份材料（所有答案、章程）", "The dossiers: all answers, the charter"),
        label(
            "IndexedDB 数据库 jiemeng，每份两个存位、带校验",
            "IndexedDB database jiemeng, two slots each, with checksums",
        ),
        label("直到您删除；删除后在回收中留 7 天", "Until you delete them; then 7 days in the bin"),
    ],
    [
        label("附件（证照等文件）", "Attachments: certificates and other files"),
        label("IndexedDB 数据库 jiemeng", "IndexedDB database jiemeng"),
        label("直到没有一份材料、也没有一个历史版本用到它", "Until no dossier and no earlier state has it"),
    ],
    [
        label("历史版本，每份最多 20 个", "Earlier states, 20 of each dossier at most"),
        label("IndexedDB 数据库 jiemeng", "IndexedDB database jiemeng"),
        label("由新的替换，或随材料一起清除", "Until newer ones replace them, or with their dossier"),
    ],
    [
        label("校验不符的内容，如果有过", "States that failed their checksum, if there were any"),
        label("IndexedDB 数据库 jiemeng", "IndexedDB database jiemeng"),
        label("直到您选“不再保留”", "Until you discard them"),
    ],
    [
        label("关闭页面时来不及写入的内容", "What could not be written before the page was closed"),
        label("localStorage，名称以 jiemeng 开头", "localStorage, under names that begin with jiemeng"),
        label("到下次打开，并入数据库后即清除", "Until the next start, when it goes into the database"),
    ],
    [
        label(
            "界面语言、正在填写的是哪一份、是否填过内容、批注的署名、功能导览是否看过；本标签页中快速预检的回答",
            "The language, which dossier is open, whether anything was entered, how comments are signed, whether the tour was offered; the replies of the pre-check in this tab",
        ),
        label("localStorage 和 sessionStorage", "localStorage and sessionStorage"),
        label("直到清除", "Until wiped"),
    ],
    [
        label("您自己选用的字体文件，如果选过", "Fonts of your own, if you chose any"),
        label("IndexedDB 数据库 jiemeng-fonts", "IndexedDB database jiemeng-fonts"),
        label("直到清除", "Until wiped"),
    ],
    [
        label(
            "程序本身和字体（不含您填的任何内容），断网时使用",
            "The program itself and its fonts, nothing that you enter; for use without a network",
        ),
        label(
            "Cache Storage，名称以 jiemeng 开头，由 Service Worker 保管",
            "Cache storage, under a name that begins with jiemeng, kept by a service worker",
        ),
        label("由新版本替换，或清除时一并移除", "Until a newer version replaces it, or until wiped"),
    ],
];

/// The page.
#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <Heading title=label("数据与隐私", "Data and privacy") />
        <p class="lead">
            {t(
                label(
                    "您填写和附上的一切只存在这台电脑的这个浏览器里。没有服务器，没有账号，没有统计，不会发送到任何地方。",
                    "Everything you enter and attach is kept in this browser, on this machine. There is no server, no account, no analytics; nothing is sent anywhere.",
                ),
            )}
        </p>
        <ul>
            <li>
                {t(
                    label(
                        "只有您按下“导出草稿”“下载备案材料包”等按钮时，才会生成文件，由浏览器存到您的电脑上。",
                        "Files are made only when you press a button such as Export draft; your browser saves them on your machine.",
                    ),
                )}
            </li>
            <li>
                {t(
                    label(
                        "网页的安全策略不允许它连接其他网站；网址里没有单位名称和代码。",
                        "The page's security policy forbids it to reach any other site; no names or codes stand in its addresses.",
                    ),
                )}
            </li>
            <li>
                {t(
                    label(
                        "能用这台电脑、这个浏览器的人都能看到这些内容。公用电脑上，用完请导出草稿并清除。",
                        "Whoever uses this browser on this machine can see it. On a shared machine, export a draft and wipe when you are done.",
                    ),
                )}
            </li>
        </ul>
        <WhatIsKept />
        <RoomThere />
        <WipeAll />
    }
}

#[component]
fn WhatIsKept() -> impl IntoView {
    let rows = KEPT.iter().map(|[what, place, time]| {
        view! {
            <tr>
                <th scope="row">{t(*what)}</th>
                <td>{t(*place)}</td>
                <td>{t(*time)}</td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby="what-heading">
            <h2 id="what-heading">{t(label("存了什么，存在哪里", "What is stored where"))}</h2>
            <table class="table table--stacked">
                <thead>
                    <tr>
                        <th scope="col">{t(label("内容", "What"))}</th>
                        <th scope="col">{t(label("位置", "Where"))}</th>
                        <th scope="col">{t(label("保留多久", "For how long"))}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}

/// How much room there is, and whether the browser promises not to clear it.
#[component]
fn RoomThere() -> impl IntoView {
    let state = State::here();
    let room = RwSignal::new(None::<Room>);
    let persistence = RwSignal::new(Persistence::Unknown);
    let refused = RwSignal::new(false);
    spawn_local(async move {
        let (estimate, now) = (Room::estimate().await, Persistence::now().await);
        let _left_meanwhile = (room.try_set(estimate), persistence.try_set(now));
    });
    let ask = move |_| {
        spawn_local(async move {
            let now = Persistence::ask().await;
            let _left_meanwhile = (persistence.try_set(now), refused.try_set(now != Persistence::Promised));
        });
    };
    let how_much = move || {
        state.say(&room.get().map_or_else(
            || message!("浏览器没有说明还有多少空间。", "The browser does not say how much room there is."),
            |Room { used, left }| {
                let (used, left) = (size(used), size(left));
                message!(
                    "已用 {used}，还可用约 {left}（浏览器的估计）。",
                    "{used} used, about {left} left, as the browser estimates."
                )
            },
        ))
    };
    let promise = move || {
        state.say(&match (persistence.get(), refused.get()) {
            (Persistence::Promised, _) => label("浏览器已答应长期保留，不会自行清除。", "The browser has promised to keep it and will not clear it by itself."),
            (_, true) => label(
                "浏览器这次没有答应（收藏本页、常用之后再试，往往就会答应）。请定期导出草稿。",
                "The browser did not promise this time; after you bookmark and use this page for a while it often will. Export drafts regularly.",
            ),
            _ => label(
                "磁盘紧张时，浏览器可能自行清除网页存下的内容。请它长期保留这里的材料，可以避免这种丢失。",
                "When the disk runs short, a browser may clear what pages keep. Ask it to keep what is here, and it will not.",
            ),
        })
    };
    view! {
        <section aria-labelledby="room-heading">
            <h2 id="room-heading">{t(label("空间与长期保留", "Room, and keeping it for good"))}</h2>
            <p data-testid="room">{how_much}</p>
            <p role="status">{promise}</p>
            <Show when=move || persistence.get() != Persistence::Promised>
                <div class="actions">
                    <button type="button" class="button button--quiet" on:click=ask>
                        {t(label("请浏览器长期保留", "Ask the browser to keep it"))}
                    </button>
                </div>
            </Show>
        </section>
    }
}

/// `1.2 MB`, `340 GB`.
fn size(bytes: f64) -> String {
    let megabytes = bytes / 1_048_576.0;
    if megabytes < 1024.0 { format!("{megabytes:.1} MB") } else { format!("{:.0} GB", megabytes / 1024.0) }
}

/// 清除本机全部数据, after asking; and what was found when it was looked whether anything is left.
#[component]
fn WipeAll() -> impl IntoView {
    let state = State::here();
    let asking = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Wiped>);
    let confirmed = Callback::new(move |()| {
        spawn_local(async move {
            let wiped = wipe(state.saver()).await;
            let _left_meanwhile = outcome.try_set(Some(wiped));
        });
    });
    let words = move || {
        outcome.get().map(|Wiped { left }| {
            let names = left.join(", ");
            let (class, words): (&str, Message) = if left.is_empty() {
                (
                    "notice notice--good",
                    message!(
                        "已全部清除，并核对过：数据库、localStorage、sessionStorage 和缓存里都没有留下本工具的内容。",
                        "All wiped, and looked after: nothing of this tool is left in databases, localStorage, sessionStorage or caches."
                    ),
                )
            } else {
                (
                    "notice notice--bad",
                    message!(
                        "没有清除干净，还有：{names}。请关闭本工具的其他标签页再试一次，或在浏览器设置中清除本网站的数据。",
                        "Not everything is gone: {names}. Close this tool's other tabs and try again, or clear this site's data in the browser's settings."
                    ),
                )
            };
            view! { <p class=class data-testid="wiped">{state.say(&words)}</p> }
        })
    };
    view! {
        <section aria-labelledby="wipe-heading">
            <h2 id="wipe-heading">{t(label("清除", "Wiping"))}</h2>
            <p>
                {t(
                    label(
                        "清除本工具在这个浏览器里存下的一切：所有材料、附件、历史版本、回收、字体和设置。已导出的文件不受影响。",
                        "Wipes everything this tool keeps in this browser: all dossiers, attachments, earlier states, the bin, fonts and settings. Files you exported are not touched.",
                    ),
                )}
            </p>
            <div class="actions">
                <button type="button" class="button button--grave" on:click=move |_| asking.set(true)>
                    {t(label("清除本机全部数据", "Wipe everything on this machine"))}
                </button>
            </div>
            <div role="status">{words}</div>
            <Confirm
                open=asking
                question=label("清除本机全部数据？", "Wipe everything on this machine?")
                consequence=label(
                    "所有材料、附件、历史版本和回收里的内容都会清除，不能恢复。要保留的，先在这里导出草稿。",
                    "All dossiers, attachments, earlier states and the bin go and cannot be brought back. Export a draft of what you want to keep here first.",
                )
                go_on=label("全部清除", "Wipe everything")
                confirmed=confirmed
            >
                <KeptDossiers />
            </Confirm>
        </section>
    }
}

/// The dossiers that would go, each with the offer of its draft.
#[component]
fn KeptDossiers() -> impl IntoView {
    let state = State::here();
    let saver = state.saver();
    if let Some(store) = saver.store() {
        spawn_local(async move { saver.look(&store).await });
    }
    let name = move |entry: &Entry| {
        let words = named(entry);
        move || state.say(&words)
    };
    let kept = move || {
        let entries = saver.shelf.with(|shelf| shelf.entries.clone());
        entries.into_iter().filter(|entry| entry.deleted_at.is_none()).collect::<Vec<_>>()
    };
    view! {
        <ul class="kept">
            <For each=kept key=|entry| entry.id.clone() let:entry>
                <li class="kept__row">
                    <span class="kept__name">{name(&entry)}</span>
                    <span class="kept__actions">
                        <ExportDraftOf entry=Signal::stored(entry) />
                    </span>
                </li>
            </For>
        </ul>
    }
}
