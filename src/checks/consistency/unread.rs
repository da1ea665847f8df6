//! What was typed but cannot be read as the value that is asked for. It is kept; the filing cannot use it.

use super::{Asked, Findings};
use crate::checks::Severity;
use crate::checks::words::clipped;
use crate::dossier::FactState;
use crate::language::Message;
use crate::message;

pub(super) const ID: &str = "unread";

pub(super) fn find(asked: &Asked, findings: &mut Findings) {
    let FactState::Unread(words) = asked.fact.state() else { return };
    let Message { zh, en } = asked.called();
    let typed = clipped(&asked.fact.written());
    findings.add(
        Severity::Error,
        (message!("{zh}填写的“{typed}”无法识别。", "“{typed}” cannot be read as {en}."), words),
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
    fn what_cannot_be_read_is_said_in_the_readers_own_words() {
        holds(
            ID,
            &[
                ("a code one short", &["members/m03/uscc = 12460100YLDW00031"], Some((Error, "少1位"))),
                ("a code with the letter O", &["members/m03/uscc = 124601OOYLDW00031E"], Some((Error, "可能应为"))),
                ("a day that does not exist", &["setup/meeting_on = 2026-02-30"], Some((Error, "2026年2月30日不存在"))),
                ("a phone without area code", &["members/m03/contact_phone = 65332211"], Some((Error, "请加区号"))),
                ("an option that does not exist", &["members/m03/role = 盟主"], Some((Error, "没有“盟主”这个选项"))),
                ("a blank is no mistake", &["members/m03/uscc ="], None),
                ("a fact that is not asked for is left alone", &["members/m03/established_on = 去年"], None),
            ],
        );
    }
}
