// Builds the package: `node build.mjs VERSION PROGRAMS OUT`. PROGRAMS has what wasm-bindgen wrote, OUT gets the package.
import { createRequire } from "node:module";
import { copyFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [version, programs, out] = process.argv.slice(2);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// The editor's package pins the bundler for both.
const { build, transform } = createRequire(here("../../../web/editor/package.json"))("esbuild");

/** The colours of the page, light and dark, as one set of properties. */
async function tokens() {
  const css = await readFile(here("../../../web/styles/tokens.css"), "utf8");
  const set = (block) => new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,8});/g)].map(([, name, value]) => [name, value]));
  const light = set(css.slice(0, css.indexOf("@media")));
  const dark = set(css.slice(css.indexOf(':root[data-theme="dark"]')));
  const lines = (value) => [...light.keys()].map((name) => `--${name}:${value(name)};`).join("");
  const both = lines((name) => `light-dark(${light.get(name)},${dark.get(name) ?? light.get(name)})`);
  return `:host{${lines((name) => light.get(name))}}@supports (color:light-dark(red,red)){:host{${both}}}`;
}

const styles = {
  name: "styles",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = (await readFile(path, "utf8")).replace("/* tokens */", await tokens());
      const { code } = await transform(css, { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    }),
};

/** The programs stay files of their own, except in the worker, which has no imports. */
const externalPrograms = {
  name: "external-programs",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/(programs\/.*|example)\.js$/ }, ({ path }) => ({ path, external: true })),
};
const bundledPrograms = {
  name: "bundled-programs",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/programs\/.*\.js$/ }, ({ path }) => ({ path: join(programs, path.slice("./programs/".length)) })),
};

const shared = {
  absWorkingDir: here("."),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const bundle = (entry, name, plugins, more = {}) =>
  build({ ...shared, entryPoints: [entry], outfile: join(out, name), plugins, ...more });
await Promise.all([
  bundle("src/rulepad.ts", "rulepad.js", [externalPrograms]),
  bundle("src/node.ts", "node.js", [externalPrograms], { platform: "node" }),
  bundle("src/element/entry.ts", "rulepad-example.js", [externalPrograms]),
  bundle("src/element/example.ts", "example.js", [externalPrograms, styles]),
  bundle("src/worker.ts", "worker.js", [bundledPrograms]),
  cp(programs, join(out, "programs"), { recursive: true, filter: (path) => !path.endsWith(".d.ts") }),
]);
for (const [from, name] of [
  ["../src/types.d.ts", "types.d.ts"],
  ["../src/subscribers.d.ts", "subscribers.d.ts"],
  ["node.d.ts", "node.d.ts"],
  ["rulepad.d.ts", "rulepad.d.ts"],
  ["rulepad-example.d.ts", "rulepad-example.d.ts"],
  ["README.md", "README.md"],
  ["../../../LICENSE", "LICENSE"],
  // The notices of the crates in the programs: those of the page, which has more.
  ["../../../web/licences.txt", "licences.txt"],
]) {
  await copyFile(here(from), join(out, name));
}
const manifest = JSON.parse(await readFile(here("package.json"), "utf8"));
await writeFile(join(out, "package.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
