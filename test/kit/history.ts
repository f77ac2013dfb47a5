// A History from plain values: figures of one earlier period by unit and indicator.

import type { History } from "../../src/model/history.js";
import type { Period, Standing } from "../../src/model/period.js";

export interface SketchedPast {
  readonly period: Period;
  readonly standing?: Standing;
  /** By unit or branch key, then by indicator. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Most that rounding may have moved each figure. */
  readonly rounding?: number;
}

export function historyOf({ period, standing, figures, rounding = 0 }: SketchedPast): History {
  const codes = [...new Set(Object.values(figures).flatMap((one) => Object.keys(one)))];
  const reports = Object.entries(figures).map(([unit, values]) => {
    const report = {
      period,
      standing,
      part: "",
      isOwn: true,
      revision: 1,
      values: Float64Array.from(codes, (code) => values[code] ?? Number.NaN),
      roundings: new Float64Array(codes.length).fill(rounding),
    };
    return [unit, [report]] as const;
  });
  return { codes: new Map(codes.map((code, place) => [code, place])), reports: new Map(reports), remade: new Map() };
}
