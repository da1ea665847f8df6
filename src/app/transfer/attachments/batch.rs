//! Many files at once: read one after the other, each shown with the unit it seems to belong to, taken by one button.

use std::collections::VecDeque;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::owners::{SKIP, holder_of, option_of};
use super::pictures::look;
use super::taking_in::{Given, sum};
use crate::app::browser::fresh_id;
use crate::app::state::State;
use crate::app::transfer::{Work, blobs};
use jiemeng::dossier::matching::{self, Owner};
use jiemeng::dossier::{Dossier, Holder, MediaType, Sums};
use jiemeng::language::Message;
use jiemeng::message;

/// A file that was read and waits to be taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The id it will have.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its way within the folder it came from; else its name.
    path: String,
    /// What it is and its sums.
    pub sums: Sums,
    /// What it is.
    pub media_type: MediaType,
    /// To whom it seems to belong.
    pub owner: Owner,
    /// The option that is chosen: as [`option_of`] tells, [`SKIP`], or nothing.
    pub choice: String,
    /// Whether the user chose it.
    pub is_chosen: bool,
}

impl Row {
    /// Whether somebody must say what becomes of it.
    pub fn is_open(&self) -> bool {
        self.choice.is_empty()
    }
}

/// What is being done with many files.
#[derive(Clone, Copy)]
pub struct Batch {
    state: State,
    /// The files that were read.
    pub rows: RwSignal<Vec<Row>>,
    /// Why others were not taken, in order.
    pub refused: RwSignal<Vec<Message>>,
    /// How far it is.
    pub work: RwSignal<Work>,
    cancelled: RwSignal<bool>,
    /// The files that are still to be read.
    waiting: StoredValue<VecDeque<Given>, LocalStorage>,
}

impl Batch {
    /// Nothing yet.
    pub fn new(state: State) -> Self {
        Self {
            state,
            rows: RwSignal::default(),
            refused: RwSignal::default(),
            work: RwSignal::default(),
            cancelled: RwSignal::new(false),
            waiting: StoredValue::new_local(VecDeque::new()),
        }
    }

    /// Reads files, one after the other, after those that are being read already.
    pub fn read(self, files: Vec<Given>) {
        self.waiting.update_value(|waiting| waiting.extend(files));
        if self.work.with_untracked(Work::is_busy) || self.left() == 0 {
            return;
        }
        self.cancelled.set(false);
        self.refused.set(Vec::new());
        self.work.set(Work::Busy(message!("正在读取文件…", "Reading the files …")));
        spawn_local(async move {
            let (mut number, mut read) = (0_usize, 0_usize);
            // The dossier as it would be, so that limits and duplicates count those that are read before.
            let mut trial = self.state.peek(Dossier::clone);
            for row in self.rows.get_untracked() {
                let _already_admitted = trial.attach(row.id, Holder::Nobody, row.name, row.sums);
            }
            // The screen may be left meanwhile, and the files that wait go with it.
            while let Some(given) = self.next() {
                number += 1;
                let total = number + self.left();
                let name = given.path.clone();
                let progress = message!("正在读取（{number}/{total}）：{name}", "Reading ({number}/{total}): {name}");
                let _gone_with_the_screen = self.work.try_set(Work::Busy(progress));
                match self.read_one(&mut trial, given).await {
                    Ok(()) => read += 1,
                    Err(words) => drop(self.refused.try_update(|refused| refused.push(words))),
                }
            }
            let Some(refused) = self.refused.try_with_untracked(Vec::len) else { return };
            let outcome = if self.cancelled.get_untracked() {
                let total = number + self.left();
                self.waiting.set_value(VecDeque::new());
                message!(
                    "已停止：读取了 {total} 个文件中的 {read} 个，其余没有动。",
                    "Stopped: {read} of {total} files were read, the others were left alone."
                )
            } else {
                message!(
                    "读取完毕：{read} 个可以附上，{refused} 个不能附上。请核对归属后点“附上”。",
                    "Done: {read} can be attached, {refused} cannot. Check whose they are, then attach them."
                )
            };
            let _gone_with_the_screen = self.work.try_set(Work::Done(outcome));
        });
    }

    fn next(self) -> Option<Given> {
        if self.cancelled.try_get_untracked().unwrap_or(true) {
            return None;
        }
        self.waiting.try_update_value(VecDeque::pop_front).flatten()
    }

    fn left(self) -> usize {
        self.waiting.try_with_value(VecDeque::len).unwrap_or_default()
    }

    async fn read_one(self, trial: &mut Dossier, Given { file, path }: Given) -> Result<(), Message> {
        let (id, name) = (fresh_id("a"), file.name());
        let sums = sum(&file).await?;
        trial.attach(id.clone(), Holder::Nobody, name.clone(), sums.clone()).map_err(|refusal| refusal.message())?;
        let Ok(media_type) = sums.kind else { return Ok(()) };
        if let Err(words) = blobs::keep(self.state, &sums.sha256, &file).await {
            trial.remove_attachment(&id);
            return Err(words);
        }
        let owner = self.state.peek(|dossier| matching::by_name(&path, &dossier.members));
        let choice = option_to_begin(&owner);
        let sha256 = sums.sha256.clone();
        let row = Row { id, name, path, sums, media_type, owner, choice, is_chosen: false };
        let _gone_with_the_screen = self.rows.try_update(|rows| rows.push(row));
        look(self.state, &sha256.clone(), media_type, move |seen| {
            if let Some(codes) = seen.codes {
                self.note_codes(&sha256, codes);
            }
        });
        Ok(())
    }

    /// Takes note of what the QR codes on a file say: it may show whose it is.
    fn note_codes(self, sha256: &str, codes: Vec<String>) {
        let state = self.state;
        let _gone_with_the_screen = self.rows.try_update(|rows| {
            let Some(row) = rows.iter_mut().find(|row| row.sums.sha256 == sha256) else { return };
            row.owner = state.peek(|dossier| matching::owner(&row.path, &codes, &dossier.members));
            if !row.is_chosen {
                row.choice = option_to_begin(&row.owner);
            }
            row.sums.inspection.get_or_insert_default().codes = Some(codes);
        });
    }

    /// 取消: the files that were read stay.
    pub fn stop(self) {
        self.cancelled.set(true);
    }

    /// The user says whose a file is.
    pub fn choose(self, id: &str, option: String) {
        self.rows.update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.id == id) {
                (row.choice, row.is_chosen) = (option, true);
            }
        });
    }

    /// Attaches every file of which it is known whose it is, as one step. The others stay in the list.
    pub fn take(self) {
        let (open, settled): (Vec<Row>, Vec<Row>) = self.rows.get_untracked().into_iter().partition(Row::is_open);
        let (skipped, taken): (Vec<Row>, Vec<Row>) = settled.into_iter().partition(|row| row.choice == SKIP);
        let mut refused = Vec::new();
        let mut count = 0_usize;
        if !taken.is_empty() {
            self.state.change(|dossier| {
                for row in taken {
                    match dossier.attach(row.id, holder_of(&row.choice), row.name, row.sums) {
                        Ok(()) => count += 1,
                        Err(refusal) => refused.push(refusal.message()),
                    }
                }
            });
            self.state.say_done(message!("已附上 {count} 个文件。", "{count} files were attached."));
        }
        self.forget(skipped);
        self.work.set(if refused.is_empty() {
            Work::Done(message!("已附上 {count} 个文件。", "{count} files were attached."))
        } else {
            Work::Idle
        });
        self.refused.set(refused);
        self.rows.set(open);
    }

    /// None of the files in the list is taken.
    pub fn discard(self) {
        self.forget(self.rows.get_untracked());
        self.rows.set(Vec::new());
        self.refused.set(Vec::new());
        self.work.set(Work::Done(message!("没有附上任何文件。", "No file was attached.")));
    }

    /// Lets the bytes of files go that are not taken after all.
    fn forget(self, rows: Vec<Row>) {
        let sums: Vec<String> = rows.into_iter().map(|row| row.sums.sha256).collect();
        if !sums.is_empty() {
            spawn_local(blobs::forget(self.state, sums));
        }
    }
}

/// The option to begin with.
fn option_to_begin(owner: &Owner) -> String {
    match owner {
        Owner::Member(id, _) => option_of(&Holder::Member(id.clone())),
        Owner::Material(item) => option_of(&Holder::Material(*item)),
        Owner::Beside => option_of(&Holder::Nobody),
        Owner::Several | Owner::Nobody => String::new(),
    }
}
