// A site with the npm package and documents that a test writes; as strict as a host can be.
import { test as base, expect, type Page } from "@playwright/test";
import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const PACKAGE = fileURLToPath(new URL("../../target/npm/rulepad", import.meta.url));

/** No inline style or script, no eval, and the only addresses of scripts are those of a named policy. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
  "frame-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types rulepad";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
};

/** A document or another file; without a policy the strict one is sent. */
export interface Served {
  body: string | Buffer;
  policy?: string | null;
}

export interface Site {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** What was asked for, path by path. */
  asked: string[];
  put(path: string, body: string | Buffer, policy?: string | null): void;
  /** Answers a path with an error from now on. */
  fail(path: string): void;
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function site(): Promise<{ site: Site; server: Server }> {
  const files = new Map<string, Served>();
  const failing = new Set<string>();
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    asked.push(path);
    const own = files.get(path);
    const file = normalize(join(PACKAGE, path.replace(/^\/rulepad\//, "")));
    const isPackage = path.startsWith("/rulepad/") && file.startsWith(PACKAGE + sep);
    const body = failing.has(path) ? undefined : (own?.body ?? (isPackage ? await readFile(file).catch(() => undefined) : undefined));
    if (body === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const policy = own?.policy === undefined ? STRICT : own.policy;
    response
      .writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "access-control-allow-origin": "*",
        "x-content-type-options": "nosniff",
        ...(policy === null ? {} : { "content-security-policy": policy }),
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server,
    site: {
      origin,
      asked,
      put: (path, body, policy) => void files.set(path, policy === undefined ? { body } : { body, policy }),
      fail: (path) => void failing.add(path),
    },
  };
}

export const test = base.extend<{ site: Site; other: Site; problems: string[] }>({
  site: async ({}, use) => {
    const made = await site();
    await use(made.site);
    await close(made.server);
  },
  /** A site of another origin. */
  other: async ({}, use) => {
    const made = await site();
    await use(made.site);
    await close(made.server);
  },
  /** What the console said; a test that expects some empties it. */
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
      });
      context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
      await use(problems);
      expect(problems, "the console stays silent").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A document around examples; its script records the events that they raise. */
export function page(examples: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Guide</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<script type="module" src="/record.js"></script><script type="module" src="/rulepad/rulepad-example.js"></script>${head}</head>
<body><main><h1>Guide</h1>${examples}</main></body></html>`;
}

const RECORD = `window.raised = [];
for (const type of ["rulepad-change", "rulepad-verdict", "rulepad-mismatch"])
  document.addEventListener(type, ({ target, detail }) => window.raised.push({ type, id: target.id, ...detail }));`;

/** Serves a document and opens it. */
export async function open(page: Page, site: Site, body: string, policy?: string | null): Promise<void> {
  site.put("/record.js", RECORD);
  site.put("/guide.html", body, policy);
  await page.goto(`${site.origin}/guide.html`);
}

/** An example of a document. */
export const example = (attributes = "", pattern = '{"source": ["aws.s3"]}', event = '{"source": "aws.ec2"}', more = "") =>
  `<rulepad-example ${attributes}><pre data-part="pattern">${pattern}</pre><pre data-part="event">${event}</pre>${more}</rulepad-example>`;

export interface Raised {
  type: string;
  id: string;
  verdict?: string;
  answer?: string;
  expected?: { verdict: string | null; answer: string | null };
  found?: { verdict: string; answer: string };
  part?: string;
  text?: string;
}

/** The events that the examples of the document raised. */
export const raised = (page: Page): Promise<Raised[]> =>
  page.evaluate(() => (window as unknown as { raised: Raised[] }).raised);
