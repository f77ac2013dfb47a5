// V-T05: what a unit's own workbook says against what the units below it add up to. Compared, never added.

import type { Contribution } from "../model/contribution.js";
import type { Total, TotalsByIndicator } from "../model/fact.js";
import { type FindingDraft, values } from "../model/finding.js";
import { type Indicator, isMoney } from "../model/indicator.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { Side } from "./choose-side.js";
import type { FoldContext } from "./fold-context.js";
import { type Area, isDue, type UnitNode } from "./unit-node.js";

/** The sides of an area after choosing, with its reporters as each side knows them. */
export interface ComparedSides {
  readonly own: Contribution;
  readonly below: readonly UnitNode[] | undefined;
  readonly rows: readonly UnitNode[] | undefined;
  readonly self: TotalsByIndicator;
  readonly chosen: ReadonlyMap<string, Side>;
}

/** Own figure a, figure of the units below b, over how many of them, and what rounding may have moved. */
interface Comparison {
  readonly own: number;
  readonly below: number;
  readonly compared: number;
  readonly due: number;
  readonly tolerance: number;
}

/**
 * One query per indicator that differs. Rows are compared with workbooks unit by unit, over the units that both
 * speak of; the cover is compared where the other side is complete. A sum that differs because its part does is
 * folded under the part. Amounts written in thousands or more may differ by half a unit for each amount added.
 */
export function compareSides(area: Area, sides: ComparedSides, context: FoldContext): readonly FindingDraft[] {
  const drafts = new Map<string, FindingDraft>();
  for (const indicator of context.folded) {
    const comparison = compareRows(indicator, sides) ?? compareCover(indicator, sides);
    if (comparison === undefined || Math.abs(comparison.own - comparison.below) <= comparison.tolerance) continue;
    drafts.set(
      indicator.code,
      draftOf(area, indicator, { comparison, file: context.files[sides.own.file]?.path ?? "" }),
    );
  }
  return [...drafts].map(([code, draft]) => {
    const parts = context.folded.find((indicator) => indicator.code === code)?.sumOf?.parts ?? [];
    const cause = parts.flatMap((part) => drafts.get(part) ?? [])[0];
    return cause === undefined ? draft : { ...draft, cause };
  });
}

function compareRows(indicator: Indicator, { own, below, rows }: ComparedSides): Comparison | undefined {
  if (below === undefined || rows === undefined) return undefined;
  const workbooks = new Map(below.map((node) => [node.key, node.totals.get(indicator.code)]));
  let [told, sent, compared, terms] = [0, 0, 0, 0];
  for (const row of rows) {
    const figures = [row.totals.get(indicator.code), workbooks.get(row.key)].map(knownValue);
    const [a, b] = figures;
    if (a === undefined || b === undefined) continue;
    told += a;
    sent += b;
    compared += 1;
    if (a !== 0) terms += 1;
  }
  if (compared === 0) return undefined;
  const due = rows.filter(isDue).length;
  return { own: told, below: sent, compared, due, tolerance: roundingOf(indicator, own) * terms };
}

function compareCover(indicator: Indicator, sides: ComparedSides): Comparison | undefined {
  const a = knownValue(sides.self.get(indicator.code));
  const side = isToldByRows(indicator, sides) ? sides.rows : sides.below;
  if (a === undefined || side === undefined) return undefined;
  const due = side.filter(isDue);
  const figures = due.map((node) => node.totals.get(indicator.code));
  const isComplete = figures.every((total) => total !== undefined && total.coverage.have === total.coverage.due);
  const known = figures.map(knownValue).filter((value) => value !== undefined);
  if (!isComplete || known.length === 0) return undefined;
  const below = known.reduce((sum, value) => sum + value, 0);
  const terms = known.filter((value) => value !== 0).length;
  return {
    own: a,
    below,
    compared: due.length,
    due: due.length,
    tolerance: roundingOf(indicator, sides.own) * (terms + 1),
  };
}

function isToldByRows(indicator: Indicator, { below, rows, chosen }: ComparedSides): boolean {
  return rows !== undefined && rows.length > 0 && (below === undefined || chosen.get(indicator.code) === "rows");
}

/** Half the unit of money of the sheet; 0 for counts and where money is in whole đồng. */
function roundingOf(indicator: Indicator, own: Contribution): number {
  const factor = own.moneyFactor === undefined ? 1 : own.moneyFactor;
  return isMoney(indicator) && factor > 1 ? factor / 2 : 0;
}

function knownValue(total: Total | undefined): number | undefined {
  return total?.quantity.kind === "known" ? total.quantity.value : undefined;
}

function draftOf(
  area: Area,
  indicator: Indicator,
  { comparison, file }: { readonly comparison: Comparison; readonly file: string },
): FindingDraft {
  const { own, below, compared, due } = comparison;
  const share = compared === due ? "" : ` (phần của ${compared}/${due} đơn vị trực thuộc có báo cáo riêng)`;
  const difference = own - below;
  return {
    code: "V-T05",
    place: { file },
    values: values({
      "chỉ tiêu": indicator.name,
      "đơn vị": area.ref.name + share,
      a: vietnameseNumber(own),
      b: vietnameseNumber(below),
      c: vietnameseNumber(difference),
    }),
    unit: area.ref.key,
    field: indicator.code,
    label: indicator.name,
    found: vietnameseNumber(own),
    expected: vietnameseNumber(below),
    difference,
  };
}
