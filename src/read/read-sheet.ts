// One worksheet part → Grid. The part's own statement of its size is not believed; only what stands in it counts.

import type { Grid } from "../model/grid.js";
import { nameKey } from "../ooxml/name-key.js";
import { damaged } from "../ooxml/package-fault.js";
import { END, OPEN, XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeFlag, attributeNumber } from "../ooxml/xml-text.js";
import type { BookContext } from "./book-context.js";
import { buildGrid } from "./build-grid.js";
import { MergeReader } from "./merge-reader.js";
import { RowReader } from "./row-reader.js";

const WORKSHEET = nameKey("worksheet");
const SHEET_DATA = nameKey("sheetData");
const COLUMNS = nameKey("cols");
const COLUMN = nameKey("col");
const FIRST = nameKey("min");
const LAST = nameKey("max");
const HIDDEN = nameKey("hidden");
const MERGES = nameKey("mergeCells");
const MERGE = nameKey("mergeCell");

/** What the workbook says of a sheet. */
export type SheetPlace = Pick<Grid, "name" | "index" | "visibility">;

/** Reads the part of the sheet that `place` describes. Faults: not a worksheet, damaged, any limit. */
export function readSheet(part: Buffer, place: SheetPlace, book: BookContext): Grid {
  const read = sheetReading(new XmlScanner(part, book.limits), { place, size: part.length }, book).next();
  if (read.done !== true) throw new Error("a whole part was not read to its end");
  return read.value;
}

/**
 * The same for a part that comes in stretches: reading stops where the scanner is spent, and goes on once it has been given
 * the next one. Stretches end between two rows; `size` is the length of the whole part.
 */
export function* sheetReading(
  scanner: XmlScanner,
  { place, size }: { readonly place: SheetPlace; readonly size: number },
  book: BookContext,
): Generator<undefined, Grid> {
  if (scanner.nextTag() !== OPEN || scanner.name !== WORKSHEET) throw damaged("có trang tính không đọc được");
  book.cells.startSheet(size);
  const reader = new RowReader(scanner, book);
  const merger = new MergeReader(scanner, book);
  const hiddenColumns = new Set<number>();
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    if (tag !== OPEN) continue;
    if (scanner.name === SHEET_DATA) yield* reader.readRows();
    else if (scanner.name === COLUMN) readHiddenColumns(scanner, book, hiddenColumns);
    else if (scanner.name === MERGE) merger.readMerge();
    else if (scanner.name !== COLUMNS && scanner.name !== MERGES) scanner.skipElement();
  }
  return buildGrid({ merges: merger.merges, hiddenRows: reader.hiddenRows, hiddenColumns, ...place }, book);
}

function readHiddenColumns(scanner: XmlScanner, book: BookContext, hidden: Set<number>): void {
  let first = 0;
  let last = 0;
  let isHidden = false;
  while (scanner.nextAttribute()) {
    if (scanner.attribute === FIRST) first = attributeNumber(scanner);
    else if (scanner.attribute === LAST) last = attributeNumber(scanner);
    else if (scanner.attribute === HIDDEN) isHidden = attributeFlag(scanner);
  }
  if (!isHidden) return;
  const end = Math.min(last, book.limits.columns);
  book.spent.addHiddenColumns(Math.max(0, end - first + 1));
  for (let column = Math.max(1, first); column <= end; column++) hidden.add(column);
}
