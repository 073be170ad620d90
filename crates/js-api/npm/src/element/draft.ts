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

/** Targets that were read. */
export interface ReadTargets {
  targets: Partial<Target>[];
  /** Paths of members that no target has, such as `[0].Paused`. */
  leftOut: string[];
}

/** The targets of an example; `undefined` where it has none, `null` where the text cannot be read. */
export function targetsOf(texts: Texts): ReadTargets | null | undefined {
  const options = inputOptions(texts);
  if (texts.targets === undefined) {
    if (!options) return undefined;
    const path = options.input_path;
    const input: Target["input"] =
      path !== undefined && path !== null
        ? { option: "path", value: path }
        : { option: "transformer", value: { paths: options.input_paths_map ?? "", template: options.input_template ?? "" } };
    return { targets: [{ id: "target", input }], leftOut: [] };
  }
  let list: unknown;
  try {
    list = JSON.parse(texts.targets);
  } catch {
    return null;
  }
  const items = Array.isArray(list) ? list : [list];
  if (!items.every(isObject)) return null;
  const leftOut: string[] = [];
  const targets = items.map((item, index) =>
    "Arn" in item || "Id" in item ? fromPutTargets(item, `[${index}]`, leftOut) : (item as Partial<Target>),
  );
  return { targets, leftOut };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

/** Takes members out of an object, and remembers the others. */
class Members {
  readonly #value: Record<string, unknown>;
  readonly #taken = new Set<string>();
  constructor(value: Record<string, unknown>) {
    this.#value = value;
  }
  take(name: string): unknown {
    this.#taken.add(name);
    return this.#value[name];
  }
  /** An object; one of another type stays. */
  object(name: string): Members | undefined {
    const value = this.#value[name];
    if (!isObject(value)) return undefined;
    this.#taken.add(name);
    return new Members(value);
  }
  /** The member whose name ends so, as text. */
  ending(end: string): string {
    const own = Object.keys(this.#value).find((name) => name.endsWith(end) && isObject(this.#value[name]));
    return own === undefined ? "" : JSON.stringify(this.take(own), null, 2);
  }
  left(path: string): string[] {
    return Object.keys(this.#value).filter((name) => !this.#taken.has(name)).map((name) => `${path}.${name}`);
  }
}

/** A target as `PutTargets` takes it. */
function fromPutTargets(item: Record<string, unknown>, path: string, leftOut: string[]): Partial<Target> {
  const members = new Members(item);
  const target: Partial<Target> = {
    id: text(members.take("Id")),
    arn: text(members.take("Arn")),
    role_arn: text(members.take("RoleArn")),
  };
  const transformer = members.object("InputTransformer");
  if (transformer) {
    const paths = transformer.take("InputPathsMap");
    const value = {
      paths: paths === undefined ? "" : JSON.stringify(paths, null, 2),
      template: text(transformer.take("InputTemplate")),
    };
    target.input = { option: "transformer", value };
  } else if (item.InputPath !== undefined) {
    target.input = { option: "path", value: text(members.take("InputPath")) };
  } else if (item.Input !== undefined) {
    target.input = { option: "constant", value: text(members.take("Input")) };
  }
  const parameters = members.ending("Parameters");
  if (parameters) target.parameters = parameters;
  const queue = members.object("DeadLetterConfig");
  if (queue) target.dead_letter_arn = text(queue.take("Arn"));
  const retry = members.object("RetryPolicy");
  if (retry) {
    const [attempts, age] = ["MaximumRetryAttempts", "MaximumEventAgeInSeconds"].map((name) => retry.take(name));
    if (attempts !== undefined) target.retry_attempts = text(attempts);
    if (age !== undefined) target.event_age = text(age);
  }
  leftOut.push(...members.left(path));
  for (const [name, inner] of Object.entries({ InputTransformer: transformer, DeadLetterConfig: queue, RetryPolicy: retry })) {
    leftOut.push(...(inner?.left(`${path}.${name}`) ?? []));
  }
  return target;
}

/** The draft that a link carries: what is shown, over the draft that the embedded view was opened with. */
export function draftOf(texts: Texts, dialect: Dialect): PartialDraft {
  const draft = whole(texts.draft);
  const targets = targetsOf(texts)?.targets ?? draft.targets ?? [];
  const [own] = draft.targets ?? [];
  const [shown] = targets;
  // The input option of the only target is shown by itself.
  const merged = texts.targets === undefined && own && shown ? [{ ...own, input: shown.input ?? own.input }] : targets;
  return {
    ...draft,
    event: texts.event ?? draft.event ?? "",
    pattern: texts.pattern ?? draft.pattern ?? "",
    dialect,
    targets: merged,
  } as PartialDraft;
}

/** A draft as share links hold it; none of it where the text is not one. */
function whole(text: string | undefined): Partial<PartialDraft> {
  if (text === undefined) return {};
  try {
    const draft: unknown = JSON.parse(text);
    return isObject(draft) ? (draft as Partial<PartialDraft>) : {};
  } catch {
    return {};
  }
}
