// React JSON Schema Form.
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { schema } from "./columns.js";

export function mount(place, data) {
  createRoot(place).render(createElement(Form, { schema, formData: data, validator, liveValidate: true, showErrorList: false }));
}
