// One line as CodeMirror's line-by-line tokenizers read it: what its `StringStream` offers, without the editor around.

/** Spaces that a tab stands for; only some tokenizers look at columns. */
const TAB = 4;

export class Line {
  /** Where the reader is. */
  pos = 0;
  /** Where the stretch at hand begins. */
  start = 0;
  readonly indentUnit = 2;

  constructor(readonly string: string) {}

  sol = () => this.pos === 0;
  eol = () => this.pos >= this.string.length;
  peek = () => this.string.charAt(this.pos) || undefined;
  current = () => this.string.slice(this.start, this.pos);
  skipToEnd = () => void (this.pos = this.string.length);
  backUp = (count: number) => void (this.pos -= count);
  column = () => width(this.string.slice(0, this.start));
  indentation = () => width(/^\s*/.exec(this.string)?.[0] ?? "");
  /** Nothing is known of the lines after it. */
  lookAhead = () => null;

  next(): string | undefined {
    const character = this.peek();
    if (character !== undefined) this.pos += 1;
    return character;
  }

  eat(wanted: string | RegExp | ((character: string) => boolean)): string | undefined {
    const character = this.peek();
    if (character === undefined || !fits(character, wanted)) return undefined;
    this.pos += 1;
    return character;
  }

  eatWhile(wanted: string | RegExp | ((character: string) => boolean)): boolean {
    const from = this.pos;
    while (this.eat(wanted) !== undefined);
    return this.pos > from;
  }

  eatSpace(): boolean {
    return this.eatWhile(/[\s\u00a0]/);
  }

  skipTo(wanted: string): boolean | undefined {
    const at = this.string.indexOf(wanted, this.pos);
    if (at < 0) return undefined;
    this.pos = at;
    return true;
  }

  match(wanted: string | RegExp, consume = true, anyCase = false): boolean | RegExpMatchArray | null {
    const rest = this.string.slice(this.pos);
    if (typeof wanted === "string") {
      const begin = rest.slice(0, wanted.length);
      const same = anyCase ? begin.toLowerCase() === wanted.toLowerCase() : begin === wanted;
      if (same && consume) this.pos += wanted.length;
      return same || null;
    }
    const found = rest.match(wanted);
    if (!found || (found.index ?? 0) > 0) return null;
    if (consume) this.pos += found[0].length;
    return found;
  }
}

const fits = (character: string, wanted: string | RegExp | ((character: string) => boolean)) =>
  typeof wanted === "string" ? character === wanted : wanted instanceof RegExp ? wanted.test(character) : wanted(character);

const width = (text: string) => {
  let column = 0;
  for (const character of text) column += character === "\t" ? TAB - (column % TAB) : 1;
  return column;
};
