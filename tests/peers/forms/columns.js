// The members' list as other form programs hold it: every row and column in one page, checked as they check while one types.
export const CHOICES = {
  category: ["enterprise", "university", "institute", "finance", "service", "other"],
  role: ["chair", "secretary", "chair-and-secretary", "vice-chair", "council", "member"],
  in_hainan: ["yes", "no", "unsure"],
};
export const PATTERNS = { uscc: "^[0-9A-HJ-NPQRTUWXY]{18}$", contact_phone: "^[0-9+() -]{7,20}$" };
export const KEYS = ["name", "uscc", "category", "role", "in_hainan", "legal_representative", "contact_name", "contact_phone"];

const property = (key) => (CHOICES[key] ? { type: "string", enum: CHOICES[key] } : PATTERNS[key] ? { type: "string", pattern: PATTERNS[key] } : { type: "string", minLength: 1 });
export const schema = {
  type: "object",
  properties: { members: { type: "array", items: { type: "object", required: ["name"], properties: Object.fromEntries(KEYS.map((key) => [key, property(key)])) } } },
};
