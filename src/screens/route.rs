//! The address of each screen: `#/alliance`, `#/members/m3`, `#/measures/16`, and of a place on it:
//! `#/alliance?fact=alliance/name`.

use std::fmt;

use super::Paper;
use crate::dossier::{FactPath, Section};
use crate::measures::{Citation, LAST_ARTICLE};

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// The task list.
    #[default]
    Home,
    /// 快速预检, before anything is filled in.
    Precheck,
    /// What it came to.
    PrecheckResult,
    /// 资格自查.
    Eligibility,
    /// 联盟基本情况.
    Alliance,
    /// 成员单位.
    Members,
    /// One member, by its id.
    Member(String),
    /// 签字盖章: who still has to sign, seal or hand in what.
    Signing,
    /// 秘书处.
    Secretariat,
    /// 组建程序.
    Setup,
    /// 联盟章程.
    Charter,
    /// 对照已有章程: a charter that somebody else wrote.
    CharterCheck,
    /// 与范本对照: the charter beside the model.
    CharterCompare,
    /// 备案材料.
    Materials,
    /// 核对.
    Review,
    /// 报送指引: what comes after the bundle.
    Done,
    /// 预览和打印文书.
    Documents,
    /// One document, as pages.
    Document(&'static Paper),
    /// 管理办法.
    Measures,
    /// One article of it, by its number.
    Article(u8),
    /// 数据与隐私: what is stored where, and wiping it.
    Privacy,
    /// 核验备案材料包.
    Verify,
    /// An address that leads nowhere, as it was written.
    Unknown(String),
}

/// A screen and, where something on it was asked for, the id of that element: for a field it is the path of its fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// The screen.
    pub route: Route,
    /// The element to be focused on it.
    pub focus: Option<String>,
}

impl Route {
    /// The screen that a path such as `/members/m3` names.
    fn parse(path: &str) -> Self {
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        match steps.as_slice() {
            [] => Self::Home,
            ["precheck"] => Self::Precheck,
            ["precheck", "result"] => Self::PrecheckResult,
            ["eligibility"] => Self::Eligibility,
            ["alliance"] => Self::Alliance,
            ["members"] => Self::Members,
            ["members", "signing"] => Self::Signing,
            ["members", id] => Self::Member((*id).to_owned()),
            ["secretariat"] => Self::Secretariat,
            ["setup"] => Self::Setup,
            ["charter"] => Self::Charter,
            ["charter", "check"] => Self::CharterCheck,
            ["charter", "compare"] => Self::CharterCompare,
            ["materials"] => Self::Materials,
            ["review"] => Self::Review,
            ["done"] => Self::Done,
            ["documents"] => Self::Documents,
            ["documents", name] => Paper::named(name).map_or_else(|| Self::Unknown(path.to_owned()), Self::Document),
            ["privacy"] => Self::Privacy,
            ["verify"] => Self::Verify,
            ["measures"] => Self::Measures,
            ["measures", number] => number
                .parse()
                .ok()
                .filter(|number| (1..=LAST_ARTICLE).contains(number))
                .map_or_else(|| Self::Unknown(path.to_owned()), Self::Article),
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The screen with nothing on it asked for.
    #[must_use]
    pub const fn address(self) -> Address {
        Address { route: self, focus: None }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Precheck => f.write_str("#/precheck"),
            Self::PrecheckResult => f.write_str("#/precheck/result"),
            Self::Eligibility => f.write_str("#/eligibility"),
            Self::Alliance => f.write_str("#/alliance"),
            Self::Members => f.write_str("#/members"),
            Self::Member(id) => write!(f, "#/members/{id}"),
            Self::Signing => f.write_str("#/members/signing"),
            Self::Secretariat => f.write_str("#/secretariat"),
            Self::Setup => f.write_str("#/setup"),
            Self::Charter => f.write_str("#/charter"),
            Self::CharterCheck => f.write_str("#/charter/check"),
            Self::CharterCompare => f.write_str("#/charter/compare"),
            Self::Materials => f.write_str("#/materials"),
            Self::Review => f.write_str("#/review"),
            Self::Done => f.write_str("#/done"),
            Self::Documents => f.write_str("#/documents"),
            Self::Document(paper) => write!(f, "#/documents/{}", paper.code),
            Self::Privacy => f.write_str("#/privacy"),
            Self::Verify => f.write_str("#/verify"),
            Self::Measures => f.write_str("#/measures"),
            Self::Article(number) => write!(f, "#/measures/{number}"),
            Self::Unknown(path) => write!(f, "#{path}"),
        }
    }
}

impl Address {
    /// Reads the part of an address from `#` on, with `%` escapes already undone. Whatever leads nowhere is
    /// [`Route::Unknown`].
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let focus = query.split('&').find_map(|pair| pair.strip_prefix("fact="));
        Self { route: Route::parse(path), focus: focus.filter(|id| !id.is_empty()).map(str::to_owned) }
    }

    /// Where a fact, or a whole part of the dossier, is asked for.
    #[must_use]
    pub fn of_fact(path: &FactPath) -> Self {
        let route = match path.section() {
            Some(Section::Alliance) => Route::Alliance,
            Some(Section::Members) => path.member_id().map_or(Route::Members, |id| Route::Member(id.to_owned())),
            Some(Section::Secretariat) => Route::Secretariat,
            Some(Section::Setup) => Route::Setup,
            Some(Section::Charter) => Route::Charter,
            Some(Section::Materials) => Route::Materials,
            None => Route::Review,
        };
        let place_on_it = match path.steps() {
            ("members", _, key) => key.is_some(),
            (_, step, _) => step.is_some(),
        };
        Self { route, focus: place_on_it.then(|| path.text().into_owned()) }
    }

    /// Where a rule of the eligibility check is shown.
    #[must_use]
    pub fn of_rule(id: &str) -> Self {
        Self { route: Route::Eligibility, focus: Some(format!("rule/{id}")) }
    }

    /// The id of the link on the review page that leads to a fact.
    #[must_use]
    pub fn change_link(path: &FactPath) -> String {
        format!("change/{path}")
    }

    /// Back on the review page, at the link that led to a fact.
    #[must_use]
    pub fn back_to_review(path: &FactPath) -> Self {
        Self { route: Route::Review, focus: Some(Self::change_link(path)) }
    }

    /// Where a provision stands on the page of the Measures.
    #[must_use]
    pub const fn of_citation(citation: Citation) -> Self {
        Self { route: Route::Article(citation.article), focus: None }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match &self.focus {
            None => write!(f, "{}", self.route),
            Some(id) => write!(f, "{}?fact={id}", self.route),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::PAPERS;

    #[test]
    fn every_screen_has_one_address_and_the_address_leads_back_to_it() {
        let rows = [
            (Route::Home, "#/"),
            (Route::Precheck, "#/precheck"),
            (Route::PrecheckResult, "#/precheck/result"),
            (Route::Eligibility, "#/eligibility"),
            (Route::Alliance, "#/alliance"),
            (Route::Members, "#/members"),
            (Route::Member("m3".into()), "#/members/m3"),
            (Route::Signing, "#/members/signing"),
            (Route::Secretariat, "#/secretariat"),
            (Route::Setup, "#/setup"),
            (Route::Charter, "#/charter"),
            (Route::CharterCheck, "#/charter/check"),
            (Route::CharterCompare, "#/charter/compare"),
            (Route::Materials, "#/materials"),
            (Route::Review, "#/review"),
            (Route::Done, "#/done"),
            (Route::Documents, "#/documents"),
            (Route::Document(&PAPERS[2]), "#/documents/02"),
            (Route::Privacy, "#/privacy"),
            (Route::Verify, "#/verify"),
            (Route::Measures, "#/measures"),
            (Route::Article(16), "#/measures/16"),
        ];
        for (route, written) in rows {
            assert_eq!(route.to_string(), written);
            assert_eq!(Address::parse(written), route.address());
        }
    }

    #[test]
    fn no_address_at_all_is_the_task_list() {
        for hash in ["", "#", "#/", "/"] {
            assert_eq!(Address::parse(hash), Route::Home.address(), "{hash:?}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_kept_as_it_was_written() {
        for path in ["/nowhere", "/measures/37", "/measures/x", "/members/m1/name", "/documents/04", "main"] {
            assert_eq!(Address::parse(&format!("#{path}")).route, Route::Unknown(path.to_owned()));
        }
    }

    #[test]
    fn a_fact_is_opened_on_its_screen_and_focused() {
        let rows = [
            ("alliance/name", "#/alliance?fact=alliance/name"),
            ("members/m3/uscc", "#/members/m3?fact=members/m3/uscc"),
            ("members/m3", "#/members/m3"),
            ("members", "#/members"),
            ("charter/quorum", "#/charter?fact=charter/quorum"),
            ("materials/originals", "#/materials?fact=materials/originals"),
            ("elsewhere", "#/review"),
        ];
        for (path, written) in rows {
            let address = Address::of_fact(&path.into());
            assert_eq!(address.to_string(), written);
            assert_eq!(Address::parse(written), address);
        }
    }
}
