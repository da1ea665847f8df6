// Writes BENCHMARKS.md out of the tables that script/bench has kept.
//
//     node script/benchmarks.mjs <file of tables>
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

const tables = JSON.parse(readFileSync(process.argv[2], "utf8"));
const git = (...words) => execFileSync("git", words, { encoding: "utf8" }).trim();
const chromium = execFileSync(process.env.CHROMIUM ?? "chromium", ["--version"], { encoding: "utf8" }).trim();

const row = (cells) => `| ${cells.join(" | ")} |`;
const markdown = ({ title, columns, rows }) => [`## ${title}`, "", row(["", ...columns]), row(["---", ...columns.map(() => "---:")]), ...rows.map((cells) => row([...cells, ...Array(1 + columns.length - cells.length).fill("")]))].join("\n");

writeFileSync("BENCHMARKS.md", `# Benchmarks

The last tables of \`script/bench\`: commit ${git("rev-parse", "--short", "HEAD")}, ${git("log", "-1", "--format=%cs")}, ${chromium}, ${cpus().length} cores, release build.
Whoever runs it again gets this file anew; a table that is not here was not reached in that run. All rows of a table come from one run in one browser; a machine that does other
things meanwhile is slower for all of them, so it is the ratios within a table that tell.

The peers come from npm, in the versions of \`tests/peers/package.json\`, and hold the same members, fields and files. What each
table measures, and from when to when, stands at the top of the script that makes it:

- first visit: \`tests/peers/start.mjs\`; a letter until it is seen: \`tests/peers/typing.mjs\`; checks: \`tests/peers/assessing.mjs\`
- making files: \`tests/peers/measure.mjs\`; attaching and binding: \`tests/peers/attachments.mjs\`
- longest task in the page: \`tests/browser/bench.mjs\`; weights: \`script/sizes.mjs\`, whose budgets are tests
- what the page's weight is made of: \`script/weights.mjs\`

${tables.map(markdown).join("\n\n")}
`);
