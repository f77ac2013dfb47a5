// Figures of units on the way up: a Fact was reported, a Total was folded from facts or totals and knows from which.

import type { Coverage } from "./coverage.js";
import type { Quantity } from "./quantity.js";
import type { UnitKey } from "./unit.js";

/** Cells of one sheet. */
export interface SourceCells {
  readonly sheet: string;
  /** A1 text: «L9», «L9:L41», or several joined with commas. */
  readonly cells: string;
  /** True where the cells are counted, not added: names of branches of a kind. */
  readonly isCounted?: true;
}

/** Where a reported figure stands: one cell, or the column of rows it was added up from. */
export interface Source extends SourceCells {
  /** Index into the run's list of files. */
  readonly file: number;
  /** Further cells of the same figure that stand on other sheets, or that are counted where these are added. */
  readonly beside?: readonly SourceCells[];
}

/** What a source is made of. */
interface GivenCells extends Pick<SourceCells, "sheet" | "cells"> {
  readonly isCounted?: boolean | undefined;
}

/** Written out, here and below: of a million sources, each put together by spreading has a kind of its own for the engine. */
export function sourceCells({ sheet, cells, isCounted }: GivenCells): SourceCells {
  return isCounted === true ? { sheet, cells, isCounted } : { sheet, cells };
}

/** A figure's own cells, and those of other sheets beside them. */
export function sourceOf(
  file: number,
  { sheet, cells, isCounted }: GivenCells,
  beside: readonly SourceCells[] | undefined,
): Source {
  if (beside === undefined) return isCounted === true ? { file, sheet, cells, isCounted } : { file, sheet, cells };
  return isCounted === true ? { file, sheet, cells, isCounted, beside } : { file, sheet, cells, beside };
}

/** One figure of one unit as its submission gives it, branch rows already added up. */
export interface Fact {
  readonly unit: UnitKey;
  readonly indicator: string;
  /** Fund holder (chủ quỹ) for figures of the fund form, else undefined. */
  readonly holder: string | undefined;
  readonly quantity: Quantity;
  readonly coverage: Coverage;
  /** True where a part was apportioned. */
  readonly estimate: boolean;
  readonly explanation: string;
  readonly source: Source | undefined;
}

/** How a total came about; a share is what a declared key gives of its only part, over time parts follow each other. */
export type Operation = "reported" | "sum" | "over-time" | "count" | "ratio" | "share" | "nothing";

export interface Total {
  readonly unit: UnitKey;
  readonly indicator: string;
  readonly operation: Operation;
  readonly quantity: Quantity;
  readonly coverage: Coverage;
  readonly estimate: boolean;
  /** Fund figures: the known share of each holder. Empty for all others, and where nothing is known. */
  readonly byHolder: ReadonlyMap<string, Quantity>;
  /** What it was folded from: totals of the units below, or the parts of a computed indicator. */
  readonly parts: TotalParts;
  /** Reported facts under a leaf. */
  readonly facts: readonly Fact[];
}

/** Totals below another, to be gone through: some are made anew each time, and kept by nobody. */
export interface TotalParts extends Iterable<Total> {
  /** The same in the same order; those that need not be made one by one stand together. */
  together?(): readonly (Total | TotalColumn)[];
}

/** Figures by their places: index into QUANTITY_STATES, value (NaN unless known). */
export interface FactFigures {
  readonly states: Uint8Array;
  readonly values: Float64Array;
}

/** Facts of one unit by their places; cells as A1 text. */
export interface FactColumns extends FactFigures {
  readonly cells: readonly string[];
}

/** A unit and the facts that the file of it gives. */
export interface FactOwner {
  readonly unit: UnitKey;
  /** Index into the run's list of files. */
  readonly file: number;
  readonly facts: FactColumns;
}

/**
 * Leaf totals of units of which each gave the same facts of one indicator, and nothing more is known of them: the coverage
 * is that of the quantity alone, nothing was apportioned or explained, no holder comes twice. Made one by one they take
 * many times as long, and a nation has hundreds of thousands.
 */
export interface TotalColumn {
  readonly indicator: string;
  readonly operation: Operation;
  /** One object for all indicators of the same units. */
  readonly owners: readonly FactOwner[];
  /**
   * Figures of all owners, place by place: that of an owner stands at `place * owners.length + index`. Gathered from the
   * owners once, because looking them up owner by owner for each indicator takes several times as long.
   */
  readonly figures: FactFigures;
  /** Where each fact stands with every owner. */
  readonly facts: readonly (Pick<Fact, "holder"> & {
    readonly place: number;
    /** Undefined for one that stands in no cell. */
    readonly sheet: string | undefined;
    readonly isCounted: boolean;
  })[];
}

/** True for totals that stand together. */
export function isColumn(part: Total | TotalColumn): part is TotalColumn {
  return "owners" in part;
}

/** All parts, as far as possible together. */
export function partsTogether(parts: TotalParts): Iterable<Total | TotalColumn> {
  return parts.together?.() ?? parts;
}

/** What the facts under a total come from, and what was explained of them. */
export interface Origins {
  /** Places of files in the run's list, beside those of the owners. */
  readonly files: Set<number>;
  /** Owners that stand together: most figures of a unit have the same. */
  readonly owners: Set<TotalColumn["owners"]>;
  readonly explanations: Set<string>;
}

/** Goes through every fact under the total, of which there are hundreds of thousands: no list of them is made. */
export function gatherOrigins(total: Total, into: Origins): void {
  for (const { explanation, source } of total.facts) {
    if (explanation !== "") into.explanations.add(explanation);
    if (source !== undefined) into.files.add(source.file);
  }
  for (const part of partsTogether(total.parts)) {
    if (!isColumn(part)) gatherOrigins(part, into);
    else if (part.facts.some(({ sheet }) => sheet !== undefined)) into.owners.add(part.owners);
  }
}

/** Totals of one unit, by indicator code. */
export type TotalsByIndicator = ReadonlyMap<string, Total>;
