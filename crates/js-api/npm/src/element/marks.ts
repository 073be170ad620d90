// Which places of the texts a report paints.
import type { Diagnostic, Report } from "../../../src/types";
import type { Mark } from "./paint";

/** The places of each text, by the names of `data-part`. */
export type Marks = Record<string, Mark[]>;

const ROLES: Record<string, string> = {
  pattern: "pattern",
  event: "event",
  input_path: "input-path",
  input_paths_map: "paths",
  input_template: "template",
};

/** The places of a report; `lit` is the line of the reasons that is pointed at. */
export function marksOf(report: Report | null, problems: readonly Diagnostic[], lit?: number): Marks {
  const marks: Marks = {};
  const add = (part: string, mark: Mark): void => void (marks[part] ??= []).push(mark);
  report?.why.forEach((line, index) => {
    if (line.kind !== "condition") return;
    const kind = `${line.holds ? "met" : "failed"}${index === lit ? " lit" : ""}`;
    add("pattern", { span: line.pattern, kind });
    for (const span of line.event) add("event", { span, kind });
  });
  for (const { severity, labels } of problems) {
    const [label] = labels;
    const part = label && ROLES[label.document];
    if (part) add(part, { span: label.span, kind: severity });
  }
  return marks;
}
