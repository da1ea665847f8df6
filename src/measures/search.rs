//! Finding words in the Measures.

use std::ops::Range;

use super::{Article, Citation, articles};

/// A place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The article, or the item.
    pub citation: Citation,
    /// The caption, paragraph, item or English summary in which they stand, whole.
    pub text: &'static str,
    /// Where in `text` they stand first, in bytes; empty if the article itself was asked for.
    pub matched: Range<usize>,
}

/// Every caption, paragraph, item and English summary that holds `query`, in the order of the text, Latin letters in
/// either case. A query that is itself a citation (`第十六条`, `16-2`) leads to that place first. Nothing for a blank query.
#[must_use]
pub fn search(query: &str) -> Vec<Hit> {
    let query = query.trim().to_ascii_lowercase();
    if query.is_empty() {
        return Vec::new();
    }
    let cited = query.parse::<Citation>().ok().and_then(|citation| {
        let provision = citation.resolve()?;
        let text = provision
            .item
            .map(|item| item.text)
            .or_else(|| passages(provision.article).next().map(|(_, text)| text))?;
        Some(Hit { citation, text, matched: 0..0 })
    });
    let found = articles().flat_map(passages).filter_map(|(citation, text)| {
        let start = text.to_ascii_lowercase().find(&query)?;
        Some(Hit { citation, text, matched: start..start + query.len() })
    });
    cited.into_iter().chain(found).collect()
}

/// Everything in an article that can be searched, with the place it stands for.
fn passages(article: &'static Article) -> impl Iterator<Item = (Citation, &'static str)> {
    let whole = Citation::article(article.number);
    let paragraphs = article.caption.into_iter().chain(article.paragraphs.iter().copied());
    let items = article.items.iter().map(|item| (Citation::item(article.number, item.number), item.text));
    paragraphs.map(move |text| (whole, text)).chain(items).chain([(whole, article.english)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(query: &str) -> Vec<String> {
        search(query).into_iter().map(|hit| hit.citation.anchor()).collect()
    }

    #[test]
    fn words_are_found_in_captions_paragraphs_items_and_summaries() {
        assert_eq!(places("联盟章程的内容"), ["18"]);
        assert_eq!(places("专职工作人员"), ["23"]);
        assert_eq!(places("营业执照"), ["20-4"]);
        assert_eq!(places(" FULL-TIME staff "), ["23"]);
        assert!(places("公示").starts_with(&["22".to_owned()]));
    }

    #[test]
    fn the_match_is_marked_within_its_passage() {
        for query in ["理事长单位", "地理标志", "secretariat"] {
            let hits = search(query);
            assert!(!hits.is_empty());
            for hit in hits {
                assert_eq!(hit.text[hit.matched].to_ascii_lowercase(), query);
            }
        }
    }

    #[test]
    fn a_citation_leads_to_its_place_first() {
        assert_eq!(places("第十六条")[0], "16");
        assert_eq!(places("16-2"), ["16-2"]);
        assert_eq!(places("10")[0], "10");
        assert!(places("10").contains(&"16-2".to_owned()));
    }

    #[test]
    fn blanks_and_words_that_are_not_there_find_nothing() {
        assert_eq!(search("  "), []);
        assert_eq!(search("量子纠缠"), []);
    }
}
