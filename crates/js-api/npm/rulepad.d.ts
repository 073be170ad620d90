// The functions as browsers and bundlers have them: each gives a promise, as its first call fetches a program.
import type * as node from "./node.js";

export type * from "./types.js";
export type * from "./subscribers.js";
export type { LineMatches } from "./node.js";

type Async<F extends (...values: never[]) => unknown> = (...values: Parameters<F>) => Promise<ReturnType<F>>;

/**
 * Everything about a draft: whether the event matches and why, and what each target receives.
 *
 * Never throws for broken texts: the report says what is wrong with them.
 */
export const evaluate: Async<typeof node.evaluate>;

/** Whether the event matches the pattern: what AWS's `TestEventPattern` answers. */
export const testEventPattern: Async<typeof node.testEventPattern>;

/** Whether the event matches the pattern, and why: a report without rule and targets. */
export const explain: Async<typeof node.explain>;

/** What a target with these input options receives for the event. */
export const render: Async<typeof node.render>;

/** Which rules each line of a text matches: many patterns and many events, one call for a slice of some megabytes. */
export const matchLines: Async<typeof node.matchLines>;

/**
 * Whether a subscriber of a custom event bus gets the events in a text, why, and what arrives at its target.
 *
 * Never throws for broken texts: the report says what is wrong with them.
 */
export const testSubscriber: Async<typeof node.testSubscriber>;

/** Whether filters accept the events in a text, and why. */
export const testFilters: Async<typeof node.testFilters>;

/** Whether a classic event crosses an event source, a request of `CreateEventSource`. */
export const testEventSource: Async<typeof node.testEventSource>;

/** What a JSONata expression, with its `{%` and `%}`, gives for the events in a text, and where each part came from. */
export const evaluateExpression: Async<typeof node.evaluateExpression>;

/** The fragment of a share link, without `#`. The same draft gives the same fragment. */
export const encodeShare: Async<typeof node.encodeShare>;

/** The draft in the fragment of a share link. Throws, in a sentence for the reader, where it is damaged. */
export const decodeShare: Async<typeof node.decodeShare>;

/** The version of Rulepad. */
export const version: Async<typeof node.version>;

/** The pattern with all obvious fixes applied. */
export const fixPattern: Async<typeof node.fixPattern>;

/** The event with all obvious fixes applied. */
export const fixEvent: Async<typeof node.fixEvent>;

/** The JSON text with two-space indents, numbers and key order as written; `null` while it is broken. */
export const format: Async<typeof node.format>;

/** The events in a text, whatever form it has, with the pattern's verdict on each. Never throws for broken texts. */
export const paste: Async<typeof node.paste>;

/**
 * What a DynamoDB table has after a function stored each payload with `PutItem`, in this order.
 *
 * Never throws for broken texts: the log says what is wrong with the table and with each payload.
 */
export const eventLog: Async<typeof node.eventLog>;

/** Keys to choose from for an event log of such payloads, those that look like a user and a time first. */
export const suggestKeys: Async<typeof node.suggestKeys>;

/** The rule as a file, which is in English in every language. Throws, in a sentence for the reader, while AWS refuses the pattern. */
export const exportRule: Async<typeof node.exportRule>;

/** The rules in a text, whatever form it has. Never throws for broken texts: the answer says what is wrong. */
export const importText: Async<typeof node.importText>;

/** The rules in several files, which may name one another. Never throws for broken texts. */
export const importFiles: Async<typeof node.importFiles>;

/** The rules in a text as subscribers of the custom event bus with this ARN, with every loss and every change. */
export const migrateRules: Async<typeof node.migrateRules>;
