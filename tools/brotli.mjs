// Prints the bytes of each file of a folder, as they are and after Brotli 11, apart by tabs. With `--write`, each file that
// gets smaller is written beside itself with `.br` at its end, for hosts that serve such files.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, option] = process.argv.slice(2);
/** What is compressed already. */
const PACKED = new Set([".br", ".gz", ".png", ".zip"]);
/** Below this, a host's headers are larger than what is saved. */
const LEAST = 1024;

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  if (!entry.isFile() || extname(path) === ".br") continue;
  const bytes = readFileSync(path);
  const packed = PACKED.has(extname(path))
    ? bytes
    : brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      });
  if (option === "--write" && bytes.length >= LEAST && packed.length < bytes.length) writeFileSync(`${path}.br`, packed);
  console.log([bytes.length, packed.length, relative(folder, path).split(sep).join("/")].join("\t"));
}
