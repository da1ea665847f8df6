// Draws web/icons/icon.svg as the PNG files that web/manifest.webmanifest names. To be run when the picture changes.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { executablePath, place } from "../tests/browser/release.mjs";

const picture = readFileSync(place("web/icons/icon.svg"), "utf8");
const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
for (const side of [192, 512]) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${picture}`);
  await page.screenshot({ path: place(`web/icons/icon-${side}.png`) });
}
await browser.close();
