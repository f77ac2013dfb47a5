// Cells of a source as they were typed, found in the runs of its columns.

import { columnLetters, parseAddress } from "../model/cell-address.js";
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

/** The cells at `addresses`; those without a figure of the form are left out, and so are all where nothing is known. */
export function evidentCells(
  evidence: SheetEvidence | undefined,
  addresses: readonly string[],
): readonly EvidentCell[] {
  if (evidence === undefined) return [];
  const runs = Object.entries(evidence.runs).flatMap(([first, cells]) => {
    const start = parseAddress(first);
    return start === undefined ? [] : [{ ...start, cells }];
  });
  return addresses.flatMap((address): readonly EvidentCell[] => {
    const place = parseAddress(address);
    if (place === undefined) return [];
    const { row, column } = place;
    const run = runs.find((one) => one.column === column && row >= one.row && row < one.row + one.cells.length);
    const cell = run?.cells[row - run.row];
    if (cell === undefined) return [];
    const factor = evidence.factors?.[columnLetters(column)] ?? 1;
    return [{ address, factor, ...typedText(cell, factor) }];
  });
}

function typedText(cell: TypedCell, factor: number): Pick<EvidentCell, "typed" | "value"> {
  if (cell === null) return { typed: "", value: undefined };
  if (typeof cell === "number") return { typed: String(cell / factor), value: cell };
  return { typed: cell[0], value: cell[1] };
}
