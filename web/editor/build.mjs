// Builds dist/editor.js, or with --check compares a fresh build with the committed one byte for byte.
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const out = fileURLToPath(new URL("dist/editor.js", import.meta.url));
const check = process.argv.includes("--check");

const result = await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: ["src/editor.ts"],
  outfile: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  banner: { js: "/* CodeMirror and Lezer, MIT, (c) Marijn Haverbeke and others; web/editor/package.json names the versions. */" },
  write: !check,
});

if (check) {
  const fresh = Buffer.from(result.outputFiles[0].contents);
  const committed = await readFile(out).catch(() => Buffer.alloc(0));
  const same = fresh.equals(committed);
  console.log(
    same
      ? "editor bundle: 1 passed, 0 failed"
      : "editor bundle: 0 passed, 1 failed: dist/editor.js is not what src builds; run `npm ci && npm run build` in web/editor",
  );
  process.exitCode = same ? 0 : 1;
}
