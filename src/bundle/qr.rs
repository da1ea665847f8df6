//! Credit codes in the QR codes on a picture. Licences carry one: older ones hold the code in words, newer ones often lead
//! to a register only, which says nothing here.

use std::collections::BTreeSet;

use rqrr::PreparedImage;

use crate::identifiers::Uscc;

/// The longest text of a QR code that is read, in bytes.
const LONGEST: usize = 4096;

/// The unified social credit codes in the QR codes on a picture of so many pixels; `rgba` holds four bytes a pixel, row
/// after row, as browsers hand pictures out. What is no QR code or cannot be read is passed over.
#[must_use]
pub fn credit_codes([width, height]: [u32; 2], rgba: &[u8]) -> Vec<String> {
    let (Ok(wide), Ok(high)) = (usize::try_from(width), usize::try_from(height)) else { return Vec::new() };
    let pixels = wide.checked_mul(high).and_then(|count| count.checked_mul(4));
    if wide == 0 || high == 0 || pixels != Some(rgba.len()) {
        return Vec::new();
    }
    let mut image = PreparedImage::prepare_from_greyscale(wide, high, |x, y| {
        let at = (y * wide + x) * 4;
        match rgba.get(at..at + 4) {
            Some([red, green, blue, _]) => luma(*red, *green, *blue),
            _ => 255,
        }
    });
    let mut found = BTreeSet::new();
    for grid in image.detect_grids() {
        let mut words = Vec::new();
        if grid.decode_to(&mut words).is_ok() && words.len() <= LONGEST {
            found.extend(codes_in(&String::from_utf8_lossy(&words)));
        }
    }
    found.into_iter().collect()
}

/// ITU-R BT.601, in 256ths.
fn luma(red: u8, green: u8, blue: u8) -> u8 {
    let sum = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    u8::try_from(sum >> 8).unwrap_or(255)
}

/// Every stretch of letters and digits that is a credit code.
fn codes_in(words: &str) -> impl Iterator<Item = String> {
    let pieces = words.split(|character: char| !character.is_ascii_alphanumeric());
    pieces.filter(|piece| piece.len() == 18).filter_map(|piece| piece.parse::<Uscc>().ok()).map(|code| code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Fact, sample};
    use proptest::prelude::*;
    use qrcode::{Color, QrCode};

    /// A picture with a QR code of these words, so many pixels a module, on white paper.
    fn picture(words: &str, scale: usize) -> ([u32; 2], Vec<u8>) {
        let code = QrCode::new(words).unwrap();
        let (modules, margin) = (code.width(), 8);
        let side = (modules + 2 * margin) * scale;
        let colors = code.to_colors();
        let mut rgba = Vec::new();
        for y in 0..side {
            for x in 0..side {
                let at = |pixel: usize| (pixel / scale).checked_sub(margin).filter(|module| *module < modules);
                let dark = at(x).zip(at(y)).is_some_and(|(x, y)| colors[y * modules + x] == Color::Dark);
                rgba.extend(if dark { [30, 20, 40, 255] } else { [250, 250, 240, 255] });
            }
        }
        ([side as u32; 2], rgba)
    }

    #[test]
    fn a_credit_code_is_read_wherever_it_stands_in_the_words() {
        let code = sample().members[0].uscc.text();
        let cases = [
            ("in words", format!("统一社会信用代码：{code}；名称：海南示例"), vec![code.clone()]),
            (
                "in an address",
                format!("http://www.gsxt.gov.cn/index.html?uniscid={}&t=1", code.to_lowercase()),
                vec![code.clone()],
            ),
            ("by itself", code.clone(), vec![code.clone()]),
            ("a part of something longer", format!("x{code}"), vec![]),
            ("an address without it", "https://example.cn/%7B7B22".to_owned(), vec![]),
        ];
        for (sentence, words, expected) in cases {
            let (size, rgba) = picture(&words, 4);
            assert_eq!(credit_codes(size, &rgba), expected, "{sentence}");
        }
    }

    #[test]
    fn what_is_no_picture_holds_no_codes() {
        assert_eq!(credit_codes([0, 0], &[]), Vec::<String>::new());
        assert_eq!(credit_codes([2, 2], &[0; 15]), Vec::<String>::new());
        assert_eq!(credit_codes([u32::MAX, u32::MAX], &[0; 16]), Vec::<String>::new());
        assert_eq!(credit_codes([64, 64], &[255; 64 * 64 * 4]), Vec::<String>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
        #[test]
        fn a_damaged_picture_is_looked_at_without_harm(
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..400),
            noise in prop::collection::vec(any::<u8>(), 4 * 40 * 40),
        ) {
            let (size, mut rgba) = picture("91460000", 3);
            for (at, byte) in damage {
                *at.get_mut(&mut rgba) = byte;
            }
            let _ = credit_codes(size, &rgba);
            let _ = credit_codes([40, 40], &noise);
        }
    }
}
