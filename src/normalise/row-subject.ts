// What a row of a table speaks of: a branch, a child unit, the reporting unit itself, one of its own funds.

import type { CellAddress } from "../model/cell-address.js";
import { tidyText } from "../model/text.js";
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
  ownName(): string;
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
  again: { unitOf: () => undefined, markOf: () => "", ownName: () => "", isPlainName: () => false },
};

/** How «Toàn xã» may begin, wherever its tone stands. */
const WHOLE = /^t[oòóỏõọ][aàáảãạ][nǹńñṇ](?!\p{L})/iu;
const [SMALL_A, SMALL_T, SMALL_Z, SMALL] = [0x61, 0x74, 0x7a, 0x20];

/** A commune has fewer branches; of longer lists the further ones have a text each. */
const MOST_SHARED = 2_000;

/** What rows of branches speak of: in tables that tell the holders of funds apart, and in all others. */
export interface BranchRows {
  readonly besideHolders: RowSubjects;
  readonly plain: RowSubjects;
}

/**
 * Rows about branches of `commune`. A branch is known by its code or else its name, and never looked up. A row with a
 * holder is one of the commune's own or named funds, unless a branch of that name or code stands in a table without
 * holders (`isBranch`). One and the same for all tables of a workbook.
 */
export function createBranchRows(
  commune: Unit,
  { wordsOf, isBranch }: { readonly wordsOf: WordsOf; readonly isBranch: (mark: string) => boolean },
): BranchRows {
  const ownName = ownNameOf(commune, wordsOf);
  const branches = new BranchesInOrder(commune.key);
  const again: UnitsAgain = {
    unitOf: ({ name, code }) => {
      const mark = code === "" ? wordsOf(name).same : code;
      return mark === "" ? undefined : branchKey(commune.key, mark);
    },
    markOf: ({ name, code }) => (code === "" ? wordsOf(name).same : code),
    ownName: ownName.spelled,
    isPlainName: (name) => !mayBeWhole(name) && isSpelled(name),
  };
  const lookedUp = (row: RowText, table: keyof BranchRows): RowSubject => {
    const { name, code, hasHolder } = row;
    const { same, spelled, isWholeArea } = wordsOf(name);
    if (isWholeArea || ownName.is(spelled)) return hasHolder ? OWN : OWN_TOTAL;
    const mark = code === "" ? same : code;
    if (hasHolder && !isBranch(same) && !isBranch(mark)) return OWN;
    return mark === "" ? UNKNOWN : branches.of(mark, row, table);
  };
  const rowsOf = (table: keyof BranchRows): RowSubjects => ({
    of: (row) => branches.next(row) ?? lookedUp(row, table),
    enterGroup: () => undefined,
    again,
  });
  return { besideHolders: rowsOf("besideHolders"), plain: rowsOf("plain") };
}

interface OwnName {
  /** The commune's name as names are compared. */
  readonly spelled: () => string;
  readonly is: (spelled: string) => boolean;
}

/** Hardly any row begins with the first letter of its commune's name («Xã …»): only for one that does it is understood. */
function ownNameOf({ name }: Unit, wordsOf: WordsOf): OwnName {
  let own: string | undefined;
  const spelled = (): string => {
    own ??= wordsOf(name).spelled;
    return own;
  };
  const letter = name.charCodeAt(0) | SMALL;
  const isTold = letter >= SMALL_A && letter <= SMALL_Z && tidyText(name) === name && isSpelled(name);
  return { spelled, is: (other) => (!isTold || other.charCodeAt(0) === letter) && other === spelled() };
}

/**
 * Branches of a workbook in the order in which they were met. Its tables name the same ones: one text for all, which is
 * told from others the faster for it. They mostly have the same rows in the same order, too: then a row is the branch
 * that comes next where its two texts are, and is not looked up.
 */
class BranchesInOrder {
  private readonly commune: UnitKey;
  private readonly places = new Map<string, number>();
  private readonly subjects: RowSubject[] = [];
  private readonly names: string[] = [];
  private readonly codes: string[] = [];
  /** True for those that stand in a table without holders: a row with a holder may speak of them. */
  private readonly plain: boolean[] = [];
  private expected = 0;

  constructor(commune: UnitKey) {
    this.commune = commune;
  }

  /** The branch that comes next, where it is surely the one that the row names. */
  next({ name, code, hasHolder }: RowText): RowSubject | undefined {
    const { expected, names } = this;
    if (expected === names.length || names[expected] !== name || this.codes[expected] !== code) return undefined;
    if (hasHolder && this.plain[expected] !== true) return undefined;
    this.expected += 1;
    return this.subjects[expected];
  }

  /** The branch of a mark; the known ones behind it are expected next. */
  of(mark: string, { name, code }: RowText, table: keyof BranchRows): RowSubject {
    const place = this.places.get(mark) ?? this.subjects.length;
    const known = this.subjects[place];
    // Not made where those are made that are kept: the engine would lay these, too, among what lives long.
    if (known === undefined && place >= MOST_SHARED) return { kind: "data", unit: branchKey(this.commune, mark) };
    this.expected = place + 1;
    if (known !== undefined) return known;
    const made: RowSubject = { kind: "data", unit: branchKey(this.commune, mark) };
    this.places.set(mark, place);
    this.subjects.push(made);
    this.names.push(name);
    this.codes.push(code);
    this.plain.push(table === "plain");
    return made;
  }
}

/** One look at the first letter spares most names the expression. */
function mayBeWhole(name: string): boolean {
  return (name.charCodeAt(0) | SMALL) === SMALL_T && WHOLE.test(name);
}
