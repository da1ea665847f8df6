//! The tour of the page: a few steps, each pointing at a real thing on the first screen. It can be left at any time.

use leptos::ev;
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app::browser;
use crate::app::state::{State, t};
use jiemeng::language::{Label, label};
use jiemeng::message;

/// The id of the heading of a step.
const HEADING: &str = "tour-heading";
/// What the thing that is pointed at is marked with.
const MARK: &str = "data-pointed";

/// A step: what it points at, the first of these that can be seen, and what it says.
struct Stop {
    at: &'static [&'static str],
    title: Label,
    words: Label,
}

const STOPS: [Stop; 6] = [
    Stop {
        at: &[".tasks"],
        title: label("任务清单", "The task list"),
        words: label(
            "要办的事都在这里，一行一件，右边是办到哪一步。先做哪件都可以，点整行就打开。",
            "All there is to do, a line each, with how far it is on the right. Do them in any order; the whole line opens.",
        ),
    },
    Stop {
        at: &[".save"],
        title: label("自动保存", "It saves itself"),
        words: label(
            "边填边存在这台电脑的浏览器里，这里会说存好了没有。内容不会发送到任何地方。",
            "It is saved in this browser as you type, and this says so. Nothing is sent anywhere.",
        ),
    },
    Stop {
        at: &[".steps"],
        title: label("撤销和重做", "Undo and redo"),
        words: label("改错了、删错了，都可以退回来。", "Whatever you changed or deleted can be taken back."),
    },
    Stop {
        at: &[".contents a[href='#/eligibility']", ".tasks a[href='#/eligibility']"],
        title: label("先自查资格", "Begin with eligibility"),
        words: label(
            "每个结论都能展开“为什么”：依据了哪些内容、办法怎么说、怎样才会改变。没填的只算待补充。",
            "Every verdict opens to why: what it rests on, what the Measures say, what would change it. What is not answered is only pending.",
        ),
    },
    Stop {
        at: &[".contents a[href='#/measures']", ".contents__button"],
        title: label("管理办法随手可查", "The Measures at hand"),
        words: label(
            "每个问题旁边有“说明和示例”，不离开页面就能看到意思、范例和依据的条文；全文和检索在“管理办法”。",
            "Beside every question there is help: meaning, example and source, without leaving the page. The whole text can be searched here.",
        ),
    },
    Stop {
        at: &[".actions"],
        title: label("下载、导出和示例", "Download, export, sample"),
        words: label(
            "填好后在这里下载备案材料包；随时可以导出草稿备份。想先看看成品，可以载入示例。",
            "Download the filing bundle here when you are done, and export drafts to be safe. To see a finished one first, load the sample.",
        ),
    },
];

/// The step that is shown, at the foot of the window, while what it points at is marked.
#[component]
pub fn Guide(
    /// Told when it is over.
    over: Callback<()>,
) -> impl IntoView {
    let state = State::here();
    let at = RwSignal::new(0_usize);
    let shown = move || STOPS.get(at.get());
    let is_last = move || at.get() + 1 == STOPS.len();
    let count = move || {
        let (at, all) = (at.get() + 1, STOPS.len());
        state.say(&message!("第 {at} 步，共 {all} 步", "Step {at} of {all}"))
    };
    let said = move |words: fn(&Stop) -> Label| shown().map(|stop| words(stop).words(state.language.get()));
    let next = move |_| if is_last() { over.run(()) } else { at.update(|at| *at += 1) };
    let back = move |_| at.update(|at| *at = at.saturating_sub(1));
    Effect::new(move || {
        point_at(shown());
        browser::focus_soon(HEADING.to_owned());
    });
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            over.run(());
        }
    });
    on_cleanup(move || {
        escape.remove();
        point_at(None);
    });
    view! {
        <div class="tour" role="dialog" aria-labelledby=HEADING>
            <p class="tour__count">{count}</p>
            <h2 id=HEADING tabindex="-1">
                {move || said(|stop| stop.title)}
            </h2>
            <p>{move || said(|stop| stop.words)}</p>
            <div class="actions">
                <button type="button" class="button" on:click=next>
                    {move || t(if is_last() { label("看完了", "Done") } else { label("下一步", "Next") })()}
                </button>
                <button type="button" class="button button--quiet" hidden=move || at.get() == 0 on:click=back>
                    {t(label("上一步", "Back"))}
                </button>
                <button type="button" class="link" hidden=is_last on:click=move |_| over.run(())>
                    {t(label("退出", "Leave"))}
                </button>
            </div>
        </div>
    }
}

/// Marks what a step points at and brings it to the eye; what was marked before no longer is.
fn point_at(stop: Option<&Stop>) {
    if let Some(marked) = browser::find(&format!("[{MARK}]")) {
        let _never_fails = marked.remove_attribute(MARK);
    }
    let seen = |selector: &&str| browser::find(selector).filter(|found| found.offset_height() > 0);
    if let Some(found) = stop.and_then(|stop| stop.at.iter().find_map(seen)) {
        let _never_fails = found.set_attribute(MARK, "");
        let middle = ScrollIntoViewOptions::new();
        middle.set_block(ScrollLogicalPosition::Center);
        found.scroll_into_view_with_scroll_into_view_options(&middle);
    }
}
