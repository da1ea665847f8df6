//! Why the browser did not keep, or did not give back; and how far what was typed is saved.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::app::browser;
use jiemeng::language::Message;
use jiemeng::message;

/// Why the browser did not keep, or did not give back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// There is no IndexedDB, or this page may not use it (a private window, a policy).
    Absent,
    /// The disk, or what the browser grants this page, is full.
    Full,
    /// What was kept cannot be read as a dossier.
    Unreadable(Message),
    /// What was kept is not as it was saved, nor is any earlier state of it.
    Damaged,
    /// A newer version of this page has changed the layout of the database.
    Newer,
    /// Whatever else the browser says.
    Refused(String),
}

impl Trouble {
    /// What is wrong, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Absent => message!(
                "浏览器没有开放本地存储（可能是无痕窗口或单位的安全设置）",
                "it grants no local storage (a private window, or a policy of your organisation)"
            ),
            Self::Full => message!(
                "存储空间已满。请清理磁盘，或在首页删除不用的材料和附件",
                "its storage is full: make room on the disk, or delete dossiers and attachments that are no longer needed"
            ),
            Self::Unreadable(words) => words.clone(),
            Self::Damaged => message!(
                "保存的内容校验不符，也没有完好的历史版本",
                "what was saved fails its checksum, and no earlier state is whole"
            ),
            Self::Newer => message!(
                "这里的内容已由更新的版本打开过。请刷新本页，用新版继续",
                "a newer version of this page has been used here: reload the page"
            ),
            Self::Refused(cause) => message!("浏览器拒绝了（{cause}）", "the browser refused ({cause})"),
        }
    }

    pub(super) fn from_js(error: &JsValue) -> Self {
        match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("SecurityError") => Self::Absent,
            Some("VersionError") => Self::Newer,
            Some(name) => Self::Refused(name.to_owned()),
            None => Self::Refused(error.as_string().unwrap_or_default()),
        }
    }
}

/// Whether an error of the browser has this name.
pub fn is_named(error: &JsValue, name: &str) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|exception| exception.name() == name)
}

/// How far what was typed is saved. Moments are in milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was typed yet.
    Untouched,
    /// 未保存.
    Unsaved,
    /// 正在保存.
    Saving,
    /// 已保存, at this moment.
    Saved(i64),
    /// 已保存 by another tab, whose changes are shown here.
    Followed(i64),
    /// 保存失败.
    Failed(Trouble),
    /// This browser keeps nothing.
    Unavailable(Trouble),
}

impl SaveState {
    /// The words, with what to do where saving fails.
    pub fn message(&self) -> Message {
        match self {
            Self::Untouched => message!("自动保存", "Saves by itself"),
            Self::Unsaved => message!("未保存", "Not saved yet"),
            Self::Saving => message!("正在保存", "Saving"),
            Self::Saved(moment) => {
                let time = browser::clock(*moment);
                message!("已保存 {time}", "Saved {time}")
            }
            Self::Followed(moment) => {
                let time = browser::clock(*moment);
                message!("已保存 {time}（在另一个标签页填写）", "Saved {time} (typed in another tab)")
            }
            Self::Failed(trouble) => {
                let Message { zh, en } = trouble.message();
                message!(
                    "保存失败：{zh}。请不要关闭本页，先在首页“导出草稿”",
                    "Saving failed: {en}. Do not close this page; export the draft on the first page"
                )
            }
            Self::Unavailable(trouble) => {
                let Message { zh, en } = trouble.message();
                message!(
                    "本浏览器不能保存：{zh}。可以继续填写，但关闭前务必“导出草稿”",
                    "This browser cannot save: {en}. You may go on, but export the draft before you close the page"
                )
            }
        }
    }

    /// Whether everything typed is saved.
    pub const fn is_settled(&self) -> bool {
        matches!(self, Self::Untouched | Self::Saved(_) | Self::Followed(_))
    }

    /// Whether closing the page now would lose something for good.
    pub const fn would_lose(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::Unavailable(_))
    }

    /// A word for style sheets.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Untouched | Self::Saved(_) | Self::Followed(_) => "saved",
            Self::Unsaved | Self::Saving => "saving",
            Self::Failed(_) | Self::Unavailable(_) => "failed",
        }
    }
}
