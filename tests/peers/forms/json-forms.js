// JSON Forms with its plain renderers.
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { schema } from "./columns.js";

export function mount(place, data) {
  const element = { type: "Control", scope: "#/properties/members" };
  createRoot(place).render(createElement(JsonForms, { schema, uischema: element, data, renderers: vanillaRenderers, cells: vanillaCells, onChange: () => {} }));
}
