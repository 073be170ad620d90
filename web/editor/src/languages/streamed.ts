// Colours of a text by one of CodeMirror's line-by-line tokenizers.
import type { StreamParser, StringStream } from "@codemirror/language";
import type { Token } from "../colours";
import { Line } from "./line";

/** Spaces that a level is indented by; only some tokenizers look at it. */
const INDENT = 2;
/** Longer lines are not coloured, in UTF-16 units: a tokenizer may look through the whole line for each of its parts. */
const LONG = 4_000;
/** A tokenizer that does not move on this often is moved on. */
const STUCK = 10;

/** The classes of a tokenizer's own names; a name without one has no colour. */
export type Classes = Record<string, string>;

const usual: Classes = {
  comment: "syn-comment",
  keyword: "syn-atom",
  controlKeyword: "syn-atom",
  operator: "syn-punct",
  atom: "syn-atom",
  bool: "syn-atom",
  null: "syn-atom",
  number: "syn-number",
  string: "syn-string",
  propertyName: "syn-key",
  def: "syn-key",
  meta: "syn-atom",
  bracket: "syn-punct",
  punctuation: "syn-punct",
};

/** The coloured stretches of a text, in order. Every line is read once. */
export const streamed =
  <State>(parser: StreamParser<State>, own: Classes = {}) =>
  (text: string): Token[] => {
    const classes = { ...usual, ...own };
    const found: Token[] = [];
    const state = parser.startState?.(INDENT) ?? ({} as State);
    let offset = 0;
    for (const line of text.split("\n")) {
      if (line === "") parser.blankLine?.(state, INDENT);
      const stream = new Line(line.length > LONG ? "" : line);
      while (!stream.eol()) {
        stream.start = stream.pos;
        let style: string | null = null;
        for (let tries = 0; stream.pos === stream.start && tries < STUCK; tries += 1) style = parser.token(stream as unknown as StringStream, state);
        if (stream.pos === stream.start) stream.next();
        const name = style?.split(/[ .]/).find((part) => classes[part]);
        if (name) found.push([offset + stream.start, offset + stream.pos, classes[name] ?? ""]);
      }
      offset += line.length + 1;
    }
    return found;
  };
