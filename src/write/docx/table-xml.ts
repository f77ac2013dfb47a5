// Tables of a document: headings on each page, no row over two pages, letters as small as the page needs.

import type { DocumentCell, DocumentRow, DocumentTable } from "../../model/document-plan.js";
import { APPEARANCES } from "../looks.js";
import { allowedText } from "../safe-text.js";
import { shownText } from "../shown-text.js";
import { CELL_SIDES, columnPoints, tableScale } from "../table-fit.js";
import { paragraph, run, saying, TWIPS_A_POINT, word } from "./word-xml.js";

/** Letters of fewer points cannot be read on paper. */
const SMALLEST = 6.5;
const SIDE = { w: (CELL_SIDES * TWIPS_A_POINT) / 2, type: "dxa" } as const;
const LINE = { val: "single", sz: 4, space: 0, color: "7F7F7F" } as const;
const EDGES = ["top", "left", "bottom", "right", "insideH", "insideV"];

/** Rows at a table's end that go to the next page together with its first note, so that this does not stand alone. */
const COMPANY = 3;
const KEPT = word("keepNext");
/** Above and below the text of a cell. */
const AIR = word("spacing", { before: 30, after: 30 });

/** The table's grid: widths of its columns in twentieths of a point, and by how much its letters are smaller. */
interface Grid {
  readonly columns: readonly number[];
  readonly scale: number;
}

/** The table over the whole `width`, twentieths of a point; notes are a last row without lines. */
export function tableXml(
  { widths, head, headHeights, body, caption }: DocumentTable,
  width: number,
  notes: readonly string[],
): string {
  const grid = gridOf(widths, width);
  const properties = [
    word("tblW", { w: width, type: "dxa" }),
    word(
      "tblBorders",
      {},
      EDGES.map((edge) => word(edge, LINE)),
    ),
    word("tblLayout", { type: "fixed" }),
    word("tblCellMar", {}, [word("left", SIDE), word("right", SIDE)]),
    saying("tblCaption", allowedText(caption)),
  ];
  return word("tbl", {}, [
    word("tblPr", {}, properties),
    gridXml(grid.columns),
    ...rowsXml(head, grid, (index) => [
      word("cantSplit"),
      word("trHeight", { val: Math.round((headHeights[index] ?? 1) * grid.scale * TWIPS_A_POINT) }),
      word("tblHeader"),
    ]),
    ...rowsXml(body, grid, () => [word("cantSplit")]),
    ...(notes.length === 0 ? [] : [notesXml(notes, grid, width)]),
  ]);
}

function notesXml(notes: readonly string[], { columns }: Grid, width: number): string {
  const open = ["left", "bottom", "right"].map((edge) => saying(edge, "nil"));
  const properties = [
    word("tcW", { w: width, type: "dxa" }),
    saying("gridSpan", columns.length),
    word("tcBorders", {}, open),
  ];
  const texts = notes.map((note) => paragraph("note", [run(note)]));
  return word("tr", {}, [
    word("trPr", {}, [word("cantSplit")]),
    word("tc", {}, [word("tcPr", {}, properties), ...texts]),
  ]);
}

function gridOf(widths: readonly number[], width: number): Grid {
  const scale = tableScale(widths, width / TWIPS_A_POINT);
  return { columns: sharedOut(width, columnPoints(widths, scale)), scale };
}

/** The columns of a table. */
export function gridXml(columns: readonly number[]): string {
  return word(
    "tblGrid",
    {},
    columns.map((w) => word("gridCol", { w })),
  );
}

/** `width` in whole parts as the shares say, none lost to rounding. */
export function sharedOut(width: number, shares: readonly number[]): readonly number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  let before = 0;
  return shares.map((share) => {
    const from = Math.round((before / all) * width);
    before += share;
    return Math.round((before / all) * width) - from;
  });
}

/** A cell that covers rows below it is told again in each of them. The name of a group stays with the row below it. */
function rowsXml(
  rows: readonly DocumentRow[],
  grid: Grid,
  properties: (index: number) => readonly string[],
): readonly string[] {
  let open: readonly { readonly cell: DocumentCell; readonly left: number }[] = [];
  return rows.map((cells, index) => {
    const isKept = index + COMPANY >= rows.length || cells.some(({ look }) => look === "group");
    const told = [
      ...cells.map((cell) => ({ cell, xml: cellXml(cell, grid, isKept ? [KEPT, AIR] : [AIR]) })),
      ...open.map(({ cell }) => ({ cell, xml: coveredXml(cell, grid) })),
    ].sort((a, b) => a.cell.column - b.cell.column);
    const begun = cells.map((cell) => ({ cell, left: cell.down - 1 }));
    open = [...open.map(({ cell, left }) => ({ cell, left: left - 1 })), ...begun].filter(({ left }) => left > 0);
    return word("tr", {}, [word("trPr", {}, properties(index)), ...told.map(({ xml }) => xml)]);
  });
}

function cellXml(cell: DocumentCell, grid: Grid, setting: readonly string[]): string {
  const { value, look, down } = cell;
  const { fill, down: place, size } = APPEARANCES[look];
  const properties = [
    ...spanXml(cell, grid),
    ...(down > 1 ? [saying("vMerge", "restart")] : []),
    ...(fill === undefined ? [] : [word("shd", { val: "clear", color: "auto", fill: fill.slice(2) })]),
    saying("vAlign", place === "top" ? "top" : "center"),
  ];
  const letters = grid.scale === 1 ? undefined : Math.max(SMALLEST, Math.floor(size * grid.scale * 2) / 2);
  const text = shownText(value, look);
  const content = paragraph(look, text === "" ? [] : [run(text, letters)], setting);
  return word("tc", {}, [word("tcPr", {}, properties), content]);
}

function coveredXml(cell: DocumentCell, grid: Grid): string {
  return word("tc", {}, [word("tcPr", {}, [...spanXml(cell, grid), word("vMerge")]), paragraph(cell.look, [])]);
}

function spanXml({ column, across }: DocumentCell, { columns }: Grid): readonly string[] {
  const w = columns.slice(column - 1, column - 1 + across).reduce((sum, width) => sum + width, 0);
  return [word("tcW", { w, type: "dxa" }), ...(across > 1 ? [saying("gridSpan", across)] : [])];
}
