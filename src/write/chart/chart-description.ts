// A chart in words, for those who do not see it: the title, then every figure.

import { vietnameseNumber } from "../../model/number-text.js";
import type { ChartScale, PlannedChart } from "../../model/planned-chart.js";
import { allowedText } from "../safe-text.js";

const LONGEST = 1000;

/** «Hội viên (người). Năm 2023: 258.237; Năm 2024: 267.409.» */
export function chartDescription({ title, categories, series, scale }: PlannedChart): string {
  const told = series.map(({ name, points }) => {
    const figures = categories.values.map(
      (category, index) => `${category}: ${figureText(points.values[index], scale)}`,
    );
    return `${series.length > 1 ? `${name}: ` : ""}${figures.join("; ")}.`;
  });
  const text = allowedText(`${title}. ${told.join(" ")}`);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** A figure as a chart tells it; «…» where there is none. */
export function figureText(value: number | undefined, { divisor, isShare, decimals }: ChartScale): string {
  if (value === undefined) return "…";
  if (isShare) return `${vietnameseNumber(value * 100, 1)}%`;
  return vietnameseNumber(value / divisor, decimals ?? (divisor === 1 ? 0 : 1));
}
