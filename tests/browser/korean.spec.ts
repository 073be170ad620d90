// The page in Korean: the main job from the first screen to a file, the switch, languages of parts, widths and schemes.
import { AxeBuilder } from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test, unlessCrossed } from "./test";

test.use({ locale: "ko-KR" });

const verdict = (page: Page) => page.getByRole("status", { name: "판정" });
const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

async function open(page: Page, address = "./") {
  await page.goto(address);
  await expect(page.locator("#boot")).toHaveCount(0, { timeout: 30_000 });
  await expect(verdict(page)).toContainText(/일치|거부/);
}

async function fixAll(page: Page) {
  await page.getByRole("button", { name: "모두 고치기(4)" }).click();
  await expect(verdict(page)).toContainText("일치하지 않습니다");
}

/** Words of the page itself that are not Korean: not code, not AWS's sentences, not what a person wrote. */
const foreign = (page: Page) =>
  page.evaluate(() => {
    const names =
      /^(PutRule|IaC|boto3|test-event-pattern|codebuild-state-change|AWS|Amazon|EventBridge|Pipes|Lambda|CodeBuild|SNS|SQS|S3|API|Gateway|JSON|YAML|ARN|ID|URL|DLQ|Rulepad|IAM|RoleArn|Alt|Ctrl|Terraform|CloudFormation|SAM|CDK|CLI|Serverless|Pulumi|Shell|TypeScript|Python|Go|Java|boto3|EN|FIFO|MB|KB|Build|State|Change)$/;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement;
      const skipped = "script,style,noscript,code,pre,kbd,[lang=en],[translate=no],.cm-editor,.visible-text,.visually-hidden,select";
      if (!own || own.closest(skipped) || !own.checkVisibility()) continue;
      for (const word of (node.nodeValue ?? "").match(/[A-Za-z][\w'’-]{2,}/g) ?? []) {
        if (!names.test(word)) found.push(`${word}: ${node.nodeValue?.trim()}`);
      }
    }
    return found;
  });

test("the first paint is Korean, before any program is there", async ({ page }) => {
  await page.route("**/app_bg-*.wasm", () => {});
  await page.goto("./");
  const shown = page.locator("#first-screen > :visible");
  await expect(shown).toHaveCount(1);
  await expect(shown).toHaveAttribute("lang", "ko");
  await expect(shown).toHaveClass("first-wide");
  await expect(shown).toContainText("AWS가 거부하는 패턴입니다");
  expect(await foreign(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(shown).toHaveClass("first-narrow");
  await expect(shown).toHaveAttribute("lang", "ko");
});

test("the main job in Korean, from the first screen to a file", async ({ page }) => {
  await open(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");

  await test.step("what AWS says stays English, with its meaning", async () => {
    await expect(verdict(page)).toContainText("AWS가 거부하는 패턴입니다");
    await expect(verdict(page)).toContainText("오류 4개");
    const aws = page.getByRole("figure", { name: "AWS의 응답" });
    await expect(aws.locator("blockquote")).toHaveAttribute("lang", "en");
    await expect(aws.locator("blockquote")).toContainText('Event pattern is not valid. Reason: "source" must be an object or an array');
    await expect(aws).toContainText("뜻: 이벤트 패턴이 올바르지 않습니다");
    await expect(aws).toContainText("source 값은 객체나 배열이어야 합니다");
    const problems = page.getByRole("list", { name: "이벤트 패턴의 문제" }).getByRole("listitem");
    await expect(problems).toHaveCount(4);
    await expect(problems.first()).toContainText("source 값은 허용할 값의 배열이어야 합니다(현재 문자열)");
    expect(await foreign(page)).toEqual([]);
  });

  await test.step("all mistakes are fixed, and the reason is understood", async () => {
    await fixAll(page);
    await expect(verdict(page)).toContainText("조건 4개 중 1개 미충족");
    const why = page.getByRole("list", { name: "이유", exact: true });
    await expect(why).toContainText("실제");
    await expect(why).toContainText("기대");
    expect(await foreign(page)).toEqual([]);
  });

  await test.step("the value in the event is set, and the event matches", async () => {
    await page.getByRole("button", { name: /이벤트의 .*값 바꾸기/ }).first().click();
    await expect(verdict(page)).toContainText("일치합니다");
  });

  await test.step("the rule is taken away; the file is English", async () => {
    await page.getByRole("tab", { name: "내보내기" }).click();
    await page.getByLabel("규칙 이름").fill("project-builds");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "다운로드" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("project-builds.json");
    expect(await readFile(await download.path(), "utf8")).not.toMatch(/[가-힣]/);
  });
});

test("the switch rewords everything at once, and the choice is kept", async ({ page }) => {
  await open(page);
  await fixAll(page);
  await page.getByRole("button", { name: "Show the page in English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("status", { name: "Verdict" })).toContainText("Does not match");
  await expect(page.getByRole("list", { name: "Why", exact: true })).toContainText("event has");
  await expect(page.locator("body")).not.toContainText("조건");
  await page.reload();
  await expect(page.getByRole("status", { name: "Verdict" })).toContainText("Does not match");
  await page.getByRole("button", { name: "한국어로 보기" }).click();
  await expect(verdict(page)).toContainText("일치하지 않습니다");
  await expect(page.getByRole("list", { name: "이유", exact: true })).toContainText("실제");
});

test("Hangul is composed in a text and in the finder, and Enter while composing takes nothing", async ({ page }) => {
  await open(page);
  const session = await page.context().newCDPSession(page);
  const compose = async (parts: string[]) => {
    for (const part of parts) {
      await session.send("Input.imeSetComposition", { text: part, selectionStart: part.length, selectionEnd: part.length });
    }
  };
  await page.keyboard.press("ControlOrMeta+k");
  const finder = page.getByRole("dialog").getByRole("combobox");
  await finder.focus();
  await compose(["ㅋ", "코", "콛", "코드", "코듭", "코드비", "코드빌"]);
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", isComposing: true, bubbles: true })),
  );
  await expect(page.getByRole("dialog")).toBeVisible();
  await session.send("Input.insertText", { text: "코드빌드" });
  await expect(finder).toHaveValue("코드빌드");
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText("CodeBuild");
  await page.keyboard.press("Escape");

  await text(page, "이벤트 패턴").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText('{"detail": {"name": [""]}}');
  // Between the quotes.
  for (let at = 0; at < 4; at++) await page.keyboard.press("ArrowLeft");
  await compose(["ㅎ", "하", "한", "한ㄱ", "한그", "한글"]);
  await session.send("Input.insertText", { text: "한글" });
  await expect(text(page, "이벤트 패턴")).toContainText('["한글"]');
});

for (const [size, width, height] of [["wide", 1440, 900], ["narrow", 390, 844]] as const) {
  for (const scheme of ["light", "dark"] as const) {
    test(`Korean at ${width} pixels, ${scheme}`, unlessCrossed(size, scheme), async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await open(page);
      const bar = page.getByRole("navigation", { name: "영역" });
      const look = async (name: string) => {
        await page.screenshot({ path: `screenshots/korean-${width}-${scheme}-${name}.png` });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), name).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(wider, `${name} scrolls sideways`).toBe(false);
        expect(await foreign(page), name).toEqual([]);
      };
      const go = async (name: string) => {
        if (!(await bar.isVisible())) return page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
        const own = bar.getByRole("button", { name, exact: true });
        if (await own.isVisible()) return own.click();
        await bar.getByRole("button", { name: "더 보기" }).click();
        await page.getByRole("menuitemradio", { name: new RegExp(`^${name}`) }).or(page.getByRole("menuitem", { name: new RegExp(`^${name}`) })).click({ timeout: 10_000 });
      };
      await look("opening");
      if (await bar.isVisible()) await go("패턴");
      await fixAll(page);
      for (const name of ["대상", "테스트", "내보내기", "비교"]) {
        await go(name);
        await look(name);
      }
    });
  }
}
