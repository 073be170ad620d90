// Compiled only: the types that the package declares, as an application uses them.
import { evaluate, exportRule, explain, render, type Report } from "rulepad";
import type { MismatchDetail, RulepadExample } from "rulepad/example";

export async function answers(): Promise<string> {
  const report: Report = await evaluate({ pattern: "{}", event: "{}", targets: [{ id: "a" }] });
  const reasons = (await explain("{}", "{}", "pipes")).why.map(({ sentence }) => sentence);
  const { rendered } = await render("{}", { input_path: "$.a" });
  const { text } = await exportRule({ pattern: "{}" }, "terraform");
  return [report.answer, rendered?.outcome.outcome, text, ...reasons].join();
}

export function watch(example: RulepadExample, listen: (detail: MismatchDetail) => void): string | null {
  example.addEventListener("rulepad-mismatch", ({ detail }) => listen(detail));
  example.theme = "dark";
  return example.report?.verdict ?? example.pattern;
}
