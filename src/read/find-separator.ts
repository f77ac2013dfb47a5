// Which character stands between the cells of a text table: the one that cuts most lines into equally many cells.

const CANDIDATES = ["\t", ";", ",", "|"] as const;
export type Separator = (typeof CANDIDATES)[number];

export interface SeparatorFound {
  readonly separator: Separator;
  /** Where the table begins: behind a line `sep=;`, which Excel writes and does not show. */
  readonly start: number;
}

const SAMPLE = 65_536;
/** A separator that cuts this share of the lines alike is taken before those behind it: a decimal comma is no rival. */
const CLEAR = 0.9;
/** Lines that must be cut alike for a text to be a table, at least two. */
const LEAST = 1 / 3;
/** In a text of few lines two that are cut alike into so many cells are a table, whatever titles stand above. */
const WIDE = 4;
const FEW_LINES = 60;

/** The separator of a text with `\n` at its lines' ends; undefined where the text is no table. */
export function findSeparator(text: string): SeparatorFound | undefined {
  const stated = /^sep=(.)\n/i.exec(text)?.[1];
  const named = CANDIDATES.find((candidate) => candidate === stated);
  if (named !== undefined) return { separator: named, start: "sep=;\n".length };
  const head = text.length <= SAMPLE ? text : text.slice(0, text.lastIndexOf("\n", SAMPLE) + 1);
  const tried = CANDIDATES.map((separator) => ({ separator, ...mostCommon(widthsOf(head, separator)) }));
  const fitting = tried.filter(
    ({ width, lines, all }) => width > 1 && lines > 1 && (lines >= all * LEAST || (width >= WIDE && all <= FEW_LINES)),
  );
  const clear = fitting.find(({ lines, all }) => lines >= all * CLEAR);
  const best = clear ?? fitting.reduce<(typeof fitting)[number] | undefined>(larger, undefined);
  return best === undefined ? undefined : { separator: best.separator, start: 0 };
}

function larger<T extends { readonly lines: number }>(best: T | undefined, next: T): T {
  return best === undefined || next.lines > best.lines ? next : best;
}

/** Number of cells of each line that is not blank; separators and line ends inside quotes count for nothing. */
function widthsOf(text: string, separator: Separator): readonly number[] {
  const widths: number[] = [];
  let width = 1;
  let isBlank = true;
  let startsCell = true;
  for (let position = 0; position <= text.length; position++) {
    const letter = text[position];
    if (letter === "\n" || letter === undefined) {
      if (!isBlank) widths.push(width);
      width = 1;
      isBlank = true;
      startsCell = true;
    } else if (letter === separator) {
      width++;
      startsCell = true;
    } else if (letter === '"' && startsCell) {
      position = behindQuote(text, position);
      isBlank = false;
      startsCell = false;
    } else {
      if (letter !== " " && letter !== "\t") isBlank = false;
      startsCell = startsCell && letter === " ";
    }
  }
  return widths;
}

/** Position of the quote that closes the one at `start`; of the text's last letter where none does. */
function behindQuote(text: string, start: number): number {
  let position = start;
  for (;;) {
    position = text.indexOf('"', position + 1);
    if (position < 0) return text.length - 1;
    if (text[position + 1] !== '"') return position;
    position++;
  }
}

function mostCommon(widths: readonly number[]) {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 1) + (counts.has(width) ? 1 : 0));
  let width = 0;
  let lines = 0;
  for (const [candidate, count] of counts) {
    if (count < lines || (count === lines && candidate < width)) continue;
    width = candidate;
    lines = count;
  }
  return { width, lines, all: widths.length };
}
