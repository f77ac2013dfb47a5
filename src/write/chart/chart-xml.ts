// A native chart (ISO/IEC 29500-1, 21.2): columns, bars or lines, with the values it was planned with, so that programs
// draw it without computing anything.

import type { ChartScale, PlannedChart } from "../../model/planned-chart.js";
import { escapeText } from "../../ooxml/splice-text.js";
import { element, XML_HEAD } from "../../ooxml/xml-element.js";
import { FONT_NAME } from "../looks.js";
import { allowedText } from "../safe-text.js";
import { SERIES_COLOURS } from "./chart-colours.js";

export const CHART_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const DRAWING_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main";
export const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
/** More points than this go without their figures beside them: bars lie close. */
const MOST_LABELS = { columns: 16, lines: 16, bars: 10 } as const;

/** What a chart rests on: cells of its workbook, or in a document its own values alone. */
export type ChartSource = "cells" | "values";

/** The chart's part. */
export function chartXml(chart: PlannedChart, source: ChartSource): string {
  const spaces = { "xmlns:c": CHART_SPACE, "xmlns:a": DRAWING_SPACE };
  return (
    XML_HEAD +
    element("c:chartSpace", spaces, [
      saying("c:roundedCorners", 0),
      element("c:chart", {}, [
        titleXml(chart.title),
        saying("c:autoTitleDeleted", 0),
        element("c:plotArea", {}, [element("c:layout"), plotXml(chart, source), categoryAxis(chart), valueAxis(chart)]),
        ...(chart.series.length > 1 ? [legendXml()] : []),
        saying("c:plotVisOnly", 1),
        saying("c:dispBlanksAs", "gap"),
      ]),
      element("c:txPr", {}, letters({ size: 10, isBold: false })),
    ])
  );
}

function saying(name: string, value: string | number): string {
  return element(name, { val: value });
}

function titleXml(title: string): string {
  const properties = runProperties("a:rPr", { size: 12, isBold: true });
  const run = element("a:r", {}, [properties, element("a:t", {}, [escapeText(allowedText(title))])]);
  const rich = element("c:rich", {}, [element("a:bodyPr"), element("a:p", {}, [run])]);
  return element("c:title", {}, [element("c:tx", {}, [rich]), saying("c:overlay", 0)]);
}

interface Letters {
  /** Points. */
  readonly size: number;
  readonly isBold: boolean;
}

function letters(given: Letters): readonly string[] {
  const paragraph = element("a:p", {}, [
    element("a:pPr", {}, [runProperties("a:defRPr", given)]),
    element("a:endParaRPr", { lang: "vi-VN" }),
  ]);
  return [element("a:bodyPr"), paragraph];
}

function runProperties(name: "a:rPr" | "a:defRPr", { size, isBold }: Letters): string {
  const language = name === "a:rPr" ? { lang: "vi-VN" } : {};
  return element(name, { ...language, sz: size * 100, b: isBold ? 1 : 0 }, [
    element("a:latin", { typeface: FONT_NAME }),
  ]);
}

function plotXml(chart: PlannedChart, source: ChartSource): string {
  const { kind, series } = chart;
  const told = series.map((_, index) => seriesXml(chart, index, source));
  const axes = [saying("c:axId", CATEGORY_AXIS), saying("c:axId", VALUE_AXIS)];
  if (kind === "lines") {
    const parts = [
      saying("c:grouping", "standard"),
      saying("c:varyColors", 0),
      ...told,
      saying("c:marker", 1),
      ...axes,
    ];
    return element("c:lineChart", {}, parts);
  }
  return element("c:barChart", {}, [
    saying("c:barDir", kind === "bars" ? "bar" : "col"),
    saying("c:grouping", "clustered"),
    saying("c:varyColors", 0),
    ...told,
    saying("c:gapWidth", 60),
    ...axes,
  ]);
}

function seriesXml(chart: PlannedChart, index: number, source: ChartSource): string {
  const { kind, series, categories, scale } = chart;
  const { name, points } = series[index] ?? { name: "", points: { cells: "", values: [] } };
  const fill = element("a:solidFill", {}, [
    saying("a:srgbClr", SERIES_COLOURS[index % SERIES_COLOURS.length] ?? "000000"),
  ]);
  const shape =
    kind === "lines"
      ? [element("c:spPr", {}, [element("a:ln", { w: 28575 }, [fill])]), markerXml(fill)]
      : [element("c:spPr", {}, [fill]), saying("c:invertIfNegative", 0)];
  return element("c:ser", {}, [
    saying("c:idx", index),
    saying("c:order", index),
    element("c:tx", {}, [element("c:v", {}, [escapeText(allowedText(name))])]),
    ...shape,
    ...(points.values.length * series.length <= MOST_LABELS[kind] ? [labelsXml(chart)] : []),
    element("c:cat", {}, [
      dataXml("str", source, { cells: categories.cells, head: [], texts: categories.values.map(allowedText) }),
    ]),
    element("c:val", {}, [
      dataXml("num", source, {
        cells: points.cells,
        head: [element("c:formatCode", {}, [formatOf(scale, "axis")])],
        texts: points.values.map((value) => (value === undefined ? undefined : String(value))),
      }),
    ]),
    ...(kind === "lines" ? [saying("c:smooth", 0)] : []),
  ]);
}

function markerXml(fill: string): string {
  return element("c:marker", {}, [saying("c:symbol", "circle"), saying("c:size", 6), element("c:spPr", {}, [fill])]);
}

function labelsXml({ kind, scale }: PlannedChart): string {
  return element("c:dLbls", {}, [
    element("c:numFmt", { formatCode: formatOf(scale, "label"), sourceLinked: 0 }),
    element("c:txPr", {}, letters({ size: 9, isBold: false })),
    saying("c:dLblPos", kind === "lines" ? "t" : "outEnd"),
    saying("c:showLegendKey", 0),
    saying("c:showVal", 1),
    ...["c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"].map((name) => saying(name, 0)),
  ]);
}

interface Values {
  readonly cells: string;
  /** What stands before the points. */
  readonly head: readonly string[];
  readonly texts: readonly (string | undefined)[];
}

/** A reference with what its cells hold, or what they hold alone; a value that is not there has no point. */
function dataXml(kind: "str" | "num", source: ChartSource, { cells, head, texts }: Values): string {
  const points = texts.flatMap((text, idx) =>
    text === undefined ? [] : [element("c:pt", { idx }, [element("c:v", {}, [escapeText(text)])])],
  );
  const content = [...head, saying("c:ptCount", texts.length), ...points];
  if (source === "values") return element(`c:${kind}Lit`, {}, content);
  return element(`c:${kind}Ref`, {}, [element("c:f", {}, [escapeText(cells)]), element(`c:${kind}Cache`, {}, content)]);
}

/** Excel's codes; each comma at the end divides by a thousand. */
function formatOf({ divisor, isShare, decimals }: ChartScale, where: "axis" | "label"): string {
  if (decimals === 2 && where === "label") return "#,##0.00";
  if (isShare) return where === "axis" ? "0%" : "0.0%";
  const commas = { 1: "", 1000000: ",,", 1000000000: ",,," }[divisor];
  return `${divisor === 1 || where === "axis" ? "#,##0" : "#,##0.0"}${commas}`;
}

function categoryAxis({ kind }: PlannedChart): string {
  const isAcross = kind === "bars";
  return element("c:catAx", {}, [
    saying("c:axId", CATEGORY_AXIS),
    element("c:scaling", {}, [saying("c:orientation", isAcross ? "maxMin" : "minMax")]),
    saying("c:delete", 0),
    saying("c:axPos", isAcross ? "l" : "b"),
    saying("c:majorTickMark", "none"),
    saying("c:minorTickMark", "none"),
    saying("c:tickLblPos", "low"),
    saying("c:crossAx", VALUE_AXIS),
    saying("c:crosses", "autoZero"),
    saying("c:auto", 0),
    ...(isAcross ? [saying("c:tickLblSkip", 1)] : []),
    saying("c:noMultiLvlLbl", 1),
  ]);
}

/** From zero up, so that a length tells a size; below it only where a figure is. */
function valueAxis({ kind, series, scale }: PlannedChart): string {
  const isBelow = series.some(({ points }) => points.values.some((value) => value !== undefined && value < 0));
  const grey = element("a:solidFill", {}, [saying("a:srgbClr", "D9D9D9")]);
  return element("c:valAx", {}, [
    saying("c:axId", VALUE_AXIS),
    element("c:scaling", {}, [saying("c:orientation", "minMax"), ...(isBelow ? [] : [saying("c:min", 0)])]),
    saying("c:delete", 0),
    saying("c:axPos", kind === "bars" ? "b" : "l"),
    element("c:majorGridlines", {}, [element("c:spPr", {}, [element("a:ln", { w: 6350 }, [grey])])]),
    element("c:numFmt", { formatCode: formatOf(scale, "axis"), sourceLinked: 0 }),
    saying("c:majorTickMark", "none"),
    saying("c:minorTickMark", "none"),
    saying("c:tickLblPos", "nextTo"),
    saying("c:crossAx", CATEGORY_AXIS),
    saying("c:crosses", kind === "bars" ? "max" : "autoZero"),
    saying("c:crossBetween", "between"),
  ]);
}

function legendXml(): string {
  return element("c:legend", {}, [saying("c:legendPos", "b"), saying("c:overlay", 0)]);
}
