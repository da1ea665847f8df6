//! Why a file cannot be opened, and what to do then.

use crate::dossier::ReadError;
use crate::language::Message;
use crate::message;

/// Why a file cannot be opened. Nothing is changed when it occurs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More than [`LARGEST_FILE`](super::LARGEST_FILE), or a dossier that is too large by itself.
    #[error("{0} bytes, too many to be read")]
    TooLarge(u64),
    /// Begins like an archive, but its directory cannot be read: usually cut short.
    #[error("a broken archive: {0}")]
    BrokenArchive(String),
    /// More files than any bundle has.
    #[error("an archive of {0} files")]
    TooManyFiles(usize),
    /// Two files under one name, or two dossiers: it is not clear which one is meant.
    #[error("two files under one name, or two dossiers")]
    Ambiguous,
    /// An archive of something else.
    #[error("an archive without a dossier.json")]
    NoDossier,
    /// The dossier in it is locked with a password.
    #[error("an encrypted archive")]
    Encrypted,
    /// Compressed in a way that is not read here.
    #[error("compressed by method {0}")]
    Compression(String),
    /// It would become suspiciously large when unpacked (over 200 times its size).
    #[error("{0} would become too large when unpacked")]
    Bomb(String),
    /// No archive and no text.
    #[error("neither an archive nor text")]
    NotText,
    /// The dossier itself cannot be read.
    #[error(transparent)]
    Dossier(#[from] ReadError),
}

impl OpenError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!(
                "这个文件是空的。现有内容没有改动，请重新选择“导出草稿”得到的文件",
                "This file is empty. Nothing was changed: choose a file made by Export draft"
            ),
            Self::TooLarge(bytes) => message!(
                "这个文件过大（{bytes} 字节），不像是草稿或备案材料包。现有内容没有改动，请核对所选文件",
                "This file is too large ({bytes} bytes) for a draft or a bundle. Nothing was changed: check which file was chosen"
            ),
            Self::BrokenArchive(_) => message!(
                "这个压缩包不完整或已损坏，可能没有下载完。现有内容没有改动，请重新取得该文件后再导入",
                "This archive is incomplete or damaged; perhaps its download was cut short. Nothing was changed: get the file again and retry"
            ),
            Self::TooManyFiles(count) => message!(
                "这个压缩包有 {count} 个文件，不像是草稿或备案材料包。现有内容没有改动，请核对所选文件",
                "This archive has {count} files, too many for a draft or a bundle. Nothing was changed: check which file was chosen"
            ),
            Self::Ambiguous => message!(
                "这个压缩包里有重名的文件，或者不止一个 dossier.json，无法判断以哪个为准。现有内容没有改动，请改选“导出草稿”直接得到的文件",
                "This archive has two files under one name, or more than one dossier.json; it is not clear which counts. Nothing was changed: choose a file just as Export draft made it"
            ),
            Self::NoDossier => message!(
                "这个压缩包里没有 dossier.json，不是结盟的草稿或备案材料包。现有内容没有改动，请核对所选文件",
                "This archive has no dossier.json: it is no Jiemeng draft or bundle. Nothing was changed: check which file was chosen"
            ),
            Self::Encrypted => message!(
                "这个压缩包设有密码，无法读取。现有内容没有改动，请用密码解压后，重新压缩为不加密的 ZIP，或直接选择其中的 dossier.json",
                "This archive is locked with a password. Nothing was changed: unpack it, then pack it again without one, or choose the dossier.json in it"
            ),
            Self::Compression(_) => message!(
                "这个压缩包的压缩方式无法读取。现有内容没有改动，请解压后重新压缩为普通 ZIP，或直接选择其中的 dossier.json",
                "This archive is compressed in a way that cannot be read here. Nothing was changed: unpack it and make a plain ZIP, or choose the dossier.json in it"
            ),
            Self::Bomb(name) => message!(
                "这个压缩包里的“{name}”解压后异常庞大，为安全起见没有打开。现有内容没有改动，请核对文件来源",
                "“{name}” in this archive would become suspiciously large when unpacked, so it was not opened. Nothing was changed: check where the file comes from"
            ),
            Self::NotText => message!(
                "这个文件不是结盟的草稿（ZIP）或 dossier.json。现有内容没有改动，请核对所选文件",
                "This is neither a Jiemeng draft (ZIP) nor a dossier.json. Nothing was changed: check which file was chosen"
            ),
            Self::Dossier(error) => error.message(),
        }
    }
}
