// The main job in WebKit, by roles and labels as everywhere. Its driver speaks WebDriver alone, so no fixture of
// Playwright's is used here; the runner and the server are the same.
import { expect, test } from "@playwright/test";
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { Builder, By, Capabilities, Key, type WebDriver, type WebElement } from "selenium-webdriver";

let driver: ChildProcess;
let page: WebDriver;

test.beforeAll(async () => {
  const port = await freePort();
  driver = spawn("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], { stdio: "inherit" });
  await expect(async () => expect((await fetch(`http://127.0.0.1:${port}/status`)).ok).toBe(true)).toPass();
  const browser = { binary: process.env.WEBKIT_BROWSER, args: ["--automation"] };
  const wanted = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": browser });
  page = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
  await page.manage().window().setRect({ width: 1440, height: 900, x: 0, y: 0 });
});

test.afterAll(async () => {
  await page?.quit();
  driver?.kill();
});

test("a refused rule is fixed, understood, made to match and exported", async () => {
  await page.get(process.env.RULEPAD_URL ?? "");
  await shows(verdict, "AWS refuses this pattern", 60_000);

  await (await button("Fix all")).click();
  await shows(verdict, "Does not match");

  await test.step("values of the event are underlined, by form as well as by colour", async () => {
    const lines = async (kind: string) => {
      const mark = await page.findElement(By.css(`.cm-mark-${kind}`));
      return [await mark.getCssValue("text-decoration-line"), await mark.getCssValue("text-decoration-style")];
    };
    await expect(async () => expect(await lines("passed")).toEqual(["underline", "solid"])).toPass();
    expect(await lines("failed")).toEqual(["underline", "dashed"]);
  });

  await test.step("another project in the event turns the verdict", async () => {
    const value = await page.findElement(By.xpath(`//*[@aria-label="Event"]//*[text()='"SampleProjectName"']`));
    // A double click by the driver selects no word, so keys do.
    await value.click();
    await page.actions().keyDown(Key.CONTROL).sendKeys(Key.ARROW_LEFT).keyUp(Key.CONTROL).perform();
    const held = page.actions().keyDown(Key.CONTROL).keyDown(Key.SHIFT).sendKeys(Key.ARROW_RIGHT);
    await held.keyUp(Key.SHIFT).keyUp(Key.CONTROL).perform();
    await page.actions().sendKeys("test-codebuild-project").perform();
    await shows(verdict, "Matches");
  });

  await test.step("typing into the pattern keeps its order, and one key undoes it", async () => {
    const pattern = await page.findElement(By.css('[aria-label="Event pattern"][role="textbox"]'));
    await pattern.click();
    await page.actions().keyDown(Key.CONTROL).sendKeys(Key.END).keyUp(Key.CONTROL).sendKeys(" x").perform();
    await expect(async () => expect(await pattern.getText()).toMatch(/\} x\s*$/)).toPass();
    await page.actions().keyDown(Key.CONTROL).sendKeys("z").keyUp(Key.CONTROL).perform();
    await expect(async () => expect(await pattern.getText()).toMatch(/\}\s*$/)).toPass();
  });

  await test.step("the rule is exported", async () => {
    await (await named("tab", "Export")).click();
    await shows(async () => page.findElement(By.css("body")), "codebuild-state-change.json");
  });
});

const verdict = () => page.findElement(By.css('[role="status"][aria-label="Verdict"]'));

async function shows(found: () => PromiseLike<WebElement>, words: string, timeout = 20_000) {
  await expect(async () => expect(await (await found()).getText()).toContain(words)).toPass({ timeout });
}

/** The first button whose name starts with these words. */
const button = (words: string) => page.findElement(By.xpath(`//button[starts-with(normalize-space(.), "${words}")]`));

const named = (role: string, words: string) =>
  page.findElement(By.xpath(`//*[@role="${role}" and starts-with(normalize-space(.), "${words}")]`));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
