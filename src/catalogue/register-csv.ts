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
  const joined = new Map<string, T>();
  for (const { file, values } of parts) {
    const inFile = parts.length === 1 ? undefined : new Set<string>();
    for (const value of values) {
      const key = keyOf(value);
      const isTwice = inFile === undefined ? joined.has(key) : inFile.has(key);
      if (isTwice) refuseTwice(file, values.map(keyOf), key);
      inFile?.add(key);
      joined.set(key, value);
    }
  }
  return parts.length === 1 ? (parts[0]?.values ?? []) : [...joined.values()];
}

/** 1-based lines of a file's rows, in order; for refusals only, which are rare. */
export function rowLines(file: DeclarationFile): readonly number[] {
  return file.text
    .split("\n")
    .flatMap((line, index) => (index === 0 || line === "" || line === "\r" ? [] : [index + 1]));
}

function refuseTwice(file: DeclarationFile, keys: readonly string[], key: string): never {
  const lines = rowLines(file);
  const first = lines[keys.indexOf(key)] ?? 1;
  const second = lines[keys.indexOf(key, keys.indexOf(key) + 1)] ?? 1;
  const allowed = "Mỗi khóa chỉ ghi một dòng trong một tệp; xóa dòng thừa hoặc sửa ngày bắt đầu.";
  refuse(file, second, `«${key}» đã có ở dòng ${first}.`, allowed);
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
