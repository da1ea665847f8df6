//! The controls: one for each way a value is asked for.
//!
//! What is typed is taken as it is and never touched while it is being typed: no trimming, no reformatting, no error. Text
//! in composition (pinyin) is not taken until it is composed. When the field is left it shows the canonical form.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::field::Entry;
use crate::app::browser;
use crate::app::state::{State, t};
use jiemeng::checks::Finding;
use jiemeng::dossier::{FactPath, FactValue, Kind};
use jiemeng::identifiers::{Division, Uscc};
use jiemeng::language::{Label, Message, label};

/// More options than these are offered in a list that unfolds.
const RADIO_OPTIONS: usize = 6;

/// Whether an answer is chosen among radio buttons, which are a group and not a single control.
pub const fn is_radio_group(kind: Kind) -> bool {
    matches!(kind, Kind::Choice(options) if options.len() <= RADIO_OPTIONS)
}

/// The control that the kind of an entry's question asks for.
#[component]
pub fn Control(entry: Entry) -> impl IntoView {
    match entry.question.kind {
        Kind::Prose => view! { <Prose entry=entry /> }.into_any(),
        Kind::Choice(options) if options.len() <= RADIO_OPTIONS => {
            let roles = (entry.path.member_id().is_some() && entry.question.key == "role")
                .then(|| view! { <RoleFindings path=entry.path.clone() /> });
            view! {
                <Radios entry=entry options=options />
                {roles}
            }
            .into_any()
        }
        Kind::Choice(options) => view! { <Select entry=entry options=options.to_vec() /> }.into_any(),
        Kind::Division => view! { <Select entry=entry options=divisions() /> }.into_any(),
        Kind::Uscc => view! {
            <Line entry=entry.clone() />
            <CodeReading entry=entry />
        }
        .into_any(),
        Kind::Text | Kind::Count | Kind::Amount | Kind::Date | Kind::Phone | Kind::Email | Kind::Postcode => {
            view! { <Line entry=entry /> }.into_any()
        }
    }
}

/// How wide a line is and which keys a touch screen offers.
const fn shape(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Count => ("line line--count", "numeric"),
        Kind::Amount => ("line line--count", "decimal"),
        Kind::Postcode => ("line line--count", "numeric"),
        Kind::Date => ("line line--date", "text"),
        Kind::Phone => ("line line--short", "tel"),
        Kind::Email => ("line line--medium", "email"),
        Kind::Uscc => ("line line--medium line--code", "text"),
        _ => ("line", "text"),
    }
}

/// One line of text, whatever it is read into.
#[component]
fn Line(entry: Entry) -> impl IntoView {
    let (class, keys) = shape(entry.question.kind);
    let typing = Typing::new(&entry);
    let error = entry.error;
    let element = NodeRef::<leptos::html::Input>::new();
    show_when_idle(entry.text, move || element.get());
    view! {
        <input
            type="text"
            class=class
            id=entry.id()
            node_ref=element
            inputmode=keys
            autocomplete="off"
            spellcheck="false"
            aria-describedby=entry.described_by()
            aria-invalid=move || error.get().is_some().then_some("true")
            on:input=typing.clone().on_input()
            on:compositionend=typing.clone().on_composed()
            on:blur=typing.on_left()
        />
    }
}

/// Several paragraphs.
#[component]
fn Prose(entry: Entry) -> impl IntoView {
    let typing = Typing::new(&entry);
    let error = entry.error;
    let element = NodeRef::<leptos::html::Textarea>::new();
    show_when_idle(entry.text, move || element.get());
    view! {
        <textarea
            class="prose"
            id=entry.id()
            node_ref=element
            rows="3"
            autocomplete="off"
            aria-describedby=entry.described_by()
            aria-invalid=move || error.get().is_some().then_some("true")
            on:input=typing.clone().on_input()
            on:compositionend=typing.clone().on_composed()
            on:blur=typing.on_left()
        ></textarea>
    }
}

/// A line or a paragraph box: what can be written and read.
trait Writable: AsRef<Element> + Clone + 'static {
    fn written(&self) -> String;
    fn write(&self, text: &str);
}

impl Writable for HtmlInputElement {
    fn written(&self) -> String {
        self.value()
    }
    fn write(&self, text: &str) {
        self.set_value(text);
    }
}

impl Writable for HtmlTextAreaElement {
    fn written(&self) -> String {
        self.value()
    }
    fn write(&self, text: &str) {
        self.set_value(text);
    }
}

/// Shows the fact's text in its element, unless somebody is typing there.
fn show_when_idle<E: Writable>(text: Memo<String>, element: impl Fn() -> Option<E> + 'static) {
    Effect::new(move || {
        let text = text.get();
        if let Some(element) = element()
            && !browser::has_focus(element.as_ref())
            && element.written() != text
        {
            element.write(&text);
        }
    });
}

/// What happens while somebody types in a line or a paragraph box.
#[derive(Clone)]
struct Typing(Entry);

impl Typing {
    fn new(entry: &Entry) -> Self {
        Self(entry.clone())
    }

    fn on_input(self) -> impl FnMut(Event) + 'static {
        move |event| {
            if !browser::is_composing(&event) {
                self.0.type_in(&event_target_value(&event));
            }
        }
    }

    fn on_composed(self) -> impl FnMut(leptos::ev::CompositionEvent) + 'static {
        move |event| self.0.type_in(&event_target_value(&event))
    }

    fn on_left(self) -> impl FnMut(leptos::ev::FocusEvent) + 'static {
        move |event| {
            self.0.settle();
            // A field that had the focus is also left when its screen is, and then the text is gone with the screen.
            let (Some(text), Some(target)) = (self.0.text.try_get_untracked(), event.target()) else { return };
            if let Some(line) = target.dyn_ref::<HtmlInputElement>() {
                line.write(&text);
            } else if let Some(prose) = target.dyn_ref::<HtmlTextAreaElement>() {
                prose.write(&text);
            }
        }
    }
}

type Options = Vec<(&'static str, Label)>;

fn divisions() -> Options {
    Division::ALL.iter().map(|division| (division.label().zh, division.label())).collect()
}

/// A few options, all in view.
#[component]
fn Radios(entry: Entry, options: &'static [(&'static str, Label)]) -> impl IntoView {
    let text = entry.text;
    let (id, label_id, described_by) = (entry.id(), entry.label_id(), entry.described_by());
    let clear = {
        let entry = entry.clone();
        move |_| entry.choose("")
    };
    let rows = options.iter().map(move |(code, words)| {
        let entry = entry.clone();
        let id = format!("{}={code}", entry.path);
        view! {
            <div class="radio">
                <input
                    type="radio"
                    id=id.clone()
                    name=entry.id()
                    value=*code
                    prop:checked=move || text.with(|text| text == code)
                    on:change=move |_| entry.choose(code)
                />
                <label for=id>{t(*words)}</label>
            </div>
        }
    });
    view! {
        <div class="radios" role="radiogroup" id=id aria-labelledby=label_id aria-describedby=described_by>
            {rows.collect_view()} <Show when=move || !text.with(String::is_empty)>
                <button type="button" class="link" on:click=clear.clone()>
                    {t(label("清除", "Clear"))}
                </button>
            </Show>
        </div>
    }
}

/// Many options, in a list that unfolds.
#[component]
fn Select(entry: Entry, options: Options) -> impl IntoView {
    let (text, error) = (entry.text, entry.error);
    let rows = options.into_iter().map(move |(code, words)| {
        view! {
            <option value=code prop:selected=move || text.with(|text| text == code)>
                {t(words)}
            </option>
        }
    });
    let (id, described_by) = (entry.id(), entry.described_by());
    let choose = move |event: Event| {
        let chosen = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        entry.choose(&chosen.map(|select| select.value()).unwrap_or_default());
    };
    view! {
        <select
            class="select"
            id=id
            aria-describedby=described_by
            aria-invalid=move || error.get().is_some().then_some("true")
            on:change=choose
        >
            <option value="" prop:selected=move || text.with(String::is_empty)>
                {t(label("请选择", "Choose"))}
            </option>
            {rows.collect_view()}
        </select>
    }
}

/// What the roles of all members together say against this one, such as a second 理事长单位.
#[component]
fn RoleFindings(path: FactPath) -> impl IntoView {
    let state = State::here();
    let found = Memo::new(move |_| {
        state.assessment().with(|assessment| {
            let speaks = |finding: &&Finding| finding.check == "leading-roles" && finding.facts.contains(&path);
            assessment.findings.iter().filter(speaks).map(|finding| finding.message.clone()).collect::<Vec<_>>()
        })
    });
    let rows = move || found.get().iter().map(|words| view! { <p>{state.say(words)}</p> }).collect_view();
    view! {
        <div class="field__error" role="status">
            {rows}
        </div>
    }
}

/// What a credit code says of its holder, once it is read.
#[component]
fn CodeReading(entry: Entry) -> impl IntoView {
    let state = State::here();
    let reading = move || {
        let code = Uscc::read(&entry.text.get()).ok()?;
        let class = code.class().label();
        let region = code.region().to_owned();
        let (zh, en) =
            region.parse::<Division>().map_or((&*region, &*region), |place| (place.label().zh, place.label().en));
        Some(state.say(&Message {
            zh: format!("{} · 发码机关所在地：{zh}", class.zh),
            en: format!("{} · issued in {en}", class.en),
        }))
    };
    view! { <p class="field__reading">{reading}</p> }
}
