// Runs the bench as WebAssembly: node run-wasi.mjs PROGRAM FOLDER [words…]
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [program, folder, ...words] = process.argv.slice(2);
const wasi = new WASI({ version: "preview1", args: ["bench", "/data", ...words], preopens: { "/data": folder } });
const { instance } = await WebAssembly.instantiate(await readFile(program), wasi.getImportObject());
process.exitCode = wasi.start(instance);
