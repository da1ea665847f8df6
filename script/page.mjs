// Cuts the page that Trunk has built into the parts of src/app/parts.rs, so that what is seen first comes first. Trunk calls
// this when it has built, before it puts the result in place (Trunk.toml); what it made of the page itself is replaced.
//
// The parts, the module that loads them and the page's own module lie in a folder named by its contents, as the styles do in
// one sheet: no cache on the way mixes two versions.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR;
const WASM_FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

// Control flow written anew between two rounds takes one part in a hundred off; index.html says the same for the clerk.
const PASSES = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

const run = (program, ...words) => execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
const hashed = (contents) => {
  const hash = createHash("sha256");
  contents.forEach((bytes) => hash.update(bytes));
  return hash.digest("hex").slice(0, 16);
};

/** What `pattern` finds exactly once in `source`. */
function only(source, pattern, what) {
  const found = [...source.matchAll(new RegExp(pattern, "g"))];
  if (found.length !== 1) throw new Error(`page: ${found.length} of ${what} where one was expected`);
  return found[0];
}

// --- The program, part by part ----------------------------------------------------------------------------------------------

const { target_directory: target } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps", "--offline"]));
const built = join(target, "wasm32-unknown-unknown", process.env.TRUNK_PROFILE, "jiemeng.wasm");
const work = join(dist, "page");
mkdirSync(work);
run("wasm-split-cli", built, join(work, "parts"), "--out-name", "jiemeng");
run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", work, "--out-name", "jiemeng", join(work, "parts", "jiemeng.wasm"));
rmSync(join(work, "parts", "jiemeng.wasm"));
for (const name of readdirSync(join(work, "parts"))) renameSync(join(work, "parts", name), join(work, name));
rmSync(join(work, "parts"), { recursive: true });
// Some hosts keep files to themselves whose names begin so.
renameSync(join(work, "__wasm_split.js"), join(work, "parts.js"));
const module = readFileSync(join(work, "jiemeng.js"), "utf8");
writeFileSync(join(work, "jiemeng.js"), module.replaceAll('from "./__wasm_split.js"', 'from "./parts.js"'));

const features = WASM_FEATURES.map((feature) => `--enable-${feature}`);
const files = readdirSync(work).sort();
for (const name of files.filter((name) => name.endsWith(".wasm"))) {
  run("wasm-opt", "--quiet", ...PASSES, "--strip-debug", "--strip-producers", ...features, join(work, name), "--output", join(work, name));
}
const folder = `page-${hashed(files.map((name) => readFileSync(join(work, name))))}`;
renameSync(work, join(dist, folder));

// --- The shell --------------------------------------------------------------------------------------------------------------

const shellPath = join(dist, "index.html");
let shell = readFileSync(shellPath, "utf8");

const sheets = [...shell.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\s*/g)];
const style = sheets.map(([, name]) => readFileSync(join(dist, name))).join("\n");
const sheet = `style-${hashed([style])}.css`;
writeFileSync(join(dist, sheet), style);
for (const [, name] of sheets) rmSync(join(dist, name));

const [startTag, page, wasm] = only(shell, /<script [^>]*data-page="\.\/([^"]+)"[^>]*data-wasm="\.\/([^"]+)"[^>]*><\/script>/, "start tag");
rmSync(join(dist, page));
rmSync(join(dist, wasm));

const first = [
  `<link rel="stylesheet" href="./${sheet}">`,
  `<link rel="preload" href="./${folder}/jiemeng_bg.wasm" as="fetch" type="application/wasm" crossorigin>`,
  ...["start.js", `${folder}/jiemeng.js`, `${folder}/parts.js`].map((module) => `<link rel="modulepreload" href="./${module}">`),
];
shell = shell
  .replaceAll(/<link [^>]*rel="(?:stylesheet|preload|modulepreload)"[^>]*>\s*/g, "")
  .replace("</title>", `</title>\n    ${first.join("\n    ")}`)
  .replace(startTag, startTag.replace(page, `${folder}/jiemeng.js`).replace(wasm, `${folder}/jiemeng_bg.wasm`));
writeFileSync(shellPath, shell);
