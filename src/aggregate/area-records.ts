// Which records stand for an area: every list of every unit in it once, whoever sent it.

import type { Contribution } from "../model/contribution.js";
import { groupBy } from "../model/group-by.js";
import type { UnitRecord } from "../model/record.js";
import { sameText } from "../model/text.js";
import type { UnitKey } from "../model/unit.js";
import type { FoldContext } from "./fold-context.js";

/** Records of one unit's list, and who sent them. */
interface SentList {
  readonly by: Contribution;
  readonly records: readonly UnitRecord[];
}

/**
 * The records of the units from `roots` down, in the order of the tree, each list in the order of its rows. A list that
 * came both in its unit's own workbook and in one above is taken from its own; what its entries leave blank is taken from
 * the entries of the same name above, as when a cluster sets agreed points beside a unit's own; not on forms over which
 * something is `added`, whose sums stand for one file.
 */
export function areaRecords(
  roots: readonly UnitKey[],
  { context, added }: { readonly context: FoldContext; readonly added: ReadonlySet<string> },
): readonly UnitRecord[] {
  const byUnit = new Map<UnitKey, Map<string, SentList[]>>();
  for (const by of context.contributions.values()) {
    if (by.records === undefined) continue;
    for (const [unit, own] of groupBy(by.records, (record) => record.unit)) {
      const lists = byUnit.get(unit) ?? new Map<string, SentList[]>();
      byUnit.set(unit, lists);
      for (const [form, records] of groupBy(own, (record) => record.form)) {
        lists.set(form, [...(lists.get(form) ?? []), { by, records }]);
      }
    }
  }
  if (byUnit.size === 0) return [];
  return inTreeOrder(roots, context).flatMap((unit) =>
    [...(byUnit.get(unit) ?? [])].flatMap(([form, lists]) =>
      oneList(nearestFirst(unit, lists), added.has(form) ? asTheyAre : filled),
    ),
  );
}

type Merge = (records: readonly UnitRecord[], others: readonly UnitRecord[]) => readonly UnitRecord[];

const asTheyAre: Merge = (records) => records;

function nearestFirst(unit: UnitKey, lists: readonly SentList[]): readonly SentList[] {
  return lists.toSorted((a, b) => distance(a.by, unit) - distance(b.by, unit) || byName(a, b));
}

/** The nearest sender's list, with what the merge takes from the others. */
function oneList([nearest, ...others]: readonly SentList[], merge: Merge): readonly UnitRecord[] {
  if (nearest === undefined) return [];
  return others.reduce((records, other) => merge(records, other.records), nearest.records);
}

/** The unit's own word goes before another's. */
function distance(by: Contribution, unit: UnitKey): number {
  return by.unit === unit ? 0 : 1;
}

function byName(a: SentList, b: SentList): number {
  return a.by.unit < b.by.unit ? 1 : -1;
}

/** Only where a name stands once on both sides is it certain that the same entry is meant. */
function filled(records: readonly UnitRecord[], others: readonly UnitRecord[]): readonly UnitRecord[] {
  const named = groupBy(others, ({ name }) => sameText(name));
  const own = groupBy(records, ({ name }) => sameText(name));
  return records.map((record) => {
    const key = sameText(record.name);
    const [other, second] = named.get(key) ?? [];
    const isAlone = own.get(key)?.length === 1;
    return other === undefined || second !== undefined || !isAlone ? record : withBlanksOf(record, other);
  });
}

function withBlanksOf(record: UnitRecord, other: UnitRecord): UnitRecord {
  const numbers = new Map(other.numbers);
  for (const [code, number] of record.numbers) {
    if (number.quantity.kind === "known" || !numbers.has(code)) numbers.set(code, number);
  }
  return { ...record, texts: new Map([...other.texts, ...record.texts]), numbers };
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
