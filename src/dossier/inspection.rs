//! What an attached file is on paper: how many pages, and what of it would be lost in the printable book.

use serde::{Deserialize, Serialize};

use crate::language::{Label, label};

/// What was seen when an attached file was looked into, at intake.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Inspection {
    /// How many pages a PDF has; `None` for a picture and for what cannot be opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Width and height of a picture in pixels, as it is seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pixels: Option<[u32; 2]>,
    /// The unified social credit codes in the QR codes on it, each once; `None` while nobody has looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<Vec<String>>,
    /// What the founders should know before they print; each once, in the order of [`Hazard`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hazards: Vec<Hazard>,
}

/// What keeps a file, or a part of it, out of the printable book (申报材料汇编), which takes the contents of pages and
/// nothing that a reading program shows on top of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hazard {
    /// 电子签章: an electronic signature (a field of the type `Sig` with a value). Its seal does not show in the book.
    Signature,
    /// 批注, 图章: annotations other than links. They do not show in the book.
    Annotations,
    /// 表单: fields with something filled in. What was filled in does not show in the book.
    FilledForm,
    /// 图层: layers, such as one that is switched off, all show in the book.
    Layers,
    /// 加密: it does not open without a password.
    Locked,
    /// It is damaged.
    Unreadable,
    /// A hazard that a later version of this program found.
    #[serde(untagged)]
    Other(String),
}

impl Hazard {
    /// What is the matter.
    #[must_use]
    pub const fn matter(&self) -> Label {
        match self {
            Self::Signature => label(
                "含电子签章，《申报材料汇编》只印页面内容，印章图样不会出现",
                "It carries an electronic signature; the printable book takes page contents only, and the seal will not show",
            ),
            Self::Annotations => label(
                "含批注或图章，《申报材料汇编》只印页面内容，批注和图章不会出现",
                "It carries comments or stamps; the printable book takes page contents only, and they will not show",
            ),
            Self::FilledForm => label(
                "含填写过的表单，《申报材料汇编》只印页面内容，填写的内容不会出现",
                "It is a form that was filled in; the printable book takes page contents only, and what was filled in will not show",
            ),
            Self::Layers => label(
                "含图层，平时隐藏的图层在《申报材料汇编》中会印出",
                "It has layers; hidden ones will show in the printable book",
            ),
            Self::Locked => label(
                "已加密，没有密码打不开，放不进《申报材料汇编》",
                "It does not open without a password and cannot be placed in the printable book",
            ),
            Self::Unreadable => label(
                "已损坏或不完整，放不进《申报材料汇编》",
                "It is damaged or cut short and cannot be placed in the printable book",
            ),
            Self::Other(_) => label(
                "新版本程序在其中发现了本版本不认识的问题",
                "A newer version of this program found something in it that this version does not know",
            ),
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn remedy(&self) -> Label {
        match self {
            Self::Signature => label(
                "请在阅读软件中核对印章显示正常后“打印成 PDF”，移除原文件、改附打印出的文件；或在汇编之外另交带签章的原件。",
                "Check in a PDF reader that the seal shows, print to PDF and attach that instead; or hand in the signed original beside the book.",
            ),
            Self::Annotations | Self::FilledForm => label(
                "请在阅读软件中“打印成 PDF”，移除原文件、改附打印出的文件；不需要印出的可不处理。",
                "Print it to PDF in a PDF reader and attach that instead; leave it if these need not be printed.",
            ),
            Self::Layers => label(
                "请在阅读软件中调好图层后“打印成 PDF”，移除原文件、改附打印出的文件。",
                "Set the layers in a PDF reader, print to PDF and attach that instead.",
            ),
            Self::Locked => label(
                "请用密码打开后“打印成 PDF”，移除原文件、改附打印出的文件；否则请单独打印，放在汇编留出的位置。",
                "Open it with its password, print to PDF and attach that instead; or print it apart and put it where the book leaves a page for it.",
            ),
            Self::Unreadable => label(
                "请重新扫描或导出后再附；否则请单独打印，放在汇编留出的位置。",
                "Scan or export it anew and attach that; or print it apart and put it where the book leaves a page for it.",
            ),
            Self::Other(_) => {
                label("请核对印出的页面，或改用新版本。", "Check the printed page, or use the newer version.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hazard_that_is_not_known_yet_survives() {
        let json = r#"{"pages":2,"hazards":["signature","three-dimensional"]}"#;
        let inspection: Inspection = serde_json::from_str(json).unwrap();
        assert_eq!(inspection.hazards, [Hazard::Signature, Hazard::Other("three-dimensional".into())]);
        assert_eq!(serde_json::to_string(&inspection).unwrap(), json);
    }
}
