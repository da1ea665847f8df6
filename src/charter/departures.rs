//! 与范本对照: in what a charter departs from the model with all its defaults.
//!
//! Each departure is something the founders did, and can be taken back alone. What it changed is found by putting the
//! charter together without it, so that what is shown is what taking it back would bring.

use serde::{Deserialize, Serialize};

use super::assemble::{assemble, is_standing, wording_as_printed};
use super::blank_names::in_words;
use super::choices::Choice;
use super::difference::{Piece, difference};
use super::edit;
use super::facts::CharterFacts;
use super::library::{Clause, chapters, clause, clauses};
use crate::dossier::Dossier;
use crate::language::{Message, label};
use crate::measures::chinese_number;
use crate::message;

/// What the founders did.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Deed {
    /// 另选: a choice was made otherwise than by default.
    Chosen(String),
    /// 改写: a clause of the model has their wording.
    Reworded(String),
    /// 停用: a clause of the model is switched off.
    SwitchedOff(String),
    /// 自拟: a clause of their own stands in the charter.
    Added(String),
    /// 调序: the clauses of a chapter stand in another order.
    Reordered(u8),
}

impl Deed {
    /// What it is called.
    #[must_use]
    pub const fn label(&self) -> crate::language::Label {
        match self {
            Self::Chosen(_) => label("另选", "chosen otherwise"),
            Self::Reworded(_) => label("改写", "reworded"),
            Self::SwitchedOff(_) => label("停用", "switched off"),
            Self::Added(_) => label("自拟", "added"),
            Self::Reordered(_) => label("调序", "order"),
        }
    }

    /// Does away with it: what it concerns is again as the model has it. A clause of the founders' own goes.
    pub fn take_back(&self, dossier: &mut Dossier) {
        match self {
            Self::Chosen(choice) => drop(dossier.charter.choices.remove(choice)),
            Self::Reworded(id) => edit::restore(dossier, id),
            Self::SwitchedOff(id) => edit::switch(dossier, id, true),
            Self::Added(id) => edit::remove(dossier, id),
            Self::Reordered(chapter) => drop(dossier.charter.order.remove(chapter)),
        }
    }
}

/// A departure from the model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// What was done.
    pub deed: Deed,
    /// To what: a choice, a clause, a chapter.
    pub name: Message,
    /// The model's, in a few words, where it is not told by [`Departure::changes`].
    pub before: Option<Message>,
    /// The founders', in a few words.
    pub after: Option<Message>,
    /// What it changed in the wording.
    pub changes: Vec<Change>,
}

/// What a departure changed in the wording of one clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The clause.
    pub clause: String,
    /// 第七条, as the charter is numbered now; empty for a clause that does not stand.
    pub label: String,
    /// The wording, piece by piece.
    pub pieces: Vec<Piece>,
}

/// All departures: chapter by chapter its order, what was chosen, reworded, switched off and added; last the choices that
/// no clause prints.
#[must_use]
pub fn departures(dossier: &Dossier) -> Vec<Departure> {
    let labels: Vec<(String, String)> = {
        let label = |article: &super::Article| (article.clause.clone(), article.label());
        assemble(dossier).articles().map(label).collect()
    };
    let context = Context { dossier, labels };
    let mut found = Vec::new();
    for chapter in chapters() {
        found.extend(context.reordered(chapter.number));
        found.extend(chapter.choices().into_iter().filter_map(|choice| context.chosen(choice)));
        found.extend(
            chapter
                .clauses
                .iter()
                .flat_map(|clause| [context.reworded(clause), context.switched_off(clause)])
                .flatten(),
        );
        found.extend(context.added(chapter.number));
    }
    found
}

/// A charter that is looked at.
struct Context<'d> {
    dossier: &'d Dossier,
    /// Each clause that stands and the label of its article.
    labels: Vec<(String, String)>,
}

impl Context<'_> {
    /// A change in the wording of a clause; `None` where nothing changed.
    fn change(&self, clause: &str, before: &str, after: &str) -> Option<Change> {
        let label = self.labels.iter().find(|(id, _)| id == clause).map(|(_, label)| label.clone());
        (before != after).then(|| Change {
            clause: clause.to_owned(),
            label: label.unwrap_or_default(),
            pieces: difference(&in_words(self.dossier, before), &in_words(self.dossier, after)),
        })
    }

    fn chosen(&self, choice: &'static Choice) -> Option<Departure> {
        let chosen = choice.chosen(&self.dossier.charter);
        if chosen.id == choice.default().id {
            return None;
        }
        let deed = Deed::Chosen(choice.id.to_owned());
        let mut model = self.dossier.clone();
        deed.take_back(&mut model);
        let printed = |dossier: &Dossier, clause: &'static Clause| {
            let facts = CharterFacts::of(dossier);
            let stands = is_standing(dossier, clause, &facts);
            if stands {
                wording_as_printed(clause, dossier.charter.edited.get(clause.id), &facts)
            } else {
                String::new()
            }
        };
        let decided = clauses().filter(|clause| clause.choices().any(|id| id == choice.id));
        let changes = decided
            .filter_map(|clause| self.change(clause.id, &printed(&model, clause), &printed(self.dossier, clause)))
            .collect();
        Some(Departure {
            deed,
            name: choice.question.to_message(),
            before: Some(choice.default().label.to_message()),
            after: Some(chosen.label.to_message()),
            changes,
        })
    }

    fn reworded(&self, clause: &'static Clause) -> Option<Departure> {
        let edited = self.dossier.charter.edited.get(clause.id)?;
        let facts = CharterFacts::of(self.dossier);
        let (before, after) =
            (wording_as_printed(clause, None, &facts), wording_as_printed(clause, Some(edited), &facts));
        let same = || label("文字与范本相同", "the same words as the model's").to_message();
        let changes: Vec<Change> = self.change(clause.id, &before, &after).into_iter().collect();
        Some(Departure {
            deed: Deed::Reworded(clause.id.to_owned()),
            name: clause.title.to_message(),
            before: None,
            after: changes.is_empty().then(same),
            changes,
        })
    }

    fn switched_off(&self, clause: &'static Clause) -> Option<Departure> {
        let facts = CharterFacts::of(self.dossier);
        // What the choices leave out anyhow is not missed.
        if !self.dossier.charter.off.contains(clause.id) || !clause.template.prints(&facts) {
            return None;
        }
        let before = wording_as_printed(clause, None, &facts);
        Some(Departure {
            deed: Deed::SwitchedOff(clause.id.to_owned()),
            name: clause.title.to_message(),
            before: None,
            after: None,
            changes: self.change(clause.id, &before, "").into_iter().collect(),
        })
    }

    fn added(&self, chapter: u8) -> Vec<Departure> {
        let facts = CharterFacts::of(self.dossier);
        let here = self
            .dossier
            .charter
            .own
            .iter()
            .filter(|own| own.chapter.clamp(1, 9) == chapter && self.labels.iter().any(|(id, _)| *id == own.id));
        let number = chinese_number(chapter.into());
        here.map(|own| Departure {
            deed: Deed::Added(own.id.clone()),
            name: message!("第{number}章的自拟条款", "An own clause of chapter {chapter}"),
            before: None,
            after: None,
            changes: self.change(&own.id, "", &super::assemble::own_as_printed(own, &facts)).into_iter().collect(),
        })
        .collect()
    }

    fn reordered(&self, chapter: u8) -> Option<Departure> {
        let deed = Deed::Reordered(chapter);
        let mut model = self.dossier.clone();
        deed.take_back(&mut model);
        let standing = |dossier: &Dossier| {
            let order = edit::order(dossier, chapter);
            order.into_iter().filter(|id| self.labels.iter().any(|(standing, _)| standing == id)).collect::<Vec<_>>()
        };
        let (before, after) = (standing(&model), standing(self.dossier));
        let number = chinese_number(chapter.into());
        (before != after).then(|| Departure {
            deed,
            name: message!("第{number}章条文的次序", "The order of chapter {chapter}"),
            before: Some(listed(&before)),
            after: Some(listed(&after)),
            changes: Vec::new(),
        })
    }
}

/// Clauses by their titles, one after the other.
fn listed(ids: &[String]) -> Message {
    let title = |id: &String| clause(id).map_or(label("自拟条款", "own clause"), |clause| clause.title);
    let zh = ids.iter().map(|id| title(id).zh).collect::<Vec<_>>().join("、");
    let en = ids.iter().map(|id| title(id).en).collect::<Vec<_>>().join(", ");
    Message { zh, en }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::choices::choices;
    use crate::charter::difference::Fate;
    use crate::charter::edit::Direction;
    use crate::dossier::sample;

    fn pieces(change: &Change, fate: Fate) -> String {
        change.pieces.iter().filter(|piece| piece.fate == fate).map(|piece| piece.text.as_str()).collect()
    }

    /// The only departure.
    fn only(dossier: &Dossier) -> Departure {
        let [departure] = &departures(dossier)[..] else { panic!("{:#?}", departures(dossier)) };
        departure.clone()
    }

    #[test]
    fn the_model_departs_from_itself_in_nothing() {
        assert_eq!(departures(&sample()), []);
        assert_eq!(departures(&Dossier::default()), []);
        let mut dossier = sample();
        edit::choose(&mut dossier, "exit-notice", "thirty-days");
        assert_eq!(departures(&dossier), [], "the default, chosen");
    }

    #[test]
    fn a_choice_shows_what_it_changed_in_which_clause() {
        let mut dossier = sample();
        edit::choose(&mut dossier, "exit-notice", "sixty-days");
        let departure = only(&dossier);
        assert_eq!(departure.before.unwrap().zh, "三十日");
        assert_eq!(departure.after.unwrap().zh, "六十日");
        let change = &departure.changes[0];
        assert_eq!((pieces(change, Fate::Removed), pieces(change, Fate::Added)), ("三".into(), "六".into()));
        assert!(change.label.starts_with('第'), "{change:?}");
    }

    #[test]
    fn a_reworded_clause_shows_what_was_put_in_and_taken_out() {
        let mut dossier = sample();
        edit::reword(&mut dossier, "purpose", "联盟的宗旨是：\n{alliance/purpose}\n成员互助。");
        let change = &only(&dossier).changes[0];
        assert_eq!((pieces(change, Fate::Removed), pieces(change, Fate::Added)), ("".into(), "\n成员互助。".into()));
        assert_eq!((change.clause.as_str(), change.label.as_str()), ("purpose", "第七条"));
    }

    #[test]
    fn each_deed_is_told_and_taking_it_back_leaves_the_others() {
        let mut dossier = sample();
        edit::choose(&mut dossier, "exit-notice", "sixty-days");
        edit::shift(&mut dossier, "domicile", Direction::Up);
        edit::reword(&mut dossier, "purpose", "联盟的宗旨是共同进步。");
        edit::switch(&mut dossier, "amendment-filing", false);
        edit::add(&mut dossier, "o1".into(), 9);
        edit::reword(&mut dossier, "o1", "成员互访。");
        let all = departures(&dossier);
        let deeds: Vec<Deed> = all.iter().map(|departure| departure.deed.clone()).collect();
        assert_eq!(
            deeds,
            [
                Deed::Reordered(1),
                Deed::Reworded("purpose".into()),
                Deed::Chosen("exit-notice".into()),
                Deed::SwitchedOff("amendment-filing".into()),
                Deed::Added("o1".into()),
            ]
        );
        for deed in &deeds {
            let mut without = dossier.clone();
            deed.take_back(&mut without);
            let left: Vec<Deed> = departures(&without).into_iter().map(|departure| departure.deed).collect();
            assert_eq!(left, deeds.iter().filter(|other| *other != deed).cloned().collect::<Vec<_>>());
        }
        deeds.iter().for_each(|deed| deed.take_back(&mut dossier));
        assert_eq!(assemble(&dossier), assemble(&sample()));
    }

    #[test]
    fn a_clause_that_a_choice_puts_in_or_leaves_out_is_shown_whole() {
        for choice in choices() {
            for alternative in choice.alternatives.iter().skip(1) {
                let mut dossier = sample();
                edit::choose(&mut dossier, choice.id, alternative.id);
                let found = departures(&dossier);
                let departure = found.iter().find(|one| one.deed == Deed::Chosen(choice.id.into())).unwrap();
                assert!(!departure.changes.is_empty(), "{}: {}", choice.id, alternative.id);
            }
        }
    }
}
