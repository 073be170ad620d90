// What a program found about an example, and its answer in one sentence.
import type { Diagnostic, InputReport, Rendered, Report, Verdict } from "../../../src/types";

/** The answer to the texts of an example. */
export interface Found {
  /** The pattern's verdict and reasons; `null` for an example without a pattern. */
  report: Report | null;
  /** What becomes of the event in each target. */
  payloads: { title: string; rendered: Rendered }[];
  /** Whether the example has an event. */
  hasEvent: boolean;
  /** Problems that are worth a line, of all texts. */
  problems: Diagnostic[];
  /** What of the texts has no part in the answer, as a sentence; blank where all has. */
  leftOut: string;
}

/** What a document stores under an example. */
export interface Stored {
  /** `null` where nothing is matched: without a pattern, or without an event. */
  verdict: Verdict | null;
  /** The verdict and what decided it, the pattern in words, or the payload: the most that the parts allow. */
  answer: string;
  /** What the first target receives; `null` without one. */
  payload: string | null;
}

/** The answer as a document stores it. */
export function storedOf({ report, payloads, hasEvent }: Found): Stored {
  const arrive = payloads.map(({ rendered }) => textOf(rendered));
  const payload = arrive[0] ?? null;
  if (!report) return { verdict: null, answer: arrive.join("\n"), payload };
  if (hasEvent || report.verdict === "pattern_error") return { verdict: report.verdict, answer: report.answer, payload };
  return { verdict: null, answer: report.in_words?.sentence ?? "", payload };
}

/** What arrives, or why nothing does. */
export function textOf({ outcome }: Rendered): string {
  switch (outcome.outcome) {
    case "delivered":
      return outcome.text;
    case "refused":
      return outcome.message;
    default:
      return outcome.reason;
  }
}

/** Whether a stored answer says the same: white space and the marks of code do not count. */
export const isSame = (stored: string, found: string): boolean => plain(stored) === plain(found);

const plain = (text: string): string => text.replace(/`/g, "").replace(/\s+/g, " ").trim();

/** Problems worth a line: errors, and what is probably wrong with the pattern. */
export function problemsOf(report: Report | null, input: InputReport | null, rendered: Rendered[]): Diagnostic[] {
  const errors = (found: Diagnostic[]): Diagnostic[] => found.filter(({ severity }) => severity === "error");
  return [
    ...(report?.pattern ?? []).filter(({ severity }) => severity !== "note"),
    ...errors(report?.event ?? input?.event ?? []),
    ...(report?.targets ?? []).flatMap(({ diagnostics }) => errors(diagnostics)),
    ...(report?.targets.length ? [] : rendered.flatMap(({ diagnostics }) => errors(diagnostics))),
  ];
}
