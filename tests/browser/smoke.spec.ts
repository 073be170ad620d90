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

for (const name of ["", "export", "import", "tests", "subscriber_worker", "subscriber_migration"]) {
  test(`the files of ${name ? `the worker \`${name}\`` : "the worker that evaluates"} load where the page looks for them`, async ({
    page,
  }) => {
    // A page without a policy of its own: the one of the page lets its own code alone start workers.
    await page.goto("./");
    const files = await page.evaluate(() => JSON.parse(document.getElementById("files")?.textContent ?? "{}"));
    await page.route("**/plain.html", (route) => route.fulfill({ contentType: "text/html", body: "<link rel=icon href=data:,>" }));
    await page.goto("./plain.html");
    const program = name || "worker";
    const heard = await page.evaluate(
      ({ loader, name }) =>
        new Promise<string>((resolve) => {
          const worker = new Worker(`./${loader}`, { name });
          worker.onerror = (event) => resolve(event.message || "the worker did not load");
          worker.onmessage = (event) => event.data !== "loading" && resolve(event.data);
        }),
      { loader: files["worker_loader.js"], name: `${files[`${program}.js`]} ${files[`${program}_bg.wasm`]}` },
    );
    expect(heard).toMatch(/^ready [0-9a-f]{16}$/);
  });
}

test("export, import and tests are loaded when they are first used", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto("./");
  await expect(page.getByRole("status", { name: "Verdict" })).toContainText(/match|refuses/i);
  await page.waitForLoadState("networkidle");
  expect(loaded.filter((path) => /\/worker_bg-[0-9a-f]{16}\.wasm$/.test(path))).toHaveLength(1);
  expect(loaded.filter((path) => /\/(export|import|tests|subscriber\w*)(_bg)?-[0-9a-f]{16}\.(js|wasm)$/.test(path))).toEqual([]);
});
