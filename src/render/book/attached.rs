//! Attached files: what is in them, and putting a page of one on a sheet of the book.

use std::sync::Arc;

use hayro_syntax::{LoadPdfError, Pdf};
use krilla::geom::{Size, Transform};
use krilla::image::Image;
use krilla::pdf::PdfDocument;
use krilla::surface::Surface;

use crate::language::{Label, label};
use crate::render::{Orientation, Picture, open_pdf};

/// What kind of file it is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachedKind {
    /// PDF: all its pages.
    Pdf,
    /// JPEG: taken over as it is.
    Jpeg,
    /// PNG: decoded and packed anew.
    Png,
}

/// Why an attached file is not in the book. A page keeps its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unplaced {
    /// It needs a password, or is encrypted in a way that is not known.
    #[error("it does not open without a password")]
    Locked,
    /// It cannot be read to its end.
    #[error("it is damaged")]
    Damaged,
    /// A PNG of more pixels than can be decoded here.
    #[error("it has more than {MOST_PIXELS} pixels")]
    TooManyPixels,
    /// Its bytes are no longer there.
    #[error("its bytes are not at hand")]
    NotAtHand,
}

/// The most pixels of a PNG that are decoded at once, in memory: 100 million are A3 at 700 dpi.
const MOST_PIXELS: u64 = 100_000_000;

impl Unplaced {
    /// The words for the user, to stand after the name of a file.
    #[must_use]
    pub const fn words(self) -> Label {
        match self {
            Self::Locked => label("已加密，没有密码打不开", "does not open without a password"),
            Self::Damaged => label("已损坏或不完整", "is damaged or cut short"),
            Self::TooManyPixels => label("像素过多（超过1亿）", "has too many pixels (over 100 million)"),
            Self::NotAtHand => label("的内容已不在本浏览器中", "is no longer in this browser"),
        }
    }
}

/// What an attached file was found to hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// Its size in bytes.
    pub bytes: u64,
    /// The width and height of each page, in points, as it is placed: turned. At least one.
    pub pages: Vec<[f32; 2]>,
    /// Whether it needs a file of PDF 2.0 around it.
    pub newest: bool,
}

impl Survey {
    /// How many pages.
    pub fn sides(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }
}

/// Finds out what is in a file that is turned by so many quarters; nothing of it is kept.
pub fn survey(kind: AttachedKind, turn: u8, bytes: Vec<u8>) -> Result<Survey, Unplaced> {
    let size = bytes.len() as u64;
    let (mut pages, newest) = match kind {
        AttachedKind::Pdf => {
            let pdf = open(bytes)?;
            let pages: Vec<[f32; 2]> = pdf.pages().iter().map(|page| page.render_dimensions().into()).collect();
            (pages, pdf.version() > hayro_syntax::PdfVersion::Pdf17)
        }
        AttachedKind::Jpeg | AttachedKind::Png => {
            let picture = Picture::read(&bytes).ok_or(Unplaced::Damaged)?;
            let [width, height] = picture.stored.map(u64::from);
            if kind == AttachedKind::Png && width * height > MOST_PIXELS {
                return Err(Unplaced::TooManyPixels);
            }
            (vec![picture.seen().map(|side| side as f32 * POINTS_A_PIXEL)], false)
        }
    };
    if pages.is_empty() {
        return Err(Unplaced::Damaged);
    }
    if turn % 2 == 1 {
        pages.iter_mut().for_each(|sides| sides.reverse());
    }
    Ok(Survey { bytes: size, pages, newest })
}

fn open(bytes: Vec<u8>) -> Result<Pdf, Unplaced> {
    open_pdf(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unplaced::Locked,
        LoadPdfError::Invalid => Unplaced::Damaged,
    })
}

/// The largest that a pixel is printed: 96 of them on an inch. A small picture is not blown up.
const POINTS_A_PIXEL: f32 = 72.0 / 96.0;

/// A file that is open, ready to be put on sheets.
pub enum Open {
    /// The pages of a PDF.
    Pdf(PdfDocument),
    /// A picture and how it was held.
    Picture(Image, Orientation),
}

impl Open {
    /// Opens a file that was surveyed.
    pub fn new(kind: AttachedKind, bytes: Vec<u8>) -> Result<Self, Unplaced> {
        if kind == AttachedKind::Pdf {
            return Ok(Self::Pdf(PdfDocument::new(Arc::new(open(bytes)?))));
        }
        let orientation = Picture::read(&bytes).ok_or(Unplaced::Damaged)?.orientation;
        let image = match kind {
            AttachedKind::Png => Image::from_png(bytes.into(), false),
            AttachedKind::Jpeg | AttachedKind::Pdf => Image::from_jpeg(bytes.into(), false),
        };
        Ok(Self::Picture(image.map_err(|_| Unplaced::Damaged)?, orientation))
    }

    /// Draws a page, from 0, into an area, turned by so many quarters; what was held askew is turned back.
    pub fn draw(&self, surface: &mut Surface, page: usize, turn: u8, area: Area) {
        if turn == 0 {
            return self.draw_upright(surface, page, area);
        }
        let orientation = match turn {
            1 => Orientation::Right,
            2 => Orientation::Half,
            _ => Orientation::Left,
        };
        let (width, height) =
            if orientation.changes_sides() { (area.height, area.width) } else { (area.width, area.height) };
        surface.push_transform(&upright(orientation, area));
        self.draw_upright(surface, page, Area { left: 0.0, top: 0.0, width, height });
        surface.pop();
    }

    fn draw_upright(&self, surface: &mut Surface, page: usize, area: Area) {
        match self {
            Self::Pdf(pdf) => {
                let Some(size) = Size::from_wh(area.width, area.height) else { return };
                surface.push_transform(&Transform::from_translate(area.left, area.top));
                surface.draw_pdf_page(pdf, size, page);
                surface.pop();
            }
            Self::Picture(image, orientation) => {
                let (mut width, mut height) = (area.width, area.height);
                if orientation.changes_sides() {
                    (width, height) = (height, width);
                }
                let Some(size) = Size::from_wh(width, height) else { return };
                surface.push_transform(&upright(*orientation, area));
                surface.draw_image(image.clone(), size);
                surface.pop();
            }
        }
    }
}

/// An upright rectangle, in points from the upper left corner of the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f32,
    /// Its upper edge.
    pub top: f32,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

impl Area {
    /// The largest area within this one that has the proportions of a page and is no larger than it: at the top, in the
    /// middle.
    pub fn fit(self, [width, height]: [f32; 2]) -> Self {
        let scale = (self.width / width).min(self.height / height).min(1.0);
        let (width, height) = (width * scale, height * scale);
        Self { left: self.left + (self.width - width) / 2.0, top: self.top, width, height }
    }
}

/// From the picture as it is stored, its upper left corner at the origin, to the area in which it is seen.
fn upright(orientation: Orientation, Area { left, top, width, height }: Area) -> Transform {
    let (right, bottom) = (left + width, top + height);
    let [a, b, c, d, x, y] = match orientation {
        Orientation::Upright => [1.0, 0.0, 0.0, 1.0, left, top],
        Orientation::Mirrored => [-1.0, 0.0, 0.0, 1.0, right, top],
        Orientation::Half => [-1.0, 0.0, 0.0, -1.0, right, bottom],
        Orientation::Flipped => [1.0, 0.0, 0.0, -1.0, left, bottom],
        Orientation::Transposed => [0.0, 1.0, 1.0, 0.0, left, top],
        Orientation::Right => [0.0, 1.0, -1.0, 0.0, right, top],
        Orientation::Transversed => [0.0, -1.0, -1.0, 0.0, right, bottom],
        Orientation::Left => [0.0, -1.0, 1.0, 0.0, left, bottom],
    };
    Transform::from_row(a, b, c, d, x, y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AREA: Area = Area { left: 10.0, top: 20.0, width: 300.0, height: 200.0 };

    #[test]
    fn a_page_fits_and_is_never_enlarged() {
        let cases = [
            ("a page as large as the area fills it", [300.0, 200.0], [10.0, 20.0, 300.0, 200.0]),
            ("a higher page is as high as the area, in its middle", [300.0, 400.0], [85.0, 20.0, 150.0, 200.0]),
            ("a wider page is as wide as the area, at its top", [600.0, 200.0], [10.0, 20.0, 300.0, 100.0]),
            ("a smaller page stays as it is", [30.0, 20.0], [145.0, 20.0, 30.0, 20.0]),
        ];
        for (sentence, page, [left, top, width, height]) in cases {
            assert_eq!(AREA.fit(page), Area { left, top, width, height }, "{sentence}");
        }
    }

    /// Where EXIF says that the first row and the first column of the stored picture are seen (CIPA DC-008, 4.6.4 A,
    /// tag 274), as the corner of the area where they meet, and whether the row is seen as a column.
    #[test]
    fn every_way_to_hold_a_camera_ends_upright() {
        let (left, top, right, bottom) = (10.0, 20.0, 310.0, 220.0);
        let cases = [
            (Orientation::Upright, [left, top], [right, top]),
            (Orientation::Mirrored, [right, top], [left, top]),
            (Orientation::Half, [right, bottom], [left, bottom]),
            (Orientation::Flipped, [left, bottom], [right, bottom]),
            (Orientation::Transposed, [left, top], [left, bottom]),
            (Orientation::Right, [right, top], [right, bottom]),
            (Orientation::Transversed, [right, bottom], [right, top]),
            (Orientation::Left, [left, bottom], [left, top]),
        ];
        for (orientation, first, end_of_first_row) in cases {
            let stored = if orientation.changes_sides() { [200.0, 300.0] } else { [300.0, 200.0] };
            let it = upright(orientation, AREA);
            let seen = |x: f32, y: f32| [it.sx() * x + it.kx() * y + it.tx(), it.ky() * x + it.sy() * y + it.ty()];
            assert_eq!(seen(0.0, 0.0), first, "{orientation:?}");
            assert_eq!(seen(stored[0], 0.0), end_of_first_row, "{orientation:?}");
            let far = seen(stored[0], stored[1]);
            assert!(far[0] >= left && far[0] <= right && far[1] >= top && far[1] <= bottom, "{orientation:?}");
        }
    }

    #[test]
    fn a_file_is_surveyed_by_what_it_holds() {
        let two =
            survey(AttachedKind::Pdf, 0, include_bytes!("../../../tests/attached/two-pages.pdf").to_vec()).unwrap();
        assert_eq!((two.sides(), two.newest), (2, false));
        let turned =
            survey(AttachedKind::Pdf, 0, include_bytes!("../../../tests/attached/turned.pdf").to_vec()).unwrap();
        assert_eq!(turned.pages, [[595.0, 842.0]]);
        let newer = survey(AttachedKind::Pdf, 0, include_bytes!("../../../tests/attached/newer.pdf").to_vec()).unwrap();
        assert!(newer.newest);
        let photograph =
            survey(AttachedKind::Jpeg, 0, include_bytes!("../../../tests/attached/turned.jpg").to_vec()).unwrap();
        assert_eq!(photograph.pages, [[225.0, 150.0]]);
        let quarter =
            survey(AttachedKind::Jpeg, 1, include_bytes!("../../../tests/attached/turned.jpg").to_vec()).unwrap();
        assert_eq!(quarter.pages, [[150.0, 225.0]]);
        let locked = include_bytes!("../../../tests/attached/locked.pdf").to_vec();
        assert_eq!(survey(AttachedKind::Pdf, 0, locked), Err(Unplaced::Locked));
        assert_eq!(survey(AttachedKind::Pdf, 0, b"%PDF-1.7".to_vec()), Err(Unplaced::Damaged));
        let huge = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\x01\0\0\0\x01\0\0\x08\x02\0\0\0....\0\0\0\0IDAT....".to_vec();
        assert_eq!(survey(AttachedKind::Png, 0, huge), Err(Unplaced::TooManyPixels));
    }

    /// Puts a file on sheets, without any words on them.
    fn place(kind: AttachedKind, turn: u8, bytes: &[u8]) -> Result<Vec<u8>, String> {
        let survey = survey(kind, turn, bytes.to_vec()).map_err(|why| why.to_string())?;
        let open = Open::new(kind, bytes.to_vec()).map_err(|why| why.to_string())?;
        let mut document = krilla::Document::new();
        for (at, size) in survey.pages.iter().enumerate() {
            let mut page = document.start_page();
            let mut surface = page.surface();
            open.draw(&mut surface, at, turn, AREA.fit(*size));
            surface.finish();
            page.finish();
        }
        document.finish().map_err(|error| error.to_string())
    }

    const FILES: [(AttachedKind, &[u8]); 7] = [
        (AttachedKind::Pdf, include_bytes!("../../../tests/attached/two-pages.pdf")),
        (AttachedKind::Pdf, include_bytes!("../../../tests/attached/turned.pdf")),
        (AttachedKind::Pdf, include_bytes!("../../../tests/attached/signed.pdf")),
        (AttachedKind::Pdf, include_bytes!("../../../tests/attached/restricted.pdf")),
        (AttachedKind::Pdf, include_bytes!("../../../tests/attached/layered.pdf")),
        (AttachedKind::Jpeg, include_bytes!("../../../tests/attached/turned.jpg")),
        (AttachedKind::Png, include_bytes!("../../../tests/attached/picture.png")),
    ];

    #[test]
    fn every_kind_of_file_is_placed() {
        for (kind, bytes) in FILES {
            for turn in 0..4 {
                assert!(place(kind, turn, bytes).unwrap().len() > 300);
            }
        }
    }

    /// A panic would take the whole bundle with it: in the browser there is no way to catch one.
    #[test]
    fn a_file_cut_anywhere_does_no_harm() {
        for (kind, bytes) in FILES {
            for end in (0..bytes.len()).step_by(23) {
                let _ = place(kind, 0, &bytes[..end]);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
        #[test]
        fn a_file_damaged_anywhere_does_no_harm(
            file in 0..FILES.len(),
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        ) {
            let (kind, bytes) = FILES[file];
            let mut bytes = bytes.to_vec();
            for (at, byte) in damage {
                *at.get_mut(&mut bytes) = byte;
            }
            let _ = place(kind, 1, &bytes);
        }

        #[test]
        fn whatever_fits_stays_within(width in 0.1f32..20_000.0, height in 0.1f32..20_000.0) {
            let area = AREA.fit([width, height]);
            prop_assert!(area.left >= AREA.left - 0.01 && area.left + area.width <= AREA.left + AREA.width + 0.01);
            prop_assert!(area.top >= AREA.top && area.top + area.height <= AREA.top + AREA.height + 0.01);
            prop_assert!((area.width * height - area.height * width).abs() <= 0.001 * area.width * height);
        }
    }
}
