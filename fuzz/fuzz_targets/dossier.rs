//! dossier.json: whatever it holds, it is refused in words or opens, survives a round trip, is judged and printed.

#![no_main]

use jiemeng::dossier::Dossier;
use jiemeng_fuzz::{comes_back, is_chosen, is_kept_by_a_draft, is_served};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(input) else { return Corpus::Reject };
    match Dossier::from_json(text) {
        Ok(dossier) => {
            comes_back(&dossier);
            if is_chosen(input) {
                is_kept_by_a_draft(&dossier);
                is_served(&dossier);
            }
        }
        Err(error) => assert!(!error.message().zh.is_empty()),
    }
    Corpus::Keep
});
