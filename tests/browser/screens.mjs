// Every screen of the page.

/** The screens by their addresses; `m01` is the first member of the sample. */
export const SCREENS = [
  "#/",
  "#/precheck",
  "#/precheck/result",
  "#/eligibility",
  "#/alliance",
  "#/members",
  "#/members/m01",
  "#/members/signing",
  "#/secretariat",
  "#/setup",
  "#/charter",
  "#/charter/check",
  "#/charter/compare",
  "#/materials",
  "#/review",
  "#/done",
  "#/documents",
  "#/documents/02",
  "#/measures",
  "#/measures/16",
  "#/privacy",
  "#/verify",
];
