// Starts the clerk: a classic worker, because only classic workers also run from a blob on file://.
importScripts("clerk.js");
// A rejected promise would stay inside the worker; an error thrown from a task reaches the page.
wasm_bindgen({ module_or_path: "clerk_bg.wasm" }).catch((error) => setTimeout(() => { throw error; }));
