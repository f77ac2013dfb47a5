// A native chart in the line of the text: it prints sharp at any size, needs no font of ours, and rests on its own values.

import { type PlannedChart, relativeHeight } from "../../model/planned-chart.js";
import { element } from "../../ooxml/xml-element.js";
import { chartDescription } from "../chart/chart-description.js";
import { CHART_SPACE, DRAWING_SPACE } from "../chart/chart-xml.js";
import { TWIPS_A_POINT, word } from "./word-xml.js";

const INLINE_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const EMU_A_TWIP = 12_700 / TWIPS_A_POINT;
/** Usual height as a share of the width: three fit a portrait page. */
const HEIGHT = 0.46;

/** Name of the relationship to a chart, and of its part; charts are numbered from 1. */
export function chartId(number: number): string {
  return `chart-${number}`;
}

/** The paragraph with the chart over the whole `width`, twentieths of a point. */
export function inlineChartXml(
  chart: PlannedChart,
  { width, number }: { readonly width: number; readonly number: number },
): string {
  const cx = Math.round(width * EMU_A_TWIP);
  const frame = element("a:graphic", { "xmlns:a": DRAWING_SPACE }, [
    element("a:graphicData", { uri: CHART_SPACE }, [
      element("c:chart", { "xmlns:c": CHART_SPACE, "r:id": chartId(number) }),
    ]),
  ]);
  const inline = element("wp:inline", { "xmlns:wp": INLINE_SPACE, distT: 0, distB: 0, distL: 0, distR: 0 }, [
    element("wp:extent", { cx, cy: Math.round(cx * HEIGHT * relativeHeight(chart)) }),
    element("wp:docPr", { id: number, name: `Biểu đồ ${number}`, descr: chartDescription(chart) }),
    element("wp:cNvGraphicFramePr"),
    frame,
  ]);
  const spacing = word("pPr", {}, [word("spacing", { before: 120, after: 60 })]);
  return word("p", {}, [spacing, word("r", {}, [word("drawing", {}, [inline])])]);
}
