// Kind of check: a typed total equals the sum of the rows it stands for, column by column.

import * as z from "zod";
import type { FindingDraft } from "../model/finding.js";
import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { QUANTITY_STATES } from "../model/quantity.js";
import type { CheckContext, CheckResult, Figure } from "../model/rule.js";
import { type FormTable, quantityAt, type TableRow, typedAt } from "../model/submission.js";
import { roleAt, rowAt, rowCount, rowsOf } from "../model/table-rows.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { amountText, failureAt } from "./failure.js";
import { isMoneyCode, moneyPrecision, roundingOf } from "./money-precision.js";

const ROLES = ["subtotal", "total", "own-total"] as const;
const PARAMS = z.strictObject({ roles: z.array(z.enum(ROLES)).min(1) });
type TotalRole = (typeof ROLES)[number];

const KNOWN = QUANTITY_STATES.indexOf("known");
const REJECTED = QUANTITY_STATES.indexOf("rejected");

/**
 * Every additive column of every total row of the given roles against its data rows and own funds (never against
 * other totals). Skipped where the total is blank or refused, or a row under it was refused. Amounts on a sheet with
 * rounded money may differ by half the precision times the number of rounded non-zero cells, the total included.
 * A grand total that is out by just what its subtotals are out follows from them; further columns of a row that names
 * the unit itself follow from its first. The message may use `cột`, `a` (typed), `b` (added up), `c`, `n`, `tên`.
 */
export const totalRow = defineCheck({
  name: "total-row",
  params: PARAMS,
  reads: () => ({ indicators: [], forms: [] }),
  bind: ({ roles }, { rule, indicators }) => ({
    scope: "table",
    run: (table, context) => compare({ table, context, rule, indicators, roles }),
  }),
});

interface Comparison {
  readonly table: FormTable;
  readonly context: CheckContext;
  readonly rule: RuleHead;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly roles: readonly TotalRole[];
}

/** What stands under a total, column by column. */
interface Tallies {
  readonly sums: Float64Array;
  readonly nonZero: Uint32Array;
  /** 1 where a row was refused. */
  readonly refused: Uint8Array;
}

interface Miss {
  readonly row: number;
  readonly field: number;
  readonly difference: number;
  readonly draft: FindingDraft;
}

type Verdict = "passed" | "skipped" | Miss;

function compare(comparison: Comparison): CheckResult {
  const { table, roles } = comparison;
  const totals = rowsOf(table, roles);
  if (totals.length === 0) return NOTHING;
  const misses: Miss[] = [];
  const count = { passed: 0, skipped: 0 };
  const tallyOf = createTallies(table);
  for (const row of totals) {
    let under: Tallies | undefined;
    for (let field = 0; field < table.fields.length; field += 1) {
      if (!isAdditive(comparison, field)) continue;
      const isTyped = table.states[row * table.fields.length + field] === KNOWN;
      if (isTyped) under ??= tallyOf(row);
      const verdict = under !== undefined && isTyped ? judge(comparison, { row, field, under }) : "skipped";
      if (typeof verdict === "string") count[verdict] += 1;
      else misses.push(verdict);
    }
  }
  return { failed: misses.length === 0 ? NONE : withCauses(misses, table), ...count };
}

const NONE: readonly FindingDraft[] = [];
const NOTHING: CheckResult = { passed: 0, failed: NONE, skipped: 0 };

function isAdditive({ table, indicators }: Comparison, field: number): boolean {
  const { role, code } = at(table.fields, field);
  const kind = role === "indicator" ? indicators.get(code)?.kind : undefined;
  return kind !== undefined && kind !== "RATIO";
}

/** A total that is known. */
interface TotalCell {
  readonly row: number;
  readonly field: number;
  /** What the rows come to that the total stands for. */
  readonly under: Tallies;
}

function judge(comparison: Comparison, { row, field, under }: TotalCell): Verdict {
  const { table, indicators } = comparison;
  if (under.refused[field] === 1) return "skipped";
  const typed = at(table.values, row * table.fields.length + field);
  const sum = at(under.sums, field);
  if (typed === sum) return "passed";
  const isMoney = isMoneyCode(at(table.fields, field).code, indicators);
  const precision = isMoney ? moneyPrecision(table, indicators) : 1;
  const slack = roundingOf(1, precision) * at(under.nonZero, field) + roundingOf(typed, precision);
  if (Math.abs(typed - sum) <= slack) return "passed";
  const difference = typed - sum;
  const figure = figureAt(comparison, { row, field, scale: isMoney ? table.moneyFactor : 1 });
  return { row, field, difference, draft: draftOf(comparison, figure, { row, typed, sum }) };
}

/** What stands under a total; what stands under those of the whole table is added up once, however many there are. */
function createTallies(table: FormTable): (row: number) => Tallies {
  let ofWhole: Tallies | undefined;
  return (row) => {
    const { covers } = rowAt(table, row);
    if (covers !== undefined) return tallyUnder(table, rowsWithin(table, covers));
    ofWhole ??= tallyUnder(table, rowsWithin(table, { first: 0, last: rowCount(table) - 1 }));
    return ofWhole;
  };
}

/** Data rows and own funds from the first to the last of these rows. */
function rowsWithin(table: FormTable, { first, last }: NonNullable<TableRow["covers"]>): readonly number[] {
  const within: number[] = [];
  for (let row = first; row <= last; row += 1) {
    const role = roleAt(table, row);
    if (role === "data" || role === "own") within.push(row);
  }
  return within;
}

function tallyUnder({ fields: { length: width }, states, values }: FormTable, rows: readonly number[]): Tallies {
  const [sums, nonZero, refused] = [new Float64Array(width), new Uint32Array(width), new Uint8Array(width)];
  for (const row of rows) {
    const first = row * width;
    for (let field = 0; field < width; field += 1) {
      const state = states[first + field];
      if (state === REJECTED) refused[field] = 1;
      if (state !== KNOWN) continue;
      const value = values[first + field] ?? Number.NaN;
      sums[field] = (sums[field] ?? Number.NaN) + value;
      if (value !== 0) nonZero[field] = (nonZero[field] ?? Number.NaN) + 1;
    }
  }
  return { sums, nonZero, refused };
}

function figureAt(
  { table, context }: Comparison,
  { row, field, scale }: { readonly row: number; readonly field: number; readonly scale: number },
): Figure {
  return {
    code: at(table.fields, field).code,
    label: at(table.headings, field),
    place: { file: context.file, sheet: table.sheet, cell: table.place(row, field) },
    typed: typedAt(table, row, field),
    quantity: quantityAt(table, row, field),
    scale,
    rounding: 0,
  };
}

function draftOf(
  { table, context, rule }: Comparison,
  figure: Figure,
  { row, typed, sum }: { readonly row: number; readonly typed: number; readonly sum: number },
): FindingDraft {
  return failureAt(figure, {
    rule,
    unit: context.unit?.key,
    name: rowAt(table, row).name,
    values: {
      a: amountText(typed, figure),
      b: amountText(sum, figure),
      c: amountText(Math.abs(typed - sum), figure),
    },
    expected: amountText(sum, figure),
    difference: typed - sum,
  });
}

/** The drafts, each with the finding it follows from, if any. */
function withCauses(misses: readonly Miss[], table: FormTable): readonly FindingDraft[] {
  const firstOfRow = new Map<number, Miss>();
  const subtotals = new Map<number, Miss[]>();
  for (const miss of misses) {
    if (!firstOfRow.has(miss.row)) firstOfRow.set(miss.row, miss);
    if (roleAt(table, miss.row) !== "subtotal") continue;
    const ofField = subtotals.get(miss.field);
    if (ofField === undefined) subtotals.set(miss.field, [miss]);
    else ofField.push(miss);
  }
  const outBy = new Map([...subtotals].map(([field, parts]) => [field, sumOf(parts)]));
  return misses.map((miss) => {
    const role = roleAt(table, miss.row);
    const first = firstOfRow.get(miss.row);
    if (role === "own-total" && first !== undefined && first !== miss) return { ...miss.draft, cause: first.draft };
    const [cause] =
      role === "total" && outBy.get(miss.field) === miss.difference ? (subtotals.get(miss.field) ?? []) : [];
    return cause === undefined ? miss.draft : { ...miss.draft, cause: cause.draft };
  });
}

function sumOf(misses: readonly Miss[]): number {
  return misses.reduce((total, { difference }) => total + difference, 0);
}
