//! A document as it will stand on paper, drawn from its representation. Text stays text: nothing in a document becomes
//! markup.

use leptos::prelude::*;

use jiemeng::documents::{Alignment, Block, Cell, Document, Role, Span, Table, Words};

/// A document on a sheet. A piece that has not changed is not drawn anew.
#[component]
pub fn Paper(
    /// The document.
    #[prop(into)]
    document: Signal<Document>,
    /// The label of an article that stands out and is kept in view: the one being edited.
    #[prop(into, optional)]
    marked: Signal<Option<String>>,
) -> impl IntoView {
    let length = Memo::new(move |_| document.with(|document| document.blocks.len()));
    let contents = Memo::new(move |_| document.with(headings));
    let piece = move |place: usize| {
        let block = Memo::new(move |_| document.with(|document| document.blocks.get(place).cloned()));
        move || block.get().map(|block| draw(block, contents, marked))
    };
    view! {
        <div class="paper" lang="zh-CN" tabindex="0">
            <For each=move || 0..length.get() key=|place| *place children=piece />
        </div>
    }
}

/// The headings with their levels, for the list of contents.
fn headings(document: &Document) -> Vec<(u8, String)> {
    let heading = |block: &Block| match block {
        Block::Chapter(words) => Some((1, plain(words))),
        Block::Heading { level, words } => Some((*level, plain(words))),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

fn draw(block: Block, contents: Memo<Vec<(u8, String)>>, marked: Signal<Option<String>>) -> AnyView {
    match block {
        Block::Title(words) => view! { <p class="paper__title">{spans(words)}</p> }.into_any(),
        Block::Subtitle(words) => view! { <p class="paper__subtitle">{spans(words)}</p> }.into_any(),
        Block::Chapter(words) => view! { <p class="paper__chapter">{spans(words)}</p> }.into_any(),
        Block::Heading { level, words } => {
            view! { <p class=format!("paper__heading paper__heading--{level}")>{spans(words)}</p> }.into_any()
        }
        Block::Paragraph { role, words } => view! { <p class=role_class(role)>{spans(words)}</p> }.into_any(),
        Block::Article { label, paragraphs } => {
            view! { <Article label=label paragraphs=paragraphs marked=marked /> }.into_any()
        }
        Block::Table(table) => draw_table(table),
        Block::Signature { party, lines } => view! {
            <div class="paper__signature">
                {party.map(|party| view! { <p>{spans(party)}</p> })}
                {lines.into_iter().map(|line| view! { <p>{spans(line)}</p> }).collect_view()}
            </div>
        }
        .into_any(),
        Block::Contents { level } => {
            let rows = move || {
                let rows = contents.get().into_iter().filter(|(depth, _)| *depth <= level);
                rows.map(|(depth, words)| view! { <li class=format!("paper__entry--{depth}")>{words}</li> })
                    .collect_view()
            };
            view! { <ul class="paper__contents">{rows}</ul> }.into_any()
        }
        Block::PageBreak => view! { <hr class="paper__break" /> }.into_any(),
    }
}

const fn role_class(role: Role) -> &'static str {
    match role {
        Role::Body => "paper__body",
        Role::Flush => "paper__flush",
        Role::Centred => "paper__centred",
        Role::Right => "paper__right",
        Role::Note => "paper__note",
    }
}

#[component]
fn Article(label: String, paragraphs: Vec<Words>, marked: Signal<Option<String>>) -> impl IntoView {
    let element = NodeRef::<leptos::html::Div>::new();
    let is_marked = {
        let label = label.clone();
        Memo::new(move |_| marked.with(|marked| marked.as_ref() == Some(&label)))
    };
    Effect::new(move || {
        if let Some(element) = element.get()
            && is_marked.get()
        {
            bring_into_view(&element);
        }
    });
    let mut paragraphs = paragraphs.into_iter();
    let first = paragraphs.next().map(spans);
    view! {
        <div class="paper__article" class:is-marked=is_marked node_ref=element>
            <p class="paper__body">
                <strong>{label}</strong>
                "\u{3000}"
                {first}
            </p>
            {paragraphs.map(|words| view! { <p class="paper__body">{spans(words)}</p> }).collect_view()}
        </div>
    }
}

/// Scrolls the sheet, and only the sheet, so far that an element is seen.
fn bring_into_view(element: &web_sys::HtmlElement) {
    let sheet = element.closest(".paper").ok().flatten();
    if let Some(sheet) = sheet.filter(|sheet| sheet.scroll_height() > sheet.client_height()) {
        let wanted = element.offset_top() - sheet.client_height() / 3;
        sheet.set_scroll_top(wanted);
    }
}

fn draw_table(table: Table) -> AnyView {
    let whole: u32 = table.columns.iter().map(|column| u32::from(column.share)).sum::<u32>().max(1);
    let columns = table.columns.iter().map(|column| {
        let share = format!("{}%", u32::from(column.share) * 100 / whole);
        view! { <col style:inline-size=share /> }
    });
    let rows = table.rows.into_iter().map(|row| {
        let height = (row.height > 0).then(|| format!("{}mm", row.height));
        view! { <tr style:block-size=height>{row.cells.into_iter().map(draw_cell).collect_view()}</tr> }
    });
    view! {
        <table class="paper__table">
            <colgroup>{columns.collect_view()}</colgroup>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn draw_cell(cell: Cell) -> impl IntoView {
    let class = match (cell.alignment, cell.head) {
        (_, true) => "paper__cell paper__cell--head",
        (Alignment::Start, _) => "paper__cell",
        (Alignment::Centre, _) => "paper__cell paper__cell--centre",
        (Alignment::End, _) => "paper__cell paper__cell--end",
    };
    view! {
        <td class=class colspan=cell.columns rowspan=cell.rows>
            {cell.paragraphs.into_iter().map(|words| view! { <p>{spans(words)}</p> }).collect_view()}
        </td>
    }
}

fn spans(words: Words) -> impl IntoView {
    words
        .into_iter()
        .map(|span| match span {
            Span::Text(text) => text.into_any(),
            Span::Strong(text) => view! { <strong>{text}</strong> }.into_any(),
            Span::Blank(label) => view! { <mark class="paper__blank">"〔待填："{label}"〕"</mark> }.into_any(),
        })
        .collect_view()
}

fn plain(words: &Words) -> String {
    let text = |span: &Span| match span {
        Span::Text(text) | Span::Strong(text) => text.clone(),
        Span::Blank(label) => format!("〔待填：{label}〕"),
    };
    words.iter().map(text).collect()
}
