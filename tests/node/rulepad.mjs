// The JavaScript package as `cargo xtask test node` builds it.
export * as rulepad from "../../target/js-api/rulepad/node.js";

/** The text under a span. */
export const under = (text, { start, end }) => text.slice(start, end);

/** Applies edits as an editor does: from the last to the first, in UTF-16 units. */
export function apply(text, edits) {
  return [...edits]
    .sort((one, other) => other.span.start - one.span.start)
    .reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), text);
}
