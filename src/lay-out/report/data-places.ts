// Where the asked unit's own figures stand on the sheet «Số liệu»: one row an indicator, one column a stretch of time.

import type { Catalogue } from "../../model/catalogue.js";
import type { Indicator } from "../../model/indicator.js";
import { isSameRange } from "../../model/month-range.js";
import type { MonthRange } from "../../model/period.js";
import type { PeriodFigures } from "../../model/period-figures.js";
import type { Report, ReportPage } from "../../model/report.js";
import { figuresIn, parseReportText } from "../../model/report-text.js";
import type { CellRef } from "../sheet-lines.js";
import type { ReportInput } from "./report-input.js";

export const DATA_SHEET = "Số liệu";
/** Columns before the first stretch of time: code, name, measure. */
export const DATA_TEXTS = 3;
/** Rows above the first indicator. */
export const DATA_TOP = 7;

export interface DataPlaces {
  readonly indicators: readonly Indicator[];
  /** Stretches of time from the oldest, those that others are folded from among them. */
  readonly stretches: readonly PeriodFigures[];
  cell(indicator: string, range: MonthRange): CellRef | undefined;
}

/** The sheet's rows and columns: every indicator the report names, and what those are computed from. */
export function dataPlaces(input: ReportInput, catalogue: Catalogue): DataPlaces {
  const wanted = codesOf(input.report, catalogue);
  const indicators = [...catalogue.indicators.values()].filter(({ code }) => wanted.has(code));
  const stretches = stretchesOf(input);
  const rows = new Map(indicators.map(({ code }, index) => [code, DATA_TOP + 1 + index]));
  return {
    indicators,
    stretches,
    cell: (indicator, range) => {
      const row = rows.get(indicator);
      const index = stretches.findIndex((one) => isSameRange(one.range, range));
      return row === undefined || index < 0 ? undefined : { sheet: DATA_SHEET, row, column: DATA_TEXTS + 1 + index };
    },
  };
}

function codesOf(report: Report, { indicators }: Catalogue): ReadonlySet<string> {
  const codes = new Set<string>();
  const add = (code: string): void => {
    if (codes.has(code)) return;
    codes.add(code);
    const { ratio, sumOf } = indicators.get(code) ?? {};
    for (const part of ratio === undefined ? (sumOf?.parts ?? []) : [ratio.of, ratio.over]) add(part);
  };
  for (const page of report.pages) for (const code of namedOn(page)) add(code);
  return codes;
}

function namedOn(page: ReportPage): readonly string[] {
  if (page.kind === "letter") {
    return page.blocks.flatMap(({ text }) => figuresIn(parseReportText(text).parts).map(({ indicator }) => indicator));
  }
  if (page.kind === "charts") return [];
  const listed = page.rows.by === "indicators" ? page.rows.groups.flatMap(({ indicators }) => indicators) : [];
  return [...listed, ...page.columns.flatMap(({ indicator }) => indicator ?? [])];
}

/** What the report shows and what that is folded from, oldest first; the longer of two that end together comes last. */
function stretchesOf({ figures, pieces }: ReportInput): readonly PeriodFigures[] {
  const all: PeriodFigures[] = [];
  const add = (one: PeriodFigures): void => {
    if (!all.some((known) => isSameRange(known.range, one.range))) all.push(one);
  };
  for (const one of figures) {
    const parts = [...(one.parts ?? []), one.closing, one.opening].filter((part) => part !== undefined);
    add(one);
    for (const part of parts) {
      const piece = pieces.find(({ range }) => isSameRange(range, part));
      if (piece !== undefined) add(piece);
    }
  }
  const isThere = ({ parts, closing, opening }: PeriodFigures): boolean =>
    parts !== undefined || closing !== undefined || opening !== undefined;
  return all.filter(isThere).sort((a, b) => a.range.last - b.range.last || b.range.first - a.range.first);
}
