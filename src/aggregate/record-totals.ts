// What is counted or added over records, unit by unit, and folded upward beside the area's figures: an entry belongs to the
// unit that keeps it, so that a unit's own entries and those of the units below are parts of one total.

import type { ChildResult } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { type CellAddress, columnLetters } from "../model/cell-address.js";
import type { Fact, Source, Total, TotalsByIndicator } from "../model/fact.js";
import { fieldsOf, isList } from "../model/form.js";
import { groupBy } from "../model/group-by.js";
import type { Indicator } from "../model/indicator.js";
import { addQuantities, known, type Quantity } from "../model/quantity.js";
import type { UnitRecord } from "../model/record.js";
import { sameText } from "../model/text.js";
import type { UnitKey } from "../model/unit.js";
import { foldTotals } from "./fold-totals.js";
import { plainFact } from "./plain-fact.js";

/** An indicator that lists give, and the form of those lists. */
interface ListIndicator {
  readonly indicator: Indicator;
  readonly form: string;
}

/** Totals of one asked area: its own, and those of the units that report to it. */
export interface AreaTotals {
  readonly totals: TotalsByIndicator;
  readonly children: readonly ChildResult[];
}

/** Whose entries count for whom. */
export interface RecordArea {
  readonly asked: UnitKey;
  readonly records: readonly UnitRecord[];
  /** The reporting unit that a unit is or stands below; undefined for the asked unit itself. */
  readonly reporterOf: (unit: UnitKey) => string | undefined;
}

/** The totals with those of lists among them, in declared order; a unit that listed nothing has none. */
export function withRecordTotals(area: AreaTotals, given: RecordArea, catalogue: Catalogue): AreaTotals {
  if (given.records.length === 0) return area;
  const owned = groupBy(given.records, ({ unit }) => unit);
  const indicators = listIndicators(catalogue);
  const byReporter = new Map<string | undefined, Map<string, Total[]>>();
  for (const [unit, records] of owned) {
    const reporter = given.reporterOf(unit);
    const totals = byReporter.get(reporter) ?? new Map<string, Total[]>();
    byReporter.set(reporter, totals);
    for (const listed of indicators) {
      const total = unitTotal(unit, listed, records);
      if (total === undefined) continue;
      const { code } = listed.indicator;
      totals.set(code, [...(totals.get(code) ?? []), total]);
    }
  }
  const parts = new Map<string, Total[]>();
  const children = area.children.map((child): ChildResult => {
    const own = byReporter.get(child.unit.key);
    if (own === undefined) return child;
    const totals = [...own].map(([code, list]) => reporterTotal(child, code, list));
    for (const total of totals) parts.set(total.indicator, [...(parts.get(total.indicator) ?? []), total]);
    return { ...child, totals: merged(child.totals, totals, catalogue) };
  });
  for (const [code, list] of byReporter.get(undefined) ?? []) parts.set(code, [...(parts.get(code) ?? []), ...list]);
  const folded = [...parts].map(([code, list]) => foldTotals(given.asked, code, list));
  return { totals: merged(area.totals, folded, catalogue), children };
}

/** Forms over whose entries something is counted or added. */
export function formsAddedUp(catalogue: Catalogue): ReadonlySet<string> {
  return new Set(listIndicators(catalogue).map(({ form }) => form));
}

function listIndicators({ indicators, forms }: Catalogue): readonly ListIndicator[] {
  const lists = [...forms.values()].filter(isList);
  return [...indicators.values()].flatMap((indicator) => {
    const form = lists.find(
      (list) =>
        indicator.count?.form === list.id || fieldsOf(list, "record").some(({ code }) => code === indicator.code),
    );
    return form === undefined ? [] : [{ indicator, form: form.id }];
  });
}

function reporterTotal({ unit }: ChildResult, code: string, list: readonly Total[]): Total {
  const [only] = list;
  const isOwn = list.length === 1 && only?.unit === unit.key;
  return isOwn ? only : foldTotals(keyOf(unit.key), code, list);
}

function keyOf(key: string): UnitKey {
  const [code = key, from = ""] = key.split("@");
  return `${code}@${from}`;
}

/** The figure of one unit's list; undefined where it keeps none. */
function unitTotal(
  unit: UnitKey,
  { indicator, form }: ListIndicator,
  records: readonly UnitRecord[],
): Total | undefined {
  const listed = records.filter((record) => record.form === form);
  if (listed.length === 0) return undefined;
  const { code, count } = indicator;
  const rows = eachOnce(
    listed.filter(({ texts }) => fits(texts, count?.where)),
    count?.distinct,
  );
  const column = count === undefined ? code : count.adds;
  const quantity = column === undefined ? known(rows.length) : sumOf(rows, column);
  const source = rows.length === 0 ? noneOf(listed) : sourceOf(rows, column);
  const fact: Fact = plainFact({ unit, indicator: code, holder: undefined, quantity, source });
  const { coverage, estimate } = fact;
  const operation = column === undefined || rows.length === 0 ? "count" : "reported";
  return {
    unit,
    indicator: code,
    operation,
    quantity,
    coverage,
    estimate,
    byHolder: new Map(),
    parts: [],
    facts: [fact],
  };
}

function fits(
  texts: UnitRecord["texts"],
  where: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(),
): boolean {
  return [...where].every(([field, allowed]) => allowed.includes(texts.get(field) ?? ""));
}

/** The rows, or the first of those that have the same in a column. */
function eachOnce(rows: readonly UnitRecord[], distinct: string | undefined): readonly UnitRecord[] {
  if (distinct === undefined) return rows;
  return [...groupBy(rows, ({ texts }) => sameText(texts.get(distinct) ?? "")).values()].flatMap(
    ([first]) => first ?? [],
  );
}

/** None of the rows that would be added: a list without them says so, 0. */
function sumOf(rows: readonly UnitRecord[], column: string): Quantity {
  if (rows.length === 0) return known(0);
  return addQuantities(rows.flatMap(({ numbers }) => numbers.get(column)?.quantity ?? []));
}

/** The cells added, or the names of the rows counted; all of one file, for they are one unit's list. */
function sourceOf(rows: readonly UnitRecord[], column: string | undefined): Source | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const own = rows.filter(({ sheet }) => sheet === first.sheet);
  const places = own.flatMap((row) => (column === undefined ? row.cell : (row.numbers.get(column)?.cell ?? [])));
  const cells = places.map(addressOf).join(",");
  const source = { file: first.file, sheet: first.sheet, cells };
  return column === undefined ? { ...source, isCounted: true } : source;
}

/** A list in which nothing of the kind stands: none of its rows is counted. */
function noneOf([first]: readonly UnitRecord[]): Source | undefined {
  return first === undefined ? undefined : { file: first.file, sheet: first.sheet, cells: "", isCounted: true };
}

function addressOf({ row, column }: CellAddress): string {
  return `${columnLetters(column)}${row}`;
}

function merged(totals: TotalsByIndicator, more: readonly Total[], { indicators }: Catalogue): TotalsByIndicator {
  const all = new Map<string, Total>(totals);
  for (const total of more) all.set(total.indicator, total);
  return new Map(
    [...indicators.keys()].flatMap((code): readonly (readonly [string, Total])[] => {
      const total = all.get(code);
      return total === undefined ? [] : [[code, total]];
    }),
  );
}
