// Prints what a built dist/ weighs, as it is and as hosts send it, and holds it against a budget.
//
//     node script/sizes.mjs <dist>
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { table } from "../tests/peers/table.mjs";

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

const isPage = (it) => /^page-/.test(it.name);
const isPart = (it) => /\/(split|shared)_/.test(it.name);
const isFirst = (it) => /^(index\.html|start\.js|style-[^/]*\.css)$/.test(it.name) || (isPage(it) && !isPart(it));
const isClerk = (it) => /^clerk-/.test(it.name);
/** Whether it is loaded for this part of the clerk: the part itself, or what it shares with others. */
const isFor = (part) => (it) => isClerk(it) && isPart(it) && it.name.split(/[/_.]/).includes(part);
/** What is loaded together, and how many bytes of it a host may send at most, brotli. */
const LOADS = [
  ["first load: the front, until the task list answers", isFirst, 102_000],
  ["the rest of the page: dossier, checks, screens", (it) => isPage(it) && isPart(it), 945_000],
  ["documents as pages, DOCX, XLSX and ZIP: the clerk", (it) => isClerk(it) && !isPart(it), 412_000],
  ["documents as PDF: its press", isFor("press"), 470_000],
  ["files of others are read: its intake", isFor("intake"), 290_000],
  ["bundles are verified: its examiner", isFor("examiner"), 550_000],
  ["when a PDF is made: fonts", (it) => /^fonts\/.*\.gz$/.test(it.name) && !it.name.includes("rare"), 9_400_000],
  ["when a PDF has rare characters: their font", (it) => /^fonts\/rare.*\.gz$/.test(it.name), 6_300_000],
];

const loads = LOADS.map(([name, wanted, budget]) => {
  const files = rows.filter(wanted);
  return { name, budget, sizes: [0, 1, 2].map((at) => files.reduce((sum, it) => sum + it.sizes[at], 0)) };
});

const kilo = (bytes) => (bytes / 1000).toFixed(1);
const each = table("weight of each file, kB", ["raw", "gzip", "brotli"]);
// Their names by contents change with every build, and nobody compares those.
for (const { name, sizes } of rows) each(name.replaceAll(/-[0-9a-f]{16}/g, "-…"), ...sizes.map(kilo));
const together = table("weight of what is loaded together, kB", ["raw", "gzip", "brotli", "at most"]);
for (const { name, sizes, budget } of loads) together(name, ...sizes.map(kilo), kilo(budget));

const over = loads.filter(({ sizes, budget }) => sizes[2] > budget);
for (const { name, sizes, budget } of over) console.error(`sizes: ${name}: ${sizes[2]} bytes, ${sizes[2] - budget} more than the budget`);
if (loads.some(({ sizes }) => sizes[0] === 0)) throw new Error("sizes: a load has no files; was something renamed?");
if (over.length > 0) process.exit(1);
