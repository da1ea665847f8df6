//! The numbers that the Measures set, each with the words that set it.

use super::Citation;

/// A number and where it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub value: u32,
    /// Where it is set.
    pub citation: Citation,
    /// The words that set it, verbatim.
    pub words: &'static str,
}

impl Number {
    const fn new(value: u32, citation: Citation, words: &'static str) -> Self {
        Self { value, citation, words }
    }
}

/// The least number of market entities of closely related interest.
pub const MINIMUM_MARKET_ENTITIES: Number = Number::new(2, Citation::article(2), "两个以上利益高度关联的市场主体");

/// The least number of member units. Whether the leading units count is not said.
pub const MINIMUM_MEMBERS: Number = Number::new(10, Citation::item(16, 2), "联盟成员单位不少于10家");

/// The years of business that the profiles of the leading units tell of.
pub const PROFILE_YEARS: Number = Number::new(3, Citation::item(20, 3), "近三年经营状况");

/// Working days for which a filing that is to be accepted is published.
pub const PUBLICATION_WORKING_DAYS: Number = Number::new(5, Citation::article(22), "公示期为5个工作日");

/// Years in a row of failing the yearly review that cost the registration.
pub const REVOCATION_YEARS: Number = Number::new(2, Citation::article(31), "连续两年考核结果为不合格");

/// Days within which a change is filed, from the day of the change. Of which kind of days is not said.
pub const CHANGE_FILING_DAYS: Number = Number::new(10, Citation::article(32), "应在事项变更之日起10日内");

/// Every number, in the order of the articles.
pub const ALL: [Number; 6] = [
    MINIMUM_MARKET_ENTITIES,
    MINIMUM_MEMBERS,
    PROFILE_YEARS,
    PUBLICATION_WORKING_DAYS,
    REVOCATION_YEARS,
    CHANGE_FILING_DAYS,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cited_words_stand_in_the_cited_place_and_hold_the_number() {
        for number in ALL {
            let text = number.citation.resolve().unwrap().text();
            assert!(text.contains(number.words), "{}: {}", number.citation, number.words);
            let arabic = number.value.to_string();
            let chinese = super::super::chinese_number(number.value);
            // Before a measure word, two is 两.
            let before_measure = if number.value == 2 { "两" } else { chinese.as_str() };
            assert!([arabic.as_str(), &chinese, before_measure].iter().any(|form| number.words.contains(form)));
        }
    }

    #[test]
    fn every_arabic_number_of_the_articles_is_here_or_no_number_of_the_filing() {
        // 国知办函管字〔2015〕192号 in Article 1 is a document's number.
        let numbers: Vec<String> = super::super::articles()
            .filter(|article| article.number != 1)
            .flat_map(|article| {
                let text = article.text();
                text.split(|character: char| !character.is_ascii_digit())
                    .filter(|digits| !digits.is_empty())
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(numbers, ["10", "5", "10"]);
    }
}
