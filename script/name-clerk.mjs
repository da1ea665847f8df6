// Puts the clerk of a built dist/ into a folder named by its contents, so that no cache on the way pairs a page with the
// clerk of another version, and tells the page where it is.
//
//     node script/name-clerk.mjs <dist>
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.argv[2];
const FILES = ["clerk_loader.js", "clerk.js", "clerk_bg.wasm"];

for (const old of readdirSync(dist).filter((name) => /^clerk-[0-9a-f]{16}$/.test(name))) {
  rmSync(join(dist, old), { recursive: true });
}
const hash = createHash("sha256");
for (const name of FILES) hash.update(readFileSync(join(dist, name)));
const folder = `clerk-${hash.digest("hex").slice(0, 16)}`;
mkdirSync(join(dist, folder));
for (const name of FILES) renameSync(join(dist, name), join(dist, folder, name));

const page = join(dist, "index.html");
const shell = readFileSync(page, "utf8");
const told = shell.replace("<script ", `<script data-clerk="./${folder}/clerk_loader.js" `);
if (told === shell || !told.includes(" data-page=")) throw new Error("name-clerk: the page has no start tag");
writeFileSync(page, told);
