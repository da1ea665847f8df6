//! The documents of dossiers with gaps, of one member and of many, read as a clerk reads them.

use super::proof::slips_in;
use super::*;
use crate::dossier::Materials;

/// Every run of words in a document; cells that are left empty to be filled by hand say nothing.
fn runs(document: &Document) -> Vec<String> {
    let of_table = |table: &Table| {
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        cells.flat_map(|cell| &cell.paragraphs).cloned().collect::<Vec<_>>()
    };
    let blocks = document.blocks.iter().flat_map(|block| match block {
        Block::Title(words) | Block::Subtitle(words) | Block::Chapter(words) => vec![words.clone()],
        Block::Heading { words, .. } | Block::Paragraph { words, .. } => vec![words.clone()],
        Block::Article { paragraphs, .. } => paragraphs.clone(),
        Block::Table(table) => of_table(table),
        Block::Signature { party, lines } => party.iter().chain(lines).cloned().collect(),
        Block::Contents { .. } | Block::PageBreak => Vec::new(),
    });
    blocks.filter(|words| !words.is_empty()).map(|words| plain_words(&words)).collect()
}

/// The sample with every fact blank whose place leaves this rest when divided by that.
fn with_gaps(every: usize, rest: usize) -> Dossier {
    let mut dossier = sample();
    let parts = [
        ("alliance", Alliance::QUESTIONS),
        ("secretariat", Secretariat::QUESTIONS),
        ("setup", Setup::QUESTIONS),
        ("materials", Materials::QUESTIONS),
    ];
    let single = parts.into_iter().flat_map(|(part, questions)| {
        questions.iter().map(move |question| FactPath::new(format!("{part}/{}", question.key)))
    });
    let ids: Vec<String> = dossier.members.iter().map(|member| member.id.clone()).collect();
    let of_members = ids
        .iter()
        .flat_map(|id| Member::QUESTIONS.iter().map(move |question| FactPath::member(id.as_str(), question.key)));
    let paths: Vec<FactPath> = single.chain(of_members).collect();
    for (_, path) in paths.iter().enumerate().filter(|(place, _)| place % every == rest) {
        dossier.fact_mut(path).unwrap().put("");
    }
    dossier
}

/// The sample with so many members.
fn of_members(number: usize) -> Dossier {
    let mut dossier = sample();
    let models = std::mem::take(&mut dossier.members);
    for place in 0..number {
        let mut member = models[place.min(2 + place % 10)].clone();
        member.id = format!("m{place}");
        if place >= models.len() {
            member.name.put(&format!("海南省示例第{place}家样例种业有限公司"));
        }
        dossier.members.push(member);
    }
    dossier
}

#[test]
fn the_documents_of_any_dossier_read_clean() {
    let mut dossiers = vec![sample(), Dossier::default(), of_members(1), of_members(2), of_members(100)];
    for every in [2, 3, 5] {
        dossiers.extend((0..every).map(|rest| with_gaps(every, rest)));
    }
    for (number, dossier) in dossiers.iter().enumerate() {
        for file in FILES {
            for run in runs(&(file.compose)(dossier, today())) {
                assert_eq!(slips_in(&run), Vec::<String>::new(), "{} of dossier {number}", file.stem);
            }
        }
    }
}

#[test]
fn every_one_of_a_hundred_members_has_its_row() {
    let dossier = of_members(100);
    for (file, rows) in
        [(application as fn(&Dossier, NaiveDate) -> Document, 2), (charter, 1), (minutes, 1), (member_list, 1)]
    {
        let blocks = file(&dossier, today()).blocks;
        let tables = blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let long = tables.filter(|table| table.rows.len() > 100 && table.rows[100].cells[0].paragraphs != [vec![]]);
        assert!(long.count() >= rows);
    }
}
