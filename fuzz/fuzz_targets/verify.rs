//! Bundles that an office receives: whatever a ZIP holds, its verdict is told in words, and nothing is called intact that this
//! program would not write to the byte.
//!
//! An input that begins with `PK` is the ZIP itself. Of any other one is made: see [`Parts`]. In the contents of two files a
//! plus sign stands for what would be right: the sums of the files, and a manifest that lists them.

#![no_main]

use std::collections::HashSet;
use std::fmt::Write;
use std::io::{Cursor, Read};

use jiemeng::bundle::{Composed, Piece, Press, Report, Verdict, archive, compose, open, verify};
use jiemeng::dossier::Intake;
use jiemeng::render::book::NotAtHand;
use jiemeng_fuzz::{Parts, mix, today};
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use zip::ZipArchive;

const DOSSIER: &str = "data/dossier.json";
const MANIFEST: &str = "data/manifest.json";
const SUMS: &str = "SHA256SUMS";

/// One input in so many has its dossier, of which every document is made again; in the others it is missing.
const WITH_DOSSIER: u32 = 32;

fuzz_target!(|input: &[u8]| {
    let file = if input.starts_with(b"PK") { input.to_vec() } else { packed(input) };
    let mut steps = (0, 0);
    let mut progress = |done, of| {
        assert!(done >= steps.0 && done <= of, "a step back, or too far: {done} of {of}");
        steps = (done, of);
    };
    let report = verify(&mut Cursor::new(&file), today(), None, &mut progress);
    is_told(&report);
    if report.verdict == Verdict::Intact {
        is_what_is_written(&file);
    }
});

/// Every finding says what was found and what to do.
fn is_told(report: &Report) {
    assert!(!report.summary.zh.is_empty());
    for finding in &report.findings {
        assert!(!finding.words.zh.is_empty() && !finding.advice.zh.is_empty(), "{finding:?}");
        for difference in &finding.differences {
            assert!(!difference.place.zh.is_empty() && difference.there != difference.here, "{difference:?}");
        }
    }
    let told: HashSet<String> = report.findings.iter().map(|finding| format!("{finding:?}")).collect();
    assert_eq!(told.len(), report.findings.len(), "a finding is told twice");
}

/// An intact bundle is, to the byte, what this program makes of the dossier in it.
fn is_what_is_written(file: &[u8]) {
    let dossier = open(&mut Cursor::new(file)).expect("an intact bundle opens").dossier;
    let mut archived = ZipArchive::new(Cursor::new(file)).expect("an intact bundle is an archive");
    let mut bytes_of = |path: &str| {
        let mut bytes = Vec::new();
        archived.by_name(path).expect("an intact bundle has it").read_to_end(&mut bytes).expect("it is whole");
        bytes
    };
    let manifest: serde_json::Value = serde_json::from_slice(&bytes_of(MANIFEST)).expect("its manifest is one");
    let date = manifest["date"].as_str().and_then(|date| date.parse().ok()).expect("it has a day");
    let press = Press { fonts: None, read: &mut |_| Err(NotAtHand), progress: &mut |_, _| () };
    let Composed { bundle, .. } = compose(&dossier, date, press).expect("it was made once");
    let paths = bundle.files.keys().cloned().collect::<Vec<_>>();
    let mut contents = paths.iter();
    let mut written = Vec::new();
    for piece in archive(bundle).expect("it was written once") {
        match piece {
            Piece::Bytes(bytes) => written.extend(bytes),
            // Its path stands in the header before it.
            Piece::Attachment { .. } => {
                let path = contents.find(|path| written.ends_with(path.as_bytes())).expect("a header before it");
                written.extend(bytes_of(path));
            }
        }
    }
    assert!(written == file, "called intact, and not what is written");
}

fn packed(input: &[u8]) -> Vec<u8> {
    let mut parts = Parts::of(input);
    if mix(input) % WITH_DOSSIER != 0 {
        parts.files.retain(|(name, _)| name != DOSSIER);
    }
    let is_plus = |contents: &[u8]| contents == b"+";
    let others = |files: &[(String, Vec<u8>)], without: &[&str]| -> Vec<(String, u64, String)> {
        let wanted = files.iter().filter(|(name, _)| !without.contains(&name.as_str()));
        let summed = wanted.map(|(name, contents)| {
            let mut intake = Intake::default();
            intake.read(contents);
            (name.clone(), contents.len() as u64, intake.finish().sha256)
        });
        summed.collect()
    };
    let listed = others(&parts.files, &[MANIFEST, SUMS]);
    if let Some((_, contents)) = parts.files.iter_mut().find(|(name, contents)| name == MANIFEST && is_plus(contents)) {
        let files: Vec<_> = listed
            .iter()
            .map(|(path, bytes, sha256)| json!({"path": path, "bytes": bytes, "sha256": sha256, "what": ""}))
            .collect();
        let program = json!({"name": "jiemeng", "version": "0.1.0"});
        let manifest = json!({"format": "jiemeng-bundle", "version": 1, "date": today(), "program": program, "alliance": "", "files": files});
        *contents = manifest.to_string().into_bytes();
    }
    let summed = others(&parts.files, &[SUMS]);
    if let Some((_, contents)) = parts.files.iter_mut().find(|(name, contents)| name == SUMS && is_plus(contents)) {
        let mut sums = String::new();
        for (path, _, sha256) in summed {
            writeln!(sums, "{sha256}  {path}").expect("a string takes all");
        }
        *contents = sums.into_bytes();
    }
    parts.packed()
}
