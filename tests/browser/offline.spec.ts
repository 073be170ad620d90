// The page without network after a first visit, and a newer build of it. Each test serves a copy of the page of its own.
import { expect, test } from "@playwright/test";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { open, text, verdict, write } from "./test";

test.use({ serviceWorkers: "allow" });

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const TYPES: Record<string, string> = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

let folder: string;
let server: Server;
let address: string;

async function serve(port = 0): Promise<void> {
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    if (!(await stat(file).catch(() => undefined))?.isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rulepad-offline-"));
  await cp(DIST, folder, { recursive: true });
  await serve();
});
test.afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

test("after a first visit the page opens without its server, with its panels", async ({ page }) => {
  await open(page, address);
  // Everything that belongs to the build is kept once nothing else is to do.
  const kept = () =>
    page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((key) => key.startsWith("rulepad-"));
      return name ? (await (await caches.open(name)).keys()).length : 0;
    });
  const all = /"rest":(\[.*?\])/.exec(await readFile(join(folder, "service_worker.js"), "utf8"))![1]!;
  await expect.poll(kept, { timeout: 60_000 }).toBeGreaterThan(JSON.parse(all).length);
  await stop();
  await page.reload();
  await expect(verdict(page)).toContainText("AWS refuses this pattern");
  await page.getByRole("button", { name: /^Fix all/ }).click();
  await expect(verdict(page)).toContainText("Does not match");
  await page.getByRole("tab", { name: "Reference" }).click();
  await expect(page.getByRole("article", { name: "exact" })).toBeVisible();
  await page.getByRole("tab", { name: "Export" }).click();
  await expect(page.getByRole("tabpanel", { name: "Export" })).toContainText("aws.codebuild");
  await page.keyboard.press("Alt+i");
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByRole("textbox").fill('{"source": ["aws.s3"]}');
  await expect(dialog.getByRole("button", { name: "Replace" })).toBeVisible();
  await serve(Number(new URL(address).port));
});

test("a newer build waits until it is wanted, and the draft stays", async ({ page }) => {
  await open(page, address);
  await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).active && navigator.serviceWorker.controller));
  const pattern = text(page, "Event pattern");
  await write(page, "Event pattern", '{"source": ["aws.glue"]}');
  // A build in which one file differs.
  const index = join(folder, "index.html");
  await writeFile(index, (await readFile(index, "utf8")).replace("<title>Rulepad</title>", "<title>Rulepad, newer</title>"));
  const script = join(folder, "service_worker.js");
  await writeFile(script, (await readFile(script, "utf8")).replace(/"build":"[0-9a-f]{16}"/, '"build":"0000000000000001"'));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const notice = page.getByRole("status", { name: "Notices" });
  await expect(notice).toContainText("A new version of Rulepad is ready.");
  // Nothing changes by itself, also where the page is loaded again.
  await page.reload();
  await expect(pattern).toContainText("aws.glue");
  await expect(page).not.toHaveTitle(/newer/);
  await notice.getByRole("button", { name: /Reload/ }).click();
  await expect(page).toHaveTitle(/newer/);
  await expect(pattern).toContainText("aws.glue");
  await expect(notice).not.toContainText("new version");
});
