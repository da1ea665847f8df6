// The members' list as other form programs hold it: every row and column in one page, checked as they check while one
// types. tests/peers/typing.mjs bundles this and measures beside Jiemeng.
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Model } from "survey-core";
import { Survey } from "survey-react-ui";

const CHOICES = {
  category: ["enterprise", "university", "institute", "finance", "service", "other"],
  role: ["chair", "secretary", "chair-and-secretary", "vice-chair", "council", "member"],
  in_hainan: ["yes", "no", "unsure"],
};
const PATTERNS = { uscc: "^[0-9A-HJ-NPQRTUWXY]{18}$", contact_phone: "^[0-9+() -]{7,20}$" };
const KEYS = ["name", "uscc", "category", "role", "in_hainan", "legal_representative", "contact_name", "contact_phone"];

const property = (key) => (CHOICES[key] ? { type: "string", enum: CHOICES[key] } : PATTERNS[key] ? { type: "string", pattern: PATTERNS[key] } : { type: "string", minLength: 1 });
const schema = {
  type: "object",
  properties: { members: { type: "array", items: { type: "object", required: ["name"], properties: Object.fromEntries(KEYS.map((key) => [key, property(key)])) } } },
};

const peers = {
  /** Plain HTML: every field an element of the page, a row checked when something is typed in it. */
  "plain HTML"(place, { members }) {
    const table = document.createElement("table");
    for (const member of members) {
      const row = table.insertRow();
      for (const key of KEYS) {
        const field = document.createElement(CHOICES[key] ? "select" : "input");
        for (const choice of CHOICES[key] ?? []) field.append(new Option(choice, choice));
        field.value = member[key] ?? "";
        field.addEventListener("input", () => {
          member[key] = field.value;
          const wrong = key === "name" ? field.value === "" : PATTERNS[key] && !new RegExp(PATTERNS[key]).test(field.value);
          field.setAttribute("aria-invalid", String(Boolean(wrong)));
        });
        row.insertCell().append(field);
      }
    }
    place.append(table);
  },
  RJSF(place, data) {
    createRoot(place).render(createElement(Form, { schema, formData: data, validator, liveValidate: true, showErrorList: false }));
  },
  "JSON Forms"(place, data) {
    const element = { type: "Control", scope: "#/properties/members" };
    createRoot(place).render(createElement(JsonForms, { schema, uischema: element, data, renderers: vanillaRenderers, cells: vanillaCells, onChange: () => {} }));
  },
  SurveyJS(place, data) {
    const column = (key) => (CHOICES[key] ? { name: key, cellType: "dropdown", choices: CHOICES[key] } : { name: key, cellType: "text", validators: PATTERNS[key] ? [{ type: "regex", regex: PATTERNS[key] }] : [], isRequired: key === "name" });
    const model = new Model({ textUpdateMode: "onTyping", checkErrorsMode: "onValueChanged", elements: [{ type: "matrixdynamic", name: "members", maxRowCount: 10000, rowCount: 0, columns: KEYS.map(column) }] });
    model.data = data;
    createRoot(place).render(createElement(Survey, { model }));
  },
};

/** Draws the members by one of the peers. */
window.mount = (peer, members) => peers[peer](document.body.appendChild(document.createElement("div")), { members });
