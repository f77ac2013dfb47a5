// One planned sheet → one exceljs worksheet: cells, widths, merges, panes, page set-up. No decision is taken here.

import type { PageSetup, Style, Workbook, Worksheet, WorksheetView } from "exceljs";
import { columnLetters } from "../model/cell-address.js";
import type { PlannedCell, PlannedSheet } from "../model/workbook-plan.js";
import { fillEntry } from "./fill-entry.js";
import { pageText } from "./page-text.js";
import { safeText } from "./safe-text.js";
import { libraryRows } from "./straight-rows.js";

const A4 = 9;
const STATES = { visible: "visible", hidden: "hidden", "very-hidden": "veryHidden" } as const;
/** Inches. */
const MARGINS = { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/** 20 mm above and below, 30 mm at the left, 15 mm at the right: Nghị định 30/2020/NĐ-CP, phụ lục I. */
const DOCUMENT_MARGINS = { left: 1.18, right: 0.59, top: 0.79, bottom: 0.79, header: 0.39, footer: 0.39 };

export type StyleOf = (look: PlannedCell["look"]) => Partial<Style>;

/** Adds the sheet to the workbook, without rows that are put in straight. Cells of one look share one style object. */
export function fillSheet(book: Workbook, sheet: PlannedSheet, styleOf: StyleOf): void {
  const target = book.addWorksheet(sheet.name, { state: STATES[sheet.visibility], views: [viewOf(sheet)] });
  sheet.widths.forEach((width, index) => {
    target.getColumn(index + 1).width = width;
  });
  for (const column of sheet.hiddenColumns ?? []) target.getColumn(column).hidden = true;
  for (const { row, cells, height } of libraryRows(sheet)) {
    const line = target.getRow(row);
    if (height !== undefined) line.height = height;
    for (const cell of cells) {
      const place = line.getCell(cell.column);
      place.value = cellValue(cell);
      place.style = styleOf(cell.look);
      if (cell.name !== undefined) place.name = cell.name;
    }
  }
  for (const { top, left, bottom, right } of sheet.merges) target.mergeCells(top, left, bottom, right);
  if (sheet.entry !== undefined) fillEntry(target, sheet.entry);
  for (const row of sheet.print.breaks ?? []) target.getRow(row).addPageBreak();
  setUpPage(target, sheet);
}

function cellValue({ value, formula }: PlannedCell) {
  const stored = typeof value === "string" ? safeText(value) : value;
  if (formula === undefined) return stored;
  return { formula, ...(stored === null ? {} : { result: stored }) };
}

function viewOf({ freeze }: PlannedSheet): Partial<WorksheetView> {
  if (freeze.rows === 0 && freeze.columns === 0) return { state: "normal", showGridLines: false };
  return { state: "frozen", xSplit: freeze.columns, ySplit: freeze.rows, showGridLines: false };
}

function setUpPage(target: Worksheet, { print }: PlannedSheet): void {
  const { repeatRows, repeatColumns } = print;
  const setup: Partial<PageSetup> = {
    paperSize: A4,
    orientation: print.landscape ? "landscape" : "portrait",
    ...(print.isFullSize !== true ? { fitToPage: true, fitToWidth: print.pagesWide ?? 1, fitToHeight: 0 } : {}),
    margins: print.document === undefined ? MARGINS : DOCUMENT_MARGINS,
    horizontalCentered: true,
    pageOrder: "overThenDown",
  };
  Object.assign(target.pageSetup, setup);
  if (repeatRows !== undefined) target.pageSetup.printTitlesRow = `${repeatRows.from}:${repeatRows.to}`;
  if (repeatColumns !== undefined) {
    target.pageSetup.printTitlesColumn = `${columnLetters(repeatColumns.from)}:${columnLetters(repeatColumns.to)}`;
  }
  if (print.document !== undefined) {
    target.headerFooter.oddHeader = pageText({ left: "", centre: "{page}", right: print.header });
    target.headerFooter.differentFirst = !print.document.numbersFirst;
    if (!print.document.numbersFirst) target.headerFooter.firstHeader = pageText({ left: "", right: print.header });
    return;
  }
  target.headerFooter.oddHeader = pageText({ left: "", right: print.header });
  target.headerFooter.oddFooter = pageText({ left: print.footer, right: "Trang {page}/{pages}" });
}
