// Starts the page: loads the module that the start tag names and hands it its WebAssembly. What works without a network
// comes after it.
const { page, wasm } = document.querySelector("script[data-page]").dataset;
const root = document.documentElement;
// The shell shows the first screen in Chinese to whoever comes for the first time; nobody is shown what is about to be
// something else.
let [isEnglish, isKnown] = [false, false];
try {
  isEnglish = localStorage.getItem("jiemeng-language") === "en";
  isKnown = ["jiemeng-tour", "jiemeng-begun"].some((key) => localStorage.getItem(key) !== null);
} catch {
  // A browser that keeps nothing.
}
if (isKnown) root.dataset.known = "";
if (isEnglish || !/^(#\/?)?$/.test(location.hash)) root.dataset.opening = "";
const { default: start } = await import(new URL(page, document.baseURI));
await start({ module_or_path: new URL(wasm, document.baseURI) });
if (document.querySelector("script[data-offline]")) await import("./offline.js");
