// Which records stand for an area: every list of every unit in it once, whoever sent it.

import type { Contribution } from "../model/fact.js";
import { groupBy } from "../model/group-by.js";
import type { UnitRecord } from "../model/record.js";
import type { UnitKey } from "../model/unit.js";
import type { FoldContext } from "./fold-context.js";

/** Records of one unit's list, and who sent them. */
interface SentList {
  readonly by: Contribution;
  readonly records: readonly UnitRecord[];
}

/**
 * The records of the units from `roots` down, in the order of the tree, each list in the order of its rows. A list that
 * came both in its unit's own workbook and in one above is taken from its own.
 */
export function areaRecords(roots: readonly UnitKey[], context: FoldContext): readonly UnitRecord[] {
  const byUnit = new Map<UnitKey, Map<string, SentList>>();
  for (const by of context.contributions.values()) {
    if (by.records === undefined) continue;
    for (const [unit, own] of groupBy(by.records, (record) => record.unit)) {
      const lists = byUnit.get(unit) ?? new Map<string, SentList>();
      byUnit.set(unit, lists);
      for (const [form, records] of groupBy(own, (record) => record.form)) {
        const known = lists.get(form);
        if (known === undefined || isNearer(by, known.by, unit)) lists.set(form, { by, records });
      }
    }
  }
  if (byUnit.size === 0) return [];
  return inTreeOrder(roots, context).flatMap((unit) =>
    [...(byUnit.get(unit)?.values() ?? [])].flatMap(({ records }) => records),
  );
}

/** The unit's own word goes before another's; of others, the lower one's. */
function isNearer(by: Contribution, known: Contribution, unit: UnitKey): boolean {
  if (known.unit === unit) return false;
  return by.unit === unit || by.unit > known.unit;
}

function inTreeOrder(roots: readonly UnitKey[], context: FoldContext): readonly UnitKey[] {
  return roots.flatMap((root) => [
    root,
    ...inTreeOrder(
      context.tree.childrenOf(root).map(({ key }) => key),
      context,
    ),
  ]);
}
