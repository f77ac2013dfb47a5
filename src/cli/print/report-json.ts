// The machine-readable answer of validate and aggregate. Its shape is a contract: fields are added, never changed.

import type { ChildCoverage, UnitRef } from "../../model/aggregation.js";
import { addressText } from "../../model/cell-address.js";
import type { TotalsByIndicator } from "../../model/fact.js";
import type { Finding } from "../../model/finding.js";
import { printPeriod } from "../../model/period.js";
import type { Quantity } from "../../model/quantity.js";
import type { Register } from "../../model/register.js";
import type { RunResult } from "../../pipeline/conclude.js";
import type { TakenFile } from "../../pipeline/taken-file.js";

const SCHEMA_VERSION = 1;
const NO_COVERAGE: ChildCoverage = { due: 0, received: 0, returned: 0, late: 0, missing: [], noAssociation: [] };

/** One object per run, money in whole đồng, ratios as shares 0–1, absent texts as null. */
export function reportJson(result: RunResult, register: Register, version: string): string {
  const { aggregation } = result;
  const coverage = aggregation?.coverage ?? NO_COVERAGE;
  const report = {
    schemaVersion: SCHEMA_VERSION,
    tool: "khuyenhoc",
    version,
    period: aggregation === undefined ? null : printPeriod(aggregation.period),
    asOf: aggregation?.asOf ?? null,
    standing: aggregation?.standing ?? null,
    unit: aggregation === undefined ? null : unitJson(aggregation.unit),
    files: result.taken.map((file, index) => fileJson(file, index, result)),
    findings: result.findings.map((finding) => findingJson(finding, register)),
    coverage: {
      due: coverage.due,
      received: coverage.received,
      returned: coverage.returned,
      late: coverage.late,
      missing: coverage.missing.map(unitJson),
      noAssociation: coverage.noAssociation.map(unitJson),
    },
    totals: aggregation === undefined ? {} : totalsJson(aggregation.totals),
    children: (aggregation?.children ?? []).map((child) => ({
      unit: unitJson(child.unit),
      totals: totalsJson(child.totals),
    })),
  };
  return JSON.stringify(report, null, 2);
}

function fileJson(taken: TakenFile, index: number, result: RunResult) {
  const { submission } = taken;
  const cells = submission?.cells;
  return {
    path: taken.file.path,
    sha256: taken.file.sha256,
    verdict: result.verdicts[index],
    forms: taken.forms,
    unit: submission?.unit === undefined ? null : unitJson(submission.unit),
    period: submission?.period === undefined ? null : printPeriod(submission.period),
    revision: submission?.revision ?? null,
    findings: result.findings.filter((finding) => finding.place.file === taken.file.path).map((finding) => finding.id),
    cells: {
      seen: cells?.seen ?? 0,
      used: cells?.used ?? 0,
      listed: (cells?.listed ?? []).reduce((sum, run) => sum + run.count, 0),
    },
  };
}

function findingJson(finding: Finding, register: Register) {
  const { place } = finding;
  return {
    id: finding.id,
    code: finding.code,
    severity: finding.severity,
    file: place.file === "" ? null : place.file,
    sheet: place.sheet ?? null,
    cell: place.cell === undefined ? null : addressText(place.cell),
    unit: finding.unit === undefined ? null : unitJson(unitOf(finding.unit, finding.unitName, register)),
    field: finding.field ?? null,
    label: finding.label ?? null,
    found: finding.found ?? null,
    expected: finding.expected ?? null,
    difference: finding.difference ?? null,
    message: finding.message,
    why: finding.why,
    fix: finding.fix,
    rule: finding.rule ?? null,
    cause: finding.cause ?? null,
    explanation: finding.explanation ?? null,
  };
}

function totalsJson(totals: TotalsByIndicator) {
  return Object.fromEntries(
    [...totals].map(([code, total]) => [
      code,
      {
        ...figureJson(total.quantity),
        ...(total.estimate ? { estimate: true } : {}),
        coverage: { have: total.coverage.have, due: total.coverage.due },
        ...(total.byHolder.size === 0
          ? {}
          : { byHolder: Object.fromEntries([...total.byHolder].map(([holder, part]) => [holder, figureJson(part)])) }),
      },
    ]),
  );
}

function figureJson(quantity: Quantity): { readonly value: number | null; readonly why?: string } {
  return quantity.kind === "known" ? { value: quantity.value } : { value: null, why: quantity.why };
}

function unitJson(unit: UnitRef) {
  return { key: unit.key, code: unit.code, name: unit.name, level: unit.level };
}

/** A unit of the register, a grouping, or a branch `<commune key>/<mark>` by the name its row gives it. */
function unitOf(key: string, name: string | undefined, register: Register): UnitRef {
  const unit = register.byKey(key);
  if (unit !== undefined) return unit;
  const grouping = register.groupings.find((candidate) => candidate.id === key);
  if (grouping !== undefined) return { key, code: key, name: grouping.name, level: "grouping" };
  const mark = key.slice(key.indexOf("/") + 1);
  return { key, code: mark, name: name ?? mark, level: "branch" };
}
