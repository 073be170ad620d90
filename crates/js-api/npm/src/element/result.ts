// The verdict, its reasons, the problems and the payloads, as elements.
import type { Diagnostic, Edit, Line, Rendered, Report } from "../../../src/types";
import type { Found } from "./answer";
import { element, prose } from "./dom";
import { painted, type Mark } from "./paint";
import type { Words } from "./words";

type Tone = "good" | "bad" | "caution" | "plain";

const SHAPES: Record<Tone, string> = { good: "✓", bad: "✗", caution: "!", plain: "·" };

const toneOf = (report: Report): Tone =>
  report.verdict === "match" ? "good" : report.verdict === "no_match" ? "bad" : "caution";

const glyph = (tone: Tone, label?: string): HTMLElement =>
  element("span", { class: `glyph ${tone}`, ...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" }) }, SHAPES[tone]);

/** The verdict in a band. */
export function verdictBand(found: Found): HTMLElement[] {
  const { report } = found;
  if (!report) return [];
  if (!found.hasEvent && report.verdict !== "pattern_error") {
    const sentence = report.in_words?.sentence;
    return sentence ? [element("div", { class: "band plain" }, element("p", { class: "summary" }, ...prose(sentence)))] : [];
  }
  const tone = toneOf(report);
  const said = element("div", {}, element("p", { class: "headline" }, report.headline));
  if (report.summary) said.append(element("p", { class: "summary" }, ...prose(report.summary)));
  return [element("div", { class: `band ${tone}` }, glyph(tone), said)];
}

/** What the lines of the reasons do. */
export interface WhyEvents {
  /** A line is pointed at, or none. */
  point(line: number | undefined): void;
  /** Edits of the pattern; absent where it cannot be edited. */
  apply?: ((edits: Edit[]) => void) | undefined;
}

/** The reasons, line by line, with the words of the page. */
export function whyLines(report: Report, words: Words, events: WhyEvents): HTMLElement[] {
  return report.why.map((line, index) => {
    const tone: Tone = line.holds ? "good" : "bad";
    const item = element(
      "li",
      { class: `line ${line.kind} ${tone}` },
      glyph(tone, line.holds ? words.met : words.failed),
      element("div", { class: "said" }, ...lineBody(line, words), ...nearMisses(line, words, events)),
    );
    // Levels are few; a style sheet knows them by number.
    item.dataset.depth = String(Math.min(line.depth, 6));
    item.addEventListener("pointerenter", () => events.point(index));
    item.addEventListener("pointerleave", () => events.point(undefined));
    return item;
  });
}

function lineBody(line: Line, words: Words): (Node | string)[] {
  const name = element("code", { class: "name" }, line.name);
  const value = (label: string, text: string, kind: string): HTMLElement =>
    element("span", { class: `value ${kind}` }, element("span", { class: "what" }, `${label} `), element("code", {}, text));
  if (line.kind === "branch") return [name];
  if (line.kind === "condition" && line.holds && line.saw) return [name, " ", element("code", { class: "saw" }, line.saw)];
  if (line.kind === "condition" && !line.holds && line.contrast) {
    return [name, " ", value(words.eventHas, line.saw, "has"), " ", value(words.patternNeeds, line.wants, "needs")];
  }
  return [name, " ", element("span", { class: "sentence" }, ...prose(line.sentence))];
}

function nearMisses(line: Line, words: Words, { apply }: WhyEvents): HTMLElement[] {
  return line.near.map(({ text, edits }) => {
    const shown = element("p", { class: "near" }, ...prose(text));
    if (apply && edits.length > 0) shown.append(" ", fixButton(words.useIt, words.useItFor(text), () => apply(edits)));
    return shown;
  });
}

function fixButton(text: string, label: string, run: () => void): HTMLElement {
  const button = element("button", { type: "button", class: "fix", "aria-label": label.replace(/`/g, "") }, text);
  button.addEventListener("click", run);
  return button;
}

/** Problems with their fixes; `apply` is asked for the text that a fix is for. */
export function problemLines(
  found: Found,
  words: Words,
  apply: (document: string) => ((edits: Edit[]) => void) | undefined,
): HTMLElement[] {
  const lines = found.problems.map((problem) => problemLine(problem, words, apply));
  const aws = found.report?.aws_error;
  if (aws) {
    const line = element(
      "li",
      { class: "aws" },
      element("span", { class: "what" }, `${words.awsAnswers}: `),
      element("code", { lang: "en" }, aws.split("\n at [")[0] ?? aws),
    );
    const gloss = found.report?.aws_gloss;
    if (gloss) line.append(element("p", { class: "what" }, `${words.awsMeans}: `, ...prose(gloss)));
    lines.unshift(line);
  }
  return lines;
}

function problemLine(
  { severity, message, help, labels }: Diagnostic,
  words: Words,
  applyTo: (document: string) => ((edits: Edit[]) => void) | undefined,
): HTMLElement {
  const said = element("div", { class: "said" }, element("p", {}, ...prose(words.sentence(message))));
  const apply = labels[0] ? applyTo(labels[0].document) : undefined;
  for (const { text, edits } of help.slice(0, 2)) {
    const line = element("p", { class: "help" }, ...prose(words.sentence(text)));
    if (apply && edits.length > 0) line.append(" ", fixButton(words.fix, words.fixFor(text), () => apply(edits)));
    said.append(line);
  }
  const tone: Tone = severity === "error" ? "bad" : "caution";
  const word = severity === "error" ? words.error : severity === "warning" ? words.warning : words.note;
  return element("li", { class: `line problem ${tone}` }, glyph(tone, word), said);
}

/** A payload with the origin of its parts, or why nothing arrives. */
export function payload(title: string, rendered: Rendered, words: Words): HTMLElement {
  const { outcome } = rendered;
  const box = element("div", { class: "payload", role: "group", "aria-label": title }, element("div", { class: "label" }, title));
  // What AWS says is in English in every language.
  const reason = (label: string, text: string, lang?: string): void =>
    void box.append(
      element("p", { class: "state" }, glyph("caution"), element("strong", {}, label), ": ", element("span", { lang }, ...prose(text))),
    );
  if (outcome.outcome === "refused") reason(words.refused, outcome.message, "en");
  if (outcome.outcome === "not_delivered") reason(words.notDelivered, outcome.reason);
  if (outcome.outcome === "unknown") reason(words.unknown, outcome.reason);
  const arrives = outcome.outcome === "delivered" ? outcome : "would_be" in outcome ? outcome.would_be : null;
  if (arrives) {
    const marks: Mark[] = arrives.pieces
      .filter(({ origin }) => origin.from === "variable")
      .map(({ out }) => ({ span: out, kind: "from-event" }));
    box.append(element("pre", { class: "paint" }, ...painted(arrives.text, marks)));
  }
  return box;
}
