//! The parts in which the clerk comes: what composes documents, lays them out and writes them as text and as workbooks, which
//! is there first; the press, which makes PDF files; the intake, which reads what others made and compares it with ours; and
//! the examiner, who verifies.
//!
//! `script/parts.mjs` cuts the program along the functions that are marked here, as it does the page (`src/app/parts.rs`):
//! a part is reached by the pointers that it gives and by nothing else.

use std::future::Future;
use std::pin::Pin;

use chrono::NaiveDate;
use wasm_bindgen::JsValue;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Blob;

use jiemeng::dossier::MediaType;
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::render::FontRole;

use super::blobs::Attachments;
use super::letters::Post;
use super::{Answered, charters, fonts, looking, opening, printing, summing, verifying};

/// What makes PDF files, and whatever has them in it.
#[derive(Clone, Copy)]
pub struct Press {
    /// Keeps the fonts beside a request.
    pub fonts: fn(Vec<(FontRole, u32)>, &JsValue) -> Answered,
    /// The filing bundle.
    pub bundle: fn(&str, NaiveDate, &Attachments, bool, &Post) -> Answered,
    /// One document as PDF.
    pub document: fn(&str, NaiveDate, &str, bool) -> Answered,
}

/// What takes its time while the browser does its share.
pub type Answering = Pin<Box<dyn Future<Output = Answered>>>;

/// What reads files and charters that others made.
#[derive(Clone, Copy)]
pub struct Intake {
    /// What a file to be imported holds.
    pub open: fn(&Blob) -> Answered,
    /// The rows of a workbook.
    pub rows: fn(&Blob) -> Answered,
    /// The words of a text document.
    pub words: fn(&Blob) -> Answered,
    /// What a charter says.
    pub read_charter: fn(&str) -> Answered,
    /// In what a charter departs from the model.
    pub departures: fn(&str) -> Answered,
    /// What a file to be attached is.
    pub sum: fn(Blob) -> Answering,
    /// What is to be seen on an attached file.
    pub look: fn(Blob, MediaType) -> Answering,
}

/// Says whether a bundle is what was downloaded.
pub type Examiner = fn(&Blob, NaiveDate, &Post) -> Answered;

/// A part has not come: no network, or a host that has another version by now.
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

impl From<NotLoaded> for Message {
    fn from(_: NotLoaded) -> Self {
        message!(
            "后台程序有一部分没有取到（网络中断，或网站刚刚更新）。请检查网络后再试一次，仍不行请刷新页面；已填内容都已保存",
            "A part of the program behind the page did not come (no network, or the site was just updated). Check the network and try once more; failing that, reload the page; what you entered is saved"
        )
    }
}

/// The press.
#[wasm_split(press, fallible)]
pub fn press() -> Result<Press, NotLoaded> {
    Ok(Press { fonts: fonts::take, bundle: printing::bundle, document: printing::document })
}

/// The intake.
#[wasm_split(intake, fallible)]
pub fn intake() -> Result<Intake, NotLoaded> {
    Ok(Intake {
        open: opening::open,
        rows: opening::rows,
        words: charters::words,
        read_charter: charters::read,
        departures: charters::departures,
        sum: |file| Box::pin(summing::sum(file)),
        look: |file, media_type| Box::pin(looking::look(file, media_type)),
    })
}

/// The examiner.
#[wasm_split(examiner, fallible)]
pub fn examiner() -> Result<Examiner, NotLoaded> {
    Ok(verifying::verify)
}
