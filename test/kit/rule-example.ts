// Runs the examples that a rule carries: `HV01`, `DS01@BM01` on a record; `HV01[2]` and `HV01` as the rows and the
// total of a table; `[2]` as the number of the unit in a row; `before.HV01` in the period before; `year` of the example.

import { SUBJECTS } from "../../src/checks/subjects.js";
import type { History } from "../../src/model/history.js";
import type { Indicator } from "../../src/model/indicator.js";
import { at } from "../../src/model/outcome.js";
import type { Period } from "../../src/model/period.js";
import type { BoundCheck, CheckResult, FigureRecord, ListEntry } from "../../src/model/rule.js";
import { figureRecords } from "../../src/validate/figure-records.js";
import { contextOf, runOnRecord, runOnRecords, runOnTable, runOnUnits } from "./bind-check.js";
import { figureRecord } from "./figure-record.js";
import { formTable, type SketchedRow } from "./form-table.js";
import { historyOf } from "./history.js";
import { submissionWith } from "./submission.js";

/** A whole year, and a half of one: some rules speak of one of them only. */
const PERIODS: readonly Period[] = [
  { kind: "year", year: 2021 },
  { kind: "half", year: 2021, half: 1 },
];

type Example = ReadonlyMap<string, number>;

const BRANCH = "19429@2025-07-01/thôn doa";

/** What the check says about the example, on whatever it looks at. */
export function runExample(
  check: BoundCheck,
  example: Example,
  indicators: ReadonlyMap<string, Indicator>,
): CheckResult {
  const year = example.get("year");
  const periods: readonly Period[] = year === undefined ? PERIODS : [{ kind: "year", year }];
  const now = new Map([...example].filter(([key]) => key !== "year" && !key.startsWith("before.")));
  if (check.scope === "table") {
    const results = (["total", "own-total"] as const).map((role) => runOnTable(check, tableOf(now, role)));
    return mostTelling(results);
  }
  if (check.scope === "list") return runOnEntry(check, now, indicators);
  if (check.scope === "whole-list") return runOnEntries(check, now, indicators);
  const results = periods.map((period) => {
    const history = historyBefore(example, period);
    if (check.scope === "record") {
      const record = figureRecord({ values: Object.fromEntries(now), subject: "child", indicators });
      return runOnRecord(check, record, period, history);
    }
    if (check.scope === "units") return runOnUnits(check, recordsOf(now, indicators), { period, history });
    return runOnRecords(check, recordsOf(now, indicators), { period, history });
  });
  return mostTelling(results);
}

/** `list.…` are the entry's own numbers, or texts where a check asks for one; the other figures are the area's. */
function runOnEntry(
  check: Extract<BoundCheck, { scope: "list" }>,
  example: Example,
  indicators: ReadonlyMap<string, Indicator>,
): CheckResult {
  const area = Object.fromEntries([...example].filter(([key]) => !key.startsWith("list.")));
  const entry: ListEntry = {
    name: "Mục 1",
    unit: "",
    isOwn: true,
    value: (code) => example.get(`list.${code}`),
    text: (code) => String(example.get(`list.${code}`) ?? ""),
    cell: (code) => ({
      place: { file: "bao-cao.xlsx", sheet: "DS", cell: { row: 8, column: 4 } },
      label: `Cột ${code}`,
      typed: "",
    }),
  };
  const context = contextOf(submissionWith([]));
  return check.run(entry, figureRecord({ values: area, subject: "unit", indicators }), context);
}

/** `list.…[n]` are texts of the n-th entry; 1 stands for the branch that the other figures are of. */
function runOnEntries(
  check: Extract<BoundCheck, { scope: "whole-list" }>,
  example: Example,
  indicators: ReadonlyMap<string, Indicator>,
): CheckResult {
  const texts = [...example].flatMap(([key, value]) => {
    const [, code, number] = /^list\.(\w+)\[(\d+)\]$/.exec(key) ?? [];
    return code === undefined ? [] : [{ code, index: Number(number), text: value === 1 ? "Thôn Doa" : String(value) }];
  });
  const count = Math.max(...texts.map(({ index }) => index));
  const entries = Array.from({ length: count }, (_, place) =>
    sketchedEntry(
      texts.filter(({ index }) => index === place + 1),
      place,
    ),
  );
  const area = Object.fromEntries([...example].filter(([key]) => !key.startsWith("list.")));
  const branches =
    Object.keys(area).length === 0 ? [] : [figureRecord({ values: area, subject: "branch", indicators })];
  return check.run(entries, branches, contextOf(submissionWith([])));
}

function sketchedEntry(texts: readonly { readonly code: string; readonly text: string }[], place: number): ListEntry {
  return {
    name: "",
    unit: "",
    isOwn: true,
    value: () => undefined,
    text: (code) => texts.find((one) => one.code === code)?.text ?? "",
    cell: (code) => ({
      place: { file: "bao-cao.xlsx", sheet: "DS", cell: { row: 8 + place, column: 3 } },
      label: `Cột ${code}`,
      typed: "",
    }),
  };
}

/** Rows of a branch form where the example numbers them, else one record. */
function recordsOf(example: Example, indicators: ReadonlyMap<string, Indicator>) {
  const isInRows = [...example.keys()].some((key) => key.includes("["));
  if (isInRows) return SUBJECTS.flatMap((subject) => asSubject(subject, example, indicators));
  return [figureRecord({ values: Object.fromEntries(example), subject: "child", indicators })];
}

/** The rows as branches, child units or reporting units: a check looks at the ones it is meant for. */
function asSubject(
  subject: FigureRecord["subject"],
  example: Example,
  indicators: ReadonlyMap<string, Indicator>,
): readonly FigureRecord[] {
  const { rows } = figureRecords(submissionWith([tableOf(example, undefined)]), indicators);
  return rows.all().map((row) => ({
    subject,
    unit: row.unit,
    name: row.name,
    row: row.row,
    value: (code) => row.value(code),
    figure: (code) => row.figure(code),
  }));
}

/** What the example says of the period before, by the row it belongs to; undefined where it says nothing. */
function historyBefore(example: Example, now: Period): History | undefined {
  const before = [...example].filter(([key]) => key.startsWith("before."));
  if (before.length === 0) return historyOf({ period: yearBefore(now), figures: {} });
  const figures: Record<string, Record<string, number>> = {};
  for (const [key, value] of before) {
    const [, code = "", row] = /^before\.(\w+)(?:\[(\d+)\])?$/.exec(key) ?? [];
    if (code === "remade" || code === "estimate") continue;
    const unit = row === undefined ? BRANCH : unitOfRow(Number(row));
    figures[unit] = { ...figures[unit], [code]: value };
  }
  const standing = example.has("before.estimate") ? "estimate" : "final";
  const remade = example.get("before.remade");
  const olds = remade === undefined ? [] : Array.from({ length: remade }, (_, index) => `Xã cũ ${index + 1}`);
  return { ...historyOf({ period: yearBefore(now), standing, figures }), remade: new Map([[BRANCH, olds]]) };
}

/** The year, or the half year, that ended on the day before. */
function yearBefore(now: Period): Period {
  if (now.kind === "half") return { kind: "half", year: now.year - 1, half: 2 };
  if (now.kind === "year") return { kind: "year", year: now.year - 1 };
  throw new Error("an example speaks of a year or a half year");
}

/** A failure before a pass, a pass before nothing to judge. */
function mostTelling(results: readonly CheckResult[]): CheckResult {
  const failed = results.find((result) => result.failed.length > 0);
  return failed ?? results.find((result) => result.passed > 0) ?? at(results, 0);
}

function unitOfRow(number: number): `${string}@${string}` {
  return `19429@2025-07-01/${number}`;
}

function tableOf(example: Example, role: "total" | "own-total" | undefined) {
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
    return { unit: unitOfRow(unit), figures: figuresOf(number) };
  });
  const total = role === undefined ? [] : [{ role, figures: figuresOf(undefined) }];
  return formTable({ form: "BM", fields, rows: [...rows, ...total] });
}
