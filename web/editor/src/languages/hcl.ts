// The colours of HCL, by its grammar.
import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import { hclLanguage } from "codemirror-lang-hcl";
import type { Token } from "../colours";

/** A text that takes longer stays without colours, in milliseconds: heredocs in heredocs take the square of their length. */
const PATIENCE = 1_500;

const highlighter = tagHighlighter([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], class: "syn-key" },
  { tag: [tags.string, tags.labelName], class: "syn-string" },
  { tag: tags.number, class: "syn-number" },
  { tag: [tags.bool, tags.null, tags.typeName, tags.controlKeyword, tags.special(tags.brace)], class: "syn-atom" },
  { tag: [tags.lineComment, tags.blockComment], class: "syn-comment" },
  { tag: [tags.brace, tags.paren, tags.squareBracket, tags.separator, tags.operator], class: "syn-punct" },
]);

/** The coloured stretches of a text, in order. */
export const tokens = (text: string): Token[] => {
  const found: Token[] = [];
  const end = performance.now() + PATIENCE;
  const parse = hclLanguage.parser.startParse(text);
  let tree = parse.advance();
  while (!tree && performance.now() < end) tree = parse.advance();
  if (!tree) return found;
  highlightTree(tree, highlighter, (from, to, classes) => {
    found.push([from, to, classes]);
  });
  return found;
};
