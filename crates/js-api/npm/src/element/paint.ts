// A text with the places that a report names, as spans.
import type { Span } from "../../../src/types";
import { element } from "./dom";

/** A place to paint, and the class it gets. */
export interface Mark {
  span: Span;
  /** One or more class names. */
  kind: string;
}

const TOKEN =
  /("(?:[^"\\\n]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b|(<[\w.-]+>)|([{}[\],:])/g;

/** The words of JSON and the variables of a template; anything else stays plain. */
function tokens(text: string): Mark[] {
  const found: Mark[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon, number, atom, variable] = match;
    const start = match.index;
    const end = start + (string?.length ?? whole.length);
    const kind = string ? (colon ? "key" : "string") : number ? "number" : atom ? "atom" : variable ? "variable" : "punct";
    found.push({ span: { start, end }, kind });
  }
  return found;
}

/** The text in pieces: each is inside the same places from its start to its end. Places may overlap. */
export function painted(text: string, marks: readonly Mark[]): (Node | string)[] {
  const all = [...tokens(text), ...marks].filter(({ span }) => span.start < span.end && span.end <= text.length);
  const starts = [...all].sort((one, other) => one.span.start - other.span.start);
  const edges = [...new Set(all.flatMap(({ span }) => [span.start, span.end]))].sort((one, other) => one - other);
  const pieces: (Node | string)[] = [];
  let open: Mark[] = [];
  let next = 0;
  let at = 0;
  for (const edge of [...edges, text.length]) {
    if (edge > at) {
      const part = text.slice(at, edge);
      const kinds = [...new Set(open.map(({ kind }) => kind))].join(" ");
      pieces.push(kinds ? element("span", { class: kinds }, part) : part);
      at = edge;
    }
    open = open.filter(({ span }) => span.end > at);
    while (next < starts.length && starts[next]!.span.start <= at) open.push(starts[next++]!);
  }
  return pieces;
}
