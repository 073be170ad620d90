// The words around the report in English.
import type { Words } from "./words";

const PARTS: Record<string, string> = {
  pattern: "Event pattern",
  event: "Event",
  "input-path": "Input path",
  paths: "Input paths",
  template: "Input template",
  targets: "Targets",
};

const VERDICTS: Record<string, string> = {
  match: "matches",
  no_match: "does not match",
  pattern_error: "AWS refuses the pattern",
  event_error: "the event cannot be read",
  undecided: "not decided",
};

export const EN: Words = {
  part: (name) => PARTS[name] ?? name,
  verdict: "Verdict",
  why: "Why",
  payload: "Payload",
  payloadIfMatched: "Payload if the event matched",
  payloadOf: (target) => `Payload of ${target}`,
  notDelivered: "Not delivered",
  refused: "AWS refuses the target",
  unknown: "Not known",
  problems: "Problems",
  awsAnswers: "AWS answers",
  awsMeans: "Meaning",
  met: "met",
  failed: "failed",
  eventHas: "event has",
  patternNeeds: "pattern needs",
  error: "error",
  warning: "warning",
  note: "note",
  fix: "Fix",
  fixFor: (text) => `Fix: ${text}`,
  useIt: "Use it",
  useItFor: (text) => `Use it: ${text}`,
  reset: "Reset",
  open: "Open in Rulepad",
  opensNewTab: "opens a new tab",
  leave: "Press Escape, then Tab, to leave.",
  outdated: (expected, found) => `This example is out of date. It was written for: ${expected}. Now: ${found}.`,
  stopped: "The evaluation took too long and was stopped. Change a text to try again.",
  failedToRun: "The evaluation could not run here. The texts are shown as they were written.",
  frame: "Rulepad example",
  noFrame: "The example could not be loaded. The texts above are shown as they were written.",
  targetsNotRead: "The targets are not a JSON array of objects; they are left out of the answer.",
  leftOut: (members) => `Left out of the answer, as it is not known in a target: ${members.join(", ")}.`,
  sentence: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  verdictName: (verdict) => VERDICTS[verdict] ?? verdict,
};
