// The very-hidden sheet `_so-lieu`: one row per fact of the workbook, beside the cell that shows it. It carries upward
// what a cell cannot say: reasons, coverage, estimates, explanations, sources. normalise/ reads exactly this layout.

import { addressText } from "../model/cell-address.js";
import { gatherOrigins, type Total, type TotalColumn } from "../model/fact.js";
import type { Finding } from "../model/finding.js";
import { groupBy } from "../model/group-by.js";
import { printPeriod } from "../model/period.js";
import type { Quantity } from "../model/quantity.js";
import type { PlannedCell, PlannedRow, PlannedSheet } from "../model/workbook-plan.js";
import { type LayoutContext, OWN_SHEETS } from "./layout-context.js";
import type { PlacedFigure } from "./placed-figure.js";
import { sourceNumber } from "./sources-sheet.js";

const MARK = "khuyenhoc so-lieu";
const SCHEMA = 1;
const COLUMNS = [
  "unit",
  "period",
  "asOf",
  "standing",
  "indicator",
  "holder",
  "kind",
  "why",
  "value",
  "have",
  "due",
  "flags",
  "explanation",
  "sheet",
  "cell",
  "sources",
] as const;

/** The sheet: schema and version in its head, names of the columns, then the facts in the order of their cells. */
export function factSheet(context: LayoutContext, figures: readonly PlacedFigure[]): PlannedSheet {
  const { period, asOf, standing } = context.aggregation;
  const shared = [printPeriod(period), asOf, standing ?? ""];
  const answers = answersByFigure(context.report.findings);
  const originsOf = createOriginsOf();
  const body = figures.flatMap((placed) => {
    const origins = originsOf(placed.figure.total, answers.get(placed.unit)?.get(placed.indicator) ?? []);
    return shares(placed).map((share) => factCells(placed, { share, origins }, shared));
  });
  const rows = [[MARK, SCHEMA, context.report.toolVersion], COLUMNS, ...body].map(plannedRow);
  return {
    name: OWN_SHEETS.facts,
    visibility: "very-hidden",
    widths: COLUMNS.map(() => 14),
    rows,
    isForPrograms: true,
    merges: [],
    freeze: { rows: 2, columns: 0 },
    print: { landscape: true, repeatRows: undefined, footer: "", header: "" },
  };
}

interface Share {
  readonly holder: string;
  readonly quantity: Quantity;
}

/** Where a figure comes from, as the cells say it. */
interface PrintedOrigins {
  /** Explanations given in this run and below, each once, in the order of the facts. */
  readonly explanations: string;
  /** Numbers of files on «Nguồn», in their order. */
  readonly sources: string;
}

interface OwnFact {
  readonly share: Share;
  readonly origins: PrintedOrigins;
}

/** A fund figure is one fact per holder, all shown by one cell; every other figure is one fact. */
function shares({ figure, holder }: PlacedFigure): readonly Share[] {
  const byHolder = figure.total?.byHolder;
  if (holder !== undefined || byHolder === undefined || byHolder.size === 0) {
    return [{ holder: holder ?? "", quantity: figure.quantity }];
  }
  return [...byHolder].map(([name, quantity]) => ({ holder: name, quantity }));
}

function factCells(
  { unit, indicator, figure, cell }: PlacedFigure,
  { share: { holder, quantity }, origins: { explanations, sources } }: OwnFact,
  shared: readonly string[],
): readonly (string | number | null)[] {
  const { total, coverage } = figure;
  return [
    unit,
    ...shared,
    indicator,
    holder,
    quantity.kind,
    quantity.kind === "known" ? "" : quantity.why,
    quantity.kind === "known" ? quantity.value : null,
    coverage.have,
    coverage.due,
    total?.estimate === true ? "estimate" : "",
    explanations,
    cell.sheet,
    addressText(cell),
    sources,
  ];
}

function plannedRow(values: readonly (string | number | null)[], index: number): PlannedRow {
  const cells = values.map((value, position): PlannedCell => ({ column: position + 1, value, look: "plain" }));
  return { row: index + 1, cells: cells.filter(({ value }) => value !== null && value !== "") };
}

/** What was answered about a figure of this run, by unit and indicator; a branch's answer goes with its commune. */
function answersByFigure(findings: readonly Finding[]): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const answered = findings.filter(({ explanation, field }) => explanation !== undefined && field !== undefined);
  const byUnit = groupBy(answered, ({ unit = "" }) => unit.replace(/\/.*$/, ""));
  return new Map(
    [...byUnit].map(([unit, ofUnit]) => {
      const byField = groupBy(ofUnit, ({ field = "" }) => field);
      return [unit, new Map([...byField].map(([field, of]) => [field, of.map(({ explanation = "" }) => explanation)]))];
    }),
  );
}

type OriginsOf = (total: Total | undefined, answers: readonly string[]) => PrintedOrigins;

/** Texts of sources, which may name thousands of files, are made once for figures of the same owners. */
function createOriginsOf(): OriginsOf {
  const known = new Map<Owners | undefined, { readonly owners: readonly Owners[]; readonly sources: string }[]>();
  const sourcesOf = (owners: readonly Owners[]): string => {
    const before = known.get(owners[0]) ?? [];
    const same = before.find((one) => isSame(one.owners, owners));
    if (same !== undefined) return same.sources;
    const sources = sourcesText([], owners);
    known.set(owners[0], [...before, { owners, sources }]);
    return sources;
  };
  return (total, answers) => {
    const found = { explanations: new Set(answers), files: new Set<number>(), owners: new Set<Owners>() };
    if (total !== undefined) gatherOrigins(total, found);
    const owners = [...found.owners];
    const sources = found.files.size === 0 ? sourcesOf(owners) : sourcesText([...found.files], owners);
    return { explanations: [...found.explanations].join("; "), sources };
  };
}

type Owners = TotalColumn["owners"];

function isSame(one: readonly Owners[], other: readonly Owners[]): boolean {
  return one.length === other.length && one.every((owners, index) => owners === other[index]);
}

function sourcesText(files: readonly number[], owners: readonly Owners[]): string {
  const all = new Set([...files, ...owners.flat().map(({ file }) => file)]);
  return [...all]
    .sort((a, b) => a - b)
    .map(sourceNumber)
    .join(" ");
}
