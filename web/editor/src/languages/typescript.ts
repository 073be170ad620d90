// The colours of TypeScript.
import { typescript } from "@codemirror/legacy-modes/mode/javascript";
import { streamed } from "./streamed";

export const tokens = streamed(typescript);
