//! 核验备案材料包: whether a bundle is what was once downloaded. Nothing that is kept here is read or changed.

mod bundle;
mod queue;

use leptos::prelude::*;
use web_sys::{DragEvent, File};

use crate::app::components::{ChooseFile, Heading};
use crate::app::state::t;
use bundle::BundleCard;
use jiemeng::language::label;
use queue::Queue;

/// The page.
#[component]
pub fn Verify() -> impl IntoView {
    let queue = Queue::new();
    view! {
        <Heading title=label("核验备案材料包", "Verify filing bundles") />
        <p class="lead">
            {t(
                label(
                    "看一份材料包是不是当初下载的那一份；改过的，指出哪个文件、哪一段。",
                    "See whether a bundle is the one that was downloaded; where it was changed, which file and which paragraph.",
                ),
            )}
        </p>
        <Choose queue=queue />
        <For each=move || queue.checked.get() key=|checked| checked.id let:checked>
            <BundleCard checked=checked queue=queue />
        </For>
        <Limits />
    }
}

/// Where bundles are chosen or dropped.
#[component]
fn Choose(queue: Queue) -> impl IntoView {
    let chosen = move |files: Vec<File>| queue.take(files.into_iter());
    let over = RwSignal::new(false);
    let dragged = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(files) = event.data_transfer().and_then(|carried| carried.files()) {
            queue.take((0..files.length()).filter_map(|place| files.get(place)));
        }
    };
    view! {
        <div
            class="drop"
            class:is-over=over
            data-testid="verify-drop"
            on:dragover=dragged
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <ChooseFile
                words=label("选择材料包", "Choose bundles")
                accept=".zip"
                testid="verify-file"
                several=true
                main=true
                chosen=chosen
            />
            <p>
                {t(
                    label(
                        "或把一个或多个 ZIP 文件拖到这里。核验在这台电脑上进行，不上传，也不影响这里保存的材料。",
                        "or drop one or more ZIP files here. They are verified on this machine; nothing is sent anywhere, and what is kept here is not touched.",
                    ),
                )}
            </p>
        </div>
    }
}

/// What a verdict proves and what it does not.
#[component]
fn Limits() -> impl IntoView {
    let points = [
        label(
            "“与下载时完全一致”：每个文件都与包内清单相符，文书和 PDF 按包内填报数据重新生成后逐字节相同，打包方式也没有变。",
            "Exactly as it was downloaded: every file agrees with the lists in the bundle, documents and PDF files come out the same byte for byte when made again from its dossier, and it is packed as it was.",
        ),
        label(
            "材料包没有电子签名，证明不了是谁制作的。改了填报数据再重新下载的，是另一份“一致”的材料包；两份的核验码不同。",
            "A bundle bears no signature and does not prove who made it. Whoever changes the dossier and downloads anew has another intact bundle; its code is another.",
        ),
        label(
            "核验码（20 位）取自全部文件的校验值。请制作人用电话、交接单等另外告诉您：两边一样，就是同一份材料。",
            "The code, 20 letters and digits, is taken from the sums of all files. Have the maker tell you it by another way, over the telephone or on paper: the same code is the same bundle.",
        ),
        label(
            "用自选字体排的 PDF、其他版本程序制作的文件，这里无法原样重排，会写明“无法核对”。",
            "PDF files set in fonts of one's own, and files made by another version of the program, cannot be made again here; that is said as “not verified”.",
        ),
        label(
            "核验只看材料有没有改动，不代表内容属实，也不代替受理部门的审查。",
            "This tells whether something was changed, not whether it is true, and stands for no office's review.",
        ),
    ];
    view! {
        <section aria-labelledby="limits-heading">
            <h2 id="limits-heading">{t(label("核验能说明什么", "What this can tell"))}</h2>
            <ul class="limits">{points.map(|point| view! { <li>{t(point)}</li> }).collect_view()}</ul>
        </section>
    }
}
