// The answer of units as one JSON object; fields are added to, never changed.

import type { Register } from "../../model/register.js";
import type { Unit } from "../../model/unit.js";
import type { NameAnswer } from "../../pipeline/look-up-name.js";
import type { UnitsAsked } from "../commands/units.js";

/**
 * `kind`: found (one unit, and the stage that decided) · ambiguous (several) · unknown (`units` are likely ones, best
 * first).
 */
export function unitsJson({ text, asOf, parent }: UnitsAsked, answer: NameAnswer, register: Register): string {
  const units =
    answer.kind === "found" ? [answer.unit] : answer.kind === "ambiguous" ? answer.units : answer.suggestions;
  const stage = answer.kind === "found" ? answer.stage : null;
  const shown = { schemaVersion: 1, query: text, asOf, parent: parent?.key ?? null, kind: answer.kind, stage };
  return JSON.stringify({ ...shown, units: units.map((unit) => unitObject(unit, register)) }, undefined, 2);
}

function unitObject(unit: Unit, register: Register) {
  const { key, code, name, type, level, parentCode, from, fromKnown, until, aliases } = unit;
  return {
    key,
    code,
    name,
    type,
    level,
    parent: parentCode ?? null,
    from,
    fromKnown,
    until: until ?? null,
    aliases,
    successors: register.successorsOf(key).map(({ next, extent, source }) => ({ key: next, extent, source })),
    predecessors: register.predecessorsOf(key).map(({ old, extent, source }) => ({ key: old, extent, source })),
  };
}
