//! Opening the PDF files of other people.

use hayro_syntax::object::{Dict, FromBytes, MaybeRef, Name, Object};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// How far before its handler's name an encryption dictionary begins at most, in bytes.
const REACH: usize = 4096;

/// Opens a PDF that somebody else wrote.
///
/// # Errors
/// It is damaged, or locked by a password or a way of encryption that is not known.
pub fn open_pdf(bytes: Vec<u8>) -> Result<Pdf, LoadPdfError> {
    if has_impossible_key(&bytes) {
        return Err(LoadPdfError::Decryption(DecryptionError::InvalidEncryption));
    }
    let pdf = Pdf::new(bytes)?;
    if pdf.objects().into_iter().all(|object| is_readable(&object, 0)) { Ok(pdf) } else { Err(LoadPdfError::Invalid) }
}

/// How deep values may be nested.
const DEEPEST: u8 = 64;

/// Whether every entry of an object has a value. What copies pages takes that for granted and breaks.
fn is_readable(object: &Object<'_>, depth: u8) -> bool {
    if depth > DEEPEST {
        return false;
    }
    let of_dict = |dict: &Dict<'_>| {
        let mut values = dict.keys().map(|key| dict.get_raw::<Object<'_>>(key));
        values.all(|value| value.is_some_and(|value| is_readable_value(&value, depth)))
    };
    match object {
        Object::Dict(dict) => of_dict(dict),
        Object::Stream(stream) => of_dict(stream.dict()),
        // Arrays are left alone: walking through a damaged one breaks the reader too.
        _ => true,
    }
}

fn is_readable_value(value: &MaybeRef<Object<'_>>, depth: u8) -> bool {
    match value {
        MaybeRef::Ref(_) => true,
        MaybeRef::NotRef(object) => is_readable(object, depth + 1),
    }
}

/// Whether a file is encrypted by a key longer than the 128 bits that revisions up to 4 have (ISO 32000-1, 7.6.3.3). The
/// reader takes the promise of such a key for granted and breaks.
fn has_impossible_key(bytes: &[u8]) -> bool {
    const HANDLER: &[u8] = b"Standard";
    let mut handlers = bytes.windows(HANDLER.len()).enumerate().filter(|(_, window)| *window == HANDLER);
    handlers.any(|(at, _)| {
        let start = at.saturating_sub(REACH);
        let before = bytes.get(start..at).unwrap_or_default();
        let openings = before.windows(2).enumerate().filter(|(_, two)| *two == b"<<");
        let mut around = openings.filter_map(|(opening, _)| Dict::from_bytes(bytes.get(start + opening..)?));
        around.any(|dict| is_impossible(&dict))
    })
}

fn is_impossible(dict: &Dict<'_>) -> bool {
    if dict.get::<Name<'_>>("Filter").as_deref() != Some(b"Standard") {
        return false;
    }
    let number = |key: &str| dict.get::<u16>(key).unwrap_or_default();
    number("R") <= 4 && (number("V") == 5 || number("Length") > 128)
}

#[cfg(test)]
mod tests {
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
        ];
        for (sentence, how) in table {
            assert!(matches!(open_pdf(encrypted(how)), Err(LoadPdfError::Decryption(_))), "{sentence}");
        }
    }
}
