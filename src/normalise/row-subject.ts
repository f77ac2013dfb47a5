// What a row of a table speaks of: a branch, a child unit, the reporting unit itself, one of its own funds.

import type { CellAddress } from "../model/cell-address.js";
import { branchKey, type Unit, type UnitKey } from "../model/unit.js";
import { type WordsOf, wordsOfStem } from "./name-words.js";

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
  /** What tells its unit from others, in two pieces: put together they are the same for the same unit alone. */
  markOf(row: TypedRow): readonly [string, string];
  /** The first piece of the marks of rows without a code that are named by this stem and a number; undefined where one of them may be no branch. */
  markStemOf(stem: string): string | undefined;
}

export const UNKNOWN: RowSubject = { kind: "unknown" };
export const OWN: RowSubject = { kind: "own" };
export const OWN_TOTAL: RowSubject = { kind: "own-total" };

/** Rows of a submission whose unit is not known: nothing can be told, and nothing more is said about it. */
export const NO_SUBJECTS: RowSubjects = {
  of: () => UNKNOWN,
  enterGroup: () => undefined,
  again: { unitOf: () => undefined, markOf: () => ["", ""], markStemOf: () => undefined },
};

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
      markOf: ({ name, code }) => {
        if (code !== "") return [code, ""];
        const words = wordsOf(name);
        return words.stem === undefined || words.number === undefined ? [words.same, ""] : [words.stem, words.number];
      },
      markStemOf: (stem) => {
        const words = wordsOfStem(stem, wordsOf);
        const mayBeOwn = words === undefined || words.isWholeArea || own.startsWith(words.spelled);
        return mayBeOwn || !words.same.endsWith(" ") ? undefined : words.same;
      },
    },
  };
}
