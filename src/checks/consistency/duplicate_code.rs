//! The same code twice: one unit, listed twice.

use super::{Case, Findings};
use crate::checks::Severity;
use crate::checks::case::Likeness;
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "duplicate-uscc";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    for repeat in case.repeats.iter().filter(|repeat| repeat.likeness == Likeness::Code) {
        let code = repeat.row.uscc.given().map(ToString::to_string).unwrap_or_default();
        let (Message { zh, en }, Message { zh: of_zh, en: of_en }) = (repeat.row.called(), repeat.of.called());
        findings.add(
            Severity::Error,
            (
                message!(
                    "{zh}与{of_zh}的统一社会信用代码相同（{code}），只计为一家。",
                    "{en} has the same code as {of_en} ({code}); they count as one unit."
                ),
                message!(
                    "删除重复的一行；代码抄错的，请对照证照改正。",
                    "Delete one of the rows, or correct the code from the licence."
                ),
            ),
            vec![repeat.row.path("uscc"), repeat.of.path("uscc")],
            Citation::item(16, 2),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Error;

    #[test]
    fn a_code_stands_once() {
        holds(
            ID,
            &[
                ("the same row twice", &["copy m12"], Some((Error, "只计为一家"))),
                (
                    "two names with one code",
                    &["members/m12/uscc = 92469028YLDW00111N"],
                    Some((Error, "陵水样例种苗经营部")),
                ),
                (
                    "a code in another spelling",
                    &["copy m12", "members/m12-copy/uscc = n2469006 yldw0012-x5"],
                    Some((Error, "N2469006YLDW0012X5")),
                ),
                ("two rows without code", &["members/m11/uscc =", "members/m12/uscc ="], None),
            ],
        );
    }
}
