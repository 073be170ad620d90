// Large files and many rules, on the build as it is published: counts are right, the page answers meanwhile, and
// memory, throughput and long tasks are printed. Nothing is compared with a clock.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { CDPSession, Page } from "@playwright/test";
import { expect as expectSoon, open, test, text, verdict, write } from "./test";

const expect = expectSoon.configure({ timeout: 60_000 });

// One after the other: they are measured.
test.describe.configure({ mode: "serial", timeout: 900_000 });

const matrix = (page: Page) => page.getByRole("grid");

/** Keeps how long each task of the page's thread takes that takes more than 50 ms. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const long: number[] = [];
    new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
    Object.assign(window, { long });
  });

const longTasks = async (page: Page) => {
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
  return long.length ? `${long.length}, the longest ${Math.round(Math.max(...long))} ms` : "none";
};

const MEGABYTE = 1 << 20;
/** The size of the files, in megabytes. */
const SIZE = 100;
let folder = "";

/** Events of about a kilobyte; one of a hundred has another source. */
function* events(): Generator<string> {
  let written = 0;
  for (let n = 0; written < SIZE * MEGABYTE; n++) {
    const detail = { id: `order-${n}`, total: n % 997, items: Array.from({ length: 12 }, (_, at) => ({ sku: `sku-${(n * 31 + at) % 5003}`, count: at + 1, note: "as usual" })) };
    const event = { version: "0", id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`, "detail-type": "Order Placed", source: n % 100 ? "shop" : "bank", account: "111122223333", time: "2026-01-02T03:04:05Z", region: "eu-west-1", resources: [], detail };
    const line = `${JSON.stringify(event)}\n`;
    written += line.length;
    yield line;
  }
}

function* records(): Generator<string> {
  yield '{"Records": [';
  let written = 0;
  for (let n = 0; written < SIZE * MEGABYTE; n++) {
    const record = { eventVersion: "1.08", eventTime: "2026-01-02T03:04:05Z", eventSource: n % 100 ? "s3.amazonaws.com" : "ec2.amazonaws.com", eventName: n % 100 ? "GetObject" : "RunInstances", awsRegion: "eu-west-1", recipientAccountId: "111122223333", eventID: `6a7e8feb-b491-4cf7-a9f1-${String(n).padStart(12, "0")}`, eventType: "AwsApiCall", userIdentity: { type: "IAMUser", userName: `user-${n % 100}` }, requestParameters: { bucketName: "logs", key: `a/rather/long/key/of/an/object/${n}/${"part/".repeat(40)}` } };
    const item = `${n ? ",\n" : ""}${JSON.stringify(record)}`;
    written += item.length;
    yield item;
  }
  yield "]}";
}

/** Several events a chunk: a stream of a hundred thousand chunks is slow. */
function* chunks(parts: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const part of parts) {
    chunk += part;
    if (chunk.length > MEGABYTE) {
      yield chunk;
      chunk = "";
    }
  }
  yield chunk;
}

const counted = (parts: Iterable<string>, of: RegExp) => {
  let [all, some] = [0, 0];
  for (const part of parts) {
    if (part.length < 100) continue;
    all++;
    if (of.test(part)) some++;
  }
  return { all, some };
};

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = await mkdtemp(join(tmpdir(), "rulepad-volume-"));
  await pipeline(Readable.from(chunks(events())), createWriteStream(join(folder, "events.ndjson")));
  await pipeline(createReadStream(join(folder, "events.ndjson")), createGzip(), createWriteStream(join(folder, "events.ndjson.gz")));
  await pipeline(Readable.from(chunks(records())), createGzip(), createWriteStream(join(folder, "trail.json.gz")));
});
test.afterAll(async () => {
  if (folder) await rm(folder, { recursive: true });
});

/** The memory of the page with its workers, which are one process: the page's heap and buffers, and what the system gives it. */
async function memory(page: Page, session: CDPSession): Promise<string> {
  // `backingStorageSize` is newer than the types of Playwright.
  const heap: { usedSize: number; backingStorageSize?: number } = await session.send("Runtime.getHeapUsage");
  const browser = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  await browser.detach();
  const resident = await Promise.all(
    processInfo
      .filter(({ type }) => type === "renderer")
      .map(async ({ id }) => {
        // Linux alone has this file.
        const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
        return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      }),
  );
  const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE);
  return `heap ${megabytes(heap.usedSize)} MB, buffers ${megabytes(heap.backingStorageSize ?? 0)} MB, process with workers ${Math.max(...resident)} MB`;
}

test("a thousand rules and ten thousand events stay smooth, and can be cancelled", async ({ page }) => {
    await open(page);
  const rules = Array.from({ length: 1000 }, (_, n) => ({ Name: `r${n}`, EventPattern: JSON.stringify({ n: [n % 997] }) }));
  await page.getByRole("button", { name: /^Import/ }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.locator("input[type=file]").first().setInputFiles({
    name: "rules.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ Rules: rules })),
  });
  await page.getByRole("button", { name: "Open all 1000 rules" }).click();
  const lines = Array.from({ length: 10_000 }, (_, n) => JSON.stringify({ source: "shop", "detail-type": `t${n}`, n: n % 1500, detail: {} }));
  await page.keyboard.press("Alt+v");
  const paste = page.getByRole("dialog", { name: "Paste or drop" });
  await paste.locator("input[type=file]").first().setInputFiles({
    name: "events.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(lines.join("\n")),
  });
  await paste.getByRole("button", { name: /all 10,?000/i }).click();
  await watch(page);
  await page.getByRole("tab", { name: /^Tests/ }).click();
  const cancel = page.getByRole("button", { name: "Cancel", exact: true });
  await cancel.click();
  await expect(page.getByRole("button", { name: "Continue", exact: true })).toBeVisible({ timeout: 1000 });
  const judged = page.getByText(/\d+ of 10000 events/);
  const stopped = await judged.textContent();
  await page.waitForTimeout(500);
  expect(await judged.textContent()).toBe(stopped);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByText(/of 10000 events/)).toBeHidden({ timeout: 60_000 });
  await matrix(page).focus();
  await page.keyboard.press("Control+End");
  await expect(matrix(page).getByRole("columnheader", { name: /^10000 / })).toBeVisible();
  expect(await matrix(page).getByRole("gridcell").count()).toBeLessThan(1500);
  console.log("a thousand rules, ten thousand events: long tasks", await longTasks(page));
});

/** A rule, and the Tests tab with what scans. */
async function toScan(page: Page, pattern: string) {
  await open(page);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await write(page, "Event pattern", pattern);
  await page.getByRole("tab", { name: /^Tests/ }).click();
  await page.getByRole("radio", { name: "Scan a file" }).check();
  await watch(page);
}

const state = (page: Page) => page.getByRole("status").filter({ hasText: /^(Complete|Incomplete|Scanning|Cancelled)/ });
const number = (page: Page, name: string) => page.locator(".scan-counts div").filter({ hasText: name }).locator("dd");
const grouped = (value: number) => value.toLocaleString("en-US");

for (const { name, pattern, of } of [
  { name: "events.ndjson", pattern: '{"source": ["bank"]}', of: /"source":"bank"/ },
  { name: "events.ndjson.gz", pattern: '{"source": ["bank"]}', of: /"source":"bank"/ },
  { name: "trail.json.gz", pattern: '{"source": ["aws.ec2"], "detail": {"eventName": ["RunInstances"]}}', of: /RunInstances/ },
]) {
  test(`${SIZE} MB: ${name}`, async ({ page }) => {
    const expected = counted(name.startsWith("trail") ? records() : events(), of);
    const { size } = await stat(join(folder, name));
    await toScan(page, pattern);
    const session = await page.context().newCDPSession(page);
    const before = await memory(page, session);
    const started = Date.now();
    await page.locator(".empty-panel input[type=file]").setInputFiles(join(folder, name));

    // The page answers while the file is read.
    await expect(state(page)).toHaveText(/^Scanning/);
    await write(page, "Event", '{"source": "typed meanwhile"}');
    await expect(verdict(page)).toContainText("Does not match");
    await expect(text(page, "Event")).toContainText("typed meanwhile");
    const during = await memory(page, session);
    const cancel = page.getByRole("button", { name: "Cancel", exact: true });
    if (await cancel.isVisible()) {
      await cancel.click();
      await expect(state(page)).toHaveText(/^(Cancelled: these are the counts of a part|Complete)/);
      const part = await number(page, "Events").textContent();
      await page.waitForTimeout(500);
      expect(await number(page, "Events").textContent()).toBe(part);
      const on = page.getByRole("button", { name: "Continue", exact: true });
      if (await on.isVisible()) await on.click();
    }
    await expect(state(page)).toHaveText(/^Complete/, { timeout: 800_000 });
    const seconds = (Date.now() - started) / 1000;
    await expect(number(page, "Events")).toHaveText(grouped(expected.all));
    await expect(number(page, "Matched by a rule")).toHaveText(grouped(expected.some));
    await expect(number(page, "Not read")).toHaveText("0");
    const speed = `${Math.round(size / MEGABYTE)} MB as a file in ${seconds.toFixed(1)} s, ${Math.round(SIZE / seconds)} MB of events a second`;
    console.log(`${name}: ${speed}\n  before: ${before}\n  during: ${during}\n  after: ${await memory(page, session)}\n  long tasks: ${await longTasks(page)}`);
  });
}
