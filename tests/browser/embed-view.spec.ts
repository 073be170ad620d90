// `?embed` in a sandboxed frame of a page of another origin, whose messages are hostile or not.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { deflateRawSync, inflateRawSync } from "node:zlib";

const DRAFT = {
  pattern: '{"source": ["aws.s3"]}',
  event: '{"source": "aws.ec2", "detail": {"id": "i-1"}}',
  targets: [{ id: "t", arn: "", input: { option: "transformer", value: { paths: '{"id": "$.detail.id"}', template: '"id is <id>"' } } }],
};
const fragment = (draft: unknown) => `1.${deflateRawSync(JSON.stringify(draft)).toString("base64url")}`;

let host: Server;
let body = "";
test.beforeAll(async () => {
  host = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><html lang="en"><title>Guide</title><main><h1>Guide</h1>${body}</main></html>`);
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
});
test.afterAll(() => void host.close());

interface Message {
  rulepad: number;
  id: string;
  type: string;
  height?: number;
  verdict?: string;
  answer?: string;
  part?: string;
  text?: string;
}

/** A page of another origin with the frame; it keeps what the frame says. */
async function framed(page: Page, baseURL: string, query: string, hash = fragment(DRAFT), sandbox = "allow-scripts") {
  const source = `${baseURL}?embed&id=one&${query}#${hash}`.replaceAll("&", "&amp;");
  body = `<iframe title="Example" sandbox="${sandbox}" width="600" height="300" src="${source}"></iframe>`;
  await page.addInitScript(() => {
    if (window !== top) return;
    const own = window as unknown as { said: Message[] };
    own.said = [];
    addEventListener("message", ({ data, origin }) => origin === "null" && own.said.push(data));
  });
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  return page.frameLocator("iframe[title]");
}

const said = (page: Page, type: string) =>
  page.evaluate((type) => (window as unknown as { said: Message[] }).said.filter((message) => message.type === type), type);
const send = (page: Page, message: unknown) =>
  page.evaluate((message) => document.querySelector("iframe")!.contentWindow!.postMessage(message, "*"), message);

test("shows the example without an origin, reports height and verdict, and takes texts", async ({ page, baseURL }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  const frame = await framed(page, baseURL!, "show=why,payload&editable=pattern&theme=dark&lang=en");
  await expect(frame.getByText("Does not match").first()).toBeVisible();
  await expect(frame.getByText("id is i-1").first()).toBeVisible();
  await expect.poll(async () => (await said(page, "ready")).length).toBe(1);
  await expect.poll(async () => (await said(page, "height")).at(-1)?.height).toBeGreaterThan(100);
  expect((await said(page, "verdict")).at(-1)).toMatchObject({ rulepad: 1, id: "one", verdict: "no_match" });
  await send(page, { rulepad: 1, id: "one", type: "set", parts: { event: '{"source": "aws.s3"}' } });
  await expect.poll(async () => (await said(page, "verdict")).at(-1)?.verdict).toBe("match");
  await send(page, { rulepad: 1, id: "one", type: "theme", theme: "light" });
  await expect(frame.locator("rulepad-example")).toHaveAttribute("theme", "light");
  const link = frame.getByRole("link", { name: /Open in Rulepad/ });
  await expect(link).toHaveAttribute("href", new RegExp(`^${baseURL}#1\\.`));
  expect(problems).toEqual([]);
});

test("shows every target, and gives the whole draft back to the page", async ({ page, baseURL }) => {
  const targets = ["a", "b"].map((id) => ({ id, arn: `arn:aws:sqs:us-east-1:111122223333:${id}`, input: { option: "constant", value: `"${id}"` } }));
  const draft = { ...DRAFT, rule: { name: "orders" }, targets };
  const frame = await framed(page, baseURL!, "show=why,payload", fragment(draft));
  await expect(frame.getByRole("group", { name: "Payload of a" })).toBeVisible();
  await expect(frame.getByRole("group", { name: "Payload of b" })).toBeVisible();
  const href = (await frame.getByRole("link", { name: /Open in Rulepad/ }).getAttribute("href")) ?? "";
  const opened = JSON.parse(inflateRawSync(Buffer.from(href.split("#1.")[1] ?? "", "base64url")).toString());
  expect(opened).toMatchObject({ rule: { name: "orders" }, pattern: draft.pattern, targets: [{ id: "a" }, { id: "b" }] });
  const one = await framed(page, baseURL!, "show=payload", fragment({ ...DRAFT, targets: [{ ...DRAFT.targets[0], arn: targets[0]!.arn }] }));
  const link = (await one.getByRole("link", { name: /Open in Rulepad/ }).getAttribute("href")) ?? "";
  const kept = JSON.parse(inflateRawSync(Buffer.from(link.split("#1.")[1] ?? "", "base64url")).toString());
  expect(kept.targets).toMatchObject([{ id: "t", arn: targets[0]!.arn, input: DRAFT.targets[0]!.input }]);
});

test("ignores a hostile parent", async ({ page, baseURL }) => {
  const frame = await framed(page, baseURL!, "show=why");
  await expect(frame.getByText("Does not match").first()).toBeVisible();
  const before = (await said(page, "verdict")).length;
  const parts = { event: '{"source": "aws.s3"}' };
  for (const message of [
    "set",
    null,
    [1],
    { rulepad: 1, id: "other", type: "set", parts },
    { rulepad: 2, id: "one", type: "set", parts },
    { id: "one", type: "set", parts },
    { rulepad: 1, id: "one", type: "eval", parts },
    { rulepad: 1, id: "one", type: "set", parts: null },
    { rulepad: 1, id: "one", type: "set", parts: { event: { toString: 1 }, pattern: 7, script: "<script>" } },
    { rulepad: 1, id: "one", type: "theme", theme: "javascript:alert(1)" },
  ]) {
    await send(page, message);
  }
  // Not from the parent, although everything else is right.
  await page.evaluate((parts) => {
    const other = document.createElement("iframe");
    document.body.append(other);
    const script = other.contentDocument!.createElement("script");
    script.textContent = `parent.frames[0].postMessage(${JSON.stringify({ rulepad: 1, id: "one", type: "set", parts })}, "*")`;
    other.contentDocument!.body.append(script);
  }, parts);
  await send(page, { rulepad: 1, id: "one", type: "set", parts: { pattern: "<img src=x onerror=parent.hit=1>" } });
  await expect.poll(async () => (await said(page, "verdict")).length).toBe(before + 1);
  expect((await said(page, "verdict")).at(-1)!.verdict).toBe("pattern_error");
  await expect(frame.locator("img")).toHaveCount(0);
  await expect(frame.locator("rulepad-example")).toHaveAttribute("theme", "auto");
});

test("the view is in the language of its address", async ({ page, baseURL }) => {
  const frame = await framed(page, baseURL!, "show=why,payload&editable=pattern&lang=ko-KR");
  await expect(frame.getByText("일치하지 않습니다").first()).toBeVisible();
  await expect(frame.locator("html")).toHaveAttribute("lang", "ko");
  await expect(frame.getByRole("textbox", { name: "이벤트 패턴" })).toBeVisible();
  expect((await said(page, "verdict")).at(-1)!.answer).toMatch(/^일치하지 않습니다/);
  const damaged = await framed(page, baseURL!, "lang=ko", "1.AAAA");
  await expect(damaged.getByRole("alert").first()).toContainText("링크가 불완전하거나");
});

test("a damaged link is reported in the frame", async ({ page, baseURL }) => {
  const frame = await framed(page, baseURL!, "show=why", "1.AAAA");
  await expect(frame.getByRole("alert").first()).toContainText("its link is incomplete");
});

test("texts in the query are shown, and nothing is stored", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}?embed&show=why&pattern=${encodeURIComponent('{"a":[1]}')}&event=${encodeURIComponent('{"a":1}')}`);
  await expect(page.getByText("Matches").first()).toBeVisible();
  const left = await page.evaluate(async () => [Object.keys(localStorage), Object.keys(sessionStorage), await indexedDB.databases()]);
  expect(left).toEqual([[], [], []]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test("the page itself does not start in a frame", async ({ page, baseURL }) => {
  body = `<iframe title="Page" src="${baseURL}"></iframe>`;
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("link", { name: "Open in Rulepad" })).toHaveAttribute("target", "_blank");
  await expect(frame.getByRole("textbox")).toHaveCount(0);
});
