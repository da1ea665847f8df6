// What the tools write for a program in parts are modules that fetch files beside them: the program's own, and the one that
// loads its parts. Here they become one small script, of the kind that runs where it is wanted; where nothing can be fetched,
// the files stand in it.
import { build, transform } from "esbuild";

/** What browsers have had for some years; nothing newer is written. */
const TARGET = ["chrome99", "firefox115", "safari16.4"];

/** What `pattern` finds exactly once in `source`; a change in what the tools write must stop the build, not the reader. */
export function only(source, pattern, what) {
  const found = [...source.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
  if (found.length !== 1) throw new Error(`${found.length} of ${what} where one was expected`);
  return found[0];
}

/** The script that `source` becomes with all it imports from its folder: a module, or one that runs where classic scripts do. */
export async function joined(source, folder, { classic = false } = {}) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: classic ? "iife" : "esm",
    // What the tools write lets go of things by themselves where the language can; nothing here asks it to.
    define: { "Symbol.dispose": "undefined", ...(classic && { "import.meta.url": "self.location.href" }) },
    target: TARGET,
    // What it finds strange is ours to look at.
    logLevel: "error",
  });
  return outputFiles[0].text;
}

/** A style sheet without what only its writers read. */
export const packed = async (style) => (await transform(style, { loader: "css", minify: true, target: TARGET })).code;

const FETCH = /\bfetch\(new URL\("\.\/([^"]+)",(?:import\.meta\.url|self\.location\.href)\)\)/g;

/** A script with what it fetches in it. `bytes` gives those of a file by its name, as base64. */
export function inlined(script, bytes) {
  const whole = script.replaceAll(FETCH, (call, name) => {
    const read = `Uint8Array.from(atob("${bytes(name)}"), (c) => c.charCodeAt(0))`;
    return `Promise.resolve(new Response(${read}, { headers: { "Content-Type": "application/wasm" } }))`;
  });
  const left = whole.match(/\bfetch\(new .*/);
  if (left) throw new Error(`a script still fetches: ${left[0].slice(0, 80)}`);
  return whole;
}
