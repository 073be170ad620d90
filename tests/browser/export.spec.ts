// Taking the rule away, bringing one in, and trying it.
import { AxeBuilder } from "@axe-core/playwright";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, open as openPage, test, unlessCrossed, write } from "./test";

const text = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });
const panel = (page: Page) => page.locator("#lower");

/** The first example with its pattern fixed, and the panel open. */
async function open(page: Page) {
  await page.goto("./");
  await page.getByRole("button", { name: /^Fix all/ }).click();
  await page.getByRole("tab", { name: "Export" }).click();
  await expect(panel(page).getByRole("button", { name: "Download" })).toBeVisible();
}

const use = (page: Page, name: "Export" | "Try it") => page.getByRole("radio", { name, exact: true }).check({ force: true });
const openImport = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Import", exact: true }).click();
const format = (page: Page, name: string) => page.getByRole("option", { name, exact: true });

test("every format is written, its colours and its program loaded when it is opened", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.replace(/.*\//, "")));
  await page.goto("./");
  await expect(page.getByRole("tab", { name: "Export" })).toBeVisible();
  await page.getByRole("button", { name: /^Fix all/ }).click();
  const languages = () => asked.filter((name) => /^(hcl|python|shell|typescript|yaml)-[0-9a-f]{16}\.js$/.test(name));
  expect(languages()).toEqual([]);
  await page.getByRole("tab", { name: "Export" }).click();
  const names = await page.getByRole("listbox", { name: "Format" }).getByRole("option").allTextContents();
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    await format(page, name).click();
    await expect(format(page, name)).toHaveAttribute("aria-selected", "true");
    const region = panel(page).getByRole("region", { name, exact: true });
    await expect(region.getByRole("textbox")).not.toBeEmpty();
    await expect(region.locator(".cm-line [class^=syn-]").first(), `${name} has colours`).toBeVisible();
  }
  const loaded = languages();
  expect(new Set(loaded).size, "each once").toBe(loaded.length);
  expect(loaded.some((name) => name.startsWith("yaml-"))).toBe(true);
});

test("what is downloaded is what is shown, under the rule's name", async ({ page }) => {
  await open(page);
  await page.getByLabel("Rule name").fill("my.rule");
  await format(page, "AWS CLI").click();
  await expect(text(page, "my.rule.sh")).toContainText("rule_name=my.rule");
  const started = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "Download" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe("my.rule.sh");
  const saved = await readFile(await download.path(), "utf8");
  expect(saved.startsWith("#!/bin/sh\n")).toBe(true);
  expect(saved).toContain("rule_name=my.rule\n");
});

test("the list of formats by keyboard alone", async ({ page }) => {
  await open(page);
  await format(page, "PutRule JSON").focus();
  await page.keyboard.press("ArrowDown");
  await expect(format(page, "AWS CLI")).toBeFocused();
  await expect(format(page, "AWS CLI")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await expect(format(page, "PutRule JSON")).toBeFocused();
  await page.getByRole("radio", { name: "Export", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Address on this machine")).toBeVisible();
});

test("an import shows what it would replace, replaces, and undo brings the old back", async ({ page }) => {
  await open(page);
  const request = {
    PutRule: { Name: "brought-in", EventPattern: '{"source":["shop"],"detail":{"n":[9007199254740993]}}', State: "DISABLED" },
    PutTargets: { Rule: "brought-in", Targets: [{ Id: "queue", Arn: "arn:aws:sqs:us-east-1:123456789012:q" }] },
  };
  await openImport(page);
  await write(page, "Text with rules", JSON.stringify(request, null, 2));
  const answer = page.getByRole("region", { name: "What was understood" });
  const row = (name: string) => answer.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(row("Rule name")).toContainText("brought-in");
  await expect(row("Target queue")).toContainText("new");
  await expect(row("Event unchanged")).toBeVisible();
  await expect(answer).toContainText("pattern valid");
  await expect(text(page, "Event pattern")).not.toContainText("shop");
  await answer.getByRole("button", { name: "Replace" }).focus();
  await page.keyboard.press("Enter");
  await expect(text(page, "Event pattern")).toContainText("9007199254740993");
  await expect(page.getByRole("dialog"), "the dialog is done").toHaveCount(0);
  await openImport(page);
  await expect(answer).toContainText("This is what you have.");
  await page.keyboard.press("Escape");
  await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(text(page, "Event pattern")).not.toContainText("shop");
  await openImport(page);
  await expect(row("Rule name")).toContainText("brought-in");
});

test("what is not understood says so with its place, and the place is gone to", async ({ page }) => {
  await open(page);
  await openImport(page);
  await write(page, "Text with rules", '{\n  "Name": "x",\n  "EventPattern": \n}');
  const answer = page.getByRole("region", { name: "What was understood" });
  await answer.getByRole("button", { name: "Go there" }).or(answer.locator(".problem-message")).first().click();
  await expect(text(page, "Text with rules")).toBeFocused();
  for (const strange of ["hello", "[", "\u202e\u0000😀", "<html>", "a: &a [*a, *a]", "[".repeat(20_000)]) {
    await write(page, "Text with rules", strange);
    await expect(answer.getByRole("listitem").or(answer.getByText("No rule")).first()).toBeVisible();
    await expect(answer.getByRole("button", { name: "Replace" })).toHaveCount(0);
  }
});

test("a Rulepad file keeps what is broken, and opens again by its button and by dropping it", async ({ page }) => {
  await openPage(page);
  await write(page, "Event pattern", '{"source": [1e400, 4.0');
  const started = page.waitForEvent("download");
  await page.getByRole("banner").getByRole("button", { name: "Save" }).click();
  const path = await (await started).path();
  await write(page, "Event pattern", "{}");
  await page.getByRole("banner").locator("input[type=file]").setInputFiles({ name: "kept.rulepad.json", mimeType: "application/json", buffer: await readFile(path) });
  const answer = page.getByRole("region", { name: "What was understood" });
  await expect(answer).toContainText("Rulepad file");
  await answer.getByRole("button", { name: "Replace" }).click();
  await expect(text(page, "Event pattern")).toContainText('{"source": [1e400, 4.0');
});

/** An emulator's answers, and what it was asked. */
class Emulator {
  readonly asked: { target?: string; authorization?: string; body: string }[] = [];
  answer: (target: string) => { status: number; body: string; headers?: Record<string, string> } | null = () => ({ status: 200, body: "{}" });
  cors = true;
  /** Requests of any kind. */
  requests = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request: IncomingMessage, response) => {
      this.requests += 1;
      let body = "";
      for await (const chunk of request) body += chunk;
      const cors: Record<string, string> = this.cors ? { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*, Authorization" } : {};
      if (request.method !== "POST") return void response.writeHead(200, cors).end();
      const target = String(request.headers["x-amz-target"]);
      this.asked.push({ target, authorization: request.headers.authorization, body });
      const answer = this.answer(target);
      if (answer) response.writeHead(answer.status, { ...cors, ...answer.headers }).end(answer.body);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

// The page asks another host here, and a browser writes what fails to its console.
const bold = test.extend<{ quiet: void }>({ quiet: [async ({}, use) => use(), { auto: true }] });

bold("calls go to the address that was given, once a button is pressed, and nowhere else", async ({ page, baseURL }) => {
  const [emulator, elsewhere] = [new Emulator(), new Emulator()];
  const [address, other] = [await emulator.start(), await elsewhere.start()];
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  try {
    await open(page);
    await use(page, "Try it");
    const call = (name: string) => page.getByRole("group", { name: "Calls" }).getByRole("button", { name });
    const answer = page.getByRole("status", { name: "Answer" });
    await expect(call("Send the event")).toHaveAttribute("aria-disabled", "true");
    for (const hostile of ["http://127.0.0.1.evil.com", "http://localhost@evil.com", "http://2130706433:80", "https://localhost:1"]) {
      await page.getByLabel("Address on this machine").fill(hostile);
      await expect(page.getByLabel("Address on this machine")).toHaveAttribute("aria-invalid", "true");
      await call("Send the event").click({ force: true });
    }
    await page.getByLabel("Address on this machine").fill(address);
    await page.waitForTimeout(300);
    expect(emulator.asked, "an address alone sends nothing").toEqual([]);

    emulator.answer = () => ({ status: 200, body: '{"Result": true}' });
    await call("Test the pattern").click();
    await expect(answer).toContainText("the pattern matches the event");
    expect(emulator.asked[0]?.target).toBe("AWSEvents.TestEventPattern");
    expect(emulator.asked[0]?.authorization).toMatch(/Credential=\d{12}\/\d{8}\/[a-z0-9-]+\/events\/aws4_request/);

    emulator.answer = () => ({ status: 200, body: '{"FailedEntryCount": 1, "Entries": [{"ErrorCode": "NotAuthorizedForSourceException", "ErrorMessage": "Not authorized for the source."}]}' });
    await call("Send the event").click();
    await expect(answer).toContainText("Not authorized for the source.");
    expect(JSON.parse(emulator.asked[1]?.body ?? "").Entries[0].Source).toBe("rulepad.aws.codebuild");

    emulator.answer = () => ({ status: 400, body: '{"__type": "ValidationException", "message": "no such bus"}' });
    await call("Put the rule").click();
    await expect(answer).toContainText("ValidationException: no such bus");

    emulator.answer = () => ({ status: 302, body: "", headers: { Location: other } });
    const before = emulator.asked.length;
    await call("Send the event").click();
    await expect(answer).toContainText("does not go there");
    expect(emulator.asked.length).toBe(before + 1);
    expect(elsewhere.requests, "a redirect is not followed").toBe(0);

    emulator.cors = false;
    emulator.answer = () => ({ status: 200, body: "{}" });
    await call("Send the event").click();
    await expect(answer).toContainText("CORS");
    await emulator.stop();
    await call("Send the event").click();
    await expect(answer).toContainText("Nobody answers");
    // The browser announces where it was sent, too; that server was not asked.
    const known = [new URL(baseURL ?? "").origin, "null", address, other];
    expect([...hosts].filter((host) => !known.includes(host))).toEqual([]);
    expect(elsewhere.requests).toBe(0);
  } finally {
    await emulator.stop().catch(() => undefined);
    await elsewhere.stop();
  }
});

for (const [size, viewport] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 390, height: 844 }]] as const) {
  for (const scheme of ["light", "dark"] as const) {
    test(`the panel is for everybody, ${size} and ${scheme}`, unlessCrossed(size, scheme), async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize(viewport);
      const region = async (name: string) => {
        if (size === "narrow") await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name }).click();
        else if (name === "Export") await page.getByRole("tab", { name }).click();
      };
      const look = async (name: string) => {
        await page.screenshot({ path: `screenshots/export-${size}-${scheme}-${name}.png` });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), name).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), `${name} scrolls sideways`).toBe(false);
      };
      await page.goto("./");
      await region("Pattern");
      await page.getByRole("button", { name: /^Fix all/ }).click();
      await region("Export");
      await expect(panel(page).getByRole("button", { name: "Download" })).toBeVisible();
      await look("file");
      if (size === "narrow") {
        await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: /^More/ }).click();
        await page.getByRole("menuitem", { name: /^Import/ }).click();
      } else {
        await openImport(page);
      }
      await look("import-empty");
      await write(page, "Text with rules", '{"Name": "a", "EventPattern": "{\\"source\\": [1, {\\"x\\": 2}]}", "Description": "' + "long ".repeat(80) + '"}');
      await expect(page.getByRole("button", { name: "Replace" })).toBeInViewport({ ratio: 1 });
      await look("import");
      await page.keyboard.press("Escape");
      await use(page, "Try it");
      await expect(text(page, /-try\.sh$/)).toBeVisible();
      await page.getByLabel("Address on this machine").fill("http://evil.com");
      await look("try");
    });
  }
}
