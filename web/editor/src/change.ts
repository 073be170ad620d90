// Text arithmetic in UTF-16 units, without CodeMirror, so that it can be tested alone.

/** What must be replaced in the old text to get the new one: the differing middle. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** The smallest single replacement from `before` to `after` that cuts no surrogate pair; null when they are equal. */
export function differingMiddle(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  return { from: start, to: before.length - tail, insert: after.slice(start, after.length - tail) };
}

/** A range forced into a text of this length: answers about an older text may reach past its end. */
export function clampRange(from: number, to: number, length: number): { from: number; to: number } {
  const start = Math.max(0, Math.min(Math.trunc(from) || 0, length));
  const end = Math.max(start, Math.min(Math.trunc(to) || 0, length));
  return { from: start, to: end };
}

/**
 * Edits made ready for one transaction: clamped, in order. Null when two of them overlap, for then
 * their meaning together is not defined.
 */
export function orderedEdits(edits: readonly Change[], length: number): Change[] | null {
  const ordered = edits
    .map((edit) => ({ ...clampRange(edit.from, edit.to, length), insert: edit.insert }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  for (let i = 1; i < ordered.length; i++) if (ordered[i]!.from < ordered[i - 1]!.to) return null;
  return ordered;
}
