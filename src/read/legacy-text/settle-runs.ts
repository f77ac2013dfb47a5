// Texts in several fonts: each run by its own font («Ủy ban» is `ñ` in .VnTimeH and `y ban` in .VnTime), then one look at the
// whole. Runs in Unicode fonts stay as they are.

import { addressText } from "../../model/cell-address.js";
import type { Grid } from "../../model/grid.js";
import { at } from "../../model/outcome.js";
import { decodeLetters, type Encoding } from "./decode-letters.js";
import { fontHint } from "./legacy-font.js";
import type { Settled, TextCell } from "./text-cell.js";
import { traitsOf } from "./text-traits.js";
import { MARKED, UNICODE } from "./trait-bits.js";
import type { Weights } from "./weigh-text.js";

/**
 * What becomes of a text in several fonts; undefined where none of them is a legacy font with more than plain letters, so
 * that the cell is like any other.
 */
export function settleRuns(grid: Grid, cell: TextCell, weigh: (text: string) => Weights): Settled | undefined {
  const runs = grid.runs?.get(addressText(cell));
  if (runs === undefined) return undefined;
  const ownFont = at(grid.styleTable, at(grid.styles, cell.index)).fontName;
  let encoding: Encoding | undefined;
  let isUnknown = false;
  const texts = runs.map((run) => {
    const hint = fontHint(run.fontName === "" ? ownFont : run.fontName);
    const traits = traitsOf(run.text);
    if (hint === undefined || (traits & UNICODE) !== 0 || (traits & MARKED) === 0) return run.text;
    if (hint === "unknown") {
      isUnknown = true;
      return run.text;
    }
    encoding ??= hint.encoding;
    return decodeLetters(run.text, hint);
  });
  if (isUnknown) return { kind: "unknown-font", cell };
  if (encoding === undefined) return undefined;
  const text = texts.join("").normalize("NFC");
  const isBetter = weigh(text).valid >= cell.weights.valid;
  return { kind: isBetter ? "decoded" : "unsure", cell, encoding, text, by: "sheet" };
}
