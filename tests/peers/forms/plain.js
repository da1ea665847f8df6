// Plain HTML: every field an element of the page, a row checked when something is typed in it.
import { CHOICES, KEYS, PATTERNS } from "./columns.js";

export function mount(place, { members }) {
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
}
