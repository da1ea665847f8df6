// Writes the service worker of a built dist/: with it the program, its clerk and its fonts are kept by the browser, and the
// page opens without a network. A newer version waits until the page asks for it; see web/offline.js.
//
//     node script/offline.mjs <dist>
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateSW } from "workbox-build";

const dist = process.argv[2];

// The page asks for a service worker only where there is one.
const page = join(dist, "index.html");
const shell = readFileSync(page, "utf8");
if (!shell.includes(" data-offline ")) writeFileSync(page, shell.replace("<script ", "<script data-offline "));

const { count, size, warnings } = await generateSW({
  globDirectory: dist,
  globPatterns: ["**/*"],
  // The edition in one file is for where there is no host; whoever wants it downloads it.
  globIgnores: ["jiemeng.html", "sw.js"],
  swDest: join(dist, "sw.js"),
  // Wiping everything finds what bears this name.
  cacheId: "jiemeng",
  inlineWorkboxRuntime: true,
  sourcemap: false,
  mode: "production",
  // Fonts with all rare characters have 6 MB.
  maximumFileSizeToCacheInBytes: 20 * 1024 * 1024,
  // Named by their contents already.
  dontCacheBustURLsMatching: /-[0-9a-f]{16}(_bg)?[./]/,
  directoryIndex: "index.html",
  cleanupOutdatedCaches: true,
  // The first visit is taken care of at once; a newer version waits for the user.
  clientsClaim: true,
  skipWaiting: false,
});
if (warnings.length > 0) throw new Error(`offline: ${warnings.join("\n")}`);
console.log(`offline: ${count} files, ${(size / 1e6).toFixed(1)} MB, are kept for use without a network`);
