// The cells of a sheet whose letters may stand for others. Most sheets have none, and that is found out first, because it is
// asked for every text of every workbook.

import { type Grid, kindAt, storedText, type TextRun } from "../../model/grid.js";
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

/** The traits of each text of a table. */
export interface TableTraits {
  readonly each: Uint8Array;
  /** False where no cell needs a look for the sake of its letters alone, whichever text is its own. */
  readonly isStriking: boolean;
}

/** Looks once over the letters of all texts of a table. */
export function traitsOfTable(table: Grid["textTable"]): TableTraits {
  const each = new Uint8Array(table.length);
  let isStriking = false;
  for (let id = 0; id < each.length; id++) {
    const traits = traitsOf(table[id] ?? "");
    each[id] = traits;
    if ((traits & LOOSE) !== 0 || isOpen(traits, STRANGE)) isStriking = true;
  }
  return { each, isStriking };
}

/** What the letters of a sheet say, by the traits of its table of texts. */
export function lookAt(grid: Grid, { each, isStriking }: TableTraits, hints: StyleHints): FirstLook {
  let isSuspect = grid.runs !== undefined && haveLegacyFont(grid.runs, hints);
  let hasLooseMarks = false;
  if (!isStriking && hints === undefined) return { isSuspect, hasLooseMarks };
  const { textIds } = grid;
  for (let index = 0; index < textIds.length; index++) {
    const traits = at(each, at(textIds, index));
    if ((traits & LOOSE) !== 0) hasLooseMarks = true;
    if (!isOpen(traits, MARKED)) continue;
    if (isOpen(traits, STRANGE) || (hints !== undefined && hints[at(grid.styles, index)] !== undefined))
      isSuspect = true;
  }
  return { isSuspect, hasLooseMarks };
}

/** True for letters with the trait, none of which Unicode alone has. */
function isOpen(traits: number, trait: number): boolean {
  return (traits & UNICODE) === 0 && (traits & trait) !== 0;
}

/** The cells of a sheet with words in more than plain letters, or with bytes of UTF-8 for letters, in row-major order. */
export function collectCells(grid: Grid, hints: StyleHints, weigh: (text: string) => Weights): readonly TextCell[] {
  const cells: TextCell[] = [];
  for (let index = 0; index < grid.textIds.length; index++) {
    const stored = storedText(grid, index);
    const traits = traitsOf(stored);
    if (traits === 0 || !holdsText(grid, index)) continue;
    const text = stored.normalize("NFC");
    const weights = weigh(text);
    const isUnicode = ((traits | traitsOf(text)) & UNICODE) !== 0;
    if (weights.words === 0 && (isUnicode || decodeDoubleUtf8(text) === undefined)) continue;
    cells.push({
      index,
      row: at(grid.rows, index),
      column: at(grid.columns, index),
      text,
      hint: hints?.[at(grid.styles, index)],
      weights,
      isUnicode,
    });
  }
  return cells;
}

function haveLegacyFont(runs: ReadonlyMap<string, readonly TextRun[]>, hints: StyleHints): boolean {
  return hints !== undefined || [...runs.values()].flat().some((run) => fontHint(run.fontName) !== undefined);
}

function holdsText(grid: Grid, index: number): boolean {
  const kind = kindAt(grid, index);
  return kind === "text" || kind === "covered";
}
