// The manifest of a run: what every figure of an output rests on, down to cells. One archive beside the output, so that a
// cell is traced from the two of them alone. Its parts are JSON:
//
//   ban-ke.json             the run: tool, hashes of files and declarations, names of units and indicators
//   o.json                  printed cells by sheet: which total each shows
//   o-in.json               where an office's own form shows it otherwise than as its number: what stands there
//   nhom.json               units whose figures stand together in columns, with the files that give them
//   chi-tieu/<indicator>    the totals, each with its parts or reported facts, or a column of them
//   tep/<number>.json       figures of some files as they were typed, by file and cell

import type { Operation } from "../model/fact.js";
import type { QuantityState } from "../model/quantity.js";

export const MANIFEST_MARK = "khuyenhoc nguon-goc";
export const MANIFEST_SCHEMA = 3;
/** Schemas that are read. 2 had no columns: each total stood for itself. */
export const READABLE_SCHEMAS: readonly number[] = [2, MANIFEST_SCHEMA];
const ENDING = ".nguon-goc.zip";

/** Path of the manifest beside an output: `tong-hop.xlsx` → `tong-hop.nguon-goc.zip`. */
export function manifestPath(output: string): string {
  return output.replace(/\.[^./\\]+$/, "") + ENDING;
}

/** True for the name of a manifest: nobody sent it. */
export function isManifestName(name: string): boolean {
  return name.toLowerCase().endsWith(ENDING);
}

/** Files whose figures lie in one part: many small parts take long to pack, a large one long to open. */
export const FILES_IN_PART = 64;

export const PARTS = {
  head: "ban-ke.json",
  cells: "o.json",
  shown: "o-in.json",
  groups: "nhom.json",
  totals: (indicator: string) => `chi-tieu/${indicator}.json`,
  files: (index: number) => `tep/${Math.floor(index / FILES_IN_PART) + 1}.json`,
} as const;

export interface ManifestFile {
  /** As given on the command line. */
  readonly path: string;
  readonly sha256: string;
  /** What became of it: accepted, returned, … */
  readonly verdict: string;
  readonly revision: number | null;
  /** Period it reports on, «2024-06»; null where it does not tell. */
  readonly period: string | null;
}

export interface ManifestIndicator {
  readonly name: string;
  readonly measuredIn: string;
  /** A ratio is printed times this: 100 for percents. */
  readonly times?: number;
}

export interface ManifestHead {
  readonly mark: typeof MANIFEST_MARK;
  readonly schema: number;
  readonly version: string;
  /** Moment of the run, ISO text. */
  readonly created: string;
  readonly unit: string;
  readonly period: string;
  readonly asOf: string;
  readonly output: { readonly name: string; readonly sha256: string };
  /** SHA-256 of all declarations but the register, and of the register. */
  readonly declarations: string;
  readonly register: string;
  readonly indicators: Readonly<Record<string, ManifestIndicator>>;
  readonly files: readonly ManifestFile[];
  /** Key and name of each unit; totals name a unit by its place here. */
  readonly units: readonly (readonly [key: string, name: string])[];
}

/** A number where known, else the reason why not. */
export type StoredQuantity = number | Exclude<QuantityState, "known">;

/** Sheet and cells; `counted` where each cell counts one. */
export type StoredSource = readonly [sheet: string, cells: string, how: "added" | "counted"];

export type StoredFact = readonly [
  file: number,
  quantity: StoredQuantity,
  holder: string,
  sources: readonly StoredSource[],
];

/** Place in the list of the same indicator, or `indicator:place` in that of another; the first of several and how many. */
export type StoredPart = number | string | readonly [first: number, count: number];

export type StoredTotal = readonly [
  unit: number,
  operation: Operation,
  quantity: StoredQuantity,
  have: number,
  due: number,
  flags: "" | "estimate",
  parts: readonly StoredPart[],
  facts: readonly StoredFact[],
];

/** Units by their places in the head, and the file that gives the figures of each. */
export type StoredGroup = readonly [units: readonly number[], files: readonly number[]];

/** A fact that every unit of a group gives: where it stands, and by unit how much and in which cells, if in any. */
export type StoredColumn = readonly [
  holder: string,
  sheet: string | null,
  how: StoredSource[2],
  quantities: readonly StoredQuantity[],
  cells: readonly string[],
];

/**
 * Totals of the units of a group, in its order, which follow each other in a list: each rests on facts alone, its quantity
 * is what they add up to, its coverage what follows from that.
 */
export interface StoredTotals {
  readonly group: number;
  readonly operation: Operation;
  readonly facts: readonly StoredColumn[];
}

/** The totals of an indicator as they are written. */
export type StoredList = readonly (StoredTotal | StoredTotals)[];

/** By sheet, then by cell as Excel names it: the total it shows. */
export type StoredCells = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** By sheet and cell: the number or text that stands there. */
export type StoredShown = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** A figure alone where it was typed plainly; else the text as typed, and the figure it stands for, if it stands for one. */
export type TypedCell = number | null | readonly [typed: string] | readonly [typed: string, value: number];

/** Figures of a sheet: runs of a column from their first cell down, in whole đồng where they are money. */
export interface SheetEvidence {
  readonly runs: Readonly<Record<string, readonly TypedCell[]>>;
  /** What one unit written in a column stands for, by its letters, where that is not 1: đồng, or 0,01 for %. */
  readonly factors?: Readonly<Record<string, number>>;
}

export type FileEvidence = Readonly<Record<string, SheetEvidence>>;

/** By place in the list of files. */
export type StoredEvidence = Readonly<Record<string, FileEvidence>>;
