//! What would change a verdict: which single answers, given otherwise, would turn it.
//!
//! Nothing is reasoned about here. The answers are given otherwise one at a time and the requirement is judged again, so
//! what is said of a verdict is what the checks themselves would say.

use chrono::NaiveDate;

use super::{Assessor, Outcome, Verdict};
use crate::dossier::{Dossier, FactPath, Kind};
use crate::language::Label;

/// So many facts are tried at most, in the order in which the outcome names them.
const TRIED: usize = 24;

/// An answer that would turn a verdict, all else being as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The fact.
    pub fact: FactPath,
    /// The answer it would have.
    pub answer: Label,
    /// What the verdict would be.
    pub verdict: Verdict,
}

/// The answers that would turn `outcome` into 符合 or 不符合, among the facts it used that have a few fixed answers. Those
/// that would only leave it open are not told: leaving out an answer always does that.
#[must_use]
pub fn turns(dossier: &Dossier, today: NaiveDate, outcome: &Outcome) -> Vec<Turn> {
    let (mut tried, mut assessor) = (dossier.clone(), Assessor::default());
    let mut turns = Vec::new();
    for path in outcome.facts.iter().take(TRIED) {
        let Some(Kind::Choice(options)) = Dossier::question(&path).map(|question| question.kind) else { continue };
        let Some(given) = tried.fact(&path).map(crate::dossier::Fact::text) else { continue };
        for (code, answer) in options.iter().filter(|(code, _)| *code != given) {
            answer_otherwise(&mut tried, &path, code);
            let verdict = assessor.outcome(&tried, today, outcome.rule).map(|outcome| outcome.verdict);
            if let Some(verdict @ (Verdict::Met | Verdict::Unmet)) = verdict
                && verdict != outcome.verdict
            {
                turns.push(Turn { fact: path.clone(), answer: *answer, verdict });
            }
        }
        answer_otherwise(&mut tried, &path, &given);
    }
    turns
}

fn answer_otherwise(dossier: &mut Dossier, path: &FactPath, code: &str) {
    if let Some(fact) = dossier.fact_mut(path) {
        fact.put(code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{TODAY, edited, outcome};

    /// The turns of a rule after some edits, as `path=answer verdict`.
    fn told(rule: &str, edits: &[&str]) -> Vec<String> {
        let turns = turns(&edited(edits), TODAY, &outcome(rule, edits));
        turns.iter().map(|turn| format!("{}={} {}", turn.fact, turn.answer.zh, turn.verdict.label().zh)).collect()
    }

    #[test]
    fn a_verdict_tells_which_answers_would_turn_it() {
        let rows: [(&str, &str, &[&str], &[&str]); 4] = [
            (
                "met: a no of either unit",
                "16-1-registered",
                &[],
                &["members/m01/in_hainan=否 不符合", "members/m02/in_hainan=否 不符合"],
            ),
            (
                "unmet: the role given up to a unit that is registered, or the answer",
                "23-premises",
                &["secretariat/fixed_premises = no"],
                &["secretariat/fixed_premises=是 符合"],
            ),
            (
                "open: both answers settle it",
                "23-premises",
                &["secretariat/fixed_premises ="],
                &["secretariat/fixed_premises=是 符合", "secretariat/fixed_premises=否 不符合"],
            ),
            (
                "two of them open: a yes of one does not settle it",
                "16-1-registered",
                &["members/m01/in_hainan =", "members/m02/in_hainan ="],
                &["members/m01/in_hainan=否 不符合", "members/m02/in_hainan=否 不符合"],
            ),
        ];
        for (sentence, rule, edits, expected) in rows {
            assert_eq!(told(rule, edits), expected, "{sentence}");
        }
    }

    #[test]
    fn every_turn_told_of_the_sample_holds_when_it_is_made() {
        for outcome in crate::checks::testing::assessed(&[]).outcomes {
            for turn in turns(&edited(&[]), TODAY, &outcome) {
                let made = format!("{} = {}", turn.fact, turn.answer.zh);
                assert_eq!(self::outcome(outcome.rule.id, &[made.as_str()]).verdict, turn.verdict, "{made}");
            }
        }
    }

    #[test]
    fn what_has_no_fixed_answers_has_no_turns() {
        assert_eq!(told("16-2-members", &[]), Vec::<String>::new());
    }
}
