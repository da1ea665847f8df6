// The peers' pages, each bundled by itself: a script that gives `mount(place, data)` to the window.
import { build } from "esbuild";
import { join } from "node:path";

/** The peers by name, and the file of each. */
export const PEERS = { "plain HTML": "plain.js", RJSF: "rjsf.js", "JSON Forms": "json-forms.js", SurveyJS: "survey.js" };

/** The script of a peer. */
export async function bundle(peer) {
  const { outputFiles } = await build({
    stdin: { contents: `import { mount } from "./${PEERS[peer]}"; window.mount = mount;`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".css": "empty" },
    logLevel: "error",
  });
  return outputFiles[0].text;
}
