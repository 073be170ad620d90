// `<rulepad-example mode="frame">`: the messages of a page's view, and of those who pretend to be it.
import type { Page } from "@playwright/test";
import { example, expect, open, page as guide, raised, test, type Site } from "./npm_site";

/** A view that reports what it is sent, unless it is quiet, and sends what a test says. */
const view = (isQuiet: boolean) => `<!doctype html><meta charset="utf-8"><title>View</title><script>
  const id = new URLSearchParams(location.search).get("id");
  const send = (message) => parent.postMessage({ rulepad: 1, id, ...message }, "*");
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data.say) send(data.say);
    else if (source === parent && !${isQuiet}) send({ type: "change", part: "heard", text: JSON.stringify(data) });
  });
  send({ type: "ready" });
</script>`;

const framed = (site: Site, more = "") =>
  example(`id="a" loading="eager" mode="frame" verdict="match" editable="pattern" src="${site.origin}/view.html?old#old" ${more}`);

/** Lets the view send a message. */
const say = (page: Page, message: unknown) =>
  page.locator("#a").evaluate((host, say) => host.shadowRoot!.querySelector("iframe")!.contentWindow!.postMessage({ say }, "*"), message);

const frame = (page: Page) => page.locator("#a iframe");
const height = (page: Page) => frame(page).evaluate((one) => (one as HTMLIFrameElement).style.height);
const verdicts = async (page: Page) => (await raised(page)).filter(({ type }) => type === "rulepad-verdict");

test.beforeEach(({ other }) => other.put("/view.html", view(false), null));

test("texts, theme, height and verdict pass between document and frame", async ({ page, site, other }) => {
  await open(page, site, guide(framed(other, 'theme="dark" show="why" lang="en" height="240"')));
  await expect(frame(page)).toBeVisible();
  expect(await height(page)).toBe("240px");
  const heard = async () => (await raised(page)).filter(({ part }) => part === "heard").map(({ text }) => JSON.parse(text ?? "") as Record<string, unknown>);
  await expect.poll(heard).toHaveLength(1);
  const [set] = await heard();
  expect(set).toEqual({
    rulepad: 1,
    id: expect.any(String),
    type: "set",
    parts: { pattern: '{"source": ["aws.s3"]}', event: '{"source": "aws.ec2"}' },
  });
  const address = new URL((await frame(page).getAttribute("src")) ?? "");
  expect(Object.fromEntries(address.searchParams)).toEqual({ embed: "", id: set!.id, show: "why", editable: "pattern", theme: "dark", lang: "en" });
  expect(address.hash).toBe("");
  expect(await frame(page).getAttribute("sandbox")).not.toContain("allow-same-origin");
  await page.locator("#a").evaluate((host) => host.setAttribute("theme", "light"));
  await expect.poll(heard).toHaveLength(2);
  expect((await heard())[1]).toMatchObject({ type: "theme", theme: "light" });
  await page.locator("#a").evaluate((host) => Object.assign(host, { event: "{}" }));
  await expect.poll(async () => (await heard()).at(-1)?.parts ?? (await heard()).at(-2)?.parts).toEqual({ event: "{}" });
  await say(page, { type: "height", height: 321.4 });
  await expect.poll(() => height(page)).toBe("322px");
});

test("what the document stores is compared with the verdict of the frame", async ({ page, site, other }) => {
  other.put("/view.html", view(true), null);
  await open(page, site, guide(framed(other)));
  await expect(frame(page)).toBeVisible();
  await say(page, { type: "verdict", verdict: "no_match", answer: "Does not match. <b>1 condition</b> failed." });
  await expect.poll(() => verdicts(page)).toHaveLength(1);
  await expect(page.locator("#a").getByRole("alert")).toContainText("written for: matches. Now: does not match");
  expect(await page.locator("#a").evaluate((host) => host.shadowRoot!.querySelectorAll("b").length)).toBe(0);
});

test("messages of others, and messages that make no sense, are ignored", async ({ page, site, other }) => {
  other.put("/stranger.html", `<!doctype html><title>Stranger</title><script>
    addEventListener("message", ({ data }) => parent.postMessage(data, "*"));</script>`, null);
  await open(page, site, guide(`${framed(other)}<iframe id="stranger" title="Stranger" src="${other.origin}/stranger.html"></iframe>`));
  await expect(frame(page)).toBeVisible();
  const before = await height(page);
  const id = new URL((await frame(page).getAttribute("src")) ?? "").searchParams.get("id");
  const forged = { rulepad: 1, id, type: "height", height: 999 };
  await page.evaluate((message) => {
    window.postMessage(message, "*");
    document.querySelector<HTMLIFrameElement>("#stranger")!.contentWindow!.postMessage(message, "*");
  }, forged);
  for (const message of [
    { id: "another", type: "height", height: 999 },
    { rulepad: 2, type: "height", height: 999 },
    { rulepad: "1", type: "height", height: 999 },
    { type: "shrink", height: 999 },
    { type: "height", height: -1 },
    { type: "height", height: "999px" },
    { type: "height", height: null },
    { type: "verdict", verdict: "certainly", answer: "x" },
    { type: "verdict", verdict: "match", answer: { html: "<b>" } },
    { type: "change", part: 1, text: "x" },
  ]) {
    await say(page, message);
  }
  // Messages keep their order: this one is the last.
  await say(page, { type: "verdict", verdict: "match", answer: "Matches." });
  await expect.poll(() => verdicts(page)).toEqual([expect.objectContaining({ verdict: "match", answer: "Matches." })]);
  expect(await height(page)).toBe(before);
  await say(page, { type: "height", height: 1e9 });
  await expect.poll(() => height(page)).toBe("20000px");
});

test("the texts stay where the frame does not get ready", async ({ page, site, other }) => {
  other.put("/view.html", "<!doctype html><title>Another page</title>", null);
  await page.clock.install();
  await open(page, site, guide(framed(other)));
  await expect(frame(page)).toBeAttached();
  await expect(page.getByText('{"source": ["aws.s3"]}')).toBeVisible();
  await page.clock.fastForward(30_000);
  await expect(page.getByText("The example could not be loaded.")).toBeVisible();
  await expect(frame(page)).toHaveCount(0);
  await expect(page.getByText('{"source": ["aws.s3"]}')).toBeVisible();
});

test("an address that is not one of a page is not opened", async ({ page, site }) => {
  await open(page, site, guide(example('id="a" loading="eager" mode="frame" src="javascript:alert(1)"')));
  await expect(page.getByText("The example could not be loaded.")).toBeVisible();
  await expect(frame(page)).toHaveCount(0);
});

test("an example runs in a sandboxed frame, which has no origin", async ({ page, site, other, problems }) => {
  // As the view of a page: its files may be read by any origin, and its policy names no blob.
  other.put("/record.js", "");
  other.put("/view.html", guide(example('id="a" loading="eager" editable="pattern"')));
  await open(page, site, guide(`<iframe title="View" sandbox="allow-scripts" width="600" height="600" src="${other.origin}/view.html"></iframe>`));
  const view = page.frameLocator("iframe");
  await expect(view.getByRole("status")).toContainText("Does not match");
  await view.getByRole("textbox").fill('{"source": ["aws.ec2"]}');
  await expect(view.getByRole("status")).toContainText("Matches");
  // The worker is refused, and the program runs in the frame.
  problems.length = 0;
});
