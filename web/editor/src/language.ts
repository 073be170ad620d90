// The languages an editor can show; colours are classes, so that a theme is CSS alone.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { jsonLanguage } from "@codemirror/lang-json";
import { bidiIsolates, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { coloured } from "./colours";

const highlighter = tagHighlighter([
  { tag: tags.propertyName, class: "syn-key" },
  { tag: tags.string, class: "syn-string" },
  { tag: tags.number, class: "syn-number" },
  { tag: [tags.bool, tags.null], class: "syn-atom" },
  { tag: [tags.punctuation, tags.bracket, tags.separator], class: "syn-punct" },
]);

const languages: Record<string, Extension> = {
  ...coloured,
  plain: [],
  json: [
    jsonLanguage,
    syntaxHighlighting(highlighter),
    // A right-to-left string must not carry the punctuation around it to the other side.
    bidiIsolates(),
    closeBrackets(),
    keymap.of(closeBracketsKeymap),
  ],
};

/** The extensions of a language; an unknown name is plain text. */
export const languageOf = (name: string): Extension => languages[name] ?? [];
