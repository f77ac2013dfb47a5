// Entries of lists in different files that are alike. Lists are known by keys alone: no word of an entry is at hand here.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import { FindingList } from "../model/finding-list.js";
import { groupBy } from "../model/group-by.js";
import { type LeftList, placeOfEntry } from "../model/left-behind.js";
import { at } from "../model/outcome.js";
import type { AcrossLists } from "../model/rule.js";
import { shortPlace } from "../model/short-place.js";

/** A list with the file it stands in. */
export interface FiledList {
  readonly list: LeftList;
  readonly file: string;
}

/**
 * A finding at the later of two entries of different files, in the order of the files; one that an earlier rule spoke of
 * is not spoken of again. The wording may use `b` (its row) and `dòng kia` (where the other stands).
 */
export function listsAcross(lists: readonly FiledList[], { rules }: Catalogue): readonly FindingDraft[] {
  if (new Set(lists.map(({ file }) => file)).size < 2) return [];
  const byRule = groupBy(lists, ({ list }) => list.rule);
  const found = new FindingList();
  const said = new Map<string, Set<string>>();
  for (const { id, bound } of rules) {
    const own = byRule.get(id);
    if (own === undefined || bound.scope !== "whole-list" || bound.across === undefined) continue;
    for (const pair of alikeAcross(own, bound.across)) {
      const rows = said.get(pair.later.file) ?? new Set();
      said.set(pair.later.file, rows);
      const { sheet, cell } = placeOfEntry(pair.later.list, pair.later.entry);
      const row = `${cell?.row} ${sheet}`;
      if (!rows.has(row)) found.add(draftOf(pair, bound.across));
      rows.add(row);
    }
  }
  return found.all();
}

/** More entries of one key than this are no slips: the column holds something else. */
const MOST_OF_A_KEY = 100;

interface PlacedEntry extends FiledList {
  readonly entry: number;
}

interface Pair {
  readonly earlier: PlacedEntry;
  readonly later: PlacedEntry;
}

/** Every entry that is like one of an earlier file, with the first such. */
function alikeAcross(lists: readonly FiledList[], { areAlike }: AcrossLists): readonly Pair[] {
  const shared = keysTwice(lists.map(({ list }) => list.keys));
  if (shared.size === 0) return [];
  const met = new Map<number, PlacedEntry[]>();
  const pairs: Pair[] = [];
  for (const { list, file } of lists) {
    let next = 0;
    for (let entry = 0; entry < list.ends.length; entry += 1) {
      let like: PlacedEntry | undefined;
      const here = { list, file, entry };
      for (const end = at(list.ends, entry); next < end; next += 1) {
        const key = at(list.keys, next);
        if (!shared.has(key)) continue;
        const others = met.get(key) ?? [];
        like ??= others.find((other) => other.file !== file && areAlike(key, traitsOf(other), traitsOf(here)));
        if (others.length < MOST_OF_A_KEY) others.push(here);
        met.set(key, others);
      }
      if (like !== undefined) pairs.push({ earlier: like, later: here });
    }
  }
  return pairs;
}

/** Keys that stand more than once. */
function keysTwice(lists: readonly Float64Array[]): ReadonlySet<number> {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const keys of lists) {
    all.set(keys, length);
    length += keys.length;
  }
  all.sort();
  const twice = new Set<number>();
  for (let index = 1; index < all.length; index += 1) if (all[index] === all[index - 1]) twice.add(at(all, index));
  return twice;
}

function traitsOf({ list, entry }: PlacedEntry): number {
  return at(list.traits, entry);
}

function draftOf({ earlier, later }: Pair, { finding, variant }: AcrossLists): FindingDraft {
  const { list, file, entry } = later;
  const place = { file, ...placeOfEntry(list, entry) };
  return {
    code: finding,
    variant,
    place,
    values: new Map([
      ["b", String(place.cell?.row ?? "")],
      ["dòng kia", shortPlace({ file: earlier.file, ...placeOfEntry(earlier.list, earlier.entry) })],
    ]),
    field: list.field,
    label: list.label,
    found: "",
    rule: list.rule,
  };
}
