// Serves the built page on a free port, as a plain static host would; tests find it as `baseURL`.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};
/** The page is served here as well as at `/`: it must work under any path. */
export const SUB_PATH = "/some/where/";

/** What a host sends, as Netlify and Cloudflare Pages read it: the headers of every pattern that fits a path. */
type Rules = { pattern: string; headers: Record<string, string> }[];

async function rules(): Promise<Rules> {
  const found: Rules = [];
  for (const line of (await readFile(join(DIST, "_headers"), "utf8")).split("\n")) {
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
    if (header) found.at(-1)!.headers[header[1]!.toLowerCase()] = header[2]!;
    else if (line) found.push({ pattern: line, headers: {} });
  }
  return found;
}

const fits = (pattern: string, path: string) =>
  pattern.endsWith("/*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

export default async function start(): Promise<() => Promise<void>> {
  const all = await rules();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = await find(path);
    if (file === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const inside = inDist(path);
    const headers = Object.assign({}, ...all.filter(({ pattern }) => fits(pattern, inside)).map(({ headers }) => headers));
    response.writeHead(200, { "content-type": type, ...headers });
    createReadStream(file).pipe(response);
  });
  const port = await listen(server);
  process.env.RULEPAD_URL = `http://127.0.0.1:${port}/`;
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

/** The path as if the page were at the root. */
const inDist = (path: string) => (path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length - 1) : path);

async function find(path: string): Promise<string | undefined> {
  const inside = inDist(path);
  const file = normalize(join(DIST, decodeURIComponent(inside), inside.endsWith("/") ? "index.html" : ""));
  const found = file.startsWith(DIST + sep) ? await stat(file).catch(() => undefined) : undefined;
  return found?.isFile() ? file : undefined;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") {
        reject(new Error("the server has no port"));
      } else {
        resolve(address.port);
      }
    });
  });
}
