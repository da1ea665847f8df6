//! What on a screen cannot be read, in the order of its questions: the lines of its error summary.

use super::layout::Screen;
use crate::dossier::{Dossier, FactPath, FactState};
use crate::language::{Label, Message};

/// An answer that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The fact.
    pub path: FactPath,
    /// What is asked.
    pub question: Label,
    /// What is wrong and what to do, in the words that stand at its field.
    pub words: Message,
}

/// The faults of a screen whose questions lead to facts under `prefix`: `alliance`, `members/m3`.
#[must_use]
pub fn faults_on(dossier: &Dossier, screen: &Screen, prefix: &str) -> Vec<Fault> {
    let questions = screen.groups.iter().flat_map(|group| group.questions(screen));
    let fault = |question: &'static crate::dossier::Question| {
        let path = FactPath::new(format!("{prefix}/{}", question.key));
        let words = match dossier.fact(&path)?.state() {
            FactState::Unread(words) if dossier.is_asked(&path) => words,
            _ => return None,
        };
        Some(Fault { path, question: question.label, words })
    };
    questions.filter_map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::sample;
    use crate::screens::{ALLIANCE, MEMBER};

    #[test]
    fn faults_come_in_the_order_of_the_screen_with_the_words_of_their_fields() {
        let mut dossier = sample();
        for (path, typed) in [
            ("alliance/contact_email", "name.example.cn"),
            ("alliance/founded_on", "去年夏天"),
            ("members/m05/uscc", "123"),
        ] {
            dossier.fact_mut(&path.into()).unwrap().put(typed);
        }
        let told = |screen, prefix| -> Vec<String> {
            faults_on(&dossier, screen, prefix).iter().map(|fault| fault.path.to_string()).collect()
        };
        assert_eq!(told(&ALLIANCE, "alliance"), ["alliance/founded_on", "alliance/contact_email"]);
        assert_eq!(told(&MEMBER, "members/m05"), ["members/m05/uscc"]);
        assert_eq!(told(&MEMBER, "members/m06"), Vec::<String>::new());
        let first = &faults_on(&dossier, &ALLIANCE, "alliance")[0];
        assert_eq!(
            Some(&first.words),
            match dossier.fact(&first.path).unwrap().state() {
                FactState::Unread(words) => Some(words),
                _ => None,
            }
            .as_ref()
        );
    }

    #[test]
    fn what_is_not_asked_or_not_answered_is_no_fault() {
        assert_eq!(faults_on(&sample(), &ALLIANCE, "alliance"), []);
        assert_eq!(faults_on(&Dossier::default(), &ALLIANCE, "alliance"), []);
    }
}
