// Reads every Terraform file with HashiCorp's own reader of HCL.
//
//     node hcl.mjs FILES
//
// FILES is a JSON list of files. Prints what each of them holds, or the reader's sentence about it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { cwd } from "node:process";

const { parse } = createRequire(join(cwd(), "package.json"))("@cdktf/hcl2json");
const files = JSON.parse(readFileSync(process.argv[2], "utf8"));
const read = {};
for (const file of files) {
  try {
    read[file] = await parse(basename(file), readFileSync(file, "utf8"));
  } catch (error) {
    read[file] = String(error);
  }
}
// The reader's own program goes on for ever, so the end is not left to it.
process.stdout.write(`${JSON.stringify(read)}\n`, () => process.exit(0));
