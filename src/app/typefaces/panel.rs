//! 文书字体: which fonts the PDF files are set in, and how to use one's own.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlInputElement};

use super::shelf::OwnFont;
use super::{installed, shelf, supply};
use crate::app::state::{State, t};
use crate::app::storage::Trouble;
use crate::app::transfer::{Work, WorkStatus};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;
use jiemeng::render::Typeface;

/// A typeface, its name, and the font that comes with the app for it.
const ROWS: [(Typeface, Label, Label); 5] = [
    (
        Typeface::XiaoBiaoSong,
        label("小标宋（标题）", "XiaoBiaoSong (titles)"),
        label("思源宋体 粗体", "Noto Serif SC Bold"),
    ),
    (Typeface::FangSong, label("仿宋（正文）", "FangSong (body)"), label("思源宋体", "Noto Serif SC")),
    (
        Typeface::Hei,
        label("黑体（一级标题、表头）", "HeiTi (first headings, heads of tables)"),
        label("思源黑体", "Noto Sans SC"),
    ),
    (
        Typeface::Kai,
        label("楷体（二级标题、说明）", "KaiTi (second headings, notes)"),
        label("霞鹜文楷", "LXGW WenKai"),
    ),
    (Typeface::Song, label("宋体（表格、页码）", "SongTi (tables, page numbers)"), label("思源宋体", "Noto Serif SC")),
];

/// The section about fonts.
#[component]
pub fn Typefaces() -> impl IntoView {
    let own = RwSignal::new_local(Vec::<OwnFont>::new());
    let work = RwSignal::new(Work::Idle);
    // A browser that keeps nothing has no fonts of the user's: the table shows ours.
    spawn_local(async move { own.set(shelf::all().await.unwrap_or_default()) });
    let use_installed = move |_| {
        work.set(Work::Busy(message!("正在读取本机字体…", "Reading the fonts of this machine …")));
        spawn_local(async move {
            work.set(match take_installed(own).await {
                Ok(words) => Work::Done(words),
                Err(words) => Work::Failed(words),
            });
        });
    };
    let rows = ROWS.map(|(typeface, name, ours)| view! { <Row typeface name ours own work /> });
    view! {
        <section class="group" aria-labelledby="fonts-heading">
            <h2 id="fonts-heading">{t(label("PDF 用的字体", "Fonts of the PDF files"))}</h2>
            <p>
                {t(
                    label(
                        "Word 文件指定公文标准的字体，由打开它的电脑提供。PDF 把字体嵌入文件，默认用随本程序提供的开源字体；您有权使用仿宋、小标宋等字体的，可以换成自己的。字体只留在这个浏览器里，不随草稿和材料包外带。",
                        "Word files name the typefaces of official paper, and the machine that opens them provides them. PDF files carry their fonts: open ones that come with this app, or your own where you have the right to use them. They stay in this browser and go into no draft and no bundle.",
                    ),
                )}
            </p>
            <table class="table typefaces">
                <thead>
                    <tr>
                        <th scope="col">{t(label("字体", "Typeface"))}</th>
                        <th scope="col">{t(label("PDF 现在用", "PDF uses"))}</th>
                        <th scope="col">{t(label("更换", "Change"))}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <Show when=installed::can_be_asked>
                <div class="actions">
                    <button type="button" class="button button--quiet" on:click=use_installed>
                        {t(label("使用本机的公文字体", "Use the fonts of this machine"))}
                    </button>
                </div>
            </Show>
            <WorkStatus work=work />
        </section>
    }
}

/// One typeface: what it is set in, and the ways to change that.
#[component]
fn Row(
    typeface: Typeface,
    name: Label,
    ours: Label,
    own: RwSignal<Vec<OwnFont>, LocalStorage>,
    work: RwSignal<Work>,
) -> impl IntoView {
    let state = State::here();
    let theirs =
        move || own.with(|own| own.iter().find(|font| font.typeface == typeface).map(|font| font.name.clone()));
    let in_use = move || theirs().unwrap_or_else(|| ours.words(state.language.get()).to_owned());
    let id = format!("font-{typeface:?}");
    let choose = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        let Some(file) = file else { return };
        work.set(Work::Busy(message!("正在读取字体…", "Reading the font …")));
        let font = OwnFont { typeface, name: file.name(), bytes: file.into() };
        spawn_local(async move { work.set(outcome(take(font, own).await)) });
    };
    let restore = move |_| {
        spawn_local(async move {
            match shelf::forget(typeface).await {
                Ok(()) => own.update(|own| own.retain(|font| font.typeface != typeface)),
                Err(trouble) => work.set(Work::Failed(not_kept(&trouble))),
            }
            supply::renew();
        });
    };
    view! {
        <tr>
            <th scope="row">{t(name)}</th>
            <td>{in_use}</td>
            <td>
                <input type="file" class="visually-hidden" id=id.clone() accept=".ttf,.otf,.ttc,.otc" on:change=choose />
                <label class="link" for=id>
                    {t(label("选择字体文件", "Choose a font file"))}
                    <span class="visually-hidden">"：" {t(name)}</span>
                </label>
                <Show when=move || theirs().is_some()>
                    <button type="button" class="link" on:click=restore>
                        {t(label("恢复默认", "Use the one provided"))}
                        <span class="visually-hidden">"：" {t(name)}</span>
                    </button>
                </Show>
            </td>
        </tr>
    }
}

fn outcome(taken: Result<String, Message>) -> Work {
    match taken {
        Ok(name) => Work::Done(message!("PDF 改用“{name}”。", "PDF files now use “{name}”.")),
        Err(words) => Work::Failed(words),
    }
}

/// Takes all fonts of official paper that this machine has.
async fn take_installed(own: RwSignal<Vec<OwnFont>, LocalStorage>) -> Result<Message, Message> {
    let mut names = Vec::new();
    for found in installed::installed().await? {
        let font = OwnFont { typeface: found.typeface, name: found.name, bytes: found.bytes };
        names.push(take(font, own).await?);
    }
    if names.is_empty() {
        return Err(message!(
            "本机没有找到仿宋、楷体、小标宋等公文字体，PDF 仍用随本程序提供的字体",
            "No fonts of official paper were found on this machine; PDF files keep the fonts provided"
        ));
    }
    let names = names.join("、");
    Ok(message!("PDF 改用：{names}。", "PDF files now use: {names}."))
}

/// Takes a font once the clerk has found it usable, and keeps it for next time. Gives its name.
async fn take(font: OwnFont, own: RwSignal<Vec<OwnFont>, LocalStorage>) -> Result<String, Message> {
    supply::try_out(&font).await?;
    let name = font.name.clone();
    let kept = shelf::keep(&font).await;
    own.update(|own| {
        own.retain(|other| other.typeface != font.typeface);
        own.push(font);
    });
    supply::renew();
    kept.map(|()| name).map_err(|trouble| not_kept(&trouble))
}

fn not_kept(trouble: &Trouble) -> Message {
    let Message { zh, en } = trouble.message();
    message!(
        "这个字体本次可用，但没有保存下来：{zh}。下次打开需要重新选择",
        "The font can be used now but was not kept: {en}. Choose it again next time"
    )
}
