// Builds dist/: the editor, and for each language that is only coloured a file of its own that the editor loads when
// it is first shown. With --check compares a fresh build with the committed one byte for byte.
import { build } from "esbuild";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { licences } from "./licences.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const check = process.argv.includes("--check");
const LANGUAGES = ["hcl", "python", "shell", "typescript", "yaml"];

const shared = {
  absWorkingDir: here("."),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: !check,
};

/** A grammar alone needs no editor. */
const grammarsAlone = {
  name: "grammars-alone",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@codemirror\/language$/ }, ({ importer }) =>
      importer.includes("codemirror-lang-hcl") ? { path: here("src/languages/without-editor.ts") } : undefined,
    ),
};

const notice = (whose) => ({ js: `/* ${whose}; web/editor/package.json names the versions. */` });
const builds = [
  await build({
    ...shared,
    entryPoints: ["src/editor.ts"],
    outdir: here("dist"),
    banner: notice("CodeMirror and Lezer, MIT, (c) Marijn Haverbeke and others"),
  }),
  await build({
    ...shared,
    entryPoints: LANGUAGES.map((name) => `src/languages/${name}.ts`),
    outdir: here("dist/languages"),
    plugins: [grammarsAlone],
    banner: notice("CodeMirror and Lezer, MIT, (c) Marijn Haverbeke and others; codemirror-lang-hcl, MIT, (c) haoqixu"),
  }),
];

const notices = { path: here("dist/licences.txt"), text: await licences(here("."), builds.map(({ metafile }) => metafile)) };

if (!check) {
  await writeFile(notices.path, notices.text);
} else {
  const files = [
    ...builds.flatMap((built) => built.outputFiles),
    { path: notices.path, contents: Buffer.from(notices.text) },
  ];
  const stale = [];
  for (const { path, contents } of files) {
    const committed = await readFile(path).catch(() => Buffer.alloc(0));
    if (!Buffer.from(contents).equals(committed)) stale.push(basename(path));
  }
  const built = new Set(files.map(({ path }) => basename(path)));
  const committed = [...(await readdir(here("dist"))), ...(await readdir(here("dist/languages")))];
  stale.push(...committed.filter((name) => name.endsWith(".js") && !built.has(name)));
  console.log(
    stale.length === 0
      ? `editor bundle: ${files.length} passed, 0 failed`
      : `editor bundle: ${files.length - stale.length} passed, ${stale.length} failed: ${stale.join(", ")} is not what src builds; run \`npm ci && npm run build\` in web/editor`,
  );
  process.exitCode = stale.length === 0 ? 0 : 1;
}
