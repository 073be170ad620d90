// The colours of Python.
import { python } from "@codemirror/legacy-modes/mode/python";
import { streamed } from "./streamed";

export const tokens = streamed(python);
