// Charts into a finished workbook: for each sheet a drawing, for each chart its part, and the relationships between.

import { addressText } from "../../model/cell-address.js";
import type { PlannedChart } from "../../model/planned-chart.js";
import type { PlannedSheet } from "../../model/workbook-plan.js";
import { addRelationship } from "../../ooxml/add-relationship.js";
import { OFFICE_RELATIONS } from "../../ooxml/new-package.js";
import { PackageDraft } from "../../ooxml/package-draft.js";
import { element, XML_HEAD } from "../../ooxml/xml-element.js";
import { beforeElements } from "../sheet-order.js";
import { chartDescription } from "./chart-description.js";
import { CHART_SPACE, CHART_TYPE, chartXml, DRAWING_SPACE } from "./chart-xml.js";

const SHEET_DRAWING_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
/** Elements that may follow a drawing in a sheet, in the order of the format (ECMA-376, CT_Worksheet). */
const AFTER_DRAWING = ["legacyDrawing", "tableParts", "extLst"];

/** The workbook with the charts of its sheets, whose parts are numbered as the sheets stand; as it was without any. */
export function addCharts(bytes: Uint8Array, sheets: readonly PlannedSheet[]): Uint8Array {
  if (sheets.every(({ charts = [] }) => charts.length === 0)) return bytes;
  const draft = new PackageDraft(bytes);
  sheets.forEach(({ charts = [] }, index) => {
    if (charts.length > 0) addDrawing(draft, charts, index + 1);
  });
  return draft.finish();
}

function addDrawing(draft: PackageDraft, charts: readonly PlannedChart[], number: number): void {
  const sheet = `xl/worksheets/sheet${number}.xml`;
  const drawing = draft.freeName("xl/drawings/drawing", ".xml");
  const parts = charts.map((chart) => {
    const name = draft.freeName("xl/charts/chart", ".xml");
    draft.put(name, chartXml(chart, "cells"));
    draft.addType(name, CHART_TYPE);
    return addRelationship(draft, { from: drawing, to: name, type: "chart" });
  });
  draft.put(drawing, drawingXml(charts, parts));
  draft.addType(drawing, DRAWING_TYPE);
  const id = addRelationship(draft, { from: sheet, to: drawing, type: "drawing" });
  const mark = element("drawing", { "xmlns:r": OFFICE_RELATIONS, "r:id": id });
  draft.put(sheet, beforeElements(draft.need(sheet).toString("utf8"), AFTER_DRAWING, mark));
}

function drawingXml(charts: readonly PlannedChart[], parts: readonly string[]): string {
  const spaces = { "xmlns:xdr": SHEET_DRAWING_SPACE, "xmlns:a": DRAWING_SPACE, "xmlns:r": OFFICE_RELATIONS };
  const anchors = charts.map((chart, index) => anchorXml(chart, { number: index + 1, part: parts[index] ?? "" }));
  return XML_HEAD + element("xdr:wsDr", spaces, anchors);
}

/** From the first cell's upper left corner to the last cell's lower right one. */
function anchorXml(chart: PlannedChart, { number, part }: { readonly number: number; readonly part: string }): string {
  const { top, left, bottom, right } = chart.place;
  const name = `Biểu đồ ${number} (${addressText({ row: top, column: left })})`;
  return element("xdr:twoCellAnchor", { editAs: "oneCell" }, [
    cornerXml("xdr:from", top - 1, left - 1),
    cornerXml("xdr:to", bottom, right),
    element("xdr:graphicFrame", { macro: "" }, [
      element("xdr:nvGraphicFramePr", {}, [
        element("xdr:cNvPr", { id: number + 1, name, descr: chartDescription(chart) }),
        element("xdr:cNvGraphicFramePr"),
      ]),
      element("xdr:xfrm", {}, [element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })]),
      element("a:graphic", {}, [
        element("a:graphicData", { uri: CHART_SPACE }, [element("c:chart", { "xmlns:c": CHART_SPACE, "r:id": part })]),
      ]),
    ]),
    element("xdr:clientData"),
  ]);
}

/** Rows and columns are counted from 0 here. */
function cornerXml(name: string, row: number, column: number): string {
  const at = (part: string, value: number): string => element(`xdr:${part}`, {}, [String(value)]);
  return element(name, {}, [at("col", column), at("colOff", 0), at("row", row), at("rowOff", 0)]);
}
