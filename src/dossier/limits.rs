//! Caps on what is taken from somebody else's hands.

use super::Dossier;
use crate::language::Message;
use crate::message;

/// The most members that are taken from a file or a list: far more than an alliance has, and few enough that every screen
/// and document still comes up.
pub const MOST_MEMBERS: usize = 10_000;

impl Dossier {
    /// How many more members are taken, up to [`MOST_MEMBERS`].
    #[must_use]
    pub const fn room_for_members(&self) -> usize {
        MOST_MEMBERS.saturating_sub(self.members.len())
    }
}

/// Why no more members are taken, where there would be `members` of them.
#[must_use]
pub fn too_many_members(members: usize) -> Message {
    message!(
        "这样会有 {members} 家成员单位，最多 {MOST_MEMBERS} 家。现有内容没有改动，请核对名单，或分成几份卷宗。",
        "There would be {members} members; up to {MOST_MEMBERS} are taken. Nothing was changed: check the list, or divide it into several dossiers."
    )
}
