// How long it takes to take files in and to bind them, beside fflate and client-zip in the same browser, and how much memory
// the page and its clerks take at most.
//
//     npm ci --prefix tests/peers && node tests/peers/attachments.mjs [--large]        (script/bench does both; wants a release build in dist/)
//
// Twenty files of 10 MB, half of them photographs and half scans as PDF. Taking in is SHA-256, CRC-32 and storing in
// IndexedDB, one file after the other; binding is from the files and their sums to a ZIP as a Blob. With --large 300 files,
// 1 GB together, go through the app itself: chosen, matched, attached, exported as a draft.
import { randomFillSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { place, sample, withRelease } from "../browser/release.mjs";
import { median, table } from "./table.mjs";

const FILES = 20;
const SIZE = 10_000_000;
const TIMES = 5;
const peer = (path) => join(import.meta.dirname, "node_modules", path);

/** Files on the disk: photographs, and PDF files of one scanned page, none like another. */
function makeFiles(folder, count, size) {
  const licence = readFileSync(place("tests/attached/licence.jpg"));
  return Array.from({ length: count }, (_, at) => {
    const filler = randomFillSync(Buffer.alloc(size - licence.length - 1000));
    const picture = Buffer.concat([licence, filler]);
    const path = join(folder, at % 2 ? `扫描${at}.pdf` : `照片${at}.jpg`);
    writeFileSync(path, at % 2 ? scanned(picture) : picture);
    return path;
  });
}

/** A PDF of one page that shows a JPEG. */
function scanned(jpeg) {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Resources<</XObject<</I 4 0 R>>>>>>",
  ];
  const parts = [Buffer.from("%PDF-1.4\n")];
  const offsets = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const add = (number, ...bytes) => {
    offsets.push(length());
    parts.push(Buffer.from(`${number} 0 obj\n`), ...bytes, Buffer.from("\nendobj\n"));
  };
  objects.forEach((body, at) => add(at + 1, Buffer.from(body)));
  add(4, Buffer.from(`<</Type/XObject/Subtype/Image/Width 1464/Height 1095/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`), jpeg, Buffer.from("\nendstream"));
  const start = length();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n0 5\n0000000000 65535 f \n${rows}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** In any page: what both sides share, a database of their own and the files of the input. */
function prepare() {
  window.files = () => [...document.querySelector("#measured").files];
  window.store = async (name) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("files");
    await new Promise((done) => (opening.onsuccess = done));
    return (key, blob) => new Promise((done, failed) => {
      const transaction = opening.result.transaction(["files"], "readwrite", { durability: "strict" });
      transaction.objectStore("files").put(blob, key);
      transaction.oncomplete = done;
      transaction.onabort = () => failed(transaction.error);
      transaction.commit();
    });
  };
  window.hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** In Jiemeng's page: a clerk. */
async function openClerk() {
  const clerk = new Worker(document.querySelector("script[data-clerk]").dataset.clerk);
  const waiting = new Map();
  let last = 0;
  window.ask = (request, files = [], dossier = new Uint8Array()) => new Promise((done) => {
    waiting.set(++last, done);
    clerk.postMessage({ id: last, words: JSON.stringify(request), dossier, files });
  });
  await new Promise((ready, broken) => {
    clerk.onerror = (event) => broken(new Error(event.message));
    clerk.onmessage = ({ data }) => {
      if (data === "ready") return ready();
      const answer = JSON.parse(data.words);
      if (!answer.Progress) waiting.get(data.id)({ answer, parts: data.parts });
    };
  });
}

/** In Jiemeng's page: takes the files in as the page does. Gives the milliseconds and keeps the sums. */
async function takeIn(time) {
  const store = await window.store(`ours${time}`);
  const start = performance.now();
  window.records = [];
  for (const [at, file] of window.files().entries()) {
    const { answer: { Summed: sums } } = await window.ask("Sum", [file]);
    await store(sums.sha256, file);
    window.records.push({ id: `a${at}`, name: file.name, media_type: sums.kind.Ok, ...sums, file });
  }
  return performance.now() - start;
}

/** In Jiemeng's page: gives the clerk the fonts, so that it makes all documents. */
async function giveFonts() {
  const names = { Song: "song", Hei: "hei", Kai: "kai", XiaoBiaoSong: "xiaobiaosong" };
  const files = await Promise.all(Object.values(names).map(async (name) => (await fetch(`./fonts/${name}.ttf.gz`)).blob()));
  const { answer } = await window.ask({ Fonts: { files: Object.keys(names).map((name) => [{ Shipped: name }, 0]) } }, files);
  if (answer !== "Taken") throw new Error(JSON.stringify(answer));
}

/**
 * In Jiemeng's page: has the clerk make the documents and bind them with the files into a bundle. Gives the milliseconds of what
 * the page does to bind; those of the clerk stand on its own timeline.
 */
async function bind(dossier) {
  const attachments = window.records.map(({ id, name, media_type, size, crc32, sha256 }) => ({ id, name, media_type, size, crc32, sha256 }));
  const bytes = new TextEncoder().encode(JSON.stringify({ ...dossier, attachments }));
  const request = { Bundle: { today: "2026-11-20", attachments: [], as_is: true } };
  const { answer, parts } = await window.ask(request, [], bytes);
  if (!answer.File) throw new Error(JSON.stringify(answer));
  const byId = new Map(window.records.map(({ id, file }) => [id, file]));
  const start = performance.now();
  const bundle = new Blob(parts.map((part) => byId.get(part) ?? part));
  await bundle.slice(0, 1).arrayBuffer();
  const taken = performance.now() - start;
  if (bundle.size < attachments.reduce((sum, record) => sum + record.size, 0)) throw new Error("the bundle lacks files");
  window.documents ??= (await Promise.all(parts.map((part) => (typeof part === "string" ? [] : window.stored(part))))).flat();
  return taken;
}

/** In Jiemeng's page: the files in a stretch of a ZIP whose files are stored (APPNOTE 6.3.10, 4.3.7), each as its bytes. */
async function stored(part) {
  const bytes = part instanceof Blob ? await part.arrayBuffer() : part;
  const view = new DataView(bytes);
  const found = [];
  for (let at = 0; at + 30 <= bytes.byteLength && view.getUint32(at, true) === 0x04034b50; ) {
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    at = start + view.getUint32(at + 18, true);
    if (at <= bytes.byteLength) found.push(bytes.slice(start, at));
  }
  return found;
}

/** In the clerk: the milliseconds from the documents to the pieces of a ZIP, the last time. */
function clerksBinding() {
  const last = (name) => performance.getEntriesByName(name).at(-1).startTime;
  return last("bound") - last("bind");
}

/** In Jiemeng's page: the least that can be done with the same files and documents, a Blob of them with no headers between. */
async function lazily(documents) {
  const parts = [...window.files(), ...documents];
  const start = performance.now();
  const blob = new Blob(parts);
  await blob.slice(0, 1).arrayBuffer();
  return performance.now() - start;
}

/** The same where the documents lie in memory, as when they were just made. */
const lazilyOfBytes = () => window.lazily(window.documents);

/** The same where the documents are Blobs that the browser has long had. */
async function lazilyOfBlobs() {
  window.kept ??= window.documents.map((bytes) => new Blob([bytes]));
  await Promise.all(window.kept.map((blob) => blob.arrayBuffer()));
  return window.lazily(window.kept);
}

/** In the peers' page: fflate's CRC-32, the browser's SHA-256, and the same storing. */
async function theirTakeIn(time) {
  const store = await window.store(`theirs${time}`);
  const start = performance.now();
  for (const file of window.files()) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const summing = crypto.subtle.digest("SHA-256", bytes);
    const zip = new fflate.Zip(() => {});
    const entry = new fflate.ZipPassThrough(file.name);
    zip.add(entry);
    entry.push(bytes, true);
    await store(window.hex(await summing), file);
  }
  return performance.now() - start;
}

/** In the peers' page: a ZIP of the files by fflate, streaming. */
async function fflateBind() {
  const start = performance.now();
  const pieces = [];
  const zip = new fflate.Zip((error, piece) => pieces.push(piece));
  for (const file of window.files()) {
    const entry = new fflate.ZipPassThrough(file.name);
    zip.add(entry);
    entry.push(new Uint8Array(await file.arrayBuffer()), true);
  }
  zip.end();
  new Blob(pieces);
  return performance.now() - start;
}

/** In the peers' page: a ZIP of the files by client-zip. */
async function clientZipBind() {
  const start = performance.now();
  await window.clientZip.downloadZip(window.files()).blob();
  return performance.now() - start;
}

/** The peak of memory, in MB, of every renderer that this program's browser has. */
function peaks() {
  const status = (pid) => {
    try {
      return readFileSync(`/proc/${pid}/status`, "utf8");
    } catch {
      return "";
    }
  };
  const parent = (pid) => Number(/PPid:\s+(\d+)/.exec(status(pid))?.[1] ?? 0);
  const isOurs = (pid) => pid === process.pid || (pid > 1 && isOurs(parent(pid)));
  const renderers = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer") && isOurs(parent(Number(pid)));
    } catch {
      return false;
    }
  });
  return renderers.map((pid) => Number(/VmHWM:\s+(\d+)/.exec(status(pid))?.[1] ?? 0) / 1024);
}

const folder = mkdtempSync(join(tmpdir(), "jiemeng-"));
try {
  if (process.argv.includes("--large")) {
    await large();
  } else {
    await twenty();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Opens a page in a browser of its own, so that its memory is its own too, with the files in its hands. */
async function inBrowserOfItsOwn(paths, path, work) {
  await withRelease(async (browser, address) => {
    // What keeps the program for use without a network works in the same process at the first visit, and is not measured.
    const page = await browser.newPage({ serviceWorkers: "block" });
    await page.goto(`${address}${path}`);
    await page.evaluate(prepare);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "measured", multiple: true })));
    await page.locator("#measured").setInputFiles(paths);
    await work(page);
  });
}

/** Does something so many times, by its number. Gives the milliseconds of each, and the renderer's peak after the first. */
async function timed(page, make) {
  const taken = [await page.evaluate(make, 0)];
  const peak = Math.max(...peaks());
  for (let time = 1; time < TIMES; time++) taken.push(await page.evaluate(make, time));
  return [taken, peak];
}

async function twenty() {
  const paths = makeFiles(folder, FILES, SIZE);
  const row = table(`${FILES} files of ${SIZE / 1e6} MB, ms`, ["median", "worst", "peak, MB"]);
  const show = (who, [taken, peak]) => row(who, median(taken), Math.max(...taken), peak);

  await inBrowserOfItsOwn(paths, "", async (page) => {
    await page.evaluate(openClerk);
    show("CRC, SHA-256 and storing: Jiemeng", await timed(page, takeIn));
    await page.evaluate(giveFonts);
    const [clerk] = page.workers();
    await page.evaluate(`window.lazily = ${lazily}; window.stored = ${stored}`);
    // The first makes the documents that the others take as well, and is not measured.
    await page.evaluate(bind, sample());
    const [ofBytes, ofBlobs, bound] = [[], [], []];
    // By turns, so that whatever else the machine does meets all alike.
    for (let time = 0; time < TIMES; time++) {
      ofBytes.push(await page.evaluate(lazilyOfBytes));
      ofBlobs.push(await page.evaluate(lazilyOfBlobs));
      bound.push((await page.evaluate(bind, sample())) + (await clerk.evaluate(clerksBinding)));
    }
    const count = await page.evaluate(() => window.documents.length);
    show(`binding them and ${count} documents: a lazy new Blob`, [ofBytes]);
    show("binding them and the documents as Blobs: a lazy new Blob", [ofBlobs]);
    show(`binding them and ${count} documents: Jiemeng`, [bound, Math.max(...peaks())]);
  });

  const clientZip = readFileSync(peer("client-zip/index.js"), "utf8");
  const peers = { "CRC, SHA-256 and storing: fflate + crypto.subtle": theirTakeIn, "binding them alone: client-zip": clientZipBind, "binding them alone: fflate, streaming": fflateBind };
  for (const [who, make] of Object.entries(peers)) {
    await inBrowserOfItsOwn(paths, "THIRD-PARTY.md", async (page) => {
      await page.addScriptTag({ path: peer("fflate/umd/index.js") });
      await page.evaluate(async (source) => {
        window.clientZip = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      }, clientZip);
      show(who, await timed(page, make));
    });
  }
}

async function large() {
  const count = 300;
  const paths = makeFiles(folder, count, Math.floor(1_000_000_000 / count));
  await withRelease(async (browser, address) => {
    const context = await browser.newContext({ acceptDownloads: true, locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator("html[data-ready=true]").waitFor();
    await page.getByRole("button", { name: "载入示例" }).click();
    await page.getByTestId("save-state").filter({ hasText: "已保存" }).waitFor();
    await page.goto(`${address}#/materials`);
    const row = table(`${count} files, 1 GB, through the page`, ["seconds", "peak, MB"]);
    let start = performance.now();
    const step = (what) => {
      row(what, (performance.now() - start) / 1000, Math.max(...peaks()));
      start = performance.now();
    };
    await page.locator('[id="attach-many"]').setInputFiles(paths);
    await page.locator('[data-testid="attach-many"] [data-work="done"]').waitFor({ timeout: 600_000 });
    step("read and kept");
    // A file of each member, the rest beside the materials.
    await page.evaluate(() => {
      for (const select of document.querySelectorAll(".match select")) {
        if (select.value === "") {
          select.value = "/beside";
          select.dispatchEvent(new Event("change", { bubbles: true }));
        }
      }
    });
    await page.getByRole("button", { name: `附上 ${count} 个文件` }).click({ timeout: 120_000 });
    await page.locator('[data-testid="other-files"] li').first().waitFor();
    await page.getByTestId("save-state").filter({ hasText: "已保存" }).waitFor();
    step("attached and saved");
    await page.reload();
    await page.locator("html[data-ready=true]").waitFor();
    await page.goto(`${address}#/`);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出草稿" }).first().click();
    const path = await (await downloading).path();
    step(`draft of ${(statSync(path).size / 1e6).toFixed(0)} MB on the disk`);
  });
}
