// The release build in a browser, for what is no test: measuring and taking pictures.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** The system's Chromium; Playwright's own browsers are not wanted. */
export const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));

/** A place in the repository. */
export const place = (path) => resolve(root, path);

/** The sample dossier, as the repository holds it. */
export const sample = () => JSON.parse(readFileSync(place("src/dossier/sample.json"), "utf8"));

/** Serves dist/, hands `use` a browser and the page's address, and ends both. */
export async function withRelease(use) {
  const port = process.env.JIEMENG_PORT ?? "4174";
  const address = `http://127.0.0.1:${port}/`;
  const server = spawn(process.execPath, [place("tests/browser/serve.mjs"), place("dist"), port], { stdio: "inherit" });
  try {
    while (server.exitCode === null && !(await fetch(address).catch(() => null))?.ok) await new Promise((done) => setTimeout(done, 100));
    if (server.exitCode !== null) throw new Error(`dist/ cannot be served on port ${port}`);
    const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ["--disable-gpu"] });
    await use(browser, address).finally(() => browser.close());
  } finally {
    server.kill();
  }
}

/** Takes up a dossier on the first screen, as a founder imports a file. */
export async function takeUp(page, dossier) {
  await page.locator("html[data-ready=true]").waitFor();
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await (await chosen).setFiles({ name: "dossier.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dossier)) });
  const done = page.locator('[data-work="done"]');
  const replace = page.getByRole("dialog").getByRole("button", { name: "替换现有内容" });
  await done.or(replace).first().waitFor();
  if (await replace.isVisible()) await replace.click();
  await done.waitFor();
}
