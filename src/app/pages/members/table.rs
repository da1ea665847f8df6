//! The members as a table.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::deletion::{ConfirmDeletion, delete};
use crate::app::browser::focus_soon;
use crate::app::state::{State, t};
use crate::app::turns::by_turns;
use jiemeng::checks::{Assessment, Severity};
use jiemeng::dossier::{Dossier, Fact, FactPath, FactState, Member};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;
use jiemeng::screens::Route;

/// What a row shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Row {
    id: String,
    name: String,
    uscc: String,
    category: Result<Label, String>,
    role: Result<Label, String>,
    errors: usize,
    cautions: usize,
    blank: usize,
}

impl Row {
    fn of(member: &Member, dossier: &Dossier, concerns: &Concerns) -> Self {
        let found = concerns.get(member.id.as_str()).copied().unwrap_or_default();
        let blank = Member::QUESTIONS.iter().filter(|question| {
            !question.optional
                && dossier.asks(question, Some(member))
                && member.fact(question.key).is_some_and(|fact| fact.state() == FactState::Blank)
        });
        Self {
            id: member.id.clone(),
            name: member.name.text(),
            uscc: member.uscc.text(),
            category: member.category.given().map(|category| category.label()).ok_or_else(|| member.category.text()),
            role: member.role.given().map(|role| role.label()).ok_or_else(|| member.role.text()),
            errors: found.errors,
            cautions: found.cautions,
            blank: blank.count(),
        }
    }

    /// How far the member is: its gravest matter.
    fn standing(&self) -> (&'static str, Message) {
        let Self { errors, cautions, blank, .. } = self;
        match self {
            Self { errors: 1.., .. } => ("problem", message!("{errors} 处要改正", "{errors} to correct")),
            Self { blank: 1.., .. } => ("in-progress", message!("{blank} 项未填", "{blank} to fill in")),
            Self { cautions: 1.., .. } => ("in-progress", message!("{cautions} 处请核对", "{cautions} to check")),
            _ => ("done", message!("已填齐", "Complete")),
        }
    }
}

/// How many findings concern each member, by its id.
type Concerns<'a> = BTreeMap<&'a str, Found>;

#[derive(Clone, Copy, Default)]
struct Found {
    errors: usize,
    cautions: usize,
}

fn concerns(assessment: &Assessment) -> Concerns<'_> {
    let mut concerns = Concerns::new();
    for finding in &assessment.findings {
        let members: BTreeSet<&str> = finding.facts.iter().filter_map(FactPath::member_id).collect();
        for member in members {
            let found = concerns.entry(member).or_default();
            match finding.severity {
                Severity::Error => found.errors += 1,
                Severity::Caution => found.cautions += 1,
                Severity::Hint => {}
            }
        }
    }
    concerns
}

/// The table; nothing where there is no member.
#[component]
pub fn MemberTable() -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let rows = Memo::new(move |_| {
        let of = |dossier: &Dossier, assessment: &Assessment| -> Vec<Row> {
            let concerns = concerns(assessment);
            dossier.members.iter().map(|member| Row::of(member, dossier, &concerns)).collect()
        };
        state.read(|dossier| assessment.with(|assessment| of(dossier, assessment)))
    });
    let doomed = RwSignal::new(None::<String>);
    let asking = RwSignal::new(false);
    let ask = move |id: String| {
        doomed.set(Some(id));
        asking.set(true);
    };
    let confirmed = Callback::new(move |()| {
        if let Some(id) = doomed.get_untracked() {
            delete(state, &id);
        }
    });
    let last = move || rows.with(Vec::len).saturating_sub(1);
    view! {
        <Show when=move || !rows.with(Vec::is_empty)>
            <table class="table members">
                <caption class="visually-hidden">{t(label("成员单位", "Members"))}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="members__number">{t(label("序号", "No."))}</th>
                        <th scope="col">{t(label("单位名称", "Unit"))}</th>
                        <th scope="col">{t(label("统一社会信用代码", "Credit code"))}</th>
                        <th scope="col">{t(label("类别", "Kind"))}</th>
                        <th scope="col">{t(label("职务", "Role"))}</th>
                        <th scope="col">{t(label("状态", "State"))}</th>
                        <th scope="col">{t(label("操作", "Actions"))}</th>
                    </tr>
                </thead>
                <tbody>
                    <ForEnumerate
                        each=by_turns(move || rows.get())
                        key=|row| row.clone()
                        children=move |place, row| {
                            view! { <MemberRow place=place row=row last=Signal::derive(last) ask=Callback::new(ask) /> }
                        }
                    />
                </tbody>
            </table>
        </Show>
        <ConfirmDeletion open=asking confirmed=confirmed />
    }
}

#[component]
fn MemberRow(place: ReadSignal<usize>, row: Row, last: Signal<usize>, ask: Callback<String>) -> impl IntoView {
    let state = State::here();
    let href = Route::Member(row.id.clone()).to_string();
    let (status, standing) = row.standing();
    let Row { id, name, uscc, category, role, .. } = row;
    let nameless = name.trim().is_empty();
    let number = move || place.get() + 1;
    let move_by = {
        let id = id.clone();
        move |by: isize, button: &'static str| {
            let at = place.get_untracked();
            let Some(to) = at.checked_add_signed(by).filter(|to| *to <= last.get_untracked()) else { return };
            state.change(|dossier| dossier.members.swap(at, to));
            // The row is drawn anew elsewhere; the hand stays on its button.
            focus_soon(format!("{button}-{id}"));
        }
    };
    let (up, down) = (move_by.clone(), move_by);
    let doomed = id.clone();
    let about = |what: Label| {
        let name = name.clone();
        move || {
            let number = number();
            state.say(&Message {
                zh: format!("{}：{number} {name}", what.zh),
                en: format!("{}: {number} {name}", what.en),
            })
        }
    };
    let move_up = about(label("上移", "Move up"));
    let move_down = about(label("下移", "Move down"));
    let delete_it = about(label("删除", "Delete"));
    view! {
        <tr data-member=id.clone()>
            <td class="members__number">{number}</td>
            <th scope="row" class="members__name">
                <a href=href>
                    {if nameless { t(label("（未填名称）", "(no name yet)")).into_any() } else { name.into_any() }}
                </a>
            </th>
            <td class="members__code" data-label=t(label("代码", "Code"))>{uscc}</td>
            <td data-label=t(label("类别", "Kind"))>{chosen(category)}</td>
            <td data-label=t(label("职务", "Role"))>{chosen(role)}</td>
            <td>
                <span class="status" data-status=status>
                    {move || state.say(&standing)}
                </span>
            </td>
            <td class="members__actions">
                <button
                    type="button"
                    class="icon"
                    id=format!("up-{id}")
                    disabled=move || place.get() == 0
                    aria-label=move_up
                    on:click=move |_| up(-1, "up")
                >
                    "↑"
                </button>
                <button
                    type="button"
                    class="icon"
                    id=format!("down-{id}")
                    disabled=move || place.get() == last.get()
                    aria-label=move_down
                    on:click=move |_| down(1, "down")
                >
                    "↓"
                </button>
                <button
                    type="button"
                    class="icon icon--grave"
                    aria-label=delete_it
                    on:click=move |_| ask.run(doomed.clone())
                >
                    {t(label("删除", "Delete"))}
                </button>
            </td>
        </tr>
    }
}

/// The words of a choice, or what was typed in its place.
fn chosen(value: Result<Label, String>) -> AnyView {
    match value {
        Ok(words) => t(words).into_any(),
        Err(typed) => typed.into_any(),
    }
}
