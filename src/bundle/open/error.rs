//! Why a file cannot be opened, and what to do then.

use crate::bundle::Refusal;
use crate::dossier::{MOST_MEMBERS, ReadError};
use crate::language::Message;
use crate::message;

/// Why a file cannot be opened. Nothing is changed when it occurs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// An archive that is not read.
    #[error(transparent)]
    Archive(#[from] Refusal),
    /// An archive of something else.
    #[error("an archive without a dossier.json")]
    NoDossier,
    /// It is not clear which of two dossiers is meant.
    #[error("two dossiers")]
    TwoDossiers,
    /// No archive and no text.
    #[error("neither an archive nor text")]
    NotText,
    /// More members than [`MOST_MEMBERS`].
    #[error("{0} members, too many")]
    TooManyMembers(usize),
    /// The dossier itself cannot be read.
    #[error(transparent)]
    Dossier(#[from] ReadError),
}

impl OpenError {
    /// The words for the user: what is the matter, that nothing was changed, what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        if let Self::Dossier(error) = self {
            return error.message();
        }
        let (cause, advice) = (self.cause(), self.advice());
        Message {
            zh: format!("{}。现有内容没有改动，{}", cause.zh, advice.zh),
            en: format!("{}. Nothing was changed: {}", cause.en, advice.en),
        }
    }

    /// What is the matter, as a whole sentence without its full stop.
    #[must_use]
    pub fn cause(&self) -> Message {
        match self {
            Self::Empty => message!("这个文件是空的", "This file is empty"),
            Self::Archive(refusal) => refusal.cause(),
            Self::NoDossier => message!(
                "这个压缩包里没有 dossier.json，不是结盟的草稿或备案材料包",
                "This archive has no dossier.json: it is no Jiemeng draft or bundle"
            ),
            Self::TwoDossiers => message!(
                "这个压缩包里不止一个 dossier.json，无法判断以哪个为准",
                "This archive has more than one dossier.json; it is not clear which counts"
            ),
            Self::NotText => message!(
                "这个文件不是结盟的草稿（ZIP）或 dossier.json",
                "This is neither a Jiemeng draft (ZIP) nor a dossier.json"
            ),
            Self::TooManyMembers(count) => {
                message!(
                    "这份草稿有 {count} 家成员单位，最多读取 {MOST_MEMBERS} 家",
                    "This draft has {count} members; up to {MOST_MEMBERS} are read"
                )
            }
            Self::Dossier(error) => error.message(),
        }
    }

    fn advice(&self) -> Message {
        match self {
            Self::TooManyMembers(_) => message!(
                "请核对所选文件；确有这么多单位的，请分成几份草稿",
                "check which file was chosen, or divide it into several drafts"
            ),
            Self::Empty => {
                message!("请重新选择“导出草稿”得到的文件", "choose a file made by Export draft")
            }
            Self::Archive(refusal) => match refusal {
                Refusal::Unreadable(_) => message!("请重新选择文件", "choose it again"),
                Refusal::CutShort => message!("请重新取得该文件后再导入", "get the file again and retry"),
                Refusal::Split => {
                    message!("请用全部分卷解压后，重新压缩为一个 ZIP", "unpack all parts, then make one ZIP")
                }
                Refusal::Encrypted(_) => message!(
                    "请用密码解压后，重新压缩为不加密的 ZIP，或直接选择其中的 dossier.json",
                    "unpack it, then pack it again without a password, or choose the dossier.json in it"
                ),
                Refusal::Method(..) => message!(
                    "请解压后重新压缩为普通 ZIP，或直接选择其中的 dossier.json",
                    "unpack it and make a plain ZIP, or choose the dossier.json in it"
                ),
                Refusal::SameName(_) | Refusal::NameNotText(_) => {
                    message!("请改选“导出草稿”直接得到的文件", "choose a file just as Export draft made it")
                }
                Refusal::TooLarge(_) | Refusal::TooManyFiles(_) | Refusal::LargeDirectory(_) => {
                    message!("请核对所选文件", "check which file was chosen")
                }
                Refusal::Miscounted
                | Refusal::TooMuch
                | Refusal::UnsafeName(_)
                | Refusal::Overlap(_)
                | Refusal::Contradiction(_)
                | Refusal::Bomb(_)
                | Refusal::WrongSum(_) => {
                    message!("请核对文件来源，向对方重新索取", "check where the file comes from, and ask for it again")
                }
            },
            Self::TwoDossiers => {
                message!("请改选“导出草稿”直接得到的文件", "choose a file just as Export draft made it")
            }
            Self::NoDossier | Self::NotText | Self::Dossier(_) => {
                message!("请核对所选文件", "check which file was chosen")
            }
        }
    }
}
