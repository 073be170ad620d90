// The questions that the texts of an example ask the programs.
import type { Dialect, InputReport, Rendered, Report } from "../../../src/types";
import { problemsOf, type Found } from "./answer";
import { ask } from "./client";
import { draftOf, inputOptions, targetsOf, type Texts } from "./draft";
import type { Lang } from "./lang";
import { words as wordsOf } from "./words";

/** The answer to the texts in a language. */
export async function answerTo(texts: Texts, dialect: Dialect, lang: Lang): Promise<Found> {
  const words = wordsOf(lang);
  if (texts.targets === undefined) return toInputOptions(texts, dialect, lang);
  const read = targetsOf(texts);
  if (!read) return { ...(await toInputOptions(texts, dialect, lang)), leftOut: words.targetsNotRead };
  const report = (await ask("evaluate", [draftOf(texts, dialect), lang])) as Report;
  const payloads = report.targets.flatMap(({ rendered }, index) => {
    const target = read.targets[index];
    return rendered ? [{ title: words.payloadOf(target?.id || target?.arn || String(index + 1)), rendered }] : [];
  });
  // Without a pattern the targets alone are the example.
  const matched = texts.pattern === undefined ? { ...report, pattern: [] } : report;
  return {
    report: texts.pattern === undefined ? null : report,
    payloads,
    hasEvent: texts.event !== undefined,
    problems: problemsOf(matched, null, []),
    leftOut: read.leftOut.length > 0 ? words.leftOut(read.leftOut) : "",
  };
}

/** The answer without targets: the pattern's, and the payload of one target with the input options. */
async function toInputOptions(texts: Texts, dialect: Dialect, lang: Lang): Promise<Found> {
  const words = wordsOf(lang);
  const { event, pattern } = texts;
  const hasEvent = event !== undefined;
  const options = inputOptions(texts);
  const [report, input] = await Promise.all([
    pattern === undefined ? null : (ask("explain", [pattern, event ?? "{}", dialect, lang]) as Promise<Report>),
    options && hasEvent ? (ask("render", [event, options, lang]) as Promise<InputReport>) : null,
  ]);
  const rendered: Rendered[] = input?.rendered ? [input.rendered] : [];
  const title = report && report.verdict !== "match" ? words.payloadIfMatched : words.payload;
  const problems = problemsOf(report, input, rendered);
  return {
    report,
    payloads: rendered.map((one) => ({ title, rendered: one })),
    hasEvent,
    problems: hasEvent ? problems : problems.filter(({ labels }) => labels[0]?.document !== "event"),
    leftOut: "",
  };
}
