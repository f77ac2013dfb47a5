// One line of the summary: code, name, measure, value, coverage, note. Values are live where a cell gives them.

import { columnLetters } from "../model/cell-address.js";
import type { Coverage } from "../model/coverage.js";
import { type Indicator, isMoney } from "../model/indicator.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { Look, PlannedCell } from "../model/workbook-plan.js";
import { capitalised, MISSING_MARK, REASON_TEXTS, shownQuantity } from "./cell-texts.js";
import { type Figure, figureOf } from "./child-figures.js";
import { fullName } from "./full-name.js";
import type { LayoutContext } from "./layout-context.js";
import type { PlacedTotal } from "./placed-figure.js";
import { referenceText, type SheetLines } from "./sheet-lines.js";
import { heightOf, linesNeeded } from "./text-size.js";

/** Widths of the columns: code, name, measure, value, coverage, note. */
export const SUMMARY_WIDTHS = [10, 39, 11, 18, 13, 27];

const VALUE_COLUMN = 4;
const VALUE_LETTER = columnLetters(VALUE_COLUMN);

/** What a line refers to. */
export interface Surroundings {
  /** Cells of the totals on other sheets, by indicator. */
  readonly placed: ReadonlyMap<string, PlacedTotal>;
  /** Rows of the lines of this list, by indicator. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly context: LayoutContext;
}

/** Adds the line of an indicator. */
export function addSummaryLine(lines: SheetLines, indicator: Indicator, around: Surroundings): void {
  const figure = figureOf(around.context.aggregation.totals, indicator.code);
  const target = around.placed.get(indicator.code);
  const value = figure === undefined ? MISSING_MARK : shownQuantity(figure.quantity);
  const formula = typeof value === "number" ? formulaOf(indicator, value, around) : undefined;
  const note = noteOf(indicator, figure);
  const name = fullName(indicator, {
    listed: [...around.rowOf.keys()],
    indicators: around.context.catalogue.indicators,
  });
  const cells: readonly PlannedCell[] = [
    {
      column: 1,
      value: indicator.code,
      look: target === undefined ? "text" : "link",
      ...(target === undefined ? {} : { link: referenceText(target.cell) }),
    },
    { column: 2, value: name, look: "text" },
    { column: 3, value: indicator.measuredIn, look: "centred" },
    {
      column: VALUE_COLUMN,
      value,
      look: lookOf(indicator),
      ...(formula === undefined ? {} : { formula }),
      total: figure?.total,
    },
    { column: 5, value: coverageText(figure?.coverage), look: "centred" },
    { column: 6, value: note === "" ? null : note, look: "text" },
  ];
  const needed = [name, note].map((text, index) => linesNeeded(text, SUMMARY_WIDTHS[index === 0 ? 1 : 5] ?? 1));
  lines.add(cells, heightOf(Math.max(...needed)));
}

/** The total's own cell; for percents and computed sums the other lines of this list; none where neither gives it. */
function formulaOf(indicator: Indicator, value: number, { placed, rowOf, context }: Surroundings): string | undefined {
  const { totals } = context.aggregation;
  const knownValue = (code: string): number | undefined => {
    const quantity = totals.get(code)?.quantity;
    return quantity?.kind === "known" && rowOf.has(code) ? quantity.value : undefined;
  };
  const cellOf = (code: string) => `${VALUE_LETTER}${rowOf.get(code)}`;
  if (indicator.ratio !== undefined) {
    const { of, over } = indicator.ratio;
    const [upper, lower] = [knownValue(of), knownValue(over)];
    const isLive = upper !== undefined && lower !== undefined && lower !== 0 && upper / lower === value;
    return isLive ? `${cellOf(of)}/${cellOf(over)}` : undefined;
  }
  const target = placed.get(indicator.code);
  if (target?.value === value) return referenceText(target.cell);
  const parts = (indicator.sumOf?.parts ?? []).filter((part) => knownValue(part) !== undefined);
  const sum = parts.reduce((total, part) => total + (knownValue(part) ?? Number.NaN), 0);
  return parts.length > 0 && sum === value ? parts.map(cellOf).join("+") : undefined;
}

function noteOf(indicator: Indicator, figure: Figure | undefined): string {
  if (figure === undefined) return capitalised(REASON_TEXTS.blank);
  const notes: string[] = [];
  const { quantity } = figure;
  if (quantity.kind !== "known") notes.push(REASON_TEXTS[quantity.why]);
  if (figure.total?.estimate === true) notes.push("có phần ước tính (phân bổ)");
  if (indicator.ratio !== undefined) notes.push(`= ${indicator.ratio.of} / ${indicator.ratio.over}`);
  return capitalised(notes.join("; "));
}

function coverageText(coverage: Coverage | undefined): string | null {
  return coverage === undefined || coverage.due === 0
    ? null
    : `${vietnameseNumber(coverage.have)}/${vietnameseNumber(coverage.due)}`;
}

function lookOf(indicator: Indicator): Look {
  if (indicator.ratio?.times === 100) return "ratio";
  return isMoney(indicator) ? "money" : "count";
}
