// Findings of one file as they come. Where a whole column is wrong, the same is found in every row: a person mends the first
// and runs again, and a list of a million helps nobody. What is left out is counted, never dropped in silence.

import { type FindingDraft, type Place, values } from "./finding.js";
import { vietnameseNumber } from "./number-text.js";

/** Findings of one code and wording on one sheet that are told one by one. */
export const MOST_ALIKE = 1000;

interface Alike {
  readonly last: FindingDraft;
  count: number;
  leftOut: number;
}

export class FindingList {
  private readonly told: FindingDraft[] = [];
  /** By sheet, code and wording. */
  private readonly alike = new Map<string | undefined, Map<string, Map<string | undefined, Alike>>>();

  /** Takes a finding; beyond the most that are told alike it is only counted. */
  add(draft: FindingDraft): void {
    const alike = this.alikeOf(draft);
    alike.count += 1;
    if (alike.count > MOST_ALIKE) alike.leftOut += 1;
    else this.told.push(draft);
  }

  /** Counts further findings like this one. */
  leaveOut(draft: FindingDraft, count: number): void {
    if (count > 0) this.alikeOf(draft).leftOut += count;
  }

  /** All that are told, and V-K15 (còn nữa) for each kind of which some were left out: how many. */
  all(): readonly FindingDraft[] {
    const rest: FindingDraft[] = [];
    for (const byCode of this.alike.values()) {
      for (const byVariant of byCode.values()) {
        for (const alike of byVariant.values()) if (alike.leftOut > 0) rest.push(leftOutDraft(alike));
      }
    }
    return rest.length === 0 ? this.told : [...this.told, ...rest];
  }

  private alikeOf(draft: FindingDraft): Alike {
    const { code, variant } = draft;
    const byCode = this.alike.get(draft.place.sheet) ?? new Map<string, Map<string | undefined, Alike>>();
    this.alike.set(draft.place.sheet, byCode);
    const byVariant = byCode.get(code) ?? new Map<string | undefined, Alike>();
    byCode.set(code, byVariant);
    const alike = byVariant.get(variant) ?? { last: draft, count: 0, leftOut: 0 };
    byVariant.set(variant, alike);
    return alike;
  }
}

function leftOutDraft({ last, leftOut }: Alike): FindingDraft {
  const { file, sheet } = last.place;
  const place: Place = sheet === undefined ? { file } : { file, sheet };
  const told = { k: vietnameseNumber(leftOut), mã: last.code, "giới hạn": vietnameseNumber(MOST_ALIKE) };
  return { code: "V-K15", variant: "còn nữa", place, values: values(told) };
}
