//! 签字盖章: what every member has to sign, seal or hand in, and who still has to.

use std::collections::BTreeSet;

use crate::dossier::{Dossier, Member, YesNo};
use crate::language::{Label, label};
use crate::measures::Citation;

/// Something that every member has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matter {
    /// The fact that says it is done; `None` for the certificate, which is there once it is attached.
    pub key: Option<&'static str>,
    /// What it is called.
    pub title: Label,
    /// What was done.
    pub done: Label,
    /// What of the Measures asks for it.
    pub citation: Citation,
    /// 提示: usual, and not in the text. Who owes nothing else has done everything.
    pub hint: bool,
}

/// What every member has to do: sign and seal the charter (Article 20(二)), hand in its certificate (Article 20(四)),
/// whose copy, as is usual, it marks and seals.
pub const MATTERS: [Matter; 4] = [
    Matter {
        key: Some("charter_signed"),
        title: label("法定代表人签署章程", "Charter signed"),
        done: label("已签字", "Signed"),
        citation: Citation::item(20, 2),
        hint: false,
    },
    Matter {
        key: Some("charter_sealed"),
        title: label("章程加盖公章", "Charter sealed"),
        done: label("已盖章", "Sealed"),
        citation: Citation::item(20, 2),
        hint: false,
    },
    Matter {
        key: None,
        title: label("证照复印件", "Copy of the certificate"),
        done: label("已附证照", "Certificate attached"),
        citation: Citation::item(20, 4),
        hint: false,
    },
    Matter {
        key: Some("copy_stamped"),
        title: label("复印件注明“与原件一致”并盖章", "Copy marked “与原件一致” and sealed"),
        done: label("复印件已盖章", "Copy sealed"),
        citation: Citation::item(20, 4),
        hint: true,
    },
];

/// Which of [`MATTERS`] a member still owes, in their order.
pub type Due = [bool; MATTERS.len()];

/// What each member still owes, in the order of the dossier. A "no" and a "not sure" are owed like a blank.
#[must_use]
pub fn due_of(dossier: &Dossier) -> Vec<Due> {
    let attached: BTreeSet<&str> =
        dossier.attachments.iter().filter_map(|attachment| attachment.member.as_deref()).collect();
    let due = |member: &Member| {
        [
            member.charter_signed.given() != Some(&YesNo::Yes),
            member.charter_sealed.given() != Some(&YesNo::Yes),
            !attached.contains(member.id.as_str()),
            member.copy_stamped.given() != Some(&YesNo::Yes),
        ]
    };
    dossier.members.iter().map(due).collect()
}

/// Whether something is owed that the Measures ask for.
#[must_use]
pub fn owes(due: &Due) -> bool {
    MATTERS.iter().zip(due).any(|(matter, owed)| *owed && !matter.hint)
}

/// How many members have done each of [`MATTERS`], and how many owe nothing.
#[must_use]
pub fn progress(due: &[Due]) -> ([usize; MATTERS.len()], usize) {
    let mut done = [0; MATTERS.len()];
    for member in due {
        for (count, owed) in done.iter_mut().zip(member) {
            *count += usize::from(!owed);
        }
    }
    (done, due.iter().filter(|member| !owes(member)).count())
}
