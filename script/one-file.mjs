// Makes the one-file edition out of a built dist/: everything the page and its clerk load becomes part of the page,
// so that it runs by double click from a folder, where a browser fetches nothing.
//
//     node script/one-file.mjs <dist> <file to write>
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inlined, joined, only } from "./modules.mjs";

const [dist, target] = process.argv.slice(2);
const text = (name) => readFileSync(join(dist, name), "utf8");
const base64 = (name) => readFileSync(join(dist, name)).toString("base64");

/** Script text that cannot end its own element. */
const inScript = (source) => source.replaceAll(/<(?=\/script|!--)/gi, "\\x3C");

const shell = text("index.html");
const [startTag, page, wasm] = only(shell, /<script [^>]*data-page="\.\/([^"]+)"[^>]*data-wasm="\.\/([^"]+)"[^>]*><\/script>/, "start tag");
const [, office] = only(startTag, / data-clerk="\.\/([^"]+)\/clerk\.js"/, "place of the clerk");

const clerk = inlined(text(`${office}/clerk.js`), (name) => base64(`${office}/${name}`));
// The fonts stand in the page as text that nobody reads before a PDF is made: by name, as base64.
const fontFiles = readdirSync(join(dist, "fonts"));
const fonts = fontFiles.filter((name) => name.endsWith(".gz"));
const fontTexts = fontFiles.filter((name) => name.endsWith(".txt"));
const fontGetters = fonts.map((name) => `get "${name}"() { return document.getElementById("fonts/${name}").textContent; }`);
const inline = `globalThis.__JIEMENG_INLINE__ = { clerkJs: ${JSON.stringify(clerk).replaceAll("<", "\\u003c")}, fonts: { ${fontGetters.join(", ")} } };`;
const asText = (name, content) => `<script type="text/plain" id="${name}">${content}</script>`;
const texts = [
  asText("third-party", inScript(text("THIRD-PARTY.md"))),
  ...fontTexts.map((name) => asText(`fonts/${name}`, inScript(text(`fonts/${name}`)))),
  ...fonts.map((name) => asText(`fonts/${name}`, base64(`fonts/${name}`))),
];

const home = page.slice(0, page.lastIndexOf("/"));
const started = `import start from "./${page}";
await start({ module_or_path: fetch(new URL("./${wasm.slice(home.length + 1)}", import.meta.url)) });`;
const run = inScript(inlined(await joined(started, dist), (name) => base64(`${home}/${name}`)));

const styles = [];
let html = shell
  .replace(startTag, "")
  // One file is not installed, and has nothing to fetch before it is wanted.
  .replaceAll(/<link [^>]*rel="(?:modulepreload|preload|manifest)"[^>]*>/g, "")
  .replaceAll(/<link [^>]*rel="stylesheet"[^>]*>/g, (tag) => {
    const [, name] = only(tag, /href="\.\/([^"]+)"/, "style sheet address");
    const style = text(name);
    if (/url\((?!["']?data:)|@import/.test(style)) throw new Error(`one-file: ${name} loads another file`);
    styles.push(style);
    return `<style>${style}</style>`;
  });

// Inline text is allowed by its hash alone.
const hash = (source) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
html = html
  .replace("script-src 'self'", () => `script-src ${hash(inline)} ${hash(run)}`)
  .replace("style-src 'self'", () => `style-src ${styles.map(hash).join(" ") || "'none'"}`)
  .replace("connect-src 'self'", "connect-src 'none'")
  .replace("</head>", () => `<script>${inline}</script><script type="module">${run}</script></head>`)
  .replace("</html>", () => `${texts.join("")}</html>`);

const left = html.match(/<(?:link|script)\b[^>]*(?:href|src)="\.[^"]*"[^>]*>/);
if (left) throw new Error(`one-file: still loads ${left[0]}`);
writeFileSync(target, html);
console.log(`one-file: SHA-256 ${createHash("sha256").update(html).digest("hex")}`);
