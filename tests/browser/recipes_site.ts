// A site that a recipe built: its folder, served as a static host would.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Serves a folder; gives its address and how to stop. */
export async function serve(folder: string): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/favicon.ico") {
      // A browser asks for it whether a page names it or not.
      response.writeHead(204).end();
      return;
    }
    const file = normalize(join(folder, path, path.endsWith("/") ? "index.html" : ""));
    const body = file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(body ? 200 : 404, { "content-type": body ? type : "text/plain" }).end(body ?? "not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
