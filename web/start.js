// Starts the page: loads the module that the start tag names and hands it its WebAssembly. What works without a network
// comes after it.
const { page, wasm } = document.querySelector("script[data-page]").dataset;
const root = document.documentElement;
// The shell shows the first screen in Chinese; nobody is shown what is about to be something else.
let isEnglish = false;
try {
  isEnglish = localStorage.getItem("jiemeng-language") === "en";
} catch {
  // A browser that keeps nothing.
}
if (isEnglish || !/^(#\/?)?$/.test(location.hash)) root.dataset.opening = "";
const { default: start } = await import(new URL(page, document.baseURI));
await start({ module_or_path: new URL(wasm, document.baseURI) });
if (document.querySelector("script[data-offline]")) await import("./offline.js");
