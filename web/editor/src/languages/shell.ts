// The colours of shell scripts.
import { shell } from "@codemirror/legacy-modes/mode/shell";
import { streamed } from "./streamed";

export const tokens = streamed(shell, { builtin: "syn-atom", attribute: "syn-key", quote: "syn-string" });
