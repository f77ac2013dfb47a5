// The cells of a sheet whose letters may stand for others. Most sheets have none, and that is found out first, because it is
// asked for every text of every workbook.

import { type Grid, kindAt, storedText, type TextRun } from "../../model/grid.js";
import { at } from "../../model/outcome.js";
import { decodeDoubleUtf8 } from "./decode-double-utf8.js";
import { type FontHint, fontHint } from "./legacy-font.js";
import type { TextCell } from "./text-cell.js";
import { isOpen, isStriking, traitsOf } from "./text-traits.js";
import { LOOSE, MARKED, STRANGE, UNICODE } from "./trait-bits.js";
import type { Weights } from "./weigh-text.js";

/** What fonts say, by style; undefined where no style has a legacy font. */
export type StyleHints = readonly (FontHint | undefined)[] | undefined;

export interface FirstLook {
  /** True where a text may be legacy text. */
  readonly isSuspect: boolean;
  /** True where a text has marks apart from their letters. */
  readonly hasLooseMarks: boolean;
}

/** The traits of the texts of a table. */
export interface TableTraits {
  /** Of each text; looked at once, when somebody asks. */
  readonly each: () => Uint8Array;
  /** False where no cell needs a look for the sake of its letters alone, whichever text is its own. */
  readonly isStriking: boolean;
}

/** Looks once over the letters of the texts of a table, but for the first `calm` of them, of which none strikes. */
export function traitsOfTable(table: Grid["textTable"], calm: number): TableTraits {
  const { each, isStriking } = lookOver(table, calm);
  let known = calm === 0 ? each : undefined;
  const ofAll = (): Uint8Array => {
    known ??= lookOver(table, 0).each;
    return known;
  };
  return { each: ofAll, isStriking };
}

function lookOver(table: Grid["textTable"], from: number): { readonly each: Uint8Array; readonly isStriking: boolean } {
  const each = new Uint8Array(table.length);
  let isAnyStriking = false;
  for (let id = from; id < each.length; id++) {
    const traits = traitsOf(table[id] ?? "");
    each[id] = traits;
    if (isStriking(traits)) isAnyStriking = true;
  }
  return { each, isStriking: isAnyStriking };
}

/** What the letters of a sheet say, by the traits of its table of texts. */
export function lookAt(grid: Grid, table: TableTraits, hints: StyleHints): FirstLook {
  let isSuspect = grid.runs !== undefined && haveLegacyFont(grid.runs, hints);
  let hasLooseMarks = false;
  if (!table.isStriking && hints === undefined) return { isSuspect, hasLooseMarks };
  const { textIds } = grid;
  const each = table.each();
  for (let index = 0; index < textIds.length; index++) {
    const traits = at(each, at(textIds, index));
    if ((traits & LOOSE) !== 0) hasLooseMarks = true;
    if (!isOpen(traits, MARKED)) continue;
    if (isOpen(traits, STRANGE) || (hints !== undefined && hints[at(grid.styles, index)] !== undefined))
      isSuspect = true;
  }
  return { isSuspect, hasLooseMarks };
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
