//! Putting a filing bundle together.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::manifest::{self, Entry};
use super::names::{Paths, clean, without_ending};
use super::printing::{Steps, bound, printed};
use super::{Bundle, Content, DOSSIER, alliance_name, book, code};
use crate::documents::{self, ROSTER_STEM};
use crate::dossier::{Attachment, Dossier, Fact};
use crate::language::Message;
use crate::message;
use crate::render::book::ReadAttached;
use crate::render::{self, Fonts, RenderError};

pub(super) const MANIFEST: &str = "data/manifest.json";
pub(super) const SUMS: &str = "SHA256SUMS";

/// Why a bundle could not be put together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// A file could not be rendered.
    #[error("{path}: {cause}")]
    Render {
        /// The file's path.
        path: String,
        /// Why.
        cause: RenderError,
    },
}

impl BundleError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self::Render { path, cause } = self;
        let Message { zh, en } = cause.message();
        message!("“{path}”：{zh}", "“{path}”: {en}")
    }
}

/// What a bundle is printed with.
pub struct Press<'a> {
    /// The fonts of the PDF files; without them there are none.
    pub fonts: Option<&'a Fonts>,
    /// Gives the bytes of an attachment by its id.
    pub read: ReadAttached<'a>,
    /// Hears how many steps of how many are done.
    pub progress: &'a mut dyn FnMut(u32, u32),
}

/// A bundle, and what its founders should know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// The bundle.
    pub bundle: Bundle,
    /// What is not in it as it should be, and what to do.
    pub notes: Vec<Message>,
    /// 核验码: by what others can tell that they have the same bundle.
    pub code: String,
}

/// The name of the bundle of a day.
#[must_use]
pub fn bundle_name(dossier: &Dossier, today: NaiveDate) -> String {
    format!("{}-备案材料-{}.zip", alliance_name(dossier), today.format("%Y%m%d"))
}

/// Puts the filing bundle of a dossier together, without the founders' comments. The same dossier, date, fonts and attachments give the same bundle.
///
/// # Errors
/// [`BundleError::Render`] where one of its files cannot be made.
pub fn compose(dossier: &Dossier, today: NaiveDate, press: Press) -> Result<Composed, BundleError> {
    let Press { fonts, read, progress } = press;
    let dossier = &dossier.for_filing();
    let composed = documents::FILES.map(|file| (file, (file.compose)(dossier, today)));
    let mut steps = Steps::new(&composed, dossier, fonts.is_some(), progress);
    let mut entries = BTreeMap::new();
    let mut notes = Vec::new();
    for (file, document) in &composed {
        make(&mut entries, format!("{}.docx", file.stem), what(file.stem), file.item, render::docx(document))?;
        steps.step();
    }
    match fonts {
        Some(fonts) => {
            notes.extend(printed(&mut entries, &composed, fonts, today, &mut steps)?);
            notes.extend(bound(&mut entries, dossier, today, &composed, fonts, read, &mut steps)?);
        }
        None => notes.push(message!(
            "字体没有载入，本次材料包里只有 Word 和 Excel 文件，没有 PDF 文件和《申报材料汇编》。请联网打开本页面、或改用完整下载的版本后重新下载；也可以用 Word、WPS 打开 Word 文件打印",
            "The fonts were not loaded, so this bundle has Word and Excel files only, no PDF files and no printable book. Open the page where it can be loaded whole and download again, or print the Word files"
        )),
    }
    let roster = render::xlsx(&documents::roster(dossier));
    make(&mut entries, format!("{ROSTER_STEM}.xlsx"), what(ROSTER_STEM), Some(8), roster)?;
    make(&mut entries, DOSSIER.to_owned(), "填报数据", None, Ok(dossier.to_json().into_bytes()))?;
    certificates(&mut entries, dossier);
    other_attachments(&mut entries, dossier);

    let manifest = manifest::manifest(&dossier.alliance.name.text(), today, &entries);
    let mut files: BTreeMap<String, Content> = entries.into_iter().map(|(path, entry)| (path, entry.content)).collect();
    files.insert(MANIFEST.to_owned(), Content::made(manifest.into_bytes()));
    let sums = Content::made(manifest::sums(&files).into_bytes());
    let code = code::code(sums.sha256());
    files.insert(SUMS.to_owned(), sums);

    let file_name = bundle_name(dossier, today);
    steps.finish();
    Ok(Composed { bundle: Bundle { file_name, dated: today.and_time(NaiveTime::MIN), files }, notes, code })
}

/// A file's name without the number it is sorted by.
pub(super) fn what(name: &str) -> &str {
    name.trim_start_matches(|character: char| character.is_ascii_digit() || character == '-')
}

/// Puts a file of our own making among the others.
pub(super) fn make(
    entries: &mut BTreeMap<String, Entry>,
    path: String,
    what: &str,
    item: Option<u8>,
    bytes: Result<Vec<u8>, RenderError>,
) -> Result<(), BundleError> {
    match bytes {
        Ok(bytes) => {
            entries.insert(path, Entry { content: Content::made(bytes), what: what.to_owned(), item });
            Ok(())
        }
        Err(cause) => Err(BundleError::Render { path, cause }),
    }
}

/// The certificates of all members, Article 20(四), numbered like the members in their list.
fn certificates(entries: &mut BTreeMap<String, Entry>, dossier: &Dossier) {
    let width = number_width(dossier.members.len());
    let mut paths = Paths::default();
    for (index, member) in dossier.members.iter().enumerate() {
        let name = member.name.text();
        let stem = format!("{:0width$}-{}", index + 1, clean(&name, "未命名单位"));
        for record in dossier.attachments.iter().filter(|record| record.member.as_ref() == Some(&member.id)) {
            let path = paths.take("04-证照/", &stem, record.media_type.extension());
            let content = Content::attachment(record);
            entries.insert(path, Entry { content, what: format!("{name}证照"), item: Some(4) });
        }
    }
}

/// What is attached but is no member's certificate, in the order of the materials: it goes with the bundle, so that a bundle
/// opened again is complete.
fn other_attachments(entries: &mut BTreeMap<String, Entry>, dossier: &Dossier) {
    let of_items = (1..=8).map(Some).chain([None]);
    let others: Vec<(Option<u8>, &Attachment)> =
        of_items.flat_map(|item| book::others(dossier, item).map(move |record| (item, record))).collect();
    let width = number_width(others.len());
    let mut paths = Paths::default();
    for (index, (item, record)) in others.into_iter().enumerate() {
        let file = documents::FILES.iter().find(|file| item.is_some() && file.item == item);
        let goes_with = file.map(|file| format!("{}附件", what(file.stem)));
        let name = clean(without_ending(&record.name), "附件");
        let name = goes_with.as_ref().map_or_else(|| name.clone(), |what| format!("{what}-{name}"));
        let stem = format!("{:0width$}-{name}", index + 1);
        let path = paths.take("09-其他附件/", &stem, record.media_type.extension());
        let content = Content::attachment(record);
        let what = goes_with.unwrap_or_else(|| "其他附件".to_owned());
        entries.insert(path, Entry { content, what, item });
    }
}

fn number_width(count: usize) -> usize {
    count.to_string().len().max(2)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::bundle::{Piece, archive, open, sums};
    use crate::dossier::{Comment, FactPath, Holder, MediaType, sample};
    use crate::render::book::NotAtHand;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
    }

    /// The bundle without PDF files, for which fonts are needed.
    fn compose(dossier: &Dossier, today: NaiveDate) -> Result<Bundle, BundleError> {
        let press = Press { fonts: None, read: &mut |_| Err(NotAtHand), progress: &mut |_, _| () };
        super::compose(dossier, today, press).map(|composed| composed.bundle)
    }

    #[test]
    fn what_the_founders_say_among_themselves_stays_in_their_drafts() {
        let mut dossier = sample();
        let comment =
            Comment { id: "k1".into(), clause: "purpose".into(), text: "喆律师再看".into(), ..Comment::default() };
        dossier.charter.comments.push(comment);
        let with = compose(&dossier, today()).unwrap();
        assert_eq!(with, compose(&sample(), today()).unwrap(), "the bundle is the same to the byte");
        let draft = crate::bundle::draft(&dossier, today().and_time(NaiveTime::MIN));
        let Some(Content::Made { bytes: json, .. }) = draft.files.get(DOSSIER) else {
            panic!("no dossier in the draft")
        };
        assert_eq!(Dossier::from_json(std::str::from_utf8(json).unwrap()).unwrap(), dossier);
    }

    fn attach(dossier: &mut Dossier, id: &str, member: Option<&str>, name: &str) {
        dossier.attachments.push(Attachment {
            id: id.to_owned(),
            material: None,
            member: member.map(str::to_owned),
            name: name.to_owned(),
            media_type: MediaType::Pdf,
            size: id.len() as u64,
            crc32: sums::crc32(id.as_bytes()),
            sha256: sums::sha256(id.as_bytes()),
            turn: crate::dossier::Turn::default(),
            inspection: None,
            extra: serde_json::Map::new(),
        });
    }

    fn call(dossier: &mut Dossier, index: usize, name: &str) {
        let path = dossier.members[index].path("name");
        dossier.fact_mut(&path).unwrap().put(name);
    }

    /// The sample with a certificate of its first member, two of its second, and a file of nobody's, one of a member that is gone, and one that goes with the minutes.
    fn with_attachments() -> Dossier {
        let mut dossier = sample();
        let (first, second) = (dossier.members[0].id.clone(), dossier.members[1].id.clone());
        call(&mut dossier, 0, "甲/乙公司");
        call(&mut dossier, 1, "");
        attach(&mut dossier, "x1", Some(&first), "执照.pdf");
        attach(&mut dossier, "x2", Some(&second), "正面.pdf");
        attach(&mut dossier, "x3", Some(&second), "背面.pdf");
        attach(&mut dossier, "x4", None, "../推荐信.PDF");
        attach(&mut dossier, "x5", Some("no such member"), "");
        attach(&mut dossier, "x6", None, "签到表.pdf");
        dossier.assign_attachment("x6", Holder::Material(7));
        dossier
    }

    fn text(bundle: &Bundle, path: &str) -> String {
        match &bundle.files[path] {
            Content::Made { bytes, .. } => String::from_utf8(bytes.clone()).unwrap(),
            Content::Attachment { .. } => panic!("{path} is attached"),
        }
    }

    #[test]
    fn the_files_have_the_names_that_are_fixed() {
        let bundle = compose(&with_attachments(), today()).unwrap();
        assert_eq!(bundle.file_name, "海南示例南繁育种产业知识产权联盟-备案材料-20260615.zip");
        let paths: Vec<&str> = bundle.files.keys().map(String::as_str).collect();
        assert_eq!(
            paths,
            [
                "00-材料目录.docx",
                "01-备案申请表.docx",
                "02-联盟章程.docx",
                "03-理事长秘书长单位简介.docx",
                "04-证照/01-甲_乙公司.pdf",
                "04-证照/02-未命名单位-2.pdf",
                "04-证照/02-未命名单位.pdf",
                "05-管理制度.docx",
                "06-必要性及可行性分析报告.docx",
                "07-成立会议纪要.docx",
                "08-成员单位名单.docx",
                "08-成员单位名单.xlsx",
                "09-其他附件/01-成立会议纪要附件-签到表.pdf",
                "09-其他附件/02-_推荐信.pdf",
                "09-其他附件/03-附件.pdf",
                "SHA256SUMS",
                "data/dossier.json",
                "data/manifest.json",
                "自评报告.docx",
            ]
        );
    }

    #[test]
    fn an_alliance_without_a_name_still_has_a_bundle() {
        let bundle = compose(&Dossier::default(), today()).unwrap();
        assert_eq!(bundle.file_name, "未命名联盟-备案材料-20260615.zip");
    }

    #[test]
    fn the_same_dossier_and_date_give_the_same_bundle() {
        assert_eq!(compose(&with_attachments(), today()), compose(&with_attachments(), today()));
    }

    #[test]
    fn the_sums_name_every_file_but_themselves() {
        let bundle = compose(&with_attachments(), today()).unwrap();
        let mut expected = String::new();
        for (path, content) in bundle.files.iter().filter(|(path, _)| *path != SUMS) {
            expected += &format!("{}  {path}\n", content.sha256());
        }
        assert_eq!(text(&bundle, SUMS), expected);
    }

    #[test]
    fn the_manifest_says_what_every_file_is() {
        let bundle = compose(&with_attachments(), today()).unwrap();
        let manifest: Value = serde_json::from_str(&text(&bundle, MANIFEST)).unwrap();
        assert_eq!(manifest["format"], "jiemeng-bundle");
        assert_eq!(manifest["date"], "2026-06-15");
        assert_eq!(manifest["alliance"], "海南示例南繁育种产业知识产权联盟");
        let files = manifest["files"].as_array().unwrap();
        assert_eq!(files.len(), bundle.files.len() - 2);
        for file in files {
            let content = &bundle.files[file["path"].as_str().unwrap()];
            assert_eq!((&file["bytes"], &file["sha256"]), (&content.size().into(), &content.sha256().into()));
        }
        let items: Vec<Option<u64>> = files.iter().map(|file| file["article_20_item"].as_u64()).collect();
        let expected = [0, 1, 2, 3, 4, 4, 4, 5, 6, 7, 8, 8, 7, 0, 0, 0, 0].map(|item| (item > 0).then_some(item));
        assert_eq!(items, expected);
        assert_eq!(files[4]["what"], "甲/乙公司证照");
        assert_eq!(files[4]["attachment"], "x1");
        assert_eq!(files[12]["what"], "成立会议纪要附件");
    }

    #[test]
    fn a_bundle_opens_again_with_nothing_left_out() {
        let dossier = with_attachments();
        let pieces = archive(compose(&dossier, today()).unwrap()).unwrap();
        let bytes = |piece| match piece {
            Piece::Bytes(bytes) => bytes,
            Piece::Attachment { id } => id.into_bytes(),
        };
        let file: Vec<u8> = pieces.into_iter().flat_map(bytes).collect();
        let opened = open(&mut std::io::Cursor::new(&file)).unwrap();
        assert_eq!(opened.dossier, dossier);
        assert_eq!(opened.missing, []);
        assert_eq!(opened.attachments.len(), 6);
    }

    #[test]
    fn whatever_is_typed_a_bundle_is_made() {
        let mut dossier = sample();
        for (index, name) in
            ["知".repeat(5_000).as_str(), "=1+1", "<b>&", "\u{0}\u{202e}", "CON"].into_iter().enumerate()
        {
            call(&mut dossier, index, name);
        }
        dossier.fact_mut(&FactPath::new("alliance/name")).unwrap().put(&"x".repeat(5_000));
        let bundle = compose(&dossier, today()).unwrap();
        assert!(bundle.file_name.len() < 255);
    }

    #[test]
    fn a_refusal_names_the_file_and_what_to_do() {
        let mut dossier = sample();
        call(&mut dossier, 0, &"知".repeat(40_000));
        let error = compose(&dossier, today()).unwrap_err();
        assert!(error.message().zh.starts_with("“08-成员单位名单.xlsx”：《"), "{error}");
    }
}
