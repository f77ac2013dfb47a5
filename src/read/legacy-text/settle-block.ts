// The cells of a block whose encoding is decided, one by one. What is Unicode for certain stays; what could be either
// follows its block, and where Unicode stands in the block too, its row and its column.

import { at } from "../../model/outcome.js";
import { CODE_PAGES, type CodePage, decodeLetters } from "./decode-letters.js";
import { readingOf, type Settled, stanceOf, type TextCell } from "./text-cell.js";
import { traitsOf } from "./text-traits.js";
import { STRANGE } from "./trait-bits.js";

/** What the texts around a cell are: how many more are legacy than Unicode, in its row and in its column. */
export interface Lean {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  /** True where the block holds Unicode for certain. */
  readonly isMixed: boolean;
  readonly whole: number;
}

/** What was decided, and what else stands around. */
export interface Block {
  readonly encoding: CodePage;
  readonly by: "sheet" | "column";
  readonly lean: Lean;
}

/** Settles the cells of a block. Those that stay as they are without a question are left out. */
export function settleBlock(cells: readonly TextCell[], block: Block): readonly Settled[] {
  const { encoding, lean } = block;
  return cells.flatMap((cell) => {
    const rival = rivalOf(cell, encoding);
    if (rival !== undefined) return [unsure(cell, rival)];
    const verdict = verdictOn(cell, encoding, lean);
    if (verdict === "keep") return [];
    return [verdict === "decode" ? decoded(cell, encoding, block.by) : unsure(cell, encoding)];
  });
}

/** The cell with its text decoded. */
export function decoded(cell: TextCell, encoding: CodePage, by: "sheet" | "column"): Settled {
  return { kind: "decoded", cell, encoding, text: decodeLetters(cell.text, readingOf(cell, encoding)), by };
}

/** The cell left alone, with what it may mean. */
export function unsure(cell: TextCell, encoding: CodePage): Settled {
  return { kind: "unsure", cell, encoding, text: decodeLetters(cell.text, readingOf(cell, encoding)), by: "column" };
}

/** The encoding of a cell that is told by its own words; undefined where they do not tell. */
export function ownEncoding(cell: TextCell): CodePage | undefined {
  const found = CODE_PAGES.filter((encoding) => stanceOf(cell, encoding) === "for");
  const gained = (encoding: CodePage): number => cell.weights.under[encoding].gained;
  return found.sort((a, b) => gained(b) - gained(a))[0];
}

function verdictOn(cell: TextCell, encoding: CodePage, lean: Lean): "keep" | "decode" | "ask" {
  switch (stanceOf(cell, encoding)) {
    case "proven":
      return "keep";
    case "for":
      return "decode";
    case "against":
      if (lean.isMixed) return "keep";
      // Names of minority languages are words in no encoding; one word that is Vietnamese only so speaks for the cell.
      return cell.weights.under[encoding].gained > 0 ? "decode" : "ask";
    case "open":
      return lean.isMixed ? byNeighbours(cell, lean) : "decode";
  }
}

function byNeighbours(cell: TextCell, lean: Lean): "keep" | "decode" | "ask" {
  if (cell.weights.valid === 0 && (traitsOf(cell.text) & STRANGE) !== 0) return "decode";
  const row = Math.sign(lean.rows.get(cell.row) ?? Number.NaN);
  const column = Math.sign(lean.columns.get(cell.column) ?? Number.NaN);
  const signs = [row, column].filter((sign) => sign === 1 || sign === -1);
  if (signs.length === 0) return lean.whole < 0 ? "keep" : "decode";
  if (signs.every((sign) => sign === at(signs, 0))) return signs[0] === 1 ? "decode" : "keep";
  return "ask";
}

/** Another encoding under which the cell alone is better. */
function rivalOf(cell: TextCell, encoding: CodePage): CodePage | undefined {
  const own = ownEncoding(cell);
  if (own === undefined || own === encoding) return undefined;
  return cell.weights.under[own].gained > cell.weights.under[encoding].gained ? own : undefined;
}

/** What the cells say about an encoding by row and by column. */
export function leanOf(cells: readonly TextCell[], encoding: CodePage): Lean {
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  let isMixed = false;
  let whole = 0;
  for (const cell of cells) {
    const stance = stanceOf(cell, encoding);
    if (stance === "open") continue;
    const step = stance === "for" ? 1 : -1;
    isMixed ||= stance === "proven";
    whole += step;
    move(rows, cell.row, step);
    move(columns, cell.column, step);
  }
  return { rows, columns, isMixed, whole };
}

function move(counts: Map<number, number>, key: number, step: 1 | -1): void {
  const before = counts.get(key);
  counts.set(key, before === undefined ? step : before + step);
}
