//! The documents of the bundle as the page lists them: each has a screen on which it is seen as pages and printed.
//!
//! The page names the documents and never makes them: what makes them is the clerk's, and would be dead weight here.

use crate::language::{Label, label};
use crate::measures::Citation;

/// A document of the bundle.
#[derive(Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its path in the bundle without the ending: `02-联盟章程`.
    pub stem: &'static str,
    /// What stands for it in an address: `02`.
    pub code: &'static str,
    /// What it is called.
    pub title: Label,
    /// The item of Article 20 that it answers, 1 to 8; `None` for what goes with the materials unasked.
    pub item: Option<u8>,
    /// What is done with it on paper.
    pub on_paper: Label,
}

/// All of them, in their order.
pub static PAPERS: [Paper; 9] = [
    Paper {
        stem: "00-材料目录",
        code: "00",
        title: label("材料目录", "List of materials"),
        item: None,
        on_paper: label("置于首页", "Goes on top"),
    },
    Paper {
        stem: "01-备案申请表",
        code: "01",
        title: label("备案申请表", "Application form"),
        item: Some(1),
        on_paper: label(
            "联盟负责人签字，理事长单位、秘书长单位盖章",
            "Signed for the alliance, sealed by the chair and secretary-general units",
        ),
    },
    Paper {
        stem: "02-联盟章程",
        code: "02",
        title: label("联盟章程", "Charter"),
        item: Some(2),
        on_paper: label(
            "全体成员单位法定代表人签字并盖单位公章",
            "Signed by every member's legal representative and sealed by every member",
        ),
    },
    Paper {
        stem: "03-理事长秘书长单位简介",
        code: "03",
        title: label("理事长单位、秘书长单位简介", "Profiles of the chair and the secretary-general unit"),
        item: Some(3),
        on_paper: label(
            "理事长单位、秘书长单位分别盖章",
            "Sealed by the chair and the secretary-general unit, each its own",
        ),
    },
    Paper {
        stem: "05-管理制度",
        code: "05",
        title: label("管理制度", "Rules and regulations"),
        item: Some(5),
        on_paper: label("经会议审议通过", "Adopted by the congress"),
    },
    Paper {
        stem: "06-必要性及可行性分析报告",
        code: "06",
        title: label("必要性及可行性分析报告", "Report on need and feasibility"),
        item: Some(6),
        on_paper: label("定稿", "In its final form"),
    },
    Paper {
        stem: "07-成立会议纪要",
        code: "07",
        title: label("成立会议纪要", "Minutes of the founding meeting"),
        item: Some(7),
        on_paper: label(
            "主持人、记录人和参会代表签字",
            "Signed by the chair of the meeting, the recorder and the representatives",
        ),
    },
    Paper {
        stem: "08-成员单位名单",
        code: "08",
        title: label("成员单位名单", "List of members"),
        item: Some(8),
        on_paper: label("逐一核对", "Checked unit by unit"),
    },
    Paper {
        stem: "自评报告",
        code: "self-evaluation",
        title: label("自评报告", "Self-evaluation"),
        item: None,
        on_paper: label("自查结果，供自己核对，可不提交", "The self-check, for your own use"),
    },
];

impl Paper {
    /// The document that a step of an address names, by its code or by its stem.
    #[must_use]
    pub fn named(step: &str) -> Option<&'static Self> {
        PAPERS.iter().find(|paper| paper.code == step || paper.stem == step)
    }

    /// The item of Article 20 that it answers.
    #[must_use]
    pub fn citation(&self) -> Option<Citation> {
        self.item.map(|item| Citation { article: 20, item: Some(item) })
    }

    /// The documents before and after it.
    #[must_use]
    pub fn neighbours(&self) -> (Option<&'static Self>, Option<&'static Self>) {
        let place = PAPERS.iter().position(|paper| paper.code == self.code).unwrap_or_default();
        let before = place.checked_sub(1).and_then(|before| PAPERS.get(before));
        (before, PAPERS.get(place + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::FILES;

    #[test]
    fn every_document_of_the_bundle_has_its_screen() {
        let made: Vec<_> = FILES.iter().map(|file| (file.stem, file.item)).collect();
        let listed: Vec<_> = PAPERS.iter().map(|paper| (paper.stem, paper.item)).collect();
        assert_eq!(listed, made);
    }

    #[test]
    fn a_document_is_named_by_its_code_or_its_stem() {
        for paper in &PAPERS {
            assert_eq!(Paper::named(paper.code), Some(paper));
            assert_eq!(Paper::named(paper.stem), Some(paper));
        }
        assert_eq!(Paper::named("04"), None);
    }

    #[test]
    fn one_leafs_from_the_first_document_to_the_last() {
        let neighbours = PAPERS.iter().map(Paper::neighbours);
        let codes = |(before, after): (Option<&Paper>, Option<&Paper>)| {
            (before.map_or("-", |paper| paper.code), after.map_or("-", |paper| paper.code))
        };
        let all: Vec<_> = neighbours.map(codes).collect();
        assert_eq!((all[0], all[3], all[8]), (("-", "01"), ("02", "05"), ("08", "-")));
    }
}
