// The gallery of examples: fetched when the examples are looked at, opened, taken back. By roles and labels alone.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, test, text, verdict } from "./test";

test("the gallery comes with the examples, and its rules open by keyboard", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  expect(asked.filter((path) => path.includes("gallery")), "the first screen is light").toEqual([]);

  const examples = page.getByRole("button", { name: "Examples" });
  await examples.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu", { name: "Examples" });
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await expect(menu.getByRole("menuitem")).toHaveCount(23);
  for (const heading of ["Start here", "From the catalogue", "Gallery: every kind of target"]) {
    await expect(menu.getByText(heading)).toHaveCount(1);
  }
  await page.keyboard.press("End");
  const last = menu.getByRole("menuitem").last();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 1 });
  await test.step("the list stays where it was scrolled to when the page scrolls or moves under it", async () => {
    await page.evaluate(() => document.dispatchEvent(new Event("scroll")));
    await expect(last).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Home");
    await expect(menu.getByRole("menuitem").first()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("ArrowUp");
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport({ ratio: 1 });
  });
  expect((await new AxeBuilder({ page }).include("[role=menu]").analyze()).violations).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveCount(0);
  await expect(verdict(page)).toContainText("Does not match");
  await expect(text(page, "Event pattern")).toContainText("Failover");

  await examples.click();
  await page.getByRole("menuitem", { name: /^Payments to look at/ }).click();
  await expect(verdict(page)).toContainText("Matches");
  await expect(text(page, "Event pattern")).toContainText("9007199254740993");
  await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(text(page, "Event pattern")).toContainText("Failover");
  expect(asked.filter((path) => path.includes("gallery"))).toHaveLength(1);
});

test("a gallery that does not come says so, and comes when asked again", async ({ browser, baseURL }) => {
  // A page of its own: the refusal is meant.
  const page = await browser.newPage({ baseURL });
  await page.route("**/gallery-*.ndjson", (route) => route.fulfill({ status: 503, body: "" }));
  await open(page);
  await page.getByRole("button", { name: "Examples" }).click();
  const again = page.getByRole("menuitem", { name: /^Try again/ });
  await expect(again).toContainText("the server answered 503");
  await page.unroute("**/gallery-*.ndjson");
  await again.click();
  await page.getByRole("button", { name: "Examples" }).click();
  await expect(page.getByRole("menuitem", { name: /^ECR image pushed/ })).toBeVisible();
  await page.close();
});
