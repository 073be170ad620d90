// Files that do not come, come in part or are of another build; and what the page's policy forbids.
import type { Browser, Page, Route } from "@playwright/test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, open, test, text, verdict, write } from "./test";

const MINE = '{"source": ["aws.codebuild"]}';

/** A page whose console may complain: faults are its subject. */
async function fresh(browser: Browser) {
  const context = await browser.newContext();
  return context.newPage();
}

const missing = (route: Route) => route.fulfill({ status: 404, contentType: "text/plain", body: "not found" });
const never = () => undefined;
const cut = async (route: Route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
};
const wrongType = async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
};
const says = (body: string) => (route: Route) => route.fulfill({ contentType: "text/javascript", body });

/** Whether the page says it in time: from the first paint on a quiet machine within three seconds. */
const SOON = { timeout: 15_000 };

const LOADER = "**/worker_loader-*.js";
const GLUE = "**/worker-*.js";
const PROGRAM = "**/worker_bg-*.wasm";

test.describe("a worker", () => {
  const faults: [string, string, (route: Route) => unknown, RegExp][] = [
    ["whose first script is missing", LOADER, missing, /did not (load|arrive)/],
    ["whose first script never comes", LOADER, never, /did not arrive within 3 seconds/],
    ["whose first script is silent", LOADER, says(""), /did not arrive within 3 seconds/],
    ["whose first script is cut", LOADER, cut, /./],
    ["whose script is missing", GLUE, missing, /worker-[0-9a-f]{16}\.js did not load/],
    ["whose script is cut", GLUE, cut, /worker-[0-9a-f]{16}\.js did not load/],
    ["whose program is missing", PROGRAM, missing, /the server answered 404/],
    ["whose program is cut", PROGRAM, cut, /WebAssembly|wasm/i],
    ["whose program never comes", PROGRAM, never, /stopped loading/],
  ];
  for (const [name, files, fault, reason] of faults) {
    test(`${name}: said with the reason, and Try again works`, async ({ browser }) => {
      const page = await fresh(browser);
      await page.route(files, fault);
      await page.goto("./");
      await expect(page.locator("#boot")).toHaveCount(0, SOON);
      await expect(verdict(page)).toContainText("The evaluation cannot run", SOON);
      await expect(verdict(page)).toContainText(reason);
      await page.unroute(files);
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(verdict(page)).toContainText("AWS refuses this pattern", SOON);
      await page.context().close();
    });
  }

  test("that is late recovers by itself", async ({ browser }) => {
    const page = await fresh(browser);
    await page.route(PROGRAM, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 5000));
      await route.continue();
    });
    await page.goto("./");
    await expect(verdict(page)).toContainText("The evaluation cannot run", SOON);
    await expect(verdict(page)).toContainText("AWS refuses this pattern", SOON);
    await page.context().close();
  });

  test("of another build: the page is loaded again once, the draft is safe, and then it is said", async ({ browser }) => {
    const page = await fresh(browser);
    await open(page);
    await write(page, "Event pattern", MINE);
    await expect(verdict(page)).toContainText("Matches");
    let loads = 0;
    page.on("framenavigated", () => loads++);
    await page.route(LOADER, says("postMessage('ready 0123456789abcdef');"));
    await page.reload();
    await expect(verdict(page)).toContainText("of another version of Rulepad", SOON);
    expect(loads, "one reload by the test, one by the page").toBe(2);
    await expect(text(page, "Event pattern")).toHaveText(MINE);
    await page.unroute(LOADER);
    await page.reload();
    await expect(verdict(page)).toContainText("Matches");
    await page.context().close();
  });

  test("of another build while a person types: nothing typed is lost", async ({ browser }) => {
    const page = await fresh(browser);
    await open(page);
    await page.route("**/export_bg-*.wasm", never);
    await page.route(LOADER, says("postMessage('ready 0123456789abcdef');"));
    await write(page, "Event pattern", MINE);
    const reloaded = page.waitForEvent("framenavigated");
    await page.getByRole("tab", { name: "Export" }).click();
    await reloaded;
    await page.unroute(LOADER);
    await expect(text(page, "Event pattern")).toHaveText(MINE, SOON);
    await page.context().close();
  });
});

test.describe("the page's program", () => {
  const faults: [string, string, (route: Route) => unknown, RegExp][] = [
    ["whose first script is missing", "**/boot-*.js", missing, /a file of the page is missing or blocked/],
    ["whose first script never comes", "**/boot-*.js", never, /a file of the page is missing or blocked/],
    ["whose script is missing", "**/app-*.js", missing, /app-[0-9a-f]{16}\.js did not load/],
    ["whose script is cut", "**/app-*.js", cut, /app-[0-9a-f]{16}\.js did not load/],
    ["whose script is of a wrong type", "**/app-*.js", wrongType, /app-[0-9a-f]{16}\.js did not load/],
    ["whose editor is missing", "**/snippets/**/editor-*.js", missing, /app-[0-9a-f]{16}\.js did not load/],
    ["whose code is missing", "**/app_bg-*.wasm", missing, /the server answered 404/],
    ["whose code is cut", "**/app_bg-*.wasm", cut, /app_bg-[0-9a-f]{16}\.wasm is damaged|could not start/],
    ["whose code never comes", "**/app_bg-*.wasm", never, /has not arrived yet/],
    ["that is blocked", "**/app-*.js", (route) => route.abort("blockedbyclient"), /did not load/],
  ];
  for (const [name, files, fault, reason] of faults) {
    test(`${name}: said within seconds`, async ({ browser }) => {
      const page = await fresh(browser);
      await page.route(files, fault);
      await page.goto("./", { waitUntil: "commit" });
      // The style sheets hide what is shown late; nothing is painted before they are there.
      await expect(page.locator("#boot-late")).toBeHidden();
      await expect(page.getByRole("main").getByText(reason).filter({ visible: true })).toBeVisible(SOON);
      await page.context().close();
    });
  }

  test("with a wrong type of its code starts all the same", async ({ browser }) => {
    const page = await fresh(browser);
    await page.route("**/*_bg-*.wasm", wrongType);
    await page.goto("./");
    await expect(verdict(page)).toContainText("AWS refuses this pattern", { timeout: 30_000 });
    await page.context().close();
  });
});

test("a server that is gone after the page was loaded: work goes on, and what does not come is said", async ({ browser }) => {
  const page = await fresh(browser);
  await open(page);
  await page.route("**/*", (route) => route.abort("connectionrefused"));
  await write(page, "Event pattern", MINE);
  await expect(verdict(page)).toContainText("Matches");
  await page.getByRole("tab", { name: "Export" }).click();
  await expect(page.getByRole("region", { name: "Targets, export and more" })).toContainText(/did not load|cannot/, SOON);
  await page.unroute("**/*");
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(text(page, "Event pattern")).toHaveText(MINE);
  await page.context().close();
});

test("every file but the page itself has a hash in its name and is kept for ever", async ({ page }) => {
  const files: [string, string | undefined][] = [];
  page.on("response", (response) => {
    files.push([new URL(response.url()).pathname, response.headers()["cache-control"]]);
  });
  await open(page);
  await page.getByRole("tab", { name: "Export" }).click();
  await page.getByRole("tab", { name: "Reference" }).click();
  await page.getByRole("button", { name: "Examples" }).click();
  await page.waitForLoadState("networkidle");
  const plain = files.filter(([path]) => !/-[0-9a-f]{16}\.[a-z]+$/.test(path));
  expect(plain).toEqual([["/", "no-cache"]]);
  const changing = files.filter(([path, cache]) => path !== "/" && !cache?.includes("immutable"));
  expect(changing).toEqual([]);
  expect(files.length).toBeGreaterThan(30);
});

test.describe("sealed", () => {
  /** Another origin that counts who comes. */
  async function elsewhere() {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/javascript" }).end("1");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { address, count: () => requests, stop: () => server.close() };
  }

  const reach = (page: Page, address: string) =>
    page.workers()[0]!.evaluate(async (address) => {
      const scope = self as unknown as Record<string, ((...all: unknown[]) => unknown) | undefined>;
      const tries: [string, () => unknown][] = [
        ["fetch", () => scope.fetch!(address)],
        ["importScripts", () => scope.importScripts!(address)],
        ["XMLHttpRequest", () => new (scope.XMLHttpRequest as unknown as new () => XMLHttpRequest)().open("GET", address)],
        ["WebSocket", () => new (scope.WebSocket as unknown as new (url: string) => unknown)(address.replace("http", "ws"))],
      ];
      const reached: string[] = [];
      for (const [name, attempt] of tries) {
        try {
          await attempt();
          reached.push(name);
        } catch {
          // Refused, as it must be.
        }
      }
      return reached;
    }, address);

  test("a worker reaches no other origin, with the headers of the host and without", async ({ browser }) => {
    const other = await elsewhere();
    for (const withHeaders of [true, false]) {
      const page = await fresh(browser);
      if (!withHeaders) {
        await page.route("**/*", async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { "content-type": response.headers()["content-type"] ?? "" } });
        });
      }
      await open(page);
      expect(await reach(page, other.address)).toEqual([]);
      await page.context().close();
    }
    expect(other.count()).toBe(0);
    other.stop();
  });

  test("the worker's own policy alone forbids it, too", async ({ page, baseURL }) => {
    await open(page);
    const loader = await page.evaluate(() => JSON.parse(document.getElementById("files")!.textContent!)["worker_loader.js"]);
    const response = await page.request.get(`${baseURL}${loader}`);
    const policy = response.headers()["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain("http:");
  });

  test("the page is sent with every header, and is a link in a frame", async ({ page, baseURL, browser }) => {
    const response = await page.goto("./");
    expect(response?.headers()).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-cache",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      // For the embedded view in frames without an origin.
      "access-control-allow-origin": "*",
    });
    const site = await fresh(browser);
    await site.route("**/framing.html", (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="${baseURL}"></iframe>` }));
    await site.goto("./framing.html");
    const frame = site.frameLocator("iframe");
    await expect(frame.getByRole("link", { name: "Open in Rulepad" })).toBeVisible();
    await expect(frame.getByRole("textbox")).toHaveCount(0);
    await site.context().close();
  });

  test("scripts start only through the page's named policy", async ({ browser }) => {
    const page = await fresh(browser);
    await open(page);
    const refused = await page.evaluate(() => {
      const tries = [
        () => (document.createElement("div").innerHTML = "<b>x</b>"),
        () => new Worker("./x.js"),
        () => document.createElement("script").setAttribute("src", "./x.js"),
        () => (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy("another", {}),
      ];
      return tries.map((attempt) => {
        try {
          attempt();
          return "allowed";
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(refused).toEqual(["TypeError", "TypeError", "TypeError", "TypeError"]);
    await page.context().close();
  });
});
