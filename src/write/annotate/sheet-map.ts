// Where the rows and cells of a sheet stand in its part, and what their formats are.

import { parseAddress } from "../../model/cell-address.js";
import { groupBy } from "../../model/group-by.js";
import type { Limits } from "../../ooxml/limits.js";
import { only } from "../../ooxml/package-draft.js";
import { type ElementSpan, findElements } from "../../ooxml/xml-elements.js";

/** Elements that may follow the link to the comments' shapes (ECMA-376, CT_Worksheet), as far as they stand in a sheet. */
const FOLLOWING = [
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
  "AlternateContent",
];
const WANTED = {
  elements: ["worksheet", "sheetView", "col", "sheetData", "row", "c", "legacyDrawing", ...FOLLOWING],
  attributes: ["r", "s", "spans", "customFormat", "min", "max", "style", "tabSelected", "id"],
};

export interface MappedCell {
  readonly column: number;
  readonly style: number;
  readonly span: ElementSpan;
}

export interface MappedRow {
  readonly row: number;
  /** Format of cells that are not stored; undefined where the columns say it. */
  readonly style: number | undefined;
  readonly cells: readonly MappedCell[];
  readonly span: ElementSpan;
}

export interface SheetMap {
  readonly data: ElementSpan;
  readonly rows: readonly MappedRow[];
  readonly views: readonly ElementSpan[];
  /** The link to the part with the shapes of comments and controls. */
  readonly drawing: ElementSpan | undefined;
  /** Where that link belongs. */
  readonly drawingPlace: number;
  /** Format that a column gives to cells that are not stored. */
  columnStyle(column: number): number;
}

/** The map of a worksheet part. Faults: damaged. */
export function mapSheet(part: Buffer, limits: Limits): SheetMap {
  const elements = findElements(part, WANTED, limits);
  const named = (name: string) => elements.filter((one) => one.name === name);
  const data = only(named("sheetData"));
  const columns = named("col");
  const cells = groupBy(named("c"), (cell) => cell.inside);
  const behind = elements.find((one) => one.depth === 2 && one.start >= data.end && FOLLOWING.includes(one.name));
  return {
    data,
    rows: mapRows(
      elements.filter((one) => one.name === "row" && one.inside === data),
      cells,
    ),
    views: named("sheetView"),
    drawing: named("legacyDrawing").find((one) => one.depth === 2),
    drawingPlace: behind?.start ?? only(elements).contentEnd,
    columnStyle: (column) => {
      const stated = columns.find((one) => numberOf(one, "min") <= column && column <= numberOf(one, "max"));
      return stated === undefined ? 0 : styleOf(stated, "style");
    },
  };
}

function mapRows(
  spans: readonly ElementSpan[],
  cells: ReadonlyMap<ElementSpan | undefined, readonly ElementSpan[]>,
): readonly MappedRow[] {
  let last = 0;
  return spans.map((span) => {
    const stated = span.attributes.get("r");
    last = stated === undefined ? last + 1 : Number(stated.text);
    const hasStyle = span.attributes.get("customFormat")?.text === "1";
    const style = hasStyle ? styleOf(span, "s") : undefined;
    return { row: last, style, cells: mapCells(cells.get(span) ?? []), span };
  });
}

function mapCells(spans: readonly ElementSpan[]): readonly MappedCell[] {
  let last = 0;
  return spans.map((span) => {
    const stated = span.attributes.get("r");
    last = stated === undefined ? last + 1 : (parseAddress(stated.text)?.column ?? last + 1);
    return { column: last, style: styleOf(span, "s"), span };
  });
}

function styleOf(span: ElementSpan, name: string): number {
  return Number(span.attributes.get(name)?.text ?? "0");
}

function numberOf(span: ElementSpan, name: string): number {
  return Number(span.attributes.get(name)?.text ?? Number.NaN);
}
