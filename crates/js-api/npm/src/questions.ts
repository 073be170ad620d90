// What people ask, and which programs answer: the same table for Node, for browsers and for the worker of examples.

/** The programs of `programs/`, each in its own file. */
export type ProgramName =
  | "evaluate"
  | "draft"
  | "bulk"
  | "subscriber"
  | "share"
  | "tools"
  | "export"
  | "import"
  | "migrate"
  | KoreanName;

/** Programs that also write Korean; those without it are a tenth smaller, and English needs no more. */
export type KoreanName = "evaluate_ko" | "draft_ko" | "bulk_ko" | "subscriber_ko";

const KOREAN: Partial<Record<ProgramName, KoreanName>> = {
  evaluate: "evaluate_ko",
  draft: "draft_ko",
  bulk: "bulk_ko",
  subscriber: "subscriber_ko",
};

/**
 * A program that runs: its functions take texts, JSON and bytes, and give JSON, a list of numbers or, for an answer
 * they leave open, nothing.
 */
export type Program = Readonly<Record<string, (...values: unknown[]) => string | Uint32Array | undefined>>;

/** The arguments that a program is asked with; `undefined` where it cannot be asked. */
type Pass = (values: readonly unknown[]) => unknown[] | undefined;

/** One question: the programs that are asked in turn. */
interface Question {
  programs: readonly (readonly [ProgramName, Pass])[];
  /** Whether the answer is a text rather than JSON. */
  isText?: boolean;
  /** Which argument is the language of the answer. */
  lang?: number;
  /** Reads an answer of numbers. */
  read?: (answer: Uint32Array) => unknown;
}

/** `t` for a text, which is passed on as it is, `o` for an object, which is passed on as JSON. */
const pass =
  (kinds: string): Pass =>
  (values) =>
    [...kinds].map((kind, index) => (kind === "o" ? json(values[index]) : values[index]));

const OPTIONS = [
  "input_path",
  "input",
  "input_paths_map",
  "input_template",
  "rule_name",
  "rule_arn",
  "ingestion_time",
] as const;

/** Input options one by one: the small program takes no objects. */
const passOptions: Pass = ([event, options, lang]) => {
  if (typeof options !== "object" || options === null) return undefined;
  const given = options as Record<string, unknown>;
  if (Object.values(given).some((value) => value != null && typeof value !== "string")) return undefined;
  if (given.arn || given.parameters || given.endpoint) return undefined;
  return [event, ...OPTIONS.map((name) => given[name] ?? undefined), lang];
};

/** Patterns, bytes and the language: the bytes cross as they are. */
const passLines: Pass = ([patterns, lines, lang]) => {
  if (!(lines instanceof Uint8Array)) throw new TypeError("`lines` must be a `Uint8Array`, the bytes of the lines");
  return [json(patterns), lines, lang];
};

/** The parts of an answer of `matchLines`; `bulk.rs` has their order. */
const readMatches = (answer: Uint32Array): unknown => {
  const [events = 0, undecided = 0, unread = 0] = answer;
  const ends = [3, 3 + 2 * undecided, 3 + 2 * undecided + unread] as const;
  return {
    events,
    matched: answer.slice(ends[2]),
    undecided: answer.slice(ends[0], ends[1]),
    unread: answer.slice(ends[1], ends[2]),
  };
};

const QUESTIONS = {
  evaluate: { programs: [["draft", pass("ot")]], lang: 1 },
  testEventPattern: { programs: [["evaluate", pass("ttt")], ["draft", pass("ttt")]], lang: 2 },
  explain: { programs: [["evaluate", pass("tttt")], ["draft", pass("ttot")]], lang: 3 },
  render: { programs: [["evaluate", passOptions], ["draft", pass("tot")]], lang: 2 },
  matchLines: { programs: [["bulk", passLines]], read: readMatches, lang: 2 },
  testSubscriber: { programs: [["subscriber", pass("ttot")]], lang: 3 },
  testFilters: { programs: [["subscriber", pass("otot")]], lang: 3 },
  testEventSource: { programs: [["subscriber", pass("ttt")]], lang: 2 },
  evaluateExpression: { programs: [["subscriber", pass("ttot")]], lang: 3 },
  version: { programs: [["evaluate", pass("")]], isText: true },
  encodeShare: { programs: [["share", pass("o")]], isText: true },
  decodeShare: { programs: [["share", pass("tt")]] },
  fixPattern: { programs: [["tools", pass("to")]] },
  fixEvent: { programs: [["tools", pass("t")]] },
  format: { programs: [["tools", pass("t")]] },
  paste: { programs: [["tools", pass("ttot")]] },
  eventLog: { programs: [["tools", pass("oot")]] },
  suggestKeys: { programs: [["tools", pass("t")]] },
  exportRule: { programs: [["export", pass("oot")]] },
  importText: { programs: [["import", pass("tt")]] },
  migrateRules: { programs: [["migrate", pass("ttt")]] },
  importFiles: { programs: [["import", pass("ot")]] },
} as const satisfies Record<string, Question>;

/** The name of a function. */
export type QuestionName = keyof typeof QUESTIONS;

/** The programs that may answer a question, in the order in which they are asked. */
export function programsFor(name: QuestionName, values: readonly unknown[]): readonly ProgramName[] {
  const { programs, lang }: Question = QUESTIONS[name];
  const isKorean = lang !== undefined && /^ko(?![a-z])/i.test(String(values[lang]));
  return programs.map(([program]) => (isKorean && KOREAN[program]) || program);
}

/** Asks a program; `undefined` where it leaves the answer to the next one. */
export function ask(
  { name: programName, program }: { name: ProgramName; program: Program },
  name: QuestionName,
  values: readonly unknown[],
): unknown {
  const question: Question = QUESTIONS[name];
  const passed = question.programs.find(([one]) => one === programName || KOREAN[one] === programName)?.[1](values);
  const answer = passed && program[name]?.(...passed);
  if (answer === undefined || question.isText) return answer;
  return typeof answer === "string" ? JSON.parse(answer) : question.read?.(answer as Uint32Array);
}

/** JSON as Rust reads it: a text has no half of a surrogate pair. `undefined` is `null`. */
const json = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? wellFormed(part) : part)) ?? "null";

const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : "\ufffd"));
