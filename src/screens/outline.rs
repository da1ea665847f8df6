//! The outline of the charter builder: its articles by chapters, what the Measures ask for, what the founders say of it.

use crate::charter::{Article, Charter, Origin, clause_path};
use crate::checks::charter::{Point, PointState};
use crate::dossier::{Comment, FactPath};
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
    /// How many comments of its clause are open.
    pub comments: usize,
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
    /// 已解决: a comment that needs nobody any more.
    Resolved,
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
            Self::Resolved => label("已解决", "resolved"),
        }
    }

    /// A word for style sheets.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Point(PointState::Said) | Self::Resolved => "said",
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

/// The charter chapter by chapter, with the open ones of these comments counted.
#[must_use]
pub fn by_chapters(charter: &Charter, comments: &[Comment]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for chapter in &charter.chapters {
        let (label, number) = (chapter.label(), chapter.number);
        entries.push(Entry {
            is_head: true,
            words: chapter.title.to_message(),
            mark: None,
            comments: 0,
            places: vec![Place { path: chapter_path(number), label: message!("{label}", "Ch. {number}") }],
        });
        entries.extend(chapter.articles.iter().map(|article| of_article(article, comments)));
    }
    entries
}

fn of_article(article: &Article, comments: &[Comment]) -> Entry {
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
    let words = clause_name(article.title, &article.text());
    let comments = comments.iter().filter(|comment| !comment.resolved && comment.clause == article.clause).count();
    Entry { is_head: false, words, mark, comments, places: vec![place(article)] }
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
        entries.push(Entry { is_head: true, words, mark, comments: 0, places: Vec::new() });
        entries.extend(group.iter().map(|point| of_point(charter, point)));
    }
    entries
}

fn of_point(charter: &Charter, point: &Point) -> Entry {
    let place = |(nth, id): (usize, &String)| match charter.articles().find(|article| article.clause == *id) {
        // The row's words are for the first place; what follows says itself what it is.
        Some(article) if nth > 0 => {
            let Place { path, label: Message { zh, en } } = place(article);
            let Message { zh: title, en: title_en } = clause_name(article.title, &article.text());
            Place { path, label: message!("{zh}　{title}", "{en} {title_en}") }
        }
        Some(article) => place(article),
        None => Place { path: clause_path(id), label: label("启用范本条款", "model clause").to_message() },
    };
    let mark = (point.state != PointState::Said).then_some(Mark::Point(point.state));
    let places = point.clauses.iter().enumerate().map(place).collect();
    Entry { is_head: false, words: point.what.to_message(), mark, comments: 0, places }
}

/// What the founders say of clauses, in the order of the charter; last of those that do not stand in it.
#[must_use]
pub fn by_comments(charter: &Charter, comments: &[Comment]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for article in charter.articles() {
        let said: Vec<&Comment> = comments.iter().filter(|comment| comment.clause == article.clause).collect();
        if !said.is_empty() {
            let words = clause_name(article.title, &article.text());
            entries.push(Entry { is_head: true, words, mark: None, comments: 0, places: vec![place(article)] });
            entries.extend(said.into_iter().map(of_comment));
        }
    }
    let stands = |comment: &&Comment| charter.articles().any(|article| article.clause == comment.clause);
    let others: Vec<&Comment> = comments.iter().filter(|comment| !stands(comment)).collect();
    if !others.is_empty() {
        let words = label("不在章程中的条款", "Clauses that are not in the charter").to_message();
        entries.push(Entry { is_head: true, words, mark: None, comments: 0, places: Vec::new() });
        entries.extend(others.into_iter().map(of_comment));
    }
    entries
}

fn of_comment(comment: &Comment) -> Entry {
    let (author, text) = (&comment.author, &comment.text);
    let words = if author.is_empty() {
        message!("{text}", "{text}")
    } else {
        message!("{author}：{text}", "{author}: {text}")
    };
    Entry { is_head: false, words, mark: comment.resolved.then_some(Mark::Resolved), comments: 0, places: Vec::new() }
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
        let entries = by_chapters(&charter, &[]);
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
            by_chapters(&assemble(dossier), &[]).into_iter().find(|entry| entry.places[0].path == path).unwrap().mark
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

    #[test]
    fn comments_stand_at_their_clauses_and_none_is_left_out() {
        let charter = assemble(&sample());
        let say = |clause: &str, author: &str, resolved| Comment {
            clause: clause.into(),
            author: author.into(),
            text: "再议".into(),
            resolved,
            ..Comment::default()
        };
        let comments =
            [say("purpose", "甲", false), say("gone", "", false), say("purpose", "乙", true), say("name", "丙", false)];
        let rows: Vec<(String, Option<Mark>)> =
            by_comments(&charter, &comments).into_iter().map(|entry| (entry.words.zh, entry.mark)).collect();
        let rows: Vec<(&str, Option<Mark>)> = rows.iter().map(|(words, mark)| (words.as_str(), *mark)).collect();
        let expected = [
            ("联盟名称", None),
            ("丙：再议", None),
            ("联盟宗旨", None),
            ("甲：再议", None),
            ("乙：再议", Some(Mark::Resolved)),
            ("不在章程中的条款", None),
            ("再议", None),
        ];
        assert_eq!(rows, expected);
        let counted = by_chapters(&charter, &comments).into_iter().find(|entry| entry.words.zh == "联盟宗旨");
        assert_eq!(counted.unwrap().comments, 1);
    }
}
