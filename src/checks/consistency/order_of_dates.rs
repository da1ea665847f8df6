//! What must come first comes first: the steps of Article 17, the founding, and the leading units' own establishment.

use super::{Case, Findings};
use crate::checks::Severity;
use crate::checks::chronology::{self, Step};
use crate::dossier::FactPath;
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "dates-out-of-order";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let (setup, founded) = (&case.dossier.setup, &case.dossier.alliance.founded_on);
    let founding =
        || Step::new(FactPath::fixed("alliance/founded_on"), founded, "联盟成立", "founding of the alliance");
    let [.., meeting] = chronology::congress(setup);
    let steps: Vec<Step> = chronology::preparation(setup).into_iter().chain([meeting, founding()]).collect();
    for (earlier, later) in chronology::inversions(&steps) {
        let (zh, en) = (earlier.what.zh, earlier.what.en);
        report(findings, message!("{zh}", "{en}"), earlier, later);
    }
    for lead in &case.leads {
        let Message { zh, en } = &lead.who;
        let established = lead.member.path("established_on");
        let pair = [Step::new(established, &lead.member.established_on, "单位成立", "establishment"), founding()];
        for (earlier, later) in chronology::inversions(&pair) {
            report(findings, message!("{zh}成立", "establishment of the {en}"), earlier, later);
        }
    }
}

fn report(findings: &mut Findings, first: Message, earlier: &Step, later: &Step) {
    let (Some(first_on), Some(second_on)) = (earlier.on(), later.on()) else { return };
    let (Message { zh, en }, second_zh, second_en) = (first, later.what.zh, later.what.en);
    let (first_zh, first_iso) = (first_on.chinese(), first_on.to_string());
    let (later_zh, later_iso) = (second_on.chinese(), second_on.to_string());
    findings.add(
        Severity::Error,
        (
            message!(
                "{second_zh}（{later_zh}）早于{zh}（{first_zh}）。",
                "The {second_en} ({later_iso}) is dated before the {en} ({first_iso})."
            ),
            message!("核对这两个日期；{zh}应在先。", "Check the two dates; the {en} comes first."),
        ),
        vec![later.path.clone(), earlier.path.clone()],
        Citation::article(17),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Error;

    #[test]
    fn what_comes_first_is_dated_first() {
        holds(
            ID,
            &[
                (
                    "a working group before the meeting that forms it",
                    &["setup/working_group_on = 2026-01-31"],
                    Some((Error, "成立筹建工作组（2026年1月31日）早于筹建工作会（2026年2月4日）")),
                ),
                (
                    "a congress before the draft",
                    &["setup/meeting_on = 2026-03-01", "alliance/founded_on ="],
                    Some((Error, "首次联盟成员代表大会（2026年3月1日）早于完成章程草案")),
                ),
                (
                    "a founding before the congress",
                    &["alliance/founded_on = 2026-05-21"],
                    Some((Error, "联盟成立（2026年5月21日）早于首次联盟成员代表大会")),
                ),
                (
                    "steps between them unknown",
                    &[
                        "setup/preparatory_meeting_on =",
                        "setup/working_group_on =",
                        "setup/charter_drafted_on = 2026-01-02",
                    ],
                    Some((Error, "早于提出组建意向")),
                ),
                (
                    "a chair established after the founding",
                    &["members/m01/established_on = 2026-06-01"],
                    Some((Error, "早于理事长单位“海南示例南繁种业科技有限公司”成立")),
                ),
                (
                    "an ordinary member established after it is not asked",
                    &["members/m05/established_on = 2026-06-01"],
                    None,
                ),
            ],
        );
    }
}
