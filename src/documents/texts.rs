//! The editable texts. Each is a plain UTF-8 file in the language of [`template`](crate::template).

/// The report on need and feasibility.
pub(super) const REPORT: &str = include_str!("texts/report.txt");
/// The minutes of the founding congress.
pub(super) const MINUTES: &str = include_str!("texts/minutes.txt");
/// How the application form is filled in.
pub(super) const APPLICATION_GUIDE: &str = include_str!("texts/application-guide.txt");
/// What the applicants promise.
pub(super) const APPLICATION_PROMISE: &str = include_str!("texts/application-promise.txt");
/// The self-evaluation: what it is and is not, and what it comes to.
pub(super) const SELF_EVALUATION: &str = include_str!("texts/self-evaluation.txt");
/// The list of materials on top of the bundle.
pub(super) const CATALOGUE: &str = include_str!("texts/catalogue.txt");
/// The list of members.
pub(super) const MEMBER_LIST: &str = include_str!("texts/member-list.txt");
/// What stands over the signatures of the charter.
pub(super) const CHARTER_SIGNING: &str = include_str!("texts/charter-signing.txt");
/// The eight model rules, in the order in which they are bound.
pub(super) const RULES: [&str; 8] = [
    include_str!("texts/rules/1-secretariat.txt"),
    include_str!("texts/rules/2-liaison.txt"),
    include_str!("texts/rules/3-meetings.txt"),
    include_str!("texts/rules/4-decisions.txt"),
    include_str!("texts/rules/5-information.txt"),
    include_str!("texts/rules/6-finance.txt"),
    include_str!("texts/rules/7-sharing.txt"),
    include_str!("texts/rules/8-strategy.txt"),
];

/// The names of the eight rules, as they stand on top of their texts.
pub(super) fn rule_names() -> impl Iterator<Item = &'static str> {
    RULES.iter().filter_map(|text| text.lines().next()?.strip_prefix("# "))
}
