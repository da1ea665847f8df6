//! A file on its way in: read and summed by the clerk, its bytes kept, before the dossier speaks of it.

use gloo::timers::callback::Interval;
use web_sys::File;

use crate::app::clerk::{self, Desk};
use crate::app::state::State;
use crate::app::transfer::blobs;
use jiemeng::dossier::{Dossier, Sums};
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};

/// A file that the user gave, and its way within the folder it came from.
#[derive(Clone)]
pub struct Given {
    /// The file.
    pub file: File,
    /// Its name, with the folders before it where it came in one.
    pub path: String,
}

impl Given {
    /// A file that came without a folder.
    pub fn alone(file: File) -> Self {
        Self { path: file.name(), file }
    }
}

/// How long the clerk may take over a file, in milliseconds: so long whatever it is. An office PC of ten years ago takes a
/// tenth of that, but there are files that were made to take for ever.
const PATIENCE: f64 = 30_000.0;
/// And so much longer for each megabyte of it.
const PATIENCE_FOR_A_MEGABYTE: f64 = 1_000.0;

/// What a file is and its sums.
///
/// # Errors
/// It is empty or too large, or cannot be read; the words say what to do.
pub async fn sum(file: &File) -> Result<Sums, Message> {
    Dossier::admits_size(&file.name(), file.size() as u64).map_err(|refusal| refusal.message())?;
    let patience = PATIENCE + PATIENCE_FOR_A_MEGABYTE * file.size() / 1e6;
    // One that is still on its way over a slow line has not begun with the file.
    let mut works = clerk::is_ready(Desk::Counter);
    let _until_it_answers = Interval::new(patience as u32, move || {
        if works {
            clerk::give_up(Desk::Counter);
        }
        works = clerk::is_ready(Desk::Counter);
    });
    let asked = clerk::ask(&Request::Sum, &[file.into()], |_, _| ()).await;
    // Another clerk takes its place; what it broke on must be named.
    let reply = asked.map_err(|words| if words == clerk::broken() { breaks(&file.name()) } else { words })?;
    match reply.answer {
        Answer::Summed(sums) => Ok(sums),
        _ => Err(clerk::broken()),
    }
}

/// A file that the clerk broke on.
fn breaks(name: &str) -> Message {
    message!(
        "“{name}”没有附上：读它时后台程序出错，或太久没有读完，文件可能已损坏。请用 PDF 阅读器或看图软件打开，另存一份后再附",
        "“{name}” was not attached: what reads files broke down on it or came to no end; it may be damaged. Open it in a PDF reader or picture viewer, save it anew, and attach that"
    )
}

/// Reads a file, sees by `admit` whether the dossier would take it, and keeps its bytes.
///
/// # Errors
/// The words say why it is not taken and what to do. Nothing is changed then.
pub async fn take_in(
    state: State,
    file: &File,
    admit: impl FnOnce(&mut Dossier, &Sums) -> Result<(), Message>,
) -> Result<Sums, Message> {
    let sums = sum(file).await?;
    // Tried on a copy first, so that the bytes are kept before the dossier speaks of them.
    admit(&mut state.peek(Dossier::clone), &sums)?;
    blobs::keep(state, &sums.sha256, file).await?;
    Ok(sums)
}
