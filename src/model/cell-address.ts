// Cell addresses as Excel shows them: rows and columns are 1-based, columns in letters.

/** A cell of a sheet; both numbers 1-based. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, all four bounds inclusive and 1-based. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  return LETTERS[column] ?? lettersOf(column);
}

function lettersOf(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/** Letters of the columns that nearly all sheets have. */
const LETTERS: readonly string[] = Array.from({ length: 128 }, (_, column) => lettersOf(column));

/** A1 text of a cell. */
export function addressText(cell: CellAddress): string {
  return columnLetters(cell.column) + cell.row;
}

/** A1:B2 text of a range; a single cell is printed as one address. */
export function rangeText(range: CellRange): string {
  const first = addressText({ row: range.top, column: range.left });
  const last = addressText({ row: range.bottom, column: range.right });
  return first === last ? first : `${first}:${last}`;
}

/** The cell an A1 text names (with or without $); undefined where the text is no address. */
export function parseAddress(text: string): CellAddress | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]), column };
}

/** The range an A1:B2 or A1 text names; undefined where the text is no range. */
export function parseRange(text: string): CellRange | undefined {
  const [firstText, lastText, extra] = text.split(":");
  const first = parseAddress(firstText ?? "");
  const last = lastText === undefined ? first : parseAddress(lastText);
  if (first === undefined || last === undefined || extra !== undefined) return undefined;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}
