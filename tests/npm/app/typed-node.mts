// Compiled only: in Node every function answers at once.
import { evaluate, suggestKeys, version } from "rulepad";

export const verdict: "match" | "no_match" | "pattern_error" | "event_error" | "undecided" = evaluate({}).verdict;
export const keys: string[] = suggestKeys("{}").map(({ path }) => path);
export const name: string = version();
