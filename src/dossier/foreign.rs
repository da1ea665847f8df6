//! The kinds of file that people choose for a certificate and that are none: told by their content, each with what it is
//! and what to do about it.

use serde::{Deserialize, Serialize};

use crate::language::{Label, label};

/// What a file is that is neither PDF nor JPEG nor PNG.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Foreign {
    /// HEIC, HEIF: photographs of iPhones and some others (ISO/IEC 23008-12).
    Heic,
    /// AVIF.
    Avif,
    /// TIFF: scanners, fax.
    Tiff,
    /// WebP: pictures out of web pages and messengers.
    WebP,
    /// GIF.
    Gif,
    /// BMP.
    Bmp,
    /// JPEG 2000 or JPEG XL.
    NewerJpeg,
    /// SVG.
    Svg,
    /// Photoshop.
    Photoshop,
    /// DOCX, XLSX, PPTX, DOC, XLS, WPS, ET, ODF, RTF.
    Office,
    /// OFD (GB/T 33190-2016): electronic licences and invoices.
    Ofd,
    /// ZIP, RAR, 7z, gzip, tar.
    Archive,
    /// A web page that was saved: often the page that asks to log in, in the place of the file.
    WebPage,
    /// A film.
    Video,
    /// A program, or a link to a file on a Windows desktop.
    Program,
    /// A folder.
    Folder,
    /// Anything else.
    Unknown,
}

/// ISO base media files (ISO/IEC 14496-12) name what they are in the four bytes after `ftyp`.
const BRANDS: [(&[u8], Foreign); 8] = [
    (b"heic", Foreign::Heic),
    (b"heix", Foreign::Heic),
    (b"hevc", Foreign::Heic),
    (b"heim", Foreign::Heic),
    (b"mif1", Foreign::Heic),
    (b"msf1", Foreign::Heic),
    (b"avif", Foreign::Avif),
    (b"avis", Foreign::Avif),
];

/// The first bytes of the kinds that have such.
const BEGINNINGS: [(&[u8], Foreign); 21] = [
    (b"II*\0", Foreign::Tiff),
    (b"MM\0*", Foreign::Tiff),
    (b"GIF8", Foreign::Gif),
    (b"BM", Foreign::Bmp),
    (b"\0\0\0\x0CjP  ", Foreign::NewerJpeg),
    (b"\xFF\x4F\xFF\x51", Foreign::NewerJpeg),
    (b"\0\0\0\x0CJXL ", Foreign::NewerJpeg),
    (b"\xFF\x0A", Foreign::NewerJpeg),
    (b"8BPS", Foreign::Photoshop),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::Office),
    (b"{\\rtf", Foreign::Office),
    (b"Rar!\x1A\x07", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"\x1F\x8B", Foreign::Archive),
    (b"PK\x05\x06", Foreign::Archive),
    (b"\x1A\x45\xDF\xA3", Foreign::Video),
    (b"FLV\x01", Foreign::Video),
    (b"\0\0\x01\xBA", Foreign::Video),
    (b"MZ", Foreign::Program),
    (b"\x7FELF", Foreign::Program),
    (b"L\0\0\0\x01\x14\x02\0", Foreign::Program),
];

/// What stands in the first kilobytes of a ZIP file that is a document: names of the files in it.
const IN_ZIP: [(&[u8], Foreign); 9] = [
    (b"OFD.xml", Foreign::Ofd),
    (b"Doc_0/", Foreign::Ofd),
    (b"[Content_Types].xml", Foreign::Office),
    (b"word/", Foreign::Office),
    (b"xl/", Foreign::Office),
    (b"ppt/", Foreign::Office),
    (b"docProps/", Foreign::Office),
    (b"_rels/.rels", Foreign::Office),
    (b"mimetypeapplication/vnd.oasis.opendocument", Foreign::Office),
];

impl Foreign {
    /// Reads the kind from the first kilobytes of a file; `None` where they are of no kind that is known here.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        if let Some(rest) = head.strip_prefix(b"PK\x03\x04") {
            let known = IN_ZIP.iter().find(|(name, _)| holds(rest, name));
            return Some(known.map_or(Self::Archive, |(_, kind)| *kind));
        }
        if let [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] = head {
            let known = BRANDS.iter().find(|(mark, _)| brand.starts_with(mark));
            return Some(known.map_or(Self::Video, |(_, kind)| *kind));
        }
        if let [b'R', b'I', b'F', b'F', _, _, _, _, form @ ..] = head {
            return Some(if form.starts_with(b"WEBP") { Self::WebP } else { Self::Video });
        }
        let known = BEGINNINGS.iter().find(|(beginning, _)| head.starts_with(beginning));
        known.map(|(_, kind)| *kind).or_else(|| written(head))
    }

    /// What it is, to stand after the name of a file.
    #[must_use]
    pub const fn what(self) -> Label {
        match self {
            Self::Heic => label("是 HEIC 照片（苹果手机的默认格式）", "is a HEIC photograph, as iPhones take them"),
            Self::Avif => label("是 AVIF 图片", "is an AVIF picture"),
            Self::Tiff => label("是 TIFF 扫描图", "is a TIFF scan"),
            Self::WebP => label(
                "是 WebP 图片（多见于网页或聊天软件保存的图片）",
                "is a WebP picture, as web pages and messengers save them",
            ),
            Self::Gif => label("是 GIF 图片", "is a GIF picture"),
            Self::Bmp => label("是 BMP 图片", "is a BMP picture"),
            Self::NewerJpeg => label("是 JPEG 2000 或 JPEG XL 图片", "is a JPEG 2000 or JPEG XL picture"),
            Self::Svg => label("是 SVG 矢量图", "is an SVG drawing"),
            Self::Photoshop => label("是 Photoshop 文件", "is a Photoshop file"),
            Self::Office => label("是 Word、WPS 等办公文档", "is an office document (Word, WPS and the like)"),
            Self::Ofd => label("是 OFD 版式文件", "is an OFD document"),
            Self::Archive => label("是压缩包", "is an archive (ZIP, RAR or the like)"),
            Self::WebPage => label(
                "是网页（下载时可能没有登录，存下的是登录页面）",
                "is a web page; perhaps the page that asks to log in was saved in its place",
            ),
            Self::Video => label("是视频或音频", "is a film or a recording"),
            Self::Program => {
                label("是程序或快捷方式，不是文件本身", "is a program or a shortcut, not the document itself")
            }
            Self::Folder => label("是文件夹", "is a folder"),
            Self::Unknown => label(
                "的内容不是 PDF、JPEG 或 PNG（改后缀名不算）",
                "is no PDF, JPEG or PNG by its content, whatever its name ends in",
            ),
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn remedy(self) -> Label {
        match self {
            Self::Heic => label(
                "请在手机“设置 › 相机 › 格式”中选“兼容性最佳”后重拍，或在相册中导出为 JPEG 后再选",
                "Choose “Most Compatible” under Settings › Camera › Formats and take it again, or export it as JPEG",
            ),
            Self::Tiff => label(
                "请在扫描软件中改存为 PDF，或用看图软件另存为 JPEG、PNG 后再选",
                "Have the scanner save a PDF, or save it as JPEG or PNG in a picture viewer",
            ),
            Self::Avif | Self::WebP | Self::Gif | Self::Bmp | Self::NewerJpeg => label(
                "请用看图软件打开，另存为 JPEG 或 PNG 后再选",
                "Open it in a picture viewer and save it as JPEG or PNG",
            ),
            Self::Svg | Self::Photoshop => {
                label("请导出为 PDF 或 PNG 后再选", "Export it as PDF or PNG and choose that")
            }
            Self::Office => label(
                "请在 Word 或 WPS 中打开，“另存为”或“输出为”PDF 后再选",
                "Open it in Word or WPS, save it as PDF and choose that",
            ),
            Self::Ofd => label(
                "请用 OFD 阅读器打开，“导出”或“打印”成 PDF 后再选，并核对电子印章仍然显示",
                "Open it in an OFD reader, export or print it to PDF, check that its seal still shows, and choose that",
            ),
            Self::Archive => label(
                "请先解压，再选其中的文件（可一次选多个）",
                "Unpack it and choose the files in it, several at once",
            ),
            Self::WebPage => label(
                "请登录原网站重新下载文件，或在浏览器中“打印”成 PDF 后再选",
                "Log in there and download the file again, or print the page to PDF",
            ),
            Self::Folder => label(
                "请打开文件夹，选择其中的文件（可全选）",
                "Open it and choose the files in it, all at once if need be",
            ),
            Self::Video | Self::Program | Self::Unknown => label(
                "请另存为 PDF，或扫描、拍照成 JPEG、PNG 后再选",
                "Save it as PDF, or scan or photograph it as JPEG or PNG",
            ),
        }
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Kinds that are written in letters: web pages and SVG.
fn written(head: &[u8]) -> Option<Foreign> {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let head = head.get(..512).unwrap_or(head).trim_ascii_start().to_ascii_lowercase();
    if !head.starts_with(b"<") {
        return head.starts_with(b"mime-version:").then_some(Foreign::WebPage);
    }
    let pages: [&[u8]; 3] = [b"<!doctype html", b"<html", b"<head"];
    if holds(&head, b"<svg") && !holds(&head, b"<html") {
        Some(Foreign::Svg)
    } else {
        pages.iter().any(|mark| holds(&head, mark)).then_some(Foreign::WebPage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::MediaType;
    use proptest::prelude::*;

    #[test]
    fn what_a_file_is_shows_in_its_first_bytes() {
        let zip = |name: &[u8]| [b"PK\x03\x04\x14\0\0\0\0\0aaaabbbbccccdddd\x09\0\0\0", name].concat();
        let stored_pdf = [zip(b"a.pdf"), b"%PDF-1.7".to_vec()].concat();
        let cases: [(&str, Vec<u8>, Foreign); 25] = [
            ("a photograph of an iPhone", b"\0\0\0\x28ftypheic\0\0\0\0mif1".to_vec(), Foreign::Heic),
            ("another brand of it", b"\0\0\0\x18ftypmif1\0\0\0\0".to_vec(), Foreign::Heic),
            ("AVIF", b"\0\0\0\x1cftypavif".to_vec(), Foreign::Avif),
            ("a film of a telephone", b"\0\0\0\x18ftypmp42".to_vec(), Foreign::Video),
            ("a film in RIFF", b"RIFF\x01\x02\x03\x04AVI ".to_vec(), Foreign::Video),
            ("TIFF, Intel's order", b"II*\0\x08\0\0\0".to_vec(), Foreign::Tiff),
            ("TIFF, Motorola's order", b"MM\0*\0\0\0\x08".to_vec(), Foreign::Tiff),
            ("WebP", b"RIFF\x01\x02\x03\x04WEBPVP8 ".to_vec(), Foreign::WebP),
            ("GIF", b"GIF89a".to_vec(), Foreign::Gif),
            ("BMP", b"BM\x01\x02".to_vec(), Foreign::Bmp),
            ("JPEG 2000", b"\0\0\0\x0CjP  \r\n\x87\n".to_vec(), Foreign::NewerJpeg),
            ("Photoshop", b"8BPS\0\x01".to_vec(), Foreign::Photoshop),
            ("Word's DOCX", zip(b"[Content_Types].xml"), Foreign::Office),
            ("WPS's DOCX, its parts in another order", zip(b"docProps/app.xml"), Foreign::Office),
            ("OpenDocument", zip(b"mimetypeapplication/vnd.oasis.opendocument.text"), Foreign::Office),
            ("Word's DOC, WPS, Excel's XLS", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), Foreign::Office),
            ("RTF", b"{\\rtf1".to_vec(), Foreign::Office),
            ("an electronic licence as OFD", zip(b"OFD.xml"), Foreign::Ofd),
            ("a ZIP file", zip("执照.jpg".as_bytes()), Foreign::Archive),
            ("a ZIP file in which a PDF lies unpacked", stored_pdf, Foreign::Archive),
            ("RAR", b"Rar!\x1A\x07\x01\0".to_vec(), Foreign::Archive),
            ("a page that asks to log in", b"\xEF\xBB\xBF\r\n<!DOCTYPE html><html>".to_vec(), Foreign::WebPage),
            ("SVG", b"<?xml version=\"1.0\"?><svg xmlns".to_vec(), Foreign::Svg),
            ("a program", b"MZ\x90\0".to_vec(), Foreign::Program),
            ("a shortcut of a Windows desktop", b"L\0\0\0\x01\x14\x02\0\0\0".to_vec(), Foreign::Program),
        ];
        for (sentence, head, kind) in cases {
            assert_eq!(MediaType::of(&head), Err(kind), "{sentence}");
        }
        assert_eq!(MediaType::of("这不是".as_bytes()), Err(Foreign::Unknown));
        assert_eq!(MediaType::of(b""), Err(Foreign::Unknown));
    }

    #[test]
    fn what_can_be_taken_is_never_called_something_else() {
        let cases: [(&[u8], MediaType); 4] = [
            (b"\xFF\xD8\xFF\xE1", MediaType::Jpeg),
            (b"\x89PNG\r\n\x1a\n", MediaType::Png),
            (b"%PDF-1.4", MediaType::Pdf),
            (b"\xEF\xBB\xBF\n <!-- made by a scanner --> %PDF-1.4", MediaType::Pdf),
        ];
        for (head, kind) in cases {
            assert_eq!(MediaType::of(head), Ok(kind));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_of_some_kind(bytes in prop::collection::vec(any::<u8>(), 0..600), kind in 0..BEGINNINGS.len()) {
            let _ = MediaType::of(&bytes);
            let _ = MediaType::of(&[BEGINNINGS[kind].0, &bytes].concat());
            let _ = MediaType::of(&[b"PK\x03\x04".as_slice(), &bytes].concat());
        }
    }
}
