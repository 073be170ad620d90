// Serves the built page on a free port, as a plain static host would; tests find it as `baseURL`.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};
/** The page is served here as well as at `/`: it must work under any path. */
export const SUB_PATH = "/some/where/";

export default async function start(): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    const file = await find(new URL(request.url ?? "/", "http://localhost").pathname);
    if (file === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
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

async function find(path: string): Promise<string | undefined> {
  const inside = path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length - 1) : path;
  const file = normalize(join(DIST, decodeURIComponent(inside), inside.endsWith("/") ? "index.html" : ""));
  const inDist = file.startsWith(DIST + sep);
  const found = inDist ? await stat(file).catch(() => undefined) : undefined;
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
