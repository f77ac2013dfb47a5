// Tables of letters and codes, and reading by them. A legacy text is no bytes here: in a workbook each code stands as the
// Latin-1 character of the same number («Tổng» in TCVN3 is «Tæng»).

export interface CodeTable {
  /** Which way of writing the table belongs to. */
  readonly mode: "small" | "ready capitals" | "composite" | "standard" | "capital with small mark";
  /** Codes and the letters they stand for, both parted by spaces, in the same order. */
  readonly letters: readonly (readonly [codes: string, letters: string])[];
}

/** Where Latin-1 goes on behind ASCII, its control characters and the no-break space. */
const FIRST_BEYOND = 0xa1;

/** Letters by the one or two characters that stand for them. */
export type LettersByCode = ReadonlyMap<string, string>;

/** All letters of the tables. */
export function lettersByCode(tables: readonly CodeTable[]): LettersByCode {
  return new Map(
    tables.flatMap((table) =>
      table.letters.flatMap(([codes, letters]) => {
        const shown = letters.split(" ");
        return codes.split(" ").map((code, index) => [charactersOf(code), shown[index] ?? ""] as const);
      }),
    ),
  );
}

export interface Decoded {
  readonly text: string;
  /** Characters beyond ASCII that the table does not know and that stay as they are. */
  readonly foreign: number;
}

/**
 * The text by the table, the longest match first.
 *
 *   VNI  «Thuyû»  →  T h u y+û  →  «Thuỷ»
 */
export function decodeBy(letters: LettersByCode, text: string): Decoded {
  let decoded = "";
  let foreign = 0;
  let position = 0;
  while (position < text.length) {
    const single = text.charAt(position);
    const isBeyond = text.charCodeAt(position) >= FIRST_BEYOND;
    // A pair ends beyond ASCII; NaN behind the last letter does not.
    const two =
      text.charCodeAt(position + 1) >= FIRST_BEYOND ? letters.get(text.slice(position, position + 2)) : undefined;
    const one = two ?? (isBeyond ? letters.get(single) : undefined);
    if (isBeyond && one === undefined) foreign++;
    decoded += one ?? single;
    position += two === undefined ? 1 : 2;
  }
  return { text: decoded, foreign };
}

/** `41+B5` → «Aµ». */
function charactersOf(code: string): string {
  return code
    .split("+")
    .map((part) => String.fromCharCode(Number.parseInt(part, 16)))
    .join("");
}
