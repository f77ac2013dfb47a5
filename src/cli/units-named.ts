// Units that a typed text may mean: by code, or by name with marks or without. A suggestion to choose from, never a match.

import type { OrgTree } from "../model/org-tree.js";
import { looseText } from "../model/text.js";
import type { Unit } from "../model/unit.js";

/** The unit of that code, else those whose name, with its type or without, is the text; in register order. */
export function unitsMeant(text: string, tree: OrgTree): readonly Unit[] {
  const coded = tree.byCode(text.trim());
  return coded === undefined ? unitsNamed(text, tree) : [coded];
}

/** Units whose name is the text, with marks or without, with its type or without. */
export function unitsNamed(text: string, tree: OrgTree): readonly Unit[] {
  const typed = looseText(text);
  if (typed === "") return [];
  return [...tree.units()].filter(({ name }) => {
    const loose = looseText(name);
    return loose === typed || loose.endsWith(` ${typed}`);
  });
}

/** «Xã Hướng Phùng, Tỉnh Quảng Trị (19441)». */
export function unitInWords(unit: Unit, tree: OrgTree): string {
  const above = tree.parentOf(unit.key);
  const place = above === undefined || above.level === "national" ? "" : `, ${above.name}`;
  return `${unit.name}${place} (${unit.code})`;
}
