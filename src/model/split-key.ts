// How the figures of a unit whose people went to several new ones are divided, where an office has declared it.

import { plainCell } from "./remembered-name.js";
import { sameText } from "./text.js";
import type { UnitKey } from "./unit.js";

/** One share: weights of one old unit are compared with each other, whatever they count (people, households). */
export interface SplitKey {
  readonly old: UnitKey;
  readonly next: UnitKey;
  /** 0: gets nothing by the key. */
  readonly weight: number;
  /** The document or count the weight comes from. */
  readonly source: string;
}

/** A declared row: what one new unit gets of an old one. Branches go first, the rest by weight. */
export interface Division extends SplitKey {
  /** Names or codes of the old unit's branches that lie in the new one. */
  readonly branches: readonly string[];
}

/** Columns of the list, in order; branches are separated with «;». */
export const DIVISION_COLUMNS = ["old", "next", "branches", "weight", "source"] as const;

/** Where the list stands in a folder of declarations. */
export const DIVISION_PATH = "units/chia-don-vi.csv";

/** Key under which a branch of the list is found in a report: case, spaces, commas and the place of the tone do not matter. */
export function declaredBranchKey(name: string): string {
  return sameText(plainCell(name));
}
