// Prints what a built dist/ weighs: as it is, and as hosts send it.
//
//     node script/sizes.mjs <dist>
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = process.argv[2] ?? "dist";
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const rows = readdirSync(dist, { withFileTypes: true, recursive: true })
  .filter((it) => it.isFile())
  .map((it) => join(it.parentPath, it.name))
  .filter((path) => !path.includes("/.") && !/\.(br|gz)$/.test(path.replace(/\.ttf\.gz$/, "")))
  .sort()
  .map((path) => {
    const bytes = readFileSync(path);
    return { name: path.slice(dist.length + 1), sizes: [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)] };
  });

const total = (name, wanted) => ({ name, sizes: [0, 1, 2].map((at) => rows.filter(wanted).reduce((sum, it) => sum + it.sizes[at], 0)) });
const firstLoad = (it) => /\.(html|css|js|wasm)$/.test(it.name) && !/^(clerk|jiemeng\.html|sw\.js|offline\.js)/.test(it.name);

const table = [
  ...rows,
  total("first load: page, style, start", firstLoad),
  total("when first needed: clerk", (it) => it.name.startsWith("clerk")),
  total("when a PDF is made: fonts", (it) => it.name.startsWith("fonts/") && it.name.endsWith(".gz") && !it.name.includes("rare")),
];
const width = Math.max(...table.map((it) => it.name.length));
const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
console.log(`${"kB".padEnd(width)} ${["raw", "gzip", "brotli"].map((it) => it.padStart(9)).join(" ")}`);
for (const { name, sizes } of table) console.log(`${name.padEnd(width)} ${sizes.map(kilo).join(" ")}`);
