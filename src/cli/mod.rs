//! The command: `jiemeng verify FILE…`, for an office with hundreds of bundles. It reads the files it is given and a folder
//! of fonts, writes to its output, and touches nothing else.

mod options;
mod print;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use chrono::NaiveDate;

use jiemeng::bundle::{Report, Verdict, verify};
use jiemeng::language::Language;
use jiemeng::message;
use jiemeng::render::{FontFile, FontRole, Fonts, SHIPPED};

use options::{Options, Wish};

/// Where fonts are looked for unless another folder is named.
const FONTS: &str = "fonts";
/// All bundles are intact.
const ALL_INTACT: u8 = 0;
/// One at least is not, or could not be verified wholly.
const NOT_ALL_INTACT: u8 = 1;
/// One at least could not be read, or the command was not understood.
const UNREADABLE: u8 = 2;

/// Does what the words behind the command ask for.
pub fn start() -> ExitCode {
    let status = match options::read(std::env::args_os().skip(1)) {
        Ok(Wish::Help) => say(&mut io::stdout(), options::HELP).map(|()| ALL_INTACT),
        Ok(Wish::Verify(options)) => run(&options),
        Err(words) => say(&mut io::stderr(), &format!("{words}\n\n{}", options::HELP)).map(|()| UNREADABLE),
    };
    // A reader that has seen enough and closed its end is no fault of ours.
    ExitCode::from(status.unwrap_or(UNREADABLE))
}

fn say(to: &mut impl Write, words: &str) -> io::Result<()> {
    writeln!(to, "{words}")
}

fn run(options: &Options) -> io::Result<u8> {
    let fonts = match fonts(options.fonts.as_deref()) {
        Ok(fonts) => fonts,
        Err(words) => return say(&mut io::stderr(), &words).map(|()| UNREADABLE),
    };
    let reports = verify_all(&options.files, fonts.as_ref());
    let mut out = io::stdout().lock();
    if options.json {
        print::json(&mut out, &options.files, &reports)?;
    } else {
        print::text(&mut out, &options.files, &reports, options.language)?;
    }
    Ok(status(&reports))
}

fn status(reports: &[Report]) -> u8 {
    let is = |verdict: Verdict| reports.iter().any(|report| report.verdict == verdict);
    if is(Verdict::Unverifiable) {
        UNREADABLE
    } else if reports.iter().all(|report| report.verdict == Verdict::Intact) {
        ALL_INTACT
    } else {
        NOT_ALL_INTACT
    }
}

/// The reports in the order of the files, made on all processors.
fn verify_all(files: &[PathBuf], fonts: Option<&Fonts>) -> Vec<Report> {
    let today = today();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = files.get(place) else { return done };
            done.push((place, one(path, today, fonts)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(files.len());
    let mut reports: Vec<(usize, Report)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    reports.sort_by_key(|(place, _)| *place);
    reports.into_iter().map(|(_, report)| report).collect()
}

fn one(path: &Path, today: NaiveDate, fonts: Option<&Fonts>) -> Report {
    match File::open(path) {
        Ok(mut file) => verify(&mut file, today, fonts, &mut |_, _| ()),
        Err(error) => {
            Report::unverifiable(&message!("打不开这个文件（{error}）", "the file cannot be opened ({error})"))
        }
    }
}

/// The fonts in a folder: all that it has of those that come with the app. None where no folder was named and there is
/// none; a folder that was named must have them.
fn fonts(named: Option<&Path>) -> Result<Option<Fonts>, String> {
    let folder = named.unwrap_or(Path::new(FONTS));
    let mut files = Vec::new();
    for (role, name) in SHIPPED {
        match fs::read(folder.join(name)) {
            Ok(bytes) => files.push(FontFile { role, bytes, index: 0 }),
            Err(_) if role == FontRole::Rare => {}
            Err(_) if named.is_none() => return Ok(None),
            Err(error) => return Err(format!("{}: {error}", folder.join(name).display())),
        }
    }
    Fonts::new(files).map(Some).map_err(|error| error.message().text(Language::Zh).to_owned())
}

/// The day in Hainan.
fn today() -> NaiveDate {
    const AHEAD: u64 = 8 * 60 * 60;
    #[expect(clippy::disallowed_methods, reason = "the command has a clock; the core is handed the day")]
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let days = (since.as_secs() + AHEAD) / (24 * 60 * 60);
    NaiveDate::default().checked_add_days(chrono::Days::new(days)).unwrap_or_default()
}
