// How long the checks take in Chromium, whole and after a keystroke, beside programs that check only each field by itself:
// ajv's compiled validator and JavaScript written by hand for these fields.
//
//     node tests/peers/assessing.mjs FOLDER        (script/bench makes the folder, out of examples/assessing.rs)
//
// All get the same members, which are without fault. The checks of the whole read the charter, tell members apart, judge
// every requirement and say what is needed of whom; the peers do nothing of that.
import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { executablePath, sample } from "../browser/release.mjs";
import { table } from "./table.mjs";

const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020").default;
const standalone = require("ajv/dist/standalone").default;

const COUNTS = [10, 1000, 10_000];

/** A code of the class and the place of another, with the check characters of GB 32100 and GB 11714. */
function code(like, number) {
  const organisation = String(number).padStart(8, "0");
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, at) => sum + weight * Number(organisation[at]), 0);
  const body = like.slice(0, 8) + organisation + "0123456789X"[(11 - (sum % 11)) % 11];
  const letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const whole = weights.reduce((sum, weight, at) => sum + weight * letters.indexOf(body[at]), 0);
  return body + letters[(31 - (whole % 31)) % 31];
}

/** The sample with so many members, each with a name and a code of its own. */
function dossier(count) {
  const few = sample();
  const member = (at) => {
    const like = few.members[at % few.members.length];
    if (at < few.members.length) return like;
    return { ...like, id: `n${at}`, role: "member", name: `${like.name}第${at}分部`, uscc: code(like.uscc, at) };
  };
  return { ...few, members: Array.from({ length: count }, (_, at) => member(at)) };
}

/** What is asked of each field of a member by itself, by the key's name. */
function fields() {
  const day = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
  const kinds = [
    [/^uscc$/, { type: "string", pattern: "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$" }],
    [/_on$|_as_of$/, { type: "string", pattern: day }],
    [/_phone$/, { type: "string", pattern: "^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?)$" }],
    [/_email$/, { type: "string", pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" }],
    [/patents|models|designs|applications|trademarks|indications|varieties|copyrights|standards_[ninlg]/, { type: "string", pattern: "^[0-9]{1,9}$" }],
    [/^(in_hainan|good_|no_serious|willing|charter_|foreign)/, { enum: ["yes", "no", "unsure"] }],
    [/^(scope|standing|three_years|standards_work)$/, { type: "string", maxLength: 20_000 }],
    [/./, { type: "string", maxLength: 200 }],
  ];
  const keys = new Set(sample().members.flatMap((member) => Object.keys(member)));
  return Object.fromEntries([...keys].map((key) => [key, kinds.find(([name]) => name.test(key))[1]]));
}

const required = ["id", "name", "uscc", "category", "role"];

/** ajv's validator, compiled to a script that sets `peerAjv`. */
function ajv() {
  const schema = {
    type: "object",
    properties: { members: { type: "array", minItems: 10, items: { type: "object", properties: fields(), required } } },
  };
  const validator = new Ajv({ allErrors: true, code: { source: true } });
  const source = standalone(validator, validator.compile(schema));
  const length = readFileSync(require.resolve("ajv/dist/runtime/ucs2length"), "utf8");
  return `globalThis.peerAjv = (() => {
    const ucs2 = ((exports) => {
      ${length}
      return exports;
    })({});
    const module = { exports: {} }, require = () => ucs2;
    ${source}
    return module.exports;
  })();`;
}

/** The same by hand: a script that sets `peerByHand`. */
function byHand() {
  const checks = Object.entries(fields()).map(([key, rule]) => {
    const wrong = [
      rule.pattern && `!${new RegExp(rule.pattern)}.test(value)`,
      rule.enum && rule.enum.map((word) => `value !== ${JSON.stringify(word)}`).join(" && "),
      rule.maxLength && `value.length > ${rule.maxLength}`,
    ].find(Boolean);
    const type = rule.type ? "typeof value !== \"string\" || " : "";
    return `value = member.${key}; if (value !== undefined && (${type}(${wrong}))) faults.push([at, ${JSON.stringify(key)}]);`;
  });
  const missing = required.map((key) => `if (member.${key} === undefined) faults.push([at, ${JSON.stringify(key)}]);`);
  return `globalThis.peerByHand = (dossier) => {
    const faults = [];
    if (dossier.members.length < 10) faults.push(["members"]);
    for (let at = 0; at < dossier.members.length; at++) {
      const member = dossier.members[at];
      let value;
      ${[...missing, ...checks].join("\n      ")}
    }
    return faults.length === 0;
  };`;
}

/** In the browser: the median of many runs of each, in microseconds. */
function measure([json, count]) {
  const dossier = JSON.parse(json);
  const median = (run) => {
    const times = [];
    const together = Math.max(1, Math.round(200 / count));
    const begin = performance.now();
    for (let turn = 0; times.length < 9 || performance.now() - begin < 1500; turn++) {
      const start = performance.now();
      for (let time = 0; time < together; time++) run(turn * together + time);
      times.push(((performance.now() - start) * 1000) / together);
    }
    return times.sort((one, other) => one - other)[times.length >> 1];
  };
  const found = globalThis.takeDossier(json);
  if (!globalThis.peerAjv(dossier)) throw new Error(JSON.stringify(globalThis.peerAjv.errors[0]));
  if (!globalThis.peerByHand(dossier)) throw new Error("a fault by hand");
  const place = Math.min(7, count - 1);
  return {
    found,
    whole: median(() => globalThis.assessWhole()),
    keystroke: median((turn) => globalThis.assessKeystroke(place, `样例单位第${turn}号`)),
    ajv: median(() => globalThis.peerAjv(dossier)),
    "by hand": median(() => globalThis.peerByHand(dossier)),
  };
}

const folder = process.argv[2];
const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ["--disable-gpu"] });
try {
  const page = await browser.newPage();
  // The script wants to know where it was loaded from, which a page of no address cannot say.
  const ours = `globalThis.openAssessing = ((document) => { ${readFileSync(join(folder, "assessing.js"), "utf8")}; return wasm_bindgen; })();`;
  for (const content of [ours, ajv(), byHand()]) await page.addScriptTag({ content });
  await page.evaluate(async (wasm) => {
    const bytes = Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0));
    await window.openAssessing({ module_or_path: bytes });
  }, readFileSync(join(folder, "assessing_bg.wasm")).toString("base64"));
  const rows = [];
  for (const count of COUNTS) rows.push({ members: count, ...(await page.evaluate(measure, [JSON.stringify(dossier(count)), count])) });
  const columns = ["whole", "keystroke", "ajv", "by hand"];
  const show = table("checks in Chromium, µs", columns);
  for (const row of rows) show(`${row.members.toLocaleString("en")} members`, ...columns.map((column) => row[column]));
} finally {
  await browser.close();
}
