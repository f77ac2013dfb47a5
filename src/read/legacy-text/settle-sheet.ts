// What becomes of the texts of one sheet. Cells with a legacy font are one block for each encoding, the others are decided by
// their words: the sheet first, and every column that decides for itself.

import type { Grid } from "../../model/grid.js";
import { decideBlock } from "./decide-block.js";
import { decodeDoubleUtf8 } from "./decode-double-utf8.js";
import { CODE_PAGES, type CodePage } from "./decode-letters.js";
import { decoded, leanOf, ownEncoding, settleBlock, unsure } from "./settle-block.js";
import { settleRuns } from "./settle-runs.js";
import type { Settled, TextCell } from "./text-cell.js";
import { traitsOf } from "./text-traits.js";
import { STRANGE, UNICODE } from "./trait-bits.js";
import type { Weights } from "./weigh-text.js";

/** A sheet once its words are counted. */
export interface SurveyedSheet {
  /** Cells that were settled one by one: texts in several fonts, and double UTF-8, which is told by its bytes. */
  readonly settled: readonly Settled[];
  /** The other cells with a legacy font, by what it says. */
  readonly byFont: ReadonlyMap<CodePage | "unknown", readonly TextCell[]>;
  /** The cells without one, by column, and what was decided about them. */
  readonly free: ReadonlyMap<number, readonly TextCell[]>;
  readonly whole: CodePage | undefined;
  readonly byColumn: ReadonlyMap<number, CodePage>;
}

/** Counts the words of a sheet and decides its blocks. */
export function surveySheet(grid: Grid, cells: readonly TextCell[], weigh: (text: string) => Weights): SurveyedSheet {
  const settled: Settled[] = [];
  const byFont = new Map<CodePage | "unknown", TextCell[]>();
  const free = new Map<number, TextCell[]>();
  const doubles = doublesOf(cells, weigh);
  for (const cell of cells) {
    const double = doubles.get(cell);
    const found: Settled | undefined =
      double === undefined
        ? settleRuns(grid, cell, weigh)
        : { kind: "decoded", cell, encoding: "UTF-8", text: double, by: "sheet" };
    if (found !== undefined) settled.push(found);
    else if (cell.weights.words === 0) continue;
    else if (cell.hint === undefined) push(free, cell.column, cell);
    else push(byFont, cell.hint === "unknown" ? "unknown" : cell.hint.encoding, cell);
  }
  const byColumn = [...free].flatMap(([column, own]) => {
    const encoding = decideBlock(own);
    return encoding === undefined ? [] : [[column, encoding] as const];
  });
  return { settled, byFont, free, whole: decideBlock([...free.values()].flat()), byColumn: new Map(byColumn) };
}

/** Encodings that blocks of the sheet were decided for. */
export function encodingsOf(sheet: SurveyedSheet): readonly CodePage[] {
  return CODE_PAGES.filter((encoding) => sheet.whole === encoding || [...sheet.byColumn.values()].includes(encoding));
}

/**
 * Settles every cell; those that stay as they are without a question are left out. `known` are the encodings that were
 * decided somewhere in the workbook: there a cell that is Vietnamese throughout only in one of them follows.
 */
export function settleSheet(sheet: SurveyedSheet, known: ReadonlySet<CodePage>): readonly Settled[] {
  const free = [...sheet.free.values()].flat();
  const leans = { TCVN3: leanOf(free, "TCVN3"), VNI: leanOf(free, "VNI") };
  return [
    ...sheet.settled,
    ...CODE_PAGES.flatMap((encoding) => {
      const cells = sheet.byFont.get(encoding) ?? [];
      return settleBlock(cells, { encoding, by: "sheet", lean: leanOf(cells, encoding) });
    }),
    ...(sheet.byFont.get("unknown") ?? []).flatMap(settleUnknown),
    ...[...sheet.free].flatMap(([column, cells]) => {
      const encoding = sheet.byColumn.get(column) ?? sheet.whole;
      if (encoding === undefined) return cells.flatMap((cell) => settleAlone(cell, known));
      return settleBlock(cells, { encoding, by: encoding === sheet.whole ? "sheet" : "column", lean: leans[encoding] });
    }),
  ];
}

/**
 * The cells that are UTF-8 read wrongly, with what was meant: none unless one of them shows it by a letter that only Unicode
 * Vietnamese has, or by a character that Vietnamese does not use. The others then follow («â€”» is a dash).
 */
function doublesOf(cells: readonly TextCell[], weigh: (text: string) => Weights): ReadonlyMap<TextCell, string> {
  const doubles = new Map<TextCell, string>();
  let isTold = false;
  for (const cell of cells) {
    const text = cell.isUnicode ? undefined : decodeDoubleUtf8(cell.text);
    if (text === undefined || weigh(text).valid < cell.weights.valid) continue;
    doubles.set(cell, text);
    isTold ||= (traitsOf(cell.text) & STRANGE) !== 0 || (traitsOf(text) & UNICODE) !== 0;
  }
  return isTold ? doubles : new Map();
}

function settleUnknown(cell: TextCell): readonly Settled[] {
  return cell.isUnicode || cell.weights.valid === cell.weights.words ? [] : [{ kind: "unknown-font", cell }];
}

/**
 * A cell of a block without a decision: asked about where its own words are better in one of the encodings and where it has
 * letters that Vietnamese does not use.
 */
function settleAlone(cell: TextCell, known: ReadonlySet<CodePage>): readonly Settled[] {
  const encoding = ownEncoding(cell);
  if (encoding === undefined || (traitsOf(cell.text) & STRANGE) === 0) return [];
  const isWhole = cell.weights.under[encoding].valid === cell.weights.words;
  return [isWhole && known.has(encoding) ? decoded(cell, encoding, "column") : unsure(cell, encoding)];
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
