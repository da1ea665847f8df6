// Makes the fonts that the PDF files are set in, out of npm packages, into fonts/: gzipped TrueType files with just the
// characters that Chinese office texts need, and their licences. The same packages give the same bytes.
//
//     node script/fonts.mjs
//
// Four core files, one a face: GB 2312, the 8,105 characters of 通用规范汉字表, Latin, punctuation and symbols. One rare
// file in the face of the body: whatever else its source holds (all of GBK among it); it stands in for every face.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, inflateSync } from "node:zlib";

const target = "fonts";
const about = join(target, "ABOUT.txt");
const packageFolder = (name) => join("node_modules", name);

const serif = "@expo-google-fonts/noto-serif-sc";
const sans = "@expo-google-fonts/noto-sans-sc";
const wenkai = "@fontsource/lxgw-wenkai";
const harfbuzz = "harfbuzzjs";

/** The faces: the file to make, where it comes from, which characters it takes. */
const faces = [
  // 仿宋 and 宋体: no free 仿宋 without duties for its users is to be had.
  { file: "song", from: serif, source: "400Regular/NotoSerifSC_400Regular.ttf", tier: "core" },
  // 小标宋
  { file: "xiaobiaosong", from: serif, source: "700Bold/NotoSerifSC_700Bold.ttf", tier: "core" },
  // 黑体
  { file: "hei", from: sans, source: "500Medium/NotoSansSC_500Medium.ttf", tier: "core" },
  // 楷体. The package calls this weight 500; the font calls itself LXGW WenKai Regular, 400.
  { file: "kai", from: wenkai, source: "files/lxgw-wenkai-latin-500-normal.woff", tier: "core" },
  { file: "rare", from: serif, source: "400Regular/NotoSerifSC_400Regular.ttf", tier: "rare" },
];
/** The licence of each source, as its package ships it. */
const licences = [
  { from: serif, source: "LICENSE_FONT", font: "Noto Serif SC" },
  { from: sans, source: "LICENSE_FONT", font: "Noto Sans SC" },
  { from: wenkai, source: "LICENSE", font: "LXGW WenKai" },
];

const version = (name) => JSON.parse(readFileSync(join(packageFolder(name), "package.json"), "utf8")).version;

// --- Which characters -------------------------------------------------------------------------------------------------

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Every character that a two-byte code of GBK within these rows stands for; GB 2312 is the part from 0xA1A1 on. */
function doubleBytes(firstRow, lastRow, firstCell) {
  const decoder = new TextDecoder("gbk", { fatal: true });
  const found = [];
  for (const row of range(firstRow, lastRow)) {
    for (const cell of range(firstCell, 0xfe)) {
      try {
        const text = decoder.decode(Uint8Array.of(row, cell));
        if ([...text].length === 1) found.push(text.codePointAt(0));
      } catch {
        // No character has this code.
      }
    }
  }
  return found;
}

const privateUse = (code) => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;

function coreCharacters() {
  const standard = readFileSync("script/fonts.characters.txt", "utf8").replaceAll(/^#.*$/gm, "").replaceAll(/\s/g, "");
  return new Set([
    ...range(0x20, 0x7e), // ASCII
    ...range(0xa0, 0xff), // Latin-1
    ...range(0x2010, 0x2027), ...range(0x2030, 0x205e), // punctuation
    ...range(0x2070, 0x209c), // superior and inferior digits
    ...range(0x20a0, 0x20bf), // currencies
    ...range(0x2100, 0x214f), // ℃ № ℡ ™
    ...range(0x2150, 0x217f), // fractions, Ⅰ–Ⅻ
    ...range(0x2190, 0x2199), // arrows
    ...range(0x2200, 0x22ff), // mathematics
    ...range(0x2460, 0x24ff), // ① ⑴ ⒈
    ...range(0x25a0, 0x25ff), ...range(0x2605, 0x2606), // □ ■ ○ ● ★
    ...[..."☐☑☒✓✔✕✖✗✘"].map((it) => it.codePointAt(0)),
    ...range(0x3000, 0x303f), // 、。〈〉〇〓
    ...range(0x3220, 0x3243), ...range(0x3251, 0x325f), ...range(0x3280, 0x32b0), ...range(0x32b1, 0x32bf), // ㈠ ㊀ ㊟
    ...range(0x3371, 0x33df), // ㎡ ㎏ ㎞
    ...range(0xff01, 0xff5e), ...range(0xffe0, 0xffe6), // full width forms
    ...doubleBytes(0xa1, 0xf7, 0xa1).filter((it) => !privateUse(it)), // GB 2312
    ...[...standard].map((it) => it.codePointAt(0)), // 通用规范汉字表
  ]);
}

// --- Fonts ------------------------------------------------------------------------------------------------------------

/** The TrueType file inside a WOFF file (W3C WOFF 1.0): the same tables, each deflated. */
function unpackWoff(bytes) {
  if (bytes.toString("latin1", 0, 4) !== "wOFF") return bytes;
  const count = bytes.readUInt16BE(12);
  const tables = range(0, count - 1).map((at) => {
    const [tag, offset, packed, size, sum] = range(0, 4).map((it) => bytes.readUInt32BE(44 + 20 * at + 4 * it));
    const data = bytes.subarray(offset, offset + packed);
    return { tag, sum, size, data: packed < size ? inflateSync(data) : data };
  });
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(bytes.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  const parts = [head];
  let offset = head.length;
  for (const [at, { tag, sum, size, data }] of tables.entries()) {
    [tag, sum, offset, size].forEach((value, it) => head.writeUInt32BE(value, 12 + 16 * at + 4 * it));
    parts.push(data, Buffer.alloc(-size & 3));
    offset += size + (-size & 3);
  }
  return Buffer.concat(parts);
}

/** HarfBuzz's subsetter, called as its C interface says. */
async function openSubsetter() {
  const module = await WebAssembly.compile(readFileSync(join(packageFolder(harfbuzz), "dist/harfbuzz-subset.wasm")));
  const { exports: hb } = await WebAssembly.instantiate(module, {});
  hb._initialize?.();
  const heap = () => new Uint8Array(hb.memory.buffer);
  const tagOf = (name) => [...name].reduce((code, it) => code * 256 + it.charCodeAt(0), 0);
  const [noHinting, notdefOutline, noLayoutClosure] = [0x1, 0x40, 0x200];
  const [dropTables, names] = [3, 4];

  /** A font with the wanted characters of this one. */
  return function subset(font, wanted) {
    const place = hb.malloc(font.length);
    heap().set(font, place);
    const blob = hb.hb_blob_create(place, font.length, 2, 0, 0);
    const face = hb.hb_face_create(blob, 0);
    const input = hb.hb_subset_input_create_or_fail();
    hb.hb_subset_input_set_flags(input, noHinting | notdefOutline | noLayoutClosure);
    const unicodes = hb.hb_subset_input_unicode_set(input);
    for (const code of wanted) hb.hb_set_add(unicodes, code);
    // What only shaping, hinting or vertical setting would use: half of the weight.
    const dropped = hb.hb_subset_input_set(input, dropTables);
    for (const tag of ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "VORG", "vhea", "vmtx", "gasp", "prep", "fpgm", "cvt ", "FFTM", "bsln", "feat", "morx", "prop", "DSIG"]) {
      hb.hb_set_add(dropped, tagOf(tag));
    }
    // Copyright, family, version, PostScript name, licence and its address.
    const kept = hb.hb_subset_input_set(input, names);
    hb.hb_set_clear(kept);
    for (const id of [0, 1, 2, 3, 4, 5, 6, 13, 14]) hb.hb_set_add(kept, id);
    const result = hb.hb_subset_or_fail(face, input);
    if (result === 0) throw new Error("fonts: HarfBuzz could not take the characters out");
    const made = hb.hb_face_reference_blob(result);
    const from = hb.hb_blob_get_data(made, 0);
    const bytes = Buffer.from(heap().slice(from, from + hb.hb_blob_get_length(made)));
    for (const it of [made, blob]) hb.hb_blob_destroy(it);
    for (const it of [result, face]) hb.hb_face_destroy(it);
    hb.hb_subset_input_destroy(input);
    hb.free(place);
    return bytes;
  };
}

/** The characters a TrueType file maps, from its cmap of format 12 or 4. */
function charactersOf(font) {
  const table = range(0, font.readUInt16BE(4) - 1).find((at) => font.toString("latin1", 12 + 16 * at, 16 + 16 * at) === "cmap");
  const cmap = font.readUInt32BE(12 + 16 * table + 8);
  const found = new Set();
  for (const at of range(0, font.readUInt16BE(cmap + 2) - 1)) {
    const map = cmap + font.readUInt32BE(cmap + 4 + 8 * at + 4);
    const format = font.readUInt16BE(map);
    if (format === 12) {
      for (const group of range(0, font.readUInt32BE(map + 12) - 1)) {
        for (const code of range(font.readUInt32BE(map + 16 + 12 * group), font.readUInt32BE(map + 20 + 12 * group))) found.add(code);
      }
    }
  }
  if (found.size === 0) throw new Error("fonts: a source has no character map of format 12");
  return found;
}

/** The same on every system: the byte that names the system that packed is set to "unknown". */
function pack(bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255;
  return packed;
}

/** The licence with what it is for and what was changed, as clause 2 of the Open Font License asks. */
function licenceText({ from, source, font }) {
  const made = faces.filter((it) => it.from === from).map((it) => `${it.file}.ttf.gz`);
  const text = readFileSync(join(packageFolder(from), source), "utf8").trim();
  return `${made.join(", ")}: ${font}, from the npm package ${from} ${version(from)}.\nChanged by the Jiemeng project: fewer characters, no layout features, no hints.\n\n${text}\n`;
}

// --- Making them ------------------------------------------------------------------------------------------------------

async function makeInto(folder) {
  const subset = await openSubsetter();
  const core = coreCharacters();
  for (const { file, from, source, tier } of faces) {
    const font = unpackWoff(readFileSync(join(packageFolder(from), source)));
    const has = [...charactersOf(font)];
    const wanted = tier === "core" ? has.filter((it) => core.has(it)) : has.filter((it) => !core.has(it) && !privateUse(it));
    const packed = pack(subset(font, wanted));
    writeFileSync(join(folder, `${file}.ttf.gz`), packed);
    console.log(`fonts: ${file}.ttf.gz: ${wanted.length} characters, ${Math.round(packed.length / 1000)} kB`);
  }
  for (const licence of licences) {
    writeFileSync(join(folder, `LICENCE-${licence.font.replaceAll(" ", "-")}.txt`), licenceText(licence));
  }
}

/** What the files are made of; a change in any of it makes them anew. */
function recipe() {
  const rules = createHash("sha256").update(readFileSync("script/fonts.mjs")).update(readFileSync("script/fonts.characters.txt"));
  const packages = [serif, sans, wenkai, harfbuzz].map((name) => `${name} ${version(name)}`);
  return `Fonts for PDF files, made by script/fonts.mjs (${rules.digest("hex")}) from the npm packages ${packages.join(", ")}.\n`;
}

if (existsSync(about) && readFileSync(about, "utf8") === recipe()) {
  console.log("fonts: there");
} else {
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  await makeInto(fresh);
  writeFileSync(join(fresh, "ABOUT.txt"), recipe());
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}
