//! Attached files: each belongs to a member that is there, and none is attached twice.

use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Findings};
use crate::checks::Severity;
use crate::checks::words::quoted;
use crate::dossier::{Attachment, FactPath};
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "attachments";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    if case.dossier.attachments.is_empty() {
        return;
    }
    let members: BTreeSet<&str> = case.dossier.members.iter().map(|member| member.id.as_str()).collect();
    let mut seen: BTreeMap<&str, &Attachment> = BTreeMap::new();
    for attachment in &case.dossier.attachments {
        let place = || FactPath::new(format!("attachments/{}", attachment.id));
        if attachment.member.as_deref().is_some_and(|member| !members.contains(member)) {
            let name = quoted(&attachment.name);
            findings.add(
                Severity::Caution,
                (
                    message!(
                        "附件{name}所属的成员已不在名单中。文件仍然保留。",
                        "The member that the file {name} belongs to is no longer listed. The file is kept."
                    ),
                    message!("把它改配给现有成员，或者删除。", "Assign it to a listed member, or delete it."),
                ),
                vec![place()],
                Citation::item(20, 4),
            );
        }
        match seen.get(attachment.sha256.as_str()) {
            Some(first) => {
                let (name, first_name) = (quoted(&attachment.name), quoted(&first.name));
                let first_path = FactPath::new(format!("attachments/{}", first.id));
                findings.add(
                    Severity::Caution,
                    (
                        message!(
                            "附件{name}与{first_name}内容完全相同。",
                            "The files {name} and {first_name} are the same."
                        ),
                        message!(
                            "核对是否配错了成员；重复的请删除。",
                            "Check whether one was assigned to the wrong member; delete it if it is one too many."
                        ),
                    ),
                    vec![place(), first_path],
                    Citation::item(20, 4),
                );
            }
            None => {
                seen.insert(&attachment.sha256, attachment);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::assess;
    use crate::checks::testing::TODAY;
    use crate::dossier::{MediaType, sample};

    fn attachment(id: &str, member: Option<&str>, sha256: &str) -> Attachment {
        Attachment {
            id: id.to_owned(),
            material: None,
            member: member.map(str::to_owned),
            name: format!("{id}.pdf"),
            media_type: MediaType::Pdf,
            size: 1,
            crc32: 0,
            sha256: sha256.to_owned(),
            turn: crate::dossier::Turn::default(),
            inspection: None,
            extra: serde_json::Map::new(),
        }
    }

    fn found(attachments: Vec<Attachment>) -> Vec<String> {
        let mut dossier = sample();
        dossier.attachments = attachments;
        assess(&dossier, TODAY)
            .findings
            .into_iter()
            .filter(|finding| finding.check == ID)
            .map(|finding| finding.message.zh)
            .collect()
    }

    #[test]
    fn a_file_of_a_member_that_is_gone_is_reported_and_kept() {
        let found = found(vec![
            attachment("a", Some("m99"), "1"),
            attachment("b", Some("m01"), "2"),
            attachment("c", None, "3"),
        ]);
        assert_eq!(found, ["附件“a.pdf”所属的成员已不在名单中。文件仍然保留。"]);
    }

    #[test]
    fn the_same_file_twice_is_reported_whoever_it_belongs_to() {
        let found = found(vec![attachment("a", Some("m01"), "1"), attachment("b", Some("m02"), "1")]);
        assert_eq!(found, ["附件“b.pdf”与“a.pdf”内容完全相同。"]);
    }
}
