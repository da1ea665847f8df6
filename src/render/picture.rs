//! What a picture says of itself before it is decoded: its size, and how it was held when it was taken.
//!
//! JPEG (ITU-T T.81, B.2) is a row of segments; the one that begins a frame gives the size, the one of EXIF (CIPA
//! DC-008, 4.6.4) the orientation. PNG (ISO/IEC 15948, 11.2.2) gives the size in its first chunk and may carry EXIF in
//! another (`eXIf`). Nothing of the pixels is read.

/// How the stored rows of a picture are to be turned so that it stands upright: the values of EXIF's tag 274.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// 1: as it is.
    #[default]
    Upright,
    /// 2: left and right are changed over.
    Mirrored,
    /// 3: by a half.
    Half,
    /// 4: top and bottom are changed over.
    Flipped,
    /// 5: rows are columns.
    Transposed,
    /// 6: to the right by a quarter.
    Right,
    /// 7: rows are columns, from the other end.
    Transversed,
    /// 8: to the left by a quarter.
    Left,
}

impl Orientation {
    fn of(value: u16) -> Self {
        match value {
            2 => Self::Mirrored,
            3 => Self::Half,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::Right,
            7 => Self::Transversed,
            8 => Self::Left,
            _ => Self::Upright,
        }
    }

    /// Whether width and height change places.
    #[must_use]
    pub const fn changes_sides(self) -> bool {
        matches!(self, Self::Transposed | Self::Right | Self::Transversed | Self::Left)
    }
}

/// A picture by its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Width and height in pixels, as stored; neither is 0.
    pub stored: [u32; 2],
    /// How it is to be turned.
    pub orientation: Orientation,
}

impl Picture {
    /// Reads the head of a JPEG or PNG; `None` where it has none.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let picture = if bytes.starts_with(&[0xFF, 0xD8]) { jpeg(bytes) } else { png(bytes) };
        picture.filter(|picture| !picture.stored.contains(&0))
    }

    /// Width and height in pixels, as it is seen.
    #[must_use]
    pub const fn seen(&self) -> [u32; 2] {
        let [width, height] = self.stored;
        if self.orientation.changes_sides() { [height, width] } else { [width, height] }
    }
}

fn jpeg(bytes: &[u8]) -> Option<Picture> {
    let mut orientation = Orientation::default();
    let mut rest = bytes.get(2..)?;
    loop {
        // A marker may be preceded by any number of fill bytes.
        let [0xFF, marker, after @ ..] = rest else { return None };
        rest = match marker {
            0xFF => rest.get(1..)?,
            0x01 | 0xD0..=0xD8 => after,
            0xD9 | 0xDA => return None,
            _ => {
                let length = usize::from(short(after, 0, Order::Big)?);
                let segment = after.get(2..length)?;
                match marker {
                    // SOF0 to SOF15, without the three markers between them that begin no frame.
                    0xC0..=0xCF if ![0xC4, 0xC8, 0xCC].contains(marker) => {
                        let side = |at| short(segment, at, Order::Big).map(u32::from);
                        return Some(Picture { stored: [side(3)?, side(1)?], orientation });
                    }
                    0xE1 => {
                        if let Some(exif) = segment.strip_prefix(b"Exif\0\0").and_then(exif_orientation) {
                            orientation = exif;
                        }
                    }
                    _ => {}
                }
                after.get(length..)?
            }
        };
    }
}

fn png(bytes: &[u8]) -> Option<Picture> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let mut picture: Option<Picture> = None;
    loop {
        let length = usize::try_from(long(rest, 0, Order::Big)?).ok()?;
        let chunk = rest.get(8..length.checked_add(8)?);
        match (rest.get(4..8)?, &mut picture) {
            (b"IHDR", none @ None) => {
                let side = |at| long(chunk?, at, Order::Big);
                *none = Some(Picture { stored: [side(0)?, side(4)?], orientation: Orientation::default() });
            }
            (b"eXIf", Some(picture)) => {
                picture.orientation = chunk.and_then(exif_orientation).unwrap_or_default();
            }
            // EXIF comes before the pixels, or is not needed to see them.
            (b"IDAT" | b"IEND", _) => return picture,
            (_, None) => return None,
            _ => {}
        }
        rest = rest.get(length.checked_add(12)?..)?;
    }
}

/// Which byte of a number comes first.
#[derive(Clone, Copy)]
enum Order {
    Big,
    Little,
}

/// The orientation in the first directory of a TIFF header, as EXIF uses it.
fn exif_orientation(tiff: &[u8]) -> Option<Orientation> {
    let order = match tiff.get(..4)? {
        b"MM\0*" => Order::Big,
        b"II*\0" => Order::Little,
        _ => return None,
    };
    let directory = usize::try_from(long(tiff, 4, order)?).ok()?;
    let entries = tiff.get(directory..)?;
    (0..usize::from(short(entries, 0, order)?)).find_map(|index| {
        let entry = entries.get(2 + 12 * index..)?;
        (short(entry, 0, order)? == 0x0112).then(|| short(entry, 8, order).map(Orientation::of))?
    })
}

fn short(bytes: &[u8], at: usize, order: Order) -> Option<u16> {
    let two = bytes.get(at..)?.first_chunk()?;
    Some(match order {
        Order::Big => u16::from_be_bytes(*two),
        Order::Little => u16::from_le_bytes(*two),
    })
}

fn long(bytes: &[u8], at: usize, order: Order) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk()?;
    Some(match order {
        Order::Big => u32::from_be_bytes(*four),
        Order::Little => u32::from_le_bytes(*four),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A JPEG's head: a comment, EXIF in this order of bytes, and a frame of 300 by 200.
    fn held(orientation: u8, order: Order) -> Vec<u8> {
        let mut file = b"\xFF\xD8\xFF\xFE\0\x04hi\xFF\xE1\0\x22Exif\0\0".to_vec();
        match order {
            Order::Big => {
                file.extend(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
                file.extend([orientation, 0, 0, 0, 0, 0, 0]);
            }
            Order::Little => {
                file.extend(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0");
                file.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
            }
        }
        file.extend(b"\xFF\xFF\xC2\0\x0B\x08\0\xC8\x01\x2C\x01\0\x11\0");
        file
    }

    #[test]
    fn a_photograph_is_seen_as_it_was_held() {
        let cases = [
            (1, Orientation::Upright, [300, 200]),
            (2, Orientation::Mirrored, [300, 200]),
            (3, Orientation::Half, [300, 200]),
            (4, Orientation::Flipped, [300, 200]),
            (5, Orientation::Transposed, [200, 300]),
            (6, Orientation::Right, [200, 300]),
            (7, Orientation::Transversed, [200, 300]),
            (8, Orientation::Left, [200, 300]),
            (0, Orientation::Upright, [300, 200]),
            (9, Orientation::Upright, [300, 200]),
        ];
        for (value, orientation, seen) in cases {
            for order in [Order::Big, Order::Little] {
                let picture = Picture::read(&held(value, order)).unwrap();
                assert_eq!(
                    (picture.orientation, picture.seen(), picture.stored),
                    (orientation, seen, [300, 200]),
                    "{value}"
                );
            }
        }
    }

    #[test]
    fn a_picture_without_a_size_is_none() {
        let cases: [(&str, &[u8]); 5] = [
            ("nothing", b""),
            ("only the mark of a JPEG", b"\xFF\xD8"),
            ("pixels before a frame", b"\xFF\xD8\xFF\xDA\0\x02"),
            ("no width", b"\xFF\xD8\xFF\xC0\0\x0B\x08\0\xC8\0\0\x01\0\x11\0"),
            ("a PNG that begins with something else", b"\x89PNG\r\n\x1a\n\0\0\0\0IEND"),
        ];
        for (sentence, bytes) in cases {
            assert_eq!(Picture::read(bytes), None, "{sentence}");
        }
    }

    #[test]
    fn a_png_says_how_it_was_held_before_its_pixels() {
        let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x2c\0\0\0\xc8\x08\x02\0\0\0....".to_vec();
        file.extend(
            b"\0\0\0\x1aeXIfMM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0....\0\0\0\0IDAT....",
        );
        assert_eq!(Picture::read(&file).unwrap().seen(), [200, 300]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(mut bytes in prop::collection::vec(any::<u8>(), 0..200), kind in 0..3) {
            let head: &[u8] = match kind { 0 => b"", 1 => b"\xFF\xD8\xFF", _ => b"\x89PNG\r\n\x1a\n" };
            bytes.splice(0..0, head.iter().copied());
            let _ = Picture::read(&bytes);
        }
    }
}
