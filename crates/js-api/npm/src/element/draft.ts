// From the texts of an example to the questions that a program answers, and to the draft of a link.
import type { Dialect, InputOptions, PartialDraft, Target } from "../../../src/types";

/** The texts of an example, by the names of `data-part`. */
export type Texts = Readonly<Record<string, string | undefined>>;

/** The parts that are texts to show, in the order in which they are shown where the document has none. */
export const SHOWN = ["pattern", "event", "input-path", "paths", "template", "targets"] as const;

const DIALECTS: readonly string[] = [
  "rule",
  "archive",
  "pipes",
  "event_source_mapping",
  "sns_attributes",
  "sns_body",
] satisfies Dialect[];

/** The dialect of an attribute; the rule's where it names none. */
export const dialectOf = (name: string): Dialect => (DIALECTS.includes(name) ? (name as Dialect) : "rule");

/** The input options of an example; `undefined` where it has none. */
export function inputOptions(texts: Texts): InputOptions | undefined {
  const path = texts["input-path"];
  if (path !== undefined) return { input_path: path.trim() };
  const { paths, template } = texts;
  if (template === undefined && paths === undefined) return undefined;
  return { input_paths_map: paths ?? null, input_template: template ?? "" };
}

/** The targets of an example; `undefined` where it has none, `null` where the text cannot be read. */
export function targetsOf(texts: Texts): Partial<Target>[] | null | undefined {
  const options = inputOptions(texts);
  if (texts.targets === undefined) {
    if (!options) return undefined;
    const path = options.input_path;
    if (path !== undefined && path !== null) return [{ id: "target", input: { option: "path", value: path } }];
    const value = { paths: options.input_paths_map ?? "", template: options.input_template ?? "" };
    return [{ id: "target", input: { option: "transformer", value } }];
  }
  let list: unknown;
  try {
    list = JSON.parse(texts.targets);
  } catch {
    return null;
  }
  const items = Array.isArray(list) ? list : [list];
  if (!items.every((item): item is Record<string, unknown> => typeof item === "object" && item !== null)) return null;
  return items.map((item) => ("Arn" in item || "Id" in item ? fromPutTargets(item) : (item as Partial<Target>)));
}

const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

/** A target as `PutTargets` takes it. */
function fromPutTargets(item: Record<string, unknown>): Partial<Target> {
  const target: Partial<Target> = { id: text(item.Id), arn: text(item.Arn), role_arn: text(item.RoleArn) };
  const transformer = item.InputTransformer as Record<string, unknown> | undefined;
  if (typeof transformer === "object" && transformer !== null) {
    const paths = transformer.InputPathsMap;
    const value = {
      paths: paths === undefined ? "" : JSON.stringify(paths, null, 2),
      template: text(transformer.InputTemplate),
    };
    target.input = { option: "transformer", value };
  } else if (item.InputPath !== undefined) {
    target.input = { option: "path", value: text(item.InputPath) };
  } else if (item.Input !== undefined) {
    target.input = { option: "constant", value: text(item.Input) };
  }
  const own = Object.keys(item).find((name) => name.endsWith("Parameters") && typeof item[name] === "object");
  if (own) target.parameters = JSON.stringify(item[own], null, 2);
  const queue = item.DeadLetterConfig as { Arn?: unknown } | undefined;
  if (queue?.Arn !== undefined) target.dead_letter_arn = text(queue.Arn);
  const retry = item.RetryPolicy as { MaximumRetryAttempts?: unknown; MaximumEventAgeInSeconds?: unknown } | undefined;
  if (retry?.MaximumRetryAttempts !== undefined) target.retry_attempts = text(retry.MaximumRetryAttempts);
  if (retry?.MaximumEventAgeInSeconds !== undefined) target.event_age = text(retry.MaximumEventAgeInSeconds);
  return target;
}

/** The draft that a link carries. */
export function draftOf(texts: Texts, dialect: Dialect): PartialDraft {
  const targets = targetsOf(texts) ?? [];
  return { event: texts.event ?? "", pattern: texts.pattern ?? "", dialect, targets };
}
