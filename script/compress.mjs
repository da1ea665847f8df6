// Puts a .br and a .gz beside each file of a built dist/ that grows smaller by it, for hosts that send what is packed
// beforehand (see docs/hosting.md).
//
//     node script/compress.mjs <dist>
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const dist = process.argv[2];
const PACKED = /\.(html|css|js|wasm|svg|webmanifest|txt|md)$/;
/** Below this a packed file saves nothing worth a request's headers, in bytes. */
const LEAST = 1024;

const files = readdirSync(dist, { withFileTypes: true, recursive: true })
  .filter((it) => it.isFile() && PACKED.test(it.name) && it.name !== "jiemeng.html")
  .map((it) => join(it.parentPath, it.name));

await Promise.all(files.map(async (path) => {
  const bytes = readFileSync(path);
  if (bytes.length < LEAST) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  writeFileSync(`${path}.br`, await promisify(brotliCompress)(bytes, quality));
  writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}));
