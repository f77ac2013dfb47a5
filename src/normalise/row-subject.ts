// What a row of a table speaks of: a branch, a child unit, the reporting unit itself, one of its own funds.

import type { CellAddress } from "../model/cell-address.js";
import { sameText } from "../model/text.js";
import { branchKey, type Unit, type UnitKey } from "../model/unit.js";

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
/** Words after «toàn» that mean an area; «Toàn Thắng» is a name. */
const AREAS = [
  "xã",
  "phường",
  "thị trấn",
  "đặc khu",
  "huyện",
  "quận",
  "thị xã",
  "thành phố",
  "tỉnh",
  "cụm",
  "quốc",
  "ngành",
  "hội",
  "đơn vị",
  "địa bàn",
];
const WHOLE_AREA = new RegExp(`^(?:${AREAS.map((area) => sameText(`toàn ${area}`)).join("|")})(?= |$)`, "u");

/** Rows of a submission whose unit is not known: nothing can be told, and nothing more is said about it. */
export const NO_SUBJECTS: RowSubjects = { of: () => UNKNOWN, enterGroup: () => undefined };

/** True for «Toàn xã», «Toàn tỉnh»: the row stands for the whole unit. `same` is the name as `sameText`. */
export function isWholeArea(same: string): boolean {
  return WHOLE_AREA.test(same);
}

/**
 * Rows about branches of `commune`. A branch is known by its code or else its name, and never looked up. A row with a
 * holder is one of the commune's own or named funds, unless a branch of that name or code stands in a table without
 * holders (`isBranch`).
 */
export function createBranchRows(
  commune: Unit,
  words: {
    readonly same: (text: string) => string;
    /** As `same`, without numbering and the words «Hội Khuyến học» before the name. */
    readonly spelled: (text: string) => string;
    readonly isBranch: (mark: string) => boolean;
  },
): RowSubjects {
  const own = words.spelled(commune.name);
  return {
    of: ({ name, code, hasHolder }) => {
      const mark = words.same(name);
      const isSelf = isWholeArea(mark) || words.spelled(name) === own;
      if (isSelf) return { kind: hasHolder ? "own" : "own-total" };
      const key = code === "" ? mark : code;
      if (hasHolder && !words.isBranch(mark) && !words.isBranch(key)) return { kind: "own" };
      return key === "" ? UNKNOWN : { kind: "data", unit: branchKey(commune.key, key) };
    },
    enterGroup: () => undefined,
  };
}
