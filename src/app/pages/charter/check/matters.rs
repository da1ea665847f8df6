//! What was found in a charter that somebody else wrote.

use leptos::prelude::*;

use crate::app::state::{State, t};
use jiemeng::charter::clause_path;
use jiemeng::checks::charter::existing::{Astray, Doubt, Matter, Place, Reading, Sureness};
use jiemeng::language::{Label, label};
use jiemeng::measures::Citation;
use jiemeng::screens::Address;

/// The sentences that seem to go against the Measures, references that lead nowhere, then each matter that a charter is to hold.
#[component]
pub fn Found(reading: Reading) -> impl IntoView {
    let Reading { matters, doubts, astray, .. } = reading;
    let (items, duties): (Vec<Matter>, Vec<Matter>) = matters.into_iter().partition(|matter| matter.is_item);
    let doubts = (!doubts.is_empty()).then(|| {
        let rows = doubts.into_iter().map(|doubt| view! { <OneDoubt doubt=doubt /> }).collect_view();
        view! {
            <section class="other-charter__part" aria-labelledby="doubts-heading">
                <h2 id="doubts-heading">{t(label("疑似违反办法的语句", "Sentences that seem to go against the Measures"))}</h2>
                <ol class="findings">{rows}</ol>
            </section>
        }
    });
    let astray = (!astray.is_empty()).then(|| {
        let rows = astray.into_iter().map(|astray| view! { <OneAstray astray=astray /> }).collect_view();
        view! {
            <section class="other-charter__part" aria-labelledby="astray-heading">
                <h2 id="astray-heading">{t(label("章程里没有的条号", "Articles that the charter does not have"))}</h2>
                <ol class="findings">{rows}</ol>
            </section>
        }
    });
    view! {
        <div data-testid="charter-check">
            {doubts}
            {astray}
            <Matters id="items-heading" title=label("第十八条九项", "The nine items of Article 18") matters=items />
            <Matters
                id="duties-heading"
                title=label("办法对联盟的其他要求", "What else the Measures ask of an alliance")
                matters=duties
            />
        </div>
    }
}

/// The matters of one kind, in the order of the Measures.
#[component]
fn Matters(id: &'static str, title: Label, matters: Vec<Matter>) -> impl IntoView {
    let rows = matters.into_iter().map(|matter| view! { <OneMatter matter=matter /> }).collect_view();
    view! {
        <section class="other-charter__part" aria-labelledby=id>
            <h2 id=id>{t(title)}</h2>
            <ul class="matters">{rows}</ul>
        </section>
    }
}

#[component]
fn OneMatter(matter: Matter) -> impl IntoView {
    let state = State::here();
    let Matter { citation, what, sureness, places, model, .. } = matter;
    let model = (sureness != Sureness::Said).then(|| {
        view! {
            <p>
                <a href=Address::of_fact(&clause_path(&model)).to_string()>
                    {t(label("看示范条款", "See the model clause"))}
                </a>
            </p>
        }
    });
    view! {
        <li class="matter" data-sureness=code(sureness)>
            <p class="matter__head">
                <span class="matter__sureness">{t(sureness.label())}</span>
                <strong>{move || state.say(&what)}</strong>
                <Cited anchor=citation />
            </p>
            {places.into_iter().map(|place| view! { <Quote place=place /> }).collect_view()}
            {model}
        </li>
    }
}

#[component]
fn OneDoubt(doubt: Doubt) -> impl IntoView {
    let state = State::here();
    let Doubt { citation, says, remedy, is_grave, place } = doubt;
    view! {
        <li class="finding" data-severity=if is_grave { "error" } else { "caution" }>
            <p class="finding__message">
                {t(label("似乎写了：", "It seems to say that "))} {move || state.say(&says)} " " <Cited anchor=citation />
            </p>
            <Quote place=place />
            <p>{move || state.say(&remedy)}</p>
        </li>
    }
}

#[component]
fn OneAstray(astray: Astray) -> impl IntoView {
    let Astray { article, place } = astray;
    view! {
        <li class="finding" data-severity="caution">
            <p class="finding__message">{t(label("请核对条号：", "Check the number: "))} " " <span lang="zh-CN">{article}</span></p>
            <Quote place=place />
        </li>
    }
}

/// The words of the charter, where they stand.
#[component]
fn Quote(place: Place) -> impl IntoView {
    let Place { label, quote } = place;
    view! { <blockquote class="matter__quote" lang="zh-CN">{label} "：" {quote}</blockquote> }
}

/// A provision by its anchor, as a link to its words.
#[component]
fn Cited(anchor: String) -> impl IntoView {
    let state = State::here();
    let cited = anchor.parse::<Citation>().ok();
    cited.map(|citation| {
        view! {
            <a class="matter__source" href=Address::of_citation(citation).to_string()>
                {move || state.say(&citation.words())}
            </a>
        }
    })
}

/// A word for style sheets.
const fn code(sureness: Sureness) -> &'static str {
    match sureness {
        Sureness::Said => "said",
        Sureness::Perhaps => "perhaps",
        Sureness::NotFound => "not-found",
    }
}
