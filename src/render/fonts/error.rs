//! Why a font file cannot be used.

use super::FontRole;
use crate::language::Message;
use crate::message;

/// Why a font file cannot be used. Nothing else is lost: the documents can still be set from the other fonts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// The bytes are no TrueType or OpenType font, or a damaged one.
    #[error("{0:?}: not a font")]
    NotAFont(FontRole),
    /// A collection holds fewer fonts than the index asks for.
    #[error("{role:?}: the collection has no font number {index}")]
    NoSuchIndex {
        /// What the file was for.
        role: FontRole,
        /// The index that was asked for, from 0.
        index: u32,
    },
    /// The font holds pictures of characters only, no outlines.
    #[error("{0:?}: no outlines")]
    NoOutlines(FontRole),
    /// The font's maker forbids to embed it, or to embed a part of it (OpenType OS/2, `fsType`, bits 1 and 8).
    #[error("{0:?}: its maker forbids embedding")]
    MayNotBeEmbedded(FontRole),
    /// The file of 宋体 that comes with the app was not handed in.
    #[error("the font of the body is missing")]
    NoBody,
}

impl FontError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotAFont(_) => message!(
                "这个文件不是可用的字体（应为 TTF、OTF 或 TTC 文件）。请另选字体文件，或继续使用内置字体",
                "This file is not a font that can be used (TTF, OTF or TTC). Choose another file or go on with the built-in fonts"
            ),
            Self::NoSuchIndex { index, .. } => message!(
                "字体集合文件里没有第 {index} 号字体（从 0 数起）。请另选字体，或继续使用内置字体",
                "The collection holds no font number {index} (counted from 0). Choose another font or go on with the built-in fonts"
            ),
            Self::NoOutlines(_) => message!(
                "这个字体只有点阵，没有轮廓，不能用于 PDF。请另选字体，或继续使用内置字体",
                "This font holds pictures only, no outlines, and cannot be used in a PDF. Choose another one or go on with the built-in fonts"
            ),
            Self::MayNotBeEmbedded(_) => message!(
                "这个字体的厂商在字体里注明不允许嵌入文件，不能用于 PDF。请另选字体，或继续使用内置字体",
                "The maker of this font forbids embedding it in files, so it cannot be used in a PDF. Choose another one or go on with the built-in fonts"
            ),
            Self::NoBody => message!(
                "内置字体没有读到，PDF 暂时不能生成。请刷新页面后重试；已填内容没有改动",
                "The built-in fonts could not be read, so no PDF can be made now. Reload the page and try again; nothing was changed"
            ),
        }
    }
}
