// A share link in JavaScript: browsers of 2023 and later, Node 20.12 and later.
export async function fragment(draft) {
  const json = new Blob([JSON.stringify(draft)]).stream();
  const packed = await new Response(json.pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
  const text = Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte)).join("");
  return "1." + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// As a program: node encode.mjs PATTERN_FILE EVENT_FILE [DIALECT]
if (globalThis.process?.argv[1]?.endsWith("encode.mjs")) {
  const { readFile } = await import("node:fs/promises");
  const [pattern, event, dialect = "rule"] = process.argv.slice(2);
  const read = (path) => readFile(path, "utf8");
  console.log(await fragment({ pattern: await read(pattern), event: await read(event), dialect }));
}
