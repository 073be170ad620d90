// A reader of English loads programs without Korean, a reader of Korean those with both.
import type { Page } from "@playwright/test";
import { expect, open, test, text, verdict, write } from "./test";

/** The WebAssembly that a page has asked for, by name without hash. */
function programs(page: Page): Set<string> {
  const asked = new Set<string>();
  page.on("request", (request) => {
    const name = /([^/]+)-[0-9a-f]{16}\.wasm$/.exec(request.url())?.[1];
    if (name) asked.add(name);
  });
  return asked;
}

const korean = (page: Page) => page.getByRole("status", { name: "판정" });

test("English loads no Korean until it is chosen, and what was typed is there afterwards", async ({ page }) => {
  const asked = programs(page);
  await open(page);
  expect([...asked].sort()).toEqual(["app_en_bg", "worker_en_bg"]);
  await write(page, "Event pattern", '{"source": ["aws.codebuild"], "account": ["no one"]}');
  await expect(verdict(page)).toContainText("Does not match");
  await page.getByRole("button", { name: "한국어로 보기" }).click();
  await expect(korean(page)).toContainText("일치하지 않습니다");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("textbox", { name: "이벤트 패턴", exact: true })).toContainText("no one");
  expect(asked).toContain("app_bg");
  expect(asked).toContain("worker_bg");

  await test.step("back to English at once, without loading anything", async () => {
    let loads = 0;
    page.on("load", () => loads++);
    const before = asked.size;
    await page.getByRole("button", { name: "Show the page in English" }).click();
    await expect(verdict(page)).toContainText("Does not match");
    await expect(text(page, "Event pattern")).toContainText("no one");
    expect([loads, asked.size]).toEqual([0, before]);
  });
});

test.describe("a browser that asks for Korean", () => {
  test.use({ locale: "ko-KR" });

  test("loads the programs with both languages alone", async ({ page }) => {
    const asked = programs(page);
    await page.goto("./");
    await expect(korean(page)).toContainText(/일치|거부/);
    expect([...asked].sort()).toEqual(["app_bg", "worker_bg"]);
  });

  test("has English after it was chosen, from programs without Korean on the next visit", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("button", { name: "Show the page in English" }).click();
    await expect(verdict(page)).toContainText(/match|refuses/i);
    const asked = programs(page);
    await open(page);
    expect([...asked].sort()).toEqual(["app_en_bg", "worker_en_bg"]);
  });
});

test("where nothing is stored, Korean opens in another tab and this one stays as it is", async ({ page, context }) => {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
    Object.defineProperty(Storage.prototype, "setItem", { value: refuse });
  });
  await open(page);
  await write(page, "Event pattern", '{"source": ["kept"]}');
  await expect(verdict(page)).toContainText("Does not match");
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "한국어로 보기" }).click(),
  ]);
  await expect(korean(other)).toContainText(/일치|거부/);
  await expect(text(page, "Event pattern")).toContainText("kept");
});
