// Starts the page: loads the module that Trunk's tag names and hands it its WebAssembly. What works without a network
// comes after it.
const { page, wasm } = document.querySelector("script[data-page]").dataset;
const { default: start } = await import(new URL(page, document.baseURI));
await start({ module_or_path: new URL(wasm, document.baseURI) });
if (document.querySelector("script[data-offline]")) await import("./offline.js");
