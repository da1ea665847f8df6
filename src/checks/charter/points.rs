//! What the Measures ask of a charter, point by point: how far the charter says it, and in which articles.

use super::coverage::{Cover, Reading};
use super::missing;
use super::requirements::{REQUIREMENTS, Requirement};
use crate::charter::{Article, Charter};
use crate::language::{Label, label};
use crate::measures::Citation;

/// A thing that the charter is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Where the Measures ask for it.
    pub citation: Citation,
    /// What it is.
    pub what: Label,
    /// How far the charter says it.
    pub state: PointState,
    /// The ids of the clauses that say it, in the charter's order; where none does, the model's clause that would.
    pub clauses: Vec<String>,
}

/// How far a charter says something, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PointState {
    /// 没有写明.
    Missing,
    /// 待填: it is there, with a blank.
    Open,
    /// 请核对: words of the founders' own have to be read.
    Unsure,
    /// 写明.
    Said,
}

impl PointState {
    /// In a word.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Missing => label("缺", "missing"),
            Self::Open => label("待填", "blank"),
            Self::Unsure => label("请核对", "check"),
            Self::Said => label("写明", "said"),
        }
    }
}

/// All points, in the order of the Measures.
#[must_use]
pub fn points(charter: &Charter) -> Vec<Point> {
    let reading = Reading::of(charter);
    REQUIREMENTS.iter().map(|requirement| point(requirement, charter, &reading)).collect()
}

fn point(requirement: &Requirement, charter: &Charter, reading: &Reading) -> Point {
    let Requirement { citation, what, clauses, .. } = *requirement;
    let named = |article: &&Article| clauses.contains(&article.clause.as_str());
    let is_whole = |article: &Article| missing(article).next().is_none();
    let ids = |articles: Vec<&Article>| articles.into_iter().map(|article| article.clause.clone()).collect();
    let (state, clauses) = match reading.cover(requirement) {
        Cover::Model => {
            let saying: Vec<&Article> = charter.articles().filter(named).collect();
            let state =
                if saying.iter().any(|article| is_whole(article)) { PointState::Said } else { PointState::Open };
            (state, ids(saying))
        }
        Cover::Founders(article) => (PointState::Unsure, vec![article.clause.clone()]),
        Cover::Nothing => (PointState::Missing, clauses.iter().take(1).map(|id| (*id).to_owned()).collect()),
    };
    Point { citation, what, state, clauses }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{assemble, edit};
    use crate::dossier::{Dossier, sample};

    fn state(dossier: &Dossier, what: &str) -> (PointState, Vec<String>) {
        let points = points(&assemble(dossier));
        let point = points.into_iter().find(|point| point.what.zh == what).unwrap();
        (point.state, point.clauses)
    }

    #[test]
    fn each_item_of_article_18_and_each_duty_leads_to_clauses_that_stand() {
        let charter = assemble(&sample());
        let points = points(&charter);
        for item in 1..=9 {
            assert!(points.iter().any(|point| point.citation == Citation::item(18, item)), "{item}");
        }
        for article in [19, 23, 24, 25, 26, 27, 28, 32, 33] {
            assert!(points.iter().any(|point| point.citation.article == article), "{article}");
        }
        for point in points {
            assert_eq!(point.state, PointState::Said, "{}", point.what.zh);
            let stands = |id: &String| charter.articles().any(|article| article.clause == *id);
            assert!(!point.clauses.is_empty() && point.clauses.iter().all(stands), "{}", point.what.zh);
        }
    }

    #[test]
    fn a_point_follows_what_the_founders_do() {
        let mut dossier = sample();
        edit::switch(&mut dossier, "purpose", false);
        assert_eq!(state(&dossier, "联盟的宗旨"), (PointState::Missing, vec!["purpose".to_owned()]));

        edit::add(&mut dossier, "o1".into(), 2);
        edit::reword(&mut dossier, "o1", "联盟的宗旨是共同进步。");
        assert_eq!(state(&dossier, "联盟的宗旨"), (PointState::Unsure, vec!["o1".to_owned()]));

        edit::switch(&mut dossier, "purpose", true);
        assert_eq!(state(&dossier, "联盟的宗旨"), (PointState::Said, vec!["purpose".to_owned()]));
        assert_eq!(state(&Dossier::default(), "联盟的名称").0, PointState::Open, "the name is not known yet");
    }

    #[test]
    fn other_matters_are_said_by_several_clauses() {
        let (state, clauses) = state(&sample(), "其他应由章程规定的事项（如生效、解释、争议解决）");
        assert_eq!(state, PointState::Said);
        assert!(clauses.len() > 1, "{clauses:?}");
    }
}
