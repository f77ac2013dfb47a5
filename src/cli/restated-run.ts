// A run of an earlier period over units that have since been merged or divided, as a run of the unit that is asked for now:
// figures restated to today's territory, for reports that compare with them.

import type { Aggregation, ChildCoverage, ChildResult } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import type { TotalsByIndicator } from "../model/fact.js";
import type { RestatedPeriod } from "../model/period-figures.js";
import { compareResults, type RunResult } from "../pipeline.js";

export interface RestatedRun {
  readonly run: RunResult;
  readonly restatement: Omit<RestatedPeriod, "period">;
}

/**
 * The earlier run under the unit and the direct reporters of `closing`. Undefined where it knows nothing of this territory, or
 * nothing of one of the old units: a part of the territory is no measure of the whole.
 * What was found in its files stays; what is said of its whole area does not concern the unit.
 */
export function restatedRun(run: RunResult, closing: RunResult, catalogue: Catalogue): RestatedRun | undefined {
  const compared = compareResults(run, closing, catalogue);
  const totals = compared?.total.before;
  if (compared === undefined || totals === undefined || !isWhole(totals)) return undefined;
  const { before, after } = compared;
  const children = compared.children.map((child): ChildResult => {
    const isTold = [...(child.before?.values() ?? [])].some(({ quantity }) => quantity.kind === "known");
    return { unit: child.unit, receivedAs: isTold ? "from-below" : "missing", totals: child.before ?? new Map() };
  });
  const { unit } = after;
  const coverage = coverageOf(children, after.coverage);
  const restated: Aggregation = {
    ...before,
    unit,
    totals,
    children,
    coverage,
    ownFunds: [],
    records: [],
    grassroots: [],
  };
  const undivided = new Set(compared.unresolved.map((one) => one.unit)).size;
  return {
    run: { ...run, aggregation: restated, findings: run.findings.filter(({ place }) => place.file !== "") },
    restatement: { madeFrom: compared.total.madeFrom, undivided },
  };
}

/** True where every old unit told something. */
function isWhole(totals: TotalsByIndicator): boolean {
  const told = new Map<string, boolean>();
  for (const { parts } of totals.values()) {
    for (const { unit, quantity } of parts) told.set(unit, told.get(unit) === true || quantity.kind === "known");
  }
  return [...told.values()].every(Boolean);
}

function coverageOf(children: readonly ChildResult[], { noAssociation }: ChildCoverage): ChildCoverage {
  const missing = children.filter(({ receivedAs }) => receivedAs === "missing").map(({ unit }) => unit);
  const received = children.length - missing.length;
  return { due: children.length, received, returned: 0, late: 0, missing, noAssociation };
}
