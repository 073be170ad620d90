// The functions as Node has them: each answers at once. Those that word something take the language last.
import type {
  Dialect,
  Draft,
  EventLog,
  Exported,
  Format,
  Import,
  ImportedFiles,
  InputOptions,
  InputReport,
  Key,
  Lang,
  NamedText,
  PartialDraft,
  Pasted,
  Report,
  Table,
  Tested,
} from "./types.js";
import type {
  ExpressionOptions,
  ExpressionReport,
  Filter,
  Migrated,
  Published,
  SourceReport,
  SubscriberReport,
} from "./subscribers.js";

export type * from "./types.js";
export type * from "./subscribers.js";

/**
 * Everything about a draft: whether the event matches and why, and what each target receives.
 *
 * Never throws for broken texts: the report says what is wrong with them.
 */
export function evaluate(draft: PartialDraft, lang?: Lang | null): Report;

/** Whether the event matches the pattern: what AWS's `TestEventPattern` answers. */
export function testEventPattern(pattern: string, event: string, lang?: Lang | null): Tested;

/** Whether the event matches the pattern, and why: a report without rule and targets. */
export function explain(pattern: string, event: string, dialect?: Dialect | null, lang?: Lang | null): Report;

/** What a target with these input options receives for the event. */
export function render(event: string, options: InputOptions, lang?: Lang | null): InputReport;

/** What `matchLines` found. Lines and rules count from 0; blank lines count as lines and are no events. */
export interface LineMatches {
  /** How many events were read. */
  events: number;
  /** Pairs of a line and a rule that matches it, one number behind the other. */
  matched: Uint32Array;
  /** Pairs of a line and a rule that takes more work on it than Rulepad allows. */
  undecided: Uint32Array;
  /** Lines that are no events. */
  unread: Uint32Array;
}

/**
 * Which rules each line of a text matches: many patterns and many events, one call for a slice of some megabytes.
 *
 * The verdicts are those of `testEventPattern`. Patterns are compiled when they differ from those of the call before.
 * Throws, with its number and AWS's message, for a pattern that AWS refuses.
 */
export function matchLines(patterns: string[], lines: Uint8Array, lang?: Lang | null): LineMatches;

/**
 * Whether a subscriber of a custom event bus gets the events in a text, why, and what arrives at its target.
 *
 * `subscriber` is a request of `CreateSubscriber`, the answer of `GetSubscriber` or filters alone, a JSON text; `event` is
 * a classic event, a payload, an entry of a call, an event with its metadata or a log record. Never throws for broken
 * texts: the report says what is wrong with them.
 */
export function testSubscriber(
  subscriber: string,
  event: string,
  published?: Published | null,
  lang?: Lang | null,
): SubscriberReport;

/** Whether filters accept the events in a text, and why. */
export function testFilters(
  filters: Filter[],
  event: string,
  published?: Published | null,
  lang?: Lang | null,
): SubscriberReport;

/** Whether a classic event crosses an event source, a request of `CreateEventSource`. */
export function testEventSource(source: string, event: string, lang?: Lang | null): SourceReport;

/** What a JSONata expression, with its `{%` and `%}`, gives for the events in a text, and where each part came from. */
export function evaluateExpression(
  expression: string,
  event: string,
  options?: ExpressionOptions | null,
  lang?: Lang | null,
): ExpressionReport;

/** The fragment of a share link, without `#`. The same draft gives the same fragment. */
export function encodeShare(draft: PartialDraft): string;

/** The draft in the fragment of a share link. Throws, in a sentence for the reader, where it is damaged. */
export function decodeShare(fragment: string, lang?: Lang | null): Draft;

/** The version of Rulepad. */
export function version(): string;

/** The pattern with all obvious fixes applied. */
export function fixPattern(pattern: string, dialect?: Dialect | null): string;

/** The event with all obvious fixes applied. */
export function fixEvent(event: string): string;

/** The JSON text with two-space indents, numbers and key order as written; `null` while it is broken. */
export function format(json: string): string | null;

/** The events in a text, whatever form it has, with the pattern's verdict on each. Never throws for broken texts. */
export function paste(events: string, pattern: string, dialect?: Dialect | null, lang?: Lang | null): Pasted;

/**
 * What a DynamoDB table has after a function stored each payload with `PutItem`, in this order.
 *
 * Never throws for broken texts: the log says what is wrong with the table and with each payload.
 */
export function eventLog(table: Table, payloads: string[], lang?: Lang | null): EventLog;

/** Keys to choose from for an event log of such payloads, those that look like a user and a time first. */
export function suggestKeys(payload: string): Key[];

/** The rule as a file, which is in English in every language. Throws, in a sentence for the reader, while AWS refuses the pattern. */
export function exportRule(draft: PartialDraft, format: Format, lang?: Lang | null): Exported;

/** The rules in a text, whatever form it has. Never throws for broken texts: the answer says what is wrong. */
export function importText(text: string, lang?: Lang | null): Import;

/** The rules in several files, which may name one another. Never throws for broken texts. */
export function importFiles(files: NamedText[], lang?: Lang | null): ImportedFiles;

/**
 * The rules in a text, in any form that is imported, as subscribers of the custom event bus with this ARN: one for each
 * target. What cannot be kept is a loss, what behaves differently a change. Never throws for broken texts.
 */
export function migrateRules(text: string, bus: string, lang?: Lang | null): Migrated;
