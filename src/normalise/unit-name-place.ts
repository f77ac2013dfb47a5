// What follows a name to say where the unit lies: «Xã Tân Thành, huyện Yên Thành», «Xã Tân Thành (Yên Thành)». It never
// makes a match; it only chooses among the units that carry the name.

import type { UnitIndex } from "../model/register.js";
import { tidyText } from "../model/text.js";
import { bareName, type Unit } from "../model/unit.js";
import { joinedName } from "./unit-name-key.js";

/** A name and the units it is said to lie in, nearest first. */
export interface PlacedName {
  readonly name: string;
  readonly within: readonly string[];
}

const BREAK = /\s*[,;()]\s*|\s+[-/]?\s*(?=(?:huyện|quận|thị xã|thành phố|tỉnh|h\.|q\.|tx\.?\s|tp\.?\s|t\.)\s*\S)/i;

/** Splits a name from the place that follows it; undefined where nothing follows. */
export function splitPlace(text: string): PlacedName | undefined {
  const parts = tidyText(text)
    .split(BREAK)
    .filter((part) => part !== "");
  const [name, ...within] = parts;
  return name === undefined || within.length === 0 ? undefined : { name, within };
}

/** True where each place names a unit above `unit`, in full or without its type. */
export function liesWithin(unit: Unit, places: readonly string[], units: UnitIndex): boolean {
  const names = new Set<string>();
  for (
    let level = parentsOf(unit, units);
    level.length > 0;
    level = level.flatMap((above) => parentsOf(above, units))
  ) {
    for (const above of level) {
      for (const name of [above.name, bareName(above), ...above.aliases]) names.add(joinedName(name));
    }
  }
  return places.every((place) => names.has(joinedName(place)));
}

/** Units that carried the parent's code while the unit was in force. */
function parentsOf(unit: Unit, units: UnitIndex): readonly Unit[] {
  if (unit.parentCode === undefined) return [];
  return units
    .carriersOf(unit.parentCode)
    .filter(
      (parent) =>
        (parent.until === undefined || unit.from < parent.until) &&
        (unit.until === undefined || parent.from < unit.until),
    );
}
