//! Where the app uses an article of the Measures.

use super::layout::{ALLIANCE, MATERIALS, MEMBER, SECRETARIAT, SETUP};
use super::route::{Address, Route};
use crate::charter;
use crate::checks::{self, MaterialItem};
use crate::dossier::FactPath;
use crate::language::{Label, label};
use crate::measures::Citation;

/// What kind of thing relies on an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UseKind {
    /// A condition of the eligibility check.
    Rule,
    /// A question.
    Question,
    /// A choice of the charter.
    Choice,
    /// A clause of the model charter.
    Clause,
    /// One of the eight materials.
    Material,
}

impl UseKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::Rule, Self::Question, Self::Choice, Self::Clause, Self::Material];

    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Rule => label("资格自查", "Eligibility"),
            Self::Question => label("填写内容", "Questions"),
            Self::Choice => label("章程的约定", "Choices of the charter"),
            Self::Clause => label("章程条款", "Clauses of the charter"),
            Self::Material => label("备案材料", "Materials"),
        }
    }
}

/// Something that relies on an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// What it is.
    pub kind: UseKind,
    /// The place it relies on.
    pub citation: Citation,
    /// What it is called.
    pub name: Label,
    /// Where it is shown.
    pub address: Address,
}

/// Everything that relies on article `number` or one of its items, kind by kind. The eight materials are those of an
/// assessment.
#[must_use]
pub fn uses_of(number: u8, materials: &[MaterialItem]) -> Vec<Use> {
    let rules = checks::rules().map(|rule| Use {
        kind: UseKind::Rule,
        citation: rule.citation,
        name: rule.question,
        address: Address::of_rule(rule.id),
    });
    let choices = charter::choices().iter().filter_map(|choice| {
        Some(Use {
            kind: UseKind::Choice,
            citation: choice.citation?,
            name: choice.question,
            address: Address::of_fact(&choice.path()),
        })
    });
    let clauses = charter::clauses().flat_map(|clause| {
        clause.answers.iter().map(|citation| Use {
            kind: UseKind::Clause,
            citation: *citation,
            name: clause.title,
            address: Address::of_fact(&charter::clause_path(clause.id)),
        })
    });
    let materials = materials.iter().map(|item| Use {
        kind: UseKind::Material,
        citation: item.citation,
        name: item.title,
        address: Route::Materials.address(),
    });
    let all = rules.chain(questions()).chain(choices).chain(clauses).chain(materials);
    all.filter(|one| one.citation.article == number).collect()
}

fn questions() -> impl Iterator<Item = Use> {
    let screens = [
        (ALLIANCE, Some("alliance"), Route::Alliance),
        (MEMBER, None, Route::Members),
        (SECRETARIAT, Some("secretariat"), Route::Secretariat),
        (SETUP, Some("setup"), Route::Setup),
        (MATERIALS, Some("materials"), Route::Materials),
    ];
    screens.into_iter().flat_map(|(screen, prefix, route)| {
        screen.questions.iter().filter_map(move |question| {
            // A question asked of every member is answered on no one screen.
            let address = match prefix {
                Some(prefix) => Address::of_fact(&FactPath::new(format!("{prefix}/{}", question.key))),
                None => route.clone().address(),
            };
            Some(Use { kind: UseKind::Question, citation: question.citation?, name: question.label, address })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::assess;
    use crate::dossier::Dossier;

    fn uses(number: u8) -> Vec<Use> {
        uses_of(number, &assess(&Dossier::default(), chrono::NaiveDate::default()).materials)
    }

    #[test]
    fn an_article_leads_to_each_kind_of_thing_that_relies_on_it() {
        let rows = [
            (16, UseKind::Rule, "#/eligibility?fact=rule/16-1-registered"),
            (18, UseKind::Question, "#/alliance?fact=alliance/name"),
            (20, UseKind::Question, "#/members"),
            (25, UseKind::Clause, "#/charter?fact=charter/clause/"),
            (20, UseKind::Material, "#/materials"),
        ];
        for (article, kind, address) in rows {
            let found =
                uses(article).iter().any(|one| one.kind == kind && one.address.to_string().starts_with(address));
            assert!(found, "{article} {address}");
        }
    }

    #[test]
    fn every_rule_is_reached_from_the_article_it_cites() {
        for rule in checks::rules() {
            let address = Address::of_rule(rule.id);
            assert!(uses(rule.citation.article).iter().any(|one| one.address == address), "{}", rule.id);
        }
    }

    #[test]
    fn what_the_app_does_not_rely_on_has_no_uses() {
        assert_eq!(uses(36), []);
    }
}
