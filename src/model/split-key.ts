// How the figures of a unit whose people went to several new ones are divided, where an office has declared it.

import type { UnitKey } from "./unit.js";

/** One share: weights of one old unit are compared with each other, whatever they count (people, households). */
export interface SplitKey {
  readonly old: UnitKey;
  readonly next: UnitKey;
  readonly weight: number;
  /** The document or count the weight comes from. */
  readonly source: string;
}
