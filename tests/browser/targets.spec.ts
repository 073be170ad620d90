// The targets: what arrives, stage by stage, each kind's own property, the event log; by pointer and by key.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, openFixed, test, text, unlessCrossed, verdict, write } from "./test";

const targets = (page: Page) => page.getByRole("navigation", { name: "Targets" });
const card = (page: Page, id: string) => targets(page).getByRole("button", { name: new RegExp(`^${id}`) });
const delivery = (page: Page) => page.getByRole("group", { name: "Delivery" });
const stages = (page: Page) => page.getByRole("table", { name: "Variables" });
const lit = (page: Page, name: string) =>
  text(page, name).evaluate((editor) =>
    [...editor.querySelectorAll(".cm-mark-lit")].map((mark) => mark.textContent).join(""),
  );

async function add(page: Page, kind: string) {
  await targets(page).getByRole("button", { name: "Add target" }).click();
  await page.getByRole("menuitem", { name: kind, exact: true }).click();
}

test("pointing at a stage lights all of them, and a value lights what was made of it", async ({ page }) => {
  await openFixed(page);
  await card(page, "slack").click();
  const received = "What slack would receive";
  await expect(text(page, received)).toContainText("Build of SampleProjectName");

  await stages(page).getByRole("row", { name: /<project>/ }).hover();
  await expect.poll(() => lit(page, "Event")).toBe('"SampleProjectName"');
  await expect.poll(() => lit(page, "Input template")).toBe("<project>");
  await expect.poll(() => lit(page, "Input paths")).toBe('"$.detail.project-name"');
  await expect.poll(() => lit(page, received)).toBe("SampleProjectName");

  await text(page, "Event").getByText('"SUCCEEDED"', { exact: true }).first().hover();
  await expect.poll(() => lit(page, received)).toBe("SUCCEEDED");
  await expect(stages(page).getByRole("row", { name: /<status>/ })).toHaveClass(/lit/);

  await text(page, received).getByText("SampleProjectName").hover();
  await expect.poll(() => lit(page, "Input template")).toBe("<project>");

  await stages(page).getByRole("button", { name: /<project>/ }).click();
  await expect(text(page, "Input template")).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("<project>");
});

test("each input option shows what arrives", async ({ page }) => {
  await openFixed(page);
  await card(page, "build-details").click();
  const received = text(page, "What build-details would receive");
  await page.getByRole("radio", { name: "Matched event", exact: true }).check();
  await expect(received).toContainText('"detail-type": "CodeBuild Build State Change"');
  await page.getByRole("radio", { name: "Part of the matched event", exact: true }).check();
  await page.getByLabel("Input path").fill("$.detail.build-status");
  await expect(received).toHaveText('"SUCCEEDED"');
  await page.getByRole("radio", { name: "Constant", exact: true }).check();
  await write(page, "Constant", '{"n": 1.50, }');
  await expect(page.getByRole("list", { name: "Problems of the constant" }).getByRole("listitem")).toHaveCount(1);
  await expect(delivery(page)).toContainText("AWS refuses this target");
  await expect(card(page, "build-details")).toContainText("refused");
  await page.getByRole("list", { name: "Problems of the constant" }).getByRole("button").last().click();
  await expect(received).toContainText('"n": 1.50');
  await page.getByRole("radio", { name: "Input transformer", exact: true }).check();
  await write(page, "Input paths", '{"status": "$.detail.build-status", "none": "$.detail.none"}');
  await write(page, "Input template", '"<status>, \\"<none>\\""');
  await expect(received).toHaveText('"SUCCEEDED, \\"\\""');
  await expect(stages(page).getByRole("row", { name: /^<none>/ })).toContainText("no value");
});

test("a kind begins with its ARN and its own property, which is diagnosed and fixed", async ({ page }) => {
  await openFixed(page);
  await add(page, "ECS task");
  await expect(page.getByLabel("ARN", { exact: true })).toHaveValue(/^arn:aws:ecs:us-east-1:111122223333:cluster\//);
  await expect(page.getByLabel("Role ARN", { exact: true })).toHaveValue(/:role\//);
  await page.getByRole("tab", { name: /^EcsParameters/ }).click();
  await expect(text(page, "EcsParameters")).toContainText("TaskDefinitionArn");
  await write(page, "EcsParameters", "");
  await page.getByRole("button", { name: "Insert the usual members" }).click();
  await expect(text(page, "EcsParameters")).toContainText("TaskDefinitionArn");
  const problems = page.getByRole("list", { name: "Problems of the EcsParameters" });
  await write(
    page,
    "EcsParameters",
    '{"taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/t:1", "TaskCount": 1}',
  );
  await expect(problems.getByRole("listitem").first()).toBeVisible();
  await expect(page.getByRole("tab", { name: /^EcsParameters ✕/ })).toBeVisible();
  await problems.locator(".fix").first().click();
  await expect(problems.getByText("taskDefinitionArn")).toHaveCount(0);
  await expect(text(page, "EcsParameters")).toContainText('"TaskDefinitionArn"');
});

test("retries and permissions stand on tabs of their own", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("tab", { name: /^Retries/ }).click();
  await page.getByLabel(/^Retry attempts/).fill("186");
  await expect(page.getByRole("tab", { name: /^Retries ✕ 1/ })).toBeVisible();
  await page.getByLabel(/^Retry attempts/).fill("3");
  await expect(page.getByRole("tab", { name: /^Retries set/ })).toBeVisible();
  await page.getByRole("tab", { name: /^Permissions/ }).click();
  await expect(page.getByRole("tabpanel", { name: /^Permissions/ })).toContainText("lambda:InvokeFunction");
});

test("the event log tells what replaced what", async ({ page }) => {
  await openFixed(page);
  await card(page, "build-handler").click();
  await page.getByRole("tab", { name: "Event log" }).click();
  await page.getByRole("button", { name: "Start an event log" }).click();
  await page.getByLabel("Partition key name").fill("id");
  await page.getByLabel("Partition key path").fill("$.id");
  await page.getByLabel("Sort key name").fill("");
  await page.getByLabel("Sort key path").fill("");
  const down = page.getByRole("button", { name: "Put item" });
  await down.click();
  await down.click();
  const items = page.getByRole("list", { name: "Items written" }).getByRole("listitem");
  await expect(items).toHaveCount(2);
  await expect(items.first()).toContainText("item 2 has the same key and replaced it");
  await expect(items.last()).toContainText("it replaced item 1");
  await items.last().getByRole("button", { name: "Item", exact: true }).click();
  await expect(text(page, "Item 2")).toContainText('"S"');
  await page.getByLabel("Partition key path").fill("$.detail.none");
  await expect(items.first()).toContainText("refused");
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(items).toHaveCount(0);
  await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(items).toHaveCount(2);
});

test("under another dialect nothing is said to be delivered", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("button", { name: "EventBridge rule" }).click();
  await page.getByRole("menuitemradio", { name: /rchive/ }).click();
  await page.getByRole("tab", { name: /^Targets/ }).click();
  await page.getByText("Targets belong to EventBridge rules").click();
  await expect(delivery(page)).toContainText("not delivered by this pattern");
});

test("the keyboard alone chooses, moves, removes and walks the stages", async ({ page }) => {
  await openFixed(page);
  await page.keyboard.press("Alt+4");
  await page.keyboard.press("Tab");
  await expect(card(page, "build-handler")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "slack")).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(targets(page).getByRole("listitem").nth(1)).toContainText("slack");
  await expect(card(page, "slack")).toBeFocused();
  await stages(page).getByRole("button").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => lit(page, "Event")).toBe('"SampleProjectName"');
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => lit(page, "Event")).toBe('"SUCCEEDED"');
  await card(page, "slack").focus();
  await page.keyboard.press("Delete");
  await expect(targets(page).getByRole("listitem")).toHaveCount(2);
  await expect(page.locator(":focus"), "the focus is never lost").toHaveCount(1);
  await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(targets(page).getByRole("listitem")).toHaveCount(3);
});

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

for (const scheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`${size} and ${scheme}: each aspect is accessible and nothing scrolls sideways`, unlessCrossed(size, scheme), async ({ browser }) => {
      const narrow = size === "narrow";
      const context = await browser.newContext({ viewport, colorScheme: scheme, hasTouch: narrow, isMobile: narrow });
      const page = await context.newPage();
      const look = async (name: string) => {
        await page.screenshot({ path: `screenshots/${size}-${scheme}-target-${name}.png` });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(wider, "the page does not scroll sideways").toBe(false);
      };
      await page.goto("./");
      await expect(verdict(page)).toContainText("AWS refuses this pattern", { timeout: 30_000 });
      if (narrow) await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: "Targets" }).click();
      await card(page, "slack").click();
      await stages(page).scrollIntoViewIfNeeded();
      await look("stages");
      await card(page, "build-handler").click();
      await page.getByRole("tab", { name: "Event log" }).click();
      await page.getByRole("button", { name: "Start an event log" }).click();
      await page.getByRole("button", { name: "Put item" }).click();
      await look("log");
      await page.getByRole("tab", { name: /^Retries/ }).click();
      await look("retries");
      await add(page, "API destination");
      await page.getByRole("tab", { name: /^HttpParameters/ }).click();
      await page.getByLabel("Endpoint of the API destination").fill("POST https://example.com/a");
      await look("http");
      await context.close();
    });
  }
}

test("the name of a target is shown whole above its payload", async ({ page }) => {
  await openFixed(page);
  for (const width of [900, 1024, 1280]) {
    await page.setViewportSize({ width, height: 768 });
    for (const id of ["build-details", "slack"]) {
      await card(page, id).click();
      const title = page.locator("#payload-title");
      await expect(title).toContainText(id);
      const cut = await title.evaluate((own) => own.scrollWidth > own.clientWidth || own.scrollHeight > own.clientHeight + 1);
      expect(cut, `${id} at ${width} pixels`).toBe(false);
      const tools = page.locator(".payload .payload-header .button");
      for (const button of await tools.all()) await expect(button).toBeInViewport({ ratio: 1 });
    }
  }
});
