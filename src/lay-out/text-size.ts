// How much room a text takes, roughly, so that nothing printed is cut: widths in characters of a column, heights in
// points. An estimate on the safe side; real font metrics belong to the program that shows the sheet.

const LINE_HEIGHT = 15;
const CAPITAL_WIDTH = 1.32;
const LETTER_WIDTH = 0.87;
const BOLD_SCALE = 1.14;

/** The last code that is one unit of a text. */
const LARGEST_UNIT = 0xffff;
/** Among the letters that Vietnamese adds to Latin (Unicode, Latin Extended Additional), every other one is a capital. */
const [VIETNAMESE_START, VIETNAMESE_END] = [0x1ea0, 0x1f00];
const LATIN_END = 0x250;
/** By code: a sheet of thousands of rows has millions of letters. */
const LATIN_CAPITALS = Array.from({ length: LATIN_END }, (_, code) => isCapitalLetter(String.fromCharCode(code)));

function isCapitalLetter(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Room of a text in one line, in column characters. Capitals are wider than small letters and digits. */
export function textWidth(text: string): number {
  const whole = text.normalize("NFC");
  return widthBetween(whole, 0, whole.length);
}

/** Room of the letters start … end of a composed text. */
function widthBetween(text: string, start: number, end: number): number {
  let width = 0;
  for (let index = start; index < end; index += 1) {
    const code = text.codePointAt(index) ?? Number.NaN;
    if (code > LARGEST_UNIT) index += 1;
    width += isCapital(code) ? CAPITAL_WIDTH : LETTER_WIDTH;
  }
  return width;
}

function isCapital(code: number): boolean {
  if (code < LATIN_END) return LATIN_CAPITALS[code] === true;
  if (code >= VIETNAMESE_START && code < VIETNAMESE_END) return code % 2 === 0;
  return isCapitalLetter(String.fromCodePoint(code));
}

/** Lines a text takes when it is wrapped at spaces in a column of `width` characters; at least 1. */
export function linesNeeded(text: string, width: number): number {
  const isShort = text.length * CAPITAL_WIDTH < width - 1 && !text.includes("\n");
  return isShort
    ? 1
    : text.split("\n").reduce((lines, part) => lines + linesOfParagraph(part, Math.max(width - 1, 1)), 0);
}

/** The same for bold text of headings, whose letters are wider. */
export function boldLines(text: string, width: number): number {
  return linesNeeded(text, width / BOLD_SCALE);
}

/** Row height in points for a number of lines. */
export function heightOf(lines: number): number {
  return Math.min(409, lines * LINE_HEIGHT + 3);
}

/** Width of the longest word: a column must not be narrower. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map(textWidth));
}

/** Room of a whole number written with dots between thousands. */
export function numberWidth(value: number): number {
  const digits = Math.round(Math.abs(value)).toFixed(0).length;
  return digits + Math.floor((digits - 1) / 3) + (value < 0 ? 1 : 0);
}

function linesOfParagraph(paragraph: string, width: number): number {
  const text = paragraph.normalize("NFC");
  if (text.length * CAPITAL_WIDTH < width) return 1;
  let lines = 1;
  let used = 0;
  for (let end = -1; end < text.length; ) {
    const start = end + 1;
    const space = text.indexOf(" ", start);
    end = space < 0 ? text.length : space;
    const room = widthBetween(text, start, end);
    if (used > 0 && used + LETTER_WIDTH + room > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? LETTER_WIDTH : 0) + room;
    while (used > width) {
      lines += 1;
      used -= width;
    }
  }
  return lines;
}
