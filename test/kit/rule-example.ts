// Runs the examples that a rule carries: `HV01`, `DS01@BM01` on a record; `HV01[2]` and `HV01` as the rows and the
// total of a table; `[2]` as the number of the unit in a row.

import type { Indicator } from "../../src/model/indicator.js";
import { at } from "../../src/model/outcome.js";
import type { BoundCheck, CheckResult } from "../../src/model/rule.js";
import { runOnRecord, runOnTable } from "./bind-check.js";
import { figureRecord } from "./figure-record.js";
import { formTable, type SketchedRow } from "./form-table.js";

type Example = ReadonlyMap<string, number>;

/** What the check says about the example, on whatever it looks at. */
export function runExample(
  check: BoundCheck,
  example: Example,
  indicators: ReadonlyMap<string, Indicator>,
): CheckResult {
  if (check.scope === "record") {
    const record = figureRecord({ values: Object.fromEntries(example), subject: "child", indicators });
    return runOnRecord(check, record);
  }
  const results = (["total", "own-total"] as const).map((role) => runOnTable(check, tableOf(example, role)));
  const telling = results.find((result) => result.failed.length > 0) ?? results.find((result) => result.passed > 0);
  return telling ?? at(results, 0);
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
