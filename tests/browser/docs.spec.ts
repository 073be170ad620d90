// The reference as a site, beside the page: readable without scripts, live with them, found by its search.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./test";

const axe = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`the index and a page are accessible at ${width}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto("docs/index.html");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await axe(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.getByRole("link", { name: "prefix", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "prefix" })).toBeVisible();
      await expect(page.locator("rulepad-example").first().locator("[part~=verdict]")).toContainText("Matches");
      expect(await axe(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });
  }
}

test("the search finds pages first, then examples, also from another page", async ({ page }) => {
  await page.goto("docs/index.html");
  const search = page.getByRole("searchbox", { name: "Search" });
  await search.fill("prefix");
  const results = page.locator("#results").getByRole("link");
  await expect(results.first()).toHaveText("prefix");
  await expect(page.getByRole("status")).toContainText("found");
  await search.fill("zzz nothing");
  await expect(page.getByRole("status")).toHaveText("Nothing found.");
  await search.press("Escape");
  await expect(page.getByRole("heading", { name: "Event patterns" })).toBeVisible();
  await page.goto("docs/pattern-exists.html");
  await search.fill("keys of one folder");
  await search.press("Enter");
  await page.getByRole("link", { name: "Keys of one folder" }).click();
  await expect(page).toHaveURL(/pattern-prefix\.html#keys-of-one-folder$/);
  await expect(page.getByRole("heading", { name: "Keys of one folder" })).toBeInViewport();
});

test("every page is in Korean too, one link away, with Korean results and search", async ({ page }) => {
  await page.goto("docs/pattern-prefix.html#keys-of-one-folder");
  await page.getByRole("link", { name: "한국어" }).click();
  await expect(page).toHaveURL(/docs\/ko\/pattern-prefix\.html#keys-of-one-folder$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("heading", { level: 1, name: "접두사(prefix)" })).toBeVisible();
  const first = page.locator("rulepad-example").first();
  await expect(first.locator("[part~=verdict]")).toContainText("일치합니다");
  await first.getByRole("textbox", { name: "이벤트 패턴" }).fill('{"source": ["aws.ec2"]}');
  await expect(first.locator("[part~=verdict]")).toContainText("일치하지 않습니다");
  expect(await axe(page)).toEqual([]);
  await page.getByRole("searchbox", { name: "검색" }).fill("와일드카드");
  await page.keyboard.press("Enter");
  await expect(page.locator("#results").getByRole("link").first()).toHaveText("와일드카드(wildcard)");
  await expect(page.locator('#results a[href^="pattern-wildcard.html#"]').first()).toHaveText(/[가-힣]/);
  await expect(page.locator("#results a[lang]")).toHaveCount(0);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  for (const [width, colorScheme] of [[390, "light"], [1440, "dark"]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    for (const name of ["index", "pattern-mistakes", "target-messages", "subscriber-traps", "subscriber-jsonata"]) {
      await page.goto(`docs/ko/${name}.html`);
      expect(await overflow(page), name).toBe(0);
    }
    expect(await axe(page)).toEqual([]);
  }
});

test("an example is changed in place, and no stored answer is out of date", async ({ page }) => {
  await page.addInitScript(() => {
    const raised: string[] = [];
    Object.assign(window, { raised });
    document.addEventListener("rulepad-mismatch", (event) => raised.push(JSON.stringify((event as CustomEvent).detail)));
  });
  for (const name of ["pattern-prefix", "pattern-dialects", "transformer-json-template", "target-messages", "ko/pattern-mistakes", "ko/target-messages"]) {
    await page.goto(`docs/${name}.html`);
    const count = await page.locator("rulepad-example").count();
    expect(count).toBeGreaterThan(3);
    await page.evaluate(() =>
      Promise.all([...document.querySelectorAll("rulepad-example")].map((one) => (one as unknown as { start(): Promise<void> }).start())),
    );
    expect(await page.evaluate(() => (window as unknown as { raised: string[] }).raised), name).toEqual([]);
  }
  await page.goto("docs/pattern-prefix.html");
  const first = page.locator("rulepad-example").first();
  await expect(first.locator("[part~=verdict]")).toContainText("Matches");
  await first.getByRole("textbox", { name: "Event pattern" }).fill('{"source": ["aws.ec2"]}');
  await expect(first.locator("[part~=verdict]")).toContainText("Does not match");
});

test("every page is linked from the index, and every link leads somewhere", async ({ page, request, baseURL }) => {
  await page.goto("docs/index.html");
  const links = await page.locator(".topics a").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(60);
  for (const link of links) {
    expect((await request.get(link)).status(), link).toBe(200);
  }
  expect((await request.get(new URL("index.html", baseURL).href)).status()).toBe(200);
});

test("a page about subscribers shows what is found of each case", async ({ page }) => {
  await page.goto("docs/index.html");
  await page.getByRole("link", { name: "traps", exact: true }).click();
  const section = page.getByRole("region", { name: "Written for the payload, published by PutEvents" });
  await expect(section.getByText("DATA filter")).toBeVisible();
  await expect(section.getByText("put the pattern under detail")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole("link", { name: "한국어" }).click();
  await expect(page.getByText("패턴을 detail 아래에 넣기").first()).toBeVisible();
  await page.getByRole("searchbox", { name: "검색" }).fill("구독자");
  await page.keyboard.press("Enter");
  await expect(page.locator("#results").getByRole("link").first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("texts, answers and the whole index are there", async ({ page }) => {
    await page.goto("docs/index.html");
    await page.getByRole("link", { name: "prefix", exact: true }).click();
    await expect(page.getByText('Does not match: detail.object.key is "archive/incoming/a.pdf"', { exact: false }).first()).toBeVisible();
    await expect(page.locator("rulepad-example pre").first()).toBeVisible();
  });
});
