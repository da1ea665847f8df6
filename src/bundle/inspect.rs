//! Looking into a file that is being attached: how many pages it has, and what of it the printable book would lose.
//!
//! The book takes the contents of a page and its resources (ISO 32000-1, 7.7.3.3 `Contents`). What a reader draws on top
//! of them from `Annots` (12.5), the widgets of forms and signatures (12.7) among them, is not part of that; nor is the
//! catalogue's word on which layers are switched off (8.11.4).

use std::collections::BTreeSet;

use hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};

use crate::dossier::{Hazard, Inspection, MediaType};
use crate::render::{Picture, open_pdf};

/// How deep fields may be nested; deeper ones are the work of somebody who wants a program to loop.
const DEEPEST: u8 = 32;
/// `F`, bit 2 (12.5.3): neither shown nor printed.
const HIDDEN: i32 = 1 << 1;
/// Annotations whose loss is none on paper: links, and the windows and marks that are never printed with the page.
const NO_LOSS: [&[u8]; 4] = [b"Link", b"Popup", b"TrapNet", b"PrinterMark"];

/// Looks into the bytes of a file.
#[must_use]
pub fn inspect(media_type: MediaType, bytes: Vec<u8>) -> Inspection {
    match media_type {
        MediaType::Pdf => match open_pdf(bytes) {
            Ok(pdf) => inspect_pdf(&pdf),
            Err(LoadPdfError::Decryption(_)) => refused(Hazard::Locked),
            Err(LoadPdfError::Invalid) => refused(Hazard::Unreadable),
        },
        MediaType::Jpeg | MediaType::Png => match Picture::read(&bytes) {
            Some(picture) => Inspection { pixels: Some(picture.seen()), ..Inspection::default() },
            None => refused(Hazard::Unreadable),
        },
    }
}

fn refused(hazard: Hazard) -> Inspection {
    Inspection { hazards: vec![hazard], ..Inspection::default() }
}

fn inspect_pdf(pdf: &Pdf) -> Inspection {
    let pages = pdf.pages();
    if pages.is_empty() {
        return refused(Hazard::Unreadable);
    }
    let mut hazards: BTreeSet<Hazard> = pages.iter().flat_map(page_hazards).collect();
    let catalogue = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    hazards.extend(form_hazards(&catalogue));
    if pdf.xref().has_optional_content_groups() {
        hazards.insert(Hazard::Layers);
    }
    let hazards = hazards.into_iter().collect();
    Inspection { pages: u32::try_from(pages.len()).ok(), hazards, ..Inspection::default() }
}

fn page_hazards(page: &Page<'_>) -> Vec<Hazard> {
    let annotations = page.raw().get::<Array<'_>>("Annots").unwrap_or_default();
    annotations.iter::<Dict<'_>>().filter_map(|annotation| annotation_hazard(&annotation)).collect()
}

fn annotation_hazard(annotation: &Dict<'_>) -> Option<Hazard> {
    if annotation.get::<i32>("F").unwrap_or_default() & HIDDEN != 0 {
        return None;
    }
    match annotation.get::<Name<'_>>("Subtype")?.as_ref() {
        b"Widget" => field_hazard(annotation),
        subtype if NO_LOSS.contains(&subtype) => None,
        _ => Some(Hazard::Annotations),
    }
}

/// What a form holds that no page shows: signatures without a picture, and forms of the XFA kind (12.7.8).
fn form_hazards(catalogue: &Dict<'_>) -> Vec<Hazard> {
    let Some(form) = catalogue.get::<Dict<'_>>("AcroForm") else { return Vec::new() };
    let mut hazards = Vec::new();
    if form.contains_key("XFA") {
        hazards.push(Hazard::FilledForm);
    }
    let mut fields: Vec<(Dict<'_>, u8)> = children(&form, "Fields", 0);
    while let Some((field, depth)) = fields.pop() {
        hazards.extend(field_hazard(&field));
        if depth < DEEPEST {
            fields.extend(children(&field, "Kids", depth + 1));
        }
    }
    hazards
}

fn children<'a>(of: &Dict<'a>, key: &str, depth: u8) -> Vec<(Dict<'a>, u8)> {
    let array = of.get::<Array<'a>>(key).unwrap_or_default();
    array.iter::<Dict<'a>>().map(|child| (child, depth)).collect()
}

/// What is lost with a field that has a value. Type and value are inherited from the fields above (12.7.3.1).
fn field_hazard(field: &Dict<'_>) -> Option<Hazard> {
    let has_value = inherited::<Object<'_>>(field, "V").is_some_and(|value| is_filled(&value));
    match inherited::<Name<'_>>(field, "FT").as_deref() {
        Some(b"Sig") => has_value.then_some(Hazard::Signature),
        Some(_) => has_value.then_some(Hazard::FilledForm),
        None => None,
    }
}

fn inherited<'a, T>(field: &Dict<'a>, key: &str) -> Option<T>
where
    Dict<'a>: Entry<'a, T>,
{
    let mut field = field.clone();
    for _ in 0..DEEPEST {
        if let Some(value) = field.entry(key) {
            return Some(value);
        }
        field = field.get::<Dict<'a>>("Parent")?;
    }
    None
}

/// The entries this file reads by inheritance; the reader's own trait for them is not public.
trait Entry<'a, T> {
    fn entry(&self, key: &str) -> Option<T>;
}

impl<'a> Entry<'a, Name<'a>> for Dict<'a> {
    fn entry(&self, key: &str) -> Option<Name<'a>> {
        self.get(key)
    }
}

impl<'a> Entry<'a, Object<'a>> for Dict<'a> {
    fn entry(&self, key: &str) -> Option<Object<'a>> {
        self.get(key)
    }
}

/// A box that is not ticked has the value `Off`; a text that was deleted is empty.
fn is_filled(value: &Object<'_>) -> bool {
    match value {
        Object::Null(_) => false,
        Object::Name(name) => name.as_ref() != b"Off",
        Object::String(text) => !is_blank(text),
        Object::Array(array) => array.raw_iter().next().is_some(),
        _ => true,
    }
}

/// Nothing, or only the mark of UTF-16 (7.9.2.2).
fn is_blank(text: &PdfString) -> bool {
    matches!(text.as_bytes(), [] | [0xFE, 0xFF])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(media_type: MediaType, bytes: &[u8]) -> (Option<u32>, Vec<Hazard>) {
        let found = inspect(media_type, bytes.to_vec());
        (found.pages, found.hazards)
    }

    #[test]
    fn a_pdf_is_known_by_its_pages_and_by_what_the_book_would_lose() {
        macro_rules! attached {
            ($name:literal) => {
                include_bytes!(concat!("../../tests/attached/", $name)).as_slice()
            };
        }
        type Case = (&'static str, &'static [u8], Option<u32>, &'static [Hazard]);
        let cases: [Case; 12] = [
            ("plain pages", attached!("two-pages.pdf"), Some(2), &[]),
            ("a page that says it is turned", attached!("turned.pdf"), Some(1), &[]),
            ("a stamp, and a link, which is no loss", attached!("stamped.pdf"), Some(1), &[Hazard::Annotations]),
            ("a seal, its type on the field above", attached!("signed.pdf"), Some(1), &[Hazard::Signature]),
            ("a form that was filled in", attached!("filled.pdf"), Some(1), &[Hazard::FilledForm]),
            ("a form that nobody filled in or signed", attached!("blank-form.pdf"), Some(1), &[]),
            ("a layer that is switched off", attached!("layered.pdf"), Some(1), &[Hazard::Layers]),
            ("a file that asks for a password", attached!("locked.pdf"), None, &[Hazard::Locked]),
            ("a file that only forbids changes", attached!("restricted.pdf"), Some(2), &[]),
            ("a file of PDF 2.0", attached!("newer.pdf"), Some(1), &[]),
            ("a beginning and nothing after it", b"%PDF-1.7\n", None, &[Hazard::Unreadable]),
            ("no bytes", b"", None, &[Hazard::Unreadable]),
        ];
        for (sentence, bytes, pages, hazards) in cases {
            assert_eq!(look(MediaType::Pdf, bytes), (pages, hazards.to_vec()), "{sentence}");
        }
    }

    #[test]
    fn a_picture_is_known_by_its_size_as_it_is_seen() {
        let turned = include_bytes!("../../tests/attached/turned.jpg").to_vec();
        assert_eq!(inspect(MediaType::Jpeg, turned).pixels, Some([300, 200]));
        let picture = include_bytes!("../../tests/attached/picture.png").to_vec();
        assert_eq!(inspect(MediaType::Png, picture).pixels, Some([300, 200]));
        assert_eq!(look(MediaType::Png, b"\x89PNG\r\n\x1a\n").1, [Hazard::Unreadable]);
    }

    #[test]
    fn a_file_cut_anywhere_is_looked_into_without_harm() {
        let signed = include_bytes!("../../tests/attached/signed.pdf");
        for end in 0..signed.len() {
            let found = inspect(MediaType::Pdf, signed[..end].to_vec());
            assert!(found.pages.is_some() || found.hazards == [Hazard::Unreadable], "{end}");
        }
    }
}
