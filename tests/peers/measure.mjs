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

/** In the page: a clerk and how to ask it. */
function openClerk(fonts) {
  return new Promise((ready, broken) => {
    const clerk = new Worker("./clerk_loader.js");
    clerk.onerror = (event) => broken(new Error(event.message));
    const waiting = new Map();
    let last = 0;
    window.ask = (request, beside = {}) => new Promise((done) => {
      waiting.set(++last, done);
      clerk.postMessage({ id: last, words: JSON.stringify(request), ...beside });
    });
    clerk.onmessage = async ({ data }) => {
      if (data !== "ready") {
        const answer = JSON.parse(data.words);
        if (answer.Progress) return;
        waiting.get(data.id)({ answer, parts: data.parts });
        return;
      }
      ready(await window.handOver(fonts));
    };
  });
}

const median = (times) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
