//! The outline of the charter builder: its articles by chapters, or by what the Measures ask for.

use crate::charter::{Article, Charter, Origin, clause_path};
use crate::checks::charter::{Point, PointState};
use crate::dossier::FactPath;
use crate::language::{Label, Message, label};
use crate::message;
use crate::template::Span;

/// A row of the outline.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Whether it heads the rows below it.
    pub is_head: bool,
    /// Its words.
    pub words: Message,
    /// What is to be known of it, where there is something.
    pub mark: Option<Mark>,
    /// Where it leads; the first place belongs to the whole row.
    pub places: Vec<Place>,
}

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The element on the screen.
    pub path: FactPath,
    /// 第三条, 第三章.
    pub label: Message,
}

/// What is to be known of a row at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// How far a point is said.
    Point(PointState),
    /// 改不通: the founders' wording cannot be read, or the article is empty.
    Faulty,
    /// 待填: it has a blank.
    Open,
    /// 已修改.
    Edited,
    /// 自拟.
    Own,
}

impl Mark {
    /// In a word.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Point(state) => state.label(),
            Self::Faulty => label("待改", "mend"),
            Self::Open => PointState::Open.label(),
            Self::Edited => label("已修改", "changed"),
            Self::Own => label("自拟", "own"),
        }
    }

    /// A word for style sheets.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Point(PointState::Said) => "said",
            Self::Point(PointState::Missing) | Self::Faulty => "bad",
            Self::Point(PointState::Open | PointState::Unsure) | Self::Open => "open",
            Self::Edited | Self::Own => "own",
        }
    }
}

/// Where a chapter of the charter stands: `charter/chapter/3`.
#[must_use]
pub fn chapter_path(number: u8) -> FactPath {
    FactPath::new(format!("charter/chapter/{number}"))
}

/// The charter chapter by chapter.
#[must_use]
pub fn by_chapters(charter: &Charter) -> Vec<Entry> {
    let mut entries = Vec::new();
    for chapter in &charter.chapters {
        let (label, number) = (chapter.label(), chapter.number);
        entries.push(Entry {
            is_head: true,
            words: chapter.title.to_message(),
            mark: None,
            places: vec![Place { path: chapter_path(number), label: message!("{label}", "Ch. {number}") }],
        });
        entries.extend(chapter.articles.iter().map(of_article));
    }
    entries
}

fn of_article(article: &Article) -> Entry {
    let mark = if article.paragraphs.is_empty() || !article.errors.is_empty() {
        Some(Mark::Faulty)
    } else if article.paragraphs.iter().flatten().any(|span| matches!(span, Span::Missing(_))) {
        Some(Mark::Open)
    } else {
        match article.origin {
            Origin::Model => None,
            Origin::Edited => Some(Mark::Edited),
            Origin::Own => Some(Mark::Own),
        }
    };
    Entry { is_head: false, words: clause_name(article.title, &article.text()), mark, places: vec![place(article)] }
}

fn place(article: &Article) -> Place {
    let (label, number) = (article.label(), article.number);
    Place { path: clause_path(&article.clause), label: message!("{label}", "Art. {number}") }
}

/// What a clause is called: its title, or the beginning of the founders' own words.
#[must_use]
pub fn clause_name(title: Option<Label>, text: &str) -> Message {
    match title {
        Some(title) => title.to_message(),
        None if text.trim().is_empty() => label("自拟条款（未写内容）", "Own clause (empty)").to_message(),
        None => {
            let short: String = text.trim().chars().take(24).collect();
            Message { zh: short.clone(), en: short }
        }
    }
}

/// What the Measures ask of a charter, with the articles that say it. A provision is as good as the worst of its points.
#[must_use]
pub fn by_measures(charter: &Charter, points: &[Point]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for group in points.chunk_by(|one, other| one.citation == other.citation) {
        let Some(first) = group.first() else { continue };
        let worst = group.iter().map(|point| point.state).min();
        let (words, mark) = (first.citation.words(), worst.map(Mark::Point));
        entries.push(Entry { is_head: true, words, mark, places: Vec::new() });
        entries.extend(group.iter().map(|point| of_point(charter, point)));
    }
    entries
}

fn of_point(charter: &Charter, point: &Point) -> Entry {
    let place = |id: &String| {
        let article = charter.articles().find(|article| article.clause == *id);
        article.map_or_else(
            || Place { path: clause_path(id), label: label("启用范本条款", "model clause").to_message() },
            place,
        )
    };
    let mark = (point.state != PointState::Said).then_some(Mark::Point(point.state));
    let places = point.clauses.iter().map(place).collect();
    Entry { is_head: false, words: point.what.to_message(), mark, places }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{assemble, edit};
    use crate::checks::charter::points;
    use crate::dossier::{Dossier, sample};

    #[test]
    fn every_article_stands_under_its_chapter_with_its_number() {
        let charter = assemble(&sample());
        let entries = by_chapters(&charter);
        let heads = entries.iter().filter(|entry| entry.is_head).count();
        assert_eq!((heads, entries.len() - heads), (9, charter.articles().count()));
        assert_eq!(entries[1].words.zh, "联盟名称");
        assert_eq!(entries[1].places[0].label.zh, "第一条");
        assert!(entries.iter().all(|entry| entry.places.len() == 1 && entry.mark.is_none()));
    }

    #[test]
    fn an_article_is_marked_by_what_most_needs_a_hand() {
        let mut dossier = Dossier::default();
        let mark = |dossier: &Dossier, id: &str| {
            let path = clause_path(id);
            by_chapters(&assemble(dossier)).into_iter().find(|entry| entry.places[0].path == path).unwrap().mark
        };
        assert_eq!(mark(&dossier, "name"), Some(Mark::Open));
        assert_eq!(mark(&dossier, "purpose"), Some(Mark::Open));
        edit::reword(&mut dossier, "basis", "依据办法。");
        assert_eq!(mark(&dossier, "basis"), Some(Mark::Edited));
        edit::reword(&mut dossier, "basis", "依据{alliance/nothing}。");
        assert_eq!(mark(&dossier, "basis"), Some(Mark::Faulty));
        edit::add(&mut dossier, "o1".into(), 1);
        assert_eq!(mark(&dossier, "o1"), Some(Mark::Faulty));
        edit::reword(&mut dossier, "o1", "甲。");
        assert_eq!(mark(&dossier, "o1"), Some(Mark::Own));
    }

    #[test]
    fn a_provision_is_as_good_as_the_worst_of_its_points() {
        let mut dossier = sample();
        edit::switch(&mut dossier, "domicile", false);
        let charter = assemble(&dossier);
        let entries = by_measures(&charter, &points(&charter));
        assert_eq!(entries[0].words.zh, "第十八条（一）");
        assert_eq!(entries[0].mark, Some(Mark::Point(PointState::Missing)));
        assert_eq!((entries[1].mark, entries[1].places[0].label.zh.as_str()), (None, "第一条"));
        assert_eq!(entries[2].mark, Some(Mark::Point(PointState::Missing)));
        assert_eq!(entries[2].places[0].path, clause_path("domicile"));
    }
}
