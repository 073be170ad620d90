// What a grammar takes of @codemirror/language, for programs that colour a text and hold no editor.
import { NodeProp } from "@lezer/common";

export const indentNodeProp = new NodeProp<unknown>();
export const foldNodeProp = new NodeProp<unknown>();
export const delimitedIndent = () => null;
export const foldInside = () => null;
export const LRLanguage = { define: <T>(spec: T) => spec };
export class LanguageSupport<T> {
  constructor(readonly language: T) {}
}
