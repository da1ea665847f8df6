//! One of the eight materials.

use std::sync::Arc;

use leptos::prelude::*;

use super::blanks::Blanks;
use crate::app::components::{Cite, Field};
use crate::app::state::{State, t};
use crate::app::transfer::{AttachMany, Certificates, MaterialFiles, OtherFiles};
use crate::app::turns::by_turns;
use jiemeng::checks::{ItemState, MaterialItem, Need};
use jiemeng::dossier::{Dossier, FactPath, Section};
use jiemeng::language::{Label, label};
use jiemeng::members::{due_of, progress};
use jiemeng::message;
use jiemeng::screens::{Address, Route, name_of};

/// How far an item is: nothing is called ready whose document still shows what is missing in it.
pub fn state(item: &MaterialItem, blanks: &[usize]) -> ItemState {
    match item.state {
        ItemState::Ready if blanks_of(item.number, blanks) > 0 => ItemState::InProgress,
        state => state,
    }
}

fn blanks_of(item: u8, blanks: &[usize]) -> usize {
    blanks.get(usize::from(item).saturating_sub(1)).copied().unwrap_or_default()
}

/// The item at this place of the assessment's list.
#[component]
pub fn Item(
    /// Its place, from 0.
    place: usize,
    /// How many facts are missing in the documents of each item.
    blanks: ReadSignal<Vec<usize>>,
) -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let item = Memo::new(move |_| assessment.with(|assessment| assessment.materials.get(place).cloned()));
    let Some(MaterialItem { number, title, citation, .. }) = item.get_untracked() else { return ().into_any() };
    let heading = format!("material-{number}");
    let status = move || item.with(|item| item.as_ref().map(|item| self::state(item, &blanks.read())));
    let missing = Memo::new(move |_| blanks_of(number, &blanks.read()));
    let needs = Memo::new(move |_| item.with(|item| item.as_ref().map(|item| item.needs.clone()).unwrap_or_default()));
    // Of each member something else: a table for signatures and seals, a list for certificates.
    let by_member = matches!(number, SIGNED | CERTIFIED);
    let plain = Memo::new(move |_| {
        let plain = |need: &&Need| !(by_member && need.member().is_some());
        needs.with(|needs| needs.iter().filter(plain).cloned().collect::<Vec<_>>())
    });
    let there = move || plain.with(|needs| needs.iter().filter(|need| need.is_done()).count());
    let rows = move |done: bool| {
        let needs = plain.get().into_iter().filter(move |need| need.is_done() == done);
        needs.map(|need| view! { <OneNeed need=need /> }).collect_view()
    };
    let fields = Memo::new(move |_| plain.with(|needs| own_facts(needs)));
    view! {
        <section class="group material" aria-labelledby=heading.clone() data-item=number.to_string()>
            <h2 id=heading.clone()>
                {number} ". " {t(title)} " "
                <span class="status" data-status=move || status().map(code)>
                    {move || status().map(|status| words(status).words(state.language.get()))}
                </span>
            </h2>
            <Cite citation=citation />
            <ul class="needs">{move || rows(false)}</ul>
            <Blanks item=number count=missing />
            <details class="needs-there" hidden=move || there() == 0>
                <summary>
                    {move || {
                        let there = there();
                        state.say(&message!("已有 {there} 项", "{there} there already"))
                    }}
                </summary>
                <ul class="needs">{move || rows(true)}</ul>
            </details>
            <For each=move || fields.get() key=|path| path.clone() let:path>
                <Field path=path cited=false />
            </For>
            {match number {
                SIGNED => view! { <Signatures /> }.into_any(),
                CERTIFIED => view! { <AllCertificates needs=needs /> }.into_any(),
                _ => ().into_any(),
            }}
            {(number != CERTIFIED).then(|| view! { <MaterialFiles item=number /> })}
        </section>
    }
    .into_any()
}

/// Item (二): the charter, signed and sealed by every member.
const SIGNED: u8 = 2;
/// Item (四): every member's certificate.
const CERTIFIED: u8 = 4;

const fn code(state: ItemState) -> &'static str {
    match state {
        ItemState::NotStarted => "not-started",
        ItemState::InProgress => "in-progress",
        ItemState::Ready => "done",
    }
}

const fn words(state: ItemState) -> Label {
    match state {
        ItemState::NotStarted => label("未开始", "Not started"),
        ItemState::InProgress => label("进行中", "In progress"),
        ItemState::Ready => label("已齐备", "Ready"),
    }
}

/// The facts that are asked on this page itself.
fn own_facts(needs: &[Need]) -> Vec<FactPath> {
    let facts = needs.iter().flat_map(|need| need.facts().iter().collect::<Vec<_>>());
    facts.filter(|path| path.section() == Some(Section::Materials) && Dossier::question(path).is_some()).collect()
}

/// What is needed, whether it is there, and where to see to it.
#[component]
fn OneNeed(need: Need) -> impl IntoView {
    let state = State::here();
    let (what, done, hint) = (need.words(), need.is_done(), need.is_hint());
    let elsewhere = need.facts().iter().find(|path| path.section() != Some(Section::Materials)).filter(|_| !done);
    let mark = if done { label("已有", "There") } else { label("还缺", "Missing") };
    view! {
        <li class="need" class:is-done=done>
            <span class="need__mark" aria-hidden="true">{if done { "✓" } else { "○" }}</span>
            <span class="visually-hidden">{t(mark)}</span>
            <span>
                {hint.then(|| view! { <span class="tag">{t(label("提示", "Hint"))}</span> })} {move || state.say(&what)} " "
                {elsewhere
                    .map(|path| {
                        let address = Address::of_fact(&path).to_string();
                        view! {
                            <a href=address>
                                {t(label("去填写", "Fill in"))}
                                <span class="visually-hidden">{move || place_name(state, &path)}</span>
                            </a>
                        }
                    })}
            </span>
        </li>
    }
}

fn place_name(state: State, path: &FactPath) -> String {
    state.say(&state.peek(|dossier| name_of(dossier, path)))
}

/// How many have signed and sealed the charter, and where that is noted.
#[component]
fn Signatures() -> impl IntoView {
    let state = State::here();
    let done = state.part(|dossier| {
        let due = due_of(dossier);
        (progress(&due).0, due.len())
    });
    let standing = move || {
        let ([signed, sealed, ..], count) = done.get();
        state.say(&message!(
            "{count} 家中已签字 {signed} 家，已盖章 {sealed} 家。",
            "Of {count} units {signed} have signed and {sealed} have sealed."
        ))
    };
    view! {
        <p>{standing}</p>
        <p>
            <a class="button button--quiet" href=Route::Signing.to_string()>
                {t(label("逐家记录签字盖章", "Note who has signed and sealed"))}
            </a>
        </p>
    }
}

/// Every member's certificate, with the way to attach it.
#[component]
fn AllCertificates(needs: Memo<Vec<Need>>) -> impl IntoView {
    let state = State::here();
    let rows = Memo::new(move |_| {
        let of_member = |need: &Need| Some((need.member().cloned()?, need.clone()));
        needs.with(|needs| needs.iter().filter_map(of_member).collect::<Vec<_>>())
    });
    let standing = move || {
        let (all, there) = rows.with(|rows| (rows.len(), rows.iter().filter(|row| row.1.is_done()).count()));
        (all > 0).then(|| state.say(&message!("{all} 家中已附 {there} 家。", "{there} of {all} units attached.")))
    };
    view! {
        <AttachMany />
        <p>{standing}</p>
        <ul class="needs needs--certificates">
            <For each=by_turns(move || rows.get()) key=|row| row.0.clone() let:row>
                <CertificateRow member=row.0 rows=rows />
            </For>
        </ul>
        <OtherFiles />
    }
}

#[component]
fn CertificateRow(member: Arc<str>, rows: Memo<Vec<(Arc<str>, Need)>>) -> impl IntoView {
    let state = State::here();
    let row = {
        let member = member.clone();
        Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.0 == member).cloned()))
    };
    let done = Memo::new(move |_| row.with(|row| row.as_ref().is_some_and(|row| row.1.is_done())));
    let what = move || row.with(|row| row.as_ref().map(|row| state.say(&row.1.words())));
    let mark = move || state.say(&if done.get() { label("已有", "There") } else { label("还缺", "Missing") });
    view! {
        <li class="need" class:is-done=done>
            <span class="need__mark" aria-hidden="true">{move || if done.get() { "✓" } else { "○" }}</span>
            <span class="visually-hidden">{mark}</span>
            <div class="need__body">
                <span>{what}</span>
                <Certificates member=member.to_string() among_others=true />
            </div>
        </li>
    }
}
