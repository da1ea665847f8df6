// Cuts the page and the clerk that Trunk has built into the parts of their parts.rs, so that what is wanted first comes first.
// Trunk calls this when it has built, before it puts the result in place (Trunk.toml); what it made of the two programs itself
// is replaced.
//
// All files of a program lie in a folder named by its contents, as the styles do in one sheet: no cache on the way mixes two
// versions.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { joined, only, packed } from "./modules.mjs";
import { optimise } from "./optimise.mjs";
import { shortened } from "./short-names.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const run = (program, ...words) => execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
const hashed = (contents) => {
  const hash = createHash("sha256");
  contents.forEach((bytes) => hash.update(bytes));
  return hash.digest("hex").slice(0, 16);
};

// --- The programs, part by part ---------------------------------------------------------------------------------------------

const { target_directory: target } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps", "--offline"]));

/** What the tools call the module that loads the parts of a program. */
const LOADER = "__wasm_split.js";

/** The folder with the parts of a program, its module, and the module that loads the parts. */
function parts(program) {
  const built = join(target, "wasm32-unknown-unknown", process.env.TRUNK_PROFILE, `${program}.wasm`);
  const work = join(dist, `${program}-parts`);
  const place = (name) => join(work, name);
  mkdirSync(work);
  run("wasm-split-cli", built, place("parts"), "--out-name", program);
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", work, "--out-name", program, place(`parts/${program}.wasm`));
  rmSync(place(`parts/${program}.wasm`));
  for (const name of readdirSync(place("parts"))) renameSync(place(`parts/${name}`), place(name));
  rmSync(place("parts"), { recursive: true });
  // What several parts share bears their names.
  const loader = readFileSync(place(LOADER), "utf8").replaceAll(/\/\* ([\w, ]+) \*\/(\s+[^/]*"\.\/)(chunk_\d+)\.wasm"/g, (text, sharing, between, name) => {
    const shared = `shared_${sharing.split(", ").join("_")}.wasm`;
    renameSync(place(`${name}.wasm`), place(shared));
    return `${between}${shared}"`;
  });
  if (/chunk_\d+\.wasm/.test(loader)) throw new Error("it is not known what shares a part");
  writeFileSync(place(LOADER), loader);
  for (const name of readdirSync(work).filter((name) => name.endsWith(".wasm"))) optimise(place(name));
  const [wasm, script] = [place(`${program}_bg.wasm`), place(`${program}.js`)];
  const short = shortened({ program: readFileSync(wasm), module: readFileSync(script, "utf8") });
  writeFileSync(wasm, short.program);
  writeFileSync(script, short.module);
  return work;
}

/** Names a program's folder by its contents. */
function named(work, name) {
  const folder = `${name}-${hashed(readdirSync(work).sort().map((file) => readFileSync(join(work, file))))}`;
  renameSync(work, join(dist, folder));
  return folder;
}

/** Puts the script that `source` becomes in the place of a program's modules. */
async function replace(work, program, source, how) {
  const script = await joined(source, work, how);
  rmSync(join(work, LOADER));
  writeFileSync(join(work, `${program}.js`), script);
}

const pageParts = parts("jiemeng");
await replace(pageParts, "jiemeng", 'export { default } from "./jiemeng.js";');
const page = named(pageParts, "page");

// The clerk is a classic script: only such workers also run from a blob on file://, and in browsers of some years. A rejected
// promise would stay inside the worker; an error thrown from a task reaches the page.
const clerkParts = parts("clerk");
const begin = `import start from "./clerk.js";
start({ module_or_path: fetch(new URL("./clerk_bg.wasm", import.meta.url)) }).catch((error) => setTimeout(() => { throw error; }));`;
await replace(clerkParts, "clerk", begin, { classic: true });
const clerk = named(clerkParts, "clerk");

// --- The shell --------------------------------------------------------------------------------------------------------------

const shellPath = join(dist, "index.html");
let shell = readFileSync(shellPath, "utf8");

const sheets = [...shell.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\s*/g)];
const style = await packed(sheets.map(([, name]) => readFileSync(join(dist, name))).join("\n"));
const sheet = `style-${hashed([style])}.css`;
writeFileSync(join(dist, sheet), style);
for (const [, name] of sheets) rmSync(join(dist, name));

const [startTag, module, wasm] = only(shell, /<script [^>]*data-page="\.\/([^"]+)"[^>]*data-wasm="\.\/([^"]+)"[^>]*><\/script>/, "start tag");
for (const name of [module, wasm, "clerk.js", "clerk_bg.wasm"]) rmSync(join(dist, name));

const first = [
  `<link rel="stylesheet" href="./${sheet}">`,
  `<link rel="preload" href="./${page}/jiemeng_bg.wasm" as="fetch" type="application/wasm" crossorigin>`,
  ...["start.js", `${page}/jiemeng.js`].map((module) => `<link rel="modulepreload" href="./${module}">`),
];
const starts = startTag
  .replace("<script ", `<script data-clerk="./${clerk}/clerk.js" `)
  .replace(module, `${page}/jiemeng.js`)
  .replace(wasm, `${page}/jiemeng_bg.wasm`);
shell = shell
  .replaceAll(/<!--[^]*?-->\s*|<link [^>]*rel="(?:stylesheet|preload|modulepreload)"[^>]*>\s*/g, "")
  .replace("</title>", `</title>\n    ${first.join("\n    ")}`)
  .replace(startTag, starts);
writeFileSync(shellPath, shell);
