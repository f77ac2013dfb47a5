// One column's tiers → the fields it may mean in each form, by the most particular reading that any heading knows.

import type { Field } from "../model/form.js";
import { entriesFor, type FormIndex, type FormSlot } from "./form-index.js";
import { formerTitleIn } from "./former-title.js";
import { headingKeys, withoutNumbering } from "./heading-key.js";
import { OTHER_FIGURES } from "./sheet-words.js";
import { wordKey } from "./word-key.js";

/** What a column may mean in one form. More than one field: the heading fits them equally well. */
export interface ColumnMatch {
  readonly fields: readonly Field[];
  /** True where all tiers were read, not only the lower ones. */
  readonly isWhole: boolean;
}

const OTHER_KEYS = OTHER_FIGURES.map(wordKey);

/**
 * Matches per form slot. Read in turn, the first that is known decides: all tiers; all but the highest one, two …;
 * the highest with the lowest; the lowest alone. Tiers are left out only while they do not say that the figures are
 * other ones (a plan, last year's, those of a former title).
 */
export function matchColumn(index: FormIndex, tiers: readonly string[]): ReadonlyMap<FormSlot, ColumnMatch> {
  const matches = new Map<FormSlot, ColumnMatch>();
  const clean = tiers.map(withoutNumbering);
  for (const { path, left } of pathsOf(clean)) {
    if (left.some(saysOtherFigures)) continue;
    const found = new Map<FormSlot, Field[]>();
    for (const { slot, field } of entriesFor(index.columns, headingKeys(path.join(" ")))) {
      if (matches.has(slot) || left.some((tier) => saysFormerTitle(index, slot, tier))) continue;
      const fields = found.get(slot);
      if (fields === undefined) found.set(slot, [field]);
      else fields.push(field);
    }
    for (const [slot, fields] of found) matches.set(slot, { fields, isWhole: left.length === 0 });
  }
  return matches;
}

interface Path {
  readonly path: readonly string[];
  /** Tiers left out. */
  readonly left: readonly string[];
}

function pathsOf(tiers: readonly string[]): readonly Path[] {
  const paths: Path[] = [];
  for (let from = 0; from < tiers.length; from += 1) {
    const isLeaf = from === tiers.length - 1;
    if (isLeaf && tiers.length > 2) {
      paths.push({ path: [tiers[0] ?? "", tiers[from] ?? ""], left: tiers.slice(1, -1) });
    }
    paths.push({ path: tiers.slice(from), left: tiers.slice(0, from) });
  }
  return paths;
}

function saysFormerTitle({ formerTitles }: FormIndex, { form }: FormSlot, tier: string): boolean {
  return formerTitleIn(tier, formerTitles.get(form) ?? []) !== undefined;
}

function saysOtherFigures(tier: string): boolean {
  const key = wordKey(tier);
  return OTHER_KEYS.some((word) => key === word || key.startsWith(`${word} `));
}
