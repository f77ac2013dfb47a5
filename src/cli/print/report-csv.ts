// Findings and totals as tables for other programs. Text that a spreadsheet would take for a formula is made harmless.

import { stringify } from "csv-stringify/sync";
import type { Aggregation, UnitRef } from "../../model/aggregation.js";
import { addressText } from "../../model/cell-address.js";
import type { TotalsByIndicator } from "../../model/fact.js";
import type { Finding } from "../../model/finding.js";
import type { Indicator } from "../../model/indicator.js";

type Cell = string | number;

/** Names of the columns are stable; they are added to, never changed. */
const FINDING_COLUMNS = [
  "id",
  "code",
  "severity",
  "file",
  "sheet",
  "cell",
  "unit",
  "field",
  "label",
  "found",
  "expected",
  "difference",
  "message",
  "why",
  "fix",
  "rule",
  "cause",
  "explanation",
];
const TOTAL_COLUMNS = [
  "unit",
  "unitName",
  "indicator",
  "name",
  "measuredIn",
  "value",
  "why",
  "have",
  "due",
  "estimate",
];

/** One row for each finding, with the columns of `--json`. */
export function findingsCsv(findings: readonly Finding[]): string {
  const rows = findings.map(({ place, ...finding }): readonly Cell[] => [
    finding.id,
    finding.code,
    finding.severity,
    place.file,
    place.sheet ?? "",
    place.cell === undefined ? "" : addressText(place.cell),
    finding.unit ?? "",
    finding.field ?? "",
    finding.label ?? "",
    finding.found ?? "",
    finding.expected ?? "",
    finding.difference ?? "",
    finding.message,
    finding.why,
    finding.fix,
    finding.rule ?? "",
    finding.cause ?? "",
    finding.explanation ?? "",
  ]);
  return table(FINDING_COLUMNS, rows);
}

/** One row for each unit and indicator: the asked unit first, then the units below it. */
export function totalsCsv({ unit, totals, children }: Aggregation, indicators: ReadonlyMap<string, Indicator>): string {
  const all = [{ unit, totals }, ...children];
  return table(
    TOTAL_COLUMNS,
    all.flatMap((one) => totalRows(one.unit, one.totals, indicators)),
  );
}

function totalRows(unit: UnitRef, totals: TotalsByIndicator, indicators: ReadonlyMap<string, Indicator>) {
  return [...totals].map(([code, { quantity, coverage, estimate }]): readonly Cell[] => [
    unit.key,
    unit.name,
    code,
    indicators.get(code)?.name ?? code,
    indicators.get(code)?.measuredIn ?? "",
    quantity.kind === "known" ? quantity.value : "",
    quantity.kind === "known" ? "" : quantity.why,
    coverage.have,
    coverage.due,
    estimate ? "estimate" : "",
  ]);
}

/** Texts that Excel would take for formulas get a quote in front; numbers stay numbers. */
function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const number = (value: number) => ({ value: String(value), escape_formulas: false });
  return stringify([columns, ...rows], { escape_formulas: true, cast: { number } }).trimEnd();
}
