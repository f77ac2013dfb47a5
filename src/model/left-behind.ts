// What a file leaves behind for rules that look across the files of a run: plain data, which passes from thread to thread,
// and of persons nothing but keys.

import type { Place } from "./finding.js";
import { at } from "./outcome.js";
import type { Figure } from "./rule.js";

export interface LeftBehind {
  /** True for a file that reports nothing: lists of persons, figures that are only compared. */
  readonly isAll: boolean;
  /** Figures that are compared with those of other files. */
  readonly figures: readonly ComparedFigure[];
  readonly lists: readonly LeftList[];
  /** Entries of its lists, counted: of a file that reports nothing itself. */
  readonly counts?: readonly EntryCount[];
  /** The branches it reports, for entries counted in other files: of a file without such a list. */
  readonly branches?: BranchFigures;
}

/** So many entries of one list that name the same branch; "" where they name none. */
export interface EntryCount {
  /** Id of the rule that counts them. */
  readonly rule: string;
  /** Key of the unit whose list it is. */
  readonly unit: string;
  /** As the first entry has it. */
  readonly branch: string;
  readonly count: number;
  /** Code and heading of the field that names the branch, and its cell at the first entry. */
  readonly field: string;
  readonly label: string;
  readonly place: Omit<Place, "file">;
}

/** Numbers that stand for one name or code in `BranchFigures`: key, sheet row, figure. */
export const PER_BRANCH_KEY = 3;

/** What each branch of a unit reports of one indicator. Every commune leaves it: little more than one array. */
export interface BranchFigures {
  readonly unit: string;
  readonly indicator: string;
  /** Heading, sheet and column of the figures. */
  readonly label: string;
  readonly sheet: string;
  readonly column: number;
  /** For each name and code of a branch, one branch after another: its key, the sheet row, the figure; NaN for none known. */
  readonly figures: Float64Array;
}

/** A figure of a form that is never taken, of a unit whose own figure does not stand in the same file. */
export interface ComparedFigure {
  /** Id of the rule that compares it. */
  readonly rule: string;
  /** Key of the unit. */
  readonly unit: string;
  readonly figure: Figure;
}

/** Entries of one list as keys: two of which some key is the same are alike. */
export interface ListKeys {
  /** Bits of each entry that the check understands. */
  readonly traits: Uint8Array;
  /** The keys of all entries, entry after entry, and where those of each entry end. */
  readonly keys: Float64Array;
  readonly ends: Uint32Array;
}

/** The keys that one rule makes of a file's lists, and where their entries stand. */
export interface LeftList extends ListKeys {
  readonly rule: string;
  /** Code and heading of the field that a finding stands at. */
  readonly field: string;
  readonly label: string;
  /** Sheet and column of that field, for the entries from `from` on. */
  readonly stretches: readonly { readonly from: number; readonly sheet: string; readonly column: number }[];
  /** Sheet row of each entry. */
  readonly rows: Uint32Array;
}

/** Place of an entry in its workbook. */
export function placeOfEntry({ stretches, rows }: LeftList, entry: number): Omit<Place, "file"> {
  const { sheet = "", column = 1 } = stretches.findLast(({ from }) => from <= entry) ?? {};
  return { sheet, cell: { row: at(rows, entry), column } };
}
