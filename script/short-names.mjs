// What a program and the module that starts it call each other by: short, where the tools write out whole paths with sums in
// them. Those were seven parts in a hundred of what is loaded first, and nobody reads them.
import { EXPORTS, IMPORTS, exports, imports, name, number, section, sections } from "./wasm.mjs";

/** Where wasm-bindgen's programs import from what is written beside them. */
const FROM = /^\.\/\w+_bg\.js$/;
/** The names it makes up itself; the others are spoken of elsewhere too. */
const MADE_UP = /^(?:__wb|wasm_bindgen__)\w+$/;

/** The program and its module with short names for all that only they call each other by. */
export function shortened({ program, module }) {
  const names = new Map();
  const short = (long) => {
    if (!MADE_UP.test(long) || long === "__wbindgen_start") return long;
    if (!names.has(long)) names.set(long, `_${names.size.toString(36)}`);
    return names.get(long);
  };
  const list = (items) => Buffer.concat([number(items.length), ...items.flat()]);
  const parts = [...sections(program)].map(({ kind, body, whole }) => {
    if (kind === IMPORTS) {
      const renamed = imports(body).map((it) => [name(it.from), name(FROM.test(it.from) ? short(it.name) : it.name), it.type]);
      return section(IMPORTS, list(renamed));
    }
    if (kind === EXPORTS) return section(EXPORTS, list(exports(body).map((it) => [name(short(it.name)), it.item])));
    return whole;
  });
  const seen = new Set();
  const renamed = module.replaceAll(/\b(?:__wb|wasm_bindgen__)\w+/g, (long) => {
    if (!names.has(long)) return long;
    seen.add(long);
    return names.get(long);
  });
  const unspoken = [...names.keys()].filter((long) => !seen.has(long));
  if (unspoken.length > 0) throw new Error(`the module does not speak of ${unspoken.join(", ")}`);
  return { program: Buffer.concat([program.subarray(0, 8), ...parts]), module: renamed };
}
