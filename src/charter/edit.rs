//! What founders do to their charter, clause by clause. Every change is a change of the dossier's draft alone; the model
//! stays as it is, and what was typed is given up only where somebody says so.

use super::assemble::assemble;
use super::library::{chapters, clause};
use crate::dossier::{Comment, Dossier, OwnClause};

/// Which way a clause is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Before the article above it.
    Up,
    /// After the article below it.
    Down,
}

/// Takes the founders' wording of a clause, the model's or their own. Does nothing where there is no such clause.
pub fn reword(dossier: &mut Dossier, id: &str, text: &str) {
    if let Some(own) = dossier.charter.own.iter_mut().find(|own| own.id == id) {
        text.clone_into(&mut own.text);
    } else if clause(id).is_some() {
        dossier.charter.edited.insert(id.to_owned(), text.to_owned());
    }
}

/// Gives a clause the model's wording back. The founders' own clauses have none and stay as they are.
pub fn restore(dossier: &mut Dossier, id: &str) {
    dossier.charter.edited.remove(id);
}

/// Switches a clause off, or on again. Its wording and its place are kept.
pub fn switch(dossier: &mut Dossier, id: &str, on: bool) {
    if on {
        dossier.charter.off.remove(id);
    } else {
        dossier.charter.off.insert(id.to_owned());
    }
}

/// Chooses among the alternatives of a choice.
pub fn choose(dossier: &mut Dossier, choice: &str, alternative: &str) {
    dossier.charter.choices.insert(choice.to_owned(), alternative.to_owned());
}

/// Adds an empty clause at the end of a chapter, 1 to 9.
pub fn add(dossier: &mut Dossier, id: String, chapter: u8) {
    let mut order = order(dossier, chapter);
    order.push(id.clone());
    dossier.charter.order.insert(chapter, order);
    dossier.charter.own.push(OwnClause { id, chapter, ..OwnClause::default() });
}

/// Takes away a clause of the founders' own, with its text and what was said of it.
pub fn remove(dossier: &mut Dossier, id: &str) {
    dossier.charter.comments.retain(|comment| comment.clause != id);
    dossier.charter.own.retain(|own| own.id != id);
    dossier.charter.off.remove(id);
    dossier.charter.order.values_mut().for_each(|order| order.retain(|other| other != id));
}

/// Moves a clause by one article within its chapter; the first and the last stay where they are.
pub fn shift(dossier: &mut Dossier, id: &str, direction: Direction) {
    let charter = assemble(dossier);
    let chapter = charter.chapters.iter().find(|chapter| chapter.articles.iter().any(|article| article.clause == id));
    let Some(chapter) = chapter else { return };
    let standing: Vec<&str> = chapter.articles.iter().map(|article| article.clause.as_str()).collect();
    let place = standing.iter().position(|other| *other == id).unwrap_or_default();
    let beyond = match direction {
        Direction::Up => place.checked_sub(1),
        Direction::Down => place.checked_add(1),
    };
    let Some(neighbour) = beyond.and_then(|place| standing.get(place)) else { return };
    // Clauses that do not stand just now keep their places between the others.
    let mut order = order(dossier, chapter.number);
    order.retain(|other| other != id);
    let at = order.iter().position(|other| other == neighbour).unwrap_or(order.len());
    order.insert(if direction == Direction::Up { at } else { at + 1 }, id.to_owned());
    dossier.charter.order.insert(chapter.number, order);
}

/// Adds what a founder says of a clause; blank words say nothing.
pub fn comment(dossier: &mut Dossier, comment: Comment) {
    if !comment.text.trim().is_empty() {
        dossier.charter.comments.push(comment);
    }
}

/// Marks a comment as 已解决, or opens it again.
pub fn resolve(dossier: &mut Dossier, id: &str, resolved: bool) {
    for comment in dossier.charter.comments.iter_mut().filter(|comment| comment.id == id) {
        comment.resolved = resolved;
    }
}

/// Takes a comment away.
pub fn withdraw(dossier: &mut Dossier, id: &str) {
    dossier.charter.comments.retain(|comment| comment.id != id);
}

/// A clause that is switched off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resting {
    /// Its id.
    pub id: String,
    /// What it is about; `None` for the founders' own.
    pub title: Option<crate::language::Label>,
    /// The beginning of its wording, for the founders' own.
    pub text: String,
}

/// The clauses of a chapter that are switched off.
#[must_use]
pub fn resting(dossier: &Dossier, chapter: u8) -> Vec<Resting> {
    let off = order(dossier, chapter).into_iter().filter(|id| dossier.charter.off.contains(id));
    off.map(|id| {
        let own = dossier.charter.own.iter().find(|own| own.id == id);
        Resting {
            title: clause(&id).map(|clause| clause.title),
            text: own.map(|own| own.text.clone()).unwrap_or_default(),
            id,
        }
    })
    .collect()
}

/// All clauses of a chapter, standing or not, in the founders' order.
#[must_use]
pub fn order(dossier: &Dossier, chapter: u8) -> Vec<String> {
    let model = chapters().iter().filter(|model| model.number == chapter).flat_map(|model| &model.clauses);
    let here = |own: &&OwnClause| own.chapter.clamp(1, 9) == chapter;
    let own = dossier.charter.own.iter().filter(here).map(|own| own.id.clone());
    let mut ids: Vec<String> = model.map(|clause| clause.id.to_owned()).chain(own).collect();
    if let Some(order) = dossier.charter.order.get(&chapter) {
        ids.sort_by_key(|id| order.iter().position(|other| other == id).unwrap_or(order.len()));
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::super::{Origin, wording};
    use super::*;

    fn standing(dossier: &Dossier, chapter: u8) -> Vec<String> {
        let charter = assemble(dossier);
        charter.chapters[usize::from(chapter) - 1].articles.iter().map(|article| article.clause.clone()).collect()
    }

    #[test]
    fn a_clause_moves_by_one_article_and_not_beyond_its_chapter() {
        let mut dossier = Dossier::default();
        let before = standing(&dossier, 1);
        assert_eq!(before, ["name", "basis", "domicile", "founders"]);
        shift(&mut dossier, "domicile", Direction::Up);
        assert_eq!(standing(&dossier, 1), ["name", "domicile", "basis", "founders"]);
        shift(&mut dossier, "name", Direction::Up);
        shift(&mut dossier, "founders", Direction::Down);
        shift(&mut dossier, "nothing", Direction::Down);
        assert_eq!(standing(&dossier, 1), ["name", "domicile", "basis", "founders"]);
        shift(&mut dossier, "domicile", Direction::Down);
        assert_eq!(standing(&dossier, 1), before);
    }

    #[test]
    fn a_clause_that_was_off_comes_back_to_its_place() {
        let mut dossier = Dossier::default();
        switch(&mut dossier, "basis", false);
        shift(&mut dossier, "domicile", Direction::Up);
        assert_eq!(standing(&dossier, 1), ["domicile", "name", "founders"]);
        assert_eq!(resting(&dossier, 1).iter().map(|rest| rest.id.as_str()).collect::<Vec<_>>(), ["basis"]);
        switch(&mut dossier, "basis", true);
        assert_eq!(standing(&dossier, 1), ["domicile", "name", "basis", "founders"]);
    }

    #[test]
    fn a_comment_is_made_resolved_and_withdrawn_and_goes_with_its_own_clause() {
        let mut dossier = Dossier::default();
        add(&mut dossier, "o1".into(), 1);
        let say = |id: &str, clause: &str, text: &str| Comment {
            id: id.into(),
            clause: clause.into(),
            text: text.into(),
            ..Comment::default()
        };
        for one in [say("k1", "name", "名称再议"), say("k2", "o1", "删？"), say("k3", "name", " ")] {
            comment(&mut dossier, one);
        }
        resolve(&mut dossier, "k1", true);
        let ids = |dossier: &Dossier| dossier.charter.comments.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&dossier), ["k1", "k2"]);
        assert!(dossier.charter.comments[0].resolved);
        remove(&mut dossier, "o1");
        assert_eq!(ids(&dossier), ["k1"]);
        withdraw(&mut dossier, "k1");
        assert_eq!(dossier.charter.comments, []);
    }

    #[test]
    fn an_own_clause_is_added_worded_moved_switched_and_removed() {
        let mut dossier = Dossier::default();
        add(&mut dossier, "o1".into(), 1);
        reword(&mut dossier, "o1", "甲。");
        shift(&mut dossier, "o1", Direction::Up);
        assert_eq!(standing(&dossier, 1), ["name", "basis", "domicile", "o1", "founders"]);
        assert_eq!(wording(&dossier, "o1").as_deref(), Some("甲。"));
        switch(&mut dossier, "o1", false);
        assert_eq!(resting(&dossier, 1)[0].text, "甲。");
        remove(&mut dossier, "o1");
        assert_eq!((standing(&dossier, 1).len(), resting(&dossier, 1).len()), (4, 0));
        assert!(dossier.charter.off.is_empty());
    }

    #[test]
    fn a_reworded_clause_is_the_founders_until_the_model_is_restored() {
        let mut dossier = Dossier::default();
        let model = wording(&dossier, "nature").unwrap();
        reword(&mut dossier, "nature", "乙。");
        let origin =
            |dossier: &Dossier| assemble(dossier).articles().find(|article| article.clause == "nature").unwrap().origin;
        assert_eq!((origin(&dossier), wording(&dossier, "nature").unwrap()), (Origin::Edited, "乙。".to_owned()));
        restore(&mut dossier, "nature");
        assert_eq!((origin(&dossier), wording(&dossier, "nature").unwrap()), (Origin::Model, model));
        reword(&mut dossier, "nothing", "丙。");
        assert_eq!(dossier, Dossier::default());
    }

    #[test]
    fn a_choice_is_made_and_changed() {
        let mut dossier = Dossier::default();
        choose(&mut dossier, "term", "3");
        choose(&mut dossier, "term", "5");
        assert_eq!(dossier.charter.choices.get("term").map(String::as_str), Some("5"));
    }
}
