//! Runs and paragraphs.

use crate::documents::Span;
use crate::render::xml::Xml;

/// What a paragraph has beyond its style.
#[derive(Default)]
pub struct Setting<'a> {
    /// The style's id.
    pub style: &'a str,
    /// Stays on one page with the paragraph that follows.
    pub keep_next: bool,
    /// Begins a new page.
    pub page_break_before: bool,
    /// Space before it, in twentieths of a point, where the style's is not meant.
    pub before: Option<&'a str>,
    /// How it is justified, where the style's way is not meant.
    pub justified: Option<&'a str>,
}

/// A paragraph.
pub fn paragraph(xml: &mut Xml, setting: &Setting, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", setting.style)]);
            if setting.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            if setting.page_break_before {
                xml.empty("w:pageBreakBefore", &[]);
            }
            if let Some(before) = setting.before {
                xml.empty("w:spacing", &[("w:before", before)]);
            }
            if let Some(justified) = setting.justified {
                xml.empty("w:jc", &[("w:val", justified)]);
            }
        });
        inside(xml);
    });
}

/// The runs of some words.
pub fn words(xml: &mut Xml, spans: &[Span]) {
    for span in spans {
        match span {
            Span::Text(text) => plain(xml, text),
            Span::Strong(text) => strong(xml, text),
            Span::Blank(label) => run(xml, Some("Missing"), true, &format!("〔待填：{label}〕")),
        }
    }
}

/// A run in the paragraph's own look.
pub fn plain(xml: &mut Xml, text: &str) {
    run(xml, None, false, text);
}

/// A run that stands out.
pub fn strong(xml: &mut Xml, text: &str) {
    run(xml, Some("Strong"), false, text);
}

fn run(xml: &mut Xml, style: Option<&str>, highlighted: bool, text: &str) {
    if text.is_empty() {
        return;
    }
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            if let Some(style) = style {
                xml.empty("w:rStyle", &[("w:val", style)]);
            }
            // Quotation marks and dashes belong to both scripts: in these documents they are Chinese.
            xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
            if highlighted {
                xml.empty("w:highlight", &[("w:val", "yellow")]);
            }
        });
        lines(xml, text);
    });
}

/// The text of a run, with its line ends and tabs as elements.
fn lines(xml: &mut Xml, text: &str) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            xml.empty("w:br", &[]);
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                xml.empty("w:tab", &[]);
            }
            if !piece.is_empty() {
                xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.words(piece));
            }
        }
    }
}
