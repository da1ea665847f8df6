//! Clauses in the founders' own words: any text is a template with faults that are told, or prints.

#![no_main]

use std::cell::OnceCell;

use jiemeng::charter::edit::{add, reword};
use jiemeng::charter::{CharterFacts, assemble};
use jiemeng::dossier::{Dossier, sample};
use jiemeng::template::Template;
use jiemeng_fuzz::{comes_back, is_chosen, is_served};
use libfuzzer_sys::{Corpus, fuzz_target};

thread_local! {
    static SAMPLE: OnceCell<&'static Dossier> = const { OnceCell::new() };
    static FACTS: OnceCell<CharterFacts<'static>> = const { OnceCell::new() };
}

fuzz_target!(|input: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(input) else { return Corpus::Reject };
    let dossier = SAMPLE.with(|cell| *cell.get_or_init(|| Box::leak(Box::new(sample()))));
    match Template::parse(text) {
        Ok(template) => FACTS.with(|cell| {
            let facts = cell.get_or_init(|| CharterFacts::of(dossier));
            let faults = template.faults(facts);
            assert!(faults.iter().all(|fault| !fault.message().zh.is_empty()));
            let printed = template.render(facts);
            assert_eq!(template.prints(facts), !printed.is_empty(), "what is left is not what prints");
            assert_eq!(template.settled(facts).render(facts), printed, "settled, it prints otherwise");
            let _names = (template.names(), template.conditions());
        }),
        Err(errors) => {
            assert!(!errors.is_empty());
            assert!(errors.iter().all(|error| !error.message().zh.is_empty()));
        }
    }
    if is_chosen(input) {
        let mut dossier = dossier.clone();
        add(&mut dossier, "own".to_owned(), 1);
        reword(&mut dossier, "own", text);
        reword(&mut dossier, "nature", text);
        assert!(!assemble(&dossier).chapters.is_empty());
        comes_back(&dossier);
        is_served(&dossier);
    }
    Corpus::Keep
});
