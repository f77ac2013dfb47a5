// Names as typed → units, inside a scope the caller knows (a district, the reporters of a province on a date). Only
// spelling, never likeness, decides: accents, type and letters that differ give suggestions. Legacy encodings are
// decoded before, by whoever reads the sheet.

import type { UnitIndex } from "../model/register.js";
import type { Unit } from "../model/unit.js";
import { NAME_STAGES, type NameStage, nameKey } from "./unit-name-key.js";
import { type Likely, likeliest, likelyUnits } from "./unit-name-likeness.js";
import { liesWithin, splitPlace } from "./unit-name-place.js";

/**
 * found: exactly one unit of the scope, at the strictest stage that knows the name (a exact · b case and tone place ·
 * c i/y, hyphens, numbers, abbreviated type · d spaces and apostrophes) · ambiguous: several · unknown: none, with at
 * most five suggestions, best first.
 */
export type UnitMatch =
  | { readonly kind: "found"; readonly unit: Unit; readonly stage: NameStage }
  | { readonly kind: "ambiguous"; readonly units: readonly Unit[] }
  | { readonly kind: "unknown"; readonly suggestions: readonly Unit[] };

/** Matches a name inside a scope. Pass the same array for the same scope: indexes are kept by it. */
export type MatchUnit = (text: string, scope: readonly Unit[]) => UnitMatch;

interface Scope {
  readonly units: readonly Unit[];
  readonly stages: Map<NameStage, ReadonlyMap<string, readonly Unit[]>>;
  likely: readonly Likely[] | undefined;
}

interface Hits {
  readonly stage: NameStage;
  readonly units: readonly Unit[];
}

/**
 * A matcher over a register, which is asked for the units above a candidate where the text names them: «Xã Tân Thành,
 * huyện Yên Thành». A name without its type («Tân Thành») is only suggested.
 */
export function createUnitMatcher(register: UnitIndex): MatchUnit {
  const scopes = new WeakMap<readonly Unit[], Scope>();
  return (text, units) => {
    const scope = scopes.get(units) ?? newScope(units);
    scopes.set(units, scope);
    return matchIn(text, scope, register);
  };
}

function newScope(units: readonly Unit[]): Scope {
  return { units, stages: new Map(), likely: undefined };
}

function matchIn(text: string, scope: Scope, register: UnitIndex): UnitMatch {
  const whole = hitsOf(text, scope);
  if (whole !== undefined) return decided(whole);
  const placed = splitPlace(text);
  if (placed === undefined) return suggested(text, scope);
  const named = hitsOf(placed.name, scope);
  if (named === undefined) return suggested(placed.name, scope);
  const there = named.units.filter((unit) => liesWithin(unit, placed.within, register));
  return there.length === 0 ? { kind: "unknown", suggestions: named.units } : decided({ ...named, units: there });
}

function decided({ stage, units }: Hits): UnitMatch {
  const [unit, ...others] = units;
  return unit === undefined || others.length > 0 ? { kind: "ambiguous", units } : { kind: "found", unit, stage };
}

/** Likeness is worked out when somebody asks for it: most names that fit no unit are tried in the next scope. */
function suggested(text: string, scope: Scope): UnitMatch {
  let found: readonly Unit[] | undefined;
  return {
    kind: "unknown",
    get suggestions() {
      scope.likely ??= likelyUnits(scope.units);
      found ??= likeliest(text, scope.likely);
      return found;
    },
  };
}

function hitsOf(text: string, scope: Scope): Hits | undefined {
  for (const stage of NAME_STAGES) {
    const units = indexOf(scope, stage).get(nameKey(text, stage));
    if (units !== undefined) return { stage, units };
  }
  return undefined;
}

function indexOf(scope: Scope, stage: NameStage): ReadonlyMap<string, readonly Unit[]> {
  const known = scope.stages.get(stage);
  if (known !== undefined) return known;
  const index = new Map<string, Unit[]>();
  for (const unit of scope.units) {
    for (const name of [unit.name, ...unit.aliases]) {
      const key = nameKey(name, stage);
      const list = index.get(key);
      if (list === undefined) index.set(key, [unit]);
      else if (!list.includes(unit)) list.push(unit);
    }
  }
  scope.stages.set(stage, index);
  return index;
}
