//! Filing comes after the founding: no date of the dossier lies after today.

use super::{Asked, Findings};
use crate::checks::Severity;
use crate::language::Message;
use crate::message;

pub(super) const ID: &str = "date-in-future";

pub(super) fn find(asked: &Asked, findings: &mut Findings) {
    let Some(on) = asked.fact.day().filter(|on| on.date() > asked.today) else { return };
    let (Message { zh, en }, day, iso) = (asked.called(), on.chinese(), on.to_string());
    findings.add(
        Severity::Error,
        (
            message!("{zh}是{day}，晚于今天。", "{en} is {iso}, after today."),
            message!(
                "填写已经发生的日期；事情还没有做的，做完再填。",
                "Give a day that has passed; if the thing is still to be done, fill this in afterwards."
            ),
        ),
        vec![asked.path()],
        asked.question.citation,
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Error;

    #[test]
    fn no_date_lies_after_today() {
        holds(
            ID,
            &[
                (
                    "a congress next month",
                    &["setup/meeting_on = 2026-08-01", "alliance/founded_on ="],
                    Some((Error, "首次联盟成员代表大会日期")),
                ),
                ("a report from tomorrow", &["members/m01/credit_report_on = 2026-07-02"], Some((Error, "晚于今天"))),
                (
                    "holdings counted as of next year",
                    &["members/m09/holdings_as_of = 2027-01-01"],
                    Some((Error, "2027年1月1日")),
                ),
                ("a report of today", &["members/m01/credit_report_on = 2026-07-01"], None),
            ],
        );
    }
}
