// Synthesizes every CDK app, each into `out` beside it.
//
//     node synth.mjs FILES
//
// FILES is a JSON list of JavaScript files. Prints what stopped each of them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const files = JSON.parse(readFileSync(process.argv[2], "utf8"));
const stopped = {};
for (const file of files) {
  process.env.CDK_OUTDIR = join(dirname(file), "out");
  try {
    require(file);
    // An app writes its files when the process is about to end: it is asked to do so now.
    process.listeners("beforeExit").forEach((synth) => synth(0));
  } catch (error) {
    stopped[file] = [String(error)];
  }
  process.removeAllListeners("beforeExit");
}
console.log(JSON.stringify(stopped));
