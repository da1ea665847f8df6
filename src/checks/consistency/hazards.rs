//! Attached files of which the printable book would lose something, or that it cannot take.

use super::{Case, Findings};
use crate::checks::Severity;
use crate::checks::words::quoted;
use crate::dossier::FactPath;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "attachment-hazards";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    for attachment in &case.dossier.attachments {
        let hazards = attachment.inspection.iter().flat_map(|inspection| &inspection.hazards);
        for hazard in hazards {
            let (name, matter, remedy) = (quoted(&attachment.name), hazard.matter(), hazard.remedy());
            let (zh, en) = (matter.zh, matter.en);
            findings.add(
                Severity::Caution,
                (message!("附件{name}{zh}。", "The file {name}: {en}."), remedy.to_message()),
                vec![FactPath::new(format!("attachments/{}", attachment.id))],
                attachment.member.as_ref().map(|_| Citation::item(20, 4)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::assess;
    use crate::checks::testing::TODAY;
    use crate::dossier::{Attachment, Hazard, Inspection, MediaType, sample};

    #[test]
    fn every_hazard_of_a_file_is_told_with_what_to_do() {
        let inspection = |hazards| Some(Inspection { pages: Some(1), hazards, ..Inspection::default() });
        let table = [
            (inspection(vec![Hazard::Signature, Hazard::Annotations]), 2, "印章图样不会出现"),
            (inspection(vec![Hazard::Locked]), 1, "放不进"),
            (inspection(vec![]), 0, ""),
            (None, 0, ""),
        ];
        for (inspection, count, words) in table {
            let mut dossier = sample();
            dossier.attachments.push(Attachment {
                id: "a".to_owned(),
                material: None,
                member: Some("m01".to_owned()),
                name: "执照.pdf".to_owned(),
                media_type: MediaType::Pdf,
                size: 1,
                crc32: 0,
                sha256: String::new(),
                turn: crate::dossier::Turn::default(),
                inspection,
                extra: serde_json::Map::new(),
            });
            let mut found = assess(&dossier, TODAY).findings;
            found.retain(|finding| finding.check == ID);
            assert_eq!(found.len(), count);
            assert!(found.iter().all(|finding| finding.message.zh.starts_with("附件“执照.pdf”")));
            assert!(found.first().is_none_or(|finding| finding.message.zh.contains(words)));
        }
    }
}
