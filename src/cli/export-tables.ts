// A finished run → tidy tables for other engines: every counted figure with its unit, period, coverage and place, the
// printed totals, the units, the indicators and how they follow from each other, the files.

import type { Aggregation } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import type { Fact, Total, TotalsByIndicator } from "../model/fact.js";
import { type OrgTree, treeAt } from "../model/org-tree.js";
import { printPeriod } from "../model/period.js";
import { type Quantity, stateOf } from "../model/quantity.js";
import type { UnitKey } from "../model/unit.js";
import type { RunResult } from "../pipeline/conclude.js";

/** Numbers stay numbers; null is an empty cell. */
export type ExportCell = string | number | null;

export interface ExportTable {
  /** Path below the folder, with `/`, without an ending. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
}

export const FACT_COLUMNS = [
  "don_vi",
  "ky",
  "ngay_chot",
  "tinh_chat",
  "chi_tieu",
  "chu_quy",
  "trang_thai",
  "gia_tri",
  "n_don_vi",
  "tong_don_vi",
  "uoc_tinh",
  "tep",
  "trang",
  "o",
] as const;

export const TOTAL_COLUMNS = [
  "don_vi",
  "ky",
  "ngay_chot",
  "tinh_chat",
  "chi_tieu",
  "trang_thai",
  "gia_tri",
  "n_don_vi",
  "tong_don_vi",
  "uoc_tinh",
] as const;

export const BELONGING_COLUMNS = ["ky", "don_vi", "thuoc_ve"] as const;

/** Columns that hold numbers; all others hold text. */
export const NUMBER_COLUMNS: ReadonlySet<string> = new Set([
  "gia_tri",
  "n_don_vi",
  "tong_don_vi",
  "uoc_tinh",
  "lan_nop",
]);

/** Where figures of the asked area itself go that lie in no province. */
const NO_PROVINCE = "chung";

/** The tables of a run, figures partitioned by period and province. Money in whole đồng, ratios as shares 0–1. */
export function exportTables(
  aggregation: Aggregation,
  result: RunResult,
  catalogue: Catalogue,
): readonly ExportTable[] {
  const { register, indicators } = catalogue;
  const tree = treeAt(register, aggregation.asOf);
  const { facts, units } = countedFacts(aggregation.totals);
  const when = whenCells(aggregation);
  const byProvince = new Map<string, ExportCell[][]>();
  for (const fact of facts) {
    const province = provinceOf(fact.unit, tree);
    const rows = byProvince.get(province) ?? [];
    byProvince.set(province, rows);
    rows.push(factRow(fact, when, result));
  }
  const totals = [
    ...totalRows(aggregation.unit.key, aggregation.totals, when),
    ...aggregation.children.flatMap(({ unit, totals: own }) => totalRows(unit.key, own, when)),
  ];
  const period = printPeriod(aggregation.period);
  return [
    ...[...byProvince].map(([province, rows]) => ({
      path: `so-lieu/ky=${period}/tinh=${province}/so-lieu`,
      columns: FACT_COLUMNS,
      rows,
    })),
    { path: `tong-so/ky=${period}/tong-so`, columns: TOTAL_COLUMNS, rows: totals },
    {
      path: `thuoc-ve/ky=${period}/thuoc-ve`,
      columns: BELONGING_COLUMNS,
      rows: belongingRows(aggregation, facts, tree).map((row) => [period, ...row]),
    },
    {
      path: "don-vi",
      columns: ["don_vi", "ma", "ten", "cap", "cap_tren"],
      rows: unitRows(aggregation, units, tree),
    },
    {
      path: "chi-tieu",
      columns: ["chi_tieu", "ten", "don_vi_tinh", "loai"],
      rows: [...indicators.values()].map(({ code, name, measuredIn, kind }) => [code, name, measuredIn, kind]),
    },
    { path: "thanh-phan", columns: ["chi_tieu", "phan", "vai"], rows: partRows(catalogue) },
    {
      path: "tep",
      columns: ["tep", "sha256", "ket_qua", "lan_nop"],
      rows: result.taken.map(({ file, submission }, index) => [
        file.path,
        file.sha256,
        result.verdicts[index] ?? "",
        submission?.revision ?? null,
      ]),
    },
  ];
}

interface Counted {
  readonly facts: ReadonlySet<Fact>;
  readonly units: ReadonlySet<UnitKey>;
}

/** The reported figures that the totals were added up from, each once, and all units met on the way. */
function countedFacts(totals: TotalsByIndicator): Counted {
  const facts = new Set<Fact>();
  const units = new Set<UnitKey>();
  const seen = new Set<Total>();
  const visit = (total: Total): void => {
    if (seen.has(total)) return;
    seen.add(total);
    units.add(total.unit);
    for (const fact of total.facts) facts.add(fact);
    for (const part of total.parts) visit(part);
  };
  for (const total of totals.values()) visit(total);
  return { facts, units };
}

function whenCells({ period, asOf, standing }: Aggregation): readonly ExportCell[] {
  return [printPeriod(period), asOf, standing ?? null];
}

function factRow(fact: Fact, when: readonly ExportCell[], { taken }: RunResult): ExportCell[] {
  const { source, coverage } = fact;
  const cells = source === undefined ? [] : [source, ...(source.beside ?? [])];
  return [
    fact.unit,
    ...when,
    fact.indicator,
    fact.holder ?? null,
    ...quantityCells(fact.quantity),
    coverage.have,
    coverage.due,
    fact.estimate ? 1 : 0,
    source === undefined ? null : (taken[source.file]?.file.path ?? null),
    source?.sheet ?? null,
    cells.map((one) => one.cells).join(" "),
  ];
}

function totalRows(unit: string, totals: TotalsByIndicator, when: readonly ExportCell[]): readonly ExportCell[][] {
  return [...totals.values()].map(({ indicator, quantity, coverage, estimate }) => [
    unit,
    ...when,
    indicator,
    ...quantityCells(quantity),
    coverage.have,
    coverage.due,
    estimate ? 1 : 0,
  ]);
}

function quantityCells(quantity: Quantity): readonly ExportCell[] {
  return [stateOf(quantity), quantity.kind === "known" ? quantity.value : null];
}

function unitRows(
  { unit }: Aggregation,
  units: ReadonlySet<UnitKey>,
  tree: OrgTree,
): readonly (readonly ExportCell[])[] {
  const below = [...units].flatMap((key) => {
    const one = tree.unit(key);
    return one === undefined || one.key === unit.key
      ? []
      : [[one.key, one.code, one.name, one.level, tree.parentOf(one.key)?.key ?? null]];
  });
  return [[unit.key, unit.code, unit.name, unit.level, null], ...below];
}

/** Which units' figures go into which printed unit: each into its own and into those above it. */
function belongingRows(
  { unit, children }: Aggregation,
  facts: ReadonlySet<Fact>,
  tree: OrgTree,
): readonly (readonly [string, string])[] {
  const printed = new Set(children.map(({ unit: child }) => child.key));
  return [...new Set([...facts].map((fact) => fact.unit))].flatMap((key) => {
    const above: string[] = [];
    for (let one = tree.unit(key); one !== undefined; one = tree.parentOf(one.key))
      if (printed.has(one.key)) above.push(one.key);
    return [...above, unit.key].map((whole) => [key, whole] as const);
  });
}

/** How computed indicators follow from others: cong (added), tu_so and mau_so (a ratio's two parts). */
function partRows({ indicators }: Catalogue): readonly (readonly ExportCell[])[] {
  return [...indicators.values()].flatMap(({ code, sumOf, ratio }): readonly ExportCell[][] => {
    if (ratio !== undefined) {
      return [
        [code, ratio.of, "tu_so"],
        [code, ratio.over, "mau_so"],
      ];
    }
    return sumOf?.when === "always" ? sumOf.parts.map((part) => [code, part, "cong"]) : [];
  });
}

function provinceOf(key: UnitKey, tree: OrgTree): string {
  for (let unit = tree.unit(key); unit !== undefined; unit = tree.parentOf(unit.key)) {
    if (unit.level === "province") return unit.code;
  }
  return NO_PROVINCE;
}
