// Bundles every src/*.test.ts into a temporary folder and runs it with Node's own test runner.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const src = fileURLToPath(new URL("src/", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "rulepad-editor-"));
const names = readdirSync(src).filter((name) => name.endsWith(".test.ts"));
await build({
  entryPoints: names.map((name) => join(src, name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  loader: { ".css": "text" },
});
const files = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
const { status } = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" });
rmSync(out, { recursive: true });
process.exitCode = status ?? 1;
