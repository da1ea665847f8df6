//! The certificates of a member: attaching, looking at, removing.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement, Url};

use super::{Work, WorkStatus, blobs};
use crate::app::browser::fresh_id;
use crate::app::clerk;
use crate::app::components::Confirm;
use crate::app::state::{State, t};
use jiemeng::dossier::{Attachment, Dossier, Fact, Inspection, LARGEST, Refusal};
use jiemeng::identifiers::Certificate;
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};

/// What is attached for a member, and the way to attach more.
#[component]
pub fn Certificates(
    /// The member's id.
    #[prop(into)]
    member: String,
    /// Whether it stands among others, where the member must be named.
    #[prop(optional)]
    among_others: bool,
) -> impl IntoView {
    let state = State::here();
    let attached = {
        let member = member.clone();
        state.part(move |dossier| {
            let own = dossier.attachments.iter().filter(|record| record.member.as_deref() == Some(member.as_str()));
            own.cloned().collect::<Vec<_>>()
        })
    };
    let name = {
        let member = member.clone();
        state.part(move |dossier| dossier.member(&member).map(|member| member.name.text()).unwrap_or_default())
    };
    let wanted = {
        let member = member.clone();
        state.part(move |dossier| dossier.member(&member).and_then(wanted))
    };
    let work = RwSignal::new(Work::Idle);
    let id = format!("attach-{member}");
    let choose = {
        let member = member.clone();
        move |event: leptos::ev::Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            let files = chosen(&input);
            // So that the same file can be chosen again after its mistake is mended.
            input.set_value("");
            let member = member.clone();
            spawn_local(async move { attach_all(state, member, files, work).await });
        }
    };
    let asks = move || {
        wanted.get().map(|certificate| {
            let kind = certificate.label();
            let words = Message { zh: format!("需要：{}复印件", kind.zh), en: format!("Wanted: a copy of the {}", kind.en) };
            let by_analogy = (!certificate.is_named_in_measures() && !among_others).then(|| {
                let hint = label(
                    "提示：办法只写明营业执照和事业单位法人证书，其他单位比照提供相应登记证书，以受理部门要求为准。",
                    "Hint: the Measures name only business licences and public institution certificates; others hand in what corresponds, as the office asks.",
                );
                view! { <p class="field__hint">{t(hint)}</p> }
            });
            view! {
                <p class="certificates__wanted">{state.say(&words)}</p>
                {by_analogy}
            }
        })
    };
    let most = LARGEST / 1024 / 1024;
    let button = move || {
        let unit = name.get();
        let words = message!("选择证照文件", "Choose files");
        if among_others { message!("选择证照文件：{unit}", "Choose files: {unit}") } else { words }
    };
    view! {
        <div class="certificates">
            {asks}
            <ul class="certificates__list">
                <For each=move || attached.get() key=|record| record.id.clone() let:record>
                    <AttachedFile record=record />
                </For>
            </ul>
            <div class="certificates__choose">
                <input
                    type="file"
                    class="visually-hidden"
                    id=id.clone()
                    accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
                    multiple
                    on:change=choose
                />
                <label class="button button--quiet" for=id>
                    {t(label("选择证照文件", "Choose files"))}
                    <span class="visually-hidden">{move || state.say(&button())}</span>
                </label>
                {(!among_others)
                    .then(|| {
                        let words = message!(
                            "PDF、JPEG 或 PNG，可多选，每个不超过 {most} MB。文件只存在本浏览器里，并随草稿和材料包导出。",
                            "PDF, JPEG or PNG, several at once, {most} MB each at most. They stay in this browser and go into drafts and the bundle."
                        );
                        view! { <p class="field__hint">{move || state.say(&words)}</p> }
                    })}
            </div>
            <WorkStatus work=work />
        </div>
    }
}

/// The certificate that a member hands in; `None` while its code is not known.
fn wanted(member: &jiemeng::dossier::Member) -> Option<Certificate> {
    if member.is_foreign() {
        return Some(Certificate::ForeignRegistration);
    }
    member.uscc.given().map(|code| code.class().certificate())
}

fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let Some(files) = input.files() else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Takes files one after the other; each that is refused is told with its reason, the others are taken all the same.
async fn attach_all(state: State, member: String, files: Vec<File>, work: RwSignal<Work>) {
    if files.is_empty() {
        work.set(Work::Failed(Refusal::NoFile.message()));
        return;
    }
    let mut taken = 0_usize;
    let mut refused: Vec<Message> = Vec::new();
    for file in files {
        let name = file.name();
        work.set(Work::Busy(message!("正在读取“{name}”…", "Reading “{name}” …")));
        match attach(state, &member, &file).await {
            Ok(()) => taken += 1,
            Err(words) => refused.push(words),
        }
    }
    work.set(if refused.is_empty() {
        Work::Done(message!("已附 {taken} 个文件。", "{taken} files were attached."))
    } else {
        let join = |words: fn(&Message) -> &str| refused.iter().map(words).collect::<Vec<_>>().join("\n");
        Work::Failed(Message { zh: join(|words| &words.zh), en: join(|words| &words.en) })
    });
}

async fn attach(state: State, member: &str, file: &File) -> Result<(), Message> {
    let name = file.name();
    Dossier::admits_size(&name, file.size() as u64).map_err(|refusal| refusal.message())?;
    let reply = clerk::ask(&Request::Sum, &[file.into()], |_, _| ()).await?;
    let Answer::Summed(sums) = reply.answer else { return Err(clerk::broken()) };
    let id = fresh_id("a");
    // Tried on a copy first, so that the bytes are kept before the dossier speaks of them.
    let mut attached = state.peek(Dossier::clone);
    attached
        .attach(id.clone(), Some(member.to_owned()), name.clone(), sums.clone())
        .map_err(|refusal| refusal.message())?;
    blobs::keep(state, &sums.sha256, file).await?;
    let mut outcome = Ok(());
    state.change(|dossier| outcome = dossier.attach(id, Some(member.to_owned()), name, sums));
    outcome.map_err(|refusal| refusal.message())
}

/// One file: its name opens it, a button removes it.
#[component]
fn AttachedFile(record: Attachment) -> impl IntoView {
    let Attachment { id, name, size, inspection, .. } = record;
    let state = State::here();
    let asking = RwSignal::new(false);
    let (opened, removed) = (id.clone(), id);
    let open = move |_| {
        let id = opened.clone();
        spawn_local(async move { show(state, &id).await });
    };
    let confirmed = Callback::new(move |()| {
        state.change(|dossier| dossier.attachments.retain(|record: &Attachment| record.id != removed));
    });
    let kibibytes = size.div_ceil(1024);
    let Inspection { pages, hazards, .. } = inspection.unwrap_or_default();
    let extent = move || {
        let pages = pages.map(|pages| state.say(&message!("，{pages} 页", ", {pages} pages")));
        format!("{kibibytes} KB{}", pages.unwrap_or_default())
    };
    let hazards = hazards.into_iter().map(|hazard| {
        let (matter, remedy) = (hazard.matter(), hazard.remedy());
        let words = Message {
            zh: format!("注意：{}。{}", matter.zh, remedy.zh),
            en: format!("Note: {}. {}", matter.en, remedy.en),
        };
        view! { <p class="certificates__hazard" data-testid="hazard">{move || state.say(&words)}</p> }
    });
    let remove = {
        let name = name.clone();
        move || state.say(&message!("移除：{name}", "Remove: {name}"))
    };
    view! {
        <li class="certificates__file">
            <button type="button" class="link" on:click=open>
                {name}
            </button>
            <span class="certificates__size">{extent}</span>
            <button type="button" class="icon icon--grave" aria-label=remove on:click=move |_| asking.set(true)>
                {t(label("移除", "Remove"))}
            </button>
            {hazards.collect_view()}
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

/// Opens a file beside the page.
async fn show(state: State, id: &str) {
    let Some(blob) = blobs::of_attachment(state, id).await else { return };
    if let Ok(address) = Url::create_object_url_with_blob(&blob) {
        // Where the browser forbids new windows, the file is still in the draft and the bundle.
        let _refused = window().open_with_url_and_target(&address, "_blank");
    }
}
