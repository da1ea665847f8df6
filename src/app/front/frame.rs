//! What stands around every screen: the header with the language, the list of screens, the footer; and the places for what
//! comes with the dossier.

use gloo::utils::document;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::tasks::Tasks;
use super::tour::OFFER;
use crate::app::components::Heading;
use crate::app::parts::{self, Desk, Wing};
use crate::app::shell::{HeldUp, Shell, t};
use crate::app::{browser, route, turns};
use jiemeng::language::{Language, label};
use jiemeng::measures::EDITION;
use jiemeng::screens::{Address, Route, TASKS};

/// The page: header, screens, footer.
#[component]
pub fn Frame() -> impl IntoView {
    route::follow();
    follow_language();
    follow_width();
    turns::follow_printing();
    tell_when_ready();
    view! {
        <Masthead />
        <div class="frame">
            <Contents />
            <main id="main" class="main">
                <Missing />
                {of_desk(|desk| (desk.above)())}
                <ToTasks />
                <Screen />
                {of_desk(|desk| (desk.below)())}
            </main>
        </div>
        <Footer />
    }
}

/// What comes with the dossier, once it is there.
pub fn of_desk(what: impl Fn(Desk) -> AnyView + Send + 'static) -> impl IntoView {
    of_desk_or(what, || ().into_any())
}

/// What comes with the dossier, and what keeps its place until then.
pub fn of_desk_or(
    what: impl Fn(Desk) -> AnyView + Send + 'static,
    before: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let shell = Shell::here();
    move || shell.desk.get().map_or_else(&before, &what)
}

/// The screen that the address names: the first one is there at once, the others when they have come.
#[component]
fn Screen() -> impl IntoView {
    let shell = Shell::here();
    let wing = Memo::new(move |_| shell.address.with(|here| Wing::of(&here.route)));
    move || {
        let Some(wing) = wing.get() else { return view! { <Tasks /> }.into_any() };
        match shell.wing(wing).get().filter(|_| shell.desk.with(Option::is_some)) {
            Some(draw) => draw(),
            None => view! { <Heading title=label("正在打开…", "Opening …") /> }.into_any(),
        }
    }
}

/// What has not come and why, with a way to try again where that helps.
#[component]
fn Missing() -> impl IntoView {
    let shell = Shell::here();
    move || {
        shell.held_up.get().map(|held_up| {
            let again = (held_up == HeldUp::NotLoaded).then(|| {
                view! {
                    <button type="button" class="link" on:click=move |_| parts::fetch(shell)>
                        {t(label("重试", "Try again"))}
                    </button>
                }
            });
            view! {
                <p class="notice notice--bad" role="alert">
                    {t(held_up.label())} " " {again}
                </p>
            }
        })
    }
}

/// Tells the style sheets how wide the screen is, before it is there: nothing is to move when it comes.
fn follow_width() {
    let shell = Shell::here();
    let width = Memo::new(move |_| shell.address.with(|here| width(&here.route)));
    Effect::new(move || {
        if let Some(root) = document().document_element() {
            let _takes_any_word = root.set_attribute("data-width", width.get());
        }
    });
}

/// What a screen wants room for.
const fn width(route: &Route) -> &'static str {
    match route {
        Route::Charter => "builder",
        Route::Members | Route::Member(_) | Route::Signing => "list",
        _ => "words",
    }
}

/// Tells whoever watches, once, that the page takes what is typed.
fn tell_when_ready() {
    let shell = Shell::here();
    Effect::new(move || {
        if shell.is_drawn() {
            browser::mark_ready();
        }
    });
}

/// The way back to the task list, above whatever is one of its tasks.
#[component]
fn ToTasks() -> impl IntoView {
    let shell = Shell::here();
    let is_task = Memo::new(move |_| shell.address.with(|here| TASKS.iter().any(|task| task.route == here.route)));
    view! {
        <p class="to-tasks" hidden=move || !is_task.get()>
            <a class="back" href=Route::Home.to_string()>
                {t(label("任务清单", "Task list"))}
            </a>
        </p>
    }
}

#[component]
fn Masthead() -> impl IntoView {
    let to_content = move |event: MouseEvent| {
        event.prevent_default();
        if let Some(heading) = browser::find("h1") {
            let _never_fails = heading.focus();
        }
    };
    view! {
        <header class="masthead">
            <a class="skip" href="#/" on:click=to_content>
                {t(label("跳到正文", "Skip to content"))}
            </a>
            <div class="masthead__row">
                <a class="brand" href="#/">
                    <Mark />
                    <span class="brand__name">{t(label("结盟", "Jiemeng"))}</span>
                    <span class="brand__line">{t(label("知识产权联盟组建与备案", "Forming and filing an IP alliance"))}</span>
                </a>
                {of_desk_or(|desk| (desk.tools)(), || view! { <div class="masthead__status"></div> }.into_any())}
                <LanguageSwitch />
            </div>
        </header>
    }
}

/// Two rings joined: an alliance.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="brand__mark" viewBox="0 0 32 20" aria-hidden="true">
            <circle cx="11" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="3" />
            <circle cx="21" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="3" />
        </svg>
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let shell = Shell::here();
    let switch = move |_| {
        let other = if shell.language.get_untracked() == Language::Zh { Language::En } else { Language::Zh };
        browser::remember_language(other);
        shell.language.set(other);
    };
    view! {
        <button type="button" class="language" on:click=switch lang=move || other_code(shell.language.get())>
            {t(label("English", "中文"))}
        </button>
    }
}

const fn other_code(language: Language) -> &'static str {
    match language {
        Language::Zh => "en",
        Language::En => "zh-CN",
    }
}

/// The list of screens. On a narrow window it is folded behind a button.
#[component]
fn Contents() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <nav class="contents" aria-label=t(label("目录", "Contents"))>
            <button
                type="button"
                class="contents__button"
                aria-expanded=move || open.get().to_string()
                aria-controls="contents-list"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {t(label("目录", "Contents"))}
            </button>
            <ul id="contents-list" class="contents__list" class:is-open=open on:click=move |_| open.set(false)>
                <ContentsLink route=Route::Home title=label("任务清单", "Task list") />
                {TASKS
                    .iter()
                    .map(|task| view! { <ContentsLink route=task.route.clone() title=task.title /> })
                    .collect_view()}
                <ContentsLink route=Route::Documents title=label("预览和打印文书", "See and print") />
                <ContentsLink route=Route::Measures title=label("管理办法", "The Measures") />
            </ul>
        </nav>
    }
}

#[component]
fn ContentsLink(route: Route, title: jiemeng::language::Label) -> impl IntoView {
    let shell = Shell::here();
    let href = route.to_string();
    let current = move || {
        let here = shell.address.get().route;
        let inside = matches!(
            (&route, &here),
            (Route::Members, Route::Member(_) | Route::Signing)
                | (Route::Charter, Route::CharterCheck)
                | (Route::Eligibility, Route::Precheck | Route::PrecheckResult)
                | (Route::Documents, Route::Document(_))
                | (Route::Review, Route::Done)
                | (Route::Measures, Route::Article(_))
        );
        (inside || here == route).then_some("page")
    };
    view! {
        <li>
            <a href=href aria-current=current>
                {t(title)}
            </a>
        </li>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let tour = Address { route: Route::Home, focus: Some(OFFER.to_owned()) };
    view! {
        <footer class="footer">
            <p>
                {t(
                    label(
                        "依据《海南省知识产权联盟管理办法（暂行）（征求意见稿）》。本工具不是官方网站，不构成法律意见，一切以受理部门要求为准。",
                        "Based on the draft for comment of Hainan's Measures. Not an official site and no legal advice; what the receiving office asks for prevails.",
                    ),
                )}
            </p>
            <p>{t(EDITION.note)}</p>
            <p>
                <a href=tour.to_string()>{t(label("功能导览", "A tour of this page"))}</a>
            </p>
            <p>
                <a href=Route::Verify.to_string()>{t(label("核验备案材料包", "Verify filing bundles"))}</a>
            </p>
            <p>
                <a href=Route::Privacy.to_string()>{t(label("内容存在哪里，怎样清除", "What is stored where, and how to wipe it"))}</a>
            </p>
        </footer>
    }
}

/// `<html lang>` follows the language of the interface.
fn follow_language() {
    let shell = Shell::here();
    Effect::new(move || {
        let code = if shell.language.get() == Language::En { "en" } else { "zh-CN" };
        if let Some(root) = document().document_element() {
            let _never_fails = root.set_attribute("lang", code);
        }
    });
}
