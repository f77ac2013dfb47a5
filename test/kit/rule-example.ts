// Runs the examples that a rule carries: `HV01`, `DS01@BM01` on a record; `HV01[2]` and `HV01` as the rows and the
// total of a table; `[2]` as the number of the unit in a row.

import type { Indicator } from "../../src/model/indicator.js";
import { at } from "../../src/model/outcome.js";
import type { Period } from "../../src/model/period.js";
import type { BoundCheck, CheckResult } from "../../src/model/rule.js";
import { runOnRecord, runOnTable } from "./bind-check.js";
import { figureRecord } from "./figure-record.js";
import { formTable, type SketchedRow } from "./form-table.js";

/** A whole year, and a half of one: some rules speak of one of them only. */
const PERIODS: readonly Period[] = [
  { kind: "year", year: 2021 },
  { kind: "half", year: 2021, half: 1 },
];

type Example = ReadonlyMap<string, number>;

/** What the check says about the example, on whatever it looks at. */
export function runExample(
  check: BoundCheck,
  example: Example,
  indicators: ReadonlyMap<string, Indicator>,
): CheckResult {
  if (check.scope === "record") {
    const record = figureRecord({ values: Object.fromEntries(example), subject: "child", indicators });
    const results = PERIODS.map((period) => runOnRecord(check, record, period));
    return mostTelling(results);
  }
  const results = (["total", "own-total"] as const).map((role) => runOnTable(check, tableOf(example, role)));
  return mostTelling(results);
}

/** A failure before a pass, a pass before nothing to judge. */
function mostTelling(results: readonly CheckResult[]): CheckResult {
  const failed = results.find((result) => result.failed.length > 0);
  return failed ?? results.find((result) => result.passed > 0) ?? at(results, 0);
}

function tableOf(example: Example, role: "total" | "own-total") {
  const parsed = [...example].map(([key, value]) => {
    const [, code = "", row] = /^(\w*)(?:\[(\d+)\])?$/.exec(key) ?? [];
    return { code, row: row === undefined ? undefined : Number(row), value };
  });
  const fields = [...new Set(parsed.map((one) => one.code).filter((code) => code !== ""))];
  const figuresOf = (row: number | undefined) =>
    fields.map((code) => parsed.find((one) => one.code === code && one.row === row)?.value);
  const numbers = [...new Set(parsed.flatMap((one) => (one.row === undefined ? [] : [one.row])))];
  const rows: readonly SketchedRow[] = numbers.map((number) => {
    const unit = parsed.find((one) => one.code === "" && one.row === number)?.value ?? number;
    return { unit: `19429@2025-07-01/${unit}`, figures: figuresOf(number) };
  });
  return formTable({ form: "BM", fields, rows: [...rows, { role, figures: figuresOf(undefined) }] });
}
