//! Whether a bundle is what was once downloaded, and if not, what was done to it.
//!
//! 1. The archive is read within limits, and every file is summed ([`inventory`]).
//! 2. Each file is held to `SHA256SUMS`, to the manifest, and to what the dossier in the bundle makes of it as of the
//!    manifest's day ([`claims`], [`remake`], [`compare`]). Where a document differs, its words are compared
//!    ([`texts`], [`difference`]).
//! 3. The archive is held to the bytes that this program writes for those files ([`layout`]).
//!
//! Only what passes all three is intact. What that proves has limits that the page says beside every verdict: a bundle
//! bears no signature, so whoever changes the dossier and makes a new bundle of it makes an intact one. Only the code
//! (`bundle::code`), handed over by another way, tells that apart. This room must never change what it reads.

mod claims;
mod compare;
mod difference;
mod inventory;
mod layout;
mod remake;
mod report;
#[cfg(test)]
mod tests;
mod texts;

use std::io::{Read, Seek};

use chrono::NaiveDate;

use super::DOSSIER;
use super::compose::{MANIFEST, SUMS};
use super::open::LARGEST_DOSSIER;
use crate::dossier::Dossier;
use crate::language::Message;
use crate::message;
use crate::render::Fonts;
use claims::{Manifest, Sums};
use compare::{Case, ask_again};
use inventory::Inventory;
use remake::{Prints, Remade, remake};

pub use report::{Contents, Difference, Finding, Grade, Report, Tally, Verdict};

/// How many steps a verification has: the first half is summing, the second making everything once more.
const STEPS: u32 = 200;

/// Verifies a bundle on the day `today`. `fonts` are those that its PDF files are made once more with; without them only
/// their sums are checked, which is said. `progress` hears how many steps of how many are done.
pub fn verify(
    file: &mut (impl Read + Seek),
    today: NaiveDate,
    fonts: Option<&Fonts>,
    progress: &mut dyn FnMut(u32, u32),
) -> Report {
    let mut summed = 0;
    let inventory = inventory::take(file, &mut |done, total| {
        let step = u32::try_from(done.saturating_mul(u64::from(STEPS / 2)) / total.max(1)).unwrap_or_default();
        if step > summed {
            summed = step;
            progress(step, STEPS);
        }
    });
    let inventory = match inventory {
        Ok(inventory) => inventory,
        Err(cause) => return Report::unverifiable(&cause),
    };
    let mut findings = packing(&inventory);
    let sums = read_sums(file, &inventory, &mut findings);
    let manifest = read_manifest(file, &inventory, &mut findings);
    let dossier = read_dossier(file, &inventory, &mut findings);
    let date = manifest.as_ref().and_then(Manifest::date);

    let remade = dossier.as_ref().zip(date).and_then(|subject| {
        let mut second_half = |done: u32, total: u32| progress(STEPS / 2 + done * (STEPS / 2) / total.max(1), STEPS);
        remake(file, &inventory, subject, fonts, &mut second_half)
            .map_err(|cause| findings.push(cannot_be_made(&cause)))
            .ok()
    });
    findings.extend(remade.as_ref().and_then(|remade| unprinted(remade, &inventory)));
    let case = Case { inventory: &inventory, sums: &sums, manifest: manifest.as_ref(), remade: remade.as_ref() };
    findings.extend(compare::findings(file, &case));

    let as_packed = inventory.folder.is_empty()
        && inventory.debris.is_empty()
        && date.is_some_and(|date| layout::is_as_packed(file, &inventory, date));
    let code = case.code();
    let contents = dossier.map(|dossier| contents(&dossier, &inventory, manifest.as_ref(), today));
    Report::new(findings, as_packed, code, contents)
}

/// What was packed beside the bundle.
fn packing(inventory: &Inventory) -> Vec<Finding> {
    let mut findings = Vec::new();
    for path in &inventory.outside {
        let words = message!("多出的文件，不在材料包的文件夹里", "A file that was added beside the bundle's folder");
        let advice =
            message!("不能当作材料的一部分；请向报送单位核实", "It is no part of the bundle; ask the sender about it");
        findings.push(Finding::new(Grade::Fault, Some(path), words, advice));
    }
    let note = |words| Finding::new(Grade::Note, None, words, message!("无需处理", "Nothing to do"));
    let count = inventory.debris.len();
    if count > 0 {
        findings.push(note(message!(
            "包里有 {count} 个操作系统自动留下的文件，不属于材料",
            "{count} files in the archive were left by an operating system and are no part of it"
        )));
    }
    if !inventory.folder.is_empty() {
        let folder = super::container::shown(&inventory.folder);
        findings.push(note(message!(
            "材料外面多包了一层文件夹“{folder}”",
            "The bundle was packed within a folder “{folder}”"
        )));
    }
    findings
}

/// The bytes of a file that every bundle has, or a finding where it cannot be had.
fn needed(
    file: &mut (impl Read + Seek),
    inventory: &Inventory,
    path: &str,
    findings: &mut Vec<Finding>,
) -> Option<Vec<u8>> {
    let mut lost = |words| findings.push(Finding::new(Grade::Fault, Some(path), words, ask_again()));
    let Some(held) = inventory.files.get(path) else {
        lost(message!("缺少这个文件，每个材料包都应当有", "It is missing; every bundle has it"));
        return None;
    };
    match held.entry.bytes(file, LARGEST_DOSSIER) {
        Ok(bytes) => Some(bytes),
        // Whoever looks at the files one by one names it.
        Err(_) if held.sha256.is_err() && path != SUMS && path != MANIFEST => None,
        Err(refusal) => {
            let Message { zh, en } = refusal.cause();
            lost(message!("读不出来：{zh}", "It cannot be read: {en}"));
            None
        }
    }
}

fn read_sums(file: &mut (impl Read + Seek), inventory: &Inventory, findings: &mut Vec<Finding>) -> Sums {
    let Some(bytes) = needed(file, inventory, SUMS, findings) else { return Sums::default() };
    let sums = Sums::read(&String::from_utf8_lossy(&bytes));
    if let Some(first) = sums.unclear.first() {
        let count = sums.unclear.len();
        let words = message!(
            "有 {count} 行无法辨认或重复（第一处在第 {first} 行）",
            "{count} lines say nothing or say it twice, the first in line {first}"
        );
        findings.push(Finding::new(Grade::Fault, Some(SUMS), words, ask_again()));
    }
    sums
}

fn read_manifest(
    file: &mut (impl Read + Seek),
    inventory: &Inventory,
    findings: &mut Vec<Finding>,
) -> Option<Manifest> {
    let bytes = needed(file, inventory, MANIFEST, findings)?;
    let manifest = Manifest::read(&bytes);
    let words = match &manifest {
        None => message!("内容无法辨认", "Its contents are not understood"),
        Some(manifest) if manifest.date().is_none() => {
            message!(
                "所记日期不可能，无法按当日重新生成文书",
                "Its date is impossible, so nothing can be made as of it"
            )
        }
        Some(_) => return manifest,
    };
    findings.push(Finding::new(Grade::Fault, Some(MANIFEST), words, ask_again()));
    manifest
}

fn read_dossier(file: &mut (impl Read + Seek), inventory: &Inventory, findings: &mut Vec<Finding>) -> Option<Dossier> {
    let bytes = needed(file, inventory, DOSSIER, findings)?;
    let read = std::str::from_utf8(&bytes).ok().map(Dossier::from_json);
    let words = match read {
        Some(Ok(dossier)) => return Some(dossier),
        Some(Err(error)) => error.message(),
        None => message!("填报数据不是文字", "The dossier is no text"),
    };
    findings.push(Finding::new(Grade::Fault, Some(DOSSIER), words, ask_again()));
    None
}

fn cannot_be_made(cause: &Message) -> Finding {
    let Message { zh, en } = cause;
    let words = message!(
        "无法按填报数据重新生成文书，只核对了校验值：{zh}",
        "Nothing could be made of the dossier, so only the sums were checked: {en}"
    );
    Finding::new(Grade::Doubt, None, words, ask_again())
}

/// That PDF files were not made once more, for want of fonts.
fn unprinted(remade: &Remade, inventory: &Inventory) -> Option<Finding> {
    let count = inventory.files.keys().filter(|path| compare::is_print(path)).count();
    (remade.prints == Prints::NoFonts).then(|| {
        let words = message!(
            "{count} 个 PDF 文件只核对了校验值，没有重新排版核对：这里没有载入字体",
            "Of {count} PDF files only the sums were checked; they were not made again, for there are no fonts here"
        );
        let advice = message!(
            "载入字体后再核验一次（网页：联网打开；命令行：--fonts 目录）",
            "Verify again with the fonts at hand (page: open it with a network; command: --fonts FOLDER)"
        );
        Finding::new(Grade::Doubt, None, words, advice)
    })
}

fn contents(dossier: &Dossier, inventory: &Inventory, manifest: Option<&Manifest>, today: NaiveDate) -> Contents {
    use crate::dossier::Fact;
    let date = manifest.and_then(Manifest::date);
    let then = date.map(|date| Tally::of(dossier, date));
    let now = Tally::of(dossier, today);
    Contents {
        alliance: dossier.alliance.name.text(),
        date,
        members: dossier.members.len(),
        files: inventory.files.len(),
        attachments: dossier.attachments.len(),
        bytes: inventory.files.values().map(|held| held.entry.size).sum(),
        program: manifest.map(|manifest| manifest.program.version.clone()),
        now: Some(now).filter(|now| then.as_ref().is_none_or(|then| !then.agrees_with(now))),
        then,
    }
}
