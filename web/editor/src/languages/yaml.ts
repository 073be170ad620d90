// The colours of YAML.
import { yaml } from "@codemirror/legacy-modes/mode/yaml";
import { streamed } from "./streamed";

/** Its keys are atoms, and words such as `true` are keywords. */
export const tokens = streamed(yaml, { atom: "syn-key", keyword: "syn-atom", meta: "syn-punct" });
