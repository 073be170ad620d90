// The built page opens, wherever it is put.
import { expect, test } from "./test";
import { SUB_PATH } from "./server";

for (const [where, path] of [
  ["at the root", ""],
  ["under a path", SUB_PATH.slice(1)],
]) {
  test(`the page starts ${where}`, async ({ page, baseURL }) => {
    await page.goto(`${baseURL}${path}`);
    await expect(page).toHaveTitle(/Rulepad/);
    await expect(page.locator("#boot"), "the app takes the place of the first paint").toHaveCount(0);
    await page.waitForLoadState("networkidle");
  });
}

test("the worker's files load where the page looks for them", async ({ page }) => {
  await page.goto("./");
  const failure = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const worker = new Worker("./worker_loader.js");
        worker.onerror = (event) => resolve(event.message || "the worker did not load");
        setTimeout(() => {
          worker.terminate();
          resolve("");
        }, 1000);
      }),
  );
  expect(failure).toBe("");
});
