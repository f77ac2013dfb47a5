// WorkbookPlan → DocumentPlan: the sheets that are pages of a document, block by block. No word is added: a report reads
// the same as a workbook, as a document and on a screen.

import type { DocumentBlock, DocumentPlan, DocumentSection, LookedText, Sides } from "../../model/document-plan.js";
import type { PlannedCell, PlannedRow, PlannedSheet, WorkbookPlan } from "../../model/workbook-plan.js";
import { tableOf, tableRows } from "./sheet-table.js";

/** The document's pages; working sheets (figures, sources, facts) belong to the workbook alone. */
export function documentOf({ title, creator, created, sheets }: WorkbookPlan): DocumentPlan {
  const sections = sheets.flatMap((sheet) => {
    const { document } = sheet.print;
    return document === undefined ? [] : [sectionOf(sheet, document.numbersFirst)];
  });
  return { mark: markOf(sheets), title, creator, created, sections };
}

function markOf(sheets: readonly PlannedSheet[]): string {
  const cells = sheets.flatMap(({ rows }) => rows[0]?.cells ?? []);
  return String(cells.find(({ look }) => look === "unseen")?.value ?? "");
}

function sectionOf(sheet: PlannedSheet, numbersFirst: boolean): DocumentSection {
  const { name, print } = sheet;
  return { name, isLandscape: print.landscape, numbersFirst, stamp: print.header, blocks: blocksOf(sheet) };
}

function blocksOf(sheet: PlannedSheet): readonly DocumentBlock[] {
  const inTable = new Set(tableRows(sheet));
  const blocks: DocumentBlock[] = [];
  let sides: PlannedRow[] = [];
  const close = (): void => {
    if (sides.length > 0) blocks.push(sidesOf(sides, sheet));
    sides = [];
  };
  let isTablePlaced = false;
  for (const row of sheet.rows) {
    const [first] = row.cells;
    if (first === undefined || first.look === "unseen") continue;
    if (inTable.has(row)) {
      close();
      if (!isTablePlaced) blocks.push(tableOf(sheet, [...inTable]));
      isTablePlaced = true;
    } else if (row.cells.length > 1) sides.push(row);
    else {
      close();
      blocks.push(paragraphOf(first));
    }
  }
  close();
  return [...blocks, ...(sheet.charts ?? []).map((chart) => ({ kind: "chart" as const, chart }))];
}

/** Em spaces at its head are a sheet's way to indent. */
const INDENT = /^\u2003+/;

/** No line ends between a number and its percent sign. */
function paragraphOf({ value, look }: PlannedCell): DocumentBlock {
  const text = String(value ?? "");
  const kept = text.replace(INDENT, "").replaceAll(" %", "\u00a0%");
  return { kind: "paragraph", text: kept, look, isIndented: INDENT.test(text) };
}

function sidesOf(rows: readonly PlannedRow[], { widths }: PlannedSheet): Sides {
  const side = (cell: PlannedCell | undefined): LookedText =>
    cell === undefined ? { text: "", look: "plain" } : { text: String(cell.value ?? ""), look: cell.look };
  const all = widths.reduce((sum, width) => sum + width, 0);
  const right = rows[0]?.cells[1]?.column ?? 1;
  const left = widths.slice(0, right - 1).reduce((sum, width) => sum + width, 0);
  const sides = rows.map(({ cells }) => [side(cells[0]), side(cells[1])] as const);
  return {
    kind: "sides",
    rows: sides,
    ruled: ruledRow(sides.map(([line]) => line)),
    leftShare: left / all,
    isStacked: rows.some(({ cells }) => cells[0]?.look === "recipients-title"),
  };
}

/** In the Party's documents a star stands below the issuer in the place of the rule. */
function ruledRow(left: readonly LookedText[]): number | undefined {
  const own = left.findLastIndex(({ look, text }) => look === "nation" && text !== "");
  return own < 0 || left[own + 1]?.text === "*" ? undefined : own;
}
