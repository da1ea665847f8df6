//! Attached files: handing them over, one or many; whose they are; what they look like; and what is done with them.

mod batch;
mod card;
mod giving;
mod many;
mod owners;
mod pictures;
mod taking_in;

pub use many::AttachMany;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{Work, WorkStatus};
use crate::app::browser::fresh_id;
use crate::app::state::{State, t};
use card::AttachedFile;
use giving::ChooseFiles;
use jiemeng::dossier::{Attachment, Dossier, Fact, Holder, LARGEST};
use jiemeng::identifiers::Certificate;
use jiemeng::language::{Message, label};
use jiemeng::message;
use pictures::look;
use taking_in::{Given, take_in};

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
    let stored = StoredValue::new(member.clone());
    let attached = state.part(move |dossier| {
        let member = stored.get_value();
        let own = dossier.attachments.iter().filter(|record| record.member.as_deref() == Some(member.as_str()));
        own.map(|record| record.id.clone()).collect::<Vec<_>>()
    });
    let name = state
        .part(move |dossier| dossier.member(&stored.get_value()).map(|member| member.name.text()).unwrap_or_default());
    let work = RwSignal::new(Work::Idle);
    let given = Callback::new(move |files: Vec<Given>| {
        spawn_local(async move { attach_all(state, Holder::Member(stored.get_value()), files, work).await });
    });
    let most = LARGEST / 1024 / 1024;
    let button = move |what: Message| {
        let unit = name.get();
        if among_others {
            Message { zh: format!("{}：{unit}", what.zh), en: format!("{}: {unit}", what.en) }
        } else {
            what
        }
    };
    view! {
        <div class="certificates">
            <Wanted member=member.clone() among_others=among_others />
            <ul class="certificates__list">
                <For each=move || attached.get() key=|id| id.clone() let:id>
                    <AttachedFile id=id />
                </For>
            </ul>
            <div class="certificates__choose">
                <ChooseFiles id=format!("attach-{member}") several=true given=given>
                    {t(label("选择证照文件", "Choose files"))}
                    <span class="visually-hidden">
                        {move || state.say(&button(message!("选择证照文件", "Choose files")))}
                    </span>
                </ChooseFiles>
                <ChooseFiles id=format!("photograph-{member}") camera=true given=given>
                    {t(label("拍照", "Take a picture"))}
                    <span class="visually-hidden">
                        {move || state.say(&button(message!("拍照", "Take a picture")))}
                    </span>
                </ChooseFiles>
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

/// Which certificate a member hands in.
#[component]
fn Wanted(member: String, among_others: bool) -> impl IntoView {
    let state = State::here();
    let wanted = state.part(move |dossier| dossier.member(&member).and_then(|member| member.certificate()));
    move || {
        wanted.get().map(|certificate: Certificate| {
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
    }
}

/// What goes with a material beside its own document, a signed and sealed page say, and the way to attach more.
#[component]
pub fn MaterialFiles(
    /// The item of Article 20.
    item: u8,
) -> impl IntoView {
    let state = State::here();
    let attached = state.part(move |dossier| {
        let own = dossier.attachments.iter().filter(|record| record.holder() == Holder::Material(item));
        own.map(|record| record.id.clone()).collect::<Vec<_>>()
    });
    let work = RwSignal::new(Work::Idle);
    let given = Callback::new(move |files: Vec<Given>| {
        spawn_local(async move { attach_all(state, Holder::Material(item), files, work).await });
    });
    let about = move || state.say(&message!("（第 {item} 项）", " (material {item})"));
    view! {
        <div class="certificates" data-testid=format!("files-of-{item}")>
            <ul class="certificates__list">
                <For each=move || attached.get() key=|id| id.clone() let:id>
                    <AttachedFile id=id />
                </For>
            </ul>
            <div class="certificates__choose">
                <ChooseFiles id=format!("attach-material-{item}") several=true given=given>
                    {t(label("附上签章件等扫描件", "Attach signed scans and the like"))}
                    <span class="visually-hidden">{about}</span>
                </ChooseFiles>
            </div>
            <WorkStatus work=work />
        </div>
    }
}

/// The files of nobody and nothing, and those of a member that is gone.
#[component]
pub fn OtherFiles() -> impl IntoView {
    let state = State::here();
    let others = state.part(|dossier| {
        let is_other = |record: &&Attachment| match record.holder() {
            Holder::Member(id) => dossier.member(&id).is_none(),
            Holder::Material(_) => false,
            Holder::Nobody => true,
        };
        dossier.attachments.iter().filter(is_other).map(|record| record.id.clone()).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <h3>{t(label("其他附件", "Other files"))}</h3>
            <p class="field__hint">
                {t(
                    label(
                        "不属于某一家或某一项的文件，放在材料包的“09-其他附件”和汇编的最后。",
                        "Files of no one unit or material: they go into 09-其他附件 of the bundle and to the end of the book.",
                    ),
                )}
            </p>
            <ul class="certificates__list" data-testid="other-files">
                <For each=move || others.get() key=|id| id.clone() let:id>
                    <AttachedFile id=id />
                </For>
            </ul>
        </Show>
    }
}

/// Takes files for somebody or something one after the other; each that is refused is told with its reason, the others are taken all the
/// same.
async fn attach_all(state: State, holder: Holder, files: Vec<Given>, work: RwSignal<Work>) {
    let mut taken = 0_usize;
    let mut refused: Vec<Message> = Vec::new();
    for Given { file, .. } in files {
        let name = file.name();
        let _gone_with_the_screen = work.try_set(Work::Busy(message!("正在读取“{name}”…", "Reading “{name}” …")));
        let id = fresh_id("a");
        let admit = |dossier: &mut Dossier, sums: &_| {
            dossier.admits(&name, sums, None).map(drop).map_err(|refusal| refusal.message())
        };
        match take_in(state, &file, admit).await {
            Ok(sums) => {
                let (sha256, kind) = (sums.sha256.clone(), sums.kind);
                state.change(|dossier| drop(dossier.attach(id, holder.clone(), name, sums)));
                if let Ok(media_type) = kind {
                    look(state, &sha256, media_type, |_| ());
                }
                taken += 1;
            }
            Err(words) => refused.push(words),
        }
    }
    let outcome = if refused.is_empty() {
        Work::Done(message!("已附 {taken} 个文件。", "{taken} files were attached."))
    } else {
        let join = |words: fn(&Message) -> &str| refused.iter().map(words).collect::<Vec<_>>().join("\n");
        Work::Failed(Message { zh: join(|words| &words.zh), en: join(|words| &words.en) })
    };
    let _gone_with_the_screen = work.try_set(outcome);
}
