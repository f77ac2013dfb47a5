// Colours the cells of a sheet: the format of each is exchanged; a cell that is not stored is put in where it belongs.

import { addressText, type CellAddress } from "../../model/cell-address.js";
import { groupBy } from "../../model/group-by.js";
import { appended, attributeSet, prefixOf, type Splice } from "../../ooxml/xml-splice.js";
import type { MappedRow, SheetMap } from "./sheet-map.js";

export interface CellMark {
  readonly cell: CellAddress;
  /** The format under the mark, from the format of the cell as it stands. */
  readonly styleFrom: (style: number) => number;
}

export interface Marking {
  readonly part: Buffer;
  readonly map: SheetMap;
  readonly marks: readonly CellMark[];
  /** The format without the mark of an earlier copy. */
  readonly unmarked: (style: number) => number;
}

/** The changes to the sheet's part: marks of an earlier copy go, the new ones come. */
export function markCells({ part, map, marks, unmarked }: Marking): readonly Splice[] {
  const byRow = groupBy(marks, ({ cell }) => cell.row);
  const splices: Splice[] = [];
  for (const row of map.rows) {
    const wanted = new Map((byRow.get(row.row) ?? []).map((mark) => [mark.cell.column, mark]));
    for (const { column, style, span } of row.cells) {
      const mark = wanted.get(column);
      wanted.delete(column);
      const next = mark === undefined ? unmarked(style) : mark.styleFrom(style);
      if (next !== style) splices.push(attributeSet(part, span, "s", String(next)));
    }
    splices.push(...absentCells(row, [...wanted.values()], { part, map }));
    byRow.delete(row.row);
  }
  return [...splices, ...absentRows(byRow, { part, map })];
}

type Sheet = Pick<Marking, "part" | "map">;

/** Cells of a stored row that are not stored themselves. */
function absentCells(row: MappedRow, marks: readonly CellMark[], { part, map }: Sheet): readonly Splice[] {
  if (marks.length === 0) return [];
  const prefix = prefixOf(part, row.span);
  const inOrder = [...marks].sort((a, b) => a.cell.column - b.cell.column);
  const xmlOf = (mark: CellMark): string => cellXml(mark, row.style ?? map.columnStyle(mark.cell.column), prefix);
  const splices: Splice[] = [];
  const behindAll: string[] = [];
  for (const mark of inOrder) {
    const next = row.cells.find(({ column }) => column > mark.cell.column);
    if (next === undefined) behindAll.push(xmlOf(mark));
    else splices.push({ start: next.span.start, end: next.span.start, text: xmlOf(mark) });
  }
  if (behindAll.length > 0) splices.push(appended(part, row.span, behindAll.join("")));
  return [...splices, ...widened(row, inOrder)];
}

/** «spans» tells Excel which columns a row uses; it must hold the new cells too. */
function widened({ span }: MappedRow, marks: readonly CellMark[]): readonly Splice[] {
  const stated = span.attributes.get("spans");
  const [, first, last] = /^(\d+):(\d+)$/.exec(stated?.text ?? "") ?? [];
  if (stated === undefined || first === undefined || last === undefined) return [];
  const columns = [Number(first), Number(last), ...marks.map(({ cell }) => cell.column)];
  const text = `${Math.min(...columns)}:${Math.max(...columns)}`;
  return text === stated.text ? [] : [{ start: stated.start, end: stated.end, text }];
}

/** Rows that are not stored at all. */
function absentRows(byRow: ReadonlyMap<number, readonly CellMark[]>, { part, map }: Sheet): readonly Splice[] {
  const behindAll: string[] = [];
  const splices: Splice[] = [];
  for (const [row, marks] of [...byRow].sort(([a], [b]) => a - b)) {
    const prefix = prefixOf(part, map.data);
    const cells = [...marks].sort((a, b) => a.cell.column - b.cell.column);
    const inside = cells.map((mark) => cellXml(mark, map.columnStyle(mark.cell.column), prefix)).join("");
    const xml = `<${prefix}row r="${row}">${inside}</${prefix}row>`;
    const next = map.rows.find((other) => other.row > row);
    if (next === undefined) behindAll.push(xml);
    else splices.push({ start: next.span.start, end: next.span.start, text: xml });
  }
  if (behindAll.length > 0) splices.push(appended(part, map.data, behindAll.join("")));
  return splices;
}

function cellXml({ cell, styleFrom }: CellMark, style: number, prefix: string): string {
  return `<${prefix}c r="${addressText(cell)}" s="${styleFrom(style)}"/>`;
}
