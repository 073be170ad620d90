// Verdicts on ranges of the text: a class on the range, and a shape in a column of fixed width, so nothing moves.
import { RangeSet, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter, type DecorationSet } from "@codemirror/view";
import { clampRange } from "./change";

/** Numbered as in `code_editor/model.rs`; a greater number is louder in the column, where `value` has no shape. */
const kinds = ["lit", "passed", "unsure", "failed", "value"] as const;
type Kind = (typeof kinds)[number];
const glyphs: Record<Kind, string> = { lit: "", passed: "✓", unsure: "!", failed: "✕", value: "" };

/** Triples of from, to, kind. */
export const setMarks = StateEffect.define<Uint32Array>();

const rangeMarks = kinds.map((kind, place) =>
  Decoration.mark({ class: "cm-mark cm-mark-" + kind, loud: glyphs[kind] ? place : 0 }),
);
/** The further lines of a range, which get no shape in the column. */
const furtherMarks = kinds.map((kind) => Decoration.mark({ class: "cm-mark cm-mark-" + kind, loud: 0 }));

/** The range line by line, each without its indentation, or a condition of several lines would mark the margin. */
function* lines(doc: Text, from: number, to: number): Iterable<[number, number]> {
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    const indentation = line.text.length - line.text.trimStart().length;
    yield [Math.max(from, line.from + indentation), Math.min(to, line.to)];
    if (line.to >= to) return;
  }
}

function decorations(triples: Uint32Array, doc: Text): DecorationSet {
  const ranges = [];
  for (let i = 0; i + 2 < triples.length; i += 3) {
    const { from, to } = clampRange(triples[i]!, triples[i + 1]!, doc.length);
    let mark = rangeMarks[triples[i + 2]!];
    for (const [start, end] of lines(doc, from, to)) {
      if (mark && start < end) ranges.push(mark.range(start, end));
      mark = furtherMarks[triples[i + 2]!];
    }
  }
  return RangeSet.of(ranges, true);
}

/** The marks themselves; they move with the text until new ones come. */
export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(ranges, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setMarks)) return decorations(effect.value, transaction.newDoc);
    return transaction.docChanged ? ranges.map(transaction.changes) : ranges;
  },
  provide: (field) => EditorView.decorations.from(field),
});

class Shape extends GutterMarker {
  constructor(readonly kind: Kind) {
    super();
    this.elementClass = "cm-shape-" + kind;
  }
  override eq(other: Shape) {
    return other.kind === this.kind;
  }
  override toDOM() {
    return document.createTextNode(glyphs[this.kind]);
  }
}
const shapes = kinds.map((kind) => new Shape(kind));

/** The column left of the line numbers: the loudest verdict that begins on each line. */
export const shapeColumn = gutter({
  class: "cm-shapes",
  renderEmptyElements: false,
  initialSpacer: () => shapes[3]!,
  lineMarker(view, line) {
    let loudest = 0;
    view.state.field(marks).between(line.from, line.to, (from, _to, mark) => {
      if (from >= line.from) loudest = Math.max(loudest, mark.spec.loud);
    });
    return loudest > 0 ? shapes[loudest]! : null;
  },
  lineMarkerChange: (update) => update.transactions.some((tr) => tr.effects.some((effect) => effect.is(setMarks))),
});
