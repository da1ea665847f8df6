// What a founder does in Firefox, in the words of the page: the stock browser, by geckodriver.
//
// Whoever opens the page through `withFounder` also holds that no request leaves the machine, that nothing goes against
// the content security policy, and that the page says nothing on its console.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { Builder, By, Key, until } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";

const root = resolve(import.meta.dirname, "../..");

/** A place in the repository. */
export const place = (path) => resolve(root, path);

const binary = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => path && existsSync(path));
const driver = process.env.PATH.split(delimiter).map((folder) => join(folder, "geckodriver")).find(existsSync);

/** How long the page may take for something, in milliseconds. */
const PATIENCE = 30_000;

/** Serves dist/ and gives the address and how to stop. */
export async function serve() {
  const port = process.env.JIEMENG_PORT ?? "4175";
  const address = `http://127.0.0.1:${port}/`;
  const server = spawn(process.execPath, [place("tests/browser/serve.mjs"), place("dist"), port], { stdio: "inherit" });
  while (server.exitCode === null && !(await fetch(address).catch(() => null))?.ok) await new Promise((done) => setTimeout(done, 100));
  assert.equal(server.exitCode, null, `dist/ cannot be served on port ${port}`);
  return { address, stop: () => server.kill() };
}

/** Starts Firefox with a new profile, hands `use` a founder at an address, and ends it. */
export async function withFounder(address, use) {
  assert.ok(binary && driver, "Firefox and geckodriver are there; script/setup gets them");
  const downloads = await mkdtemp(join(tmpdir(), "jiemeng-"));
  const options = new firefox.Options()
    .setBinary(binary)
    .addArguments("-headless")
    .windowSize({ width: 1280, height: 900 })
    .setPreference("intl.accept_languages", "zh-CN")
    .setPreference("browser.download.folderList", 2)
    .setPreference("browser.download.dir", downloads)
    .setPreference("browser.download.always_ask_before_handling_new_types", false);
  options.enableBidi();
  const browser = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(driver).setEnvironment({ ...process.env, TZ: "Asia/Shanghai" }))
    .build();
  try {
    const complaints = await listen(browser, address);
    await use(new Founder(browser, address, downloads));
    assert.deepEqual(complaints, [], "the console is silent and no request leaves the machine");
  } finally {
    await browser.quit();
    await rm(downloads, { recursive: true });
  }
}

/** Collects what should not be: requests to elsewhere, violations of the policy, errors and warnings. */
async function listen(browser, address) {
  const complaints = [];
  const own = [new URL(".", address).href, "blob:", "data:", "about:"];
  const bidi = await browser.getBidi();
  bidi.socket.on("message", (data) => {
    const { method, params } = JSON.parse(data);
    if (method === "log.entryAdded" && ["error", "warn"].includes(params.level)) {
      const from = params.stackTrace?.callFrames?.[0]?.url ?? "";
      // What the driver itself stumbles over is no word of the page: it reads values across the border between the two, which
      // no script of the page can come to, and sometimes may not.
      const isDriver = /^(chrome|resource):/.test(from) || (from === "" && /^Error: Permission denied to access property/.test(params.text));
      if (!isDriver) complaints.push(`${params.level}: ${params.text} (${from})`);
    }
    if (method === "network.beforeRequestSent" && !own.some((start) => params.request.url.startsWith(start))) {
      complaints.push(`request to ${params.request.url}`);
    }
  });
  await bidi.subscribe("log.entryAdded");
  await bidi.subscribe("network.beforeRequestSent");
  // Firefox tells violations to its own console alone; the page's events become words on the page's.
  const tell = `() => document.addEventListener("securitypolicyviolation", (event) => console.error("policy:", event.effectiveDirective, event.blockedURI))`;
  await bidi.send({ method: "script.addPreloadScript", params: { functionDeclaration: tell } });
  return complaints;
}

class Founder {
  constructor(browser, address, downloads) {
    this.browser = browser;
    this.address = address;
    this.downloads = downloads;
  }

  // --- Going about ---------------------------------------------------------------------------------------------------

  /** Opens a screen, starting the app where it is not there yet. */
  async opens(hash = "#/") {
    await this.browser.get(`${this.address}${hash}`);
    await this.isReady();
  }

  async isReady() {
    await this.finds('html[data-ready="true"]');
    // The screen is drawn by the frame after the next.
    await this.browser.executeScript("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))");
    const heading = await this.finds("h1");
    await this.browser.wait(until.elementIsVisible(heading), PATIENCE);
  }

  async reloads() {
    await this.browser.navigate().refresh();
    await this.isReady();
  }

  /** What the screen is called. */
  async heading() {
    return (await this.finds("h1")).getText();
  }

  async finds(selector) {
    return this.browser.wait(until.elementLocated(By.css(selector)), PATIENCE, selector);
  }

  /** Until a part of the page says what is expected. */
  async reads(selector, expected) {
    const says = () => this.browser.executeScript("return document.querySelector(arguments[0])?.textContent.trim() ?? ''", selector);
    await this.browser.wait(async () => expected.test(await says()), PATIENCE, `${selector}: ${expected}`);
  }

  /** How far the screen reaches beyond the window at its side, in pixels. */
  async overflow() {
    return this.browser.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Presses a button by its name, as a hand does. */
  async presses(name) {
    const button = await this.browser.wait(until.elementLocated(By.xpath(`//button[normalize-space()="${name}"]`)), PATIENCE, name);
    await this.browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", button);
    await button.click();
  }

  // --- Answering -----------------------------------------------------------------------------------------------------

  async isSaved() {
    await this.reads('[data-testid="save-state"]', /^已保存 /);
  }

  field(path) {
    return this.finds(`[id="${path}"]`);
  }

  /** Types an answer letter by letter in place of what is there, and leaves the field. */
  async types(path, words) {
    const field = await this.field(path);
    await this.browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", field);
    await field.sendKeys(Key.chord(Key.CONTROL, "a"));
    await field.sendKeys(words);
    await this.browser.executeScript("arguments[0].blur()", field);
  }

  /** Chooses one of several answers. */
  async chooses(path, value) {
    const radio = await this.field(`${path}=${value}`);
    await this.browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", radio);
    await radio.click();
  }

  async answer(path) {
    return (await this.field(path)).getProperty("value");
  }

  /** Chooses a file as a member's certificate, on the screen of that member. */
  async attaches(member, file) {
    await (await this.field(`attach-${member}`)).sendKeys(file);
    await this.finds('[data-work="done"]');
  }

  /** Until the verdict on a rule is so. */
  async verdict(rule, expected) {
    await this.reads(`[data-testid="verdict"][data-rule="${rule}"]`, expected);
  }

  // --- Taking it away ------------------------------------------------------------------------------------------------

  /** Presses a button that downloads something; gives where it is once it is whole. */
  async downloadsBy(name) {
    const before = await readdir(this.downloads);
    await this.presses(name);
    const whole = async () => {
      const now = (await readdir(this.downloads)).filter((file) => !before.includes(file));
      return now.some((file) => file.endsWith(".part")) ? null : now.find((file) => file.endsWith(".zip"));
    };
    return join(this.downloads, await this.browser.wait(whole, 2 * PATIENCE, `a download by ${name}`));
  }
}

/** Unpacks an archive and lets sha256sum compare every file with the sums that lie in it; gives the folder. */
export async function unpacked(archive) {
  const folder = await mkdtemp(join(tmpdir(), "jiemeng-"));
  execFileSync("unzip", ["-q", archive, "-d", folder]);
  execFileSync("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: folder });
  return folder;
}
