// The licences of the packages that a build puts into its files.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** One text for all packages named in the inputs of esbuild's metafiles, sorted by name. */
export async function licences(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const names = new Set(inputs.map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean));
  const sections = [...names].sort().map((name) => section(join(root, "node_modules", name), name));
  const title = "Packages bundled with the editor";
  const rule = `\n${"-".repeat(78)}\n\n`;
  return `${title}\n${"=".repeat(title.length)}\n\n${(await Promise.all(sections)).join(rule)}`;
}

async function section(folder, name) {
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} has no licence file: add its text by hand`);
  const text = await readFile(join(folder, file), "utf8");
  return `${name} ${version}\n\n${license}\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
}
