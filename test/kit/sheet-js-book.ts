// Workbooks that SheetJS writes, of rows of text: figures as numbers, the rest as texts.

import * as SheetJS from "@e965/xlsx";

/** One sheet «Báo cáo» in the format asked for. Codes like «00123» and «1.066» keep their meaning. */
export function sheetJsBytes(rows: readonly (readonly string[])[], bookType: SheetJS.BookType): Buffer {
  const sheet = SheetJS.utils.aoa_to_sheet(rows.map((row) => row.map(typed)));
  const book = SheetJS.utils.book_new(sheet, "Báo cáo");
  const written: unknown = SheetJS.write(book, { type: "buffer", bookType, compression: true });
  if (!Buffer.isBuffer(written)) throw new Error("nothing was written");
  return written;
}

function typed(cell: string): string | number {
  return /^\d{1,3}(?:\.\d{3})*$/.test(cell) ? Number(cell.replaceAll(".", "")) : cell;
}
