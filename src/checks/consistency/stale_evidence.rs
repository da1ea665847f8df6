//! How old the proof of good standing is. The Measures set no age; offices look for recent ones.

use chrono::Months;

use super::{Case, Findings};
use crate::checks::Severity;
use crate::language::{Message, label};
use crate::message;

pub(super) const ID: &str = "stale-evidence";

/// The age in months beyond which an office may ask for a newer one.
const MONTHS: u32 = 6;

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let Some(limit) = case.today.checked_sub_months(Months::new(MONTHS)) else { return };
    for lead in &case.leads {
        let proofs = [
            ("credit_report_on", &lead.member.credit_report_on, label("“信用中国”信用报告", "Credit China report")),
            (
                "register_print_on",
                &lead.member.register_print_on,
                label("登记公示信息查询页", "print from the public register"),
            ),
        ];
        for (key, on, proof) in proofs {
            let Some(on) = on.given().filter(|on| on.date() < limit) else { continue };
            let (Message { zh, en }, day, iso) = (&lead.who, on.chinese(), on.to_string());
            let (proof_zh, proof_en) = (proof.zh, proof.en);
            findings.add(
                Severity::Hint,
                (
                    message!(
                        "{zh}的{proof_zh}是{day}的，已超过{MONTHS}个月。",
                        "The {proof_en} on the {en} is of {iso}, over {MONTHS} months old."
                    ),
                    message!(
                        "办法没有规定有效期；建议报送前重新查询打印。",
                        "The Measures set no age; print a new one before filing."
                    ),
                ),
                vec![lead.member.path(key)],
                None,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Hint;

    #[test]
    fn proof_of_standing_is_recent() {
        holds(
            ID,
            &[
                ("a report of last year", &["members/m01/credit_report_on = 2025-12-31"], Some((Hint, "已超过6个月"))),
                ("a print of last year", &["members/m02/register_print_on = 2025-06-01"], Some((Hint, "登记公示信息"))),
                ("a report of six months ago to the day", &["members/m01/credit_report_on = 2026-01-01"], None),
                ("no report", &["members/m01/credit_report_on ="], None),
            ],
        );
    }
}
