// SurveyJS.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Model } from "survey-core";
import { Survey } from "survey-react-ui";
import { CHOICES, KEYS, PATTERNS } from "./columns.js";

export function mount(place, data) {
  const column = (key) => (CHOICES[key] ? { name: key, cellType: "dropdown", choices: CHOICES[key] } : { name: key, cellType: "text", validators: PATTERNS[key] ? [{ type: "regex", regex: PATTERNS[key] }] : [], isRequired: key === "name" });
  const model = new Model({ textUpdateMode: "onTyping", checkErrorsMode: "onValueChanged", elements: [{ type: "matrixdynamic", name: "members", maxRowCount: 10000, rowCount: 0, columns: KEYS.map(column) }] });
  model.data = data;
  createRoot(place).render(createElement(Survey, { model }));
}
