//! 下载备案材料包, 导出草稿, 下载名单模板, and one document by itself.

use chrono::{NaiveDate, NaiveDateTime};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::placing::{self, Destination};
use super::{Work, WorkStatus, blobs};
use crate::app::clerk::{self, Desk, Reply};
use crate::app::state::{State, t};
use crate::app::typefaces::{self, Tier};
use jiemeng::bundle::{bundle_name, draft_name};
use jiemeng::dossier::{Attachment, Dossier};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;
use jiemeng::protocol::{Answer, Format, Request};
use jiemeng::screens::Route;

/// How long a saved file's address stays good, in milliseconds: long enough for a download to begin.
const ADDRESS_LIFE: u32 = 120_000;

/// The media types of the files that are saved, by their endings; all others are ZIP files.
const MEDIA_TYPES: [(&str, &str); 3] = [
    (".pdf", "application/pdf"),
    (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
];

/// 下载备案材料包.
#[component]
pub fn DownloadBundle(
    /// Whether it is said here how to go on; not where the screen says so itself.
    #[prop(optional)]
    onward: bool,
) -> impl IntoView {
    let request = |state: State| Request::Bundle {
        dossier: state.peek(Dossier::to_json),
        today: state.today.get_untracked(),
        attachments: state.peek(|dossier| dossier.attachments.iter().map(|record| record.id.clone()).collect()),
        as_is: false,
    };
    let words = label("下载备案材料包", "Download the filing bundle");
    let name = |state: State| state.peek(|dossier| bundle_name(dossier, state.today.get_untracked()));
    let to_place = label("另存材料包到…", "Save the bundle to …");
    view! { <Save words=words request=Callback::new(request) main=true onward=onward place=(to_place, Callback::new(name)) /> }
}

/// 导出草稿.
#[component]
pub fn ExportDraft() -> impl IntoView {
    let request = |state: State| Request::Draft { dossier: state.peek(Dossier::to_json), now: now(state) };
    let name = |state: State| state.peek(|dossier| draft_name(dossier, now(state)));
    let words = label("导出草稿", "Export draft");
    let to_place = label("另存草稿到…", "Save the draft to …");
    view! { <Save words=words request=Callback::new(request) main=false place=(to_place, Callback::new(name)) /> }
}

/// One document of the bundle as a file.
#[component]
pub fn DownloadDocument(
    /// The document's path in the bundle without the ending.
    stem: &'static str,
    /// The kind of file.
    format: Format,
) -> impl IntoView {
    let request = move |state: State| Request::Document {
        dossier: state.peek(Dossier::to_json),
        today: state.today.get_untracked(),
        stem: stem.to_owned(),
        format,
        as_is: false,
    };
    let words = match format {
        Format::Docx => label("下载 Word 文件", "Download as Word"),
        Format::Pdf => label("下载 PDF 文件", "Download as PDF"),
        Format::Xlsx => label("下载 Excel 文件", "Download as a workbook"),
    };
    view! { <Save words=words request=Callback::new(request) main=false /> }
}

/// 下载名单模板.
#[component]
pub fn DownloadTemplate() -> impl IntoView {
    view! { <Save words=label("下载名单模板", "Download an empty list") request=Callback::new(|_: State| Request::Template) main=false /> }
}

/// The time of this machine's clock on the day the page goes by.
pub(super) fn now(state: State) -> NaiveDateTime {
    let clock = js_sys::Date::new_0();
    let day: NaiveDate = state.today.get_untracked();
    day.and_hms_opt(clock.get_hours(), clock.get_minutes(), 0).unwrap_or_default()
}

/// A button that has a file made and saves it.
#[component]
fn Save(
    words: Label,
    request: Callback<State, Request>,
    /// Whether it is what the screen is for.
    main: bool,
    /// Whether there is more to do afterwards, of which the screen does not tell.
    #[prop(optional)]
    onward: bool,
    /// What to call the way to a place that the user chooses, and the name to offer there; without it all goes to the
    /// downloads.
    #[prop(optional)]
    place: Option<(Label, Callback<State, String>)>,
) -> impl IntoView {
    let state = State::here();
    let making = Making::new();
    let work = making.work;
    // The browser asks for the place only within the click.
    let start = move |asked: Option<Promise>| {
        if work.with_untracked(Work::is_busy) {
            return;
        }
        making.begin();
        spawn_local(async move {
            let destination = match asked {
                None => Destination::Downloads,
                Some(asked) => match placing::chosen(asked).await {
                    Ok(Some(place)) => place,
                    Ok(None) => return drop(work.try_set(Work::Cancelled)),
                    Err(words) => return drop(work.try_set(Work::Failed(words))),
                },
            };
            let request = request.run(state);
            let id = state.saver().id().get_untracked();
            let is_whole = matches!(request, Request::Bundle { .. } | Request::Draft { .. });
            let outcome = save_to(state, request, making, &destination).await;
            if is_whole && outcome.is_ok() {
                state.saver().note_export(id);
            }
            // The screen may have been left meanwhile.
            let _gone = work.try_set(match outcome {
                Ok(made) => saved(made, &destination),
                Err(_) if making.cancelled.get_untracked() => Work::Cancelled,
                Err(words) => Work::Failed(words),
            });
        });
    };
    view! {
        <div class="save-file">
            <button
                type="button"
                class="button"
                class:button--quiet=!main
                aria-disabled=move || work.with(Work::is_busy).then_some("true")
                on:click=move |_| start(None)
            >
                {t(words)}
            </button>
            {place
                .filter(|_| placing::is_offered())
                .map(|(words, name)| {
                    let to_place = move |_| {
                        if !work.with_untracked(Work::is_busy) {
                            start(placing::ask(&name.run(state)).ok());
                        }
                    };
                    view! {
                        <button
                            type="button"
                            class="button button--quiet"
                            aria-disabled=move || work.with(Work::is_busy).then_some("true")
                            on:click=to_place
                        >
                            {t(words)}
                        </button>
                    }
                })}
            <WorkStatus work=work />
            <Show when=move || onward && work.with(|work| matches!(work, Work::Done(_) | Work::DoneBut(..)))>
                <a class="button button--quiet" href=Route::Done.to_string()>
                    {t(label("接下来做什么", "What to do next"))}
                </a>
            </Show>
            <Show when=move || work.with(Work::is_busy)>
                <button type="button" class="button button--quiet" on:click=move |_| making.cancel()>
                    {t(label("取消", "Cancel"))}
                </button>
            </Show>
        </div>
    }
}

/// A file that was made.
pub(super) struct Made {
    /// Its name.
    name: String,
    /// What is not in it as it should be.
    notes: Vec<Message>,
    /// 核验码 of a bundle.
    code: Option<String>,
}

/// That a file was made, and what there is to know of it.
pub(super) fn saved(Made { name, notes, code }: Made, destination: &Destination) -> Work {
    let made = match destination {
        Destination::Downloads => {
            message!("已生成“{name}”，请在浏览器的下载中查看。", "“{name}” was made: see your browser's downloads.")
        }
        Destination::Place(_) => message!("已写入所选位置。", "It was written to the place you chose."),
    };
    let words = code.map(|code| message!(
        "核验码 {code}。把它另行告诉收件方（如写在交接单上）：对方核验时看到同一个码，就是同一份材料包；它不说明由谁制作。",
        "Code {code}. Tell it to the receiver by another way, such as on paper: who verifies the bundle and sees the same code has the same bundle; it does not tell who made it."
    ));
    let made = words.into_iter().fold(made, |made, words| Message {
        zh: format!("{}\n{}", made.zh, words.zh),
        en: format!("{}\n{}", made.en, words.en),
    });
    if notes.is_empty() { Work::Done(made) } else { Work::DoneBut(made, notes) }
}

/// Has a file made and hands it to the browser as a download.
pub(super) async fn save(state: State, request: Request, making: Making) -> Result<Made, Message> {
    save_to(state, request, making, &Destination::Downloads).await
}

/// Has a file made and put where it goes.
async fn save_to(state: State, request: Request, making: Making, destination: &Destination) -> Result<Made, Message> {
    let records = attachments_in(request.dossier());
    let reply = make(state, request, &records, making).await?;
    let Answer::File { name, notes, code } = reply.answer else { return Err(clerk::broken()) };
    let pieces = Array::new();
    for part in reply.parts {
        match part.as_string() {
            Some(id) => pieces.push(&attached(state, &records, &id).await?),
            None => pieces.push(&part),
        };
    }
    let file = file_of(&pieces, kind_of(&name)).map_err(|_| not_taken())?;
    match destination {
        Destination::Downloads => download(&file, &name).map_err(|_| not_taken())?,
        Destination::Place(place) => placing::write(place, &file).await.map_err(|_| not_written())?,
    }
    Ok(Made { name, notes, code })
}

/// The attachments that a dossier's JSON names. The rest of it is skipped: a large dossier read whole would hold up the
/// page's thread.
fn attachments_in(dossier: &str) -> Vec<Attachment> {
    #[derive(serde::Deserialize)]
    struct Named {
        #[serde(default)]
        attachments: Vec<Attachment>,
    }
    serde_json::from_str(dossier).map(|Named { attachments }| attachments).unwrap_or_default()
}

/// A file being made: how far it is, and whether the user would rather not.
#[derive(Clone, Copy)]
pub(super) struct Making {
    /// How far it is.
    pub(super) work: RwSignal<Work>,
    cancelled: RwSignal<bool>,
}

impl Making {
    /// Nothing is being made yet.
    pub(super) fn new() -> Self {
        Self { work: RwSignal::new(Work::Idle), cancelled: RwSignal::new(false) }
    }

    /// Says that it is being made.
    pub(super) fn begin(self) {
        self.cancelled.set(false);
        self.work.set(Work::Busy(message!("正在制作文件…", "Making the file …")));
    }

    fn cancel(self) {
        self.cancelled.set(true);
        clerk::stop(Desk::Press);
    }

    /// Asks the clerk, unless the user has cancelled meanwhile.
    async fn ask(self, request: &Request, files: &[JsValue]) -> Result<Reply, Message> {
        if self.cancelled.get_untracked() {
            return Err(message!("已取消", "Cancelled"));
        }
        let progress = move |done: u32, total: u32| {
            self.work
                .set(Work::Busy(message!("正在制作文件…（{done}/{total}）", "Making the file … ({done}/{total})")));
        };
        clerk::ask(request, files, progress).await
    }
}

/// Has a file made, with the fonts and the attachments that it takes.
async fn make(state: State, request: Request, records: &[Attachment], making: Making) -> Result<Reply, Message> {
    if !request.prints() {
        return making.ask(&request, &[]).await;
    }
    let mut files = Vec::new();
    if let Request::Bundle { attachments, .. } = &request {
        for id in attachments {
            files.push(attached(state, records, id).await?);
        }
    }
    let fonts = typefaces::hand_over(Tier::Core).await;
    // A bundle has other files too, and says itself that there are no PDFs among them.
    if !matches!(request, Request::Bundle { .. }) {
        fonts?;
    }
    let reply = making.ask(&request, &files).await?;
    if !matches!(reply.answer, Answer::WantsRare) {
        return Ok(reply);
    }
    // What is still missing then prints as 〓, and the notes name it.
    let _said_in_the_notes = typefaces::hand_over(Tier::Rare).await;
    making.ask(&request.settled(), &files).await
}

/// The bytes of an attachment, which are as they were when its sums were taken.
async fn attached(state: State, records: &[Attachment], id: &str) -> Result<JsValue, Message> {
    let record = records.iter().find(|record| record.id == id);
    let name = record.map(|record| record.name.as_str()).unwrap_or_default();
    let missing = message!(
        "附件“{name}”的内容在本浏览器中找不到了，请到成员页面移除后重新附上，再下载",
        "The bytes of the attachment “{name}” are no longer in this browser. Remove it on the member's page, attach it again, and download once more"
    );
    let Some(record) = record else { return Err(missing) };
    match blobs::find(state, &record.sha256).await {
        Some(blob) if blob.size() == record.size as f64 => Ok(blob.into()),
        _ => Err(missing),
    }
}

/// Saves a text as a file.
///
/// # Errors
/// The browser does not take it; the words say so.
pub fn save_text(text: &str, name: &str) -> Result<(), Message> {
    let saved = file_of(&Array::of1(&text.into()), "text/plain").and_then(|file| download(&file, name));
    saved.map_err(|_| not_taken())
}

fn kind_of(name: &str) -> &'static str {
    let known = MEDIA_TYPES.iter().find(|(ending, _)| name.ends_with(ending));
    known.map_or("application/zip", |(_, media_type)| media_type)
}

fn not_taken() -> Message {
    message!("浏览器没有接受这个文件，请再试一次", "The browser did not take the file; try once more")
}

fn not_written() -> Message {
    message!(
        "没有写成：所选位置可能空间不足、只读或正被占用，原来的文件没有改动。请换一个位置，或改用旁边的按钮下载",
        "It was not written: the place may be full, read-only or in use, and what was there is unchanged. Choose another place, or use the button beside this one"
    )
}

/// Pieces, texts, bytes and Blobs, as one file. None of them is copied.
fn file_of(pieces: &Array, media_type: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    Blob::new_with_blob_sequence_and_options(pieces, &kind)
}

/// Hands a file to the browser's downloads.
fn download(file: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(ADDRESS_LIFE, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}
