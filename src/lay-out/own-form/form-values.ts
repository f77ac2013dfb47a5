// Codes of an office's own form → what is printed in their place, by the same figures and marks as in reports.

import type { ChildResult } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import { compactNumber } from "../../model/compact-number.js";
import type { Total } from "../../model/fact.js";
import type { FigureCode, FormCode } from "../../model/form-code.js";
import { vietnameseNumber } from "../../model/number-text.js";
import type { FilledCode } from "../../model/own-form.js";
import { rangeOf } from "../../model/report.js";
import { type Figure, ownFigure, type ReportContext, reportContext, unitFigure } from "../report/report-context.js";
import type { ReportInput } from "../report/report-input.js";
import { plainWord } from "../report/say.js";
import { reportValue } from "../report/shown-figure.js";

export interface FormValues {
  /** Units below, each of which has a repeated row. */
  readonly units: number;
  /** «SỐ LIỆU TẠM TÍNH (47/52 xã)»; empty where nothing is provisional. */
  readonly stamp: string;
  value(code: FormCode, row: number | undefined): FilledCode;
  /** The total behind the figure of a code. */
  total(code: FigureCode, row: number | undefined): Total | undefined;
  /** True where the figure of a code is not known. */
  isLacking(code: FigureCode): boolean;
}

/** The values of every code, from the figures of all stretches of time that the codes speak of. */
export function formValues(input: ReportInput, moneyUnit: string, catalogue: Catalogue): FormValues {
  const context = reportContext(input, catalogue);
  const { children } = context.ownFigures;
  return {
    units: children.length,
    stamp: context.stamp,
    value: (code, row) =>
      valueFor(code, { row, child: row === undefined ? undefined : children[row], context, moneyUnit }),
    total: (code, row) => figureOf(code, row === undefined ? undefined : children[row], context).total,
    isLacking: (code) => figureOf(code, undefined, context).quantity.kind !== "known",
  };
}

interface Place {
  readonly row: number | undefined;
  readonly child: ChildResult | undefined;
  readonly context: ReportContext;
  /** What stands for {{đơn vị tính}}. */
  readonly moneyUnit: string;
}

function valueFor(code: FormCode, { row, child, context, moneyUnit }: Place): FilledCode {
  switch (code.kind) {
    case "repeat":
    case "category":
      return { text: "" };
    case "unit-code":
      return { text: context.input.basis.unit.code };
    case "money-unit":
      return { text: moneyUnit };
    case "stamp":
      return { text: context.stamp };
    case "word":
      return { text: plainWord(code.word, context) };
    case "row-word": {
      const place = row === undefined ? "" : String(row + 1);
      const text = { stt: place, tên: child?.unit.name ?? "", mã: child?.unit.code ?? "" }[code.word];
      return code.word === "stt" ? { text, number: { value: Number(text), isShare: false } } : { text };
    }
    case "figure":
      return shown(code, figureOf(code, child, context), context);
  }
}

function figureOf({ indicator, when }: FigureCode, child: ChildResult | undefined, context: ReportContext): Figure {
  const range = rangeOf(when, context.own);
  return child === undefined ? ownFigure(indicator, range, context) : unitFigure(child, { indicator, range }, context);
}

function shown(code: FigureCode, { quantity }: Figure, { catalogue }: ReportContext): FilledCode {
  const value = reportValue(quantity);
  if (typeof value === "string") return { text: value };
  if (code.form === "gọn") return { text: compactNumber(value) };
  const isShare = catalogue.indicators.get(code.indicator)?.ratio?.times === 100;
  const printed = rounded((isShare ? value * 100 : value) / code.factor, code.decimals);
  const text = vietnameseNumber(printed, code.decimals ?? (isShare || code.factor > 1 ? 2 : 0));
  return { text, number: { value: isShare ? printed / 100 : printed, isShare } };
}

function rounded(value: number, decimals: number | undefined): number {
  return decimals === undefined ? value : Number(value.toFixed(decimals));
}
