//! 从表格文件导入: a table of members, from a workbook or a text file, for the members' screen to look at.

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, TextDecoder, TextDecoderOptions};

use super::{Work, WorkStatus};
use crate::app::clerk;
use crate::app::components::ChooseFile;
use crate::app::state::State;
use jiemeng::dossier::roster;
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};
use jiemeng::spreadsheet::{LARGEST_FILE, Sheet};

/// A table that was brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    /// The name of its file.
    pub file: String,
    /// Its sheets, at least one.
    pub sheets: Vec<BroughtSheet>,
}

/// A sheet of it.
#[derive(Debug, Clone, PartialEq)]
pub struct BroughtSheet {
    /// Its name; empty in a text file.
    pub name: String,
    /// Its rows as a list of members.
    pub rows: roster::Sheet,
    /// Why it was not read to its end.
    pub refused: Option<Message>,
}

impl Brought {
    /// The sheets of a workbook.
    pub fn of(file: &File, sheets: Vec<Sheet>) -> Self {
        let sheet = |Sheet { name, rows, refused }| BroughtSheet { name, rows: roster::from_rows(rows), refused };
        Self { file: file.name(), sheets: sheets.into_iter().map(sheet).collect() }
    }

    /// The place of the sheet that knows the most facts of members, the first of several.
    pub fn likeliest(&self) -> usize {
        let known = self.sheets.iter().enumerate().map(|(place, sheet)| (sheet.rows.known(), std::cmp::Reverse(place)));
        known.max().map_or(0, |(_, place)| place.0)
    }
}

/// A button that takes a file and has it looked at.
#[component]
pub fn BringTable() -> impl IntoView {
    let state = State::here();
    let work = RwSignal::new(Work::Idle);
    let chosen = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        work.set(Work::Busy(message!("正在读取文件…", "Reading the file …")));
        spawn_local(async move {
            match bring(&file).await {
                Ok(brought) => {
                    work.set(Work::Idle);
                    state.brought.set(Some(brought));
                }
                Err(words) => work.set(Work::Failed(words)),
            }
        });
    };
    view! {
        <div class="save-file">
            <ChooseFile
                words=label("从表格文件导入", "Import from a workbook")
                accept=".xlsx,.xls,.csv,.txt"
                testid="table-file"
                chosen=chosen
            />
            <WorkStatus work=work />
        </div>
    }
}

async fn bring(file: &File) -> Result<Brought, Message> {
    if is_text(file) {
        return bring_text(file).await;
    }
    match clerk::ask(&Request::Rows, &[file.into()], |_, _| ()).await?.answer {
        Answer::Rows(sheets) => Ok(Brought::of(file, sheets)),
        Answer::Opened { .. } => Err(message!(
            "这是结盟的草稿或备案材料包，不是成员单位的表格。现有内容没有改动；要用它替换全部内容，请在首页点“导入”",
            "This is a Jiemeng draft or bundle, not a table of members. Nothing was changed; to take it in the place of everything, choose Import on the first page"
        )),
        _ => Err(clerk::broken()),
    }
}

/// Whether a file is a table as text, by its name: nothing in it would tell.
pub fn is_text(file: &File) -> bool {
    let name = file.name().to_lowercase();
    [".csv", ".tsv", ".txt"].iter().any(|ending| name.ends_with(ending))
}

/// Reads a table from a text file.
pub async fn bring_text(file: &File) -> Result<Brought, Message> {
    if file.size() > LARGEST_FILE as f64 {
        return Err(message!(
            "这个文件过大，最多读取 20 MB。现有内容没有改动，请只保留成员单位各行",
            "This file is too large; up to 20 MB are read. Nothing was changed: keep the members' rows alone"
        ));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let text = buffer.and_then(|buffer| decoded(&Uint8Array::new(&buffer))).map_err(|_| {
        message!(
            "读不出这个文件：它可能正被别的程序占用，或不是文本。现有内容没有改动，请另存为“.xlsx”后重新选择",
            "This file cannot be read: it may be in use, or be no text. Nothing was changed: save it as .xlsx and choose it again"
        )
    })?;
    let rows = roster::read(&text);
    if rows.columns().is_empty() {
        return Err(message!(
            "这个文件里没有任何内容。现有内容没有改动，请核对所选文件",
            "There is nothing in this file. Nothing was changed: check which file was chosen"
        ));
    }
    let sheet = BroughtSheet { name: String::new(), rows, refused: None };
    Ok(Brought { file: file.name(), sheets: vec![sheet] })
}

/// Text as Excel, WPS and editors save it: UTF-16 with its mark, UTF-8, or else GB18030, which contains GBK and GB2312.
fn decoded(bytes: &Uint8Array) -> Result<String, JsValue> {
    let read = |encoding: &str| {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        TextDecoder::new_with_label_and_options(encoding, &options)?.decode_with_buffer_source(bytes)
    };
    match (bytes.length() > 1).then(|| (bytes.get_index(0), bytes.get_index(1))) {
        Some((0xFF, 0xFE)) => read("utf-16le"),
        Some((0xFE, 0xFF)) => read("utf-16be"),
        _ => read("utf-8").or_else(|_| read("gb18030")),
    }
}
