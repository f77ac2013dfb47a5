// A text table (.csv, .tsv, .txt) → a workbook of one sheet. Every cell is text: what a number, a date or a sign means is
// read later, by the same rules as text in workbooks.

import { CsvError, parse } from "csv-parse/sync";
import type { WorkbookGrid } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { notWorkbook, overLimit } from "../ooxml/package-fault.js";
import { BookBuilder } from "./book-builder.js";
import { type DecodedText, decodeText } from "./decode-text.js";
import { findSeparator, type Separator } from "./find-separator.js";
import { ShiftedLine } from "./shifted-line.js";

export interface DelimitedBook {
  readonly book: WorkbookGrid;
  /** What was taken for what, for messages: «bảng chữ, các ô ngăn bằng dấu chấm phẩy, bảng mã UTF-8». */
  readonly kind: string;
}

/** Shown in messages where a workbook would show the name of its sheet. */
export const ONLY_SHEET = "Bảng";

const SEPARATOR_NAMES: Readonly<Record<Separator, string>> = {
  ",": "dấu phẩy",
  ";": "dấu chấm phẩy",
  "\t": "dấu tab",
  "|": "dấu gạch đứng",
};
/** `="00123"`: how programs keep a code from becoming a number. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;

/**
 * Reads a text table; undefined for text that is none. Rows are the table's lines as a spreadsheet would show them.
 * Faults: open quotes, cells split by a comma, any limit.
 */
export function readDelimited(bytes: Uint8Array, limits: Limits): DelimitedBook | undefined {
  if (bytes.length > limits.packageBytes) throw overLimit("packageBytes", limits);
  const decoded = decodeText(bytes);
  const text = decoded.text.includes("\r") ? decoded.text.replace(/\r\n?/g, "\n") : decoded.text;
  const found = findSeparator(text);
  if (found === undefined) return undefined;
  const builder = new BookBuilder(limits);
  fillSheet(builder, text.slice(found.start), found.separator);
  builder.endSheet({ name: ONLY_SHEET });
  return { book: builder.book(), kind: kindOf(decoded, found.separator) };
}

function fillSheet(builder: BookBuilder, text: string, separator: Separator): void {
  const shifted = separator === "," ? new ShiftedLine() : undefined;
  let row = 0;
  const take = (cells: readonly string[]): null => {
    row++;
    shifted?.check(cells, row);
    for (const [index, cell] of cells.entries()) {
      if (cell !== "") builder.at(row, index + 1).text(KEPT_AS_TEXT.exec(cell)?.[1] ?? cell);
    }
    return null;
  };
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: "\n",
      relax_quotes: true,
      relax_column_count: true,
      on_record: take,
    });
  } catch (fault) {
    if (fault instanceof CsvError)
      throw notWorkbook(`bảng chữ viết sai: dấu ngoặc kép mở mà không đóng, từ sau dòng ${row}`);
    throw fault;
  }
}

function kindOf({ encoding }: DecodedText, separator: Separator): string {
  const name = encoding === "8 bit" ? "bảng mã 8 bit không rõ" : `bảng mã ${encoding}`;
  return `bảng chữ, các ô ngăn bằng ${SEPARATOR_NAMES[separator]}, ${name}`;
}
