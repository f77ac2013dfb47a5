// Kind of check: a unit or branch has one row in a table.

import * as z from "zod";
import type { FindingDraft } from "../model/finding.js";
import { shortList } from "../model/number-text.js";
import type { CheckResult } from "../model/rule.js";
import type { FormTable, TableRow } from "../model/submission.js";
import { sameText } from "../model/text.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { SKIPPED } from "./check-result.js";

const PARAMS = z.strictObject({
  /** Category fields that tell rows of one unit apart, such as the holder of a fund. */
  apartBy: z.array(z.string()).default([]),
});

/**
 * Rows of one table that speak of the same unit (and the same holder): one finding per unit, at the second row. A
 * sheet that repeats the units of an earlier one gives a single finding. Rows
 * whose unit is not known are left out; the unit's own funds are told apart by their names too. The message may use
 * `tên`, `k` (how often), `ds` (the rows).
 */
export const unique = defineCheck({
  name: "unique",
  params: PARAMS,
  reads: () => ({ indicators: [], forms: [] }),
  bind: ({ apartBy }, { rule }) => ({
    scope: "table",
    distortsSums: true,
    run: (table, context) => compare(table, { apartBy, rule, file: context.file, tables: context.submission.tables }),
  }),
});

interface Comparison {
  readonly apartBy: readonly string[];
  readonly rule: RuleHead;
  readonly file: string;
  readonly tables: readonly FormTable[];
}

function compare(table: FormTable, comparison: Comparison): CheckResult {
  if (table.grain === "value") return SKIPPED;
  const copied = copiedTable(table, comparison);
  if (copied !== undefined) return { passed: 0, failed: [copied], skipped: 0 };
  const units = unitsWithoutRepeat(table);
  if (units !== undefined) return { passed: units, failed: [], skipped: 0 };
  const byUnit = rowsByUnit(table);
  const failed: FindingDraft[] = [];
  let passed = 0;
  for (const rows of byUnit.values()) {
    for (const group of alikeAmong(rows, comparison.apartBy)) {
      if (group.length > 1) failed.push(duplicate(group, table, comparison));
      else passed += 1;
    }
  }
  return { passed, failed, skipped: 0 };
}

/** Counted rows of each unit that is known. */
function rowsByUnit({ rows }: FormTable): ReadonlyMap<string, readonly TableRow[]> {
  const byUnit = new Map<string, TableRow[]>();
  for (const row of rows) {
    if (row.unit === undefined || (row.role !== "data" && row.role !== "own")) continue;
    const known = byUnit.get(row.unit);
    if (known === undefined) byUnit.set(row.unit, [row]);
    else known.push(row);
  }
  return byUnit;
}

/**
 * One finding where units of the table stand with the same figures on an earlier sheet of the same form: a sheet that was
 * copied. A form divided over sheets, by its rows or by its columns, repeats none.
 */
function copiedTable(table: FormTable, { apartBy, rule, file, tables }: Comparison): FindingDraft | undefined {
  for (const earlier of tables) {
    if (earlier === table) return undefined;
    if (earlier.form !== table.form || earlier.grain !== table.grain || !sharesFigures(earlier, table)) continue;
    const known = rowsByUnit(earlier);
    const repeated = table.rows.filter((row) => {
      const rows = row.unit === undefined ? undefined : known.get(row.unit);
      return rows?.some((other) => isAlike(other, row, apartBy)) === true;
    });
    const [first] = repeated;
    if (first === undefined) continue;
    const names = shortList(repeated.map(({ name }) => name));
    return {
      code: rule.finding,
      variant: "hai trang",
      place: { file, sheet: table.sheet, cell: { row: first.row, column: first.nameColumn } },
      values: new Map([
        ["a", table.sheet],
        ["b", earlier.sheet],
        ["k", String(repeated.length)],
        ["ds", names],
      ]),
      found: first.name,
      rule: rule.id,
    };
  }
  return undefined;
}

function sharesFigures(a: FormTable, b: FormTable): boolean {
  return a.fields.some(({ code, role }) => role === "indicator" && b.fields.some((field) => field.code === code));
}

/** How many units the rows speak of, where each has one row, as in most tables; else undefined. */
function unitsWithoutRepeat(table: FormTable): number | undefined {
  const { long } = table;
  if (long !== undefined && long.repeated.size === 0 && !long.hasOwn) return long.units;
  const units = new Set<string>();
  for (const { unit, role } of table.rows) {
    if (unit === undefined || (role !== "data" && role !== "own")) continue;
    if (units.has(unit)) return undefined;
    units.add(unit);
  }
  return units.size;
}

/** Rows of one unit, those that nothing tells apart put together. */
function alikeAmong(rows: readonly TableRow[], apartBy: readonly string[]): readonly (readonly TableRow[])[] {
  if (rows.length === 1) return [rows];
  const groups: TableRow[][] = [];
  for (const row of rows) {
    const group = groups.find(([first]) => first !== undefined && isAlike(first, row, apartBy));
    if (group === undefined) groups.push([row]);
    else group.push(row);
  }
  return groups;
}

function isAlike(a: TableRow, b: TableRow, apartBy: readonly string[]): boolean {
  if (a.role !== b.role || apartBy.some((field) => a.categories.get(field) !== b.categories.get(field))) return false;
  return a.role !== "own" || sameText(a.name) === sameText(b.name);
}

function duplicate(rows: readonly TableRow[], table: FormTable, { rule, file }: Comparison): FindingDraft {
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error("a duplicate needs two rows");
  const lines = rows.map((row) => String(row.row));
  return {
    code: rule.finding,
    ...(rule.variant === undefined ? {} : { variant: rule.variant }),
    place: { file, sheet: table.sheet, cell: { row: second.row, column: second.nameColumn } },
    values: new Map([
      ["tên", first.name],
      ["k", String(rows.length)],
      ["ds", shortList(lines, "dòng")],
      ["n", String(second.row)],
      ...rule.words,
    ]),
    ...(first.unit === undefined ? {} : { unit: first.unit }),
    found: second.name,
    rule: rule.id,
  };
}
