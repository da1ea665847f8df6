//! Writes what the judges read: `cargo run --example write_bundle -- FOLDER`.
//!
//! The folder gets the bundles of a complete, an empty and a hostile dossier, the draft of the complete one, archives that
//! only ZIP64 can hold, and the specimens that use everything the renderers know.

#[path = "../tests/specimen/mod.rs"]
mod specimen;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use jiemeng::bundle::{self, Bundle, Composed, Content, Piece, Press};
use jiemeng::documents::{self, Block, Document};
use jiemeng::dossier::{Dossier, FactPath, Holder, Intake, sample};
use jiemeng::render::book::NotAtHand;
use jiemeng::render::{self, FontFile, Fonts, SHIPPED};

/// Members whose signature pages are looked at: few, as many as fill pages to the last row, one more, and very many.
const SIGNATORIES: [usize; 7] = [1, 5, 6, 12, 13, 100, 200];

/// The bytes of attachments, by their ids.
type Files = BTreeMap<String, Vec<u8>>;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder to write to")?);
    let today = NaiveDate::from_ymd_opt(2026, 6, 15).ok_or("no such day")?;
    let now = today.and_hms_opt(9, 30, 0).ok_or("no such time")?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fonts = fonts(&root.join("fonts"))?;

    let (complete, files) = with_certificates(sample(), &root.join("tests/attached"))?;
    compose(&folder.join("complete"), &complete, &files, &fonts, today)?;
    compose(&folder.join("empty"), &Dossier::default(), &Files::new(), &fonts, today)?;
    let (hostile, names) = with_certificates(hostile(), &root.join("tests/attached"))?;
    compose(&folder.join("hostile"), &hostile, &names, &fonts, today)?;
    write(&folder.join("draft"), bundle::draft(&complete, now), &files)?;
    write_wide(&folder.join("wide"), now)?;

    let specimens = folder.join("specimens");
    fs::create_dir_all(&specimens)?;
    for (name, document) in [("specimen", specimen::document()), ("hostile", specimen::hostile())] {
        fs::write(specimens.join(format!("{name}.docx")), render::docx(&document)?)?;
        let pages = render::lay_out(&document, 1)?;
        fs::write(specimens.join(format!("{name}.pdf")), render::pdf(&pages, &fonts, today)?)?;
    }
    fs::write(specimens.join("specimen.xlsx"), render::xlsx(&specimen::workbook())?)?;
    let template = format!("{}.xlsx", documents::TEMPLATE_STEM);
    fs::write(specimens.join(template), render::xlsx(&documents::roster_template())?)?;
    for members in SIGNATORIES {
        let name = format!("signatures-{members:03}.docx");
        fs::write(specimens.join(name), render::docx(&signature_pages(members, today))?)?;
    }
    Ok(())
}

/// The signature pages of a charter with so many members.
fn signature_pages(members: usize, today: NaiveDate) -> Document {
    let mut dossier = sample();
    let every = dossier.members.clone();
    dossier.members = every.into_iter().cycle().take(members).collect();
    let mut document = documents::charter(&dossier, today);
    let last_page = document.blocks.iter().rposition(|block| *block == Block::PageBreak);
    document.blocks.drain(..last_page.map_or(0, |place| place + 1));
    document
}

/// The fonts that script/fonts.mjs made.
fn fonts(folder: &Path) -> Result<Fonts, Box<dyn Error>> {
    let mut files = Vec::new();
    for (role, name) in SHIPPED {
        let bytes = fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}; run script/setup"))?;
        files.push(FontFile { role, bytes, index: 0 });
    }
    Ok(Fonts::new(files)?)
}

/// Composes a bundle as the clerk does, and writes it.
fn compose(
    folder: &Path,
    dossier: &Dossier,
    files: &Files,
    fonts: &Fonts,
    today: NaiveDate,
) -> Result<(), Box<dyn Error>> {
    let press =
        Press { fonts: Some(fonts), read: &mut |id| files.get(id).cloned().ok_or(NotAtHand), progress: &mut |_, _| () };
    let Composed { bundle, notes, .. } = bundle::compose(dossier, today, press)?;
    write(folder, bundle, files)?;
    let notes: String = notes.iter().map(|note| format!("{}\n", note.zh)).collect();
    fs::write(folder.join("notes.txt"), notes)?;
    Ok(())
}

/// Writes a bundle as the page does: the pieces one after another.
fn write(folder: &Path, bundle: Bundle, files: &Files) -> Result<(), Box<dyn Error>> {
    let place = folder.join(&bundle.file_name);
    let mut file = Vec::new();
    for piece in bundle::archive(bundle)? {
        match piece {
            Piece::Bytes(bytes) => file.extend(bytes),
            Piece::Attachment { id } => file.extend(files.get(&id).ok_or(NotAtHand)?),
        }
    }
    fs::create_dir_all(folder)?;
    fs::write(place, file)?;
    Ok(())
}

/// How large the attachments are that need numbers of 64 bits: one wide by itself, and one behind it.
const WIDE: [u64; 2] = [(4 << 30) + 1, 3];
/// More files than a number of 16 bits counts.
const MANY: usize = 70_000;

/// Writes an archive over 4 GiB, whose attachments are holes in the file that take no room on the disk, and one of more
/// files than a plain ZIP counts.
fn write_wide(folder: &Path, now: NaiveDateTime) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let zeros = |(number, size): (usize, u64)| {
        let content =
            Content::Attachment { id: size.to_string(), size, crc32: crc32_of_zeros(size), sha256: String::new() };
        (format!("04-证照/{number:02}.pdf"), content)
    };
    let mut files: BTreeMap<String, Content> = WIDE.into_iter().enumerate().map(zeros).collect();
    files.insert("data/dossier.json".into(), Content::made(Dossier::default().to_json().into_bytes()));
    let large = Bundle { file_name: "large.zip".into(), dated: now, files };
    let mut file = fs::File::create(folder.join(&large.file_name))?;
    for piece in bundle::archive(large)? {
        match piece {
            Piece::Bytes(bytes) => file.write_all(&bytes)?,
            Piece::Attachment { id } => drop(file.seek(SeekFrom::Current(id.parse()?))?),
        }
    }
    let numbered = |number: usize| (format!("{number:05}.txt"), Content::made(number.to_string().into_bytes()));
    let many = Bundle { file_name: "many.zip".into(), dated: now, files: (0..MANY).map(numbered).collect() };
    write(folder, many, &Files::new())
}

/// The CRC-32 of so many zeros, in as many steps as their number has bits.
fn crc32_of_zeros(count: u64) -> u32 {
    let mut all = crc32fast::Hasher::new();
    let mut power = crc32fast::Hasher::new();
    power.update(&[0]);
    let bits = u64::BITS - count.leading_zeros();
    for bit in 0..bits {
        if count >> bit & 1 == 1 {
            all.combine(&power);
        }
        power.combine(&power.clone());
    }
    all.finalize()
}

/// What the members attach, in their order; the last attaches nothing.
const ATTACHED: [&str; 11] = [
    "two-pages.pdf",
    "turned.jpg",
    "picture.png",
    "turned.pdf",
    "stamped.pdf",
    "signed.pdf",
    "filled.pdf",
    "locked.pdf",
    "layered.pdf",
    "newer.pdf",
    "blank-form.pdf",
];

/// A dossier with a file of every kind, one of them of nobody and one damaged.
fn with_certificates(mut dossier: Dossier, folder: &Path) -> Result<(Dossier, Files), Box<dyn Error>> {
    let mut files = Files::new();
    let members: Vec<String> = dossier.members.iter().map(|member| member.id.clone()).collect();
    for (id, name) in members.into_iter().zip(ATTACHED) {
        attach(&mut dossier, &mut files, (&id, Holder::Member(id.clone()), name), fs::read(folder.join(name))?)?;
    }
    attach(
        &mut dossier,
        &mut files,
        ("letter", Holder::Nobody, "推荐函.pdf"),
        fs::read(folder.join("restricted.pdf"))?,
    )?;
    attach(
        &mut dossier,
        &mut files,
        ("broken", Holder::Material(7), "未传完的文件.pdf"),
        b"%PDF-1.7 and nothing more".to_vec(),
    )?;
    Ok((dossier, files))
}

/// Takes a file in as the page does.
fn attach(
    dossier: &mut Dossier,
    files: &mut Files,
    (id, holder, name): (&str, Holder, &str),
    bytes: Vec<u8>,
) -> Result<(), Box<dyn Error>> {
    let mut intake = Intake::default();
    intake.read(&bytes);
    let mut sums = intake.finish();
    sums.inspection = sums.kind.ok().map(|media_type| bundle::inspect(media_type, bytes.clone()));
    dossier.attach(id.to_owned(), holder, name.to_owned(), sums)?;
    files.insert(id.to_owned(), bytes);
    Ok(())
}

/// The sample with names that nobody should type.
fn hostile() -> Dossier {
    let mut dossier = sample();
    let long = "知".repeat(5_000);
    let names =
        ["=1+1", &long, "<script>alert('&amp;')</script>]]>", "../../㛃𠮷喆🌴/\u{202e}\u{1b}", "CON", "\"甲\"\n乙\t丙"];
    let ids: Vec<String> = dossier.members.iter().map(|member| member.id.clone()).collect();
    for (id, name) in ids.iter().zip(names) {
        if let Some(fact) = dossier.fact_mut(&FactPath::member(id.as_str(), "name")) {
            fact.put(name);
        }
    }
    dossier
}
