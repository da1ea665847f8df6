//! How many votes there are at the congress beyond one for each unit.

use super::choices::choices;
use crate::dossier::{Dossier, Role};

/// How many votes the units of rank have beyond one each, where the charter is chosen so.
#[must_use]
pub fn additional_votes(dossier: &Dossier) -> u32 {
    let voting = choices().iter().find(|choice| choice.id == "voting");
    if voting.is_none_or(|voting| voting.chosen(&dossier.charter).id != "weighted") {
        return 0;
    }
    let roles = dossier.members.iter().filter_map(|member| member.role.given());
    u32::try_from(roles.filter(|role| role.is_lead() || **role == Role::ViceChair).count()).unwrap_or(u32::MAX)
}
