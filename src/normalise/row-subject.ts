// What a row of a table speaks of: a branch, a child unit, the reporting unit itself, one of its own funds.

import type { CellAddress } from "../model/cell-address.js";
import { branchKey, type Unit, type UnitKey } from "../model/unit.js";
import type { WordsOf } from "./name-words.js";

export interface RowText {
  readonly row: number;
  readonly name: string;
  readonly code: string;
  /** True where the code was stored as a number, so that its leading zeros are lost. */
  readonly isCodeNumber: boolean;
  /** Name of the district in a column of its own; empty where there is none. */
  readonly district: string;
  /** True where the row names the holder of a fund. */
  readonly hasHolder: boolean;
  readonly cell: CellAddress;
}

export type RowSubject =
  | { readonly kind: "data"; readonly unit: UnitKey }
  /** A district above its communes. */
  | { readonly kind: "district"; readonly unit: UnitKey }
  | { readonly kind: "own-total" }
  | { readonly kind: "own" }
  | { readonly kind: "unknown" };

export interface RowSubjects {
  of(row: RowText): RowSubject;
  /** A heading between rows, which may name the district of the rows below it; gives that district. */
  enterGroup(name: string): UnitKey | undefined;
}

export const UNKNOWN: RowSubject = { kind: "unknown" };
export const OWN: RowSubject = { kind: "own" };
export const OWN_TOTAL: RowSubject = { kind: "own-total" };

/** Rows of a submission whose unit is not known: nothing can be told, and nothing more is said about it. */
export const NO_SUBJECTS: RowSubjects = { of: () => UNKNOWN, enterGroup: () => undefined };

/**
 * Rows about branches of `commune`. A branch is known by its code or else its name, and never looked up. A row with a
 * holder is one of the commune's own or named funds, unless a branch of that name or code stands in a table without
 * holders (`isBranch`). One and the same for all tables of a workbook.
 */
export function createBranchRows(
  commune: Unit,
  { wordsOf, isBranch }: { readonly wordsOf: WordsOf; readonly isBranch: (mark: string) => boolean },
): RowSubjects {
  const own = wordsOf(commune.name).spelled;
  return {
    of: ({ name, code, hasHolder }) => {
      const { same, spelled, isWholeArea } = wordsOf(name);
      if (isWholeArea || spelled === own) return hasHolder ? OWN : OWN_TOTAL;
      const mark = code === "" ? same : code;
      if (hasHolder && !isBranch(same) && !isBranch(mark)) return OWN;
      return mark === "" ? UNKNOWN : { kind: "data", unit: branchKey(commune.key, mark) };
    },
    enterGroup: () => undefined,
  };
}
