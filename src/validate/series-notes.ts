// What the rules that compare with the past only to note something say of two totals side by side.

import { recordSet } from "../checks/record-set.js";
import type { Aggregation } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import type { TotalsByIndicator } from "../model/fact.js";
import type { FindingDraft } from "../model/finding.js";
import type { History } from "../model/history.js";
import type { Period } from "../model/period.js";
import type { FigureRecord } from "../model/rule.js";

/** The earlier totals of the same unit. */
export interface EarlierTotals {
  readonly period: Period;
  readonly totals: TotalsByIndicator;
}

/** Notes (V-S02) of the rules that look at the units of a run and at earlier figures, on totals in the place of figures. */
export function seriesNotes(before: EarlierTotals, after: Aggregation, catalogue: Catalogue): readonly FindingDraft[] {
  const record = recordOf(after);
  const history = historyOf(before, after.unit.key);
  const context = { unit: undefined, period: after.period, history, area: record };
  return catalogue.rules.flatMap(({ bound, readsPast, finding }): readonly FindingDraft[] => {
    const isNote = catalogue.findingTexts.get(finding)?.severity === "note";
    if (bound.scope !== "units" || readsPast.length === 0 || !isNote) return [];
    return bound
      .run(recordSet([record]), context)
      .failed.map(({ cause: _, ...draft }) => ({ ...draft, place: { file: "" } }));
  });
}

function recordOf({ unit, totals }: Aggregation): FigureRecord {
  const value = (code: string): number | undefined => {
    const quantity = totals.get(code)?.quantity;
    return quantity?.kind === "known" ? quantity.value : undefined;
  };
  return {
    subject: "unit",
    unit: unit.key,
    name: unit.name,
    row: 0,
    value,
    figure: (code) => {
      const total = totals.get(code);
      if (total === undefined) return undefined;
      const { quantity } = total;
      return { code, label: code, place: { file: "" }, typed: "", quantity, scale: 1, rounding: 0 };
    },
  };
}

function historyOf({ period, totals }: EarlierTotals, unit: string): History {
  const codes = new Map([...totals.keys()].map((code, place) => [code, place]));
  const known = [...totals.values()].map(({ quantity }) => (quantity.kind === "known" ? quantity.value : Number.NaN));
  const report = {
    period,
    standing: undefined,
    part: "",
    isOwn: true,
    revision: 1,
    values: Float64Array.from(known),
    roundings: new Float64Array(known.length),
  };
  return { codes, reports: new Map([[unit, [report]]]), remade: new Map() };
}
