// The cells of a sheet whose letters may stand for others. Most sheets have none, and that is found out first, because it is
// asked for every text of every workbook.

import { type Grid, kindAt, type TextRun } from "../../model/grid.js";
import { at } from "../../model/outcome.js";
import { decodeDoubleUtf8 } from "./decode-double-utf8.js";
import { type FontHint, fontHint } from "./legacy-font.js";
import type { TextCell } from "./text-cell.js";
import { LOOSE, MARKED, STRANGE, traitsOf, UNICODE } from "./text-traits.js";
import type { Weights } from "./weigh-text.js";

/** What fonts say, by style; undefined where no style has a legacy font. */
export type StyleHints = readonly (FontHint | undefined)[] | undefined;

export interface FirstLook {
  /** True where a text may be legacy text. */
  readonly isSuspect: boolean;
  /** True where a text has marks apart from their letters. */
  readonly hasLooseMarks: boolean;
}

/** Looks once over the letters of all texts. */
export function lookAt(grid: Grid, hints: StyleHints): FirstLook {
  const { texts } = grid;
  let isSuspect = grid.runs !== undefined && haveLegacyFont(grid.runs, hints);
  let hasLooseMarks = false;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index];
    if (text === undefined || text === "") continue;
    const traits = traitsOf(text);
    if ((traits & LOOSE) !== 0) hasLooseMarks = true;
    if ((traits & UNICODE) !== 0 || (traits & MARKED) === 0) continue;
    if ((traits & STRANGE) !== 0 || (hints !== undefined && hints[at(grid.styles, index)] !== undefined))
      isSuspect = true;
  }
  return { isSuspect, hasLooseMarks };
}

/** The cells of a sheet with words in more than plain letters, or with bytes of UTF-8 for letters, in row-major order. */
export function collectCells(grid: Grid, hints: StyleHints, weigh: (text: string) => Weights): readonly TextCell[] {
  const cells: TextCell[] = [];
  grid.texts.forEach((stored, index) => {
    const traits = traitsOf(stored);
    if (traits === 0 || !holdsText(grid, index)) return;
    const text = stored.normalize("NFC");
    const weights = weigh(text);
    const isUnicode = ((traits | traitsOf(text)) & UNICODE) !== 0;
    if (weights.words === 0 && (isUnicode || decodeDoubleUtf8(text) === undefined)) return;
    cells.push({
      index,
      row: at(grid.rows, index),
      column: at(grid.columns, index),
      text,
      hint: hints?.[at(grid.styles, index)],
      weights,
      isUnicode,
    });
  });
  return cells;
}

function haveLegacyFont(runs: ReadonlyMap<string, readonly TextRun[]>, hints: StyleHints): boolean {
  return hints !== undefined || [...runs.values()].flat().some((run) => fontHint(run.fontName) !== undefined);
}

function holdsText(grid: Grid, index: number): boolean {
  const kind = kindAt(grid, index);
  return kind === "text" || kind === "covered";
}
