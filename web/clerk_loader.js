// Starts the clerk: a classic worker, because only classic workers also run from a blob on file://.
importScripts("clerk.js");
wasm_bindgen({ module_or_path: "clerk_bg.wasm" });
