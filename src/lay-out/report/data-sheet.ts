// The sheet «Số liệu»: the asked unit's figures in each stretch of time, and how the folded ones came about, as live
// formulas. Every figure of the report leads here.

import { columnLetters } from "../../model/cell-address.js";
import { type Indicator, OVER_TIME_OF } from "../../model/indicator.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { isSameRange, rangeInShort } from "../../model/month-range.js";
import type { MonthRange } from "../../model/period.js";
import type { PeriodFigures } from "../../model/period-figures.js";
import type { PlannedCell, PlannedSheet } from "../../model/workbook-plan.js";
import { STANDING_TEXTS } from "../cell-texts.js";
import { fullName } from "../full-name.js";
import { addUnseenMark } from "../own-sheet-mark.js";
import { pageFrame } from "../page-frame.js";
import { addSpanning, beginSheet } from "../sheet-lines.js";
import { heightOf, linesNeeded, numberWidth } from "../text-size.js";
import { DATA_SHEET, DATA_TEXTS, DATA_TOP } from "./data-places.js";
import type { ReportContext } from "./report-context.js";
import { lookOf, reportValue } from "./shown-figure.js";

const TEXT_WIDTHS = [11, 46, 12];
const HEADINGS = ["Mã", "Chỉ tiêu", "Đơn vị tính"];
const REMARK =
  "Số của kỳ dài được gộp từ các kỳ ngắn theo loại chỉ tiêu: số phát sinh thì cộng, số có tại ngày chốt lấy kỳ cuối, số đầu kỳ lấy kỳ đầu, tỉ lệ tính lại. Dấu … là chưa có số liệu; dấu — là không thuộc diện báo cáo.";

/** The sheet as planned. */
export function dataSheet(context: ReportContext): PlannedSheet {
  const { places } = context;
  const { stretches, indicators } = places;
  const widths = [...TEXT_WIDTHS, ...stretches.map((one) => widthOf(one))];
  const frame = pageFrame(widths, DATA_TEXTS);
  const span = { left: frame.left, right: frame.right, widths };
  const lines = beginSheet();
  addUnseenMark(lines);
  addSpanning(lines, { value: "SỐ LIỆU DÙNG TRONG BÁO CÁO", look: "title" }, span);
  addSpanning(lines, { value: context.input.basis.unit.name, look: "subtitle" }, span);
  addSpanning(lines, { value: REMARK, look: "note" }, span);
  lines.skip();
  lines.add(
    headings(
      stretches.map((one) => rangeInShort(one.range)),
      "heading",
    ),
    heightOf(2),
  );
  lines.add(headings(stretches.map(statusOf), "codes"), heightOf(3));
  if (lines.next() !== DATA_TOP + 1) throw new Error("places of figures do not fit their sheet");
  const listed = indicators.map(({ code }) => code);
  for (const indicator of indicators) {
    const cells = stretches.map((one, index) =>
      figureCell(indicator, { one, column: DATA_TEXTS + 1 + index }, context),
    );
    const name = fullName(indicator, { listed, indicators: context.catalogue.indicators });
    lines.add([...textCells(indicator, name), ...cells], heightOf(linesNeeded(name, TEXT_WIDTHS[1] ?? 1)));
  }
  const repeatRows = { from: DATA_TOP - 1, to: DATA_TOP };
  const footer = `${DATA_SHEET} – ${context.input.basis.unit.name}`;
  return lines.finish({
    name: DATA_SHEET,
    visibility: "visible",
    widths,
    freeze: { rows: DATA_TOP, columns: DATA_TEXTS },
    print: {
      landscape: true,
      repeatRows,
      footer,
      header: context.stamp,
      ...frame.print,
    },
  });
}

function headings(texts: readonly string[], look: "heading" | "codes"): readonly PlannedCell[] {
  const left = look === "heading" ? HEADINGS : HEADINGS.map(() => null);
  return [...left, ...texts].map((value, index) => ({ column: index + 1, value, look }));
}

/** «đến 30/11/2022, ước tính», or from how many parts the figures were folded. */
function statusOf({ asOf, standing, parts, range }: PeriodFigures): string {
  const isFolded = parts === undefined || parts.length !== 1 || !parts.every((part) => isSameRange(part, range));
  const cut = asOf === undefined ? "chưa có kỳ cuối" : `đến ${vietnameseDate(asOf)}`;
  const folded = parts === undefined ? "chưa đủ kỳ" : `gộp ${parts.length} kỳ`;
  return [cut, standing === undefined ? "" : STANDING_TEXTS[standing], isFolded ? folded : ""]
    .filter(Boolean)
    .join(", ");
}

function textCells({ code, measuredIn }: Indicator, name: string): readonly PlannedCell[] {
  return [
    { column: 1, value: code, look: "text" },
    { column: 2, value: name, look: "text" },
    { column: 3, value: measuredIn, look: "centred" },
  ];
}

interface At {
  readonly one: PeriodFigures;
  readonly column: number;
}

function figureCell(indicator: Indicator, { one, column }: At, context: ReportContext): PlannedCell {
  const total = one.totals.get(indicator.code);
  const quantity = total?.quantity;
  const value = quantity === undefined ? "…" : reportValue(quantity);
  const formula = typeof value === "number" ? formulaOf(indicator, value, { one, context }) : undefined;
  return { column, value, look: lookOf(indicator), total, ...(formula === undefined ? {} : { formula }) };
}

interface Where {
  readonly one: PeriodFigures;
  readonly context: ReportContext;
}

/** How the figure follows from others on this sheet; undefined where it is as it was given. */
function formulaOf(indicator: Indicator, value: number, where: Where): string | undefined {
  const { ratio, sumOf, code } = indicator;
  const { range, parts, closing, opening } = where.one;
  if (ratio !== undefined) return ratioFormula(ratio, value, where);
  if (sumOf?.when === "always")
    return addition(
      sumOf.parts.map((part) => [part, range]),
      value,
      where,
    );
  switch (OVER_TIME_OF[indicator.kind]) {
    case "sum":
      return addition(
        (parts ?? []).map((part) => [code, part]),
        value,
        where,
      );
    case "last":
    case "valid":
      return addition(closing === undefined ? [] : [[code, closing]], value, where);
    case "first":
      return addition(opening === undefined ? [] : [[code, opening]], value, where);
    case "last-of-year":
    case "never":
      return undefined;
  }
}

type Address = readonly [indicator: string, range: MonthRange];

/** The cells added up, where they are others than the cell itself and give its value. */
function addition(cells: readonly Address[], value: number, where: Where): string | undefined {
  const known = cells.flatMap(([code, range]) => placed(code, range, where));
  const isItself = cells.some(
    ([, range], index) => index === 0 && cells.length === 1 && isSameRange(range, where.one.range),
  );
  if (known.length === 0 || isItself || known.reduce((sum, part) => sum + part.value, 0) !== value) return undefined;
  return known.map((part) => part.address).join("+");
}

function ratioFormula(
  { of, over }: { readonly of: string; readonly over: string },
  value: number,
  where: Where,
): string | undefined {
  const [upper] = placed(of, where.one.range, where);
  const [lower] = placed(over, where.one.range, where);
  const isLive = upper !== undefined && lower !== undefined && upper.value / lower.value === value;
  return isLive ? `${upper.address}/${lower.address}` : undefined;
}

function placed(
  code: string,
  range: MonthRange,
  { context }: Where,
): readonly { readonly address: string; readonly value: number }[] {
  const { places } = context;
  const cell = places.cell(code, range);
  const quantity = places.stretches.find((one) => isSameRange(one.range, range))?.totals.get(code)?.quantity;
  if (cell === undefined || quantity?.kind !== "known") return [];
  return [{ address: `${columnLetters(cell.column)}${cell.row}`, value: quantity.value }];
}

function widthOf({ totals }: PeriodFigures): number {
  const widths = [...totals.values()].map(({ quantity }) =>
    quantity.kind === "known" ? numberWidth(quantity.value) : 1,
  );
  return Math.max(12, Math.min(20, Math.max(...widths, 1) + 2));
}
