//! Reports on a terminal, and for programs.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use jiemeng::bundle::{Contents, Finding, Report, Verdict};
use jiemeng::language::{Language, Message, label};
use jiemeng::message;

/// A file and its report, for programs.
#[derive(Serialize)]
struct Entry<'a> {
    file: String,
    #[serde(flatten)]
    report: &'a Report,
}

/// One array with an entry for each file.
pub fn json(out: &mut impl Write, files: &[PathBuf], reports: &[Report]) -> io::Result<()> {
    let entry = |(file, report): (&PathBuf, _)| Entry { file: file.display().to_string(), report };
    let entries: Vec<Entry> = files.iter().zip(reports).map(entry).collect();
    serde_json::to_writer_pretty(&mut *out, &entries)?;
    writeln!(out)
}

/// For people: the verdict first, then what is in the bundle, then what to see to.
pub fn text(out: &mut impl Write, files: &[PathBuf], reports: &[Report], language: Language) -> io::Result<()> {
    for (file, report) in files.iter().zip(reports) {
        writeln!(out, "{}\n  {}", file.display(), report.summary.text(language))?;
        if let Some(code) = &report.code {
            writeln!(out, "  {} {code}", label("核验码", "Code").text(language))?;
        }
        if let Some(contents) = &report.contents {
            self::contents(out, contents, language)?;
        }
        for finding in &report.findings {
            self::finding(out, finding, language)?;
        }
        writeln!(out)?;
    }
    if files.len() > 1 {
        writeln!(out, "{}", count(reports).text(language))?;
    }
    Ok(())
}

fn contents(out: &mut impl Write, contents: &Contents, language: Language) -> io::Result<()> {
    writeln!(out, "  {}", contents.message().text(language))?;
    for tally in contents.then.iter().chain(&contents.now) {
        writeln!(out, "  {}", tally.message().text(language))?;
    }
    Ok(())
}

fn finding(out: &mut impl Write, finding: &Finding, language: Language) -> io::Result<()> {
    let Finding { grade, path, words, advice, differences, more } = finding;
    let place = path.as_ref().map(|path| format!("{path}：")).unwrap_or_default();
    writeln!(out, "  [{}] {place}{}", grade.label().text(language), words.text(language))?;
    let (there_label, here_label) = (label("包内", "there"), label("应为", "here"));
    for difference in differences {
        writeln!(out, "      {}", difference.place.text(language))?;
        writeln!(out, "        {}：{}", there_label.text(language), difference.there)?;
        writeln!(out, "        {}：{}", here_label.text(language), difference.here)?;
    }
    if *more > 0 {
        writeln!(out, "      {}", message!("……另有 {more} 处不同", "… and {more} more places").text(language))?;
    }
    writeln!(out, "      → {}", advice.text(language))
}

/// How many of each verdict.
fn count(reports: &[Report]) -> Message {
    let all = [Verdict::Intact, Verdict::Repacked, Verdict::Partly, Verdict::Changed, Verdict::Unverifiable];
    let counted = all.map(|verdict| (verdict, reports.iter().filter(|report| report.verdict == verdict).count()));
    let there = || counted.iter().filter(|(_, count)| *count > 0);
    let zh: Vec<String> = there().map(|(verdict, count)| format!("{} {count}", verdict.label().zh)).collect();
    let en: Vec<String> = there().map(|(verdict, count)| format!("{}: {count}", verdict.label().en)).collect();
    let (number, zh, en) = (reports.len(), zh.join("；"), en.join("; "));
    message!("共 {number} 个：{zh}", "{number} in all: {en}")
}
