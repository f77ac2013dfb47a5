// The grouping (cụm thi đua) that a cover speaks of, by its id in the place of a code or by its name.

import type { IsoDate } from "../model/iso-date.js";
import type { Register } from "../model/register.js";
import { sameText } from "../model/text.js";
import type { Grouping } from "../model/unit.js";
import type { Cover } from "./read-cover.js";

/** The grouping of a cover at a date; undefined for ordinary units. */
export type FindGrouping = (cover: Cover, date: IsoDate) => Grouping | undefined;

/** Looks groupings up in a register; of several with one id or name the first one declared counts. */
export function createGroupingFinder(register: Register): FindGrouping {
  const byId = new Map<string, Grouping>();
  const byName = new Map<string, Grouping>();
  for (const grouping of register.groupings) {
    const name = sameText(grouping.name);
    if (!byId.has(grouping.id)) byId.set(grouping.id, grouping);
    if (!byName.has(name)) byName.set(name, grouping);
  }
  return ({ entries }, date) => {
    const code = entries.get("unit.code")?.text ?? "";
    const name = entries.get("unit.name")?.text ?? "";
    const found = code !== "" ? byId.get(code) : name !== "" ? byName.get(sameText(name)) : undefined;
    return found === undefined ? undefined : (register.groupingAt(found.id, date) ?? found);
  };
}
