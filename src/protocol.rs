//! 8. protocol: what the page asks of the clerk (the web workers) and what the clerk answers.
//!
//! Requests and answers are plain data, written as JSON; bytes travel beside them, handed over and not copied. This room
//! must never do any of the work, and knows no browser.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::bundle::Report;
use crate::charter::Departure;
use crate::checks::charter::existing::Reading;
use crate::dossier::{Attachment, MediaType, Sums};
use crate::language::Message;
use crate::render::{BlockMark, Bookmark, FontRole};
use crate::spreadsheet::Sheet;

/// What the clerk posts, by itself, once it takes requests: whatever is sent before is lost.
pub const READY: &str = "ready";

/// What the page asks for. Dossiers travel as their own JSON, the one form that keeps everything, and beside the request:
/// within its JSON they would be escaped, thus written and read once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// 备案材料包: the filing bundle as of a day. Answered by [`Answer::File`].
    Bundle {
        /// The dossier's JSON.
        #[serde(skip)]
        dossier: String,
        /// The day.
        today: NaiveDate,
        /// The ids of the attachments, whose files go beside in this order.
        attachments: Vec<String>,
        /// Whether to go on where the font with rare characters would be wanted and is not at hand; otherwise that is
        /// answered by [`Answer::WantsRare`].
        as_is: bool,
    },
    /// The fonts of the PDF files, to be kept by the clerk that is asked; their bytes go beside in this order. Without
    /// them a bundle has no PDF files. Answered by [`Answer::Taken`].
    Fonts {
        /// What each file is for, and which font of a collection it is.
        files: Vec<(FontRole, u32)>,
    },
    /// 草稿: the dossier and all its attachments, to go on from elsewhere. Answered by [`Answer::File`].
    Draft {
        /// The dossier's JSON.
        #[serde(skip)]
        dossier: String,
        /// The moment, for the file's name.
        now: NaiveDateTime,
    },
    /// 成员单位名单-模板: the empty roster. Answered by [`Answer::File`].
    Template,
    /// 预览: a document of the bundle as pages. Answered by [`Answer::Pages`].
    Pages {
        /// The dossier's JSON.
        #[serde(skip)]
        dossier: String,
        /// The day.
        today: NaiveDate,
        /// The document's path in the bundle without the ending.
        stem: String,
    },
    /// How long each document of the bundle is and what it lacks. Answered by [`Answer::Lengths`].
    Lengths {
        /// The dossier's JSON.
        #[serde(skip)]
        dossier: String,
        /// The day.
        today: NaiveDate,
    },
    /// What the documents of each material lack. Answered by [`Answer::Blanks`].
    Blanks {
        /// The dossier's JSON.
        #[serde(skip)]
        dossier: String,
        /// The day.
        today: NaiveDate,
    },
    /// One document of the bundle as a file. Answered by [`Answer::File`].
    Document {
        /// The dossier's JSON.
        #[serde(skip)]
        dossier: String,
        /// The day.
        today: NaiveDate,
        /// The document's path in the bundle without the ending.
        stem: String,
        /// The kind of file.
        format: Format,
        /// As for a bundle.
        as_is: bool,
    },
    /// What a file to be imported holds; the file goes beside. Answered by [`Answer::Opened`], or for a workbook by
    /// [`Answer::Rows`].
    Open,
    /// The rows of a workbook, where nothing else is wanted; the file goes beside. Answered by [`Answer::Rows`], or for what
    /// is of Jiemeng by [`Answer::Opened`].
    Rows,
    /// The words of a text document; the file goes beside. Answered by [`Answer::Words`].
    Words,
    /// 已有章程对照: what a charter that somebody else wrote says. Answered by [`Answer::CharterRead`].
    ReadCharter {
        /// Its text, a paragraph a line.
        text: String,
    },
    /// 与范本对照: in what the charter departs from the model. Answered by [`Answer::Departures`].
    Departures {
        /// The dossier's JSON.
        #[serde(skip)]
        dossier: String,
    },
    /// 核验: whether a bundle is what was downloaded; the file goes beside. Answered by [`Answer::Verified`].
    Verify {
        /// The day.
        today: NaiveDate,
    },
    /// What a file to be attached is; the file goes beside. Answered by [`Answer::Summed`].
    Sum,
    /// What is to be seen on an attached file, which goes beside. Answered by [`Answer::Seen`].
    Look {
        /// What it is.
        media_type: MediaType,
    },
}

impl Request {
    /// The JSON of the dossier that it is about; empty where it is about something else.
    #[must_use]
    pub fn dossier(&self) -> &str {
        match self {
            Self::Bundle { dossier, .. }
            | Self::Draft { dossier, .. }
            | Self::Pages { dossier, .. }
            | Self::Lengths { dossier, .. }
            | Self::Blanks { dossier, .. }
            | Self::Departures { dossier }
            | Self::Document { dossier, .. } => dossier,
            Self::Fonts { .. }
            | Self::Template
            | Self::Open
            | Self::Rows
            | Self::Words
            | Self::ReadCharter { .. }
            | Self::Verify { .. }
            | Self::Sum
            | Self::Look { .. } => "",
        }
    }

    /// The same about the dossier of this JSON, which went beside.
    #[must_use]
    pub fn about(mut self, json: String) -> Self {
        if let Self::Bundle { dossier, .. }
        | Self::Draft { dossier, .. }
        | Self::Pages { dossier, .. }
        | Self::Lengths { dossier, .. }
        | Self::Blanks { dossier, .. }
        | Self::Departures { dossier }
        | Self::Document { dossier, .. } = &mut self
        {
            *dossier = json;
        }
        self
    }

    /// Whether the clerk wants fonts for it.
    #[must_use]
    pub const fn prints(&self) -> bool {
        matches!(self, Self::Bundle { .. } | Self::Document { format: Format::Pdf, .. })
    }

    /// The same, to go on where the font with rare characters is not at hand.
    #[must_use]
    pub fn settled(mut self) -> Self {
        if let Self::Bundle { as_is, .. } | Self::Document { as_is, .. } = &mut self {
            *as_is = true;
        }
        self
    }
}

/// The kinds of file that a document can be had as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Word.
    Docx,
    /// PDF.
    Pdf,
    /// A workbook: the list of members alone can be had as one.
    Xlsx,
}

/// How long a document is and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// The document's path in the bundle without the ending.
    pub stem: String,
    /// How many pages it has.
    pub pages: usize,
    /// How many facts are missing in it.
    pub blanks: usize,
}

/// What the clerk answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// A file to be saved. Its pieces go beside, in order: bytes, a Blob of them, or the id of an attachment whose bytes the page has.
    File {
        /// Its name.
        name: String,
        /// What is not in it as it should be, and what to do.
        notes: Vec<Message>,
        /// 核验码 of a bundle.
        code: Option<String>,
    },
    /// What was handed over is kept.
    Taken,
    /// A document as pages. The pages go beside, in order, each as the JSON of a
    /// [`PreviewPage`](crate::render::PreviewPage).
    Pages {
        /// For each page a number that stays the same as long as the page does.
        stamps: Vec<u32>,
        /// The headings, in order.
        outline: Vec<Bookmark>,
        /// The blocks that say something, in order.
        blocks: Vec<BlockMark>,
    },
    /// How long the documents are, in their order.
    Lengths(Vec<Length>),
    /// How many facts are missing in the documents of each of the eight materials, in their order.
    Blanks(Vec<usize>),
    /// The dossier has characters that only the font with rare characters may have, and it is not at hand: to be asked
    /// again with that font, or without a file made.
    WantsRare,
    /// What a file to be imported holds. The bytes of its attachments go beside, in the order of `attachments`.
    Opened {
        /// The dossier's JSON.
        dossier: String,
        /// The ids of the attachments whose bytes the file holds.
        attachments: Vec<String>,
        /// The records of the attachments whose bytes it lacks, or holds damaged.
        missing: Vec<Attachment>,
    },
    /// What the sheets of a workbook hold.
    Rows(Vec<Sheet>),
    /// The words of a text document, a paragraph a line.
    Words(String),
    /// What a charter says.
    CharterRead(Reading),
    /// In what a charter departs from the model.
    Departures(Vec<Departure>),
    /// What a file is.
    Summed(Sums),
    /// What is to be seen on a file. A small picture of it goes beside, where there is one.
    Seen {
        /// The unified social credit codes in the QR codes on it.
        codes: Vec<String>,
    },
    /// What verifying a bundle found.
    Verified(Box<Report>),
    /// So far; the answer proper follows.
    Progress {
        /// How many parts are done.
        done: u32,
        /// Of how many.
        total: u32,
    },
    /// It cannot be done; the words say why and what to do.
    Refused(Message),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Typeface;

    #[test]
    fn a_request_comes_back_from_its_json() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        let requests = [
            Request::Bundle {
                dossier: "{\"format\":\"…\"}".into(),
                today,
                attachments: vec!["a1".into()],
                as_is: false,
            },
            Request::Fonts { files: vec![(FontRole::Shipped(Typeface::Song), 0), (FontRole::Rare, 0)] },
            Request::Draft { dossier: String::new(), now: today.and_hms_opt(14, 5, 0).unwrap() },
            Request::Template,
            Request::Pages { dossier: String::new(), today, stem: "02-联盟章程".into() },
            Request::Lengths { dossier: String::new(), today },
            Request::Blanks { dossier: String::new(), today },
            Request::Document {
                dossier: String::new(),
                today,
                stem: "自评报告".into(),
                format: Format::Docx,
                as_is: false,
            },
            Request::Open,
            Request::Rows,
            Request::Words,
            Request::ReadCharter { text: "第一条".into() },
            Request::Departures { dossier: String::new() },
            Request::Sum,
            Request::Look { media_type: MediaType::Pdf },
            Request::Verify { today },
        ];
        for request in requests {
            let json = serde_json::to_string(&request).unwrap();
            let read: Request = serde_json::from_str(&json).unwrap();
            assert_eq!(read.about(request.dossier().to_owned()), request);
        }
    }
}
