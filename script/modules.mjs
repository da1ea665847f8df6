// What the tools write for a program in parts are modules that fetch files beside them: the program's own, and the one that
// loads its parts. Where modules cannot be, they become one script; where nothing can be fetched, the files stand in it.

/** What `pattern` finds exactly once in `source`; a change in what the tools write must stop the build, not the reader. */
export function only(source, pattern, what) {
  const found = [...source.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
  if (found.length !== 1) throw new Error(`${found.length} of ${what} where one was expected`);
  return found[0];
}

/** The module that loads the parts, as the other one calls it. */
export const LOADER = "parts.js";

/** The two modules as one script that runs where classic scripts do, and the name of what starts the program in it. */
export function joined(module, loader) {
  const [imports, exports] = [[], []];
  const program = module
    .replaceAll(/^import \* as (\w+) from "\.\/(\S+)";?$/gm, (line, name, file) => {
      if (file !== LOADER) throw new Error(`the program imports ${file}`);
      imports.push(name);
      return "";
    })
    .replaceAll(/^export (?=function|class|async)/gm, "")
    // It is told where its files are.
    .replaceAll("import.meta.url", "self.location.href");
  const [line, start] = only(program, /^export\s*\{[^}]*?(\w+) as default[^}]*\};?/m, "default export");
  const parts = loader
    .replace(/^import \{ initSync \} from "\.\/[^"]+";?$/m, "")
    .replaceAll(/^export const (\w+)/gm, (line, name) => {
      exports.push(name);
      return `const ${name}`;
    })
    .replaceAll("import.meta.url", "self.location.href");
  const named = imports.map((name) => `const ${name} = { ${exports.join(", ")} };`);
  const script = [program.replace(line, ""), parts, ...named].join("\n");
  const left = script.match(/^\s*(?:import|export)\b.*/m);
  if (left) throw new Error(`a module cannot be joined: ${left[0]}`);
  return { script, start };
}

/** The code that fetches the file of this name beside a script. */
export const fetched = (name) => `fetch(new URL("./${name}", self.location.href))`;

/** A script with what it fetches in it. `bytes` gives those of a file by its name, as base64. */
export function inlined(script, bytes) {
  const whole = script.replaceAll(/fetch\(new URL\("\.\/([^"]+)", self\.location\.href\)\)/g, (call, name) => {
    const read = `Uint8Array.from(atob("${bytes(name)}"), (c) => c.charCodeAt(0))`;
    return `Promise.resolve(new Response(${read}, { headers: { "Content-Type": "application/wasm" } }))`;
  });
  const left = whole.match(/\bfetch\(new .*/);
  if (left) throw new Error(`a script still fetches: ${left[0].slice(0, 80)}`);
  return whole;
}
