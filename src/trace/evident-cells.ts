// Cells of a source as they were typed, found in the runs of its columns.

import { addressText, type CellRange, columnLetters, parseAddress, parseRange } from "../model/cell-address.js";
import type { SheetEvidence, TypedCell } from "./manifest.js";

/** A cell of a source as it was typed. */
export interface EvidentCell {
  readonly address: string;
  /** In the unit of the sheet. */
  readonly typed: string;
  /** Whole đồng for money; undefined where the cell gives no figure. */
  readonly value: number | undefined;
  /** đồng in which it is written, 1 where it is no money. */
  readonly factor: number;
}

/** Cells down a column, the first of them in `row`. */
interface Run {
  readonly row: number;
  readonly cells: readonly TypedCell[];
}

/** The typed figures of a sheet; «cells» are named as Excel names them, «L9:L11,M3». */
export class EvidentCells {
  private readonly factors: SheetEvidence["factors"];
  private readonly runs = new Map<number, Run[]>();

  /** Nothing is known of a sheet without evidence. */
  constructor(evidence: SheetEvidence | undefined) {
    this.factors = evidence?.factors;
    for (const [first, cells] of Object.entries(evidence?.runs ?? {})) {
      const start = parseAddress(first);
      if (start === undefined) continue;
      const runs = this.runs.get(start.column) ?? [];
      runs.push({ row: start.row, cells });
      this.runs.set(start.column, runs);
    }
  }

  /** The cells one by one; those without a figure of the form are left out. */
  listed(text: string): readonly EvidentCell[] {
    return rangesIn(text).flatMap((range) => {
      const cells: EvidentCell[] = [];
      for (let row = range.top; row <= range.bottom; row += 1) {
        for (let column = range.left; column <= range.right; column += 1) {
          const cell = this.cellAt(row, column);
          if (cell === undefined) continue;
          const factor = this.factors?.[columnLetters(column)] ?? 1;
          cells.push({ address: addressText({ row, column }), factor, ...typedText(cell, factor) });
        }
      }
      return cells;
    });
  }

  /** What the cells add up to; undefined where none gives a figure. */
  sumOf(text: string): number | undefined {
    let sum: number | undefined;
    for (const range of rangesIn(text)) {
      for (let column = range.left; column <= range.right; column += 1) {
        for (let row = range.top; row <= range.bottom; row += 1) {
          sum = addKnown(sum, figureIn(this.cellAt(row, column)));
        }
      }
    }
    return sum;
  }

  private cellAt(row: number, column: number): TypedCell | undefined {
    const run = this.runs.get(column)?.find((one) => row >= one.row && row < one.row + one.cells.length);
    return run?.cells[row - run.row];
  }
}

/** The sum of two figures, of which either may be none; undefined where both are. */
export function addKnown(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a + b;
}

/** How many cells «L9:L11,M3» names: 4. */
export function cellsNamed(text: string): number {
  const sizeOf = ({ top, left, bottom, right }: CellRange): number => (bottom - top + 1) * (right - left + 1);
  return rangesIn(text).reduce((count, range) => count + sizeOf(range), 0);
}

function rangesIn(text: string): readonly CellRange[] {
  return text.split(",").flatMap((piece) => parseRange(piece) ?? []);
}

function typedText(cell: TypedCell, factor: number): Pick<EvidentCell, "typed" | "value"> {
  if (typeof cell === "number") return { typed: String(cell / factor), value: cell };
  return { typed: cell?.[0] ?? "", value: figureIn(cell) };
}

function figureIn(cell: TypedCell | undefined): number | undefined {
  return typeof cell === "number" ? cell : cell?.[1];
}
