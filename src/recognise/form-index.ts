// All headings and synonyms of a catalogue's forms, prepared once for look-up. Knows forms only as declarations.

import type { Catalogue } from "../model/catalogue.js";
import type { Field, Form, Grain } from "../model/form.js";
import { headingKeys } from "./heading-key.js";
import { wordKey } from "./word-key.js";

/** One grain of one form. */
export interface FormSlot {
  readonly index: number;
  readonly form: Form;
  readonly grain: Grain;
}

/** A field that a key may mean; `rank` counts how much of the declared heading's brackets the key leaves out (0–2). */
export interface FieldEntry {
  readonly slot: FormSlot;
  readonly field: Field;
  readonly rank: number;
}

export interface FormIndex {
  readonly slots: readonly FormSlot[];
  /** Fields of table grains, by key. */
  readonly columns: ReadonlyMap<string, readonly FieldEntry[]>;
  /** Fields of label–value grains, by key. */
  readonly labels: ReadonlyMap<string, readonly FieldEntry[]>;
  /** Fields of table grains, by the keys of the groups of columns they belong to. */
  readonly groups: ReadonlyMap<string, readonly FieldEntry[]>;
  /** Keys of the titles of former years, by form. */
  readonly formerTitles: ReadonlyMap<Form, readonly FormerKey[]>;
  /** First words and last words of the headings of tables: what upper and lower tiers may say. */
  readonly upperTiers: ReadonlySet<string>;
  readonly lowerTiers: ReadonlySet<string>;
  /** All keys of headings and of their tiers. */
  readonly headingWords: ReadonlySet<string>;
}

/** The key of a former title, and the title that came after it. */
export interface FormerKey {
  readonly key: string;
  readonly now: string;
}

/** Builds the index of every form in force. */
export function indexForms(catalogue: Catalogue): FormIndex {
  const slots: FormSlot[] = [];
  const columns = new Map<string, FieldEntry[]>();
  const labels = new Map<string, FieldEntry[]>();
  const groups = new Map<string, FieldEntry[]>();
  const formerTitles = new Map<Form, readonly FormerKey[]>();
  const keysOf = rememberKeys();
  for (const form of catalogue.forms.values()) {
    formerTitles.set(form, formerKeys(form));
    for (const { grain, fields } of form.grains) {
      const slot = { index: slots.length, form, grain };
      slots.push(slot);
      for (const field of fields) {
        addField(grain === "value" ? labels : columns, { slot, field, keysOf });
        if (grain !== "value") addGroups(groups, { slot, field, keysOf });
      }
    }
  }
  const upperTiers = new Set<string>();
  const lowerTiers = new Set<string>();
  for (const key of columns.keys()) addTiers(key, upperTiers, lowerTiers);
  for (const { key } of [...formerTitles.values()].flat()) upperTiers.add(key);
  const headingWords = new Set([...columns.keys(), ...upperTiers, ...lowerTiers]);
  return { slots, columns, labels, groups, formerTitles, upperTiers, lowerTiers, headingWords };
}

/** True for the column that names a row: a unit, a branch, a fund. */
export function isNameField(field: Field): boolean {
  return field.role === "identity" && field.code.endsWith(".name");
}

/** The entries of a heading in one map: those of its most particular key, by slot those of the lowest rank. */
export function entriesFor(
  map: ReadonlyMap<string, readonly FieldEntry[]>,
  keys: readonly string[],
): readonly FieldEntry[] {
  if (!keys.some((key) => map.has(key))) return [];
  const found = new Map<FormSlot, FieldEntry[]>();
  for (const key of keys) {
    const best = new Map<FormSlot, FieldEntry[]>();
    for (const entry of map.get(key) ?? []) {
      if (found.has(entry.slot)) continue;
      const known = best.get(entry.slot);
      const [first] = known ?? [];
      if (first === undefined || entry.rank < first.rank) best.set(entry.slot, [entry]);
      else if (entry.rank === first.rank) known?.push(entry);
    }
    for (const [slot, entries] of best) found.set(slot, entries);
  }
  return [...found.values()].flat();
}

/** Keys by text: grains and forms share most of their headings. */
function rememberKeys(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const keys = headingKeys(text);
    known.set(text, keys);
    return keys;
  };
}

interface FieldGiven {
  readonly slot: FormSlot;
  readonly field: Field;
  readonly keysOf: (text: string) => readonly string[];
}

/** Adds a field under all its keys. Fields are added one after another, so an entry of this field is a list's last. */
function addField(map: Map<string, FieldEntry[]>, { slot, field, keysOf }: FieldGiven): void {
  const entriesByRank: FieldEntry[] = [];
  const addText = (text: string): void => {
    keysOf(text).forEach((key, rank) => {
      entriesByRank[rank] ??= { slot, field, rank };
      addEntry(map, key, entriesByRank[rank]);
    });
  };
  addText(field.heading);
  field.synonyms.forEach(addText);
}

/** Groups of figures only: which of them is meant is asked where a group's heading stands alone. */
function addGroups(map: Map<string, FieldEntry[]>, { slot, field, keysOf }: FieldGiven): void {
  if (field.role !== "indicator") return;
  for (const text of field.groups) for (const key of keysOf(text)) addEntry(map, key, { slot, field, rank: 0 });
}

function formerKeys({ formerTitles }: Form): readonly FormerKey[] {
  return [...(formerTitles ?? [])].flatMap(([now, texts]) => texts.map((text) => ({ key: wordKey(text), now })));
}

function addEntry(map: Map<string, FieldEntry[]>, key: string, entry: FieldEntry): void {
  const entries = map.get(key);
  const last = entries?.at(-1);
  if (entries === undefined || last === undefined) map.set(key, [entry]);
  else if (last.field !== entry.field || last.slot !== entry.slot) entries.push(entry);
  else if (entry.rank < last.rank) entries[entries.length - 1] = entry;
}

/** The longest first: where it is known, all shorter ones are. */
function addTiers(key: string, upper: Set<string>, lower: Set<string>): void {
  for (let space = key.lastIndexOf(" "); space > 0; space = key.lastIndexOf(" ", space - 1)) {
    const first = key.slice(0, space);
    if (upper.has(first)) break;
    upper.add(first);
  }
  for (let space = key.indexOf(" "); space > 0; space = key.indexOf(" ", space + 1)) {
    const last = key.slice(space + 1);
    if (lower.has(last)) break;
    lower.add(last);
  }
}
