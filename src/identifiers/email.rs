//! 电子邮箱.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::typed;
use crate::language::Message;
use crate::message;

/// 电子邮箱: `name@domain`, the domain in lower case; domains in Chinese (名.公司) are taken.
///
/// The forms people really use, not all of RFC 5322: no quoted names, comments or bare addresses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

/// Why a text is no e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum EmailError {
    /// Nothing but blanks.
    Empty,
    /// A blank inside.
    Blank,
    /// No @.
    NoAt,
    /// More than one @, or more than one address.
    Several,
    /// Nothing before the @.
    NoName,
    /// A character before the @ that mailboxes do not have.
    NameCharacter {
        /// The character.
        character: char,
    },
    /// A dot at an end of the name or next to another.
    NameDot,
    /// Nothing after the @.
    NoDomain,
    /// A domain without a dot, such as `163`.
    DomainWithoutDot {
        /// The domain.
        domain: String,
    },
    /// A part of the domain that is empty, or holds what domains do not hold.
    DomainPart {
        /// The part.
        part: String,
    },
    /// More than 64 characters before the @ or 254 in all (RFC 5321).
    TooLong,
}

impl EmailError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => {
                message!("请填写电子邮箱，如name@example.cn。", "Enter an e-mail address, such as name@example.cn.")
            }
            Self::Blank => {
                message!("电子邮箱中间不能有空格，请删去。", "An e-mail address has no spaces inside. Remove them.")
            }
            Self::NoAt => message!(
                "电子邮箱缺少“@”，请补全，如name@example.cn。",
                "The “@” is missing. Complete the address, such as name@example.cn."
            ),
            Self::Several => message!("请只填写一个电子邮箱。", "Enter a single e-mail address."),
            Self::NoName => message!("“@”前缺少邮箱名，请补全。", "The name before “@” is missing. Complete it."),
            Self::NameCharacter { character } => message!(
                "“@”前的邮箱名不能含“{character}”，请改正。",
                "The name before “@” cannot contain “{character}”. Correct it."
            ),
            Self::NameDot => message!(
                "“@”前的邮箱名不能以点开头、结尾或含连续的点，请改正。",
                "The name before “@” cannot begin or end with a dot or have two in a row. Correct it."
            ),
            Self::NoDomain => message!(
                "“@”后缺少域名，请补全，如example.cn。",
                "The domain after “@” is missing. Complete it, such as example.cn."
            ),
            Self::DomainWithoutDot { domain } => message!(
                "域名“{domain}”不完整，请补全，如{domain}.com。",
                "The domain “{domain}” is incomplete. Complete it, such as {domain}.com."
            ),
            Self::DomainPart { part } if part.is_empty() => {
                message!("“@”后的域名多了一个点，请改正。", "The domain after “@” has a dot too many. Correct it.")
            }
            Self::DomainPart { part } => message!(
                "“@”后的域名中“{part}”有误，请改正。",
                "The part “{part}” of the domain after “@” is wrong. Correct it."
            ),
            Self::TooLong => message!("电子邮箱过长，请核对。", "The e-mail address is too long. Check it."),
        }
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(typed: &str) -> Result<Self, EmailError> {
        let visible: String =
            typed.chars().filter(|character| !typed::is_invisible(*character)).map(typed::half_width).collect();
        let text = visible.trim();
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        if text.matches('@').count() > 1 || text.contains([';', '；', '、', ',']) {
            return Err(EmailError::Several);
        }
        if text.contains(char::is_whitespace) {
            return Err(EmailError::Blank);
        }
        let (name, domain) = text.split_once('@').ok_or(EmailError::NoAt)?;
        // Chinese input methods write the full stop for the dot.
        let domain = domain.replace(['。', '｡'], ".").to_lowercase();
        check_name(name)?;
        check_domain(&domain)?;
        let address = format!("{name}@{domain}");
        if name.len() > 64 || address.len() > 254 { Err(EmailError::TooLong) } else { Ok(Self(address)) }
    }
}

/// What stands before the @.
fn check_name(name: &str) -> Result<(), EmailError> {
    if name.is_empty() {
        return Err(EmailError::NoName);
    }
    let is_allowed = |character: char| character.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(character);
    if let Some(character) = name.chars().find(|character| !is_allowed(*character)) {
        return Err(EmailError::NameCharacter { character });
    }
    if name.split('.').any(str::is_empty) { Err(EmailError::NameDot) } else { Ok(()) }
}

/// What stands after the @.
fn check_domain(domain: &str) -> Result<(), EmailError> {
    if domain.is_empty() {
        return Err(EmailError::NoDomain);
    }
    let is_part = |part: &str| {
        (1..=63).contains(&part.len())
            && part.chars().all(|character| character.is_alphanumeric() || character == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    if let Some(part) = domain.split('.').find(|part| !is_part(part)) {
        return Err(EmailError::DomainPart { part: part.to_owned() });
    }
    match domain.rsplit_once('.') {
        None => Err(EmailError::DomainWithoutDot { domain: domain.to_owned() }),
        Some((_, top)) if top.chars().count() < 2 || top.chars().all(char::is_numeric) => {
            Err(EmailError::DomainPart { part: top.to_owned() })
        }
        Some(_) => Ok(()),
    }
}

impl fmt::Display for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typed_and_pasted_forms_give_the_clean_address() {
        for (typed, clean) in [
            ("zhang.san@Example.CN", "zhang.san@example.cn"),
            (" Zhang＠１６３．ｃｏｍ\u{200B}\n", "Zhang@163.com"),
            ("ip@hainan。cn", "ip@hainan.cn"),
            ("a+b@知识产权.公司", "a+b@知识产权.公司"),
        ] {
            assert_eq!(typed.parse::<Email>().map(|email| email.to_string()), Ok(clean.to_owned()));
        }
    }

    #[test]
    fn each_cause_has_its_own_error() {
        let part = |part: &str| EmailError::DomainPart { part: part.to_owned() };
        let table = [
            ("  ", EmailError::Empty),
            ("zhang san@163.com", EmailError::Blank),
            ("zhang.163.com", EmailError::NoAt),
            ("a@163.com b@163.com", EmailError::Several),
            ("a@163.com；b@163.com", EmailError::Several),
            ("@163.com", EmailError::NoName),
            ("张三@163.com", EmailError::NameCharacter { character: '张' }),
            ("a..b@163.com", EmailError::NameDot),
            (".a@163.com", EmailError::NameDot),
            ("zhang@", EmailError::NoDomain),
            ("zhang@163", EmailError::DomainWithoutDot { domain: "163".to_owned() }),
            ("zhang@163..com", part("")),
            ("zhang@-163.com", part("-163")),
            ("zhang@1_63.com", part("1_63")),
            ("zhang@163.c", part("c")),
            ("zhang@10.0.0.1", part("1")),
        ];
        for (typed, error) in table {
            assert_eq!(typed.parse::<Email>(), Err(error), "{typed}");
        }
        let long = format!("{}@163.com", "a".repeat(65));
        assert_eq!(long.parse::<Email>(), Err(EmailError::TooLong));
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(text in "[a-zA-Z0-9_+-]{1,8}(\\.[a-z0-9]{1,4})?@([a-z0-9]{1,8}\\.){1,3}[a-z]{2,5}") {
            let email: Email = text.parse().unwrap();
            prop_assert_eq!(email.to_string().parse(), Ok(email));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,12}(@\\PC{0,12})?") {
            let _ = text.parse::<Email>().map_err(|error| error.message());
        }
    }
}
