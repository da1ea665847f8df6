// Writes THIRD-PARTY.md: the crates that are compiled into the page and the clerk, each with its licence and the words
// that licence wants repeated. With --check it only says whether the file is current.
//
// Only what is shipped counts: dependencies of builds and tests and procedural macros are left out.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const target = "THIRD-PARTY.md";
const metadata = JSON.parse(
  execFileSync(
    "cargo",
    ["metadata", "--format-version=1", "--locked", "--features=app,clerk", "--filter-platform=wasm32-unknown-unknown"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  ),
);

/** Where a crate leaves the choice, the licence taken is the first of these. deny.toml allows no other. */
const taken = [
  ["Apache-2.0", /apache/i],
  ["MIT", /mit/i],
  ["BSD-3-Clause", /bsd/i],
  ["BSD-2-Clause", /bsd/i],
  ["ISC", /isc/i],
  ["Zlib", /zlib/i],
  ["BSL-1.0", /bsl|boost/i],
  ["Unicode-3.0", /unicode/i],
  ["CC0-1.0", /cc0/i],
  ["0BSD", /0bsd/i],
  ["Unlicense", /unlicense/i],
];

function shipped() {
  const packages = new Map(metadata.packages.map((it) => [it.id, it]));
  const nodes = new Map(metadata.resolve.nodes.map((it) => [it.id, it]));
  const seen = new Set();
  const visit = (id) => {
    const isMacro = packages.get(id).targets.some((it) => it.kind.includes("proc-macro"));
    if (seen.has(id) || isMacro) return;
    seen.add(id);
    for (const dependency of nodes.get(id).deps) {
      if (dependency.dep_kinds.some((it) => it.kind === null)) visit(dependency.pkg);
    }
  };
  visit(metadata.resolve.root);
  seen.delete(metadata.resolve.root);
  return [...seen].map((id) => packages.get(id)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The licences to keep of an SPDX expression: one of each choice, all that are joined by AND. */
function licences(crate) {
  if (!crate.license) throw new Error(`${crate.name} ${crate.version} names no licence`);
  const words = crate.license.replaceAll("/", " OR ").match(/\(|\)|[^\s()]+/g);
  const either = () => {
    const choices = [both()];
    while (words[0] === "OR") words.shift(), choices.push(both());
    const place = (name) => taken.findIndex(([known]) => known === name);
    const rank = (names) => Math.max(...names.map((name) => (place(name) < 0 ? Infinity : place(name))));
    return choices.sort((a, b) => rank(a) - rank(b))[0];
  };
  const both = () => {
    const names = [...one()];
    while (words[0] === "AND") words.shift(), names.push(...one());
    return names;
  };
  const one = () => {
    const word = words.shift();
    if (word !== "(") {
      if (words[0] === "WITH") return words.splice(0, 2), [word];
      return [word];
    }
    const inner = either();
    words.shift();
    return inner;
  };
  const names = [...new Set(either())];
  for (const name of names) {
    if (!taken.some(([known]) => known === name)) throw new Error(`${crate.name} ${crate.version}: no word on ${name}`);
  }
  return names;
}

/** The text of a licence as the crate carries it, or nothing if it carries none. */
function textOf(crate, name) {
  const folder = dirname(crate.manifest_path);
  const [, pattern] = taken.find(([known]) => known === name);
  const files = readdirSync(folder).filter((it) => /^(licen[cs]e|copying|unlicense|notice)/i.test(it)).sort();
  const own = files.find((it) => pattern.test(it) && !/notice/i.test(it));
  const only = files.filter((it) => !/notice/i.test(it));
  const file = own ?? (only.length === 1 && !/[-.](mit|apache|bsd|zlib|isc|cc0|unlicense)/i.test(only[0]) ? only[0] : undefined);
  return file && readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
}

/** Parts a licence text into its copyright lines and the rest, so that the same words are printed once. */
function parted(text) {
  const lines = text.split("\n").map((it) => it.trimEnd());
  const isCopyright = (it) => /^\s*(copyright|\(c\)|©)\s.*(\d{4}|authors?|contributors?|developers?)/i.test(it) && !/\[yyyy\]|\{yyyy\}/.test(it);
  const body = lines.filter((it) => !isCopyright(it)).join("\n").replaceAll(/\n{3,}/g, "\n\n").trim();
  return { copyright: lines.filter(isCopyright).map((it) => it.trim()), body };
}

const normal = (body) => body.toLowerCase().replaceAll(/[^a-z0-9]+/g, " ").replaceAll(/https?/g, "http").trim();

function document() {
  const crates = shipped();
  const groups = new Map();
  const notices = [];
  for (const crate of crates) {
    const folder = dirname(crate.manifest_path);
    if (existsSync(join(folder, "NOTICE"))) notices.push([crate, readFileSync(join(folder, "NOTICE"), "utf8").trim()]);
    for (const name of licences(crate)) {
      const text = textOf(crate, name);
      const { copyright, body } = parted(text ?? "");
      // The Apache licence is one text; what crates append to it is how to apply it.
      const key = name === "Apache-2.0" ? name : `${name} ${normal(body)}`;
      const group = groups.get(key) ?? groups.set(key, { name, body, crates: [] }).get(key);
      if (name === "Apache-2.0" && body.length > 0 && (group.body.length === 0 || body.length < group.body.length) && /END OF TERMS/.test(body)) {
        group.body = body;
      }
      group.crates.push({ crate, copyright });
    }
  }
  // A crate that carries no text is held by the text its licence has elsewhere.
  for (const [key, group] of groups) {
    if (group.body) continue;
    const model = [...groups.values()].find((it) => it.name === group.name && it.body);
    if (!model) throw new Error(`no text of ${group.name} at hand for ${group.crates.map((it) => it.crate.name)}`);
    model.crates.push(...group.crates.map((it) => ({ ...it, copyright: [`Copyright (c) the authors of ${it.crate.name}`] })));
    groups.delete(key);
  }

  const parts = [
    "# Third-party notices",
    "",
    `Compiled into the page and the clerk beside Jiemeng's own code: the Rust standard library (MIT OR Apache-2.0, taken`,
    `under Apache-2.0; copyright the Rust project contributors) and ${crates.length} crates. Written by \`script/third-party.mjs\`; do not edit.`,
    "",
    "The fonts that lie beside them in `fonts/` are Noto Serif SC, Noto Sans SC and LXGW WenKai under the SIL Open Font Licence",
    "1.1; `fonts/LICENCE-*.txt` hold it with their copyright lines and say what was changed.",
    "",
    "| crate | version | licence | taken under |",
    "| --- | --- | --- | --- |",
    ...crates.map((it) => `| ${it.name} | ${it.version} | ${it.license} | ${licences(it).join(", ")} |`),
  ];
  for (const { name, body, crates } of [...groups.values()].sort((a, b) => taken.findIndex(([it]) => it === a.name) - taken.findIndex(([it]) => it === b.name))) {
    crates.sort((a, b) => (a.crate.name < b.crate.name ? -1 : 1));
    parts.push("", `## ${name}: ${crates.map((it) => it.crate.name).join(", ")}`, "");
    const lines = crates.filter((it) => it.copyright.length).map((it) => `- ${it.crate.name}: ${it.copyright.join("; ")}`);
    if (lines.length) parts.push(...lines, "");
    parts.push("```text", body, "```");
  }
  for (const [crate, text] of notices) parts.push("", `## Notice of ${crate.name}`, "", "```text", text, "```");
  return `${parts.join("\n")}\n`;
}

const current = document();
if (!process.argv.includes("--check")) {
  writeFileSync(target, current);
} else if (!existsSync(target) || readFileSync(target, "utf8") !== current) {
  console.error(`${target} is out of date; run: node script/third-party.mjs`);
  process.exit(1);
}
