//! Fields: what a reader may compute anew, with its result filled in between [`begin`] and [`end`].

use crate::render::xml::Xml;

/// The field's instruction; its result follows.
pub fn begin(xml: &mut Xml, instruction: &str) {
    character(xml, "begin");
    xml.element("w:r", &[], |xml| {
        xml.element("w:instrText", &[("xml:space", "preserve")], |xml| xml.words(instruction));
    });
    character(xml, "separate");
}

/// The end of the field's result.
pub fn end(xml: &mut Xml) {
    character(xml, "end");
}

fn character(xml: &mut Xml, kind: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
}
