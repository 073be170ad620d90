/** A half-open range of UTF-16 units of one text: `text.slice(span.start, span.end)`. */
export interface Span {
  start: number;
  end: number;
}

/** What a person is editing. The texts are as typed, valid or not. */
export interface Draft {
  /** The event, a JSON text. */
  event: string;
  /** The event pattern, a JSON text. */
  pattern: string;
  /** Who reads the pattern. */
  dialect: Dialect;
  rule: Rule;
  targets: Target[];
  /** The values in the texts that only the text the rule was read from knows. */
  references?: ValueReference[];
  /** The table of the event log: which values of what arrives are its keys. */
  table?: Table;
  /** The text the rule was read from; an export to its format is written back into it. */
  origin?: ImportOrigin;
}

/** A value that is known only at deploy time; the texts have `shown` in its place. */
export interface ValueReference {
  /** `${` and `}` around a name. A `${…}` that no reference shows is literal text. */
  shown: string;
  language: "cloudformation" | "terraform" | "serverless" | "pulumi" | "shell" | "program";
  /** The expression: as written in Terraform, as compact JSON of the function in CloudFormation. */
  source: string;
}

/** A whole text, and the name of the rule's resource in it. */
export interface ImportOrigin {
  text: string;
  resource: string;
}

/** A table with a partition key and, unless its name is blank, a sort key. */
export interface Table {
  partition: Key;
  sort: Key;
}

/** An attribute and the path of its value in what arrives. */
export interface Key {
  name: string;
  path: string;
}

/** A draft of which anything may be left out. */
export interface PartialDraft {
  event?: string;
  pattern?: string;
  /** `"rule"` where it is left out. */
  dialect?: Dialect;
  rule?: Partial<Rule>;
  targets?: Partial<Target>[];
  references?: ValueReference[];
  table?: Table;
}

/** Who reads the pattern, and with it what is tried: an event, a record of a source, a message. */
export type Dialect = "rule" | "archive" | "pipes" | "event_source_mapping" | "sns_attributes" | "sns_body";

/**
 * The language of sentences; English where none is given. Of a longer tag the first part counts: `ko-KR` is Korean. What
 * AWS says, names of fields and codes are the same in every language.
 */
export type Lang = "en" | "ko";

/** A rule's own properties, as PutRule names them; blank for none. */
export interface Rule {
  name: string;
  /** A name or an ARN; blank for the default bus. */
  event_bus: string;
  description: string;
  state: State;
  role_arn: string;
  /** `ScheduleExpression`. */
  schedule?: string;
  tags?: Tag[];
  /** The account and Region in the rule's own ARN, where an imported text had it. */
  location?: Location;
}

/** A tag of a rule. */
export interface Tag {
  key: string;
  value: string;
}

/** An account and a Region; each blank where it is not known. */
export interface Location {
  partition: string;
  region: string;
  account: string;
}

export type State = "ENABLED" | "DISABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** One target of a rule, as PutTargets names it; blank for none. */
export interface Target {
  id: string;
  arn: string;
  role_arn: string;
  input: Input;
  /** The property that only this kind of target has, such as `EcsParameters`, a JSON text. */
  parameters?: string;
  /** `DeadLetterConfig.Arn`. */
  dead_letter_arn?: string;
  /** `RetryPolicy.MaximumRetryAttempts`, 0 to 185, as typed. */
  retry_attempts?: string;
  /** `RetryPolicy.MaximumEventAgeInSeconds`, 60 to 86,400, as typed. */
  event_age?: string;
  /** What an API destination calls, such as `POST https://example.com/orders/*`. */
  endpoint?: string;
}

/** What a target asks to receive: one of AWS's four options. */
export type Input =
  | { option: "matched_event" }
  /** `InputPath`. */
  | { option: "path"; value: string }
  /** `Input`, a JSON text. */
  | { option: "constant"; value: string }
  /** `InputTransformer`: `InputPathsMap`, a JSON text or blank, and `InputTemplate`. */
  | { option: "transformer"; value: { paths: string; template: string } };

export type Verdict =
  /** The event matches. */
  | "match"
  /** It does not. */
  | "no_match"
  /** AWS refuses the pattern. */
  | "pattern_error"
  /** AWS refuses the event. */
  | "event_error"
  /** The work limit was reached. */
  | "undecided";

/** A verdict, and AWS's message for a refused pattern or ours for an event that cannot be read. */
export interface Tested {
  verdict: Verdict;
  message: string | null;
}

/** The answer to one draft, already worded. */
export interface Report {
  verdict: Verdict;
  /** The verdict in two or three words. */
  headline: string;
  /** What decided it, in a sentence; empty when the headline says it all. */
  summary: string;
  /** The verdict and its reason as one plain text: what a document stores under an example. */
  answer: string;
  /** What the dialect did to the record before it was tried, a sentence each. */
  notes: string[];
  /** Problems of the event, in the order of the text. */
  event: Diagnostic[];
  /** What the event's text is where it is not one event, and events can be read from it. */
  wrapped: Wrapped | null;
  /** Problems of the pattern, in the order of the text. */
  pattern: Diagnostic[];
  /** What AWS answers to this pattern, word for word, when it refuses it. */
  aws_error: string | null;
  /** What that means in the language of the report; left out in English, and where it is not known. */
  aws_gloss?: string;
  /** The explanation in the order of the pattern, one line a condition or branch. */
  why: Line[];
  /** The explanation as data; `null` where there is no verdict. */
  explanation: Explanation | null;
  /** What the pattern asks, as a sentence and as a formula; `null` where AWS refuses it. */
  in_words: { sentence: string; formula: string } | null;
  /** What the wildcards cost; `null` without wildcards, and where something else is wrong with the pattern. */
  complexity: Complexity | null;
  /** Problems of the rule's own properties. */
  rule: Diagnostic[];
  /** What each target receives, in the draft's order. */
  targets: TargetReport[];
}

/** A text that is something other than one event. */
export interface Wrapped {
  /** What it is, with its article. */
  form: string;
  /** How many events can be read from it. */
  count: number;
  /** Both in a sentence. */
  sentence: string;
}

/** What a pasted text holds. */
export interface Pasted {
  /** What the text is, with its article. */
  form: string;
  /** What was done to the whole text, a sentence each. */
  said: string[];
  /** The events, in the order of the text; in the dialects that read records, the records. */
  events: PastedEvent[];
  /** Problems, with places of the pasted text. */
  problems: Diagnostic[];
}

/** One event of a pasted text. */
export interface PastedEvent {
  /** What a list of events calls it. */
  title: string;
  /** The event, a JSON text with indents; scalars as they were written. */
  text: string;
  /** Where it stands in the pasted text. */
  span: Span;
  /** What was done to get it, a sentence each. */
  said: string[];
  /** Problems of `text`. */
  diagnostics: Diagnostic[];
  /** What PutEvents answers to the entry instead of taking it. */
  error: { code: string; message: string } | null;
  /** How many bytes the entry counts in PutEvents; `null` where the event is not an entry. */
  size: number | null;
  /** The pattern's verdict; `null` without a valid pattern, and for an entry that PutEvents does not take. */
  verdict: Verdict | null;
}

/** What the wildcards of a pattern cost, as AWS counts it: the costliest field decides. */
export interface Complexity {
  value: Count;
  /** The greatest value that AWS is thought to accept. */
  limit: number;
  /** The name of the costliest field. */
  field: string;
  costliest: Cost | null;
  /** Every wildcard, in the order of the text. */
  wildcards: Cost[];
}

/** A wildcard and what it costs alone. */
export interface Cost {
  span: Span;
  field: string;
  value: Count;
}

/** A count that may have been given up. */
export type Count = { exact: number } | { at_least: number };

/** One problem: what happened, where, and what to do about it. */
export interface Diagnostic {
  /** Stable name, such as `pattern.bare-value`. */
  code: string;
  severity: "error" | "warning" | "note";
  /** What happened, in lower case, with user input in backticks. */
  message: string;
  /** Where; the first label is the place to underline. */
  labels: Label[];
  /** What to do, most useful first. */
  help: Help[];
  /** What AWS itself says about this problem, where it says anything. */
  reference: Reference | null;
}

/** Which text of the draft a label belongs to; `target` is the target's index. */
export type Role =
  | { document: "event" | "pattern" | "import" }
  | { document: "rule"; property: "name" | "event_bus" | "description" | "role_arn" }
  | { document: "table"; property: "partition_name" | "partition_path" | "sort_name" | "sort_path" }
  | { document: "input" | "input_path" | "input_paths_map" | "input_template" | "parameters"; target: number }
  | { document: "target"; target: number; property: TargetProperty };

/** A property of a target: `input` is which input option is chosen, `whole` that the rule has the target at all. */
export type TargetProperty =
  | "id"
  | "arn"
  | "role_arn"
  | "dead_letter_arn"
  | "retry_attempts"
  | "event_age"
  | "endpoint"
  | "input"
  | "whole";

/** A place, and a few words for it, or an empty text. */
export type Label = Role & { span: Span; text: string };

export interface Help {
  /** A sentence without a full stop. */
  text: string;
  /** The edits that do it, all of the first label's text, not overlapping; empty for advice. */
  edits: Edit[];
}

/** Replace a span by a new text. */
export interface Edit {
  span: Span;
  text: string;
}

export interface Reference {
  /** AWS's words, without the frame around them. */
  sentence: string;
  /** Offset of AWS's parser in the text of the first label, in UTF-16 units. */
  cursor: number;
  /** How often AWS's ` at [Source…]` line follows. */
  locations: number;
  /** Offset up to which AWS's parser had read without a problem; of several problems the least is AWS's first. */
  reached: number;
  /** What AWS's words mean in the language of the report; left out in English, and where it is not known. */
  gloss?: string;
}

/** One line of the explanation. */
export interface Line {
  /** How deep it stands under `$or` branches. */
  depth: number;
  /** The field's name, `$or`, or the number of a branch. */
  name: string;
  kind: "condition" | "any_of" | "branch";
  holds: boolean;
  /** What happened, in a sentence. It names the field in English alone: elsewhere show `name` before it. */
  sentence: string;
  /** What the condition wants; empty for `$or` and its branches. */
  wants: string;
  /** What it saw; empty when it saw nothing. */
  saw: string;
  /** Whether `saw` beside `wants` tells all that the sentence does. */
  contrast: boolean;
  /** Where it stands in the pattern. */
  pattern: Span;
  /** The values it looked at in the event. */
  event: Span[];
  /** What nearly matched, with the edits of the pattern that would close it. */
  near: { text: string; edits: Edit[] }[];
}

/** Why a pattern matches or not; conditions are named by their index. */
export interface Explanation {
  /** Every condition, in the order of the pattern's text. */
  conditions: Finding[];
  /** The sub-rules; the pattern matches when one of them has neither `failed` nor `conflict`. */
  alternatives: Alternative[];
  /** The sub-rule that won, or the one that came nearest. */
  shown: number;
  /** The pattern's structure over the conditions. */
  outline: Item[];
  /** Whether the work limit was reached, so that there is no verdict. */
  exhausted: boolean;
}

export interface Alternative {
  /** The conditions that must hold together. */
  conditions: number[];
  /** Those that cannot hold, whatever the others choose. */
  failed: number[];
  /** Those that hold one by one, and not in the same array elements. */
  conflict: number[];
}

export type Item =
  | { condition: number }
  | { any_of: { key: Span; holds: boolean; branches: { span: Span; holds: boolean; items: Item[] }[] } };

/** What became of one condition. */
export interface Finding {
  /** The joined name of the field. */
  name: string;
  /** Where the last part of the name stands in the pattern. */
  key: Span;
  /** Where its list of matchers stands in the pattern. */
  span: Span;
  /** What the matchers want, in order. */
  wants: { span: Span; text: string }[];
  holds: boolean;
  reason: Reason;
  /** The values it looked at, the one that decided first where there is one. */
  seen: Seen[];
  /** How many more values there are. */
  more: number;
  near: NearMiss[];
}

/** A value a condition looked at; `json` is the value as written, `matcher` the one that accepts it. */
export interface Seen {
  name: string;
  span: Span;
  json: string;
  matcher: number | null;
}

export type Reason =
  | { reason: "accepted" | "absent_as_wanted"; matcher: number }
  | {
      reason:
        | "absent"
        | "present"
        | "not_equal"
        | "out_of_range"
        | "not_comparable"
        | "not_accepted"
        | "replaced"
        | "not_reached";
    }
  | { reason: "not_a_leaf"; kind: string; span: Span }
  | { reason: "wrong_type"; wanted: string; saw: string }
  | { reason: "excluded"; by: string }
  | { reason: "elements_disagree"; with: number[] };

/** What nearly matched; `event` is its place in the event, `edits` are of the pattern. */
export interface NearMiss {
  difference:
    | "normalization"
    | "case"
    | "white_space"
    | "separator"
    | "one_character"
    | "string_for_value"
    | "value_for_string"
    | "operator"
    | "similar_name"
    | "other_place";
  saw: string;
  event: Span;
  edits: Edit[];
}

/** What one target receives, and what is wrong with it. */
export interface TargetReport {
  /** What the ARN says the target is, in AWS's words. */
  kind: string;
  /** How that kind of target receives its input; empty when the kind is not known. */
  receives: string;
  /** What permission EventBridge needs; empty when the kind is not known. */
  permission: string;
  /** The policies that give it, ready to be attached. */
  policies: Policy[];
  /** What the target's service receives; `null` when nothing arrives or the kind is not known. */
  delivery: Delivery | null;
  /** Problems of the target's properties and texts. */
  diagnostics: Diagnostic[];
  /** The payload; `null` while the event cannot be read. */
  rendered: Rendered | null;
}

/** A policy that lets EventBridge deliver. */
export interface Policy {
  attached_to:
    | "function"
    | "topic"
    | "queue"
    | "logs"
    | "rest_api"
    | "role"
    | "role_trust"
    | "dead_letter_queue"
    | "other_account";
  /** Where it is attached. */
  title: string;
  /** The policy document, a JSON text. */
  text: string;
}

/** What becomes of a table when a function puts each payload into it, in order. */
export interface EventLog {
  /** Problems of the partition key; codes say whether of its name or its path. */
  partition: Diagnostic[];
  /** Problems of the sort key. */
  sort: Diagnostic[];
  /** A `PutItem` for each payload; none while the table has an error. */
  puts: Put[];
}

/** One `PutItem` and its answer. */
export interface Put {
  /** The partition key's value; `null` where its path selects nothing. */
  partition: Attribute | null;
  /** The sort key's value; `null` where its path selects nothing, and for a table without one. */
  sort: Attribute | null;
  /** Every other attribute, in the order of the payload. */
  attributes: Attribute[];
  /** The item in DynamoDB JSON, indented. */
  item: string;
  /** The item's size in bytes, as DynamoDB counts it against 409,600. */
  size: number;
  /** Why DynamoDB refuses it; the table is then left as it was. */
  refused: string | null;
  /** DynamoDB's own words, where they are known. */
  aws: string | null;
  /** What these words mean, where the answer is in another language than English. */
  gloss?: string;
  /** The index of the put whose item this one replaces. */
  replaces: number | null;
  /** The index of the put that replaces this one's item. */
  replaced_by: number | null;
  /** What to know about it, a sentence each. */
  notes: string[];
}

/** An attribute of an item. */
export interface Attribute {
  name: string;
  /** DynamoDB's type: `S`, `N`, `BOOL`, `NULL`, `L` or `M`. */
  kind: string;
  /** A string without quotes, anything else as compact JSON. */
  text: string;
}

/** What the target's service receives. */
export interface Delivery {
  /** The operation EventBridge calls, such as `sqs:SendMessage`. */
  operation: string;
  /** What arrives, part by part, under AWS's names. */
  parts: Part[];
  /** What to know about it, a sentence each. */
  notes: string[];
  /** What nobody has shown, a sentence each; empty when all of it is verified. */
  unverified: string[];
  /** Why the service does not take it, in a sentence. */
  refused: string | null;
}

/** A part of what arrives. */
export interface Part {
  /** AWS's name for it, such as `MessageBody`. */
  name: string;
  text: string;
  is_json: boolean;
  source:
    /** The payload, byte for byte. */
    | { from: "payload" }
    /** Values of the original event: what a parameter's path selects, or what the payload carried there. */
    | { from: "event"; spans: Span[] }
    /** The target's properties, or the service itself. */
    | { from: "settings" };
}

/**
 * Input options on an event without a rule. AWS takes one of `input_path`, `input` and the pair of
 * `input_paths_map` and `input_template`; with none of them the target receives the event.
 */
export interface InputOptions {
  input_path?: string | null;
  /** A JSON text. */
  input?: string | null;
  /** A JSON text. */
  input_paths_map?: string | null;
  input_template?: string | null;
  /** `<aws.events.rule-name>` */
  rule_name?: string | null;
  /** `<aws.events.rule-arn>`; otherwise made from the rule's name and the event. */
  rule_arn?: string | null;
  /** `<aws.events.event.ingestion-time>`; otherwise the event's own time. */
  ingestion_time?: string | null;
  /** The target's ARN; without it only the payload is told, not what the target's service receives. */
  arn?: string | null;
  /** The property that only this kind of target has, a JSON text. */
  parameters?: string | null;
  /** What an API destination calls, as `POST https://example.com/orders/*`. */
  endpoint?: string | null;
}

/** What becomes of an event under input options; `rendered` is `null` while the event cannot be read. */
export interface InputReport {
  event: Diagnostic[];
  rendered: Rendered | null;
  /** What the target's service receives; `null` when nothing arrives or the kind of target is not known. */
  delivery: Delivery | null;
}

export interface Rendered {
  outcome: Outcome;
  /** Whether AWS's documentation or behaviour backs the outcome; if not, each sentence says why. */
  certainty: { certainty: "verified" } | { certainty: "unverified"; because: string[] };
  /** The variables of an input transformer: those of the map, then the reserved ones in use. */
  variables: Variable[];
  diagnostics: Diagnostic[];
  /** Another input option that does what was probably meant. */
  instead: Instead | null;
}

/** An input option that does what the texts of another one ask for. */
export interface Instead {
  /** What it does, in lower case, written to stand on a button. */
  text: string;
  input: Input;
}

export type Outcome =
  | ({ outcome: "delivered" } & Payload)
  /** PutTargets accepts the target, and yet nothing reaches it. */
  | { outcome: "not_delivered"; reason: string; would_be: Payload }
  /** PutTargets refuses the target, in these words. */
  | { outcome: "refused"; message: string }
  /** What AWS does is not known. */
  | { outcome: "unknown"; reason: string; would_be: Payload | null };

export interface Payload {
  text: string;
  /** Whether the whole text is one JSON value. */
  is_json: boolean;
  /** Where each part came from: in order, without gap or overlap; `out` is a span of `text`. */
  pieces: { out: Span; origin: Origin }[];
}

/** Where a stretch of the payload came from; spans are of the template, the event or the constant. */
export type Origin =
  | { from: "template"; span: Span }
  | { from: "variable"; name: string; span: Span; event_spans: Span[] }
  | { from: "event"; span: Span }
  | { from: "constant"; span: Span };

export interface Variable {
  /** The name, without `<` and `>`. */
  name: string;
  /** The path as typed; empty for a reserved variable. */
  path: string;
  /** Where the path stands in the input paths, quotes included. */
  path_span: Span | null;
  /** The value as compact JSON; `null` when the path selects nothing. */
  value: string | null;
  /** The kind of value for a person to read: `a string`, `an object`, `nothing`. */
  kind: string;
  event_spans: Span[];
  /** The placeholders in the template. */
  uses: Span[];
  /** Whether AWS defines it, rather than the map. */
  reserved: boolean;
}

export type Format = "rule-json" | "aws-cli" | "boto3" | "cloudformation-yaml" | "cloudformation-json" | "sam" | "serverless" | "cdk-typescript" | "cdk-python" | "terraform" | "pulumi" | "test-event-pattern" | "lambda-filter" | "pipes-filter" | "sns-filter";

/** A file to save; `notes` say what is still to do by hand. */
export interface Exported {
  file_name: string;
  media_type: string;
  text: string;
  /** What AWS refuses of the rule and its targets: the file fails where it is used. */
  refused: string[];
  /** What of the rule the format cannot carry. */
  losses: string[];
  /** What is still to do by hand. */
  notes: string[];
}

/** What a text was understood as. */
export interface Import {
  /** What the text is, for a person; blank where nothing of it was known. */
  form: string;
  /** The texts that the rules were read from, where they are written back into them. */
  texts: string[];
  /** For each rule which of `texts` belongs in its `origin`, whose `text` is blank here; `null` where none does. */
  origins: (number | null)[];
  rules: Understood[];
  /** What stands in the way, and what could not be taken; their spans are of the text. */
  diagnostics: Diagnostic[];
}

/** One rule of a text. */
export interface Understood {
  /** What tells it apart from the others of the text. */
  label: string;
  /** A whole draft, from Rulepad's own file, or a rule or a part of one. */
  brings: { kind: "draft"; value: Draft } | { kind: "rule"; value: FoundRule };
  /** What was changed or left out on the way. */
  notes: string[];
  /** What its event pattern says; `null` where it brings none. */
  pattern: PatternRead | null;
  /** What AWS refuses of the rule's own properties. */
  rule: Diagnostic[];
  /** What each of its targets does. */
  targets: TargetRead[];
}

/** What an event pattern of a text says. */
export interface PatternRead {
  /** In a sentence; `null` where AWS refuses the pattern. */
  sentence: string | null;
  /** How many mistakes AWS sees in it. */
  mistakes: number;
  /** The mistakes, and what is probably wrong. `place` is in the text that was read, `null` where it is not known. */
  found: { diagnostic: Diagnostic; place: Span | null }[];
}

/** What a target of a rule that was read does. */
export interface TargetRead {
  /** What it is; blank where the ARN does not say. */
  kind: string;
  /** What it receives, a few words. */
  input: string;
  /** Its dead-letter queue; blank for none. */
  queue: string;
  /** How delivery is tried again, a few words. */
  retries: string;
  /** What AWS refuses of it, or what is probably wrong. */
  diagnostics: Diagnostic[];
}

/** A text and the name of its file. */
export interface NamedText {
  /** With `/` between folders. */
  name: string;
  text: string;
}

/** What several files were understood as, in their order. */
export interface ImportedFiles {
  files: ImportedFile[];
}

/** One of several files. */
export interface ImportedFile {
  name: string;
  /** What it was understood as; its spans are of this file. */
  import: Import;
  /** The other files whose text is a part of this one's rules, or that this one's is a part of. */
  with: string[];
}

/** A rule, or a part of one; what the text does not say is `null`. */
export interface FoundRule {
  label: string;
  /** The address of its resource, such as `aws_cloudwatch_event_rule.orders`; blank where the text has none. */
  address: string;
  rule: Rule | null;
  /** The event pattern, a JSON text, valid or not. */
  pattern: string | null;
  /** The service that evaluates the pattern, where the text says that it is a filter. */
  dialect: Dialect | null;
  targets: Target[] | null;
  /** The values in the rule that only the text knows. */
  references: ValueReference[];
  /** Where it was read, for formats whose surroundings are written back. */
  origin: ImportOrigin | null;
  notes: string[];
}
