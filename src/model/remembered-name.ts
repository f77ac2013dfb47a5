// A name as somebody wrote it, confirmed by a person to mean a unit: remembered for one parent, never for the country.

import type { IsoDate } from "./iso-date.js";
import { sameText } from "./text.js";
import type { UnitKey } from "./unit.js";

export interface RememberedName {
  /** The unit whose reports write the name so. */
  readonly parent: UnitKey;
  /** As written, without commas and quotes, which the list cannot hold. */
  readonly name: string;
  readonly unit: UnitKey;
  /** The day it was confirmed, and by whom; "" where that was not said. */
  readonly since: IsoDate;
  readonly by: string;
}

/** Columns of the list, in order. */
export const REMEMBERED_COLUMNS = ["parent", "name", "unit", "since", "by"] as const;

/** Where the list stands in a folder of declarations. */
export const REMEMBERED_PATH = "units/ten-da-ghi-nho.csv";

/** A text as the list can hold it: one line without commas and quotes. */
export function plainCell(text: string): string {
  return text.replace(/[",\s]+/g, " ").trim();
}

/** Key under which a remembered name is found again: case, spaces and the place of the tone do not matter, marks do. */
export function rememberedKey(name: string): string {
  return sameText(plainCell(name));
}
