// The register's CSV files, row by row. Plain on purpose: comma between cells, no quotes, so that tens of thousands of
// rows load at every start; whatever a spreadsheet adds beyond that is refused with its line.

import type { DeclarationFile } from "./declaration-file.js";
import { refuse } from "./refuse.js";

/** The row at hand: its cells in the order of the columns, and its 1-based line. */
export interface RegisterRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly file: DeclarationFile;
}

/** What one file declares, in its order. */
export interface FileValues<T> {
  readonly file: DeclarationFile;
  readonly values: readonly T[];
}

/**
 * What the rows of a register file below its heading line declare. Empty lines are passed over, spaces around cells
 * dropped. `read` gets the same row object each time and must not keep it: rows are many, and live for one call.
 *
 * @throws UsageError `declaration` for another heading, a quote, or a row with too many or too few cells
 */
export function readRows<T>(
  file: DeclarationFile,
  columns: readonly string[],
  read: (row: RegisterRow) => T,
): FileValues<T> {
  const text = file.text
    .normalize("NFC")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r", "");
  refuseQuote(file, text);
  const lines = text.split("\n");
  refuseHeading(file, lines[0] ?? "", columns);
  const isSpaced = text.includes(", ") || text.includes(" ,");
  const row: { cells: readonly string[]; line: number; readonly file: DeclarationFile } = { cells: [], line: 1, file };
  const values: T[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const cells = line.split(",");
    row.cells = isSpaced ? cells.map((cell) => cell.trim()) : cells;
    row.line = index + 1;
    if (cells.length !== columns.length) {
      const allowed = `Ghi đủ các ô theo thứ tự ${columns.join(",")}; trong ô không dùng dấu phẩy.`;
      refuseRow(row, `có ${cells.length} ô, cần ${columns.length} ô.`, allowed);
    }
    values.push(read(row));
  }
  return { file, values };
}

/** Stops with the row's place, the reason, and what is allowed. */
export function refuseRow(row: RegisterRow, reason: string, allowed: string): never {
  refuse(row.file, row.line, reason, allowed);
}

/**
 * Joins several files: what a later file says under a known key replaces the earlier in its place, what is new is added
 * at the end. The same key twice in one file is refused.
 */
export function joinFiles<T>(parts: readonly FileValues<T>[], keyOf: (value: T) => string): readonly T[] {
  for (const { file, values } of parts) refuseTwice(file, values, keyOf);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.values;
  const joined = new Map<string, T>();
  for (const { values } of parts) for (const value of values) joined.set(keyOf(value), value);
  return [...joined.values()];
}

/** 1-based lines of a file's rows, in order; for refusals only, which are rare. */
export function rowLines(file: DeclarationFile): readonly number[] {
  return file.text
    .split("\n")
    .flatMap((line, index) => (index === 0 || line === "" || line === "\r" ? [] : [index + 1]));
}

function refuseTwice<T>(file: DeclarationFile, values: readonly T[], keyOf: (value: T) => string): void {
  const seen = new Set<string>();
  for (const [index, value] of values.entries()) {
    const key = keyOf(value);
    if (seen.add(key).size > index) continue;
    const lines = rowLines(file);
    const first = lines[values.findIndex((other) => keyOf(other) === key)] ?? 1;
    const allowed = "Mỗi khóa chỉ ghi một dòng trong một tệp; xóa dòng thừa hoặc sửa ngày bắt đầu.";
    refuse(file, lines[index] ?? 1, `«${key}» đã có ở dòng ${first}.`, allowed);
  }
}

function refuseHeading(file: DeclarationFile, line: string, columns: readonly string[]): void {
  const heading = columns.join(",");
  if (line.trim() === heading) return;
  refuse(file, 1, "dòng tiêu đề không đúng.", `Ghi dòng đầu là: ${heading} (ngăn bằng dấu phẩy, UTF-8).`);
}

function refuseQuote(file: DeclarationFile, text: string): void {
  const quote = text.indexOf('"');
  if (quote < 0) return;
  const line = text.slice(0, quote).split("\n").length;
  refuse(file, line, "có dấu nháy kép.", "Bỏ dấu nháy kép; trong ô không dùng dấu nháy kép và dấu phẩy.");
}
