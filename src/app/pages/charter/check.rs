//! 对照已有章程: a charter that somebody else wrote, pasted or out of a Word file, beside what the Measures ask of one.

mod matters;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::app::clerk;
use crate::app::components::{ChooseFile, Heading};
use crate::app::state::{OtherCharter, State, t};
use crate::app::transfer::{Work, WorkStatus};
use jiemeng::checks::charter::existing::{LONGEST, Reading};
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};
use jiemeng::screens::Route;
use matters::Found;

/// The check of a charter that is there already.
#[component]
pub fn CharterCheck() -> impl IntoView {
    let state = State::here();
    let work = RwSignal::new(Work::Idle);
    let check = move |_| {
        let text = state.other_charter.with_untracked(|charter| charter.text.clone());
        spawn_local(async move { settle(work, read(state, text).await) });
    };
    let changed = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        state.other_charter.set(OtherCharter { text, reading: None });
        work.set(Work::Idle);
    };
    let found = move || state.other_charter.with(|charter| charter.reading.clone());
    view! {
        <Heading title=label("对照已有章程", "Check a charter that is there already") />
        <p class="lead">
            {t(
                label(
                    "粘贴全文或打开 Word 文件（.docx），看第十八条九项和第十九条、第二十三至二十八条、第三十二条、第三十三条所要求的内容写在哪里、还缺什么。",
                    "Paste the text or open a Word file (.docx), and see where it says what Articles 18, 19, 23 to 28, 32 and 33 ask for, and what it lacks.",
                ),
            )}
        </p>
        <p class="field__hint" id="other-charter-hint">
            {t(
                label(
                    "按词句查找，不能代替通读。这里的文字只用于对照，不存入草稿，关闭页面后不保留。",
                    "Words are looked for; it does not replace a reading. The text is used for this check alone: it goes into no draft and is gone when the page is closed.",
                ),
            )}
        </p>
        <label class="field__label" for="other-charter">{t(label("章程全文", "The charter’s text"))}</label>
        <textarea
            id="other-charter"
            class="prose other-charter__text"
            rows="12"
            spellcheck="false"
            autocomplete="off"
            aria-describedby="other-charter-hint"
            prop:value=move || state.other_charter.with(|charter| charter.text.clone())
            on:change=changed
        ></textarea>
        <div class="actions">
            <button type="button" class="button" on:click=check>
                {t(label("对照检查", "Check it"))}
            </button>
            <OpenDocument work=work />
        </div>
        <WorkStatus work=work />
        {move || found().map(|reading| view! { <Found reading=reading /> })}
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            <a href=Route::Charter.to_string()>{t(label("联盟章程", "Charter"))}</a>
        </nav>
    }
}

/// 打开 Word 文件: its words come into the box, and are checked at once.
#[component]
fn OpenDocument(work: RwSignal<Work>) -> impl IntoView {
    let state = State::here();
    let chosen = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        work.set(Work::Busy(message!("正在读取文件…", "Reading the file …")));
        spawn_local(async move { settle(work, open(state, file).await) });
    };
    view! {
        <ChooseFile
            words=label("打开 Word 文件", "Open a Word file")
            accept=".docx,.doc,.wps,.pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            testid="charter-file"
            chosen=chosen
        />
    }
}

fn settle(work: RwSignal<Work>, outcome: Result<Message, Message>) {
    // The screen may have been left in the meantime.
    let _left = work.try_set(outcome.map_or_else(Work::Failed, Work::Done));
}

async fn open(state: State, file: File) -> Result<Message, Message> {
    match clerk::ask(&Request::Words, &[(&file).into()], |_, _| ()).await?.answer {
        Answer::Words(text) => read(state, text).await,
        _ => Err(clerk::broken()),
    }
}

async fn read(state: State, text: String) -> Result<Message, Message> {
    if text.trim().is_empty() {
        return Err(message!(
            "还没有章程文字。请先粘贴全文，或打开 Word 文件",
            "There is no text yet. Paste the charter, or open a Word file"
        ));
    }
    let beyond = text.chars().count() > LONGEST;
    let reading = match clerk::ask(&Request::ReadCharter { text: text.clone() }, &[], |_, _| ()).await?.answer {
        Answer::CharterRead(reading) => reading,
        _ => return Err(clerk::broken()),
    };
    let words = summary(&reading, beyond);
    state.other_charter.set(OtherCharter { text, reading: Some(reading) });
    Ok(words)
}

/// How the check went, in a sentence for those who do not see the page.
fn summary(reading: &Reading, beyond: bool) -> Message {
    let [said, perhaps, not_found] = reading.items();
    let (passages, doubts) = (reading.passages, reading.doubts.len());
    let words = message!(
        "读了 {passages} 条（段）。第十八条九项：写明 {said} 项，可能写明 {perhaps} 项，没有找到或不全 {not_found} 项；疑似违反办法的语句 {doubts} 处（按常见说法查找，没有查出不等于没有，不能代替审阅）。",
        "{passages} articles or paragraphs were read. Of the nine items of Article 18, {said} are said, {perhaps} perhaps, {not_found} not or not wholly found; {doubts} sentences seem to go against the Measures (common wordings are looked for; to find none is no clearance)."
    );
    let words = match reading.astray.len() {
        0 => words,
        astray => {
            let Message { zh, en } = words;
            message!(
                "{zh}另有 {astray} 处引用的条号章程里没有。",
                "{en} {astray} references are to articles that the charter does not have."
            )
        }
    };
    if !beyond {
        return words;
    }
    let Message { zh, en } = words;
    message!("{zh}只读了前 {LONGEST} 字。", "{en} Only the first {LONGEST} characters were read.")
}
