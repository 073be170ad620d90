// The package as `npm pack` makes it: installed into an empty project, used from Node, typed, and bundled by Vite.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, PACKAGE, test as base } from "./npm_site";

const run = promisify(execFile);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const TYPESCRIPT = here("../../web/editor/node_modules/typescript/bin/tsc");
const VITE = here("../npm/node_modules");

/** A project with the package alone. */
const test = base.extend<{ project: string }>({
  project: async ({}, use) => {
    const project = await mkdtemp(join(tmpdir(), "rulepad-npm-"));
    const { stdout } = await run("npm", ["pack", PACKAGE, "--json", "--pack-destination", project], { cwd: project });
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    await writeFile(join(project, "package.json"), '{"private": true, "type": "module"}');
    await run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${filename}`], { cwd: project });
    await use(project);
    await rm(project, { recursive: true });
  },
});

test("Node answers at once, and imports no more than it is asked", async ({ project }) => {
  const script = `
    import { evaluate, exportRule, importText, explain, version } from "rulepad";
    import "rulepad/example"; // registers nothing where there is no page
    const draft = { pattern: '{"source": ["aws.s3"]}', event: '{"source": "aws.s3"}' };
    const file = exportRule({ ...draft, rule: { name: "uploads" } }, "terraform");
    console.log(JSON.stringify([
      evaluate(draft).verdict,
      explain("source: [aws.s3]", "{}").verdict,
      importText(file.text).form,
      version(),
    ]));`;
  await writeFile(join(project, "main.js"), script);
  const { stdout } = await run("node", ["main.js"], { cwd: project });
  const { version } = JSON.parse(await readFile(join(PACKAGE, "package.json"), "utf8"));
  expect(JSON.parse(stdout)).toEqual(["match", "pattern_error", "Terraform", version]);
});

test("the declared types and the exported functions are the same", async ({ project }) => {
  await cp(here("../npm/app"), project, { recursive: true, filter: (path) => extname(path) !== ".js" });
  const compile = (module: string, resolution: string, file: string) =>
    run("node", [TYPESCRIPT, "--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--module", module, "--moduleResolution", resolution, file], { cwd: project })
      .then(() => "", ({ stdout }: { stdout: string }) => stdout);
  expect(await compile("esnext", "bundler", "typed.ts")).toBe("");
  expect(await compile("nodenext", "nodenext", "typed-node.mts")).toBe("");
  const script = `import * as node from "rulepad"; console.log(JSON.stringify(Object.keys(node).sort()));`;
  await writeFile(join(project, "names.js"), script);
  const exported = JSON.parse((await run("node", ["names.js"], { cwd: project })).stdout) as string[];
  for (const [file, pattern] of [
    ["node.d.ts", /^export function (\w+)/gm],
    ["rulepad.d.ts", /^export const (\w+)/gm],
  ] as const) {
    const declared = [...(await readFile(join(PACKAGE, file), "utf8")).matchAll(pattern)].map(([, name]) => name);
    expect(declared.sort(), file).toEqual(exported);
  }
});

test("Vite bundles it, and the result runs under a strict policy", async ({ project, page, site }) => {
  await cp(here("../npm/app"), project, { recursive: true });
  // Vite is installed beside its lock file; an application has it in its own modules.
  for (const name of (await readdir(VITE)).filter((name) => !name.startsWith("."))) {
    await symlink(join(VITE, name), join(project, "node_modules", name), "dir");
  }
  const script = `import { build } from "vite";
    await build({ root: ".", base: "./", logLevel: "error", build: { target: "es2022", modulePreload: { polyfill: false } } });`;
  await writeFile(join(project, "build.js"), script);
  await run("node", ["build.js"], { cwd: project });
  const dist = join(project, "dist");
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    site.put(`/app/${relative(dist, file)}`, await readFile(file));
  }
  await page.goto(`${site.origin}/app/index.html`);
  await expect(page.getByRole("status")).toHaveText([/match uploads.json/, /Does not match/]);
  const fetched = site.asked.filter((path) => path.endsWith(".wasm")).map((path) => path.replace(/-[\w-]+\.wasm$/, ""));
  expect([...new Set(fetched)].sort()).toEqual(["/app/assets/draft_bg", "/app/assets/evaluate_bg", "/app/assets/export_bg"]);
  expect(page.workers()).toHaveLength(1);
});
