//! A pasted list, or a table as text: every row is told of, becomes a member, joins one, or counts the others, and nothing
//! pasted is lost.

#![no_main]

use jiemeng::dossier::roster::{Outcome, read};
use jiemeng::dossier::{Dossier, Fact, sample};
use jiemeng_fuzz::{comes_back, is_chosen, is_served};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(input) else { return Corpus::Reject };
    let sheet = read(text);
    let mut dossier = if is_chosen(input) { sample() } else { Dossier::default() };
    let before = dossier.members.len();
    let plan = sheet.preview(&dossier);
    assert_eq!(plan.rows.len(), sheet.len(), "a row is told of nowhere");
    let totals = plan.totals();
    let mut ids = (1..).map(|number| format!("t{number}"));
    plan.apply(&mut dossier, || ids.next().unwrap_or_default());
    assert_eq!(dossier.members.len(), before + totals.new);
    let mut made = dossier.members.iter().skip(before);
    for row in &plan.rows {
        if !matches!(row.outcome, Outcome::New | Outcome::Contradicts { .. }) {
            continue;
        }
        let member = made.next().expect("a new row makes a member");
        for set in row.sets.iter().filter(|set| !set.typed.trim().is_empty()) {
            let kept = member.fact(set.key).map(Fact::text).unwrap_or_default();
            assert!(!kept.is_empty(), "{:?} of row {} is lost", set, row.number);
        }
    }
    comes_back(&dossier);
    // The same paste once more changes nothing but what contradicts itself.
    if totals.new == plan.rows.len() && plan.rows.iter().all(|row| row.outcome == Outcome::New && !row.name.is_empty())
    {
        let again = sheet.preview(&dossier);
        assert_eq!(again.totals().new, 0, "a member that is there is not found again");
    }
    if is_chosen(input) {
        is_served(&dossier);
    }
    Corpus::Keep
});
