//! What rests on an article: how the program treats it, a picture, and every thing by name, each with how it stands.

use leptos::prelude::*;

use crate::app::components::Unfolding;
use crate::app::state::{State, t};
use jiemeng::checks::{Entry, LEDGER, Treatment};
use jiemeng::language::{Label, label};
use jiemeng::measures::Citation;
use jiemeng::message;
use jiemeng::screens::{Address, Mood, Picture, Route, Standing, Use, UseKind, picture, uses_of};

/// So many characters of an item stand in the picture; the whole of it stands above.
const FIRST_WORDS: usize = 20;

/// All uses of an article, each with how it stands.
type Stood = Memo<Vec<(Use, Standing)>>;

/// The lower part of an article's page.
#[component]
pub fn Bearing(
    /// The article's number.
    number: u8,
) -> impl IntoView {
    let state = State::here();
    let uses = uses_of(number);
    let drawn = picture(&uses);
    let stood: Stood = Memo::new(move |_| {
        let standing = |one: &Use| {
            state.read(|dossier| state.assessment().with(|assessment| one.user.standing(dossier, assessment)))
        };
        uses.iter().map(|one| (one.clone(), standing(one))).collect()
    });
    view! {
        <h2>{t(label("在本工具中的用处", "Where it is used here"))}</h2>
        <Treated number=number />
        {(drawn.places.len() > 1).then(|| view! { <Graph number=number drawn=drawn.clone() stood=stood /> })}
        {drawn.kinds.iter().map(|(kind, _)| view! { <Uses kind=*kind stood=stood /> }).collect_view()}
    }
}

/// What becomes of the article, and of each of its items, by the ledger.
#[component]
fn Treated(number: u8) -> impl IntoView {
    let state = State::here();
    let (whole, items): (Vec<&Entry>, Vec<&Entry>) =
        LEDGER.iter().filter(|entry| entry.citation.article == number).partition(|entry| entry.citation.item.is_none());
    let said = move |entry: &'static Entry| {
        let place = entry.citation.item.map(|_| move || format!("{} ", marker(entry.citation)));
        view! {
            <li>
                {place}
                <span class="tag">{t(treatment(entry.treatment))}</span>
                " "
                {t(entry.words)}
            </li>
        }
    };
    let title = Signal::derive(move || state.say(&label("逐项说明", "Item by item")));
    let by_items = StoredValue::new(items);
    view! {
        <ul class="treated">{whole.into_iter().map(said).collect_view()}</ul>
        {(by_items.with_value(|items| !items.is_empty()))
            .then(|| {
                view! {
                    <Unfolding title=title>
                        <ul class="treated">{by_items.get_value().into_iter().map(said).collect_view()}</ul>
                    </Unfolding>
                }
            })}
    }
}

const fn treatment(treatment: Treatment) -> Label {
    match treatment {
        Treatment::Checked(_) => label("在此检查", "Checked here"),
        Treatment::Human => label("由人判断", "For a person to judge"),
        Treatment::NotAboutFiling => label("不涉及备案材料", "Not about the filing"),
    }
}

/// `（一）`, as the text marks its items.
fn marker(citation: Citation) -> String {
    citation.resolve().and_then(|provision| provision.item).map(|item| item.marker.to_owned()).unwrap_or_default()
}

/// What is pointed at in the picture: a place or a kind, by its index.
#[derive(Clone, Copy, PartialEq)]
enum Pointed {
    Place(usize),
    Kind(usize),
}

/// The places on the left, the kinds on the right, lines between them: a picture made of links. Both columns share
/// their height out evenly, so the lines know where each begins and ends.
#[component]
fn Graph(number: u8, drawn: Picture, stood: Stood) -> impl IntoView {
    let pointed = RwSignal::new(None::<Pointed>);
    let Picture { places, kinds, lines } = drawn;
    let (left, right) = (places.len(), kinds.len());
    let height = |at: usize, of: usize| (at as f64 + 0.5) * 100.0 / of as f64;
    let line = |(place, kind, count): &(usize, usize, usize)| {
        let (place, kind) = (*place, *kind);
        let lit = move || matches!(pointed.get(), Some(at) if at == Pointed::Place(place) || at == Pointed::Kind(kind));
        let (from, to) = (height(place, left), height(kind, right));
        let path = format!("M0 {from:.1}C50 {from:.1} 50 {to:.1} 100 {to:.1}");
        view! { <path d=path stroke-width=(1 + count / 4).min(4).to_string() class:is-lit=lit /> }
    };
    let drawn_lines = lines.iter().map(line).collect_view();
    let rests = move |place: usize| {
        let on = lines.iter().filter(|line| line.0 == place);
        on.filter_map(|(_, kind, count)| Some((kinds.get(*kind)?.0, *count))).collect::<Vec<_>>()
    };
    let shown: Vec<UseKind> = stood.with_untracked(|stood| {
        let has = |kind: &UseKind| stood.iter().any(|(one, _)| one.user.kind() == *kind);
        UseKind::ALL.into_iter().filter(has).collect()
    });
    view! {
        <figure class="graph" aria-label=t(label("各项与用到它的内容", "The items and what rests on them"))>
            <ul class="graph__column">
                {places
                    .iter()
                    .enumerate()
                    .map(|(at, place)| {
                        view! { <PlaceNode citation=*place rests=rests(at) pointed=pointed at=Pointed::Place(at) /> }
                    })
                    .collect_view()}
            </ul>
            <svg class="graph__lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                {drawn_lines}
            </svg>
            <ul class="graph__column">
                {shown
                    .into_iter()
                    .enumerate()
                    .map(|(at, kind)| {
                        view! { <KindNode number=number kind=kind stood=stood pointed=pointed at=Pointed::Kind(at) /> }
                    })
                    .collect_view()}
            </ul>
        </figure>
    }
}

/// A node that lights up its lines.
#[component]
fn Node(address: Address, pointed: RwSignal<Option<Pointed>>, at: Pointed, children: Children) -> impl IntoView {
    view! {
        <li class="graph__node">
            <a
                href=address.to_string()
                on:mouseenter=move |_| pointed.set(Some(at))
                on:mouseleave=move |_| pointed.set(None)
                on:focus=move |_| pointed.set(Some(at))
                on:blur=move |_| pointed.set(None)
            >
                {children()}
            </a>
        </li>
    }
}

/// An item, its first words, and for those who see no lines, what rests on it.
#[component]
fn PlaceNode(
    citation: Citation,
    rests: Vec<(UseKind, usize)>,
    pointed: RwSignal<Option<Pointed>>,
    at: Pointed,
) -> impl IntoView {
    let state = State::here();
    let address = Address {
        route: Route::Article(citation.article),
        focus: citation.item.map(|item| format!("item-{}-{item}", citation.article)),
    };
    let whole = citation.resolve().map(|provision| provision.text()).unwrap_or_default();
    let mut words: String = whole.chars().take(FIRST_WORDS).collect();
    if words != whole {
        words.push('…');
    }
    let mark = if citation.item.is_some() { marker(citation) } else { citation.to_string() };
    let told = move || {
        let each = rests.iter().map(|(kind, count)| format!("{} {count}", kind.label().words(state.language.get())));
        each.collect::<Vec<_>>().join(state.language.get_untracked().comma())
    };
    view! {
        <Node address=address pointed=pointed at=at>
            <span class="graph__place" lang="zh-CN">{mark}</span>
            <span class="graph__words" lang="zh-CN">
                {words}
            </span>
            <span class="unseen">{told}</span>
        </Node>
    }
}

/// A kind of thing, how many there are, and how many of them want looking after.
#[component]
fn KindNode(number: u8, kind: UseKind, stood: Stood, pointed: RwSignal<Option<Pointed>>, at: Pointed) -> impl IntoView {
    let state = State::here();
    let address = Address { route: Route::Article(number), focus: Some(heading_id(kind)) };
    let moods = move || {
        stood.with(|stood| {
            let of_kind = stood.iter().filter(|(one, _)| one.user.kind() == kind);
            of_kind.map(|(_, standing)| standing.mood).collect::<Vec<_>>()
        })
    };
    let open = move || moods().iter().filter(|mood| matches!(mood, Mood::Open | Mood::Bad)).count();
    let mood = move || {
        let moods = moods();
        let worst = [Mood::Bad, Mood::Open, Mood::Good].into_iter().find(|mood| moods.contains(mood));
        worst.unwrap_or(Mood::Plain).code()
    };
    let words = move || {
        let (all, open) = (moods().len(), open());
        if open == 0 {
            state.say(&message!("{all} 项", "{all}"))
        } else {
            state.say(&message!("{all} 项，{open} 项待办", "{all}, {open} to do"))
        }
    };
    view! {
        <Node address=address pointed=pointed at=at>
            <strong>{t(kind.label())}</strong>
            " "
            <span class="mood" data-mood=mood>
                {words}
            </span>
        </Node>
    }
}

fn heading_id(kind: UseKind) -> String {
    format!("uses-{}", kind.code())
}

/// The things of one kind, by name.
#[component]
fn Uses(kind: UseKind, stood: Stood) -> impl IntoView {
    let places = move || {
        stood.with_untracked(|stood| {
            stood
                .iter()
                .enumerate()
                .filter(|(_, (one, _))| one.user.kind() == kind)
                .map(|(at, _)| at)
                .collect::<Vec<_>>()
        })
    };
    view! {
        <h3 id=heading_id(kind) tabindex="-1">
            {t(kind.label())}
        </h3>
        <ul class="fact-links">
            {places().into_iter().map(|at| view! { <OneUse at=at stood=stood /> }).collect_view()}
        </ul>
    }
}

#[component]
fn OneUse(at: usize, stood: Stood) -> impl IntoView {
    let state = State::here();
    let row = Memo::new(move |_| stood.with(|stood| stood.get(at).cloned()));
    move || {
        let (one, Standing { words, mood, address }) = row.get()?;
        let places: String = one.citations.iter().map(|citation| marker(*citation)).collect();
        Some(view! {
            <li>
                <a href=address.to_string()>{t(one.user.name())}</a>
                <span class="fact-links__answer" lang="zh-CN">
                    {places}
                </span>
                <span class="mood" data-mood=mood.code()>
                    {move || state.say(&words)}
                </span>
            </li>
        })
    }
}
