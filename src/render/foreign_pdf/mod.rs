//! Opening the PDF files of other people.
//!
//! What reads them, and what copies their pages into the book, takes some things for granted and breaks where they do not
//! hold; in a browser that ends the program. Everything it takes for granted is looked at here before: what decides how
//! bytes are decoded, while they are still bytes, and every value once the file is open.

mod extent;
mod values;

use hayro_syntax::object::{Dict, FromBytes, Name, Object};
use hayro_syntax::page::Resources;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use memchr::memmem;

use extent::{Contents, Extent};
use values::{Entries, Malformed, Value, dictionary, items, plain, unescaped};

/// The most columns of a row that was packed by differences (ISO 32000-1, 7.4.4.4): a scan of A0 at 600 dpi has 28,000. So
/// much memory is taken for a row, whether there is one or not.
const MOST_COLUMNS: u32 = 1_000_000;

/// Opens a PDF that somebody else wrote.
///
/// # Errors
/// It is damaged, or locked by a password or a way of encryption that is not known.
pub fn open_pdf(bytes: Vec<u8>) -> Result<Pdf, LoadPdfError> {
    if let Some(error) = misleading(&bytes) {
        return Err(error);
    }
    if !Extent::of(&bytes).is_possible() {
        return Err(LoadPdfError::Invalid);
    }
    let pdf = Pdf::new(bytes)?;
    // Twice: what cannot be found where it should be makes the reader look for all objects anew, in the middle of the first.
    let is_sound = (0..2).all(|_| pdf.objects().into_iter().all(|object| is_sound(&object)))
        && pdf.pages().iter().all(|page| is_sound_dict(page.raw()) && are_sound(page.resources()))
        && Contents::of(pdf.pages()).are_possible();
    if is_sound { Ok(pdf) } else { Err(LoadPdfError::Invalid) }
}

/// Why a file is refused while it is bytes: one of its dictionaries would mislead what decodes.
fn misleading(bytes: &[u8]) -> Option<LoadPdfError> {
    let mut at = 0;
    loop {
        let rest = bytes.get(at..)?;
        at += memmem::find(rest, b"<<")?;
        let rest = bytes.get(at..)?;
        let mut error = None;
        let end = dictionary(rest, &mut |entries| error = error.or_else(|| misleads(entries)));
        match end {
            _ if error.is_some() => return error,
            Ok(length) => at += length,
            Err(Malformed::TooDeep) => return Some(LoadPdfError::Invalid),
            // The reader makes sense of more than the rules allow.
            Err(Malformed::Broken) if Dict::from_bytes(rest).is_some_and(|dict| decides(&dict)) => {
                return Some(LoadPdfError::Invalid);
            }
            Err(Malformed::Broken) => at += 2,
        }
    }
}

/// Whether a dictionary has a say in how bytes are decoded, or in where the walk through the file goes.
fn decides(dict: &Dict<'_>) -> bool {
    dict.get::<Name<'_>>("Filter").as_deref() == Some(b"Standard")
        || ["Predictor", "W", "First", "Kids"].iter().any(|key| dict.contains_key(key))
}

/// In which way a dictionary misleads what decodes.
fn misleads(entries: &Entries<'_>) -> Option<LoadPdfError> {
    if has_impossible_key(entries) {
        return Some(LoadPdfError::Decryption(DecryptionError::InvalidEncryption));
    }
    (has_impossible_rows(entries) || has_entries_of_no_size(entries) || is_packed_by_reference(entries))
        .then_some(LoadPdfError::Invalid)
}

/// The value of a key; of two, the last.
fn value<'a>(entries: &Entries<'a>, key: &str) -> Option<Value<'a>> {
    entries.iter().rev().find(|(name, _)| **name == *key.as_bytes()).map(|(_, value)| *value)
}

/// The number of a key, or what stands for it. `None` where it cannot be told without the rest of the file.
fn number(entries: &Entries<'_>, key: &str, otherwise: u32) -> Option<u32> {
    match value(entries, key) {
        None => Some(otherwise),
        Some(Value::Number(number)) => plain(number),
        Some(_) => None,
    }
}

/// Whether it asks for a key longer than the 128 bits that revisions up to 4 have (ISO 32000-1, 7.6.3.3).
fn has_impossible_key(entries: &Entries<'_>) -> bool {
    if !matches!(value(entries, "Filter"), Some(Value::Name(name)) if unescaped(name) == b"Standard".as_slice()) {
        return false;
    }
    let numbers = ["R", "V", "Length"].map(|key| number(entries, key, 0));
    let [Some(revision), Some(version), Some(length)] = numbers else { return true };
    revision <= 4 && (version == 5 || length > 128)
}

/// Whether it packs rows by their differences (7.4.4.4) that have no bytes, or more than there can be.
fn has_impossible_rows(entries: &Entries<'_>) -> bool {
    if matches!(number(entries, "Predictor", 1), Some(1)) {
        return false;
    }
    let numbers = [("Colors", 1), ("BitsPerComponent", 8), ("Columns", 1)];
    let [Some(colours), Some(bits), Some(columns)] = numbers.map(|(key, otherwise)| number(entries, key, otherwise))
    else {
        return true;
    };
    let is_possible = matches!(bits, 1 | 2 | 4 | 8 | 16)
        && (1..256).contains(&colours.saturating_mul(bits))
        && (1..=MOST_COLUMNS).contains(&columns);
    !is_possible
}

/// Whether it is a table of objects (7.5.8) whose entries have no bytes: any number of them would be read out of nothing.
fn has_entries_of_no_size(entries: &Entries<'_>) -> bool {
    let Some(Value::Array(widths)) = value(entries, "W").filter(|_| value(entries, "Size").is_some()) else {
        return false;
    };
    let mut widths = widths.split(u8::is_ascii_whitespace).filter(|width| !width.is_empty());
    !widths.any(|width| plain(width).is_some_and(|width| width > 0))
}

/// Whether it is a stream of objects (7.5.7) and says elsewhere how it is packed, perhaps in itself.
fn is_packed_by_reference(entries: &Entries<'_>) -> bool {
    let is_elsewhere = |key| match value(entries, key) {
        Some(Value::Reference(_)) => true,
        Some(Value::Array(items)) => items.windows(2).any(|two| two.ends_with(b"R") && !two.starts_with(b"/")),
        _ => false,
    };
    value(entries, "First").is_some() && ["DecodeParms", "DP", "Filter"].into_iter().any(is_elsewhere)
}

/// Whether a value is well formed all through, and nothing in it misleads what decodes.
fn is_sound(object: &Object<'_>) -> bool {
    match object {
        Object::Dict(dict) => is_sound_dict(dict),
        Object::Stream(stream) => is_sound_dict(stream.dict()),
        Object::Array(array) => {
            let mut error = None;
            items(array.data(), &mut |entries| error = error.or_else(|| misleads(entries))).is_ok() && error.is_none()
        }
        _ => true,
    }
}

fn is_sound_dict(dict: &Dict<'_>) -> bool {
    let data = dict.data();
    let mut error = None;
    let end = dictionary(data, &mut |entries| error = error.or_else(|| misleads(entries)));
    // One that is not there has no bytes.
    data.is_empty() || (end == Ok(data.len()) && error.is_none())
}

/// Whether everything that a page draws with is sound, what it inherits too.
fn are_sound(resources: &Resources<'_>) -> bool {
    let mut next = Some(resources);
    while let Some(resources) = next {
        let kinds = [
            &resources.ext_g_states,
            &resources.fonts,
            &resources.properties,
            &resources.color_spaces,
            &resources.x_objects,
            &resources.patterns,
            &resources.shadings,
        ];
        if !kinds.into_iter().all(is_sound_dict) {
            return false;
        }
        next = resources.parent();
    }
    true
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use krilla::Document;
    use krilla::geom::Size;
    use krilla::pdf::PdfDocument;

    use super::*;

    /// A file whose trailer asks for a password in this way.
    fn encrypted(how: &str) -> Vec<u8> {
        let string = "0".repeat(64);
        format!(
            "%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n\
             3 0 obj<</Filter/Standard{how}/O<{string}>/U<{string}>/P -4/CF<</StdCF<</CFM/AESV2/Length 16>>>>/StmF/StdCF/StrF/StdCF>>endobj\n\
             trailer<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF"
        )
        .into_bytes()
    }

    #[test]
    fn a_key_that_its_revision_cannot_have_is_refused_and_does_not_break_the_reader() {
        let table = [
            ("a key of 256 bits in revision 3", "/V 2/R 3/Length 256"),
            ("a key of 256 bits in revision 4", "/V 4/R 4/Length 256"),
            ("a key of 136 bits", "/V 2/R 3/Length 136"),
            ("an algorithm of revision 6 in revision 4", "/V 5/R 4"),
            ("with blanks and comments", "/V 2 % two\n /R   3/Length\n256"),
            ("a key of 256 bits in a revision there never was", "/V 2/R 0/Length 256"),
            ("with a key that is written otherwise", "/V 2/R 3/L#65ngth 256"),
            ("with a point", "/V 2/R 3/Length 256.0"),
            ("with a sign", "/V 2/R 3/Length +256"),
            ("by another object", "/V 2/R 3/Length 4 0 R"),
        ];
        for (sentence, how) in table {
            assert!(matches!(open_pdf(encrypted(how)), Err(LoadPdfError::Decryption(_))), "{sentence}");
        }
        // With bytes among its entries that are no entry: the reader leaves them out.
        assert!(matches!(open_pdf(encrypted("/V 2/R 3 0 0 x/Length 256")), Err(LoadPdfError::Invalid)));
    }

    /// A file of one page, whose dictionary has these entries, and of these objects from 5 on.
    fn page(entries: &str, objects: &str) -> Vec<u8> {
        format!(
            "%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R{entries}>>endobj\n4 0 obj<</Length 0>>stream\n\nendstream endobj\n\
             {objects}\ntrailer<</Root 1 0 R/Size 9>>\n%%EOF"
        )
        .into_bytes()
    }

    /// Copies the pages as the book does.
    fn copy(pdf: Pdf) {
        let pages = pdf.pages().len();
        let pdf = PdfDocument::new(Arc::new(pdf));
        let mut document = Document::new();
        for at in 0..pages {
            let mut page = document.start_page();
            let mut surface = page.surface();
            surface.draw_pdf_page(&pdf, Size::from_wh(100.0, 100.0).unwrap(), at);
            surface.finish();
            page.finish();
        }
        document.finish().unwrap();
    }

    #[test]
    fn a_value_that_is_none_does_no_harm_wherever_it_stands() {
        copy(open_pdf(page("", "")).unwrap());
        let broken = [
            "+ ",
            "/A#",
            "/A#4x",
            "1-.5",
            "<<>>\nstream\n\nendstream",
            "<</A/B#>>",
            "[+ ]",
            "{}",
            "[<<>> stream\n\nendstream]",
            "-2147483648",
        ];
        let mut refused = 0;
        for value in broken {
            let places = [
                page(&format!("/Group<</A {value}>>"), ""),
                page(&format!("/Resources<</Font<</A {value}>>>>"), ""),
                page(&format!("/Resources<</ColorSpace<</A[{value}]>>>>"), ""),
                page("/Resources<</Font<</A 5 0 R>>>>", &format!("5 0 obj[{value} ]endobj")),
                page("/Resources<</Font<</A 5 0 R>>>>", &format!("5 0 obj {value} endobj")),
                page("/Resources 5 0 R", &format!("5 0 obj<</Font<</A {value}>>>>\nstream endobj")),
                page(
                    "/Resources<</XObject<</A 5 0 R>>>>",
                    &format!("5 0 obj<</A {value}/Length 0>>stream\n\nendstream endobj"),
                ),
            ];
            // What the reader does not see at all is left out and not refused.
            refused += places.into_iter().filter(|bytes| open_pdf(bytes.clone()).map(copy).is_err()).count();
        }
        assert!(refused > 4 * broken.len(), "{refused}");
    }

    #[test]
    fn rows_of_no_bytes_or_of_more_than_there_can_be_are_refused() {
        let packed = |how: &str| {
            page(
                "/Contents 5 0 R",
                &format!("5 0 obj<</Filter/LZWDecode/DecodeParms<<{how}>>/Length 2>>stream\nab\nendstream endobj"),
            )
        };
        for how in
            ["", "/Predictor 1/Columns 0", "/Predictor 12/Columns 595", "/Predictor 2/Colors 4/BitsPerComponent 16"]
        {
            assert!(open_pdf(packed(how)).is_ok(), "{how}");
        }
        let refused = [
            "/Predictor 2/Columns 0",
            "/Predictor 2/Colors 0",
            "/Predictor 2/Colors 16/BitsPerComponent 16",
            "/Predictor 2/BitsPerComponent 3",
            "/Predictor 12/Columns 9999999999999",
            "/Predictor 12/Columns 1000001",
            "/Predictor 12.5/Columns 0",
            "/Predictor 2/Columns 6 0 R",
        ];
        for how in refused {
            assert!(open_pdf(packed(how)).is_err(), "{how}");
        }
    }

    #[test]
    fn a_table_of_objects_out_of_nothing_is_refused() {
        let table = |widths: &str| {
            format!(
                "%PDF-1.6\n1 0 obj<</Type/XRef/Root 2 0 R/Size 4000000000/W[{widths}]/Length 0>>stream\n\nendstream endobj\n\
                 startxref\n9\n%%EOF"
            )
            .into_bytes()
        };
        for widths in ["0 0 0", "0.5 0 0", "-0 0 0", ""] {
            assert!(open_pdf(table(widths)).is_err(), "{widths}");
        }
    }
}
