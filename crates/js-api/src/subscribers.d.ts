// Subscribers of custom event buses, and JSONata expressions.
import type { Diagnostic, Edit, Span } from "./types.js";

/** How events were published, where their shape does not show it; `"recognize"` where it is left out. */
export type Published = "recognize" | "put-events" | "put-raw-events";

/** The part of an event that a filter reads. */
export type Scope = "DATA" | "METADATA" | "SYSTEM_METADATA";

/** A filter: `pattern` is a JSON text, valid or not. */
export interface Filter {
  scope: Scope;
  pattern: string;
}

export type SubscriberVerdict =
  /** Every filter accepts the event. */
  | "match"
  /** A filter does not. */
  | "no_match"
  /** AWS refuses a filter. */
  | "filter_error"
  /** AWS refuses something else of the subscriber. */
  | "subscriber_error"
  /** The text has no event, or AWS refuses it. */
  | "event_error"
  /** It depends on what AWS alone sets, or on what is not documented. */
  | "undecided";

/** What a subscriber makes of events, already worded. */
export interface SubscriberReport {
  /** Of several events the worst: no verdict, then no match. */
  verdict: SubscriberVerdict;
  /** The verdict in words. */
  headline: string;
  /** Problems of the text of the subscriber, with those of its filters; spans are of it. */
  subscriber: Diagnostic[];
  /** The filters with their problems. */
  filters: FilterReport[];
  /** The target; `null` where there are filters alone. */
  target: SubscriberTarget | null;
  /** The events, in the order of the text. */
  events: SubscriberEvent[];
  /** Problems of the text with the events; spans are of it. */
  event: Diagnostic[];
  /** What was done to the text to get the events, a sentence each. */
  notes: string[];
  /** What is not verified about all of it, a sentence each. */
  unverified: string[];
}

/** A filter with its problems, and the traps that events fell into; spans are of `pattern`. */
export interface FilterReport {
  scope: Scope;
  pattern: string;
  diagnostics: Diagnostic[];
}

/** The target of a subscriber. */
export interface SubscriberTarget {
  /** What it is; `null` where it is no target. */
  kind: string | null;
  /** Whether AWS refuses the subscriber at create. */
  refused_at_create: boolean;
  /** Whether the target refuses every delivery of a subscriber that AWS takes. */
  refused_by_target: boolean;
  /** Who refuses each problem of the target; the problem is in `subscriber` of the report too. */
  findings: { refusal: "at_create" | "by_target" | "nobody"; diagnostic: Diagnostic }[];
  /** How events are delivered, one sentence each. */
  settings: string[];
  /** The policies of the role: `text` is a JSON text. */
  policies: { title: string; text: string }[];
  /** What is not verified about it, a sentence each. */
  unverified: string[];
}

/** What a subscriber makes of one event. */
export interface SubscriberEvent {
  verdict: SubscriberVerdict;
  /** The verdict in words. */
  headline: string;
  /** What the text was taken for, in a sentence. */
  said: string;
  /** The call that published it; `null` where nothing shows it. */
  published: "put-events" | "put-raw-events" | null;
  /** The event with its three parts, a JSON text. */
  event: string;
  /** What every filter found, in their order. */
  scopes: ScopeReport[];
  /** What arrives at the target if the event passes; `null` where there is no target. */
  arrives: Arrived | null;
  /** What is not verified about the verdict, a sentence each. */
  unverified: string[];
}

/** What a filter found. */
export interface ScopeReport {
  scope: Scope;
  /** Whether it accepts the event; `null` where that is not known. */
  holds: boolean | null;
  /** What came of it, in short. */
  summary: string;
  /** Every condition and branch; `depth` counts the branches of `$or` around it. */
  why: SubscriberLine[];
}

/** A condition, or an `$or` with the conditions of its branches below it. */
export interface SubscriberLine {
  /** How deep it is in `$or`. */
  depth: number;
  kind: "condition" | "any_of";
  /** The name of the field; `$or`. */
  name: string;
  holds: boolean;
  /** What happened, with the name of the field. */
  sentence: string;
  /** What it requires; blank for `$or`. */
  wants: string;
  /** What it saw; blank where it saw nothing. */
  saw: string;
  /** Whether `saw` beside `wants` says all that the sentence does. */
  contrast: boolean;
  /** Where it is in the pattern of its filter. */
  pattern: Span;
  /** The values it looked at, in the text of the event on the bus. */
  event: Span[];
  /** What nearly matched, with the edits of the pattern that would close it. */
  near: { text: string; edits: Edit[] }[];
}

/** What arrives at the target for one event. */
export interface Arrived {
  outcome:
    /** `payload` is the text that arrives. */
    | "text"
    /** Bytes arrive; `payload` is their Base64. */
    | "bytes"
    /** The expression gives nothing: the delivery of this event fails, and is retried. */
    | "failed"
    /** The target gets a request instead: a parameter has it. */
    | "request"
    /** It is not known. */
    | "not_known";
  payload: string | null;
  /** What one call carries where the batch has no other event, if that is not the payload itself. */
  call: string | null;
  /** Where each part of the payload came from, in order: spans of it, of the expression, and of the event on the bus. */
  pieces: {
    out: Span;
    kind: "expression" | "event" | "made_from" | "computed";
    /** The part of the transformer's expression; `null` without one. */
    expression: Span | null;
    event: Span[];
  }[];
  /** What the expression reads, in the event on the bus; all else has no influence. */
  reads: Span[];
  /** The parameters that are expressions; `value` is `null` where the expression gives none. */
  parameters: { path: string; value: string | null }[];
  /** What is not verified about it, a sentence each. */
  unverified: string[];
}

/** What an event source makes of an event of its origin. */
export interface SourceReport {
  /** Whether the event comes to the bus; `"subscriber_error"` where AWS refuses the source. */
  verdict: SubscriberVerdict;
  headline: string;
  /** Problems of the text of the source; spans are of it. */
  source: Diagnostic[];
  /** Problems of the text of the event; spans are of it. */
  event: Diagnostic[];
  /** Every condition of the pattern, one sentence each. */
  why: string[];
  /** The `SYSTEM_METADATA` filter that accepts what comes from this source alone, a JSON text. */
  proof: string | null;
  /** What is not verified about it, a sentence each. */
  unverified: string[];
}

/** How an expression is evaluated; everything may be left out. */
export interface ExpressionOptions {
  published?: Published;
  /** Where it is used, which decides its length and whether it may be a literal; `"transformer"` where it is left out. */
  use?: "transformer" | "parameter" | "universal_input";
  /** Whether `$events` is an array of all events, as in parameters of Lambda and Step Functions targets. */
  batch?: boolean;
  /** The time of `$now` in milliseconds since 1970; that of the event where it is left out. */
  now?: number | null;
  /** What decides the numbers of `$random`, `$shuffle` and `$uuid`; 0 where it is left out. */
  seed?: number;
}

/** What a JSONata expression gives for events. */
export interface ExpressionReport {
  /** Whether the text is an expression: `false` for a literal. */
  is_expression: boolean;
  /** Whether AWS refuses the text when a subscriber is created. */
  is_refused: boolean;
  /** Problems of the text and of its results; spans are of it. */
  expression: Diagnostic[];
  /** Problems of the text with the events; spans are of it. */
  event: Diagnostic[];
  /** The events as they were read: what each was taken for, and its JSON text. */
  events: { said: string; event: string }[];
  /** One for each event, or one for the batch; none where the text is refused or a literal. */
  results: Evaluated[];
}

/** What an expression gives for an event, or for a batch. */
export interface Evaluated {
  /** `"nothing"`, `"null"`, `"failed"` and `"stopped"` fail a delivery. */
  outcome: "delivered" | "nothing" | "null" | "function" | "failed" | "stopped";
  /** What arrives: of a string its characters, of everything else JSON; `null` without a value. */
  text: string | null;
  kind: "string" | "number" | "boolean" | "array" | "object" | null;
  /** Where each part of `text` came from: in order, without gap or overlap. */
  pieces: ResultPiece[];
  /** What the expression reads; everything else of the events has no influence. */
  reads: EventPlace[];
  /** What the predicates of the expression let through, in the order in which they were applied. */
  filtered: Filtered[];
  /** What is not verified about the result, a sentence each. */
  unverified: string[];
}

/** What a predicate, such as `[total > 500]`, let through of a sequence. */
export interface Filtered {
  /** The predicate, in the expression. */
  span: Span;
  /** How many elements it was tried on. */
  tested: number;
  /** The places of those that passed in the sequence, from 0. */
  passed: number[];
  /** How many more passed, beyond what is listed. */
  more: number;
}

/** A stretch of a result with one origin. */
export interface ResultPiece {
  /** A span of `text`. */
  out: Span;
  from:
    /** Written in the expression. */
    | "expression"
    /** A value of the event, copied. */
    | "event"
    /** Made from the values in `places` and nothing else, by a function such as `$uppercase`. */
    | "made_from"
    /** Computed; `places` has every value that can have influence. */
    | "computed";
  /** The part of the expression that makes it. */
  span: Span;
  places: EventPlace[];
}

/** A value in one of the events; `span` is of its JSON text in `events`. */
export interface EventPlace {
  event: number;
  /** The part of the event; `null` for the whole. */
  scope: Scope | null;
  span: Span;
}

/** The rules of a text as subscribers of a custom event bus. */
export interface Migrated {
  /** What the text is, for a person; blank where nothing of it was known. */
  form: string;
  rules: MigratedRule[];
  /** What stands in the way, and what could not be taken; spans are of the text. */
  diagnostics: Diagnostic[];
}

/** A rule as subscribers. */
export interface MigratedRule {
  /** What tells it apart from the others of the text. */
  label: string;
  /** What was changed or left out when it was read. */
  notes: string[];
  /** The event sources that the bus needs for the events of AWS services and of a partner. */
  sources: MigratedSource[];
  /** One for each target, in their order; none where the pattern cannot be written as a filter. */
  targets: MigratedTarget[];
  /** What of the rule and its pattern is lost, a sentence each. */
  losses: string[];
  /** What behaves differently for every target, a sentence each. */
  changes: string[];
}

/** An event source that the bus needs. */
export interface MigratedSource {
  /** Whose events it brings: an AWS service such as `aws.s3`, or a partner's event source. */
  origin: string;
  /** The request of `CreateEventSource`, a JSON text. */
  request: string;
  /** What is wrong with it; spans are of it. */
  problems: Diagnostic[];
}

/** A target as a subscriber. */
export interface MigratedTarget {
  /** The id of the target. */
  id: string;
  /** The subscriber; `null` where a loss says why there is none. */
  subscriber: MigratedSubscriber | null;
  losses: string[];
  changes: string[];
}

/** A subscriber that takes over from a target. */
export interface MigratedSubscriber {
  /** The request of `CreateSubscriber`, a JSON text. */
  request: string;
  /** What is wrong with it; spans are of it. */
  problems: Diagnostic[];
  /** The policies of its role: `text` is a JSON text. */
  policies: { title: string; text: string }[];
  /** Whether the role does not exist yet: its ARN in the request is a proposal. */
  is_new_role: boolean;
}
