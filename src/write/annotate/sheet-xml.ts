// One planned sheet → the XML of a worksheet part, its texts inside it, so that nothing else of a package has to change.

import { addressText, columnLetters, rangeText } from "../../model/cell-address.js";
import type { Look, PlannedCell, PlannedRow, PlannedSheet } from "../../model/workbook-plan.js";
import { escapeText } from "../../ooxml/splice-text.js";

import { insertLinks } from "../insert-links.js";
import { pageText } from "../page-text.js";
import { safeText } from "../safe-text.js";

const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MARGINS = '<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';

export interface SheetSetting {
  /** Number of the cell format of a look. */
  readonly styleOf: (look: Look) => number;
  /** The namespace of the package's main parts; the usual one where it is not told. */
  readonly space: string | undefined;
  /** Whether the workbook opens on this sheet. */
  readonly opening: "opens" | "waits";
}

/** The part. Cells hold texts and numbers only, never formulas. */
export function sheetXml(sheet: PlannedSheet, { styleOf, space = TRANSITIONAL, opening }: SheetSetting): string {
  const rows = sheet.rows.map((row) => rowXml(row, styleOf)).join("");
  const merges = sheet.merges.map((range) => `<mergeCell ref="${rangeText(range)}"/>`).join("");
  const xml = [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${space}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet, opening),
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${sheet.widths.map((width, index) => columnXml(sheet, width, index + 1)).join("")}</cols>`,
    `<sheetData>${rows}</sheetData>`,
    merges === "" ? "" : `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`,
    MARGINS,
    `<pageSetup paperSize="9" orientation="${sheet.print.landscape ? "landscape" : "portrait"}" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${escapeText(pageText({ left: sheet.print.footer, right: "Trang {page}/{pages}" }))}</oddFooter></headerFooter>`,
    "</worksheet>",
  ].join("");
  return insertLinks(xml, sheet);
}

function viewXml({ freeze }: PlannedSheet, opening: SheetSetting["opening"]): string {
  const selected = opening === "opens" ? ' tabSelected="1"' : "";
  const corner = `${columnLetters(freeze.columns + 1)}${freeze.rows + 1}`;
  const pane =
    freeze.rows === 0
      ? ""
      : `<pane ySplit="${freeze.rows}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columnXml({ hiddenColumns = [] }: PlannedSheet, width: number, column: number): string {
  const hidden = hiddenColumns.includes(column) ? ' hidden="1"' : "";
  return `<col min="${column}" max="${column}" width="${width}" customWidth="1"${hidden}/>`;
}

function rowXml({ row, cells, height }: PlannedRow, styleOf: SheetSetting["styleOf"]): string {
  const high = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  const inOrder = [...cells].sort((a, b) => a.column - b.column);
  return `<row r="${row}"${high}>${inOrder.map((cell) => cellXml(cell, row, styleOf)).join("")}</row>`;
}

function cellXml({ column, value, look }: PlannedCell, row: number, styleOf: SheetSetting["styleOf"]): string {
  const start = `<c r="${addressText({ row, column })}" s="${styleOf(look)}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(safeText(value))}</t></is></c>`;
}
