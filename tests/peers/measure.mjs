// How long Jiemeng's clerk takes to make a file, beside what other programs take for the same file, in one browser.
//
//     npm ci --prefix tests/peers && node tests/peers/measure.mjs        (script/bench does both; wants a release build in dist/)
//
// Each maker makes the file ten times; the first, cold, is shown apart, the rest give the median. Jiemeng's time is from
// the request to the answer in the page: the dossier travels to the clerk, the file travels back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { place, sample, withRelease } from "../browser/release.mjs";
import { median, table } from "./table.mjs";

const TIMES = 10;
const TODAY = "2026-11-20";
const SCRIPTS = [
  "docx/dist/index.iife.js",
  "pizzip/dist/pizzip.min.js",
  "docxtemplater/build/docxtemplater.js",
  "pdfmake/build/pdfmake.min.js",
  "pdf-lib/dist/pdf-lib.min.js",
  "@pdf-lib/fontkit/dist/fontkit.umd.min.js",
  "exceljs/dist/exceljs.min.js",
  "xlsx/dist/xlsx.full.min.js",
];

/** What is made, by Jiemeng's request and by which peers. */
const FILES = [
  { what: "charter, 100 signatories, DOCX", members: 100, request: { stem: "02-联盟章程", format: "Docx" }, peers: ["docx", "docxtemplater"] },
  { what: "charter, 100 signatories, PDF", members: 100, request: { stem: "02-联盟章程", format: "Pdf" }, peers: ["pdfmake", "pdf-lib"] },
  { what: "roster, 1,000 rows, XLSX", members: 1000, request: { stem: "08-成员单位名单", format: "Xlsx" }, peers: ["exceljs", "SheetJS"] },
];

/** The sample with so many members, each with a name of its own. */
function dossier(count) {
  const few = sample();
  const member = (at) => {
    const like = few.members[at % few.members.length];
    return { ...like, id: `n${at}`, name: at < few.members.length ? like.name : `${like.name}第${at}分部` };
  };
  return { ...few, members: Array.from({ length: count }, (_, at) => member(at)) };
}

/** In Jiemeng's page: starts a clerk and gives it the fonts. */
async function openClerk() {
  const clerk = new Worker(document.querySelector("script[data-clerk]").dataset.clerk);
  const waiting = new Map();
  let last = 0;
  window.ask = (request, { dossier = new Uint8Array(), files = [] } = {}) => new Promise((done) => {
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
  const faces = { Song: "song", XiaoBiaoSong: "xiaobiaosong", Hei: "hei", Kai: "kai" };
  const files = await Promise.all(Object.values(faces).map(async (name) => (await fetch(`./fonts/${name}.ttf.gz`)).blob()));
  const { answer } = await window.ask({ Fonts: { files: Object.keys(faces).map((face) => [{ Shipped: face }, 0]) } }, { files });
  if (answer !== "Taken") throw new Error(JSON.stringify(answer));
}

/** In Jiemeng's page: has a file made so many times. Gives the milliseconds of each, and the file as base64. */
async function make([request, dossier, times]) {
  const taken = [];
  // The page has it as bytes.
  dossier = new TextEncoder().encode(dossier);
  let reply;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    reply = await window.ask(request, { dossier });
    taken.push(performance.now() - start);
    if (!reply.answer.File) throw new Error(JSON.stringify(reply.answer));
  }
  const bytes = new Uint8Array(await new Blob(reply.parts.filter((part) => typeof part !== "string")).arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { taken, size: bytes.length, file: btoa(letters) };
}

const titled = table("making files, ms", ["cold", "median", "worst", "kB"]);

function show(what, who, { taken: [cold, ...warm], size }) {
  titled(`${what ? `${what}: ` : ""}${who}`, cold, median(warm), Math.max(...warm), size / 1000);
}

await withRelease(async (browser, address) => {
  const ours = await browser.newPage();
  await ours.goto(address);
  await ours.evaluate(openClerk);
  const theirs = await browser.newPage();
  for (const script of SCRIPTS) await theirs.addScriptTag({ path: join(import.meta.dirname, "node_modules", script) });
  await theirs.addScriptTag({ path: join(import.meta.dirname, "documents.js") });

  const made = [];
  for (const { members, request } of FILES) {
    const asked = { Document: { today: TODAY, as_is: true, ...request } };
    made.push(await ours.evaluate(make, [asked, JSON.stringify(dossier(members)), TIMES]));
  }
  const [docx, , xlsx] = made;
  const font = gunzipSync(readFileSync(place("dist/fonts/song.ttf.gz"))).toString("base64");
  await theirs.evaluate(([files, font]) => prepare(files, font), [{ docx: docx.file, xlsx: xlsx.file }, font]);

  for (const [at, { what, peers }] of FILES.entries()) {
    show(what, "Jiemeng", made[at]);
    for (const peer of peers) show(what, peer, await theirs.evaluate(([peer, times]) => measure(peer, times), [peer, TIMES]));
  }
  const bundle = { Bundle: { today: TODAY, attachments: [], as_is: true } };
  show("the sample's whole bundle, text only", "Jiemeng", await ours.evaluate(make, [bundle, JSON.stringify(sample()), TIMES]));
});
