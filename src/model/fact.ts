// Figures of units on the way up: a Fact was reported, a Total was folded from facts or totals and knows from which.

import type { Coverage } from "./coverage.js";
import type { Quantity } from "./quantity.js";
import { inFile, type UnitRecord } from "./record.js";
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

/**
 * What one admitted submission gives: figures of its unit (cover, branch rows added up, own funds) and, from an upper
 * workbook, of its child units. A cluster's workbook gives one contribution per member row.
 */
export interface Contribution {
  /** Index into the run's list of files. */
  readonly file: number;
  readonly unit: UnitKey;
  /** Facts whose `unit` is this unit speak of itself; all others are rows about its child units. */
  readonly facts: readonly Fact[];
  /** Child units that have a row, whatever stands in it. */
  readonly rows: readonly UnitKey[];
  /** Rows of the fund form with a holder: the unit's own and named funds, one by one. Also part of `facts`. */
  readonly ownFunds: readonly { readonly holder: string; readonly name: string; readonly facts: readonly Fact[] }[];
  /** What its branches gave that went to other units when it was divided; only where an office declared which. */
  readonly shares?: readonly BranchShare[];
  /** Entries of the lists in it, its own and those of units below. Absent where there are none. */
  readonly records?: readonly UnitRecord[];
  /** True for a row of a cluster's workbook: its facts are all that is told of the unit and of everything below it. */
  readonly isMemberRow?: boolean;
  /** đồng per unit of money written on its sheets (the largest): amounts may be rounded to it. 1 where absent. */
  readonly moneyFactor?: number;
}

/** Branches of a divided unit that went to one new unit. */
export interface BranchShare {
  readonly next: UnitKey;
  readonly facts: readonly Fact[];
  /** Declared names and codes that no row has. */
  readonly lacking: readonly string[];
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
  readonly parts: readonly Total[];
  /** Reported facts under a leaf. */
  readonly facts: readonly Fact[];
}

/** Totals of one unit, by indicator code. */
export type TotalsByIndicator = ReadonlyMap<string, Total>;

/** The same contribution of a file that stands at another place in the run's list. */
export function ofFile(contribution: Contribution, file: number): Contribution {
  if (contribution.file === file) return contribution;
  const moved = new Map<Fact, Fact>();
  /** A fact of an own fund is one of the facts too, and stays one object. */
  const moveOne = (fact: Fact): Fact => {
    const copy = moved.get(fact) ?? (fact.source === undefined ? fact : { ...fact, source: { ...fact.source, file } });
    moved.set(fact, copy);
    return copy;
  };
  const move = (facts: readonly Fact[]): readonly Fact[] => facts.map(moveOne);
  const { facts, ownFunds, records, shares } = contribution;
  return {
    ...contribution,
    ...(records === undefined ? {} : { records: records.map((record) => inFile(record, file)) }),
    ...(shares === undefined ? {} : { shares: shares.map((share) => ({ ...share, facts: move(share.facts) })) }),
    file,
    facts: move(facts),
    ownFunds: ownFunds.map((fund) => ({ ...fund, facts: move(fund.facts) })),
  };
}
