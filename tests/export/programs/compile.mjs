// TypeScript with --strict over every program, as its user's own project would have it.
//
//     node compile.mjs FILES
//
// FILES is a JSON list of paths. Prints what the compiler has against each of them, and leaves JavaScript beside them.
import { readFileSync } from "node:fs";
import ts from "typescript";

const files = JSON.parse(readFileSync(process.argv[2], "utf8"));
const program = ts.createProgram(files, {
  strict: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ["node"],
});
const found = Object.fromEntries(files.map((file) => [file, []]));
for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
  const message = ts.flattenDiagnosticMessageText(messageText, " ");
  const of = file && found[file.fileName] ? [file.fileName] : files;
  for (const name of of) found[name].push(message);
}
program.emit();
console.log(JSON.stringify(found));
