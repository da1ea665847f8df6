// Kills the browser while somebody types and attaches, again and again, and looks what is there afterwards.
//
//     script/kill [rounds]        (wants a build in dist/; 200 rounds take half an hour)
//
// A browser with a profile of its own is started, words are typed and files attached, and at a moment drawn by lot the
// whole process group gets SIGKILL. The next start of the same profile must show the same dossier, with every word that was
// typed a second or more before the blow, and every file whose attaching had been reported.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { records } from "./database.mjs";
import { executablePath, place, sample, takeUp } from "./release.mjs";

const rounds = Number(process.argv[2] ?? 200);
const port = process.env.JIEMENG_PORT ?? "4175";
const address = `http://127.0.0.1:${port}/`;
const profile = mkdtempSync(join(tmpdir(), "jiemeng-kill-"));
const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-crash-restore-bubble"];
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const PURPOSE = '[id="alliance/purpose"]';
/** What may be lost at most, in milliseconds. */
const ALLOWED = 1000;

/** Starts the browser on its profile, in a process group of its own. */
async function start() {
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  const child = spawn(executablePath, [...flags, `--user-data-dir=${profile}`, "--remote-debugging-port=0", "about:blank"], { detached: true, stdio: "ignore" });
  while (!existsSync(portFile)) await pause(20);
  await pause(20);
  const [devtools] = readFileSync(portFile, "utf8").split("\n");
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${devtools}`);
  const page = await browser.contexts()[0].newPage();
  return { child, page };
}

async function opens(page, hash) {
  await page.goto(address + hash);
  await page.locator("html[data-ready=true]").waitFor();
}

/** Types and attaches until the blow; gives what was done and when. */
async function work(page, round, child) {
  const typed = [];
  const attached = [];
  const until = 200 + Math.random() * 2800;
  const began = Date.now();
  let killed = 0;
  setTimeout(() => {
    killed = Date.now();
    process.kill(-child.pid, "SIGKILL");
  }, until);
  // Whatever is under way when the browser dies is refused; that ends the work.
  try {
    if (round % 3 === 0) {
      const bytes = Buffer.concat([Buffer.from("%PDF-1.4\n"), randomBytes(200_000)]);
      await page.evaluate(() => (location.hash = "#/members/m01"));
      await page.locator('[id="attach-m01"]').setInputFiles({ name: `证照${round}.pdf`, mimeType: "application/pdf", buffer: bytes });
      await page.locator('[data-work="done"], [data-work="failed"]').waitFor();
      attached.push({ sha256: createHash("sha256").update(bytes).digest("hex"), at: Date.now() });
      await page.evaluate(() => (location.hash = "#/alliance"));
    }
    await page.locator(PURPOSE).focus();
    for (let count = 1; ; count += 1) {
      await page.keyboard.type(` ${round}:${count}`);
      typed.push({ word: `${round}:${count}`, at: Date.now() });
      await pause(Math.random() * 60);
    }
  } catch (error) {
    if (!killed) throw error;
  }
  return { typed, attached, killed, lasted: killed - began };
}

/** What is there after the blow: the words, and the files that the dossier names and whose bytes are kept. */
async function look(page) {
  await opens(page, "#/alliance");
  const text = await page.locator(PURPOSE).inputValue();
  const name = await page.locator('[id="alliance/name"]').inputValue();
  const slots = (await records(page, "slots")).map(([, slot]) => slot).sort((one, other) => other.turn - one.turn);
  const named = JSON.parse(slots[0].text).attachments.map(({ sha256 }) => sha256);
  const kept = (await records(page, "attachments")).map(([key]) => key);
  const damaged = (await records(page, "damaged")).length;
  return { words: new Set(text.split(" ")), name, files: new Set(named.filter((sha256) => kept.includes(sha256))), damaged };
}

const server = spawn(process.execPath, [place("tests/browser/serve.mjs"), place("dist"), port], { stdio: "inherit" });
const figures = { rounds: 0, "dossiers lost": 0, "rounds that lost more than a second": 0, "files lost": 0, "slots damaged": 0, words: 0, files: 0 };
let longest = 0;
try {
  while (!(await fetch(address).catch(() => null))?.ok) await pause(100);
  let { child, page } = await start();
  await opens(page, "#/");
  await takeUp(page, sample());
  await page.locator('[data-testid="save-state"]', { hasText: "已保存" }).waitFor();
  await opens(page, "#/alliance");
  const promised = [];
  for (let round = 1; round <= rounds; round += 1) {
    // What was typed in the rounds before goes, so that the text stays short; it is saved before the next begins.
    await page.locator(PURPOSE).fill("");
    await pause(900);
    const { typed, attached, killed } = await work(page, round, child);
    await pause(150);
    ({ child, page } = await start());
    const found = await look(page);
    const lost = typed.filter(({ word }) => !found.words.has(word)).map(({ at }) => killed - at);
    promised.push(...attached.filter(({ at }) => killed - at >= ALLOWED));
    longest = Math.max(longest, ...lost);
    figures.rounds = round;
    figures.words += typed.length;
    figures.files = promised.length;
    figures["slots damaged"] = found.damaged;
    if (found.name !== sample().alliance.name) figures["dossiers lost"] += 1;
    if (lost.some((age) => age >= ALLOWED)) {
      figures["rounds that lost more than a second"] += 1;
      console.log(`round ${round}: killed after ${typed.length} words, lost ${lost.length}, the oldest ${Math.max(...lost)} ms before`);
    }
    figures["files lost"] = promised.filter(({ sha256 }) => !found.files.has(sha256)).length;
    if (round % 20 === 0) console.log(JSON.stringify({ ...figures, "oldest word lost, ms": longest }));
  }
  process.kill(-child.pid, "SIGKILL");
} finally {
  server.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
console.log(JSON.stringify({ ...figures, "oldest word lost, ms": longest }, null, 2));
process.exit(figures["dossiers lost"] + figures["files lost"] + figures["rounds that lost more than a second"] === 0 ? 0 : 1);
