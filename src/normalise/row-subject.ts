// What a row of a table speaks of: a branch, a child unit, the reporting unit itself, one of its own funds.

import type { CellAddress } from "../model/cell-address.js";
import { branchKey, type Unit, type UnitKey } from "../model/unit.js";
import type { WordsOf } from "./name-words.js";
import { isSpelled } from "./unit-name-key.js";

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
  /** The units of rows of data given again; absent where they hang on more than the texts of the row. */
  readonly again?: UnitsAgain;
}

type TypedRow = Pick<RowText, "name" | "code">;

export interface UnitsAgain {
  unitOf(row: TypedRow): UnitKey | undefined;
  /** What tells its unit from others: the code, else the name as `sameText` gives it. */
  markOf(row: TypedRow): string;
  /** The name of the reporting unit as `sameText` gives it: a row of that name is about no branch. */
  readonly ownName: string;
  /** True for a tidy name that is surely no whole area, and has nothing before or behind it that is not the name. */
  isPlainName(name: string): boolean;
}

export const UNKNOWN: RowSubject = { kind: "unknown" };
export const OWN: RowSubject = { kind: "own" };
export const OWN_TOTAL: RowSubject = { kind: "own-total" };

/** Rows of a submission whose unit is not known: nothing can be told, and nothing more is said about it. */
export const NO_SUBJECTS: RowSubjects = {
  of: () => UNKNOWN,
  enterGroup: () => undefined,
  again: { unitOf: () => undefined, markOf: () => "", ownName: "", isPlainName: () => false },
};

/** How «Toàn xã» may begin, wherever its tone stands. */
const WHOLE = /^t[oòóỏõọ][aàáảãạ][nǹńñṇ](?!\p{L})/iu;
const [SMALL_T, SMALL] = [0x74, 0x20];

/** A commune has fewer branches; of longer lists the further ones have a text each. */
const MOST_SHARED = 2_000;

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
  // The tables of a workbook name the same branches: one text for all, which is told from others the faster for it.
  const known = new Map<string, RowSubject>();
  const branch = (mark: string): RowSubject => {
    // Not made where those are made that are kept: the engine would lay these, too, among what lives long.
    if (known.size >= MOST_SHARED) return { kind: "data", unit: branchKey(commune.key, mark) };
    const met = known.get(mark);
    if (met !== undefined) return met;
    const made: RowSubject = { kind: "data", unit: branchKey(commune.key, mark) };
    known.set(mark, made);
    return made;
  };
  return {
    of: ({ name, code, hasHolder }) => {
      const { same, spelled, isWholeArea } = wordsOf(name);
      if (isWholeArea || spelled === own) return hasHolder ? OWN : OWN_TOTAL;
      const mark = code === "" ? same : code;
      if (hasHolder && !isBranch(same) && !isBranch(mark)) return OWN;
      return mark === "" ? UNKNOWN : branch(mark);
    },
    enterGroup: () => undefined,
    again: {
      unitOf: ({ name, code }) => {
        const mark = code === "" ? wordsOf(name).same : code;
        return mark === "" ? undefined : branchKey(commune.key, mark);
      },
      markOf: ({ name, code }) => (code === "" ? wordsOf(name).same : code),
      ownName: own,
      isPlainName: (name) => !mayBeWhole(name) && isSpelled(name),
    },
  };
}

/** One look at the first letter spares most names the expression. */
function mayBeWhole(name: string): boolean {
  return (name.charCodeAt(0) | SMALL) === SMALL_T && WHOLE.test(name);
}
