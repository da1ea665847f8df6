// What the two programs are made of, crate by crate and of our own room by room, so that growth has a name: the functions as
// the compiler left them for the last release build, before they are optimised and packed. Generic code of another crate counts
// for the room whose types it is written out for.
//
//     node script/weights.mjs
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "../tests/peers/table.mjs";
import { CODE, CUSTOM, DATA, IMPORTS, imports, reader, sections } from "./wasm.mjs";

const SHOWN = 24;

/** The functions of a module, each with its name and its size in bytes; and the size of its data. */
function functionsOf(bytes) {
  const [sizes, names] = [[], new Map()];
  let [imported, data] = [0, 0];
  for (const { kind, body } of sections(bytes)) {
    const read = reader(body);
    // They are numbered before its own.
    if (kind === IMPORTS) imported = imports(body).filter((it) => it.isFunction).length;
    if (kind === DATA) data = body.length;
    if (kind === CODE) {
      for (let count = read.number(); count > 0; count -= 1) {
        const size = read.number();
        sizes.push(size);
        read.at += size;
      }
    }
    if (kind === CUSTOM && read.name() === "name") {
      while (read.at < body.length) {
        const [part, size] = [read.byte(), read.number()];
        const after = read.at + size;
        if (part === 1) for (let count = read.number(); count > 0; count -= 1) names.set(read.number(), read.name());
        read.at = after;
      }
    }
  }
  return { data, functions: sizes.map((size, place) => [names.get(imported + place) ?? "", size]) };
}

/** The room of ours that a function is for, or the crate that it comes from. */
function owner(name) {
  const ours = /jiemeng(?:\[\w+\])?::(\w+)/.exec(name);
  return ours ? `jiemeng::${ours[1]}` : (/^\W*(?:mut |dyn |impl )*(\w+)(?:\[\w+\])?::/.exec(name)?.[1] ?? "other");
}

const { target_directory: target } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps", "--offline"], { maxBuffer: 1e9 }));
const folder = mkdtempSync(join(tmpdir(), "jiemeng-"));
for (const [program, what] of [["jiemeng", "the page"], ["clerk", "the clerk"]]) {
  // It writes the names of functions as one reads them.
  const built = join(target, "wasm32-unknown-unknown", "release", `${program}.wasm`);
  execFileSync("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", program, built], { stdio: "ignore" });
  const { functions, data } = functionsOf(readFileSync(join(folder, `${program}_bg.wasm`)));
  const weights = new Map();
  for (const [name, size] of functions) weights.set(owner(name), (weights.get(owner(name)) ?? 0) + size);
  const sorted = [...weights].sort((one, other) => other[1] - one[1]);
  const kilo = (bytes) => (bytes / 1000).toFixed(1);
  const row = table(`what ${what} is made of, before it is optimised`, ["kB"]);
  for (const [name, size] of sorted.slice(0, SHOWN)) row(name, kilo(size));
  row(`${sorted.length - SHOWN} others`, kilo(sorted.slice(SHOWN).reduce((sum, [, size]) => sum + size, 0)));
  row("texts and other data", kilo(data));
}
rmSync(folder, { recursive: true });
