//! The photographs in a scanned PDF: taken out as they are, to be shown small and searched for QR codes.

use hayro_syntax::Filter;
use hayro_syntax::object::Name;
use hayro_syntax::object::Stream;
use hayro_syntax::page::{Page, Rotation};

use crate::render::{Picture, open_pdf};

/// The smallest side of a picture that may be a scan, in pixels: less is an ornament.
const LEAST: u32 = 200;
/// The most pictures that are taken out of a page.
const MOST_ON_A_PAGE: usize = 4;

/// A picture on a page of a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// Whether it is all that the first page shows.
    pub is_first_page: bool,
    /// By how many quarters the page is turned to the right, 0 to 3.
    pub turn: u8,
    /// The picture, a JPEG.
    pub jpeg: Vec<u8>,
}

/// The JPEG pictures on the first pages of a PDF, page by page; none where it cannot be opened.
#[must_use]
pub fn scans(pdf: Vec<u8>, pages: usize) -> Vec<Scan> {
    let Ok(pdf) = open_pdf(pdf) else { return Vec::new() };
    let mut scans = Vec::new();
    for (number, page) in pdf.pages().iter().take(pages).enumerate() {
        let names: Vec<Name<'_>> = page.resources().x_objects.keys().collect();
        let is_alone = number == 0 && names.len() == 1 && page.resources().fonts.is_empty();
        let pictures = names.iter().filter_map(|name| jpeg(page, name)).take(MOST_ON_A_PAGE);
        scans.extend(pictures.map(|jpeg| Scan { is_first_page: is_alone, turn: quarters(page), jpeg }));
    }
    scans
}

fn jpeg(page: &Page<'_>, name: &Name<'_>) -> Option<Vec<u8>> {
    let stream: Stream<'_> = page.resources().get_x_object(name)?;
    let is_image = stream.dict().get::<Name<'_>>("Subtype").as_deref() == Some(b"Image");
    if !is_image || !matches!(stream.filters().as_slice(), [Filter::DctDecode]) {
        return None;
    }
    let data = stream.raw_data();
    let picture = Picture::read(&data)?;
    picture.stored.iter().all(|side| *side >= LEAST).then(|| data.into_owned())
}

fn quarters(page: &Page<'_>) -> u8 {
    match page.rotation() {
        Rotation::None => 0,
        Rotation::Horizontal => 1,
        Rotation::Flipped => 2,
        Rotation::FlippedHorizontal => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPEG: &[u8] = include_bytes!("../../tests/attached/turned.jpg");

    /// A page that shows a JPEG and nothing else, or words besides.
    fn scanned(rotate: &str, fonts: &str) -> Vec<u8> {
        let mut pdf = format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{rotate}/Resources<</XObject<</I 4 0 R>>{fonts}>>>>endobj\n\
             4 0 obj<</Type/XObject/Subtype/Image/Width 300/Height 200/Filter/DCTDecode/Length {}>>stream\n",
            JPEG.len()
        )
        .into_bytes();
        pdf.extend(JPEG);
        pdf.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        pdf
    }

    #[test]
    fn the_photograph_of_a_scanned_page_comes_out_as_it_is() {
        let cases = [
            ("a scan", scanned("", ""), Some((true, 0))),
            ("a page that is turned", scanned("/Rotate 90", ""), Some((true, 1))),
            ("a page with words on it", scanned("", "/Font<</F 5 0 R>>"), Some((false, 0))),
            ("a page without pictures", include_bytes!("../../tests/attached/two-pages.pdf").to_vec(), None),
            ("no PDF", b"%PDF-1.7".to_vec(), None),
        ];
        for (sentence, pdf, expected) in cases {
            let found = scans(pdf, 3);
            let told = found.first().map(|scan| (scan.is_first_page, scan.turn));
            assert_eq!(told, expected, "{sentence}");
            assert!(found.iter().all(|scan| scan.jpeg == JPEG), "{sentence}");
        }
    }

    #[test]
    fn a_scan_cut_anywhere_does_no_harm() {
        let pdf = scanned("", "");
        for end in (0..pdf.len()).step_by(37) {
            let _ = scans(pdf[..end].to_vec(), 3);
        }
    }
}
