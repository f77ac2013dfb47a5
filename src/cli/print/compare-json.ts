// The machine-readable answer of compare. Fields are added, never changed.

import type { UnitRef } from "../../model/aggregation.js";
import type { TotalsByIndicator } from "../../model/fact.js";
import { printPeriod } from "../../model/period.js";
import type { ComparedRuns } from "../../pipeline/compare-results.js";
import type { ChangedFile } from "./changed-files.js";

const SCHEMA_VERSION = 1;

/** Both sides, every figure of the unit and of its children, and why they differ. */
export function compareJson(compared: ComparedRuns, changes: readonly ChangedFile[]): string {
  const { before, after, total, children, notes, moved, unresolved, divided, lacking, cameIn, wentOut } = compared;
  const side = ({ unit, period, asOf, standing }: ComparedRuns["before"]) => ({
    unit: unitJson(unit),
    period: printPeriod(period),
    asOf,
    standing: standing ?? null,
  });
  return JSON.stringify(
    {
      schemaVersion: SCHEMA_VERSION,
      before: side(before),
      after: side(after),
      figures: figuresJson(total),
      children: children.map((child) => ({
        unit: unitJson(child.unit),
        madeFrom: child.madeFrom,
        figures: figuresJson(child),
      })),
      notes: notes.map(({ code, message }) => ({ code, message })),
      moved,
      unresolved: unresolved.map(({ unit, candidates, total: { indicator, quantity } }) => ({
        unit,
        candidates,
        indicator,
        value: quantity.kind === "known" ? quantity.value : null,
      })),
      divided,
      branchesLacking: lacking,
      cameIn: cameIn.map(unitJson),
      wentOut: wentOut.map(unitJson),
      files: changes,
    },
    null,
    2,
  );
}

function figuresJson({
  before,
  after,
}: {
  readonly before: TotalsByIndicator | undefined;
  readonly after: TotalsByIndicator;
}) {
  const codes = new Set([...(before?.keys() ?? []), ...after.keys()]);
  return Object.fromEntries(
    [...codes].map((code) => [code, { before: figureJson(before, code), after: figureJson(after, code) }]),
  );
}

function figureJson(totals: TotalsByIndicator | undefined, code: string) {
  const total = totals?.get(code);
  if (total === undefined) return null;
  const { quantity, coverage, estimate } = total;
  const value = quantity.kind === "known" ? { value: quantity.value } : { value: null, why: quantity.why };
  return { ...value, coverage, ...(estimate ? { estimate } : {}) };
}

function unitJson({ key, code, name, level }: UnitRef) {
  return { key, code, name, level };
}
