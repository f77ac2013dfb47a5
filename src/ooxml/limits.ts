// How much of a foreign file is looked at before it is refused. One table, so that an office can see all of it at once.

import { vietnameseNumber } from "../model/number-text.js";

/** Hard limits of one file; going beyond any of them refuses the whole file (V-K15). */
export interface Limits {
  /** Bytes of the file itself. */
  readonly packageBytes: number;
  /** Files inside the package. */
  readonly parts: number;
  /** Bytes of one part, unpacked. */
  readonly partBytes: number;
  /** Bytes of all parts that are read, unpacked. */
  readonly totalBytes: number;
  /** Unpacked bytes per packed byte, for parts above one mebibyte. */
  readonly ratio: number;
  /** Elements inside elements. */
  readonly xmlDepth: number;
  readonly sheets: number;
  /** Last row and column of a sheet; Excel's own bounds. */
  readonly rows: number;
  readonly columns: number;
  /** Rows of all sheets together, up to the last row in use of each. */
  readonly totalRows: number;
  /** Cells with content, of all sheets together. */
  readonly cells: number;
  readonly merges: number;
  readonly sharedStrings: number;
  /** Characters in one cell. */
  readonly textLength: number;
  /** Cell formats, fonts or number formats of the workbook. */
  readonly styles: number;
  /** Characters of one number format. */
  readonly formatLength: number;
  readonly definedNames: number;
  /** Archives inside archives, the outermost counted. */
  readonly archiveDepth: number;
  /** For formats that another program's code reads: its time and its memory. */
  readonly readSeconds: number;
  readonly memoryBytes: number;
}

const MEBIBYTE = 1_048_576;

/**
 * Limits that hold where the caller gives none. Rows, columns and characters are Excel's own bounds (the characters doubled,
 * because other programs write more; those of a number format four times); the rest is many times what a national roster needs and fits an office PC of 4 GB.
 */
export const DEFAULT_LIMITS: Limits = {
  packageBytes: 64 * MEBIBYTE,
  parts: 10_000,
  partBytes: 384 * MEBIBYTE,
  totalBytes: 512 * MEBIBYTE,
  ratio: 250,
  xmlDepth: 64,
  sheets: 256,
  rows: 1_048_576,
  columns: 16_384,
  totalRows: 16_777_216,
  cells: 8_000_000,
  merges: 65_536,
  sharedStrings: 4_000_000,
  textLength: 65_535,
  styles: 65_536,
  formatLength: 1_024,
  definedNames: 65_536,
  archiveDepth: 2,
  readSeconds: 30,
  memoryBytes: 1024 * MEBIBYTE,
};

/** Text tables, HTML and old formats: they are read slowly, and a submission of this size has no sense. */
export const OTHER_FORMAT_LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  packageBytes: 20 * MEBIBYTE,
  partBytes: 96 * MEBIBYTE,
  totalBytes: 128 * MEBIBYTE,
  cells: 2_000_000,
};

/** An archive of submissions; each file in it is held to its own limits besides. */
export const ARCHIVE_LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  packageBytes: 512 * MEBIBYTE,
  parts: 20_000,
  partBytes: 64 * MEBIBYTE,
  totalBytes: 2048 * MEBIBYTE,
};

/** Parts below this size may have any ratio: a small part of blanks is harmless. */
export const RATIO_FLOOR = MEBIBYTE;

const LIMIT_LABELS: Readonly<Record<keyof Limits, string>> = {
  packageBytes: "dung lượng của một tệp",
  parts: "số thành phần trong tệp",
  partBytes: "dung lượng của một thành phần sau khi giải nén",
  totalBytes: "dung lượng của cả tệp sau khi giải nén",
  ratio: "tỉ lệ nén",
  xmlDepth: "số tầng lồng nhau trong tệp",
  sheets: "số trang tính",
  rows: "số dòng của một trang tính",
  columns: "số cột của một trang tính",
  totalRows: "tổng số dòng của các trang tính",
  cells: "số ô có nội dung",
  merges: "số vùng ô gộp",
  sharedStrings: "số chuỗi văn bản",
  textLength: "số ký tự trong một ô",
  styles: "số định dạng ô",
  formatLength: "số ký tự trong một định dạng số",
  definedNames: "số tên vùng",
  archiveDepth: "số tầng tệp nén lồng nhau",
  readSeconds: "số giây để đọc một tệp",
  memoryBytes: "bộ nhớ để đọc một tệp",
};

/** A limit in words and in figures: «số ô có nội dung», «8.000.000». */
export function limitText(name: keyof Limits, limits: Limits): { readonly label: string; readonly figure: string } {
  const limit = limits[name];
  const isBytes = name.endsWith("Bytes");
  const figure = isBytes && limit >= MEBIBYTE ? `${vietnameseNumber(limit / MEBIBYTE)} MB` : vietnameseNumber(limit);
  return { label: LIMIT_LABELS[name], figure: isBytes && limit < MEBIBYTE ? `${figure} byte` : figure };
}
