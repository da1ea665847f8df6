//! What sets a character, over the fonts that script/fonts.mjs makes.

use std::sync::LazyLock;

use super::*;
use crate::checks::is_unprintable_ideograph;
use crate::render::{Glyph, Mark, Page, Pages, Run};

/// One of the files that come with the app.
fn bytes_of(name: &str) -> Vec<u8> {
    let path = format!("{}/fonts/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}; run script/setup"))
}

pub(in crate::render) fn file(role: FontRole, name: &str) -> FontFile {
    FontFile { role, bytes: bytes_of(name), index: 0 }
}

/// The font itself out of one of those files.
pub(in crate::render) fn font_of(name: &str) -> Vec<u8> {
    face::unpacked(bytes_of(name)).unwrap()
}

/// Where a table of a font lies.
pub(in crate::render) fn table_of(font: &[u8], tag: &[u8; 4]) -> std::ops::Range<usize> {
    let record = font[12..].chunks(16).find(|it| it.starts_with(tag)).unwrap();
    let number = |at: usize| u32::from_be_bytes(record[at..at + 4].try_into().unwrap()) as usize;
    number(8)..number(8) + number(12)
}

/// The fonts that come with the app, read once.
pub(in crate::render) fn shipped() -> &'static Fonts {
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::new(SHIPPED.map(|(role, name)| file(role, name))).unwrap());
    &FONTS
}

fn page(words: &str) -> Pages {
    let glyphs: Vec<Glyph> =
        words.chars().enumerate().map(|(at, character)| Glyph { character, x: at as f32 * 16.0 }).collect();
    let end = glyphs.len() as f32 * 16.0;
    let run = Run { typeface: Typeface::FangSong, size: 16.0, baseline: 100.0, glyphs, end, element: None, link: None };
    let page = Page { number: 3, marks: vec![Mark::Text(run)] };
    Pages { title: "题".to_owned(), pages: vec![page], elements: Vec::new(), outline: Vec::new() }
}

#[test]
fn every_standard_character_comes_from_its_own_face() {
    let standard = include_str!("../../../script/fonts.characters.txt");
    let listed = standard.lines().filter(|line| !line.starts_with('#')).flat_map(str::chars);
    let fonts = shipped();
    let mut lookup = Lookup::new(fonts);
    for character in listed.chain("一乙二十丁厂七卜人入八九几儿了力乃刀又三于干亏士工〇齄".chars())
    {
        for typeface in Typeface::ALL {
            let placed = lookup.place(typeface, character).unwrap();
            let role = fonts.faces[placed.face].role;
            let expected = if typeface == Typeface::FangSong { Typeface::Song } else { typeface };
            assert_eq!(role, FontRole::Shipped(expected), "{character} in {typeface:?}");
            assert!(
                !placed.missing && placed.glyph.to_u32() != 0 && placed.shift == 0.0,
                "{character} in {typeface:?}"
            );
        }
    }
}

/// The layout and the painter agree on how wide every character is that comes with the app: none runs into the next, and
/// what its own face has stands in no more room than it needs.
#[test]
fn characters_are_as_wide_as_the_layout_counts_them() {
    let fonts = shipped();
    let mut lookup = Lookup::new(fonts);
    let mut wrong = Vec::new();
    // Between lie the Chinese characters, which fill their squares: the test above.
    for character in ('\u{20}'..'\u{3400}').chain('\u{a000}'..='\u{ffff}') {
        for typeface in Typeface::ALL {
            let Some(placed) = lookup.place(typeface, character).filter(|it| !it.missing) else { continue };
            let role = fonts.faces[placed.face].role;
            let own = role == FontRole::Shipped(if typeface == Typeface::FangSong { Typeface::Song } else { typeface });
            let fits = if own && character != '·' { placed.shift.abs() < 0.001 } else { placed.shift > -0.001 };
            if !fits && (own || role == FontRole::Shipped(Typeface::Song)) {
                wrong.push((character, typeface, placed.shift));
            }
        }
    }
    assert!(wrong.is_empty(), "{} characters, such as {:?}", wrong.len(), &wrong[..wrong.len().min(20)]);
}

#[test]
fn rare_characters_come_from_the_rare_file_in_every_face() {
    let fonts = shipped();
    let mut lookup = Lookup::new(fonts);
    for character in "龘龗齉爨麤䶮㵘".chars() {
        for typeface in Typeface::ALL {
            let placed = lookup.place(typeface, character).unwrap();
            assert!(!placed.missing, "{character}");
        }
    }
}

#[test]
fn what_no_font_has_is_the_printers_sign_and_is_listed_once_with_its_line() {
    let missing = shipped().missing(&page("海南🌴联盟🌴𠮷\u{fe0f}\u{200b}"));
    let around = "海南🌴联盟🌴𠮷\u{fe0f}\u{200b}".to_owned();
    assert_eq!(
        missing,
        [Missing { character: '🌴', page: 3, around: around.clone() }, Missing { character: '𠮷', page: 3, around }]
    );
    let mut lookup = Lookup::new(shipped());
    let sign = lookup.place(Typeface::Hei, '〓').unwrap();
    let palm = lookup.place(Typeface::Hei, '🌴').unwrap();
    assert_eq!(palm, Placed { missing: true, ..sign });
}

#[test]
fn marks_that_guide_programs_are_not_drawn() {
    let mut lookup = Lookup::new(shipped());
    for character in ['\0', '\u{1b}', '\u{200b}', '\u{202e}', '\u{feff}', '\u{fe0f}', '\u{e0100}', '\u{fffe}'] {
        assert_eq!(lookup.place(Typeface::Song, character), None, "{character:?}");
    }
}

#[test]
fn a_users_own_font_sets_chinese_characters_but_not_latin_ones() {
    let files =
        [file(FontRole::Shipped(Typeface::Song), "song.ttf.gz"), file(FontRole::Own(Typeface::FangSong), "hei.ttf.gz")];
    let fonts = Fonts::new(files).unwrap();
    let mut lookup = Lookup::new(&fonts);
    let mut role = |typeface, character| fonts.faces[lookup.place(typeface, character).unwrap().face].role;
    assert_eq!(role(Typeface::FangSong, '海'), FontRole::Own(Typeface::FangSong));
    assert_eq!(role(Typeface::FangSong, '。'), FontRole::Own(Typeface::FangSong));
    assert_eq!(role(Typeface::Song, '海'), FontRole::Shipped(Typeface::Song));
    for character in "aZ09.,-(@".chars() {
        assert_eq!(role(Typeface::FangSong, character), FontRole::Shipped(Typeface::Song), "{character}");
    }
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let role = FontRole::Own(Typeface::Kai);
    let song = || file(FontRole::Shipped(Typeface::Song), "song.ttf.gz");
    let refusal = |bytes: Vec<u8>, index| Fonts::new([song(), FontFile { role, bytes, index }]).unwrap_err();
    assert_eq!(refusal(b"not a font".to_vec(), 0), FontError::NotAFont(role));
    assert_eq!(refusal(Vec::new(), 0), FontError::NotAFont(role));
    assert_eq!(refusal(vec![0x1f, 0x8b, 8, 0], 0), FontError::NotAFont(role));
    let font = font_of("kai.ttf.gz");
    assert_eq!(refusal(font[..1000].to_vec(), 0), FontError::NotAFont(role));
    for usage in [0x0002_u16, 0x0100, 0x0108] {
        assert_eq!(refusal(with_usage(&font, usage), 0), FontError::MayNotBeEmbedded(role), "{usage:#x}");
    }
    for usage in [0x0000_u16, 0x0004, 0x0008, 0x000a] {
        assert!(
            Fonts::new([song(), FontFile { role, bytes: with_usage(&font, usage), index: 0 }]).is_ok(),
            "{usage:#x}"
        );
    }
    assert_eq!(Fonts::new([file(FontRole::Rare, "song.ttf.gz")]).unwrap_err(), FontError::NoBody);
}

#[test]
fn a_collection_gives_the_font_of_its_index() {
    let role = FontRole::Own(Typeface::Kai);
    let bytes = collection(&font_of("kai.ttf.gz"));
    let song = || file(FontRole::Shipped(Typeface::Song), "song.ttf.gz");
    for index in [0, 1] {
        assert!(Fonts::new([song(), FontFile { role, bytes: bytes.clone(), index }]).is_ok(), "{index}");
    }
    let refusal = Fonts::new([song(), FontFile { role, bytes, index: 2 }]).unwrap_err();
    assert_eq!(refusal, FontError::NoSuchIndex { role, index: 2 });
}

/// The font with another `fsType`.
fn with_usage(font: &[u8], usage: u16) -> Vec<u8> {
    let mut font = font.to_vec();
    let table = table_of(&font, b"OS/2").start;
    font[table + 8..table + 10].copy_from_slice(&usage.to_be_bytes());
    font
}

/// A collection that holds the same font twice.
fn collection(font: &[u8]) -> Vec<u8> {
    let head = 20_u32;
    let mut bytes = [b"ttcf".as_slice(), &[0, 1, 0, 0, 0, 0, 0, 2], &head.to_be_bytes(), &head.to_be_bytes()].concat();
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let mut moved = font.to_vec();
    for record in moved[12..12 + 16 * tables].chunks_mut(16) {
        let offset = u32::from_be_bytes(record[8..12].try_into().unwrap()) + head;
        record[8..12].copy_from_slice(&offset.to_be_bytes());
    }
    bytes.extend(moved);
    bytes
}

/// The checks tell of characters that no font has before anything is printed.
#[test]
fn the_checks_know_which_ideographs_the_shipped_fonts_lack() {
    let rare = FontFile { role: FontRole::Own(Typeface::Song), ..file(FontRole::Rare, "rare.ttf.gz") };
    let fonts = Fonts::new([file(FontRole::Shipped(Typeface::Song), "song.ttf.gz"), rare]).unwrap();
    for character in ('\u{3400}'..='\u{4DBF}').chain('\u{4E00}'..='\u{9FFF}').chain('\u{20000}'..='\u{323AF}') {
        let is_missing = fonts.wants_rare(character.encode_utf8(&mut [0; 4]));
        assert_eq!(is_missing, is_unprintable_ideograph(character), "{character} U+{:04X}", u32::from(character));
    }
}
