// Folders and several files: what is in them is read, and what they lose is said with their names.
import type { Page } from "@playwright/test";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, openFixed, test, text } from "./test";

const rule = (name: string, more = "") => `resource "aws_cloudwatch_event_rule" "${name}" {
  name          = "${name}"
  event_pattern = jsonencode({ source = ["aws.s3"] })
${more}}
`;

/** Drops paths of this machine in the middle of the page, as a file manager does. */
async function drop(page: Page, paths: string[]) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  }
  await session.detach();
}

test("a dropped folder is read with the folders in it, without what tools wrote", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "rulepad-"));
  for (const inner of ["rules", "node_modules", ".git"]) await mkdir(join(folder, inner));
  await writeFile(join(folder, "main.tf"), rule("first"));
  await writeFile(join(folder, "rules", "second.tf"), rule("second"));
  await writeFile(join(folder, "picture.png"), "no text");
  await writeFile(join(folder, "node_modules", "third.tf"), rule("third"));
  await writeFile(join(folder, ".git", "fourth.tf"), rule("fourth"));
  await openFixed(page);
  await drop(page, [folder]);
  const dialog = page.getByRole("dialog", { name: "Import" });
  await expect(dialog.getByRole("list", { name: "Files" }).getByRole("button")).toHaveText([/^main\.tf.*1 rule/, /^rules\/second\.tf.*1 rule/]);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(text(page, "Event pattern")).toContainText('"source": ["aws.s3"]');

  await rm(join(folder, "main.tf"));
  await rm(join(folder, "rules"), { recursive: true });
  await drop(page, [folder]);
  await expect(page.getByRole("dialog")).toContainText("This folder has no file that may hold rules.");
  await rm(folder, { recursive: true });
});

test("what each of several files loses is shown with its name, and leads there", async ({ page }) => {
  await openFixed(page);
  await page.keyboard.press("Alt+i");
  const dialog = page.getByRole("dialog", { name: "Import" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByText("Choose files").click();
  const file = (name: string, text: string) => ({ name, mimeType: "", buffer: Buffer.from(text) });
  await (await chooser).setFiles([
    file("first.tf", rule("first")),
    file("second.tf", rule("second", "  nonsense = 1\n")),
    file("notes.txt", "hello"),
  ]);
  const others = dialog.getByRole("list", { name: "In the other files" });
  await expect(others.getByRole("button")).toHaveText(["second.tf"]);
  await expect(others).toContainText("nonsense");
  await others.getByRole("button", { name: "second.tf" }).click();
  await expect(text(page, "Text with rules")).toContainText("nonsense");
  await expect(others).toHaveCount(0);
});
