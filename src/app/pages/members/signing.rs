//! 签字盖章: every member with what it has to sign, seal or hand in, to be ticked, and to be printed for those who go about.

use std::collections::BTreeSet;

use leptos::ev::Event;
use leptos::prelude::*;

use crate::app::components::{Cite, Gap, Heading, Stretch};
use crate::app::state::{State, t};
use jiemeng::dossier::{Dossier, Fact, FactPath, Member};
use jiemeng::language::{Label, Message, label};
use jiemeng::members::{Due, MATTERS, Matter, due_of, owes, progress, set_all, shown};
use jiemeng::message;
use jiemeng::screens::{Address, Route};

/// How many columns the table has.
const WIDTH: usize = 5 + MATTERS.len();

/// Which members are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    All,
    /// Those that owe something.
    Owing,
    /// Those that owe one of the matters, by its place.
    OwingOne(usize),
}

impl Listed {
    const ALL: [Self; 6] =
        [Self::All, Self::Owing, Self::OwingOne(0), Self::OwingOne(1), Self::OwingOne(2), Self::OwingOne(3)];

    const fn label(self) -> Label {
        match self {
            Self::All => label("全部", "All"),
            Self::Owing => label("还没办完的", "Something missing"),
            Self::OwingOne(0) => label("还没签字的", "Not signed"),
            Self::OwingOne(1) => label("还没盖章的", "Not sealed"),
            Self::OwingOne(2) => label("还没附证照的", "No certificate"),
            Self::OwingOne(_) => label("复印件还没盖章的", "Copy not sealed"),
        }
    }

    fn lists(self, due: &Due) -> bool {
        match self {
            Self::All => true,
            Self::Owing => owes(due),
            Self::OwingOne(matter) => due.get(matter).copied().unwrap_or_default(),
        }
    }
}

/// The screen.
#[component]
pub fn Signing() -> impl IntoView {
    let state = State::here();
    let due = state.part(due_of);
    let listed = RwSignal::new(Listed::All);
    // Ticking moves no row from under the hand: who is listed is seen to when it is asked for.
    let members = state.part(|dossier| dossier.members.iter().map(|member| member.id.clone()).collect::<Vec<_>>());
    let rows = Memo::new(move |_| {
        let listed = listed.get();
        members.with(|members| {
            let each = members.iter().cloned().enumerate();
            due.with_untracked(|due| {
                each.zip(due).filter(|(_, due)| listed.lists(due)).map(|(row, _)| row).collect::<Vec<_>>()
            })
        })
    });
    let stretch = Stretch::of(Signal::derive(move || rows.with(Vec::len)));
    let some = Memo::new(move |_| members.with(|members| !members.is_empty()));
    let title = label("签字盖章情况", "Signatures and seals");
    view! {
        <p class="signing__back">
            <a class="back" href=Route::Members.to_string()>
                {t(label("全部成员单位", "All members"))}
            </a>
        </p>
        <Heading title=title />
        <p class="lead">
            {t(
                label(
                    "章程由每家成员单位的法定代表人签署并加盖单位公章，每家还要附上证照复印件。收到一份，记上一份。",
                    "Every member's legal representative signs the charter, every member seals it and hands in a copy of its certificate. Tick each as it comes in.",
                ),
            )}
        </p>
        <Show
            when=move || some.get()
            fallback=move || view! { <p>{t(label("还没有成员单位。", "There are no members yet."))}</p> }
        >
            <Progress due=due />
            <Choices listed=listed rows=rows stretch=stretch />
            <Matrix due=due rows=rows stretch=stretch />
            <OnceForAll />
        </Show>
    }
}

/// How many have done what.
#[component]
fn Progress(due: Memo<Vec<Due>>) -> impl IntoView {
    let state = State::here();
    let done = Memo::new(move |_| due.with(|due| (progress(due), due.len())));
    let all_done = move || {
        let ((_, all), count) = done.get();
        state.say(&match count - all {
            0 => message!(
                "{count} 家的签字、盖章、证照复印件全部办完。",
                "All {count} units have signed, sealed and handed in their certificate."
            ),
            left => message!(
                "{count} 家中 {all} 家签字、盖章、证照复印件都已办完，还差 {left} 家。",
                "{all} of {count} units have signed, sealed and handed in their certificate, {left} have not."
            ),
        })
    };
    let bars = MATTERS.iter().enumerate().map(|(at, Matter { title, citation, hint, .. })| {
        let figures = move || {
            let ((done, _), count) = done.get();
            (done.get(at).copied().unwrap_or_default(), count)
        };
        let words = move || {
            let (done, count) = figures();
            format!("{done} / {count}")
        };
        let id = format!("signing-{at}");
        view! {
            <li>
                <span id=id.clone()>
                    {hint.then(|| view! { <span class="tag">{t(label("提示", "Hint"))}</span> })} " " {t(*title)}
                </span>
                <progress aria-labelledby=id max=move || figures().1.to_string() value=move || figures().0.to_string()></progress>
                <span class="signing__figures">{words}</span>
                <Cite citation=*citation />
            </li>
        }
    });
    view! {
        <p class="signing__standing" role="status">
            {all_done}
        </p>
        <ul class="signing__progress">{bars.collect_view()}</ul>
    }
}

/// Who is listed, ticking all of them, and printing them.
#[component]
fn Choices(listed: RwSignal<Listed>, rows: Memo<Vec<(usize, String)>>, stretch: Stretch) -> impl IntoView {
    let state = State::here();
    let radios = Listed::ALL.into_iter().enumerate().map(|(at, which)| {
        let id = format!("listed-{at}");
        view! {
            <div class="radio">
                <input
                    type="radio"
                    name="listed"
                    id=id.clone()
                    prop:checked=move || listed.get() == which
                    on:change=move |_| listed.set(which)
                />
                <label for=id>{t(which.label())}</label>
            </div>
        }
    });
    let ticks = MATTERS.iter().filter_map(|matter| {
        let key = matter.key?;
        let words = matter.done;
        Some(view! {
            <button type="button" class="button button--quiet" on:click=move |_| tick_all(state, &rows.get_untracked(), key)>
                {t(label("列出的全部：", "All listed: "))}
                {t(words)}
            </button>
        })
    });
    let count = move || {
        let count = rows.with(Vec::len);
        state.say(&message!("列出 {count} 家", "{count} units listed"))
    };
    view! {
        <div class="signing__choices">
            <div class="radios" role="radiogroup" aria-label=t(label("列出", "List"))>
                {radios.collect_view()}
            </div>
            <span role="status">{count}</span>
        </div>
        <div class="actions">
            <button type="button" class="button" on:click=move |_| stretch.print()>
                {t(label("打印名单", "Print the list"))}
            </button>
            {ticks.collect_view()}
        </div>
    }
}

fn tick_all(state: State, rows: &[(usize, String)], key: &'static str) {
    let Some(question) = Member::QUESTIONS.iter().find(|question| question.key == key) else { return };
    let ids: BTreeSet<String> = rows.iter().map(|(_, id)| id.clone()).collect();
    let mut count = 0;
    state.change(|dossier| count = set_all(dossier, &ids, question, "yes"));
    let (zh, en) = (question.label.zh, question.label.en);
    state.say_done(message!("已为 {count} 家记上“{zh}”。", "“{en}” was ticked for {count} units."));
}

#[component]
fn Matrix(due: Memo<Vec<Due>>, rows: Memo<Vec<(usize, String)>>, stretch: Stretch) -> impl IntoView {
    let state = State::here();
    let drawn = move || {
        let range = stretch.rows();
        rows.with(|rows| rows.iter().cloned().enumerate().skip(range.start).take(range.len()).collect::<Vec<_>>())
    };
    let alliance = state.part(|dossier| dossier.alliance.name.text());
    let on_paper = move || {
        let (name, day) = (alliance.get(), state.today.get());
        state.say(&message!("{name} {day}", "{name} {day}"))
    };
    let heads = [
        label("序号", "No."),
        label("单位名称", "Unit"),
        label("法定代表人", "Representative"),
        label("联系人", "Contact"),
        label("联系电话", "Phone"),
    ];
    let heads = heads.into_iter().chain(MATTERS.map(|matter| matter.done));
    let (before, after) = (move || stretch.gaps().0, move || stretch.gaps().1);
    view! {
        <p class="signing__paper">{on_paper}</p>
        <div class="members__pane" data-scroller="" tabindex="0" role="region" aria-label=t(label("签字盖章情况", "Signatures and seals"))>
            <table class="table signing" aria-rowcount=move || rows.with(|rows| rows.len() + 1).to_string()>
                <thead>
                    <tr>
                        {heads.map(|head| view! { <th scope="col">{t(head)}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody node_ref=stretch.body>
                    <Gap height=Signal::derive(before) columns=WIDTH />
                    <For each=drawn key=Clone::clone let((row, (place, id)))>
                        <SigningRow row=row place=place id=id due=due />
                    </For>
                    <Gap height=Signal::derive(after) columns=WIDTH />
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn SigningRow(row: usize, place: usize, id: String, due: Memo<Vec<Due>>) -> impl IntoView {
    let state = State::here();
    let words = {
        let id = id.clone();
        state.part(move |dossier: &Dossier| {
            let text = |key| dossier.member(&id).map(|member| shown(member, key).typed).unwrap_or_default();
            ["name", "legal_representative", "contact_name", "contact_phone"].map(text)
        })
    };
    let word = move |at: usize| move || words.with(|words| words.get(at).cloned().unwrap_or_default());
    let name = move || match word(0)() {
        name if name.trim().is_empty() => state.say(&label("（未填名称）", "(no name yet)")),
        name => name,
    };
    let href = Route::Member(id.clone()).to_string();
    let cells = MATTERS.into_iter().enumerate().map(|(at, matter)| {
        let owed =
            Memo::new(move |_| due.with(|due| due.get(place).and_then(|due| due.get(at)).copied().unwrap_or(true)));
        view! { <Done matter=matter owed=owed id=id.clone() of=Signal::derive(name) /> }
    });
    view! {
        <tr data-member=id.clone() aria-rowindex=(row + 2).to_string()>
            <td class="signing__number">{place + 1}</td>
            <th scope="row">
                <a href=href>{name}</a>
            </th>
            <td data-label=t(label("法定代表人", "Representative"))>{word(1)}</td>
            <td data-label=t(label("联系人", "Contact"))>{word(2)}</td>
            <td data-label=t(label("联系电话", "Phone"))>{word(3)}</td>
            {cells.collect_view()}
        </tr>
    }
}

/// A tick that is given or not; for the certificate, whether it is attached, and where.
#[component]
fn Done(matter: Matter, owed: Memo<bool>, id: String, of: Signal<String>) -> impl IntoView {
    let state = State::here();
    let named = move || {
        let (of, Label { zh, en }) = (of.get(), matter.done);
        state.say(&Message { zh: format!("{of}：{zh}"), en: format!("{of}: {en}") })
    };
    let inner = match matter.key {
        Some(key) => {
            let path = FactPath::member(id.as_str(), key);
            let change = move |event: Event| {
                state.answer(&path, if event_target_checked(&event) { "yes" } else { "" });
            };
            view! {
                <input type="checkbox" aria-label=named prop:checked=move || !owed.get() on:change=change />
            }
            .into_any()
        }
        None => {
            let attach = Address { route: Route::Member(id.clone()), focus: Some(format!("attach-{id}")) }.to_string();
            let mark = move || if owed.get() { label("未附", "Missing") } else { matter.done };
            view! {
                <a href=attach class:is-owed=owed aria-label=move || {
                    let (of, words) = (of.get(), mark());
                    state.say(&Message { zh: format!("{of}：{}", words.zh), en: format!("{of}: {}", words.en) })
                }>
                    {move || mark().words(state.language.get())}
                </a>
            }
            .into_any()
        }
    };
    view! {
        <td class="signing__tick" data-label=t(matter.done) class:is-owed=owed>
            {inner}
            <span class="signing__box" aria-hidden="true">
                {move || if owed.get() { "□" } else { "☑" }}
            </span>
        </td>
    }
}

/// What is signed and sealed once, for the whole alliance.
#[component]
fn OnceForAll() -> impl IntoView {
    let state = State::here();
    let rows = ["application_sealed", "profiles_sealed", "minutes_signed"].map(|key| {
        let path = FactPath::new(format!("materials/{key}"));
        let question = Dossier::question(&path);
        let yes = state.fact_text(path.clone());
        let mark =
            move || if yes.with(|text| text == "yes") { label("已办", "Done") } else { label("未办", "Not yet") };
        view! {
            <li>
                <a href=Address::of_fact(&path).to_string()>{question.map(|question| t(question.label))}</a>
                " "
                <span class="tag">{move || mark().words(state.language.get())}</span>
            </li>
        }
    });
    view! {
        <section class="signing__once" aria-labelledby="signing-once">
            <h2 id="signing-once">{t(label("由联盟统一办理的", "Done once, for the alliance"))}</h2>
            <ul>{rows.into_iter().collect_view()}</ul>
        </section>
    }
}
