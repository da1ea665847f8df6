//! 02-联盟章程, Articles 18 and 20(二): the charter as it stands, and a row for each member to sign and seal.

use chrono::NaiveDate;

use super::answers::words_of;
use super::blocks::{blank, cell, cell_of, empty, head_row, high_row, table, then, title, words};
use super::prose;
use super::representation::{Block, Document, Row, Span, Words};
use super::texts::CHARTER_SIGNING;
use super::votes::{Vote, charter_vote};
use crate::charter::{self, Article, Chapter, CharterFacts};
use crate::dossier::Dossier;
use crate::template::{self, Facts};

/// Room for a signature and a seal, in millimetres: an official seal is 42 mm wide at most and may reach over the row.
const SIGNATURE_HEIGHT: u16 = 28;

/// The charter with its signature pages.
#[must_use]
pub fn charter(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = CharterFacts::of(dossier).on(today);
    let mut blocks = vec![
        title(then(words_of(&facts, "alliance/name"), words("章程"))),
        Block::Subtitle(then(then(words("（"), adoption(dossier, &facts)), words("）"))),
        Block::Contents { level: 1 },
        Block::PageBreak,
    ];
    blocks.extend(charter::assemble(dossier).chapters.into_iter().flat_map(chapter));
    blocks.push(Block::PageBreak);
    blocks.push(Block::Chapter(words("成员单位签署页")));
    blocks.extend(prose::blocks(CHARTER_SIGNING, &facts));
    blocks.push(signatures(dossier, &facts));
    Document { title: "联盟章程".to_owned(), blocks }
}

/// When and by whom the charter was adopted, said only where the votes say so.
fn adoption(dossier: &Dossier, facts: &CharterFacts) -> Words {
    match charter_vote(dossier) {
        Some(Vote::Unanimous | Vote::Carried) => {
            then(words_of(facts, "setup/meeting_on"), words("首次联盟成员代表大会表决通过"))
        }
        Some(Vote::Lost) => words("草案，未经首次联盟成员代表大会表决通过"),
        None => then(words("草案，"), blank("首次联盟成员代表大会对章程的表决结论")),
    }
}

fn chapter(chapter: Chapter) -> Vec<Block> {
    let title = Block::Chapter(words(format!("{}　{}", chapter.label(), chapter.title.zh)));
    std::iter::once(title).chain(chapter.articles.into_iter().map(article)).collect()
}

fn article(article: Article) -> Block {
    let label = article.label();
    let mut paragraphs: Vec<_> = article.paragraphs.into_iter().map(printed).collect();
    if paragraphs.is_empty() {
        paragraphs.push(blank(format!("{label}的内容")));
    }
    Block::Article { label, paragraphs }
}

fn printed(words: template::Words) -> Words {
    words.into_iter().map(Span::from).collect()
}

/// A row for each member. Who signs is named as the member's own licence names him.
fn signatures(dossier: &Dossier, facts: &CharterFacts) -> Block {
    let mut rows = vec![head_row(&["序号", "单位名称（加盖公章）", "法定代表人（签字）", "日期"])];
    let each = facts.each("member").unwrap_or_default();
    for ((number, member), one) in (1..).zip(&dossier.members).zip(&each) {
        let word = member.signatory().map_or_else(|| blank("证照上印的负责人称谓"), words);
        let signer = then(then(word, words("：")), words_of(one.as_ref(), "member/legal_representative"));
        rows.push(signature(number.to_string(), words_of(one.as_ref(), "member/name"), signer));
    }
    if dossier.members.is_empty() {
        rows.push(signature("1".to_owned(), blank("成员单位名称"), blank("法定代表人姓名")));
    }
    table(&[14, 66, 48, 28], 1, rows)
}

fn signature(number: String, name: Words, signer: Words) -> Row {
    let cells = vec![
        cell(words(number)).centred(),
        cell(name),
        // The signature goes under the printed name.
        cell_of(vec![signer, Vec::new()]),
        empty(),
    ];
    high_row(SIGNATURE_HEIGHT, cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{FactPath, OwnClause, sample};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
    }

    fn signature_rows(dossier: &Dossier) -> Vec<Row> {
        let blocks = charter(dossier, today()).blocks;
        let Some(Block::Table(table)) = blocks.into_iter().last() else { panic!("no table of signatures") };
        assert_eq!(table.head_rows, 1);
        table.rows.into_iter().skip(1).collect()
    }

    fn plain(row: &Row, cell: usize) -> String {
        crate::documents::plain_words(&row.cells[cell].paragraphs[0])
    }

    #[test]
    fn every_member_has_a_row_with_room_to_sign_under_the_word_of_its_licence() {
        let dossier = sample();
        let rows = signature_rows(&dossier);
        assert_eq!(rows.len(), dossier.members.len());
        for (row, member) in rows.iter().zip(&dossier.members) {
            assert!(row.height >= 25);
            assert_eq!(plain(row, 1), member.name.given().unwrap().as_str());
            assert!(plain(row, 2).starts_with(member.licence_word.given().unwrap().label().zh));
        }
        let words: Vec<String> = rows.iter().map(|row| plain(row, 2)).collect();
        assert!(words.iter().any(|words| words.starts_with("负责人：")));
        assert!(words.iter().any(|words| words.starts_with("经营者：")));
    }

    #[test]
    fn who_signs_is_not_guessed_where_nothing_tells() {
        // the member, its code, whether it is from abroad, how its signature begins
        let table = [
            ("m03", "12460100YLDW00031E", "no", "法定代表人："),
            ("m06", "31460000YLDW00066W", "no", "〔待填：证照上印的负责人称谓〕："),
            ("m04", "", "yes", "法定代表人或者获授权签字人："),
            ("m04", "", "no", "〔待填：证照上印的负责人称谓〕："),
        ];
        for (id, code, foreign, begins) in table {
            let mut dossier = sample();
            for (key, typed) in [("licence_word", ""), ("uscc", code), ("foreign", foreign)] {
                dossier.fact_mut(&FactPath::new(format!("members/{id}/{key}"))).unwrap().put(typed);
            }
            let place = dossier.members.iter().position(|member| member.id == id).unwrap();
            let words = plain(&signature_rows(&dossier)[place], 2);
            assert!(words.starts_with(begins), "{id} {code} {foreign}: {words}");
        }
    }

    #[test]
    fn a_charter_without_members_still_shows_who_is_to_sign() {
        assert_eq!(plain(&signature_rows(&Dossier::default())[0], 1), "〔待填：成员单位名称〕");
    }

    #[test]
    fn an_article_without_words_is_seen_to_be_empty() {
        let mut dossier = sample();
        dossier.charter.own.push(OwnClause { id: "o1".into(), chapter: 9, ..OwnClause::default() });
        let text = charter(&dossier, today()).plain_text();
        assert!(text.contains("第六十八条　〔待填：第六十八条的内容〕"), "{text}");
    }
}
