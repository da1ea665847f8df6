// ZIP archives as the machine's own unzip reads them.
import { execFileSync } from "node:child_process";

const quiet = { encoding: "buffer", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] };

/** The files of an archive, by path, as the bytes they are. Fails where unzip finds anything amiss. */
export function unzip(archive) {
  execFileSync("unzip", ["-tqq", archive], quiet);
  const paths = execFileSync("unzip", ["-Z1", archive], quiet).toString().split("\n").filter(Boolean);
  // Brackets and the like are patterns to unzip unless escaped.
  const literal = (path) => path.replace(/[[\]*?\\]/g, "\\$&");
  return new Map(paths.map((path) => [path, execFileSync("unzip", ["-p", archive, literal(path)], quiet)]));
}
