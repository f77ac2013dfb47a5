// A name understood as reading a workbook would understand it.

import type { Catalogue } from "../model/catalogue.js";
import type { Unit, UnitKey } from "../model/unit.js";
import { createUnitMatcher } from "../normalise/match-unit.js";
import { createNameWords } from "../normalise/name-words.js";
import { createUnitNames } from "../normalise/named-unit.js";
import type { NameStage } from "../normalise/unit-name-key.js";

/** `stage`: how far the spelling had to be followed (a–d), the name without its type, or a confirmed name. */
export type NameAnswer =
  | { readonly kind: "found"; readonly unit: Unit; readonly stage: NameStage | "bare" | "remembered" }
  | { readonly kind: "ambiguous"; readonly units: readonly Unit[] }
  | { readonly kind: "unknown"; readonly suggestions: readonly Unit[] };

/** How a name is understood in a scope, as reading a workbook of `parent` would; with the stage that decided. */
export function createNameLookUp(
  catalogue: Catalogue,
): (text: string, scope: readonly Unit[], parent?: UnitKey) => NameAnswer {
  const { register } = catalogue;
  const match = createUnitMatcher(register);
  const names = createUnitNames(register, createNameWords());
  return (text, scope, parent) => {
    const spelled = match(text, scope);
    if (spelled.kind === "found") return spelled;
    const named = names.find(text, scope, parent);
    if (named.kind !== "found") return named;
    return { kind: "found", unit: named.unit, stage: named.isBare ? "bare" : "remembered" };
  };
}
