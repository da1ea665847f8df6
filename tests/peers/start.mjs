// How long a first visit takes until the page answers: Jiemeng beside a bare page and other form programs, in one browser, as
// it is here and on a slow machine behind a slow line.
//
//     npm ci --prefix tests/peers && node tests/peers/start.mjs        (script/bench does both; wants a release build in dist/)
//
// Every page is sent packed by brotli, with nothing kept from before. It answers when its own code has drawn it and the
// browser has nothing left to do before the next task: Jiemeng's first screen when its own program has drawn it, its screen of
// questions when a field takes what is typed, the others when their first field is there. Shown is the median of a few visits.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { PEERS, bundle } from "./forms/bundle.mjs";
import { median, table } from "./table.mjs";
import { executablePath, place, sample } from "../browser/release.mjs";

const VISITS = 3;
/** 1.6 Mbit/s and 150 ms, as a slow mobile line; a processor of a quarter of the speed. */
const SLOW = { processor: 4, line: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 } };
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" };

const pages = new Map();
const html = (title, body) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title>${body}</html>`;
const members = JSON.stringify(sample().members);
for (const peer of Object.keys(PEERS)) {
  pages.set(`/${PEERS[peer]}`, await bundle(peer));
  pages.set(`/${PEERS[peer]}.html`, html(peer, `<div id="form"></div><script src="/${PEERS[peer]}"></script><script>mount(document.getElementById("form"), { members: ${members} });</script>`));
}
pages.set("/bare.html", html("bare", `<link rel="icon" href="data:,"><form><label>联盟名称 <input></label><label>住所 <input></label><button>继续</button></form>`));

const packed = new Map([...pages].map(([path, text]) => [path, brotliCompressSync(text)]));
/** The bytes of an address, packed, and its type. */
function find(path) {
  if (packed.has(path)) return [packed.get(path), TYPES[extname(path)]];
  const file = join(place("dist"), path === "/" ? "index.html" : path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const beside = statSync(`${file}.br`, { throwIfNoEntry: false });
  return [beside ? readFileSync(`${file}.br`) : brotliCompressSync(readFileSync(file)), TYPES[extname(file)] ?? "application/octet-stream"];
}
const server = createServer((request, response) => {
  const found = find(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  if (!found) return response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": found[1], "Content-Encoding": "br", "Content-Length": found[0].length }).end(found[0]);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}`;

/** In the page, before anything of it: notes when something matches, and the browser is done with what comes with it. */
function watch(selector) {
  const look = () => {
    if (window.answers !== undefined || !document.querySelector(selector)) return;
    window.answers = null;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.answers = performance.now());
    port2.postMessage(null);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  document.addEventListener("DOMContentLoaded", look);
  window.shifts = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifts += entry.value))).observe({ type: "layout-shift", buffered: true });
}

async function visit(browser, path, selector, slow) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block", locale: "zh-CN" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (slow) {
    await session.send("Network.emulateNetworkConditions", slow.line);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slow.processor });
  }
  let bytes = 0;
  let counts = true;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += counts ? encodedDataLength : 0));
  await page.addInitScript(watch, selector);
  await page.goto(`${address}${path}`, { waitUntil: "commit" });
  await page.waitForFunction(() => typeof window.answers === "number", undefined, { timeout: 60_000 });
  counts = false;
  const first = await page.evaluate(() => ({ answers: window.answers, painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime }));
  // What comes later must not move what is there.
  await page.waitForTimeout(slow ? 2000 : 1000);
  const shifts = await page.evaluate(() => window.shifts);
  await context.close();
  return { ...first, bytes, shifts };
}

const WAYS = [
  ["bare page", "/bare.html", "form button"],
  ["Jiemeng, the task list answers", "/", "button.language"],
  ["Jiemeng, a question takes an answer", "/#/alliance", "html[data-ready=true] input"],
  ...Object.entries(PEERS).map(([peer, file]) => [peer, `/${file}.html`, "#form input"]),
];

const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ["--disable-gpu"] });
for (const slow of [undefined, SLOW]) {
  const where = slow ? "processor 4 times slower, 1.6 Mbit/s, 150 ms" : "this machine";
  const row = table(`first visit, ms: ${where}`, ["answers", "painted", "kB so far", "shift"]);
  for (const [who, path, selector] of WAYS) {
    const visits = [];
    for (let count = 0; count < VISITS; count += 1) visits.push(await visit(browser, path, selector, slow));
    const of = (key) => median(visits.map((visit) => visit[key] ?? 0));
    row(who, of("answers"), of("painted"), of("bytes") / 1000, of("shifts").toFixed(3));
  }
}
await browser.close();
server.close();
