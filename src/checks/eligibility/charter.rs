//! Article 16(五): the charter. What it must say is the charter checks' knowledge.

use super::judgement::Judgement;
use crate::checks::case::Case;
pub(super) use crate::checks::charter::RULE;

pub(super) fn check(case: &Case, judgement: &mut Judgement) {
    judgement.adopts(case.charter.outcome.clone());
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::checks::Verdict::{Met, Unknown};
    use crate::checks::testing::holds;

    #[test]
    fn the_charter_is_there() {
        holds(
            RULE.id,
            &[
                ("the model charter with the sample's facts", &[], Met, "九项齐备"),
                ("a domicile not given leaves a blank in it", &["alliance/domicile ="], Unknown, "待填"),
                ("so does a purpose", &["alliance/purpose ="], Unknown, "待填"),
                ("an empty dossier leaves many", &["empty"], Unknown, "待填"),
            ],
        );
    }
}
