//! The order in which things must have happened (Articles 17 and 20).

use crate::dossier::{Answer, FactPath, Setup};
use crate::identifiers::CivilDate;
use crate::language::{Label, label};

/// Something that happened, or should have, on a day.
pub(super) struct Step<'a> {
    /// Where its date stands.
    pub path: FactPath,
    /// What it is called in a sentence.
    pub what: Label,
    /// Its date.
    pub answer: &'a Answer<CivilDate>,
}

impl<'a> Step<'a> {
    pub(super) fn new(path: FactPath, answer: &'a Answer<CivilDate>, zh: &'static str, en: &'static str) -> Self {
        Self { path, what: label(zh, en), answer }
    }

    /// The day, where it is known.
    pub(super) fn on(&self) -> Option<CivilDate> {
        self.answer.given().copied()
    }
}

/// 筹建, in order (Article 17(一)).
pub(super) fn preparation(setup: &Setup) -> [Step<'_>; 4] {
    [
        Step::new(FactPath::fixed("setup/intent_on"), &setup.intent_on, "提出组建意向或要约", "intention or offer"),
        Step::new(
            FactPath::fixed("setup/preparatory_meeting_on"),
            &setup.preparatory_meeting_on,
            "筹建工作会",
            "preparatory meeting",
        ),
        Step::new(
            FactPath::fixed("setup/working_group_on"),
            &setup.working_group_on,
            "成立筹建工作组",
            "forming of the working group",
        ),
        Step::new(
            FactPath::fixed("setup/charter_drafted_on"),
            &setup.charter_drafted_on,
            "完成章程草案",
            "draft charter",
        ),
    ]
}

/// From the draft to the vote on it (Article 17(二)).
pub(super) fn congress(setup: &Setup) -> [Step<'_>; 2] {
    let [.., drafted] = preparation(setup);
    [
        drafted,
        Step::new(
            FactPath::fixed("setup/meeting_on"),
            &setup.meeting_on,
            "首次联盟成员代表大会",
            "first members’ congress",
        ),
    ]
}

/// Neighbours among the steps with known days of which the later one came first.
pub(super) fn inversions<'a, 'b>(steps: &'a [Step<'b>]) -> impl Iterator<Item = (&'a Step<'b>, &'a Step<'b>)> {
    let known = steps.iter().filter(|step| step.on().is_some());
    known.clone().zip(known.skip(1)).filter(|(earlier, later)| later.on() < earlier.on())
}
