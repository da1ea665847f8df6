//! Why an archive, or a file in it, is not read.

use crate::language::Message;
use crate::message;

/// Why an archive, or a file in it, is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The file that it is cannot be read any more.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    /// More bytes than are read.
    #[error("{0} bytes, too many to be read")]
    TooLarge(u64),
    /// The end is missing, or something points beyond it.
    #[error("an archive that was cut short")]
    CutShort,
    /// The directory has more or fewer files than it says.
    #[error("an archive that miscounts its files")]
    Miscounted,
    /// One part of an archive of several files.
    #[error("one part of a split archive")]
    Split,
    /// More files than any bundle has.
    #[error("an archive of {0} files")]
    TooManyFiles(u64),
    /// A directory larger than any bundle's.
    #[error("a directory of {0} bytes")]
    LargeDirectory(u64),
    /// All files together would become too large.
    #[error("too much when unpacked")]
    TooMuch,
    /// A name that leads out of the folder the archive is unpacked in, or no name.
    #[error("an unsafe name: {0}")]
    UnsafeName(String),
    /// A name that is said to be UTF-8 and is not.
    #[error("a name that is no UTF-8: {0}")]
    NameNotText(String),
    /// Two files under one name.
    #[error("two files named {0}")]
    SameName(String),
    /// Two files that share bytes.
    #[error("{0} overlaps another file")]
    Overlap(String),
    /// The directory and the file's own header, or its bytes, say different things.
    #[error("the directory contradicts {0}")]
    Contradiction(String),
    /// Locked with a password.
    #[error("{0} is encrypted")]
    Encrypted(String),
    /// Packed in a way that is not read here, by its number.
    #[error("{0} is packed by method {1}")]
    Method(String, u16),
    /// It would become suspiciously large when unpacked (over 200 times its size).
    #[error("{0} would become too large when unpacked")]
    Bomb(String),
    /// Its bytes are not those of its CRC-32.
    #[error("{0} has a wrong sum")]
    WrongSum(String),
}

impl Refusal {
    /// What is the matter, as a whole sentence without its full stop.
    #[must_use]
    pub fn cause(&self) -> Message {
        match self {
            Self::Unreadable(_) => message!(
                "读不出这个文件，它可能被移动、改动或正被别的程序占用",
                "This file cannot be read: it may have been moved, changed or be in use"
            ),
            Self::TooLarge(bytes) => message!(
                "这个文件过大（{bytes} 字节），不像是草稿或备案材料包",
                "This file is too large ({bytes} bytes) for a draft or a bundle"
            ),
            Self::CutShort => message!(
                "这个压缩包不完整或已损坏，可能没有下载完",
                "This archive is incomplete or damaged; perhaps its download was cut short"
            ),
            Self::Miscounted => message!(
                "这个压缩包的目录与所列文件数不符，可能被改动过",
                "This archive's directory miscounts its files; it may have been tampered with"
            ),
            Self::Split => message!(
                "这是分卷压缩包中的一卷，单独一卷打不开",
                "This is one part of a split archive and cannot be opened alone"
            ),
            Self::TooManyFiles(count) => message!(
                "这个压缩包有 {count} 个文件，不像是草稿或备案材料包",
                "This archive has {count} files, too many for a draft or a bundle"
            ),
            Self::LargeDirectory(bytes) => message!(
                "这个压缩包的目录过大（{bytes} 字节），不像是草稿或备案材料包",
                "This archive's directory is too large ({bytes} bytes) for a draft or a bundle"
            ),
            Self::TooMuch => message!(
                "这个压缩包里的文件全部解压后过大，为安全起见没有打开",
                "The files of this archive would become too large when unpacked, so it was not opened"
            ),
            Self::UnsafeName(name) => {
                let name = shown(name);
                message!(
                    "这个压缩包里的文件名“{name}”指向解压目录之外或不是合法的文件名，为安全起见没有打开",
                    "The name “{name}” in this archive leads out of its folder or is no proper name, so it was not opened"
                )
            }
            Self::NameNotText(name) => {
                let name = shown(name);
                message!(
                    "这个压缩包里有文件名（“{name}”）标明是 UTF-8 却不是，无法辨认",
                    "A name in this archive (“{name}”) is marked as UTF-8 and is not; it cannot be read"
                )
            }
            Self::SameName(name) => {
                let name = shown(name);
                message!(
                    "这个压缩包里有两个文件都叫“{name}”，无法判断以哪个为准",
                    "Two files in this archive are named “{name}”; it is not clear which counts"
                )
            }
            Self::Overlap(name) => {
                let name = shown(name);
                message!(
                    "这个压缩包里“{name}”与别的文件占用同一段内容，不是正常的压缩包，没有打开",
                    "“{name}” shares its bytes with another file; this is no ordinary archive and was not opened"
                )
            }
            Self::Contradiction(name) => {
                let name = shown(name);
                message!(
                    "这个压缩包的目录对“{name}”的记载与文件本身不符，可能被改动过",
                    "What this archive's directory says of “{name}” is not what the file is; it may have been tampered with"
                )
            }
            Self::Encrypted(name) => {
                let name = shown(name);
                message!(
                    "这个压缩包设有密码（“{name}”），无法读取",
                    "This archive is locked with a password (“{name}”)"
                )
            }
            Self::Method(name, _) => {
                let name = shown(name);
                message!(
                    "这个压缩包里“{name}”的压缩方式无法读取",
                    "“{name}” in this archive is compressed in a way that cannot be read here"
                )
            }
            Self::Bomb(name) => {
                let name = shown(name);
                message!(
                    "这个压缩包里的“{name}”解压后异常庞大，为安全起见没有打开",
                    "“{name}” in this archive would become suspiciously large when unpacked, so it was not opened"
                )
            }
            Self::WrongSum(name) => {
                let name = shown(name);
                message!(
                    "这个压缩包里的“{name}”已损坏（校验和不符）",
                    "“{name}” in this archive is damaged: its sum is wrong"
                )
            }
        }
    }
}

/// A name of unknown making as it can be shown: not too long, without characters that act.
pub fn shown(name: &str) -> String {
    const MOST: usize = 80;
    let harmless = |character: char| {
        let turns = matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if character.is_control() || turns { '\u{fffd}' } else { character }
    };
    let mut shown: String = name.chars().take(MOST).map(harmless).collect();
    if name.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}
