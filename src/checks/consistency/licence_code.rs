//! 请核对: the credit code in the QR code on an attached licence is not that of the member it is attached to. The Measures say
//! nothing of QR codes, and a licence may carry one that leads elsewhere: somebody should look, no more.

use super::{Case, Findings, Row};
use crate::checks::Severity;
use crate::checks::words::quoted;
use crate::dossier::{Attachment, FactPath, matching};
use crate::identifiers::Uscc;
use crate::measures::Citation;
use crate::message;

/// The id of what this check finds.
pub const ID: &str = "licence-code";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    for attachment in &case.dossier.attachments {
        let codes = matching::codes_of(attachment);
        if let Some(seen) = codes.first()
            && let Some(member) = attachment.member.as_deref().and_then(|id| case.row(id))
            && !codes.iter().any(|code| member.uscc.given() == Some(code))
        {
            tell(case, findings, attachment, member, seen);
        }
    }
}

fn tell(case: &Case, findings: &mut Findings, attachment: &Attachment, member: &Row, seen: &Uscc) {
    let (name, unit) = (quoted(&attachment.name), member.called());
    let (zh, en) = (&unit.zh, &unit.en);
    let holder = case.rows.iter().find(|other| other.uscc.given() == Some(seen));
    let message = match (member.uscc.given(), holder) {
        (None, _) => message!(
            "附件{name}上的二维码中有统一社会信用代码{seen}，{zh}还没有填写代码。",
            "The QR code on the file {name} holds the credit code {seen}; {en} has none yet."
        ),
        (Some(own), None) => message!(
            "附件{name}上的二维码中是统一社会信用代码{seen}，与{zh}填写的{own}不一致。",
            "The QR code on the file {name} holds the credit code {seen}, not the {own} entered for {en}."
        ),
        (Some(_), Some(holder)) => {
            let other = holder.called();
            let (other_zh, other_en) = (&other.zh, &other.en);
            message!(
                "附件{name}上的二维码中是{other_zh}的统一社会信用代码{seen}，文件却附在{zh}名下。",
                "The QR code on the file {name} holds the credit code {seen} of {other_en}, but the file is attached to {en}."
            )
        }
    };
    let remedy = message!(
        "对照证照核对代码；附错了单位的，在“备案材料”中改配。二维码由程序识读，以证照印载为准。",
        "Compare the code with the licence; give the file to the right member under Materials. The QR code was read by this program: what is printed on the licence prevails."
    );
    let facts = vec![member.path("uscc"), FactPath::new(format!("attachments/{}", attachment.id))];
    // A code that is still to be filled in contradicts nothing.
    let severity = if member.uscc.given().is_some() { Severity::Caution } else { Severity::Hint };
    findings.add(severity, (message, remedy), facts, Citation::item(20, 4));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::assess;
    use crate::checks::testing::TODAY;
    use crate::dossier::{Fact, Inspection, MediaType, sample};

    #[test]
    fn a_code_that_is_another_is_to_be_looked_at_and_nothing_more() {
        let codes: Vec<String> = sample().members.iter().map(|member| member.uscc.text()).collect();
        let stranger = Uscc::with_check_digits("91460000", "MA5T1234").unwrap().to_string();
        let own = || codes[0].clone();
        type Case = (&'static str, Option<Vec<String>>, Option<&'static str>);
        let cases: [Case; 7] = [
            ("nobody has looked", None, None),
            ("no code was seen", Some(vec![]), None),
            ("the member's own", Some(vec![own()]), None),
            ("its own among others", Some(vec![codes[1].clone(), own()]), None),
            ("words that are no code", Some(vec!["http://".into()]), None),
            ("a stranger's", Some(vec![stranger]), Some("不一致")),
            ("another member's", Some(vec![codes[1].clone()]), Some("却附在")),
        ];
        for (sentence, codes, words) in cases {
            let mut dossier = sample();
            dossier.attachments.push(Attachment {
                id: "a".to_owned(),
                material: None,
                member: Some("m01".to_owned()),
                name: "执照.jpg".to_owned(),
                media_type: MediaType::Jpeg,
                size: 1,
                crc32: 0,
                sha256: String::new(),
                turn: crate::dossier::Turn::default(),
                inspection: Some(Inspection { codes, ..Inspection::default() }),
                extra: serde_json::Map::new(),
            });
            let found: Vec<_> =
                assess(&dossier, TODAY).findings.into_iter().filter(|finding| finding.check == ID).collect();
            assert_eq!(found.len(), usize::from(words.is_some()), "{sentence}: {found:#?}");
            for finding in found {
                assert_eq!(finding.severity, Severity::Caution);
                assert!(finding.message.zh.contains(words.unwrap_or_default()), "{sentence}: {}", finding.message.zh);
            }
        }
    }
}
