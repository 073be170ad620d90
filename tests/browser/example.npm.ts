// `<rulepad-example>`: twenty in a document, under the strictest policy a host can send.
import AxeBuilder from "@axe-core/playwright";
import { stat } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { example, expect, open, page as guide, PACKAGE, raised, STRICT, test } from "./npm_site";

const PROGRAM = "/rulepad/programs/evaluate_bg.wasm";
const LATER = "<p>Words of the guide.</p>".repeat(80);

const ready = (page: Page, id: string) => expect(page.locator(`#${id} [part~=verdict]`)).toContainText(/match|refuses/i);

test.describe("a document with twenty examples", () => {
  const TWENTY = Array.from({ length: 20 }, (_, index) => example(`id="e${index}" editable="pattern"`)).join("<p>Then:</p>");

  test("loads little before an example is near, and one program for all", async ({ page, site }) => {
    await open(page, site, guide(LATER + TWENTY));
    await expect(page.locator("#e0 pre").first()).toBeAttached();
    await page.waitForLoadState("networkidle");
    expect(site.asked.filter((path) => path.startsWith("/rulepad/"))).toEqual(["/rulepad/rulepad-example.js"]);
    for (let index = 0; index < 20; index += 4) {
      await page.locator(`#e${index}`).scrollIntoViewIfNeeded();
      await ready(page, `e${index}`);
    }
    await page.locator("#e19").scrollIntoViewIfNeeded();
    await ready(page, "e19");
    for (const file of [PROGRAM, "/rulepad/worker.js", "/rulepad/example.js"]) {
      expect(site.asked.filter((path) => path === file), file).toHaveLength(1);
    }
    expect(site.asked.filter((path) => path.endsWith(".wasm"))).toEqual([PROGRAM]);
    expect(page.workers()).toHaveLength(1);
  });

  for (const width of [390, 1440]) {
    test(`nothing is cut or overflows at ${width}`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      const long = `{"source": "aws.ec2", "detail": {"text": "${"long words without any end ".repeat(20)}", "id": "${"x".repeat(400)}"}}`;
      await open(page, site, guide(example('id="a" loading="eager" editable="all"', undefined, long) + example('id="b" loading="eager"', undefined, long)));
      for (const id of ["a", "b"]) {
        await ready(page, id);
        const cut = await page.locator(`#${id}`).evaluate((host) =>
          [...host.shadowRoot!.querySelectorAll<HTMLElement>("*")]
            .filter((one) => !one.closest(".unseen"))
            .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
            .filter((one) => getComputedStyle(one).display !== "inline" && one.clientHeight > 0)
            .map((one) => one.outerHTML.slice(0, 80)),
        );
        expect(cut).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBe(0);
    });
  }
});

test("a reader changes the pattern, and the verdict follows", async ({ page, site }) => {
  await open(page, site, guide(example('id="a" loading="eager" editable="pattern" page="https://rulepad.example/app/"')));
  const verdict = page.locator("#a [part~=verdict]");
  await expect(verdict).toContainText("Does not match");
  await expect(page.locator("#a [part~=why]")).toContainText("aws.ec2");
  const area = page.getByRole("textbox", { name: "Event pattern" });
  await expect(page.getByRole("textbox")).toHaveCount(1);
  await area.fill('{"source": ["aws.ec2"]}');
  await expect(verdict).toContainText("Matches");
  expect((await raised(page)).filter(({ type }) => type === "rulepad-change").at(-1)).toMatchObject({
    part: "pattern",
    text: '{"source": ["aws.ec2"]}',
  });
  expect((await raised(page)).filter(({ type }) => type === "rulepad-verdict").at(-1)).toMatchObject({ verdict: "match" });
  const state = await page.locator("#a").evaluate((host) => {
    const { pattern, report } = host as unknown as { pattern: string; report: { verdict: string } };
    return [pattern, report.verdict, host.querySelector("[data-part=pattern]")!.textContent];
  });
  expect(state).toEqual(['{"source": ["aws.ec2"]}', "match", '{"source": ["aws.s3"]}']);
  const link = page.getByRole("link", { name: /Open in Rulepad/ });
  await expect(link).toHaveAttribute("href", /^https:\/\/rulepad\.example\/app\/#1\.[\w-]+$/);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(verdict).toContainText("Does not match");
  await expect(area).toHaveValue('{"source": ["aws.s3"]}');
});

test("Tab indents, and Escape then Tab leaves, which is said", async ({ page, site }) => {
  await open(page, site, guide(`${example('id="a" loading="eager" editable="pattern"')}<p><a href="#x">after</a></p>`));
  await ready(page, "a");
  const area = page.getByRole("textbox", { name: "Event pattern" });
  await expect(area).toHaveAccessibleDescription("Press Escape, then Tab, to leave.");
  await area.focus();
  await expect(page.getByText("Press Escape, then Tab, to leave.")).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  await expect(area).toHaveValue('{"source": ["aws.s3"]}  ');
  await expect(area).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(area).not.toBeFocused();
});

test("what the document stores is checked", async ({ page, site }) => {
  const examples = [
    example('id="right" loading="eager" verdict="no_match"'),
    example('id="wrong" loading="eager" verdict="match"'),
    example('id="answer" loading="eager"', undefined, undefined, '<p data-part="answer">Matches.</p>'),
    `<rulepad-example id="payload" loading="eager"><pre data-part="event">{"a": 1}</pre><pre data-part="input-path">$.a</pre><pre data-part="payload">2</pre></rulepad-example>`,
    `<rulepad-example id="same" loading="eager"><pre data-part="event">{"a": 1}</pre><pre data-part="input-path">$.a</pre><pre data-part="payload">1</pre><p data-part="answer">1</p></rulepad-example>`,
  ];
  await open(page, site, guide(examples.join("")));
  await ready(page, "right");
  await expect(page.locator("#wrong").getByRole("alert")).toContainText("written for: matches. Now: does not match");
  await expect(page.locator("#answer").getByRole("alert")).toContainText("out of date");
  await expect(page.locator("#payload").getByRole("alert")).toContainText("written for: “2”. Now: “1”");
  await expect(page.locator("#same [part~=payload]")).toContainText("1");
  for (const id of ["right", "same"]) await expect(page.locator(`#${id}`).getByRole("alert")).toHaveCount(0);
  const mismatches = (await raised(page)).filter(({ type }) => type === "rulepad-mismatch");
  expect(mismatches.map(({ id }) => id).sort()).toEqual(["answer", "payload", "wrong"]);
  const wrong = mismatches.find(({ id }) => id === "wrong")!;
  expect(wrong.expected).toEqual({ verdict: "match", answer: null, payload: null });
  expect(wrong.found!.verdict).toBe("no_match");
  expect(wrong.found!.answer).toMatch(/^Does not match/);
  await page.locator("#wrong").evaluate((host) => host.setAttribute("verdict", "no_match"));
  await expect(page.locator("#wrong").getByRole("alert")).toHaveCount(0);
});

test("an example speaks its own language, else that of the document around it", async ({ page, site }) => {
  const korean = '<p data-part="answer">일치하지 않습니다. source: 값이 "aws.ec2"인데, 패턴이 기대하는 값은 "aws.s3"입니다.</p>';
  const english = '<p data-part="answer">Does not match: source is "aws.ec2"; the pattern requires "aws.s3".</p>';
  const one = (attributes: string, answer = "") => example(`loading="eager" editable="pattern" ${attributes}`, undefined, undefined, answer);
  const body = guide(
    one('id="around"', korean) +
      one('id="stored"', english) +
      one('id="own" lang="en"', english) +
      `<div lang="en-GB">${one('id="inner"', english)}${one('id="back" lang="ko-KR"', korean)}</div>` +
      one('id="wrong" lang="ko"', english) +
      `<div lang="fr">${one('id="other"')}</div>`,
  ).replace('<html lang="en">', '<html lang="ko">');
  await open(page, site, body);
  const verdict = (id: string) => page.locator(`#${id} [part~=verdict]`);
  for (const id of ["around", "stored", "back", "wrong"]) {
    await expect(verdict(id), id).toContainText("일치하지 않습니다");
    await expect(page.locator(`#${id}`).getByRole("textbox", { name: "이벤트 패턴" })).toBeVisible();
    await expect(page.locator(`#${id} [part~=box]`)).toHaveAttribute("lang", "ko");
  }
  for (const id of ["own", "inner", "other"]) await expect(verdict(id), id).toContainText("Does not match");
  await expect(page.locator("#wrong").getByRole("alert")).toContainText("오래된 예제입니다");
  expect((await raised(page)).filter(({ type }) => type === "rulepad-mismatch").map(({ id }) => id)).toEqual(["wrong"]);
  expect((await raised(page)).find(({ type, id }) => type === "rulepad-verdict" && id === "around")!.answer).toMatch(/^일치하지 않습니다/);
  await page.locator("#around").getByRole("textbox").fill('{"source": ["aws.ec2"]}');
  await expect(verdict("around")).toContainText("일치합니다");
  // The document changes its language.
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await expect(verdict("around")).toContainText("Matches");
  await expect(verdict("stored")).toContainText("Does not match");
  await expect(verdict("back")).toContainText("일치하지 않습니다");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test("an example that waits or cannot be loaded says so in its language", async ({ page, site, problems }) => {
  await open(page, site, guide(example('id="a" lang="ko" loading="click"')));
  site.fail("/rulepad/example.js");
  await page.getByRole("button", { name: "예제 실행" }).click();
  await expect(page.locator("#a").getByRole("status")).toContainText("예제를 불러오지 못했습니다");
  problems.length = 0;
});

test("payloads, targets and dialects are shown", async ({ page, site }) => {
  const event = '{"source": "aws.s3", "detail": {"who": "Zoë"}}';
  const parts = (more: string) => `<pre data-part="event">${event}</pre>${more}`;
  const targets = '[{"Id": "queue", "Arn": "arn:aws:sqs:us-east-1:111122223333:q", "InputPath": "$.detail"}]';
  await open(
    page,
    site,
    guide(`
    <rulepad-example id="path" loading="eager">${parts('<pre data-part="input-path">$.detail.who</pre>')}</rulepad-example>
    <rulepad-example id="template" loading="eager">${parts('<pre data-part="paths">{"who": "$.detail.who"}</pre><pre data-part="template">{"by": &lt;who&gt;}</pre>')}</rulepad-example>
    <rulepad-example id="targets" loading="eager"><pre data-part="pattern">{"source": ["aws.s3"]}</pre>${parts(`<pre data-part="targets">${targets}</pre>`)}</rulepad-example>
    <rulepad-example id="words" loading="eager"><pre data-part="pattern">{"source": [{"prefix": "aws."}]}</pre></rulepad-example>
    <rulepad-example id="pipe" loading="eager" dialect="pipes"><pre data-part="pattern">{"body": {"a": [1]}}</pre><pre data-part="event">{"body": "{\\"a\\": 1}"}</pre></rulepad-example>`),
  );
  await expect(page.locator("#path [part~=payload]")).toContainText('"Zoë"');
  await expect(page.locator("#template [part~=payload]")).toContainText('{"by": "Zoë"}');
  await expect(page.locator("#template [part~=payload] .from-event")).toContainText("Zoë");
  await expect(page.locator("#targets [part~=payload]")).toContainText("Payload of queue");
  await expect(page.locator("#targets [part~=payload]")).toContainText('{"who":"Zoë"}');
  await expect(page.locator("#words [part~=verdict]")).toContainText("aws.");
  await expect(page.locator("#pipe [part~=verdict]")).toContainText("Matches");
});

test("targets without a pattern are shown alone, and what is not known of them is named", async ({ page, site }) => {
  const parts = (targets: string) => `<pre data-part="event">{"source": "aws.s3"}</pre><pre data-part="targets">${targets}</pre>`;
  const targets = '[{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:111122223333:q", "Paused": 1, "RetryPolicy": {"Max": 2}}]';
  const all = [
    `<rulepad-example id="alone" loading="eager">${parts(targets)}</rulepad-example>`,
    `<rulepad-example id="broken" loading="eager"><pre data-part="pattern">{"source": ["aws.s3"]}</pre>${parts("[{")}</rulepad-example>`,
  ];
  await open(page, site, guide(all.join("")));
  await expect(page.locator("#alone [part~=payload]")).toContainText('{"source":"aws.s3"}');
  await expect(page.locator("#alone [part~=verdict]")).toBeEmpty();
  await expect(page.locator("#alone [part~=problems] li")).toHaveCount(0);
  await expect(page.locator("#alone [part~=notice]")).toContainText("[0].Paused, [0].RetryPolicy.Max");
  await expect(page.locator("#broken [part~=verdict]")).toContainText("Matches");
  await expect(page.locator("#broken [part~=notice]")).toContainText("not a JSON array");
});

test("texts are texts: nothing in them is markup", async ({ page, site }) => {
  const hostile = '{"source": ["&lt;img src=x onerror=alert(1)&gt;&lt;/pre&gt;&lt;script&gt;"]}';
  await open(page, site, guide(example('id="a" loading="eager" editable="all"', hostile, '{"source": "&lt;b&gt;"}')));
  await ready(page, "a");
  const elements = await page.locator("#a").evaluate((host) => host.shadowRoot!.querySelectorAll("img, script, b").length);
  expect(elements).toBe(0);
  await expect(page.getByRole("textbox", { name: "Event pattern" })).toHaveValue(/<img src=x onerror=alert\(1\)>/);
});

test("the theme follows the attribute, else the document", async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, site, guide(example('id="a" loading="eager"') + example('id="b" loading="eager" theme="dark"')));
  await ready(page, "a");
  await ready(page, "b");
  const surface = (id: string) => page.locator(`#${id}`).evaluate((host) => getComputedStyle(host.shadowRoot!.querySelector(".box")!).backgroundColor);
  const light = await surface("a");
  const dark = await surface("b");
  expect(light).not.toBe(dark);
  await page.locator("#a").evaluate((host) => host.setAttribute("theme", "dark"));
  expect(await surface("a")).toBe(dark);
  await page.locator("#a").evaluate((host) => host.removeAttribute("theme"));
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await surface("a")).toBe(dark);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no violation of accessibility rules, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    const examples = [
      example('id="a" loading="eager" editable="all" verdict="match" page="https://rulepad.example/"', '{"source": ["aws.s3"], "$or": [{"a": [1]}, {"b": ["x"]}]}'),
      example('id="b" loading="eager" editable="pattern"', '{"source": "aws.s3"}'),
      example('id="c" loading="click"'),
      `<rulepad-example id="d" loading="eager"><pre data-part="event">{"a": 1}</pre><pre data-part="template">&lt;a&gt;</pre></rulepad-example>`,
    ];
    await open(page, site, guide(examples.join("")));
    await ready(page, "a");
    await ready(page, "b");
    await page.getByRole("textbox").first().focus();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });
}

test("an example that is run by a click waits for it", async ({ page, site }) => {
  await open(page, site, guide(example('id="a" loading="click"')));
  const run = page.getByRole("button", { name: "Run this example" });
  await expect(run).toBeVisible();
  await expect(page.locator("#a pre").first()).toBeVisible();
  expect(site.asked).not.toContain("/rulepad/example.js");
  await run.click();
  await ready(page, "a");
  await expect(run).toHaveCount(0);
});

test("texts set by property or changed in the document are evaluated", async ({ page, site }) => {
  await open(page, site, guide(example('id="a" loading="eager"')));
  await ready(page, "a");
  const verdict = page.locator("#a [part~=verdict]");
  await page.locator("#a").evaluate((host) => Object.assign(host, { event: '{"source": "aws.s3"}' }));
  await expect(verdict).toContainText("Matches");
  await page.locator("#a").evaluate((host) => Object.assign(host, { event: null }));
  await expect(verdict).toContainText("Does not match");
  await page.locator("#a").evaluate((host) => {
    host.querySelector("[data-part=event]")!.textContent = '{"source": "aws.s3"}';
  });
  await expect(verdict).toContainText("Matches");
});

test("without script the texts and the stored answer are read as they are", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  site.put("/guide.html", guide(example("", undefined, undefined, '<p data-part="answer">Does not match.</p>')));
  await page.goto(`${site.origin}/guide.html`);
  await expect(page.getByText('{"source": ["aws.s3"]}')).toBeVisible();
  await expect(page.getByText("Does not match.")).toBeVisible();
  await context.close();
});

for (const missing of ["/rulepad/example.js", PROGRAM]) {
  test(`the texts stay and it is said where ${missing} does not come`, async ({ page, site, problems }) => {
    site.fail(missing);
    await open(page, site, guide(example('id="a" loading="eager"')));
    await expect(page.getByText("The example could not be loaded.")).toBeVisible();
    await expect(page.getByText('{"source": ["aws.s3"]}')).toBeVisible();
    problems.length = 0;
  });
}

test("where no worker may start, the program runs in the page", async ({ page, site, problems }) => {
  await open(page, site, guide(example('id="a" loading="eager"')), STRICT.replace("worker-src 'self'", "worker-src 'none'"));
  await ready(page, "a");
  expect(page.workers()).toHaveLength(0);
  problems.length = 0;
});

test("a package on another host works, its worker through an address of this one", async ({ page, site, other }) => {
  const policy = STRICT.replace("script-src 'self'", `script-src 'self' ${other.origin}`)
    .replace("connect-src 'self'", `connect-src ${other.origin}`)
    .replace("worker-src 'self'", `worker-src blob: ${other.origin}`);
  const body = guide(example('id="a" loading="eager"')).replace('src="/rulepad/', `src="${other.origin}/rulepad/`);
  await open(page, site, body, policy);
  await ready(page, "a");
  expect(other.asked).toContain(PROGRAM);
  expect(page.workers()).toHaveLength(1);
});

test("sizes", async () => {
  const packed = async (name: string) => {
    const bytes = await readFile(join(PACKAGE, name));
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
  };
  const bounds: Record<string, number> = {
    "rulepad-example.js": 5_000,
    "example.js": 25_000,
    "worker.js": 12_000,
    "programs/evaluate_bg.wasm": 250_000,
    "programs/draft_bg.wasm": 420_000,
    "programs/bulk_bg.wasm": 250_000,
    "programs/evaluate_ko_bg.wasm": 280_000,
    "programs/draft_ko_bg.wasm": 455_000,
    "programs/bulk_ko_bg.wasm": 262_000,
    "programs/share_bg.wasm": 70_000,
    "programs/tools_bg.wasm": 315_000,
    "programs/export_bg.wasm": 550_000,
    "programs/import_bg.wasm": 565_000,
  };
  for (const [name, bound] of Object.entries(bounds)) {
    const size = await packed(name);
    console.log(`${String((await stat(join(PACKAGE, name))).size).padStart(9)} ${String(size).padStart(8)} after brotli  ${name}`);
    expect(size, name).toBeLessThanOrEqual(bound);
  }
});
