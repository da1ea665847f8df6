//! How long each step of the way takes on this machine, for the sample and for an alliance of two hundred members.
//!
//! The figures are the median of many runs in one process. `script/bench` runs it; compare only figures of one machine.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock and prints what it read"
)]

use std::cell::RefCell;
use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use jiemeng::bundle::Press;
use jiemeng::checks::Assessor;
use jiemeng::documents::Document;
use jiemeng::dossier::{Answer, Dossier, Fact, Member, Role};
use jiemeng::render::book::NotAtHand;
use jiemeng::render::{FontFile, Fonts, SHIPPED};
use jiemeng::{bundle, charter, checks, documents, dossier, render};

/// How long one step is measured.
const PATIENCE: Duration = Duration::from_millis(600);

fn main() -> Result<(), Box<dyn Error>> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).ok_or("no such date")?;
    let sample = dossier::sample();
    let mut large = sample.clone();
    large.members = sample.members.iter().cycle().take(200).cloned().collect();

    assess(&sample, today);
    println!("{:<32}{:>14}{:>14}", "median", "12 members", "200 members");
    row("read the dossier", [&sample, &large], |dossier| Dossier::from_json(&dossier.to_json()).is_ok());
    row("assemble the charter", [&sample, &large], charter::assemble);
    row("compose the documents", [&sample, &large], |dossier| {
        documents::FILES.map(|file| (file.compose)(dossier, today))
    });
    let composed = |dossier: &Dossier| documents::FILES.map(|file| (file.compose)(dossier, today));
    let [few, many] = [composed(&sample), composed(&large)];
    row("write them as DOCX", [&few, &many], |all| all.iter().map(render::docx).collect::<Vec<_>>());
    let lay_out = |document: &Document| render::lay_out(document, 1);
    row("lay them out", [&few, &many], |all| all.iter().map(lay_out).collect::<Vec<_>>());
    let charters = [documents::charter(&sample, today), documents::charter(&large, today)];
    row("lay out the charter", charters.each_ref(), lay_out);
    let fonts = fonts()?;
    let laid = |all: &[Document]| all.iter().map(lay_out).collect::<Result<Vec<_>, _>>();
    let [few, many] = [laid(&few)?, laid(&many)?];
    row("write them as PDF", [&few, &many], |all| {
        all.iter().map(|pages| render::pdf(pages, &fonts, today)).collect::<Vec<_>>()
    });
    let [few, many] = [documents::roster(&sample), documents::roster(&large)];
    row("write the roster as XLSX", [&few, &many], render::xlsx);
    let bundle = |fonts, dossier: &Dossier| {
        let press = Press { fonts, read: &mut |_| Err(NotAtHand), progress: &mut |_, _| () };
        bundle::compose(dossier, today, press)
    };
    row("the bundle without PDF", [&sample, &large], |dossier| bundle(None, dossier));
    row("the bundle with PDF and book", [&sample, &large], |dossier| bundle(Some(&fonts), dossier));
    let now = today.and_hms_opt(9, 0, 0).ok_or("no such time")?;
    row("lay out a draft", [&sample, &large], |dossier| bundle::archive(bundle::draft(dossier, now)));
    Ok(())
}

/// Prints how long the checks take: of the whole, and again after each keystroke in a member's name.
fn assess(sample: &Dossier, today: NaiveDate) {
    println!("{:<32}{:>14}{:>14}", "assess, median", "whole", "a keystroke");
    for count in [10, 1_000, 10_000] {
        let mut dossier = sample.clone();
        let rows = sample.members.iter().cycle().take(count).enumerate();
        dossier.members = rows.map(|(place, like)| distinct(place, like)).collect();
        let whole = median(|| checks::assess(&dossier, today));
        let (typed, mut assessor) = (RefCell::new((dossier, 0_u32)), Assessor::default());
        assessor.assess(&typed.borrow().0, today);
        let assessor = RefCell::new(assessor);
        let keystroke = median(|| {
            let (dossier, stroke) = &mut *typed.borrow_mut();
            *stroke += 1;
            if let Some(member) = dossier.members.get_mut(7) {
                member.name = Answer::typed(&format!("样例单位第{stroke}号"));
            }
            assessor.borrow_mut().assess(dossier, today)
        });
        let [whole, keystroke] = [whole, keystroke].map(|time| format!("{:.3} ms", time.as_secs_f64() * 1000.0));
        println!("{:<32}{whole:>14}{keystroke:>14}", format!("{count} members"));
    }
    println!();
}

/// A member like another, as a unit of its own.
fn distinct(place: usize, like: &Member) -> Member {
    let mut member = Member { id: format!("n{place}"), ..like.clone() };
    if place >= 12 {
        member.name = Answer::typed(&format!("{}第{place}分部", like.name.text()));
        member.role = Answer::from(Role::Member);
        member.uscc = Answer::Blank;
    }
    member
}

/// The fonts that script/fonts.mjs made.
fn fonts() -> Result<Fonts, Box<dyn Error>> {
    let mut files = Vec::new();
    for (role, name) in SHIPPED {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/").to_owned() + name;
        let bytes = std::fs::read(&path).map_err(|error| format!("{path}: {error}; run script/setup"))?;
        files.push(FontFile { role, bytes, index: 0 });
    }
    Ok(Fonts::new(files)?)
}

/// Prints a line: the median time of `step` for the small and the large case.
fn row<T: ?Sized, R>(name: &str, cases: [&T; 2], step: impl Fn(&T) -> R) {
    let [small, large] = cases.map(|case| format!("{:.2} ms", median(|| step(case)).as_secs_f64() * 1000.0));
    println!("{name:<32}{small:>14}{large:>14}");
}

fn median<R>(step: impl Fn() -> R) -> Duration {
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < 5 || start.elapsed() < PATIENCE {
        let before = Instant::now();
        black_box(step());
        times.push(before.elapsed());
    }
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
