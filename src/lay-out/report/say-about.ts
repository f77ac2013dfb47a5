// What a sentence tells about one indicator beyond its figure: best and weakest units, the target and how far it is.

import { vietnameseNumber } from "../../model/number-text.js";
import type { Quantity } from "../../model/quantity.js";
import type { IndicatorWord } from "../../model/report-text.js";
import { lacking, ratioParts } from "./compare-figures.js";
import { plainText } from "./plain-text.js";
import { ownFigure, type ReportContext, targetOf, unitFigure } from "./report-context.js";

import { targetText } from "./target-text.js";

/** How many units a sentence names. */
const NAMED = 3;

/** The words; undefined where there is nothing to tell. */
export function aboutIndicator(word: IndicatorWord, code: string, context: ReportContext): string | undefined {
  switch (word) {
    case "cao nhất":
      return unitsNamed(code, (a, b) => b - a, context);
    case "thấp nhất":
      return unitsNamed(code, (a, b) => a - b, context);
    case "chỉ tiêu":
      return targetWords(code, context);
    case "so chỉ tiêu":
      return distanceWords(code, context);
  }
}

/** «Thị trấn Tân Minh (81,2 %), Xã Hàm Mỹ (80,5 %)…»; of two units or fewer none is best. */
function unitsNamed(code: string, order: (a: number, b: number) => number, context: ReportContext): string | undefined {
  const indicator = context.catalogue.indicators.get(code);
  const ranked = context.ownFigures.children.flatMap((child) => {
    const { quantity } = unitFigure(child, { indicator: code, range: context.own }, context);
    return quantity.kind === "known" ? [{ name: child.unit.name, value: quantity.value }] : [];
  });
  if (indicator === undefined || ranked.length < NAMED) return undefined;
  return ranked
    .sort((a, b) => order(a.value, b.value))
    .slice(0, NAMED)
    .map(({ name, value }) => `${name} (${plainText(value, indicator)})`)
    .join(", ");
}

function targetWords(code: string, context: ReportContext): string | undefined {
  const indicator = context.catalogue.indicators.get(code);
  const target = targetOf(context.input.basis.unit, { indicator: code, range: context.own }, context);
  if (indicator === undefined || target === undefined) return undefined;
  return `${plainText(target.value, indicator)} (${targetText(target)})`;
}

/** «đạt chỉ tiêu 70 % (Quyết định 387/QĐ-TTg, năm 2025)», «còn thiếu 1.234 hộ so với chỉ tiêu …». */
function distanceWords(code: string, context: ReportContext): string | undefined {
  const { indicators } = context.catalogue;
  const indicator = indicators.get(code);
  const target = targetOf(context.input.basis.unit, { indicator: code, range: context.own }, context);
  if (indicator === undefined || target === undefined) return undefined;
  const figureAt = (one: string): Quantity => ownFigure(one, context.own, context).quantity;
  const figure = figureAt(code);
  const lack = lacking(figure, target, ratioParts(indicator, figureAt));
  if (figure.kind !== "known" || lack.kind !== "known") return undefined;
  const words = targetWords(code, context) ?? "";
  if (figure.value >= target.value) return `đạt chỉ tiêu ${words}`;
  const measure = indicators.get(indicator.ratio?.of ?? code)?.measuredIn ?? "";
  return `còn thiếu ${vietnameseNumber(lack.value, 0)} ${measure} so với chỉ tiêu ${words}`;
}
